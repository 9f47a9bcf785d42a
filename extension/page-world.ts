// What the gate and the reader of a page share: one object in the extension's own world of that page, which no page can see.

/** A message that came before there was a reader to answer it. */
export interface Question {
  message: unknown;
  sender: { id?: string };
  respond(answer: unknown): void;
}

export interface PageWorld {
  /** The edition of the extension that began here. */
  version: string;
  /** Questions for the reader; null once it is there, which answers all that come from then on. */
  waiting: Question[] | null;
}

// No element of the page can be named so; those with other names are properties of its window.
const HERE = Symbol.for('page world');
type World = { [HERE]?: PageWorld };

/** Begins as the gate of a page; null where this version has begun already. */
export function enterAsGate(version: string, world: object = globalThis): PageWorld | null {
  const known = (world as World)[HERE];
  if (known?.version === version) return null;
  const here: PageWorld = { version, waiting: [] };
  (world as World)[HERE] = here;
  return here;
}

/** Begins as the reader of a page and takes the questions that wait; null where this version's reader is there already. */
export function enterAsReader(version: string, world: object = globalThis): Question[] | null {
  const known = (world as World)[HERE];
  const here = known?.version === version ? known : { version, waiting: [] };
  const questions = here.waiting;
  here.waiting = null;
  (world as World)[HERE] = here;
  return questions;
}
