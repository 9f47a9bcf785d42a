// The storage keys of what is compiled from stories and languages, and the form of the texts there.
//   data:current  the edition that holds    data:filter  the name filter, for every page's gate
//   data:begun    an edition is being made: where it stays, somebody has to make it still
//   data:refused  which stories are on and not compiled, and why
//   data:checked  the marks of the stories that were checked (checked-stories.ts)
//   data:<edition>:<name>  one text of an edition; an edition holds once all of them are there
// No browser API: the gate uses this file.

export const COMPILED_PREFIX = 'data:';
export const CURRENT = 'data:current';
export const FILTER = 'data:filter';
/** Set before an edition is made, taken away when it is there. */
export const BEGUN = 'data:begun';
/** JSON: story id → why it is not compiled though it is on: its first fault, in English. */
export const REFUSED = 'data:refused';

/** JSON: `version` of what has checked, and `marks` by the ids of stories. */
export const CHECKED = 'data:checked';

/** Whether a key holds what is compiled, which is for pages and of no use to our own surfaces. */
export const isCompiled = (key: string): boolean =>
  key.startsWith(COMPILED_PREFIX) && key !== REFUSED && key !== CHECKED;

/** The marks of checked stories by id, as the storage has them; none where it holds something else. */
export function marksIn(value: unknown): ReadonlyMap<string, string> {
  const { marks } = Object(value) as { marks?: unknown };
  return new Map(Object.entries(Object(marks) as object).filter(([, mark]) => typeof mark === 'string'));
}

/** An edition as `data:current` names it; null for anything else. */
export const editionIn = (value: unknown): string | null =>
  typeof value === 'string' && /^[0-9a-f]{16}$/.test(value) ? value : null;

/** The storage key of a text in an edition. */
export const textKey = (edition: string, name: string): string => `${COMPILED_PREFIX}${edition}:${name}`;

/** A text with its length before it, so that a text that was cut off or overwritten in the storage is noticed. */
export const withLength = (text: string): string => `${text.length} ${text}`;

/** The text that `withLength` wrote; null for anything else. */
export function textIn(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const start = value.indexOf(' ') + 1;
  return start > 1 && value.length - start === Number(value.slice(0, start)) ? value.slice(start) : null;
}
