// What drafting knows of a language: the file of data/languages, English beside it (whose heads and names stand in
// every press), and the lists of data/names. Opened once for an article.
import { foldText } from '../recognition/fold.ts';
import { commonWords } from '../stories/common-words.ts';
import type { LanguageFile } from '../stories/language.ts';
import type { CommonWords } from '../stories/name-checks.ts';
import { INNER_PARTICLES } from '../stories/name-words.ts';
import { expand } from '../stories/patterns.ts';
import { countriesOf, regionsIn } from './countries.ts';
import { openSpecialWords, type SpecialWords } from './special-words.ts';
import { type PhraseList, phraseList, phrasesOf, stemKey, type WordList, wordList } from './word-lists.ts';

/** Names and words of many countries (data/names), all but patterns folded. */
export interface NameLists {
  /** By the sex that bears them alone. */
  given: Readonly<Record<'female' | 'male' | 'other', readonly string[]>>;
  surnames: readonly string[];
  places: { world: readonly string[]; languages: Readonly<Record<string, readonly string[]>> };
  /** Patterns, by language. */
  organizations: Readonly<Record<string, readonly string[]>>;
  morePlaces: Readonly<Record<string, readonly string[]>>;
  /** "002=Africa|019=Americas": names by code, by language. */
  regions: Readonly<Record<string, string>>;
  /** Words beside authors' names, by language. */
  bylines: Readonly<Record<string, readonly string[]>>;
  words: {
    function: Readonly<Record<string, readonly string[]>>;
    common: Readonly<Record<string, readonly string[]>>;
  };
}

/** All that drafting takes besides the article. */
export interface DraftingData {
  /** The files of data/languages: English, and whichever the articles are written in. */
  languages: readonly LanguageFile[];
  names: NameLists;
}

export interface Vocabulary extends SpecialWords {
  /** BCP 47 primary code under which Intl knows the language. */
  code: string;
  /** Under which the lists have it: "no" for Norwegian Bokmål. */
  key: string;
  /** Parts words by a dictionary where no spaces do. */
  segmenter: Intl.Segmenter;
  /** The language has a file in data/languages. */
  known: boolean;
  spaced: boolean;
  cased: boolean;
  nounsCapital: boolean;
  titleCase: boolean;
  /** A word for an organisation stands before the rest of its name ("Ministerio de …"). */
  headsFirst: boolean;
  surnameFirst: boolean;
  /** People have two surnames, of which the second is often left out. */
  doubleSurnames: boolean;
  titlesAfter: boolean;
  ordinalDot: boolean;
  /** Titles before a name, of one or more words; those that are said of a person alone ("Mr"). */
  titles: PhraseList;
  courtesy: PhraseList;
  courtesyTitles: readonly string[];
  /** Nouns for people: offices, trades, kinship. */
  roles: WordList;
  /** "Former" and the like, which stand before a role. */
  former: WordList;
  /** Offices that govern a place: mayor, governor, bishop. */
  seats: WordList;
  saying: WordList;
  /** Organisations that are known by name; words of one, or of several words. */
  knownOrganizations: PhraseList;
  /** Words in the name of an organisation or a place. */
  organizations: WordList;
  placeWords: WordList;
  /** Adjectives that belong to the noun before them. */
  adjectives: WordList;
  /** Adjectives that may open the name of an organisation, whose noun has no capital. */
  leadingAdjectives: WordList;
  /** Words with a capital that are no names by themselves: days, months, peoples, holidays. */
  notNames: WordList;
  months: ReadonlyMap<string, number>;
  abbreviations: ReadonlySet<string>;
  /** Those whose full stop ends no sentence, as written. */
  dotted: { anywhere: ReadonlySet<string>; beforeNumbers: ReadonlySet<string> };
  given: ReadonlySet<string>;
  /** Given names that one sex bears alone. */
  female: ReadonlySet<string>;
  male: ReadonlySet<string>;
  surnames: ReadonlySet<string>;
  places: ReadonlySet<string>;
  /** Codes of countries and continents by their name. */
  countries: ReadonlyMap<string, string>;
  /** First letters of the words of places of several words, in a language of many endings. */
  placeStems: ReadonlySet<string>;
  /** Adjectives and nouns of countries ("Colombian"). */
  nationalities: WordList;
  functionWords: ReadonlySet<string>;
  commonWords: ReadonlySet<string>;
  articles: ReadonlySet<string>;
  /** Words beside authors' names, of all languages. */
  bylineWords: ReadonlySet<string>;
  placePrepositions: ReadonlySet<string>;
  /** Little words inside a person's name, and inside another's. */
  particles: ReadonlySet<string>;
  links: ReadonlySet<string>;
  /** Endings that a name takes, longest first; written onto words before them. */
  endings: readonly string[];
  clitics: readonly string[];
  elisions: ReadonlySet<string>;
  /** Words of every day in any language: never names by themselves. */
  everyday: CommonWords;
  sexes: { female: PhraseList; male: PhraseList };
}

/** Letters. */
const SHORTEST_PLACE = 4;

/** A language with more endings than this has cases. */
const MANY_ENDINGS = 5;

/** Opened vocabularies: of data that is drafted with again. */
const opened = new WeakMap<DraftingData, Map<string, Vocabulary>>();

/** @param language the article's, BCP 47 */
export function openVocabulary(data: DraftingData, language: string): Vocabulary {
  const known = opened.get(data) ?? new Map<string, Vocabulary>();
  opened.set(data, known);
  const code = primary(language);
  const vocabulary = known.get(code) ?? open(data, code);
  known.set(code, vocabulary);
  return vocabulary;
}

function open({ languages, names }: DraftingData, code: string): Vocabulary {
  const file = languages.find((one) => one.language === code || one.also?.includes(code));
  const english = languages.find((one) => one.language === 'en');
  const own = file?.drafting;
  const shared = english?.drafting;
  const both = (key: 'organizations' | 'places' | 'abbreviations') => [...(own?.[key] ?? []), ...(shared?.[key] ?? [])];
  const { mr = [], ms = [], ...titles } = file?.titles ?? {};
  const titleList = [...flat(titles), ...mr, ...ms];
  const abbreviations = both('abbreviations');
  const key = file?.language ?? code;
  const { months, days } = calendar(code);
  const female = new Set(names.given.female);
  const male = new Set(names.given.male);
  const links = fold([...phrasesOf(file?.links), ...(own?.links ?? [])]);
  const named = (tag: string) => [...countriesOf(tag), ...regionsIn(names.regions[tag])];
  const countries = new Map([...(code === 'en' ? [] : named('en')), ...named(code)]);
  const listed = [...names.places.world, ...(names.places.languages[key] ?? []), ...(names.places.languages.en ?? [])];
  const places = new Set([...listed, ...phrasesOf(names.morePlaces[key])].map((name) => name.replaceAll('.', '')));
  const special = openSpecialWords(
    own,
    shared,
    [file?.places, file?.toward, file?.with].flatMap((list) => list ?? []),
  );
  // A syllable is a place somewhere, once its accents are folded ("Bộ", Bo).
  if (special.syllables.areApart)
    for (const place of [...places]) if (place.length < SHORTEST_PLACE) places.delete(place);
  for (const name of countries.keys()) places.add(name);
  // "Van" is a city, and a particle of Dutch.
  for (const link of links) if (link.length > 2) places.delete(link);
  const endings = [...new Set((own?.endings ?? []).map(foldText))].sort((a, b) => b.length - a.length);
  return {
    ...special,
    code,
    key,
    segmenter: segmenterOf(code, 'word'),
    known: file !== undefined,
    spaced: file?.spaced !== false,
    cased: file?.cased !== false,
    nounsCapital: file?.nouns_capital === true,
    titleCase: file?.title_case === true,
    headsFirst: file?.title_case !== true || own?.heads_first === true,
    surnameFirst: file?.surname_first === true,
    doubleSurnames: file?.double_surnames === true,
    titlesAfter: file?.titles_after === true,
    ordinalDot: own?.ordinal_dot === true,
    titles: phraseList([...titleList, ...(english?.titles?.mr ?? []), ...(english?.titles?.ms ?? [])]),
    courtesy: phraseList([...mr, ...ms]),
    courtesyTitles: phrasesOf([...mr, ...ms]).sort((a, b) => b.length - a.length),
    roles: wordList(own?.roles ?? shared?.roles),
    former: wordList(file?.former),
    seats: wordList(own?.seats),
    saying: wordList(own?.saying ?? shared?.saying),
    knownOrganizations: phraseList([...(names.organizations[key] ?? []), ...(names.organizations.en ?? [])]),
    // Where nouns have capitals, English heads ("Team", "Service") are nouns of the language.
    organizations: wordList(file?.nouns_capital ? own?.organizations : both('organizations')),
    placeWords: wordList(both('places')),
    adjectives: wordList(own?.adjectives),
    leadingAdjectives: wordList(own?.adjectives_before),
    notNames: wordList([...(own?.not_names ?? []), ...days, ...[...months.keys()].filter((month) => month.length > 2)]),
    months,
    abbreviations: fold([...abbreviations, ...phrasesOf(titleList)].map((one) => one.replace(/(?:\.| #)$/, ''))),
    dotted: dottedWords(abbreviations, titleList),
    given: joined(female, male, names.given.other, fold([...(own?.given ?? []), ...(file?.given ?? [])])),
    female,
    male,
    surnames: joined(names.surnames, fold(own?.surnames)),
    places,
    countries,
    placeStems: new Set(endings.length > MANY_ENDINGS ? [...places].map(stemKey).filter(Boolean) : []),
    nationalities: wordList([...Object.values(file?.nationality ?? {}).flat(), ...(own?.nationalities ?? [])]),
    functionWords: joined(names.words.function[key] ?? [], fold([...phrasesOf(file?.openers), ...(own?.words ?? [])])),
    commonWords: new Set(code === 'en' ? names.words.common.en : []),
    articles: fold(own?.articles),
    bylineWords: new Set(Object.values(names.bylines).flat()),
    placePrepositions: fold(phrasesOf(file?.places)),
    // Folded, syllables look like little words of Europe ("đến", den).
    particles: special.syllables.areApart ? new Set() : INNER_PARTICLES,
    links,
    endings,
    clitics: phrasesOf(file?.prefixes).sort((a, b) => b.length - a.length),
    elisions: fold(own?.elisions),
    everyday: commonWords(languages, []),
    sexes: {
      female: phraseList([...ms, ...(file?.feminine ?? []), ...(own?.women ?? [])]),
      male: phraseList([...mr, ...(file?.masculine ?? []), ...(own?.men ?? [])]),
    },
  };
}

const fold = (list: readonly string[] = []): Set<string> => new Set(list.map(foldText));

/** All of several lists, in one set. */
function joined(...lists: readonly Iterable<string>[]): Set<string> {
  const all = new Set<string>();
  for (const list of lists) for (const one of list) all.add(one);
  return all;
}

/** Abbreviations, and the titles among them in the letters of titles ("Dr", "dr"). */
function dottedWords(abbreviations: readonly string[], titles: readonly string[]): Vocabulary['dotted'] {
  const numbered = abbreviations.filter((one) => one.endsWith(' #'));
  const folded = fold(abbreviations);
  const alsoTitles = titles.flatMap(expand).filter((title) => folded.has(foldText(title)));
  return {
    anywhere: new Set([...abbreviations.filter((one) => !one.endsWith(' #')), ...alsoTitles]),
    beforeNumbers: new Set(numbered.map((one) => one.slice(0, -2))),
  };
}

const flat = (lists: Readonly<Record<string, string[] | undefined>>): string[] =>
  Object.values(lists).flatMap((list) => list ?? []);

/** "pt-BR" → "pt". */
const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] || 'und';

/** Months (with their number) and days of the week of a language, as CLDR has them, folded. */
function calendar(code: string): { months: Map<string, number>; days: string[] } {
  const months = new Map<string, number>();
  const days: string[] = [];
  for (const options of [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
    { weekday: 'long' },
  ] as const) {
    const format = formatOf(`${code}-u-ca-gregory`, options);
    if (!format) continue;
    for (let at = 0; at < 12; at++) {
      const date = new Date(Date.UTC(2023, 'weekday' in options ? 0 : at, 'weekday' in options ? at + 1 : 15));
      const part = format.formatToParts(date).find(({ type }) => type === 'month' || type === 'weekday');
      const name = foldText(part?.value ?? '').replace(/\.$/, '');
      if (!/^\p{L}[\p{L}\p{M}]+$/u.test(name)) continue;
      if (part?.type === 'month') months.set(name, months.get(name) ?? at + 1);
      else days.push(name);
    }
  }
  return { months, days };
}

function formatOf(code: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat(code, { ...options, timeZone: 'UTC' });
  } catch {
    return null;
  }
}

/** A segmenter of a language, or of none where the browser does not know it. */
export function segmenterOf(code: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(code, { granularity });
  } catch {
    return new Intl.Segmenter('und', { granularity });
  }
}
