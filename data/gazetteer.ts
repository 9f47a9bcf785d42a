// Compiles figures and lexicons to the gazetteer that recognition/ reads: checked, folded and made compact. Build-time only;
// nothing of this file is shipped.
import * as v from 'valibot';
import { parse } from 'yaml';
import { foldText } from '../recognition/fold.ts';
import {
  type Gazetteer,
  type GazetteerFigure,
  openGazetteer,
  type Strength,
  type TitleClass,
} from '../recognition/gazetteer.ts';
import type { WrittenLexicon } from '../recognition/lexicon.ts';
import { UNSPACED } from '../recognition/scripts.ts';
import { expand, spelled, tokens, writeNames } from './names.ts';

const words = v.array(v.string());
const optionalWords = v.optional(words);

const code = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'a language code such as "pl" is wanted'));

/** One language's file; data/lexicon/README.md explains each field. */
const LexiconFile = v.strictObject({
  language: code,
  also: v.optional(v.array(code)),
  source: words,
  spaced: v.optional(v.boolean()),
  cased: v.optional(v.boolean()),
  titles_after: v.optional(v.boolean()),
  nouns_capital: v.optional(v.boolean()),
  title_case: v.optional(v.boolean()),
  drops_that: v.optional(v.boolean()),
  names: v.optional(v.record(v.string(), words)),
  people: v.optional(
    v.record(v.string(), v.strictObject({ given: optionalWords, surname: optionalWords, full: optionalWords })),
  ),
  inflection: v.optional(v.array(v.strictObject({ ending: v.string(), tails: words }))),
  prefixes: optionalWords,
  particles: optionalWords,
  titles: v.optional(
    v.strictObject({
      president: optionalWords,
      'vice-president': optionalWords,
      minister: optionalWords,
      secretary: optionalWords,
      senator: optionalWords,
      'first-lady': optionalWords,
      leader: optionalWords,
      candidate: optionalWords,
      mr: optionalWords,
      ms: optionalWords,
      other: optionalWords,
    }),
  ),
  former: optionalWords,
  acting: optionalWords,
  elect: optionalWords,
  indefinite: optionalWords,
  bare: optionalWords,
  generic: optionalWords,
  definite: optionalWords,
  regions: optionalWords,
  masculine: optionalWords,
  feminine: optionalWords,
  womens: optionalWords,
  plural: optionalWords,
  nationality: v.optional(v.record(v.string(), words)),
  roles: v.optional(v.record(v.string(), words)),
  heads: v.optional(v.strictObject({ after: optionalWords, before: optionalWords, person: optionalWords })),
  links: optionalWords,
  relatives: v.optional(v.record(v.string(), words)),
  given: optionalWords,
  openers: optionalWords,
  words: optionalWords,
  verbs: optionalWords,
});
type LexiconSource = v.InferOutput<typeof LexiconFile>;

/** What a story says of a figure for recognition; the rest of a figure's record is for the card. */
export interface FigureNames {
  id: string;
  kind: GazetteerFigure['kind'];
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
        sex?: 'female' | 'male' | undefined;
        aliases?: string[] | undefined;
        /** A figure that must be on the page for the name to count. */
        needs?: string | undefined;
        country?: string | undefined;
      }
    | undefined;
  offices?: readonly { office: string; from: string; to: string | null; elected?: string | undefined }[] | undefined;
  unmarked?: boolean | undefined;
}

// Which title each office is addressed with; the story names offices by country and post.
const TITLE_OF: [RegExp, TitleClass][] = [
  [/vice-president$/, 'vice-president'],
  [/president$/, 'president'],
  [/secretary-of-state$/, 'secretary'],
  [/foreign-minister$/, 'minister'],
  [/senator$/, 'senator'],
  [/first-lady$/, 'first-lady'],
];
const COUNTRIES: Record<string, string> = { us: 'united-states' };

/** A gazetteer as it is written into a build: texts by part, as `Gazetteer.load` gives them. */
export type GazetteerParts = Record<string, string>;

/** A compiled gazetteer as recognition takes it, all parts in memory. */
export const gazetteerOf = (parts: Readonly<GazetteerParts>): Gazetteer => openGazetteer((part) => parts[part] ?? '');

/**
 * Compiles the gazetteer. `lexicons` maps file names to YAML text.
 * @throws Error that lists every fault with its file, the field, what is wrong and how to mend it.
 */
export function compileGazetteer(
  figures: readonly FigureNames[],
  lexicons: Readonly<Record<string, string>>,
): GazetteerParts {
  const faults: string[] = [];
  const ids = new Set(figures.map((figure) => figure.id));
  const compiled = figures.map(compileFigure);
  const parts: GazetteerParts = { figures: JSON.stringify(compiled) };
  const sources: LexiconSource[] = [];
  for (const [file, text] of Object.entries(lexicons).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const content: unknown = parse(text);
    if (file.endsWith('given-names.yaml')) {
      parts.given = folded((content as string[]).flatMap((line) => line.split(/\s+/)));
      continue;
    }
    if (file.endsWith('hints.yaml')) {
      parts.hints = JSON.stringify(content);
      continue;
    }
    const checked = v.safeParse(LexiconFile, content);
    if (!checked.success) {
      for (const issue of checked.issues)
        faults.push(
          `${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}. Mend the field or remove it; data/lexicon/README.md lists the fields.`,
        );
      continue;
    }
    const source = checked.output;
    if (!file.endsWith(`${source.language}.yaml`))
      faults.push(`${file}: language: says "${source.language}". Name the file ${source.language}.yaml.`);
    for (const field of ['names', 'people', 'relatives'] as const)
      for (const id of Object.keys(source[field] ?? {}))
        if (!ids.has(id))
          faults.push(`${file}: ${field}.${id}: no figure has this id. Use one of ${[...ids].join(', ')}.`);
    sources.push(source);
  }
  if (faults.length > 0)
    throw new Error(`The lexicons have ${faults.length} fault(s):\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  parts.languages = join(sources.map(({ language, also = [] }) => [language, ...also].join(' ')));
  // English heads make a thing's name in every language's press ("Trump Tower").
  const english = sources.find(({ language }) => language === 'en')?.heads ?? {};
  for (const source of sources) {
    const { nationality, around } = compileLexicon(source, figures, english);
    const names = writeNames(compiled, {
      unspaced: source.spaced === false,
      names: source.names ?? {},
      people: source.people ?? {},
      inflection: source.inflection ?? [],
      nationality,
      offices: around.offices ?? {},
    });
    parts[source.language] = JSON.stringify(names);
    parts[`${source.language}_around`] = JSON.stringify(around);
  }
  return parts;
}

const isMarked = (figure: FigureNames): boolean => !figure.unmarked && figure.kind !== 'group';

function compileFigure(figure: FigureNames): GazetteerFigure {
  const names = figure.names ?? {};
  const compiled: GazetteerFigure = {
    id: figure.id,
    kind: figure.kind,
    offices: (figure.offices ?? []).map(({ office, from, to, elected }) => ({
      office,
      post: postOf(office),
      title: TITLE_OF.find(([ending]) => ending.test(office))?.[1] ?? 'other',
      from,
      to,
      ...(elected ? { elected } : {}),
    })),
  };
  if (names.needs) compiled.needs = names.needs;
  const country = names.country ?? (figure.offices?.[0] && countryOf(figure.offices[0].office));
  if (country) compiled.country = country;
  if (!isMarked(figure)) return compiled;
  if (figure.kind === 'person' && names.surname?.length) {
    compiled.person = {
      given: join(names.given),
      middle: join(names.middle),
      surname: join(names.surname),
      after: folded(names.after ?? afterSurname(names.full ?? [], names.surname)),
      others: folded(names.others),
      alone: join(names.alone),
      strength: names.strength === 'unique' || names.strength === undefined ? 'strong' : names.strength,
      female: names.sex === 'female',
    };
  } else {
    const aliases = names.aliases ?? names.full;
    if (aliases?.length) compiled.aliases = join(aliases);
  }
  return compiled;
}

/** "us-secretary-of-state" → the country's figure id and the post. */
const countryOf = (office: string): string => {
  const first = office.split('-')[0] ?? '';
  return COUNTRIES[first] ?? first;
};
const postOf = (office: string): string => office.slice(office.indexOf('-') + 1);

/** "Nicolás Maduro Moros" with the surname Maduro → ["Moros"]. */
function afterSurname(full: readonly string[], surnames: readonly string[]): string[] {
  const after = new Set<string>();
  for (const name of full) {
    const parts = name.split(' ');
    const at = parts.findIndex((part) => surnames.includes(part));
    if (at >= 0) for (const part of parts.slice(at + 1)) after.add(part);
  }
  return [...after];
}

const join = (list: readonly string[] = []): string => [...new Set(list)].join('|');
const foldPhrase = (phrase: string): string =>
  UNSPACED.test(phrase) ? foldText(phrase) : tokens(phrase).map(foldText).join(' ');
const folded = (list: readonly string[] = []): string => join(list.flatMap(expand).map(foldPhrase).filter(Boolean));

/** Writes inflected words of a list as stems: "prezydent(|a|owi)" → "prezydent*". A stem of three letters says too little and is written out. `by` folds. */
function stemmed(list: readonly string[] = [], by: (phrase: string) => string = foldPhrase): string {
  const MARK = '\uE000';
  const stemOf = (part: string) => (part.endsWith(MARK) ? `${by(part.slice(0, -1))}*` : by(part));
  return join(
    list
      .map((pattern) => pattern.replace(/([\p{L}\p{M}]{4,})\([^()\s]*\)(?=[\s)|]|$)/gu, `$1${MARK}`))
      .flatMap(expand)
      .map((phrase) =>
        phrase
          .split(new RegExp(`(?<=${MARK})`))
          .map(stemOf)
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter(Boolean),
  );
}

/** All of a lexicon but its names; `nationality` besides as it is written, for the gate looks at raw text. */
function compileLexicon(
  source: LexiconSource,
  figures: readonly FigureNames[],
  english: NonNullable<LexiconSource['heads']>,
): { nationality: Record<string, string>; around: WrittenLexicon } {
  const nationalities = Object.values(source.nationality ?? {})
    .flat()
    .flatMap(expand);
  // Countries only: "head of the White House" is an office as it stands.
  const own = (id: string) => figures.find((figure) => figure.id === id)?.names;
  const countries = Object.keys(source.nationality ?? {})
    .flatMap((id) => [...(source.names?.[id] ?? []), ...(own(id)?.aliases ?? []), ...(own(id)?.full ?? [])])
    .flatMap(expand)
    .map(foldPhrase);
  const country = new Set([...nationalities.map(foldPhrase), ...countries]);
  let adjectiveBehind = false;
  const little = new Set((source.links ?? []).flatMap(expand).map(foldPhrase));
  const posts: Record<string, string[]> = {};
  const offices: Record<string, string> = {};
  for (const [office, patterns] of Object.entries(source.roles ?? {})) {
    const whole: string[] = [];
    for (const phrase of patterns.flatMap(expand)) {
      const cut = source.spaced === false ? null : withoutCountry(tokens(phrase).map(foldText), country, little);
      if (!cut) whole.push(foldPhrase(phrase));
      else {
        posts[postOf(office)] = [...(posts[postOf(office)] ?? []), cut.post];
        adjectiveBehind ||= cut.last && !countries.includes(cut.country);
      }
    }
    if (whole.length) offices[office] = join(whole);
  }
  const lexicon: WrittenLexicon = {
    ...(source.spaced === false ? { spaceless: 1 as const } : {}),
    ...(source.titles_after ? { titlesAfter: 1 as const } : {}),
    ...(source.nouns_capital ? { nounsCapital: 1 as const } : {}),
    ...(source.title_case ? { titleCase: 1 as const } : {}),
    ...(source.drops_that ? { dropsThat: 1 as const } : {}),
    ...(adjectiveBehind ? { adjectiveBehind: 1 as const } : {}),
    ...(source.inflection ? { inflected: 1 as const } : {}),
    ...(source.inflection?.some(({ tails }) => tails.includes('s')) ? { genitive: 1 as const } : {}),
    ...(source.definite ? { articles: 1 as const } : {}),
    titles: mapped(source.titles, (list) => stemmed(list)),
    nationality: mapped(source.nationality, (list) => stemmed(list)),
    posts: mapped(posts, (list) => join(list)),
    offices,
    relatives: mapped(source.relatives, (list) => stemmed(list)),
    prefixes: join((source.prefixes ?? []).map((one) => foldText(one)).sort((a, b) => b.length - a.length)),
    lists: {
      headsAfter: stemmed([...(source.heads?.after ?? []), ...(english.after ?? [])], spelled),
      headsPerson: stemmed([...(source.heads?.person ?? []), ...(english.person ?? [])], spelled),
      headsBefore: stemmed([...(source.heads?.before ?? []), ...(english.before ?? [])], spelled),
      links: folded([...(source.links ?? []), ...(source.spaced === false ? [] : ['de', 'of'])]),
      given: folded(source.given),
      openers: stemmed(source.openers),
      words: folded(source.words),
      verbs: folded(source.verbs),
      plural: folded(source.plural),
      elect: stemmed(source.elect),
      former: stemmed(source.former),
      indefinite: stemmed(source.indefinite),
      generic: stemmed(source.generic),
      bare: stemmed(source.bare),
      definite: folded(source.definite),
      regions: folded(source.regions),
      masculine: folded(source.masculine),
      feminine: folded(source.feminine),
      womens: join(source.womens),
      particles: folded(source.particles),
    },
  };
  return { nationality: mapped(source.nationality, (list) => stemmed(list, (phrase) => phrase)), around: lexicon };
}

const mapped = <T extends Record<string, string[] | undefined>>(
  source: T | undefined,
  by: (list: string[]) => string,
): Record<string, string> =>
  Object.fromEntries(Object.entries(source ?? {}).flatMap(([key, list]) => (list?.length ? [[key, by(list)]] : [])));

/** What is left of an office's phrase when the country and the little words beside it are taken away; null where no country stands apart; `last`: it stood behind. */
function withoutCountry(
  words: readonly string[],
  country: ReadonlySet<string>,
  little: ReadonlySet<string>,
): { post: string; country: string; last: boolean } | null {
  for (let length = words.length - 1; length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const found = words.slice(from, from + length).join(' ');
      if (!country.has(found)) continue;
      const before = words.slice(0, from);
      const after = words.slice(from + length);
      while (before.length > 0 && little.has(before.at(-1) as string)) before.pop();
      if (after[0] === 's') after.shift();
      return {
        post: [...before, ...after].join(' '),
        country: found,
        last: after.length === 0,
      };
    }
  }
  return null;
}
