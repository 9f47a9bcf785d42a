// A draft that is looked through: what its reader does with it, until it is kept.
import { browser } from 'wxt/browser';
import type { KeepCallbacks, KeepState, KeepTrouble } from '../../components/keep/state.ts';
import { forStory, type Localizer } from '../../components/localizer.ts';
import { toHash } from '../../components/story/place.ts';
import type { CapturedArticle } from '../../extension/capture.ts';
import { removeCapture, saveCapture, saveReview } from '../../extension/captures.ts';
import { readLibrary } from '../../extension/checked-stories.ts';
import type { StoryEntry } from '../../extension/library.ts';
import { MERGING, readDecisions } from '../../extension/merging.ts';
import { attempt } from '../../extension/outcome.ts';
import { read } from '../../extension/stored.ts';
import { openStory } from '../../extension/story-tab.ts';
import { STORY_CHECKER } from '../../stories/check-story.ts';
import type { Story } from '../../stories/format.ts';
import { inLanguage } from '../../stories/story.ts';
import type { Change, SavedReview } from './changes.ts';
import { hasArticle, type KeptDraft, keepDraft, markedIn } from './keeping.ts';
import { createMatching, createReview, shownOf } from './review.ts';

/** Stories that are named where there is no room. */
const MOST_LISTED = 5;

export interface OpenDraftOptions {
  localizer: Localizer;
  /** Of the capture that the draft was made of; null where the storage had no room for one. */
  captureId: string | null;
  article: CapturedArticle;
  story: Story;
  isPartial: boolean;
  /** What was changed of this draft before. */
  saved: SavedReview | null;
}

export interface OpenDraft {
  on: Omit<
    KeepCallbacks,
    | ('allowPrivate' | 'keepSelection' | 'paste' | 'readFile')
    | ('openCapture' | 'stop' | 'startAgain' | 'discard' | 'undo' | 'close')
  >;
  show(): void;
  undo(): Promise<void>;
  /** All that was changed so far. */
  review(): SavedReview;
  /** It is being kept: nothing can be changed meanwhile. */
  isBusy(): boolean;
}

export async function openDraft(options: OpenDraftOptions, show: (state: KeepState) => void): Promise<OpenDraft> {
  const { localizer, captureId, article, isPartial, saved } = options;
  const review = createReview(options.story, saved?.changes ?? []);
  const [stored, merging] = await Promise.all([readLibrary(STORY_CHECKER), read([MERGING])]);
  const library = stored.ok ? stored.value : [];
  const known = library.find((entry) => entry.kept?.from === 'article' && isOfArticle(entry.story, article)) ?? null;
  const others = library.filter((entry) => entry !== known);
  const matching = createMatching({
    others: others.filter(({ on }) => on).map(({ story }) => story),
    known: known?.story ?? null,
    decisions: readDecisions(merging.ok ? merging.value[MERGING] : null),
    titleOf: titleIn,
  });
  const targets = others.filter(({ story, bundled }) => !bundled && !hasArticle(story, article.url));
  const target = (id: string | null) => targets.find(({ story }) => story.id === id) ?? null;
  /** Has this article among others: none of them can be updated by itself. */
  const within = known ? null : (library.find(({ story }) => hasArticle(story, article.url)) ?? null);
  let into: StoryEntry | null = target(saved?.into ?? null);
  let isSureLooked: boolean | null = saved?.looked ?? null;
  let busy = false;
  let trouble: KeepTrouble | null = null;
  let done: { undo: KeptDraft['undo']; shown: Extract<KeepState, { kind: 'kept' }> } | null = null;

  function titleIn(story: Story): string {
    return inLanguage(story.title, forStory(localizer, story)).text;
  }

  /** Changing something is looking through, unless the reader says that he has not. */
  const isLooked = () => isSureLooked ?? review.changes.length > 0;

  const reviewSoFar = (): SavedReview => ({
    ...{ changes: review.changes, looked: isSureLooked, into: into?.story.id ?? null },
  });

  function draw(): void {
    show({
      ...{ kind: 'draft', busy, trouble },
      draft: {
        ...shownOf(review.now),
        ...{ matches: matching(review.now), last: review.last },
        ...{ looked: isLooked(), partial: isPartial, into: into?.story.id ?? null },
        known: known?.kept ? { id: known.story.id, added: known.kept.added } : null,
        within: within && titleIn(within.story),
        stories: targets.map(({ story }) => ({ id: story.id, title: titleIn(story) })),
      },
    });
  }

  /** Draws what was changed, and saves it: opened again, the page has it too. */
  function settle(): void {
    draw();
    // What does not fit is still on the page.
    if (captureId) void saveReview(captureId, reviewSoFar());
  }

  function make(change: Change): void {
    if (busy) return;
    review.make(change);
    trouble = null;
    settle();
  }

  async function keep(): Promise<void> {
    if (busy) return;
    busy = true;
    draw();
    const looked = isLooked();
    const reviewed = review.now;
    const kept = await attempt(() => keepDraft({ reviewed, looked, url: article.url, known, into, others }));
    busy = false;
    if (!kept.ok) {
      trouble = { fault: kept.fault, largest: largest() };
      return draw();
    }
    const { story, isNew, isOff, undo } = kept.value;
    const shown = { kind: 'kept', story, marked: markedIn(story), looked, isNew, isOff, fault: null } as const;
    done = { undo, shown };
    if (captureId) await removeCapture(captureId);
    show(shown);
  }

  async function undo(): Promise<void> {
    if (busy) return;
    if (done) {
      const outcome = await done.undo();
      // It is kept still, and can be undone once more.
      if (!outcome.ok) return show({ ...done.shown, fault: outcome.fault });
      done = null;
      trouble = null;
      if (captureId) await saveCapture({ article, text: null }, captureId);
    } else review.undo();
    settle();
  }

  /** The stories that could be deleted to make room, the largest first. */
  const largest = (): KeepTrouble['largest'] =>
    library
      .filter(({ bundled }) => !bundled)
      .map(({ story }) => ({
        id: story.id,
        title: titleIn(story),
        size: JSON.stringify(story).length,
      }))
      .sort((a, b) => b.size - a.size)
      .slice(0, MOST_LISTED);

  return {
    show: draw,
    undo,
    review: reviewSoFar,
    isBusy: () => busy,
    on: {
      ...editingCallbacks(make),
      setLooked(looked) {
        if (busy) return;
        isSureLooked = looked;
        settle();
      },
      addTo(id) {
        if (busy) return;
        into = target(id);
        settle();
      },
      keep: () => void keep(),
      openStory: (story) => void openStory(toHash({ story, kind: 'part', id: 'top' })),
      openArticle: (url) => void attempt(() => browser.tabs.create({ url })),
    },
  };
}

type Editing = Pick<
  KeepCallbacks,
  'retitle' | 'toggle' | 'rename' | 'setKind' | 'setRole' | 'merge' | 'split' | 'add' | 'addForm' | 'decide'
>;

/** What the reader changes of a draft. */
const editingCallbacks = (make: (change: Change) => void): Editing => ({
  retitle: (text) => make({ do: 'retitle', text }),
  toggle: (figure) => make({ do: 'toggle', figure }),
  rename: (figure, text) => make({ do: 'rename', figure, text }),
  setKind: (figure, kind) => make({ do: 'setKind', figure, kind }),
  setRole: (figure, text) => make({ do: 'setRole', figure, text }),
  merge: (figure, other) => make({ do: 'merge', figure, other }),
  split: (figure, text) => make({ do: 'split', figure, text }),
  add: (text, kind) => make({ do: 'add', text, kind }),
  addForm: (figure, text) => make({ do: 'addForm', figure, text }),
  decide: (figure, match, as) => make({ do: 'decide', figure, other: `${match.story}/${match.figure}`, as }),
});

/** Whether a story is drawn from this very article. */
const isOfArticle = (story: Story, { url }: CapturedArticle): boolean =>
  story.sources.length === 1 && hasArticle(story, url);
