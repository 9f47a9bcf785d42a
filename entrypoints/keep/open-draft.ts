// A draft that is looked through: what its reader does with it, until it is kept.
import { browser } from 'wxt/browser';
import type { KeepCallbacks, KeepState, KeepTrouble } from '../../components/keep/state.ts';
import { forStory, type Localizer } from '../../components/localizer.ts';
import { toHash } from '../../components/story/place.ts';
import { isNamedInPart } from '../../drafting/edit.ts';
import type { CapturedArticle } from '../../extension/capture.ts';
import { removeCapture, saveCapture, saveReview } from '../../extension/captures.ts';
import { readLibrary } from '../../extension/checked-stories.ts';
import { keepStory } from '../../extension/keeping.ts';
import { STORY_PREFIX, type StoryEntry } from '../../extension/library.ts';
import { putStories, type StoredStories } from '../../extension/library-changes.ts';
import { MERGING, type Pair, readDecisions } from '../../extension/merging.ts';
import { attempt } from '../../extension/outcome.ts';
import { read, readKeys } from '../../extension/stored.ts';
import { openStory } from '../../extension/story-tab.ts';
import { today } from '../../extension/today.ts';
import { asStored, STORY_CHECKER } from '../../stories/check-story.ts';
import type { Story } from '../../stories/format.ts';
import { bearersIn, sameNames } from '../../stories/same-names.ts';
import { inLanguage } from '../../stories/story.ts';
import type { Change, Reviewed, SavedReview } from './changes.ts';
import { finishedStory } from './finish.ts';
import { createMatching, createReview, pairsOf, shownOf } from './review.ts';

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
    id: known?.story.id ?? '',
    decisions: readDecisions(merging.ok ? merging.value[MERGING] : null),
    titleOf: titleIn,
  });
  const target = (id: string | null) => others.find(({ story, bundled }) => story.id === id && !bundled) ?? null;
  let into: StoryEntry | null = target(saved?.into ?? null);
  let isSureLooked: boolean | null = saved?.looked ?? null;
  let busy = false;
  let trouble: KeepTrouble | null = null;
  let done: { before: StoredStories; shown: Extract<KeepState, { kind: 'kept' }> } | null = null;

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
        stories: others.filter(({ bundled }) => !bundled).map(({ story }) => ({ id: story.id, title: titleIn(story) })),
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
    review.make(change);
    trouble = null;
    settle();
  }

  async function keep(): Promise<void> {
    busy = true;
    draw();
    const kept = await attempt(async () => {
      const [knownNow, intoNow, taken] = await Promise.all([readAgain(known), readAgain(into), readIds()]);
      if (into && !intoNow) throw new Error('the story is gone');
      const named = others.map(({ story }) => (story.id === intoNow?.story.id ? intoNow.story : story));
      const target = { known: knownNow, into: intoNow, taken };
      const found = sameNames(review.now.story, bearersIn(named));
      const { story, ids } = await finishedStory(review.now, { ...target, sameNames: found });
      const replaced = intoNow ?? knownNow;
      const kept = {
        added: replaced?.kept?.added ?? today(),
        from: intoNow?.kept?.from ?? 'article',
        looked: isLooked() && (intoNow?.kept?.looked ?? true),
      };
      const outcome = await keepStory({
        story: asStored(story),
        kept,
        at: new Date().toISOString(),
        isOff: replaced?.on === false,
        ...saidOf(story.id, review.now.decided, ids),
      });
      if (!outcome.ok) throw new Error(outcome.fault);
      return { story, before: outcome.value, isNew: replaced === null };
    });
    busy = false;
    if (!kept.ok) {
      trouble = { fault: kept.fault, largest: largest() };
      return draw();
    }
    const { story, before, isNew } = kept.value;
    const marked = story.figures.filter((figure) => !isNamedInPart(story, figure)).length;
    const shown = { kind: 'kept', story, marked, looked: isLooked(), isNew, fault: null } as const;
    done = { before, shown };
    if (captureId) await removeCapture(captureId);
    show(shown);
  }

  async function undo(): Promise<void> {
    if (done) {
      const outcome = await putStories(done.before);
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
    on: {
      ...editingCallbacks(make),
      setLooked(looked) {
        isSureLooked = looked;
        settle();
      },
      addTo(id) {
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

/** A story as it is now: it may have been changed, deleted or added to since the draft was opened. */
async function readAgain(entry: StoryEntry | null): Promise<StoryEntry | null> {
  if (!entry) return null;
  const now = await readLibrary(STORY_CHECKER, [entry.story.id]);
  if (!now.ok) throw new Error(now.fault);
  return now.value[0] ?? null;
}

/** Ids of all stories that there are now. */
async function readIds(): Promise<Set<string>> {
  const keys = await readKeys();
  if (!keys.ok) throw new Error(keys.fault);
  return new Set(keys.value.flatMap((key) => (key.startsWith(STORY_PREFIX) ? [key.slice(STORY_PREFIX.length)] : [])));
}

/** Whether a story is drawn from this very article. */
const isOfArticle = ({ sources }: Story, { url }: CapturedArticle): boolean =>
  url !== null && sources.length === 1 && sources[0]?.url === url;

/**
 * Which figures of the kept story are which of other stories, as the reader has said.
 * @param ids of the draft's figures in that story
 */
function saidOf(
  story: string,
  decided: Reviewed['decided'],
  ids: ReadonlyMap<string, string>,
): Record<'same' | 'apart', Pair[]> {
  const said = (as: 'same' | 'apart'): Pair[] =>
    pairsOf(story, decided, as).flatMap(([one, other]): Pair[] => {
      const id = ids.get(one.slice(story.length + 1));
      return id === undefined || other.startsWith(`${story}/`) ? [] : [[`${story}/${id}`, other]];
    });
  return { same: said('same'), apart: said('apart') };
}
