// Keeps a draft, in a library that may have changed since the draft was opened.
import { isNamedInPart } from '../../drafting/edit.ts';
import { readLibrary } from '../../extension/checked-stories.ts';
import { keepStory } from '../../extension/keeping.ts';
import { STORY_PREFIX, type StoryEntry } from '../../extension/library.ts';
import type { Pair } from '../../extension/merging.ts';
import type { Outcome } from '../../extension/outcome.ts';
import { readKeys } from '../../extension/stored.ts';
import { today } from '../../extension/today.ts';
import { asStored, STORY_CHECKER } from '../../stories/check-story.ts';
import type { Story } from '../../stories/format.ts';
import { bearersIn, sameNames } from '../../stories/same-names.ts';
import type { Reviewed } from './changes.ts';
import { finishedStory } from './finish.ts';
import { pairsOf } from './review.ts';

export interface ToKeep {
  reviewed: Reviewed;
  /** The reader has looked it through. */
  looked: boolean;
  /** The address of the article. */
  url: string | null;
  /** The kept story of the same article, whose place the draft takes. */
  known: StoryEntry | null;
  /** The story to which the article is added. */
  into: StoryEntry | null;
  /** All stories but `known`, as they were when the draft was opened. */
  others: readonly StoryEntry[];
}

export interface KeptDraft {
  story: Story;
  /** Nothing was replaced. */
  isNew: boolean;
  /** What was replaced was switched off, and this is. */
  isOff: boolean;
  /** Brings back what there was before. */
  undo: () => Promise<Outcome<unknown>>;
}

/** @throws Error that says why it cannot be kept */
export async function keepDraft({ reviewed, looked, url, known, into, others }: ToKeep): Promise<KeptDraft> {
  const [knownNow, intoNow, taken] = await Promise.all([readAgain(known), readAgain(into), readIds()]);
  if (into && !intoNow) throw new Error('the story is gone');
  if (intoNow && hasArticle(intoNow.story, url)) throw new Error('the story has this article already');
  const named = others.map(({ story }) => (story.id === intoNow?.story.id ? intoNow.story : story));
  const found = sameNames(reviewed.story, bearersIn(named));
  const { story, ids } = await finishedStory(reviewed, { known: knownNow, into: intoNow, taken, sameNames: found });
  const replaced = intoNow ?? knownNow;
  const isOff = replaced?.on === false;
  const said = (as: 'same' | 'apart'): Pair[] => pairsOf(story.id, reviewed.decided, as, (figure) => ids.get(figure));
  const kept = await keepStory({
    story: asStored(story),
    kept: {
      added: replaced?.kept?.added ?? today(),
      from: intoNow?.kept?.from ?? 'article',
      looked: looked && (intoNow?.kept?.looked ?? true),
    },
    at: new Date().toISOString(),
    ...{ isOff, same: said('same'), apart: said('apart') },
  });
  if (!kept.ok) throw new Error(kept.fault);
  return { story, isNew: replaced === null, isOff, undo: kept.value };
}

/** Whether an article is among the sources of a story. */
export const hasArticle = ({ sources }: Story, url: string | null): boolean =>
  url !== null && sources.some((source) => source.url === url);

/** How many figures of a story are marked on pages while it is on. */
export const markedIn = (story: Story): number =>
  story.figures.filter((figure) => {
    const { kind, unmarked, names } = figure;
    const isNamed = names.full.length + names.aliases.length + names.alone.length > 0;
    return isNamed && !unmarked && kind !== 'group' && !isNamedInPart(story, figure);
  }).length;

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
