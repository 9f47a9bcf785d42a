// Which figures of an article that was kept before are which of its new draft: notes, mutes and decisions hang on their
// ids, which follow from names and may differ where somebody new has come.
import { foldText } from '../recognition/fold.ts';
import type { Figure, Story } from '../stories/format.ts';
import { wholeNames } from './edit-written.ts';

type Cast = Pick<Story, 'figures'>;
type Keys = (figure: Figure) => string[];

const namesOf: Keys = ({ name }) => Object.values(name).map(foldText);

/** What agrees, the surest first. */
const AGREEMENTS: readonly Keys[] = [
  (figure) => namesOf(figure).map((name) => `${figure.kind} ${name}`),
  namesOf,
  (figure) => wholeNames(figure).map(foldText),
  // One of whom only a part of the name is known: the reader may have written the whole one.
  ({ id, drawn }) => (drawn?.forms ?? []).map((form) => `${id} ${foldText(form)}`),
];

/**
 * The figures of a known story by those of a draft that they are. Where several could be meant, none is: a note would
 * come to somebody else.
 */
export function sameFigures(known: Cast, draft: Cast): Map<string, string> {
  const same = new Map<string, string>();
  const taken = new Set<string>();
  for (const keysOf of AGREEMENTS) {
    const there = byKey(
      known.figures.filter(({ id }) => !taken.has(id)),
      keysOf,
    );
    const here = byKey(
      draft.figures.filter(({ id }) => !same.has(id)),
      keysOf,
    );
    for (const [key, [one, another]] of here) {
      const [other, further] = there.get(key) ?? [];
      if (!one || another || !other || further || same.has(one.id) || taken.has(other.id)) continue;
      same.set(one.id, other.id);
      taken.add(other.id);
    }
  }
  return same;
}

/** A draft with other ids for its figures, wherever they are named. */
export function withFigureIds(draft: Story, ids: ReadonlyMap<string, string>): Story {
  const renamed = (id: string): string => ids.get(id) ?? id;
  const orNull = (id: string | null): string | null => id && renamed(id);
  return {
    ...draft,
    figures: draft.figures.map((one) => ({
      ...one,
      id: renamed(one.id),
      needs: orNull(one.needs),
      country: orNull(one.country),
    })),
    statements: draft.statements.map((one) => ({ ...one, by: orNull(one.by), figures: one.figures.map(renamed) })),
    quotations: draft.quotations.map((one) => ({ ...one, by: orNull(one.by), about: one.about.map(renamed) })),
    events: draft.events.map((one) => ({ ...one, figures: one.figures.map(renamed) })),
    relations: draft.relations.map((one) => {
      const [from, to] = one.between;
      return { ...one, between: [renamed(from), renamed(to)] };
    }),
  };
}

function byKey(figures: readonly Figure[], keysOf: Keys): Map<string, Figure[]> {
  const found = new Map<string, Figure[]>();
  for (const figure of figures)
    for (const key of new Set(keysOf(figure))) found.set(key, [...(found.get(key) ?? []), figure]);
  return found;
}
