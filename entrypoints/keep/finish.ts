// A draft as it is kept: without what the reader left out, with names that can be looked for, under an id of its own.
import { addSource, idsIn } from '../../drafting/add-source.ts';
import { without, withWholeNames } from '../../drafting/edit.ts';
import { sameFigures, withFigureIds } from '../../drafting/same-figures.ts';
import type { StoryEntry } from '../../extension/library.ts';
import { checkStory } from '../../stories/check-story.ts';
import { commonWords } from '../../stories/common-words.ts';
import { Faults } from '../../stories/faults.ts';
import type { Story } from '../../stories/format.ts';
import { withSoundNames } from '../../stories/mend-names.ts';
import { decisionKey, type Reviewed } from './changes.ts';

interface Target {
  /** The kept story of the same article, whose place the new one takes. */
  known: StoryEntry | null;
  /** The story to which the article is added. */
  into: StoryEntry | null;
  /** Ids of all stories that there are. */
  taken: ReadonlySet<string>;
  sameNames: ReadonlyMap<string, readonly { story: string; figure: string }[]>;
}

export interface Finished {
  story: Story;
  /** The ids of the draft's figures in it, by their ids in the draft. */
  ids: ReadonlyMap<string, string>;
}

/** @throws Error that says what is wrong with the story */
export async function finishedStory({ story: draft, off, decided }: Reviewed, target: Target): Promise<Finished> {
  const { languageData } = await import('virtual:languages');
  const { languages, givenNames } = languageData();
  const common = commonWords(languages, givenNames);
  const left = without(draft, off);
  const own = withSoundNames(withWholeNames(left), common);
  try {
    const { story, ids } = placed(own, decided, target);
    return { story: checkStory(story, 'the article', common), ids };
  } catch (error) {
    if (error instanceof Faults) throw new Error(error.message.slice(0, 300));
    throw error;
  }
}

function placed(own: Story, decided: Reviewed['decided'], { known, into, taken, sameNames }: Target): Finished {
  if (into) {
    const same = new Map<string, string>();
    for (const figure of own.figures) {
      const one = sameNames
        .get(figure.id)
        ?.find((other) => other.story === into.story.id && decided.get(decisionKey(figure.id, other)) !== 'apart');
      // One figure of the story for each of the draft.
      if (one && ![...same.values()].includes(one.figure)) same.set(figure.id, one.figure);
    }
    return { story: addSource(into.story, own, same), ids: idsIn(into.story, own, same) };
  }
  if (known) {
    const ids = idsIn(known.story, own, sameFigures(known.story, own));
    const updated = withFigureIds(own, ids);
    return { story: { ...updated, id: known.story.id, revision: known.story.revision + 1 }, ids };
  }
  const ids = new Map(own.figures.map(({ id }) => [id, id]));
  let id = own.id;
  for (let number = 2; taken.has(id); number++) id = `${own.id.slice(0, 58)}-${number}`;
  return { story: { ...own, id }, ids };
}
