// A draft while its reader looks it through: what he changed, step by step, so that each step can be undone.
import type { Draft as DraftProps, Edit, Mark, Match } from '../../components/keep/state.ts';
import { isNamedInPart, nameOf } from '../../drafting/edit.ts';
import { marksIn } from '../../drafting/places-of-names.ts';
import type { Story } from '../../stories/format.ts';
import { sameNames } from '../../stories/same-names.ts';

/** What a step changes. */
export interface Reviewed {
  story: Story;
  off: ReadonlySet<string>;
  /** What the reader has said of figures of the same name: `story/figure` of the other, by figure. */
  decided: ReadonlyMap<string, 'same' | 'apart'>;
}

export interface Review {
  readonly now: Reviewed;
  readonly last: Edit | null;
  /** Something was changed. */
  readonly isChanged: boolean;
  make(edit: Edit, change: Partial<Reviewed>): void;
  undo(): void;
}

export function createReview(story: Story): Review {
  const steps: { now: Reviewed; edit: Edit | null }[] = [
    { now: { story, off: new Set(), decided: new Map() }, edit: null },
  ];
  const latest = () => steps.at(-1) as (typeof steps)[number];
  return {
    get now() {
      return latest().now;
    },
    get last() {
      return latest().edit;
    },
    get isChanged() {
      return steps.length > 1;
    },
    make(edit, change) {
      steps.push({ now: { ...latest().now, ...change }, edit });
    },
    undo() {
      if (steps.length > 1) steps.pop();
    },
  };
}

/** The key under which it is kept what the reader has said of a pair. */
export const decisionKey = (figure: string, other: { story: string; figure: string }): string =>
  `${figure} ${other.story}/${other.figure}`;

/** What of a draft follows from its story. */
export function shownOf(
  { story, off, decided }: Reviewed,
  others: readonly { story: Story; title: string }[],
): Pick<DraftProps, 'story' | 'off' | 'marks' | 'inPart' | 'matches'> {
  const titles = new Map(others.map((one) => [one.story.id, one.title]));
  const found = sameNames(
    story,
    others.map((one) => one.story),
  );
  const matches = new Map<string, Match[]>();
  for (const [figure, list] of found)
    matches.set(
      figure,
      list.map((one) => ({
        ...one,
        title: titles.get(one.story) ?? one.story,
        decided: decided.get(decisionKey(figure, one)) ?? null,
      })),
    );
  return {
    story,
    off,
    marks: marksOf(story),
    inPart: new Set(story.figures.filter((figure) => isNamedInPart(story, figure)).map(({ id }) => id)),
    matches,
  };
}

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
