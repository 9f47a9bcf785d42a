// Decides what kind a name is of, or that it is none: a sum of what stands in it and around it, over all its mentions.
import type { Cluster } from './figures.ts';
import type { Context, Kind, Mention, Shape } from './mention.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Points for each kind. */
export type Scores = Record<Kind, number>;

/** Fewest points of a figure, by kind. */
const NEEDED: Scores = { person: 3, place: 3, organization: 3 };

/** Share of mentions of which something holds. */
const share = (mentions: readonly Mention[], holds: (context: Context) => boolean): number =>
  mentions.filter(({ context }) => holds(context)).length / mentions.length;

/** How often something holds, `most` times at most. */
const count = (mentions: readonly Mention[], holds: (context: Context) => boolean, most: number): number =>
  Math.min(most, mentions.filter(({ context }) => holds(context)).length);

const some = (mentions: readonly Mention[], holds: (shape: Shape) => boolean): number =>
  mentions.some(({ shape }) => holds(shape)) ? 1 : 0;

/** @param tagged folded names that the page tags */
export function score({ mentions }: Cluster, v: Vocabulary, tagged: ReadonlySet<string>): Scores {
  const first = mentions[0] as Mention;
  const length = first.folded.length;
  const isTagged = mentions.some(({ folded }) => tagged.has(folded.join(' ')));
  const given = some(mentions, ({ given }) => given);
  const surname = some(mentions, ({ surname }) => surname);
  const listed = some(mentions, ({ place }) => place);
  const acronym = some(mentions, (shape) => shape.acronym);
  const organization = some(mentions, (shape) => shape.organization);
  const placeWord = some(mentions, (shape) => shape.placeWord);
  const afterPlace = some(mentions, (shape) => shape.afterPlace);
  const common = first.shape.common / length;
  const article = share(mentions, (context) => context.article);
  const inPlace = share(mentions, (context) => context.inPlace);
  const title = count(mentions, (context) => context.title, 1);
  const courtesy = count(mentions, (context) => context.courtesy !== null, 1);
  const role = count(mentions, (context) => context.role, 2);
  const saying = count(mentions, (context) => context.saying, 2);
  const inner = count(mentions, ({ opens, quoted }) => !opens && !quoted, 3);
  const several = length > 1 && length < 5 ? 1 : 0;
  const plainPerson = v.nounsCapital ? 0 : several * (1 - Math.min(1, common * 2));
  return {
    person:
      given * (several ? 4 : 1.5) +
      surname * (several ? 1 : 1) +
      some(mentions, (shape) => shape.initial) * 3 +
      plainPerson * 2.2 +
      title * (several ? 3 : 3.5) +
      courtesy * 4 +
      role * (several ? 1.5 : 1) +
      saying * 1.5 +
      count(mentions, (context) => context.age, 1) * 4 +
      count(mentions, (context) => context.apposition, 1) * 1.5 +
      (isTagged ? 0.5 : 0) -
      article * 4 -
      inPlace * 2.5 -
      organization * 6 -
      acronym * 3 -
      placeWord * 3 -
      afterPlace * (given ? 0 : 2) -
      common * 3,
    place:
      listed * 4 +
      placeWord * 3 +
      inPlace * 3 +
      count(mentions, (context) => context.dateline, 1) * 5 +
      count(mentions, (context) => context.placeNoun, 1) * 3 +
      (isTagged ? 0.3 : 0) -
      given * (several ? 4 : listed ? 0 : 2) -
      organization * 4 -
      title * 2 -
      courtesy * 6 -
      (acronym && !listed ? 2 : 0) -
      common * 2,
    organization:
      organization * 5 +
      (acronym && !listed ? 3 + inner * 0.3 : 0) +
      count(mentions, (context) => context.organizationNoun, 1) * 3 +
      article * (listed ? 0 : 1.8) +
      afterPlace * (given ? 0 : 2.5) +
      saying * 0.4 +
      (isTagged ? 1 : 0) +
      share(mentions, (context) => context.quoted) * 1 -
      listed * 2 -
      given * (several ? 2 : 1) -
      title * 2 -
      courtesy * 6 -
      common * (organization ? 0 : 2),
  };
}

/** The kind with most points, or null where none has enough. */
export function kindOf(scores: Scores): Kind | null {
  const [best] = (Object.entries(scores) as [Kind, number][]).sort((a, b) => b[1] - a[1]);
  return best && best[1] >= NEEDED[best[0]] ? best[0] : null;
}
