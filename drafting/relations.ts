// Who is named with whom, from the statements of a story that its reader has changed.
import type { Relation, Story } from '../stories/format.ts';

/** Pairs that are kept, and sentences of each, as in telling.ts. */
const MOST_RELATIONS = 500;
const MOST_STEPS = 8;
const MOST_NAMED = 16;

/** Pairs with a person in them, those that are named together most often first. */
export function relationsIn({ figures, statements }: Pick<Story, 'figures' | 'statements'>): Relation[] {
  const people = new Set(figures.filter(({ kind }) => kind === 'person').map(({ id }) => id));
  const pairs = new Map<string, Pick<Relation, 'between' | 'course'>>();
  for (const { figures: named, text, cites } of statements) {
    const few = named.slice(0, MOST_NAMED);
    for (const [at, one] of few.entries())
      for (const other of few.slice(at + 1)) {
        if (one === other || (!people.has(one) && !people.has(other))) continue;
        const between: [string, string] = one < other ? [one, other] : [other, one];
        const pair = pairs.get(between.join(' ')) ?? { between, course: [] };
        if (pair.course.length < MOST_STEPS) pair.course.push({ text, cites, event: null });
        pairs.set(between.join(' '), pair);
      }
  }
  return [...pairs.values()]
    .sort((a, b) => b.course.length - a.course.length)
    .slice(0, MOST_RELATIONS)
    .map((pair, at) => ({ id: `r${at + 1}`, label: null, ...pair }));
}
