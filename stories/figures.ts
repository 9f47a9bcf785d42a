// Compiles the figures of a story to what recognition knows of them in every language.

import type { GazetteerFigure, Person, Strength, TitleClass } from '../recognition/figures.ts';
import { foldText } from '../recognition/fold.ts';
import { type SurnameWords, surnameWordsOf } from './name-parts.ts';
import { ARABIC_ARTICLES } from './name-words.ts';
import { folded, join } from './patterns.ts';

/** What a story says of a figure for recognition; the rest of a figure's record is for the card. */
export interface FigureNames {
  id: string;
  kind: GazetteerFigure['kind'];
  /** Of a country: its ISO 3166 code. */
  iso?: string | undefined;
  names?:
    | {
        full?: string[] | undefined;
        given?: string[] | undefined;
        middle?: string[] | undefined;
        surname?: string[] | undefined;
        /** Words behind the surname that leave it the same person; derived from `full` where left out. */
        after?: string[] | undefined;
        strength?: 'unique' | Strength | undefined;
        /** Given names of other bearers; also what follows the surname in their names ("Jr", "Guerra"). */
        others?: string[] | undefined;
        /** Given names rare enough to mean this person alone once the full name has been given. */
        alone?: string[] | undefined;
        /** Whole names of a person, which are looked for as they stand. */
        whole?: string[] | undefined;
        sex?: 'female' | 'male' | undefined;
        aliases?: string[] | undefined;
        /** A figure that must be on the page for the name to count. */
        needs?: string | undefined;
        country?: string | undefined;
      }
    | undefined;
  offices?: readonly FigureOffice[] | undefined;
  unmarked?: boolean | undefined;
  /** Of several stories: the numbers of those that have the figure; the first of them says what holds of it. */
  stories?: readonly number[] | undefined;
  /** Of several stories: which of their figures it is. */
  members?: readonly { story: string; figure: string }[] | undefined;
  /** Languages in which its stories write its names, so that no rule has to; undefined: all. */
  writtenIn?: readonly string[] | undefined;
}

/** A term of office. */
export interface FigureOffice {
  office: string;
  from: string;
  to: string | null;
  elected?: string | undefined;
  /** Whose office it is and which, where the figures of one story have told; null: of no figure. */
  owner?: string | null | undefined;
  post?: string | undefined;
  /** Of several stories: the number of the one that says so. */
  story?: number | undefined;
  /** The post as only its own story calls it. */
  ownPost?: string | undefined;
}

// Which title the holder of a post is addressed with.
const TITLE_OF: [RegExp, TitleClass][] = [
  [/vice-president$/, 'vice-president'],
  [/president$/, 'president'],
  [/secretary-of-state$/, 'secretary'],
  [/foreign-minister$/, 'minister'],
  [/senator$/, 'senator'],
  [/first-lady$/, 'first-lady'],
];

/**
 * An office's id begins with whose office it is: a figure's id or, in small letters, a country's ISO code.
 * @returns that figure's id (null where there is none) and the post: "us-president" → the United States, "president"
 */
export function splitOffice(
  office: string,
  figures: readonly Pick<FigureNames, 'id' | 'iso'>[],
): { owner: string | null; post: string } {
  let owner: string | null = null;
  let post = office.slice(office.indexOf('-') + 1);
  for (const { id, iso } of figures)
    for (const beginning of [id, iso?.toLowerCase()]) {
      if (!beginning || !office.startsWith(`${beginning}-`)) continue;
      const rest = office.slice(beginning.length + 1);
      // Of two that fit, the longer one is meant.
      if (owner === null || rest.length < post.length) [owner, post] = [id, rest];
    }
  return { owner, post };
}

/** Compiles one figure; `all` are the figures of its story. */
export function compileFigure(figure: FigureNames, all: readonly FigureNames[]): GazetteerFigure {
  const names = figure.names ?? {};
  const offices = figure.offices ?? [];
  const compiled: GazetteerFigure = {
    id: figure.id,
    kind: figure.kind,
    offices: offices.map(({ office, from, to, elected, post, ownPost, story }) => ({
      office,
      post: post ?? splitOffice(office, all).post,
      title: TITLE_OF.find(([ending]) => ending.test(office))?.[1] ?? 'other',
      from,
      to,
      ...(elected ? { elected } : {}),
      ...(ownPost ? { ownPost } : {}),
      ...(story === undefined ? {} : { story }),
    })),
  };
  if (names.needs) compiled.needs = names.needs;
  const [first] = offices;
  const country =
    names.country ?? (first?.owner !== undefined ? first.owner : first && splitOffice(first.office, all).owner);
  if (country) compiled.country = country;
  if (figure.stories) compiled.stories = [...figure.stories];
  if (figure.members) compiled.members = [...figure.members];
  if (figure.unmarked || figure.kind === 'group') return compiled;
  const isNamed = figure.kind === 'person' && Boolean(names.surname?.length || names.whole?.length);
  const aliases = names.aliases ?? (isNamed ? undefined : names.full);
  if (figure.kind === 'person' && names.surname?.length) compiled.person = compilePerson(names);
  if (aliases?.length) compiled.aliases = join(aliases);
  if (names.whole?.length) compiled.whole = join(names.whole);
  return compiled;
}

function compilePerson(names: NonNullable<FigureNames['names']>): Person {
  const surnames = (names.surname ?? []).map(surnameWordsOf);
  const before = surnames.filter(({ before }) => before.length > 0);
  return {
    given: join(names.given),
    middle: join(names.middle),
    surname: join(surnames.map(({ word }) => word)),
    after: folded(names.after ?? afterSurname(names.full ?? [], names.surname ?? [])),
    others: folded(names.others),
    alone: join(names.alone),
    strength: names.strength === 'unique' || names.strength === undefined ? 'strong' : names.strength,
    female: names.sex === 'female',
    ...(names.sex === 'male' ? { male: 1 as const } : {}),
    ...(before.length > 0 ? { before: join(before.flatMap(beginningsOf)) } : {}),
    ...(before.length > 0 && surnames.some(({ mayBeBare }) => mayBeBare) ? { mayBeBare: 1 as const } : {}),
  };
}

/** What stands before the last word of a surname, folded; the article of an Arabic one in all its spellings. */
function beginningsOf({ before, mayBeBare }: SurnameWords): string[] {
  return mayBeBare ? [...ARABIC_ARTICLES] : [before.map(foldText).join(' ')];
}

/** "Ann Lee Ray" with the surname Lee → ["Ray"]. */
function afterSurname(full: readonly string[], surnames: readonly string[]): string[] {
  const after = new Set<string>();
  for (const name of full) {
    const parts = name.split(' ');
    const at = parts.findIndex((part) => surnames.includes(part));
    if (at >= 0) for (const part of parts.slice(at + 1)) after.add(part);
  }
  return [...after];
}
