// Compiles what recognition knows of a language around names: titles, nationalities, offices, lists of words.
import { foldText } from '../recognition/fold.ts';
import type { Traits, WrittenLexicon } from '../recognition/lexicon.ts';
import { type FigureNames, splitOffice } from './figures.ts';
import { type FullLanguage, valueIn } from './full-language.ts';
import type { LanguageFile } from './language.ts';
import { littleWords } from './little-words.ts';
import { SLAVIC_SURNAME_ENDINGS } from './name-words.ts';
import { expand, folded, foldPhrase, join, spelled, stemmed, tokens } from './patterns.ts';
import type { OwnLists } from './story-words.ts';

/** The nationality words of the countries that are figures of the story, by figure id. */
export function nationalityOf(
  { nationality = {} }: LanguageFile,
  figures: readonly FigureNames[],
): Record<string, string[]> {
  return Object.fromEntries(
    indexOf(figures).countries.flatMap(({ id, iso }) => {
      const words = valueIn(nationality, iso);
      return words ? [[id, words]] : [];
    }),
  );
}

/** What the name filter asks of a language: titles, and how offices are called. */
export type OfficeWords = Pick<WrittenLexicon, 'titles' | 'nationality' | 'posts' | 'offices' | 'own'> & {
  lists: Pick<WrittenLexicon['lists'], 'presidency'>;
};

export function compileOfficeWords(source: FullLanguage, figures: readonly FigureNames[]): OfficeWords {
  const nationality = nationalityOf(source, figures);
  const { posts, offices } = compileOffices(source, figures, nationality);
  return {
    titles: mapped(source.titles, (list) => stemmed(list)),
    nationality: mapped(nationality, (list) => stemmed(list)),
    posts,
    offices,
    lists: { presidency: folded(source.presidency) },
    ...ownLists(source, figures),
  };
}

/**
 * @param english of English what counts in every language's press: heads ("… Tower"), given names that are places too,
 * little words, agencies, and statesmen
 * @param nameWords surnames of figures that are frequent words of the language
 */
export function compileLexicon(
  source: FullLanguage,
  figures: readonly FigureNames[],
  english: Pick<LanguageFile, 'heads' | 'given_places' | 'bodies' | 'statesmen' | 'links_everywhere' | 'wife_of'> = {},
  nameWords: readonly string[] = [],
): WrittenLexicon {
  const nationality = nationalityOf(source, figures);
  const { posts, offices, order } = compileOffices(source, figures, nationality);
  const isSpaced = source.spaced !== false;
  return {
    ...(isSpaced ? {} : { spaceless: 1 as const }),
    ...(source.titles_after ? { titlesAfter: 1 as const } : {}),
    ...(source.surname_first ? { surnameFirst: 1 as const } : {}),
    ...(source.names_have_articles ? { namesHaveArticles: 1 as const } : {}),
    ...(source.nouns_capital ? { nounsCapital: 1 as const } : {}),
    ...(source.title_case ? { titleCase: 1 as const } : {}),
    ...(source.drops_that ? { dropsThat: 1 as const } : {}),
    ...(source.owner_beside ? { ownerBeside: 1 as const } : {}),
    ...(source.verb_second ? { verbSecond: 1 as const } : {}),
    ...(source.double_surnames ? { doubleSurnames: 1 as const } : {}),
    ...order,
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
      headsAfter: stemmed([...(source.heads?.after ?? []), ...(english.heads?.after ?? [])], spelled),
      headsPerson: stemmed([...(source.heads?.person ?? []), ...(english.heads?.person ?? [])], spelled),
      headsPlace: stemmed([...(source.heads?.place ?? []), ...(english.heads?.place ?? [])], spelled),
      headsBefore: stemmed([...(source.heads?.before ?? []), ...(english.heads?.before ?? [])], spelled),
      headsStreet: stemmed(source.heads?.street),
      headsElsewhere: stemmed(source.heads?.elsewhere),
      headsIsland: folded(source.heads?.island),
      headsWord: stemmed(source.heads?.word),
      headsShort: folded(source.heads?.short),
      headsQuoted: stemmed(source.heads?.quoted),
      another: folded(source.another),
      called: folded(source.called),
      calledBehind: folded(source.called_behind),
      links: folded([...(source.links ?? []), ...((isSpaced && english.links_everywhere) || [])]),
      linksTo: folded(source.links_to),
      wifeOf: folded([...(source.wife_of ?? []), ...(english.wife_of ?? [])]),
      given: folded(source.given),
      givenPlaces: folded([...(source.given_places ?? []), ...(english.given_places ?? [])]),
      openers: stemmed(source.openers),
      openerEndings: folded(source.opener_endings),
      trades: join((source.drafting?.roles ?? []).flatMap(expand).map((one) => foldText(one))),
      and: folded(source.drafting?.and),
      predicates: join((source.predicates ?? []).map((one) => foldText(one))),
      bodies: stemmed([...(source.bodies ?? []), ...(english.bodies ?? [])]),
      statesmen: stemmed([...(source.statesmen ?? []), ...(english.statesmen ?? [])]),
      bases: folded(basesOf(source, figures)),
      locative: join(source.locative),
      notGiven: join(source.not_given),
      accusative: join(source.accusative),
      places: folded(source.places),
      toward: folded(source.toward),
      with: folded(source.with),
      presidency: folded(source.presidency),
      governments: folded(source.governments),
      words: folded([...(source.words ?? []), ...nameWords]),
      verbs: folded([...(source.verbs ?? []), ...nameWords]),
      saying: folded(source.saying),
      according: folded(source.drafting?.according),
      companions: folded(source.companions),
      topics: folded(source.topics),
      familiar: folded(source.familiar),
      plural: folded(source.plural),
      elect: stemmed(source.elect),
      former: stemmed(source.former),
      recent: stemmed(source.recent),
      acting: stemmed(source.acting),
      indefinite: stemmed(source.indefinite),
      indefiniteBehind: folded(source.indefinite_behind),
      generic: stemmed(source.generic),
      genericBehind: stemmed(source.generic_behind),
      withoutArticle: folded(source.without_article),
      bare: stemmed(source.bare),
      copulas: folded(source.copulas),
      instrumental: folded(source.instrumental),
      instrumentalEndings: folded(source.instrumental_endings),
      passiveEndings: folded(source.passive_endings),
      adjectiveArticles: folded(source.adjective_articles),
      officeOf: folded(source.office_of),
      definite: folded(source.definite),
      regions: folded(source.regions),
      masculine: folded(source.masculine),
      feminine: folded(source.feminine),
      feminineArticles: folded(source.feminine_articles),
      womens: join(source.womens),
      perhapsWomens: join(source.perhaps_womens),
      mensVerbs: folded(source.mens_verbs),
      kin: folded(source.kin),
      surnameCases: folded(source.surname_cases),
      womensVerbs: join((source.womens_verbs ?? []).flatMap(expand).map((one) => foldText(one))),
      particles: folded(source.particles),
      surnameEndings: join([...SLAVIC_SURNAME_ENDINGS]),
    },
    ...ownLists(source, figures),
    ...(nameWords.length > 0 ? { nameWords: folded(nameWords) } : {}),
  };
}

/** How the language spells places in the nominative: the first form of each pattern, unless it has an ending itself. */
const basesOf = ({ names }: FullLanguage, figures: readonly FigureNames[]): string[] =>
  figures.flatMap(({ id, kind, names: own }) => {
    if (kind !== 'place') return [];
    const firstForms = valueIn(names, id)?.flatMap((pattern) => expand(pattern).slice(0, 1)) ?? [];
    const hasEnding = (form: string) => own?.aliases?.some((alias) => form !== alias && form.startsWith(alias));
    return firstForms.filter((form) => !hasEnding(form));
  });

/** What every language asks of a list of figures. */
interface FigureIndex {
  byId: ReadonlyMap<string, { figure: FigureNames; at: number }>;
  /** By office: which post it is. */
  posts: ReadonlyMap<string, string>;
  /** The first figure of each country. */
  countries: readonly { id: string; iso: string }[];
  /** Whether a folded word stands in the name of a place or institution. */
  isPartOfName(word: string): boolean;
}

const indexes = new WeakMap<readonly FigureNames[], FigureIndex>();

function indexOf(figures: readonly FigureNames[]): FigureIndex {
  const known = indexes.get(figures);
  if (known) return known;
  const byId = new Map<string, { figure: FigureNames; at: number }>();
  const posts = new Map<string, string>();
  const countries = new Map<string, { id: string; iso: string }>();
  for (const [at, figure] of figures.entries()) {
    const { id, iso, offices = [] } = figure;
    byId.set(id, { figure, at });
    for (const { office, post } of offices) if (post) posts.set(office, post);
    if (iso && !countries.has(iso)) countries.set(iso, { id, iso });
  }
  let things: ReadonlySet<string> | undefined;
  const isPartOfName = (word: string) => {
    const aliases = () => figures.flatMap(({ names }) => names?.aliases ?? []);
    things ??= new Set(aliases().flatMap((name) => foldPhrase(name).split(' ')));
    return things.has(word);
  };
  const index = { byId, posts, countries: [...countries.values()], isPartOfName };
  indexes.set(figures, index);
  return index;
}

/** A record of lists with each list compiled, empty ones left out. */
export const mapped = <T extends Record<string, string[] | undefined>>(
  source: T | undefined,
  by: (list: string[]) => string,
): Record<string, string> =>
  Object.fromEntries(Object.entries(source ?? {}).flatMap(([key, list]) => (list?.length ? [[key, by(list)]] : [])));

type Order = Pick<Traits, 'adjectiveBehind' | 'adjectiveFirst' | 'countryFirst'>;

/**
 * What offices are called: apart from the country by post ("president", beside whatever country), and whole by office
 * id ("POTUS"). `order`: on which side of the post the language sets the country's adjective or name.
 */
function compileOffices(
  source: FullLanguage,
  figures: readonly FigureNames[],
  nationality: Readonly<Record<string, string[]>>,
): { posts: Record<string, string>; offices: Record<string, string>; order: Order } {
  // Countries only: "head of the White House" is an office as it stands.
  const { byId, posts: postOf, isPartOfName } = indexOf(figures);
  const names = (id: string) => byId.get(id)?.figure.names;
  const countries = Object.keys(nationality)
    .flatMap((id) => [...(valueIn(source.names, id) ?? []), ...(names(id)?.aliases ?? []), ...(names(id)?.full ?? [])])
    .flatMap(expand)
    .map(foldPhrase);
  const country = new Set([...Object.values(nationality).flat().flatMap(expand).map(foldPhrase), ...countries]);
  const links = new Set((source.links ?? []).flatMap(expand).map(foldPhrase));
  const posts = new Map<string, string[]>();
  const offices = new Map<string, string[]>();
  const order: Order = {};
  // An office of a later story has a word that is neither grammar nor the name of a place.
  const little = littleWords(source);
  const saysSomething = (phrase: string) =>
    phrase.split(' ').some((word) => word.length > 1 && !little.has(word) && !isPartOfName(word));
  const take = (office: string, post: string, patterns: readonly string[], isLater: boolean) => {
    const whole: string[] = [];
    for (const phrase of patterns.flatMap(expand)) {
      const cut = source.spaced === false ? null : withoutCountry(tokens(phrase).map(foldText), country, links);
      if (!cut) whole.push(foldPhrase(phrase));
      else if (!isLater || saysSomething(cut.post)) {
        posts.set(post, [...(posts.get(post) ?? []), cut.post]);
        if (isLater) continue;
        const isName = countries.includes(cut.country);
        if (cut.last && !isName) order.adjectiveBehind = 1;
        if (cut.first) order[isName ? 'countryFirst' : 'adjectiveFirst'] = 1;
      }
    }
    const known = new Set(isLater ? [...offices.values()].flat() : []);
    const own = whole.filter((phrase) => !known.has(phrase) && (!isLater || saysSomething(phrase)));
    if (own.length) offices.set(office, [...(offices.get(office) ?? []), ...own]);
  };
  for (const [office, patterns] of Object.entries(source.offices))
    take(office, postOf.get(office) ?? splitOffice(office, figures).post, patterns, false);
  for (const { office, post, phrases } of source.ownOffices ?? []) take(office, post, phrases, true);
  return {
    posts: mapped(Object.fromEntries(posts), (list) => join(list)),
    offices: mapped(Object.fromEntries(offices), (list) => join(list)),
    order,
  };
}

/** Lists of single stories, with the indexes of the figures that they are for. */
function ownLists({ own = [] }: FullLanguage, figures: readonly FigureNames[]): Pick<WrittenLexicon, 'own'> {
  const { byId } = indexOf(figures);
  const written = own.map(({ figures: ids, ...lists }) => ({
    figures: ids.flatMap((id) => byId.get(id)?.at ?? []),
    ...compileOwn(lists),
  }));
  return written.length > 0 ? { own: written } : {};
}

const compileOwn = ({ titles, heads, regions, words, verbs }: OwnLists) => ({
  titles: mapped(titles, (list) => stemmed(list)),
  lists: {
    headsAfter: stemmed(heads.after, spelled),
    headsPerson: stemmed(heads.person, spelled),
    headsPlace: stemmed(heads.place, spelled),
    headsBefore: stemmed(heads.before, spelled),
    headsStreet: stemmed(heads.street),
    headsElsewhere: stemmed(heads.elsewhere),
    headsWord: stemmed(heads.word),
    headsQuoted: stemmed(heads.quoted),
    regions: folded(regions),
    words: folded(words),
    verbs: folded(verbs),
  },
});

/**
 * What is left of an office's phrase without the country and the little words beside it; null where no country stands
 * apart. `first`, `last`: it stood before all the rest, or behind it.
 */
function withoutCountry(
  words: readonly string[],
  country: ReadonlySet<string>,
  links: ReadonlySet<string>,
): { post: string; country: string; first: boolean; last: boolean } | null {
  for (let length = words.length - 1; length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const found = words.slice(from, from + length).join(' ');
      if (!country.has(found)) continue;
      const before = words.slice(0, from);
      const after = words.slice(from + length);
      while (before.length > 0 && links.has(before.at(-1) as string)) before.pop();
      if (after[0] === 's') after.shift();
      const [first, last] = [before.length === 0, after.length === 0];
      return { post: [...before, ...after].join(' '), country: found, first, last };
    }
  }
  return null;
}
