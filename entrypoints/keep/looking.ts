// A draft that is looked through: what its reader does with it, until it is kept.
import { browser } from 'wxt/browser';
import type { Edit, KeepCallbacks, KeepState, KeepTrouble } from '../../components/keep/state.ts';
import { forStory, type Localizer } from '../../components/localizer.ts';
import { toHash } from '../../components/story/place.ts';
import * as edit from '../../drafting/edit.ts';
import type { CapturedArticle } from '../../extension/capture.ts';
import { removeCapture, saveCapture } from '../../extension/captures.ts';
import { keepStory } from '../../extension/keeping.ts';
import { readLibrary, type StoryEntry } from '../../extension/library.ts';
import { putStories, type StoredStories } from '../../extension/library-changes.ts';
import type { Pair } from '../../extension/merging.ts';
import { attempt } from '../../extension/outcome.ts';
import { openStory } from '../../extension/story-tab.ts';
import { storyOrNull } from '../../stories/check-story.ts';
import type { Story } from '../../stories/format.ts';
import { sameNames } from '../../stories/same-names.ts';
import { inLanguage } from '../../stories/story.ts';
import { finishedStory } from './finish.ts';
import { createReview, decisionKey, type Review, type Reviewed, shownOf } from './review.ts';

/** Stories that are named where there is no room. */
const MOST_LISTED = 5;

interface LookingOptions {
  localizer: Localizer;
  /** Of the capture that the draft was made of; null where the storage had no room for one. */
  captureId: string | null;
  article: CapturedArticle;
  story: Story;
  isPartial: boolean;
}

export interface Looking {
  on: Omit<
    KeepCallbacks,
    | ('allowPrivate' | 'keepSelection' | 'paste' | 'readFile')
    | ('openCapture' | 'stop' | 'startAgain' | 'discard' | 'undo')
  >;
  show(): void;
  undo(): Promise<void>;
}

export async function createLooking(options: LookingOptions, show: (state: KeepState) => void): Promise<Looking> {
  const { localizer, captureId, article, isPartial } = options;
  const review = createReview(options.story);
  const stored = await readLibrary(storyOrNull);
  const library = stored.ok ? stored.value : [];
  const others = library.map(({ story }) => ({ story, title: titleIn(story) }));
  const known = library.find((entry) => entry.kept?.from === 'article' && isOfArticle(entry.story, article)) ?? null;
  let into: StoryEntry | null = null;
  let isSureLooked: boolean | null = null;
  let busy = false;
  let trouble: KeepTrouble | null = null;
  let done: { story: Story; before: StoredStories } | null = null;

  function titleIn(story: Story): string {
    return inLanguage(story.title, forStory(localizer, story)).text;
  }

  /** Changing something is looking through, unless the reader says that he has not. */
  const isLooked = () => isSureLooked ?? review.isChanged;

  function draw(): void {
    show({
      ...{ kind: 'draft', busy, trouble },
      draft: {
        ...shownOf(review.now, others),
        ...{ looked: isLooked(), partial: isPartial, last: review.last, into: into?.story.id ?? null },
        known: known?.kept ? { id: known.story.id, added: known.kept.added } : null,
        stories: library
          .filter((entry) => entry !== known && !entry.bundled)
          .map(({ story }) => ({ id: story.id, title: titleIn(story) })),
      },
    });
  }

  function make(change: Edit, reviewed: Partial<Reviewed>): void {
    if (reviewed.story !== review.now.story) {
      review.make(change, reviewed);
      trouble = null;
    }
    draw();
  }

  async function keep(): Promise<void> {
    busy = true;
    draw();
    const kept = await attempt(async () => {
      const found = sameNames(
        review.now.story,
        others.map(({ story }) => story),
      );
      const taken = new Set(library.map(({ story }) => story.id));
      const story = await finishedStory(review.now, { known, into, taken, sameNames: found });
      const replaced = into ?? known;
      const kept = {
        added: replaced?.kept?.added ?? today(),
        from: into?.kept?.from ?? 'article',
        looked: isLooked() && (into?.kept?.looked ?? true),
      };
      const said = into ? { same: [], apart: [] } : pairsOf(story, review.now.decided);
      const outcome = await keepStory({ story, kept, isOff: replaced?.on === false, ...said });
      if (!outcome.ok) throw new Error(outcome.fault);
      return { story, before: outcome.value };
    });
    busy = false;
    if (!kept.ok) {
      trouble = { fault: kept.fault, largest: largest() };
      return draw();
    }
    done = kept.value;
    if (captureId) await removeCapture(captureId);
    show({ kind: 'kept', story: done.story, looked: isLooked(), isNew: !known && !into });
  }

  async function undo(): Promise<void> {
    if (done) {
      const outcome = await putStories(done.before);
      trouble = outcome.ok ? null : { fault: outcome.fault, largest: [] };
      if (outcome.ok && captureId) await saveCapture({ article, text: null }, captureId);
      done = null;
    } else review.undo();
    draw();
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
    on: {
      ...editingCallbacks(review, make, draw),
      setLooked(looked) {
        isSureLooked = looked;
        draw();
      },
      addTo(id) {
        into = library.find(({ story }) => story.id === id) ?? null;
        draw();
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
function editingCallbacks(
  review: Review,
  make: (change: Edit, reviewed: Partial<Reviewed>) => void,
  draw: () => void,
): Editing {
  const nameOf = (id: string): string => {
    const figure = review.now.story.figures.find((one) => one.id === id);
    return figure ? edit.nameOf(figure) : '';
  };
  return {
    retitle: (title) => make({ kind: 'renamed', name: title }, { story: edit.retitle(review.now.story, title) }),
    toggle(id) {
      const off = new Set(review.now.off);
      const isOff = off.delete(id);
      if (!isOff) off.add(id);
      make({ kind: isOff ? 'takenIn' : 'leftOut', name: nameOf(id) }, { off });
    },
    rename(id, text) {
      const name = edit.asName(text);
      if (name) make({ kind: 'renamed', name }, { story: edit.rename(review.now.story, id, name) });
      else draw();
    },
    setKind: (id, kind) =>
      make({ kind: 'kind', name: nameOf(id) }, { story: edit.setKind(review.now.story, id, kind) }),
    setRole: (id, role) =>
      make({ kind: 'role', name: nameOf(id) }, { story: edit.setRole(review.now.story, id, role) }),
    merge: (id, other) =>
      make(
        { kind: 'merged', name: nameOf(other), other: nameOf(id) },
        { story: edit.merge(review.now.story, id, other) },
      ),
    split: (id, form) => make({ kind: 'split', name: form }, { story: edit.split(review.now.story, id, form) }),
    add(text, kind) {
      const name = edit.asName(text);
      if (name) make({ kind: 'added', name }, { story: edit.add(review.now.story, name, kind).story });
    },
    addForm(id, text) {
      const form = edit.asName(text);
      if (form) make({ kind: 'form', name: form }, { story: edit.addForm(review.now.story, id, form) });
    },
    decide(id, match, as) {
      const decided = new Map(review.now.decided).set(decisionKey(id, match), as);
      make({ kind: as, name: nameOf(id) }, { decided });
    },
  };
}

/** Whether a story is drawn from this very article. */
const isOfArticle = ({ sources }: Story, { url }: CapturedArticle): boolean =>
  url !== null && sources.length === 1 && sources[0]?.url === url;

/** Which figures of the kept story are which of others, as the reader has said. */
function pairsOf({ id, figures }: Story, decided: Reviewed['decided']) {
  const pairs = { same: [] as Pair[], apart: [] as Pair[] };
  const own = new Set(figures.map((figure) => figure.id));
  for (const [key, as] of decided) {
    const [figure = '', other = ''] = key.split(' ');
    if (own.has(figure)) pairs[as].push([`${id}/${figure}`, other]);
  }
  return pairs;
}

const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};
