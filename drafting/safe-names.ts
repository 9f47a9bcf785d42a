// Keeps from a draft's figures the names that recognition must not look for: words of every day, one letter, small
// words. The figure stays; the reader may write a longer name for it.
import type { StoryInput } from '../stories/format.ts';
import { type CommonWords, checkNames } from '../stories/name-checks.ts';

type FigureRecord = NonNullable<StoryInput['figures']>[number];
type Checked = Parameters<typeof checkNames>[0];

const LISTS = ['full', 'given', 'middle', 'surname', 'aliases', 'others', 'alone'] as const;

/** @param records with every list of names there */
export function withSafeNames(records: readonly FigureRecord[], common: CommonWords): FigureRecord[] {
  const refused = new Set<string>();
  const story = { figures: records, languages: {} } as unknown as Checked;
  checkNames(story, common, (_, at) => (path) => refused.add(`${at}/${path.join('/')}`));
  if (refused.size === 0) return [...records];
  return records.map((record, at) => {
    const names = { ...record.names };
    for (const list of LISTS)
      names[list] = names[list]?.filter((_, index) => !refused.has(`${at}/names/${list}/${index}`)) ?? [];
    return { ...record, names };
  });
}
