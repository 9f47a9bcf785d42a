// What the page for keeping an article shows, and what its reader can do there.
import type { KeepFault } from '../../extension/captures.ts';
import type { Figure, Story } from '../../stories/format.ts';
import type { Localizer } from '../localizer.ts';

export type Kind = Figure['kind'];

/** A name in a sentence; offsets in UTF-16 code units, the end exclusive. */
export interface Mark {
  start: number;
  end: number;
  figure: string;
}

/** What was changed last, and can be undone. */
export type Edit =
  | { kind: 'merged'; name: string; other: string }
  | {
      kind: 'split' | 'added' | 'renamed' | 'kind' | 'role' | 'form' | 'leftOut' | 'takenIn' | 'same' | 'apart';
      name: string;
    };

/** A figure of another story that has the same name; `decided`: what the reader has said. */
export interface Match {
  story: string;
  figure: string;
  title: string;
  decided: 'same' | 'apart' | null;
}

/** A story as it was drafted and changed so far. */
export interface Draft {
  story: Story;
  /** Figures that are not to be kept. */
  off: ReadonlySet<string>;
  /** Names by place, `paragraph.sentence`. */
  marks: ReadonlyMap<string, readonly Mark[]>;
  /** People of whom only a part of the name is known: they are marked nowhere. */
  inPart: ReadonlySet<string>;
  matches: ReadonlyMap<string, readonly Match[]>;
  /** The reader has changed something, or says that he has looked it through. */
  looked: boolean;
  /** The page shows only the beginning of the article. */
  partial: boolean;
  /** This article is kept already. */
  known: { id: string; added: string } | null;
  /** Stories to which the article can be added, and the one that was chosen. */
  stories: readonly { id: string; title: string }[];
  into: string | null;
  last: Edit | null;
}

/** Why a draft was not kept: the storage is full, or what is wrong with the story. */
export interface KeepTrouble {
  fault: string;
  /** The stories that take most room; bytes of each. */
  largest: readonly { id: string; title: string; size: number }[];
}

export type KeepState =
  | { kind: 'loading' }
  /** The window is private: nothing has been read yet. */
  | { kind: 'asking' }
  | {
      kind: 'empty';
      problem: KeepFault | 'gone' | 'unreadable' | 'no-text' | null;
      /** Something is selected on the page that was asked for. */
      selection: boolean;
      waiting: readonly { id: string; title: string }[];
    }
  /** `slow`: it takes long enough to be told. */
  | { kind: 'drafting'; words: number; slow: boolean }
  | { kind: 'stopped'; words: number }
  | { kind: 'failed' }
  | { kind: 'draft'; draft: Draft; busy: boolean; trouble: KeepTrouble | null }
  | { kind: 'kept'; story: Story; looked: boolean; isNew: boolean }
  | { kind: 'discarded'; canUndo: boolean };

export interface KeepCallbacks {
  allowPrivate(): void;
  paste(text: string): void;
  readFile(file: File): void;
  keepSelection(): void;
  openCapture(id: string): void;
  stop(): void;
  startAgain(): void;
  retitle(title: string): void;
  toggle(figure: string): void;
  rename(figure: string, name: string): void;
  setKind(figure: string, kind: Kind): void;
  setRole(figure: string, role: string): void;
  merge(figure: string, other: string): void;
  split(figure: string, form: string): void;
  add(name: string, kind: Kind): void;
  addForm(figure: string, form: string): void;
  decide(figure: string, match: Match, as: 'same' | 'apart'): void;
  setLooked(looked: boolean): void;
  addTo(story: string | null): void;
  keep(): void;
  discard(): void;
  /** Undoes the last change, or the keeping. */
  undo(): void;
  openStory(story: string): void;
  openArticle(address: string): void;
}

export interface FigureRowProps {
  localizer: Localizer;
  draft: Draft;
  figure: Figure;
  open: boolean;
  onOpen: (figure: string | null) => void;
  /** The figure that is to be merged with another. */
  merging: string | null;
  onMerging: (figure: string | null) => void;
  on: KeepCallbacks;
}
