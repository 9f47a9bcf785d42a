// What a page's gate and reader share: one object in their isolated world, which the page cannot see.

/** A message that arrived before the reader. */
export interface Question {
  message: unknown;
  sender: { id?: string };
  respond(answer: unknown): void;
}

export interface PageWorld {
  /** The edition of dataset and code that started here. */
  version: string;
  /** Messages for the reader to answer; null once the reader is there. */
  waiting: Question[] | null;
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
export function enterAsReader(version: string, world: object = globalThis): Question[] | null {
  const known = (world as World)[HERE];
  const here = known?.version === version ? known : { version, waiting: [] };
  const questions = here.waiting;
  here.waiting = null;
  (world as World)[HERE] = here;
  return questions;
}
