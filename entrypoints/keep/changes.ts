// What a reader changes of a draft, as data: so that it can be stored, and made again where the page is opened again.
import type { Edit, Kind, Match } from '../../components/keep/state.ts';
import * as edit from '../../drafting/edit.ts';
import { isRecord } from '../../extension/settings.ts';
import { asName } from '../../stories/bounds.ts';
import type { Story } from '../../stories/format.ts';

/** A draft with what was changed of it so far. */
export interface Reviewed {
  story: Story;
  off: ReadonlySet<string>;
  /** What the reader has said of figures of the same name, by `decisionKey`. */
  decided: ReadonlyMap<string, 'same' | 'apart'>;
}

/** `figure` and `other` are ids; of `decide`, `other` is `story/figure`. */
export type Change =
  | { do: 'retitle'; text: string }
  | { do: 'toggle'; figure: string }
  | { do: 'rename' | 'setRole' | 'split' | 'addForm'; figure: string; text: string }
  | { do: 'setKind'; figure: string; kind: Kind }
  | { do: 'merge'; figure: string; other: string }
  | { do: 'add'; text: string; kind: Kind }
  | { do: 'decide'; figure: string; other: string; as: 'same' | 'apart' };

/** The key under which it is kept what the reader has said of a pair. */
export const decisionKey = (figure: string, other: Pick<Match, 'story' | 'figure'>): string =>
  `${figure} ${other.story}/${other.figure}`;

/** Makes a change; null where nothing comes of it: what it names may be gone, or be no name. */
export function applyChange(now: Reviewed, change: Change): { now: Reviewed; edit: Edit } | null {
  if ('figure' in change && !now.story.figures.some(({ id }) => id === change.figure)) return null;
  const made = changed(now, change);
  return made && made.now.story === now.story && made.now.off === now.off && made.now.decided === now.decided
    ? null
    : made;
}

function changed(now: Reviewed, change: Change): { now: Reviewed; edit: Edit } | null {
  const { story } = now;
  const nameOf = (id: string): string => {
    const figure = story.figures.find((one) => one.id === id);
    return figure ? edit.nameOf(figure) : '';
  };
  const told = (next: Story, edit: Edit) => ({ now: { ...now, story: next }, edit });
  switch (change.do) {
    case 'retitle':
      return told(edit.retitle(story, change.text), { kind: 'renamed', name: change.text, figure: null });
    case 'rename': {
      const name = asName(change.text);
      const { figure } = change;
      return name === null ? null : told(edit.rename(story, figure, name), { kind: 'renamed', name, figure });
    }
    case 'setRole': {
      const { figure, text } = change;
      return told(edit.setRole(story, figure, text), { kind: 'role', name: nameOf(figure), figure });
    }
    case 'setKind': {
      const { figure, kind } = change;
      return told(edit.setKind(story, figure, kind), { kind: 'kind', name: nameOf(figure), figure });
    }
    case 'merge': {
      const { figure, other } = change;
      const names = { name: nameOf(other), other: nameOf(figure) };
      return told(edit.merge(story, figure, other), { kind: 'merged', ...names, figure });
    }
    case 'split': {
      const { figure, text } = change;
      return told(edit.split(story, figure, text), { kind: 'split', name: text, figure });
    }
    case 'add': {
      const name = asName(change.text);
      if (name === null) return null;
      const added = edit.add(story, name, change.kind);
      return told(added.story, { kind: 'added', name, figure: added.id });
    }
    case 'addForm': {
      const form = asName(change.text);
      const { figure } = change;
      return form === null ? null : told(edit.addForm(story, figure, form), { kind: 'form', name: form, figure });
    }
    case 'toggle': {
      const { figure } = change;
      const off = new Set(now.off);
      const wasOff = off.delete(figure);
      if (!wasOff) off.add(figure);
      return { now: { ...now, off }, edit: { kind: wasOff ? 'takenIn' : 'leftOut', name: nameOf(figure), figure } };
    }
    case 'decide': {
      const { figure, other, as } = change;
      const decided = new Map(now.decided).set(`${figure} ${other}`, as);
      return { now: { ...now, decided }, edit: { kind: as, name: nameOf(figure), figure } };
    }
  }
}

/** What is stored of a review: all changes in order, and what is not undone step by step. */
export interface SavedReview {
  changes: readonly Change[];
  /** What the reader has said himself of having looked it through; null where he has not. */
  looked: boolean | null;
  /** The story to which the article is to be added. */
  into: string | null;
}

/** More than anybody changes by hand. */
const MOST_CHANGES = 5000;
const LONGEST = 1000;

const FIELDS: Record<Change['do'], readonly string[]> = {
  retitle: ['text'],
  toggle: ['figure'],
  rename: ['figure', 'text'],
  setRole: ['figure', 'text'],
  split: ['figure', 'text'],
  addForm: ['figure', 'text'],
  setKind: ['figure', 'kind'],
  merge: ['figure', 'other'],
  add: ['text', 'kind'],
  decide: ['figure', 'other', 'as'],
};
const VALUES: Record<string, readonly string[]> = {
  kind: ['person', 'place', 'organization', 'group'],
  as: ['same', 'apart'],
};

/** What a stored value says of a review; what is no change is left out. */
export function savedReviewIn(value: unknown): SavedReview | null {
  if (!isRecord(value)) return null;
  const { changes, looked, into } = value;
  return {
    changes: (Array.isArray(changes) ? changes : []).filter(isChange).slice(0, MOST_CHANGES),
    looked: typeof looked === 'boolean' ? looked : null,
    into: typeof into === 'string' ? into : null,
  };
}

function isChange(value: unknown): value is Change {
  if (!isRecord(value) || typeof value.do !== 'string' || !Object.hasOwn(FIELDS, value.do)) return false;
  return FIELDS[value.do as Change['do']].every((field) => {
    const one = value[field];
    return typeof one === 'string' && one.length <= LONGEST && (VALUES[field]?.includes(one) ?? true);
  });
}
