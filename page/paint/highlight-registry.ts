// Our highlights in the registries of the page's windows: one for painted mentions, one for each unusual look of
// theirs, one for the mention that stands out.
import { ignoreIfFrameGone, type Realm, realmOf } from '../native.ts';

// Names that pages can see say nothing about the extension.
export const MARK = 'mention';
export const ACTIVE = 'mention-active';

export interface HighlightRegistry {
  /** Registers our highlight in a window; the first time in a window this takes the browser a moment. */
  open(realm: Realm): void;
  /** Adds a range to the highlight of a name. */
  add(realm: Realm, name: string, range: AbstractRange): void;
  /** Its window is not asked for: an element that has left its window belongs to none any more. */
  remove(name: string, range: AbstractRange): void;
  /** Makes some ranges stand out, and none that did before. Puts back what the page has cleared of ours. */
  activate(realm: Realm, ranges: readonly AbstractRange[]): void;
  deactivate(): void;
  /** Forgets documents that are in no window any more. */
  forgetRemoved(): void;
}

/** Holds ranges until `signal` is aborted, then our highlights are gone from every registry. */
export function createHighlightRegistry(signal: AbortSignal): HighlightRegistry {
  /** By document and name: a frame keeps its window when it moves on, and its highlights are gone. */
  const ours = new Map<Document, Map<string, Highlight>>();
  let active: { highlight: Highlight; ranges: readonly AbstractRange[] } | null = null;

  signal.addEventListener('abort', () => {
    // After an update the new script may own this entry; delete it only if it is ours.
    for (const [document, made] of ours)
      ignoreIfFrameGone(() => {
        const realm = realmOf(document);
        if (!realm) return;
        const highlights = highlightsOf(realm);
        for (const [name, highlight] of made) if (highlights.get(name) === highlight) highlights.delete(name);
      });
    ours.clear();
  });

  function highlightOf(realm: Realm, name: string): Highlight {
    const highlights = highlightsOf(realm);
    const made = ours.get(realm.document) ?? new Map<string, Highlight>();
    ours.set(realm.document, made);
    const known = made.get(name);
    const highlight = known ?? new realm.Highlight();
    made.set(name, highlight);
    // What is there from the start was left by a script before this one.
    if (!known || !highlights.has(name)) highlights.set(name, highlight);
    return highlight;
  }

  function deactivate(): void {
    const before = active;
    ignoreIfFrameGone(() => {
      for (const range of before?.ranges ?? []) before?.highlight.delete(range);
    });
    active = null;
  }

  return {
    open: (realm) => void highlightOf(realm, MARK),
    add: (realm, name, range) => void highlightOf(realm, name).add(range),
    remove(name, range) {
      for (const made of ours.values()) ignoreIfFrameGone(() => made.get(name)?.delete(range));
    },
    activate(realm, ranges) {
      deactivate();
      for (const [document, made] of ours) {
        const other = realmOf(document);
        if (other) for (const name of made.keys()) ignoreIfFrameGone(() => highlightOf(other, name));
      }
      const highlight = highlightOf(realm, ACTIVE);
      active = { highlight, ranges };
      highlight.priority = 1;
      for (const range of ranges) highlight.add(range);
    },
    deactivate,
    forgetRemoved() {
      for (const document of ours.keys()) if (!realmOf(document)) ours.delete(document);
    },
  };
}

/**
 * The registry of a window. `CSS.highlights` itself is wrong in Firefox (153) once this code is compiled: its cache
 * takes the getter of the window that was asked first for that of every window of the origin, so that the marks of a
 * frame replace the page's.
 */
function highlightsOf({ CSS }: Realm): typeof CSS.highlights {
  return Object.getOwnPropertyDescriptor(CSS, 'highlights')?.get?.call(CSS);
}
