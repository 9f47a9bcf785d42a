// What a page's gate, judge and reader share: one object in their isolated world, which the page cannot see.

/** A message that arrived before the reader. */
export interface WaitingMessage {
  message: unknown;
  sender: { id?: string };
  respond(answer: unknown): void;
}

export interface PageWorld {
  /** The edition of dataset and code that started here. */
  version: string;
  /** Messages for the reader to answer; null once the reader is there. */
  waiting: WaitingMessage[] | null;
  judged?: Judged;
}

/** What the page was taken for last: the judge is a script of its own, which the reader has none of. */
export interface Judged {
  /** The page's, when it was judged. */
  address: string;
  /** As `page/news/judge.ts` gives it. */
  news: unknown;
}

// A symbol, as elements of the page become properties of its window by their names.
const HERE = Symbol.for('page world');
type World = { [HERE]?: PageWorld };

/** Starts as the page's gate; null where a script of this version has started already. */
export function enterAsGate(version: string, world: object = globalThis): PageWorld | null {
  const known = (world as World)[HERE];
  if (known?.version === version) return null;
  const here: PageWorld = { version, waiting: [] };
  (world as World)[HERE] = here;
  return here;
}

/** Starts as the page's reader and returns the waiting messages; null where this version's reader is there already. */
export function enterAsReader(version: string, world: object = globalThis): WaitingMessage[] | null {
  const known = (world as World)[HERE];
  const here = known?.version === version ? known : { version, waiting: [] };
  const questions = here.waiting;
  here.waiting = null;
  (world as World)[HERE] = here;
  return questions;
}

/** Leaves a verdict for the reader, in the place of the one before. */
export function leaveVerdict(version: string, judged: Judged, world: object = globalThis): void {
  const here = (world as World)[HERE];
  if (here?.version === version) here.judged = judged;
}

/** The last verdict on the page at this address, whatever its fragment; undefined without one. */
export function verdictOn(address: string, world: object = globalThis): unknown {
  const judged = (world as World)[HERE]?.judged;
  return judged && withoutFragment(judged.address) === withoutFragment(address) ? judged.news : undefined;
}

/** Pages change it while they are scrolled, and stay the same page. */
export const withoutFragment = (address: string): string => address.split('#')[0] ?? address;

/** The name of the symbol under which a running capture leaves its AbortController, for a script that ends it. */
export const CAPTURE_STOP = 'stop capture';
