// Compiles what recognition knows of a language around names: titles, nationalities, offices, lists of words.
import { foldText } from '../recognition/fold.ts';
import type { WrittenLexicon } from '../recognition/lexicon.ts';
import { type FigureNames, splitOffice } from './figures.ts';
import type { StoryLanguage } from './format.ts';
import type { LanguageFile } from './language.ts';
import { expand, folded, foldPhrase, join, spelled, stemmed, tokens } from './patterns.ts';

/** A language with what stories add to it. */
export type FullLanguage = LanguageFile &
  Pick<StoryLanguage, 'names' | 'people' | 'offices' | 'relatives' | 'otherNames'>;

/** Puts what stories add behind what the language has. */
export function withStories(language: LanguageFile, own: StoryLanguage | undefined): FullLanguage {
  if (!own) return { ...language, names: {}, people: {}, offices: {}, relatives: {}, otherNames: [] };
  const { names, people, offices, relatives, otherNames } = own;
  const both = <T extends Record<string, string[] | undefined>>(
    one: T | undefined,
    other: Record<string, string[]>,
  ): T =>
    Object.fromEntries(
      Object.keys({ ...one, ...other }).map((key) => [key, [...(one?.[key] ?? []), ...(other[key] ?? [])]]),
    ) as T;
  return {
    ...language,
    ...{ names, people, offices, relatives, otherNames },
    titles: both(language.titles, own.titles),
    heads: both(language.heads, own.heads),
    words: [...(language.words ?? []), ...own.words],
    verbs: [...(language.verbs ?? []), ...own.verbs],
    regions: [...(language.regions ?? []), ...own.regions],
  };
}

/** The nationality words of the countries that are figures of the story, by figure id. */
export function nationalityOf(
  { nationality = {} }: LanguageFile,
  figures: readonly FigureNames[],
): Record<string, string[]> {
  return Object.fromEntries(
    figures.flatMap(({ id, iso }) => {
      const words = iso && nationality[iso];
      return words ? [[id, words]] : [];
    }),
  );
}

/**
 * @param english heads of English, which make a thing's name in every language's press ("… Tower")
 * @param givenPlaces English again: given names that are places too
 */
export function compileLexicon(
  source: FullLanguage,
  figures: readonly FigureNames[],
  english: NonNullable<LanguageFile['heads']>,
  givenPlaces: readonly string[],
): WrittenLexicon {
  const nationality = nationalityOf(source, figures);
  const { posts, offices, adjectiveBehind } = compileOffices(source, figures, nationality);
  const isSpaced = source.spaced !== false;
  return {
    ...(isSpaced ? {} : { spaceless: 1 as const }),
    ...(source.titles_after ? { titlesAfter: 1 as const } : {}),
    ...(source.surname_first ? { surnameFirst: 1 as const } : {}),
    ...(source.names_have_articles ? { namesHaveArticles: 1 as const } : {}),
    ...(source.nouns_capital ? { nounsCapital: 1 as const } : {}),
    ...(source.title_case ? { titleCase: 1 as const } : {}),
    ...(source.drops_that ? { dropsThat: 1 as const } : {}),
    ...(adjectiveBehind ? { adjectiveBehind: 1 as const } : {}),
    ...(source.inflection ? { inflected: 1 as const } : {}),
    ...(source.inflection?.some(({ tails }) => tails.includes('s')) ? { genitive: 1 as const } : {}),
    ...(source.definite ? { articles: 1 as const } : {}),
    titles: mapped(source.titles, (list) => stemmed(list)),
    nationality: mapped(nationality, (list) => stemmed(list)),
    posts,
    offices,
    relatives: mapped(source.relatives, (list) => stemmed(list)),
    prefixes: join((source.prefixes ?? []).map((one) => foldText(one)).sort((a, b) => b.length - a.length)),
    lists: {
      headsAfter: stemmed([...(source.heads?.after ?? []), ...(english.after ?? [])], spelled),
      headsPerson: stemmed([...(source.heads?.person ?? []), ...(english.person ?? [])], spelled),
      headsBefore: stemmed([...(source.heads?.before ?? []), ...(english.before ?? [])], spelled),
      headsStreet: stemmed(source.heads?.street),
      another: folded(source.another),
      links: folded([...(source.links ?? []), ...(isSpaced ? ['de', 'of'] : [])]),
      given: folded(source.given),
      givenPlaces: folded([...(source.given_places ?? []), ...givenPlaces]),
      openers: stemmed(source.openers),
      locative: join(source.locative),
      places: folded(source.places),
      toward: folded(source.toward),
      presidency: folded(source.presidency),
      words: folded(source.words),
      verbs: folded(source.verbs),
      saying: folded(source.saying),
      companions: folded(source.companions),
      plural: folded(source.plural),
      elect: stemmed(source.elect),
      former: stemmed(source.former),
      indefinite: stemmed(source.indefinite),
      generic: stemmed(source.generic),
      bare: stemmed(source.bare),
      copulas: folded(source.copulas),
      instrumental: folded(source.instrumental),
      definite: folded(source.definite),
      regions: folded(source.regions),
      masculine: folded(source.masculine),
      feminine: folded(source.feminine),
      womens: join(source.womens),
      perhapsWomens: join(source.perhaps_womens),
      particles: folded(source.particles),
    },
  };
}

/** A record of lists with each list compiled, empty ones left out. */
export const mapped = <T extends Record<string, string[] | undefined>>(
  source: T | undefined,
  by: (list: string[]) => string,
): Record<string, string> =>
  Object.fromEntries(Object.entries(source ?? {}).flatMap(([key, list]) => (list?.length ? [[key, by(list)]] : [])));

/**
 * What offices are called: apart from the country by post ("president", beside whatever country), and whole by office
 * id ("POTUS"). `adjectiveBehind`: the language sets the country's adjective behind the post.
 */
function compileOffices(
  source: FullLanguage,
  figures: readonly FigureNames[],
  nationality: Readonly<Record<string, string[]>>,
): { posts: Record<string, string>; offices: Record<string, string>; adjectiveBehind: boolean } {
  // Countries only: "head of the White House" is an office as it stands.
  const names = (id: string) => figures.find((figure) => figure.id === id)?.names;
  const countries = Object.keys(nationality)
    .flatMap((id) => [...(source.names[id] ?? []), ...(names(id)?.aliases ?? []), ...(names(id)?.full ?? [])])
    .flatMap(expand)
    .map(foldPhrase);
  const country = new Set([...Object.values(nationality).flat().flatMap(expand).map(foldPhrase), ...countries]);
  const links = new Set((source.links ?? []).flatMap(expand).map(foldPhrase));
  const posts: Record<string, string[]> = {};
  const offices: Record<string, string> = {};
  let adjectiveBehind = false;
  for (const [office, patterns] of Object.entries(source.offices)) {
    const { post } = splitOffice(office, figures);
    const whole: string[] = [];
    for (const phrase of patterns.flatMap(expand)) {
      const cut = source.spaced === false ? null : withoutCountry(tokens(phrase).map(foldText), country, links);
      if (!cut) whole.push(foldPhrase(phrase));
      else {
        posts[post] = [...(posts[post] ?? []), cut.post];
        adjectiveBehind ||= cut.last && !countries.includes(cut.country);
      }
    }
    if (whole.length) offices[office] = join(whole);
  }
  return { posts: mapped(posts, (list) => join(list)), offices, adjectiveBehind };
}

/**
 * What is left of an office's phrase without the country and the little words beside it; null where no country stands
 * apart. `last`: it stood behind.
 */
function withoutCountry(
  words: readonly string[],
  country: ReadonlySet<string>,
  links: ReadonlySet<string>,
): { post: string; country: string; last: boolean } | null {
  for (let length = words.length - 1; length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const found = words.slice(from, from + length).join(' ');
      if (!country.has(found)) continue;
      const before = words.slice(0, from);
      const after = words.slice(from + length);
      while (before.length > 0 && links.has(before.at(-1) as string)) before.pop();
      if (after[0] === 's') after.shift();
      return { post: [...before, ...after].join(' '), country: found, last: after.length === 0 };
    }
  }
  return null;
}
