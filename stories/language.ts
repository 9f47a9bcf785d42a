// The files of the languages: what holds in a language whatever the story, and what a story adds to it. Their schema,
// and the checks of one file against others. README.md of data/languages and of data/stories explain the fields.
import * as v from 'valibot';
import { type Fault, Faults, reporterOf, reportIssue, reportUnreadable, type Source } from './faults.ts';
import type { FigureNames } from './figures.ts';
import { Patterns, patterns } from './pattern-schema.ts';
import { expand, foldPhrase } from './patterns.ts';
import { Country, eachOnce, wholeNumber, yes } from './yaml-schema.ts';

const Words = v.pipe(v.array(v.string(), 'is no list. Write it in brackets: [one, other]'), eachOnce);

const Code = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'is no language code. Write two or three letters, such as pl'));

const no = v.pipe(
  v.literal('false', 'can only be false. Write false or leave the field out'),
  v.transform(() => false),
);

const Titles = v.strictObject({
  president: patterns,
  'vice-president': patterns,
  minister: patterns,
  secretary: patterns,
  senator: patterns,
  'first-lady': patterns,
  leader: patterns,
  candidate: patterns,
  mr: patterns,
  ms: patterns,
  other: patterns,
});
const Heads = v.strictObject({
  after: patterns,
  before: patterns,
  person: patterns,
  place: patterns,
  street: patterns,
  elsewhere: patterns,
  island: patterns,
  road: patterns,
  word: patterns,
  card: patterns,
  short: patterns,
  quoted: patterns,
});
/** Classes of titles, and kinds of heads. */
export const TITLES: readonly string[] = Object.keys(Titles.entries);
export const HEADS: readonly string[] = Object.keys(Heads.entries);
const ById = v.record(v.string(), Patterns);

/** Lists of a language that a story may add to, for the sake of its figures. */
const lists = {
  titles: v.optional(Titles),
  heads: v.optional(Heads),
  regions: patterns,
  words: patterns,
  verbs: patterns,
};

/** What drafting needs of a language: words that stand in and around names of any article. */
const Drafting = v.strictObject({
  saying: patterns,
  telling: patterns,
  according: patterns,
  he: patterns,
  she: patterns,
  beside_saying: patterns,
  prepositions: patterns,
  subject_marks: patterns,
  object_marks: patterns,
  verb_last: v.optional(yes),
  roles: patterns,
  seats: patterns,
  organizations: patterns,
  places: patterns,
  adjectives: patterns,
  adjectives_before: patterns,
  not_names: patterns,
  nationalities: patterns,
  abbreviations: patterns,
  words: patterns,
  articles: patterns,
  links: patterns,
  elisions: patterns,
  endings: patterns,
  women: patterns,
  men: patterns,
  given: patterns,
  surnames: patterns,
  ordinal_dot: v.optional(yes),
  heads_first: v.optional(yes),
  and: patterns,
  of: patterns,
  parting: patterns,
  places_behind: patterns,
  years: patterns,
  ordinals: patterns,
  stopped: patterns,
  noun_endings: patterns,
  adjective_endings: patterns,
  heads_last: v.optional(yes),
  article_prefixes: patterns,
  to_article: patterns,
  joining_heads: patterns,
  sons: patterns,
  goes_on: patterns,
  servants: patterns,
  qualifiers: patterns,
  modifiers: patterns,
  breaks: patterns,
  generic: patterns,
  place_suffixes: patterns,
  not_places: patterns,
  name_ends: patterns,
  not_given: patterns,
  sounds: patterns,
  syllables: v.optional(yes),
  short_heads: patterns,
  followers: patterns,
});

/** What holds for a language, whatever the story. */
const LanguageFile = v.strictObject({
  language: Code,
  also: v.optional(v.array(Code)),
  source: Words,
  spaced: v.optional(no),
  cased: v.optional(no),
  titles_after: v.optional(yes),
  surname_first: v.optional(yes),
  names_have_articles: v.optional(yes),
  nouns_capital: v.optional(yes),
  title_case: v.optional(yes),
  drops_that: v.optional(yes),
  owner_beside: v.optional(yes),
  verb_second: v.optional(yes),
  double_surnames: v.optional(yes),
  accents: v.optional(yes),
  inflection: v.optional(v.array(v.strictObject({ ending: v.string(), tails: Words, women: v.optional(yes) }))),
  prefixes: patterns,
  particles: patterns,
  former: patterns,
  recent: patterns,
  acting: patterns,
  elect: patterns,
  indefinite: patterns,
  indefinite_behind: patterns,
  another: patterns,
  called: patterns,
  called_behind: patterns,
  bare: patterns,
  copulas: patterns,
  instrumental: patterns,
  instrumental_endings: patterns,
  passive_endings: patterns,
  adjective_articles: patterns,
  office_of: patterns,
  generic: patterns,
  asking: patterns,
  generic_behind: patterns,
  parts: patterns,
  without_article: patterns,
  definite: patterns,
  masculine: patterns,
  feminine: patterns,
  feminine_articles: patterns,
  womens: patterns,
  perhaps_womens: patterns,
  womens_verbs: patterns,
  mens_verbs: patterns,
  kin: patterns,
  surname_cases: patterns,
  plural: patterns,
  nationality: v.optional(v.record(Country, Patterns)),
  capital_cities: v.optional(v.record(Country, Patterns)),
  links: patterns,
  links_everywhere: patterns,
  links_to: patterns,
  wife_of: patterns,
  given: patterns,
  given_places: patterns,
  openers: patterns,
  opener_endings: patterns,
  predicates: patterns,
  bodies: patterns,
  statesmen: patterns,
  places: patterns,
  locative: patterns,
  not_given: patterns,
  accusative: patterns,
  toward: patterns,
  with: patterns,
  presidency: patterns,
  governments: patterns,
  affairs: patterns,
  sports: patterns,
  saying: patterns,
  companions: patterns,
  topics: patterns,
  familiar: patterns,
  interview: patterns,
  relations: patterns,
  frequent: v.optional(Words),
  name_words: patterns,
  months: v.optional(v.record(v.string(), wholeNumber)),
  drafting: v.optional(Drafting),
  ...lists,
});
export type LanguageFile = v.InferOutput<typeof LanguageFile>;

/** What a language needs because of a story's figures: spellings and offices by id, and words for their sake. */
const StoryLanguageFile = v.strictObject({
  language: Code,
  source: Words,
  names: v.optional(ById),
  people: v.optional(v.record(v.string(), v.strictObject({ given: patterns, surname: patterns, full: patterns }))),
  offices: v.optional(ById),
  relatives: v.optional(ById),
  other_names: patterns,
  ambiguous: patterns,
  ...lists,
});
export type StoryLanguageFile = v.InferOutput<typeof StoryLanguageFile>;

/** What faults call a file, which is one record. */
const RECORD = 'the language';

/**
 * Checks the files of the languages.
 * @throws Faults with everything that is wrong
 */
export function checkLanguages(sources: readonly Source[]): LanguageFile[] {
  const faults: Fault[] = [];
  const languages = sources.flatMap((source) => checkFile(source, LanguageFile, faults) ?? []);
  if (faults.length > 0) throw new Faults('The languages have', faults);
  return languages;
}

/**
 * Checks a story's files of languages, also against its figures and the languages there are.
 * @throws Faults with everything that is wrong
 */
export function checkStoryLanguages(
  sources: readonly Source[],
  figures: readonly FigureNames[],
  languages: readonly LanguageFile[],
): StoryLanguageFile[] {
  const faults: Fault[] = [];
  const ids = figures.map(({ id }) => id);
  const held = [...new Set(figures.flatMap(({ offices = [] }) => offices.map(({ office }) => office)))];
  const files = sources.flatMap((source) => {
    const file = checkFile(source, StoryLanguageFile, faults);
    if (!file) return [];
    const report = reporterOf(source, RECORD, faults);
    if (!languages.some(({ language }) => language === file.language))
      report(['language'], `is “${file.language}”, which has no file in data/languages`, 'Add that file first');
    const checkIds = (field: 'names' | 'people' | 'offices' | 'relatives', known: readonly string[], what: string) => {
      for (const id of Object.keys(file[field] ?? {}))
        if (!known.includes(id))
          report([field, id], `has “${field}.${id}”, but ${what}`, `Write one of ${known.join(', ')}`);
    };
    for (const field of ['names', 'people', 'relatives'] as const) checkIds(field, ids, 'no figure has this id');
    checkIds('offices', held, 'no figure holds this office');
    const written = Object.values(file.names ?? {}).flatMap((patterns) => patterns.flatMap(expand));
    const names = new Set(written.map(foldPhrase));
    for (const name of (file.other_names ?? []).flatMap(expand))
      if (names.has(foldPhrase(name)))
        report(['other_names'], `has “${name}”, which “names” gives to a figure`, 'Take it out of one of them');
    for (const name of (file.ambiguous ?? []).flatMap(expand))
      if (!names.has(foldPhrase(name)))
        report(['ambiguous'], `has “${name}”, which “names” gives to no figure`, 'Add it there, or take it out here');
    return [file];
  });
  if (faults.length > 0) throw new Faults('The languages of the story have', faults);
  return files;
}

/**
 * Checks the list of given names; each entry may hold several, with spaces between.
 * @throws Faults where it is no list
 */
export function checkGivenNames(source: Source): string[] {
  const faults: Fault[] = [];
  if (!reportUnreadable(source, faults)) {
    const checked = v.safeParse(Words, source.content);
    if (checked.success) return checked.output.flatMap((line) => line.split(/\s+/));
    for (const issue of checked.issues) reportIssue(issue, reporterOf(source, 'the list', faults));
  }
  throw new Faults('The given names have', faults);
}

function checkFile<S extends v.GenericSchema<unknown, { language: string }>>(
  source: Source,
  schema: S,
  faults: Fault[],
): v.InferOutput<S> | null {
  if (reportUnreadable(source, faults)) return null;
  const report = reporterOf(source, RECORD, faults);
  const checked = v.safeParse(schema, source.content);
  if (!checked.success) {
    for (const issue of checked.issues) reportIssue(issue, report);
    return null;
  }
  const { language } = checked.output;
  if (!source.file.endsWith(`/${language}.yaml`))
    report(['language'], `says “${language}”`, `Name the file ${language}.yaml, or correct the code`);
  return checked.output;
}
