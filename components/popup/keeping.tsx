// Keeping the article of the page in front, as popup and side panel offer it.
import type { ComponentChild } from 'preact';
import type { KeepOptions, Keeping as Kept } from '../../extension/captures.ts';
import type { StoryEntry } from '../../extension/library.ts';
import type { Source } from '../../stories/format.ts';
import type { Localizer } from '../localizer.ts';
import { KeepArticle, type KeepPopupCallbacks, type KeepPopupState } from './KeepArticle.tsx';

/** Reading that takes longer is told of; ms. */
const SLOW = 400;

export interface Keeping {
  /** What is drawn of it. @param library all stories, by which it is known whether the page is kept already */
  view(library: readonly StoryEntry[]): ComponentChild;
}

/** The page in front, and what can be done with it. */
export interface KeptPage {
  /** As a story's source has it; null where the browser does not tell it. */
  address: string | null;
  keep(options: KeepOptions): Promise<Kept>;
  /** The article is kept: what asked for it may close. */
  onKept(): void;
  openKept(story: string): void;
  /**
   * Whether the page reads otherwise than what was kept of it; null where that cannot be told.
   * @param text sentences by paragraph, as a story's source has them
   */
  hasChanged(text: Source['text'] | undefined): Promise<boolean | null>;
  /** Opens the page on which a text can be pasted. */
  paste(): void;
}

/** @param onChange is called when it is to be drawn anew */
export function createKeeping(localizer: Localizer, page: KeptPage, onChange: () => void): Keeping {
  let state: Omit<KeepPopupState, 'known'> = { problem: null, busy: false, slow: false };
  let reading: AbortController | null = null;
  let kept: readonly StoryEntry[] = [];
  /** What the reader wants of this page, and whether it may be kept although its window is a private one. */
  let asked: KeepOptions = { what: 'article', isPrivateAllowed: false };
  const set = (next: Partial<typeof state>) => {
    state = { ...state, ...next };
    onChange();
  };
  async function keep(options: Partial<KeepOptions> = {}): Promise<void> {
    asked = { ...asked, ...options };
    reading = new AbortController();
    set({ busy: true });
    const timer = setTimeout(() => set({ slow: true }), SLOW);
    const kept = await page.keep({ ...asked, signal: reading.signal });
    clearTimeout(timer);
    set({ busy: false, slow: false, problem: kept.ok ? null : kept });
    if (!kept.ok) return;
    // Agreed to for this article alone.
    asked = { ...asked, isPrivateAllowed: false };
    page.onKept();
  }
  const on: KeepPopupCallbacks = {
    keep: (what) => void keep({ what }),
    again: () => void keep(),
    allowPrivate: () => void keep({ isPrivateAllowed: true }),
    stop: () => reading?.abort(),
    openKept: page.openKept,
    hasChanged(id) {
      const entry = kept.find(({ story }) => story.id === id);
      return page.hasChanged(entry && sourceAt(page.address, entry)?.text);
    },
    paste: page.paste,
  };
  return {
    view(library) {
      kept = library;
      return <KeepArticle localizer={localizer} state={{ ...state, known: keptOf(page.address, library) }} on={on} />;
    },
  };
}

/** The story that was kept of an address: rather one of this article alone than one that has it among others. */
function keptOf(address: string | null, library: readonly StoryEntry[]): KeepPopupState['known'] {
  const kept = library.filter((one) => one.kept?.from === 'article' && sourceAt(address, one));
  const entry = kept.find(isOfOne) ?? kept[0];
  return entry?.kept ? { story: entry.story.id, added: entry.kept.added, alone: isOfOne(entry) } : null;
}

const isOfOne = ({ story }: StoryEntry): boolean => story.sources.length === 1;

/** The source of a story that has an address. */
const sourceAt = (address: string | null, { story }: StoryEntry): Source | undefined =>
  address === null ? undefined : story.sources.find(({ url }) => url === address);
