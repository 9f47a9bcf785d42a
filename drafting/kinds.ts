// Decides what kind a name is of, or that it is none: a sum of what stands in it and around it, over all its mentions.
import type { Cluster } from './figures.ts';
import { countryOf } from './lookup.ts';
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

/** What a sum is made of: shapes that hold for any mention, contexts counted. */
interface Facts {
  /** Words of the name; `several`: two to six. */
  length: number;
  several: boolean;
  given: number;
  surname: number;
  initial: number;
  listed: number;
  acronym: number;
  organization: number;
  known: number;
  endsInPlace: number;
  placeWord: number;
  afterPlace: number;
  /** Share of its words that are common words of the language. */
  common: number;
  tagged: number;
  article: number;
  inPlace: number;
  title: number;
  courtesy: number;
  role: number;
  saying: number;
  /** Mentions where the capital says something. */
  inner: number;
}

function factsOf(mentions: readonly Mention[], tagged: ReadonlySet<string>): Facts {
  const first = mentions[0] as Mention;
  const length = first.folded.length;
  const given = some(mentions, (shape) => shape.given);
  return {
    length,
    several: length > 1 && length < 7,
    given,
    surname: some(mentions, (shape) => shape.surname),
    initial: some(mentions, (shape) => shape.initial),
    listed: some(mentions, (shape) => shape.place),
    acronym: some(mentions, (shape) => shape.acronym),
    organization: some(mentions, (shape) => shape.organization),
    known: some(mentions, (shape) => shape.known),
    endsInPlace: some(mentions, (shape) => shape.endsInPlace),
    placeWord: some(mentions, (shape) => shape.placeWord),
    afterPlace: some(mentions, (shape) => shape.afterPlace),
    common: first.shape.common / length,
    tagged: mentions.some(({ folded }) => tagged.has(folded.join(' '))) ? 1 : 0,
    article: share(mentions, (context) => context.article),
    inPlace: share(mentions, (context) => context.inPlace),
    title: count(mentions, (context) => context.title, 1),
    courtesy: count(mentions, (context) => context.courtesy !== null, 1),
    role: count(mentions, (context) => context.role, 2),
    saying: count(mentions, (context) => context.saying, 2),
    inner: count(mentions, ({ opens, quoted }) => !opens && !quoted, 3),
  };
}

/** @param tagged folded names that the page tags */
export function score({ mentions }: Cluster, v: Vocabulary, tagged: ReadonlySet<string>): Scores {
  const facts = factsOf(mentions, tagged);
  return {
    person: personScore(facts, mentions, v),
    place: placeScore(facts, mentions, v),
    organization: organizationScore(facts, mentions, v),
  };
}

/** Points for having the length of a person's name; without capitals it says nothing. */
function shapeScore(f: Facts, count: number, v: Vocabulary): number {
  if (!v.cased || f.length === 1) return 0;
  if (!f.several) return 1;
  // Where nouns have capitals a pair of words is one only if it comes again.
  const points = v.nounsCapital ? 1.6 + Math.min(count - 1, 2) * 0.8 : 3;
  return points * (1 - Math.min(1, f.common * 2));
}

/**
 * Several words of a headline in which most have capitals, whom the text does not name: any words, unless they are a
 * given name and a surname.
 */
const isOnlyInHeadline = (f: Facts, mentions: readonly Mention[]): boolean =>
  f.several &&
  !(f.given && (f.surname || f.length === 2)) &&
  mentions.every(({ sentence }) => sentence.paragraph === 0 && sentence.titled);

function personScore(f: Facts, mentions: readonly Mention[], v: Vocabulary): number {
  // Where nouns have capitals, one that is in no list is a noun, whatever stands beside it.
  const isNoun = v.nounsCapital && f.length === 1 && !f.given && !f.surname;
  const shape = shapeScore(f, mentions.length, v);
  // A place alone is a person only where a title says so.
  const isName = (f.given || f.surname) && f.inPlace === 0;
  if (f.listed && !f.several && !isName) return f.courtesy * 4 - f.inPlace * 2.5;
  const alone =
    f.length > 1 || v.nounsCapital || !v.cased ? 0 : Math.min(f.inner, 1) * 1.2 + Math.max(0, f.inner - 1) * 0.6;
  return (
    f.given * (f.several ? 4 : 1.5) +
    f.surname +
    f.initial * 3 +
    shape +
    alone +
    f.title * (f.several ? 3 : 3.5) +
    f.courtesy * 4 +
    (isNoun ? 0 : f.role * (f.several ? 1.5 : 1) + f.saying * 1.5) +
    (f.several || f.given || f.surname ? count(mentions, (context) => context.age, 1) * 4 : 0) +
    count(mentions, (context) => context.apposition, 1) * 1.5 +
    f.tagged * 0.5 -
    f.article * (f.given && f.several ? 2 : 4) -
    f.inPlace * 2.5 -
    f.organization * 6 -
    f.acronym * 3 -
    f.endsInPlace * (f.given ? 0 : 2.5) -
    f.placeWord * 3 -
    f.afterPlace * (f.given ? 0 : 3) -
    count(mentions, (context) => context.department, 1) * 6 -
    count(mentions, (context) => context.seat, 1) * (f.given ? 0 : 4) -
    (isOnlyInHeadline(f, mentions) ? 5 : 0) -
    f.listed * (f.several ? 1 : 2) -
    f.common * 3
  );
}

function placeScore(f: Facts, mentions: readonly Mention[], v: Vocabulary): number {
  const isCountry = f.listed > 0 && countryOf((mentions[0] as Mention).folded.join(' '), v) !== undefined;
  return (
    f.listed * (v.nounsCapital && f.article > 0.5 && !isCountry ? 2 : 4) +
    f.placeWord * 3 +
    f.inPlace * (v.nounsCapital ? 0.8 : 3) +
    count(mentions, (context) => context.dateline, 1) * 5 +
    count(mentions, (context) => context.placeNoun || context.seat, 1) * 3 +
    f.tagged * 0.3 -
    f.given * (f.several ? 4 : f.listed ? 0 : 2) -
    f.organization * 4 -
    (f.listed ? 0 : f.title * 2) -
    f.courtesy * 6 -
    (f.acronym && !f.listed ? 2 : 0) -
    f.common * (f.listed ? 0.5 : 2)
  );
}

/**
 * Letters of a compound that is a name rather than a kind of thing, behind an article: "das Bundesverkehrsministerium".
 */
const LONG_NOUN = 14;

function organizationScore(f: Facts, mentions: readonly Mention[], v: Vocabulary): number {
  // Where nouns have capitals, a word for an organisation by itself is that word.
  const long = (mentions[0] as Mention).text.length >= LONG_NOUN && f.article > 0 ? 0.8 : 0;
  const single = v.nounsCapital ? 2.2 + Math.min(mentions.length, 3) * 0.3 + long : f.inner > 0 || !v.cased ? 5 : 2;
  const organization = f.known || f.length > 1 ? 5 : single;
  return (
    f.organization * organization +
    (f.acronym && !f.listed ? 3 + f.inner * 0.3 : 0) +
    count(mentions, (context) => context.organizationNoun, 1) * (f.given || f.surname ? 0 : 3) +
    f.article * (f.listed || v.nounsCapital ? 0 : 1.8) -
    count(mentions, (context) => context.seat, 1) * 2 +
    f.afterPlace * (f.given ? 0 : 3.2) +
    f.saying * 0.4 +
    f.tagged +
    share(mentions, (context) => context.quoted) * 1 -
    f.listed * 2 -
    f.given * (f.several ? 2 : 1) -
    f.title * 2 -
    f.courtesy * 6 -
    f.common * (f.organization || f.afterPlace ? 0 : 2)
  );
}

/** The kind with most points, or null where none has enough. */
export function kindOf(scores: Scores): Kind | null {
  const [best] = (Object.entries(scores) as [Kind, number][]).sort((a, b) => b[1] - a[1]);
  return best && best[1] >= NEEDED[best[0]] ? best[0] : null;
}
