// A draft while its reader looks it through: what he changed, step by step, so that each step can be undone; and what
// the page shows of it.
import type { Draft as DraftProps, Edit, Mark, Match } from '../../components/keep/state.ts';
import { idsIn } from '../../drafting/add-source.ts';
import { isNamedInPart, nameOf } from '../../drafting/edit.ts';
import { marksIn } from '../../drafting/places-of-names.ts';
import { sameFigures, withFigureIds } from '../../drafting/same-figures.ts';
import { keyOfPair } from '../../extension/merging.ts';
import { cleanStory } from '../../stories/clean.ts';
import type { Story } from '../../stories/format.ts';
import { type Decisions, groupFigures, keyOf } from '../../stories/merge.ts';
import { bearersIn, sameNames } from '../../stories/same-names.ts';
import { applyChange, type Change, decisionKey, type Reviewed } from './changes.ts';

export interface Review {
  readonly now: Reviewed;
  readonly last: Edit | null;
  /** All changes that are not undone. */
  readonly changes: readonly Change[];
  make(change: Change): void;
  undo(): void;
}

/** @param changes what was changed of this draft before */
export function createReview(story: Story, changes: readonly Change[]): Review {
  const first: Reviewed = { story, off: new Set(), decided: new Map() };
  const steps: { now: Reviewed; edit: Edit; change: Change }[] = [];
  const review: Review = {
    get now() {
      return steps.at(-1)?.now ?? first;
    },
    get last() {
      return steps.at(-1)?.edit ?? null;
    },
    get changes() {
      return steps.map(({ change }) => change);
    },
    make(change) {
      const made = applyChange(review.now, change);
      if (made) steps.push({ ...made, change });
    },
    undo() {
      steps.pop();
    },
  };
  for (const change of changes) review.make(change);
  return review;
}

/** What of a draft follows from its story alone. */
export const shownOf = ({ story, off }: Reviewed): Pick<DraftProps, 'story' | 'off' | 'marks' | 'inPart'> => ({
  ...{ story, off, marks: marksOf(story) },
  inPart: new Set(story.figures.filter((figure) => isNamedInPart(story, figure)).map(({ id }) => id)),
});

export interface MatchingOptions {
  /** The stories of the library that are on. */
  others: readonly Story[];
  /** The story whose place the draft takes. */
  known: Story | null;
  decisions: Decisions;
  titleOf: (story: Story) => string;
}

/** Finds people of the same whole name in the library; places and institutions are one by their name anyway. */
export function createMatching({ others, known, decisions, titleOf }: MatchingOptions) {
  const bearers = bearersIn(others);
  const id = known?.id ?? '';
  return ({ story, decided }: Pick<Reviewed, 'story' | 'decided'>): Map<string, Match[]> => {
    const people = story.figures.filter(({ kind }) => kind === 'person');
    const found = sameNames({ figures: people }, bearers);
    const named = new Set([...found.values()].flatMap((list) => list.map((one) => one.story)));
    const sharing = others.filter((one) => named.has(one.id));
    // What was said before was said of the ids that the known story has.
    const ids = known && idsIn(known, story, sameFigures(known, story));
    const idOf = (figure: string): string => ids?.get(figure) ?? figure;
    const own = { ...(ids ? withFigureIds(story, ids) : story), id };
    const { groupOf } = groupFigures([...sharing, own].map(cleanStory), {
      same: [...decisions.same, ...pairsOf(id, decided, 'same', idOf)],
      apart: [...decisions.apart, ...pairsOf(id, decided, 'apart', idOf)],
    });
    const before = new Map(
      (['same', 'apart'] as const).flatMap((as) => decisions[as].map((pair) => [keyOfPair(pair), as] as const)),
    );
    const titles = new Map(sharing.map((one) => [one.id, titleOf(one)]));
    return new Map(
      [...found].map(([figure, list]) => [
        figure,
        list.map((one) => ({
          ...one,
          title: titles.get(one.story) ?? one.story,
          isOne: groupOf(id, idOf(figure)) === groupOf(one.story, one.figure),
          decided:
            decided.get(decisionKey(figure, one)) ??
            before.get(keyOfPair([keyOf(id, idOf(figure)), keyOf(one.story, one.figure)])) ??
            null,
        })),
      ]),
    );
  };
}

/**
 * What the reader has said of the figures of a draft, as pairs of `story/figure`.
 * @param idOf the id of a figure of the draft in the story that it becomes; undefined for one that is not kept
 */
export const pairsOf = (
  story: string,
  decided: Reviewed['decided'],
  as: keyof Decisions,
  idOf: (figure: string) => string | undefined,
): [string, string][] =>
  [...decided].flatMap(([key, said]): [string, string][] => {
    const [figure = '', other = ''] = key.split(' ');
    const id = idOf(figure);
    return said === as && id !== undefined && !other.startsWith(`${story}/`) ? [[keyOf(story, id), other]] : [];
  });

/** The names of the text by place. Sentences that no statement tells of name nobody, but the headline may. */
function marksOf({ figures, statements, sources }: Story): Map<string, readonly Mark[]> {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const marks = new Map<string, readonly Mark[]>();
  for (const { figures: named, cites, text } of statements) {
    const place = cites[0]?.slice(cites[0].indexOf(':') + 1);
    const known = named.flatMap((id) => byId.get(id) ?? []);
    if (place) marks.set(place, marksIn(nameOf({ name: text }), known));
  }
  const [headline] = sources[0]?.text?.[0] ?? [];
  if (headline) marks.set('0.1', marksIn(headline, figures.slice(0, MOST_IN_HEADLINE)));
  return marks;
}

/** Figures that are sought in the headline. */
const MOST_IN_HEADLINE = 300;
