// Compiles figures and lexicons to the gazetteer that recognition/ reads: patterns written out, names inflected, and the
// gate, a regular expression that passes over text where no name can begin. Build-time only; nothing of it is shipped.
import * as v from 'valibot';
import { parse } from 'yaml';
import { foldText, IGNORABLE } from '../recognition/fold.ts';
import type { Gazetteer, GazetteerFigure, Lexicon, Strength, TitleClass } from '../recognition/gazetteer.ts';

const words = v.array(v.string());
const optionalWords = v.optional(words);

/** One language's file; data/lexicon/README.md explains each field. */
const LexiconFile = v.strictObject({
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'a language code such as "pl" is wanted')),
  source: words,
  spaced: v.optional(v.boolean()),
  cased: v.optional(v.boolean()),
  titles_after: v.optional(v.boolean()),
  nouns_capital: v.optional(v.boolean()),
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
  plural: optionalWords,
  nationality: v.optional(v.record(v.string(), words)),
  roles: v.optional(v.record(v.string(), words)),
  heads: v.optional(v.strictObject({ after: optionalWords, before: optionalWords, person: optionalWords })),
  links: optionalWords,
  relatives: v.optional(v.record(v.string(), words)),
  given: optionalWords,
  openers: optionalWords,
  words: optionalWords,
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
  offices?: { office: string; from: string; to: string | null }[] | undefined;
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

/**
 * Compiles the gazetteer. `lexicons` maps file names to YAML text.
 * @throws Error that lists every fault with its file, the field, what is wrong and how to mend it.
 */
export function compileGazetteer(
  figures: readonly FigureNames[],
  lexicons: Readonly<Record<string, string>>,
): Gazetteer {
  const faults: string[] = [];
  const ids = new Set(figures.map((figure) => figure.id));
  const out: Gazetteer = {
    figures: figures.map(compileFigure),
    lexicons: {},
    gates: {},
    given: '',
    heads: { after: '', person: '' },
    hints: {},
  };
  for (const [file, text] of Object.entries(lexicons).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const content: unknown = parse(text);
    if (file.endsWith('given-names.yaml')) {
      out.given = list((content as string[]).flatMap((line) => line.split(/\s+/)));
      continue;
    }
    if (file.endsWith('hints.yaml')) {
      out.hints = content as Record<string, string>;
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
    const { lexicon, gate } = compileLexicon(source, figures);
    if (source.language === 'en') {
      out.heads = { after: lexicon.headsAfter, person: lexicon.headsPerson };
      lexicon.headsAfter = lexicon.headsPerson = '';
    }
    out.lexicons[source.language] = JSON.stringify(lexicon);
    out.gates[source.language] = gate;
  }
  if (faults.length > 0)
    throw new Error(`The lexicons have ${faults.length} fault(s):\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return out;
}

const isMarked = (figure: FigureNames): boolean => !figure.unmarked && figure.kind !== 'group';

function compileFigure(figure: FigureNames): GazetteerFigure {
  const names = figure.names ?? {};
  const compiled: GazetteerFigure = {
    id: figure.id,
    kind: figure.kind,
    offices: (figure.offices ?? []).map(({ office, from, to }) => ({
      office,
      from,
      to,
      title: TITLE_OF.find(([ending]) => ending.test(office))?.[1] ?? 'other',
    })),
  };
  if (names.needs) compiled.needs = names.needs;
  const first = figure.offices?.[0]?.office.split('-')[0];
  const country = names.country ?? (first && (COUNTRIES[first] ?? first));
  if (country) compiled.country = country;
  if (figure.kind === 'person' && isMarked(figure) && names.surname?.length) {
    compiled.person = {
      strength: names.strength === 'unique' || names.strength === undefined ? 'strong' : names.strength,
      female: names.sex === 'female',
      initials: [...(names.given ?? []), ...(names.middle ?? [])].map((name) => foldText(name).charAt(0)).join(''),
      after: (names.after ?? afterSurname(names.full ?? [], names.surname)).map(foldText),
    };
  }
  return compiled;
}

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

function compileLexicon(source: LexiconSource, figures: readonly FigureNames[]): { lexicon: Lexicon; gate: string } {
  const gate = new Set<string>();
  const collect = (): string[][] => figures.map(() => []);
  const [surnames, givens, middles, relatives, names, full] = [
    collect(),
    collect(),
    collect(),
    collect(),
    collect(),
    collect(),
  ];
  const at = (id: string): number => figures.findIndex((figure) => figure.id === id);
  const take = (to: string[][], figure: number, forms: readonly string[]) => to[figure]?.push(...forms);

  figures.forEach((figure, index) => {
    if (!isMarked(figure) || !figure.names) return;
    const {
      given = [],
      middle = [],
      surname = [],
      others = [],
      alone = [],
      aliases = figure.kind === 'person' ? [] : (figure.names.full ?? []),
    } = figure.names;
    const inflected = (list: readonly string[]) => list.flatMap((name) => inflect(name, source.inflection));
    take(surnames, index, inflected(surname));
    take(givens, index, inflected(given));
    take(middles, index, middle);
    take(relatives, index, inflected(others));
    take(names, index, aliases);
    for (const name of [...inflected(surname), ...inflected(alone), ...aliases]) gate.add(gateOf(name));
  });
  for (const [id, patterns] of Object.entries(source.names ?? {})) {
    take(names, at(id), patterns.flatMap(expand));
  }
  for (const [id, spelling] of Object.entries(source.people ?? {})) {
    const alone = (figures[at(id)]?.names?.alone ?? []).length > 0;
    take(surnames, at(id), (spelling.surname ?? []).flatMap(expand));
    take(givens, at(id), (spelling.given ?? []).flatMap(expand));
    take(full, at(id), (spelling.full ?? []).flatMap(expand));
    for (const name of [
      ...(spelling.surname ?? []),
      ...(alone ? (spelling.given ?? []) : []),
      ...(spelling.full ?? []),
    ].flatMap(expand))
      gate.add(gateOf(name));
  }
  for (const name of Object.values(source.names ?? {})
    .flat()
    .flatMap(expand))
    gate.add(gateOf(name));
  for (const [id, patterns] of Object.entries(source.relatives ?? {}))
    take(relatives, at(id), patterns.flatMap(expand));

  const roles = Object.fromEntries(
    Object.entries(source.roles ?? {}).map(([office, patterns]) => [office, list(patterns.flatMap(expand))]),
  );
  for (const patterns of Object.values(source.nationality ?? {}))
    for (const word of patterns.flatMap(expand)) gate.add(gateOf(word, true));
  const officeWords: string[] = [];
  // An office whose phrase holds no nationality ("POTUS") is looked for by its first word.
  const nationalities = new Set(
    Object.values(source.nationality ?? {}).flatMap((patterns) =>
      patterns.flatMap(expand).map((word) => foldText(word)),
    ),
  );
  const countryWords = new Set([...nationalities, ...names.flat().flatMap((name) => tokens(name).map(foldText))]);
  const little = new Set((source.links ?? []).flatMap(expand).map((word) => foldText(word)));
  for (const phrase of Object.values(source.roles ?? {})
    .flat()
    .flatMap(expand)) {
    const parts = tokens(phrase).map((word) => foldText(word));
    if (source.spaced === false || !parts.some((word) => countryWords.has(word))) gate.add(gateOf(phrase, true));
    officeWords.push(...parts.filter((word) => !countryWords.has(word) && !little.has(word) && word.length > 2));
  }

  const lists = (source: string[][], caseKept = false) =>
    Object.fromEntries(
      source.flatMap((forms, index) => (forms.length ? [[index, list(forms, caseKept)]] : [])),
    ) as Record<string, string>;
  const titles = Object.fromEntries(
    Object.entries(source.titles ?? {}).map(([title, patterns]) => [title, list((patterns ?? []).flatMap(expand))]),
  );
  const flat = (patterns: readonly string[] | undefined) => list((patterns ?? []).flatMap(expand));
  const lexicon: Lexicon = {
    spaced: source.spaced !== false,
    titlesAfter: source.titles_after === true,
    nounsCapital: source.nouns_capital === true,
    surnames: lists(surnames),
    givens: lists(givens),
    middles: lists(middles),
    relatives: lists(relatives),
    names: lists(names, true),
    full: lists(full, true),
    titles,
    nationality: Object.fromEntries(
      Object.entries(source.nationality ?? {}).map(([country, patterns]) => [country, flat(patterns)]),
    ),
    roles,
    officeWords: list(officeWords),
    headsAfter: flat(source.heads?.after),
    headsPerson: flat(source.heads?.person),
    headsBefore: flat(source.heads?.before),
    links: flat(source.links),
    given: flat(source.given),
    openers: flat(source.openers),
    words: flat(source.words),
    plural: flat(source.plural),
    elect: flat(source.elect),
    former: flat(source.former),
    indefinite: flat(source.indefinite),
    prefixes: list((source.prefixes ?? []).sort((a, b) => b.length - a.length)),
    particles: flat(source.particles),
  };
  gate.delete('');
  return {
    lexicon,
    gate: prefixFree([...gate])
      .sort()
      .join('|'),
  };
}

/** Words of a phrase as the recogniser cuts them: separators fall away. */
const tokens = (phrase: string): string[] => phrase.match(/[\p{L}\p{M}]+/gu) ?? [];

/** Folds, removes doubles, joins. With `caseKept` accents go and capitals stay, for names whose capitals the text must show. */
function list(phrases: readonly string[], caseKept = false): string {
  const folded = phrases.map((phrase) => {
    const unspaced = /[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF]/.test(phrase);
    if (unspaced) return foldText(phrase);
    return tokens(phrase)
      .map((word) => {
        const plain = foldText(word);
        return caseKept && /^[\p{Lu}\p{Lt}]/u.test(word) ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
      })
      .join(' ');
  });
  return [...new Set(folded.filter(Boolean))].join('|');
}

/** "Biał(y|ego) Dom(|u)" → the four phrases. Groups do not nest. */
export function expand(pattern: string): string[] {
  const group = /\(([^()]*)\)/.exec(pattern);
  if (!group) return [pattern.replace(/\s+/g, ' ').trim()];
  const [whole, inside = ''] = group;
  return inside
    .split('|')
    .flatMap((one) => expand(pattern.slice(0, group.index) + one + pattern.slice(group.index + whole.length)));
}

/** A name's forms by the language's rules: the longest fitting `ending` is cut off and each tail put on. The name itself is always among them. */
export function inflect(name: string, rules: LexiconSource['inflection']): string[] {
  let best: { ending: string; tails: string[] } | undefined;
  for (const rule of rules ?? [])
    if (name.endsWith(rule.ending) && (!best || rule.ending.length > best.ending.length)) best = rule;
  const stem = best ? name.slice(0, name.length - best.ending.length) : name;
  return [...new Set([name, ...(best?.tails ?? []).map((tail) => stem + tail)])];
}

// How many letters of a name the gate looks for: enough to pass over most other words, few enough to stay small.
const GATE_LETTERS = 6;
const INVISIBLE = `[${IGNORABLE}]?`;
const ACCENTS: Record<string, string> = {
  a: 'áàâãäåāăą',
  e: 'éèêëēęě',
  i: 'íìîïī',
  o: 'óòôõöøōő',
  u: 'úùûüūůű',
  c: 'çćč',
  n: 'ñńň',
  s: 'śšș',
  z: 'źžż',
  y: 'ý',
  α: 'ά',
  ε: 'έ',
  η: 'ή',
  ι: 'ίϊΐ',
  ο: 'ό',
  υ: 'ύϋ',
  ω: 'ώ',
  σ: 'ς',
  и: 'й',
  е: 'ё',
  ا: 'أإآ',
  ی: 'يى',
  ک: 'ك',
  ه: 'ة',
};
const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * The beginning of a name as a piece of the gate: any case behind the first letter (`anyCase`: also of the first), accents
 * left out or put on, full-width letters, invisible characters between. Short names are bounded, so that "US" is not
 * found in "BUSINESS"; a short first word goes with the next word's first letter.
 */
export function gateOf(name: string, anyCase = false): string {
  const parts = tokens(name);
  const first = parts[0] ?? '';
  const cased = first.toLowerCase() !== first.toUpperCase();
  if (!cased) {
    const kept = [...name.split(/[\s·・＝=•]/)[0]!].slice(0, 3).join('');
    const forms = [...new Set([kept, kept.normalize('NFD'), kept.normalize('NFC')])];
    return forms
      .map(escape)
      .map((form) => [...form].map((letter) => (ACCENTS[letter] ? `[${letter}${ACCENTS[letter]}]` : letter)).join(''))
      .join('|');
  }
  const letters = [...first].slice(0, GATE_LETTERS).map((letter, index) => gateLetter(letter, index > 0 || anyCase));
  const short = [...first].length <= 3 && parts.length === 1;
  if (short) return `\\b${letters.join('')}\\b`;
  const second = parts[1];
  const joined = letters.join(INVISIBLE);
  if (!second || [...first].length > GATE_LETTERS) return joined;
  return `${joined}[^\\p{L}<]{1,9}${gateLetter(second.charAt(0), true)}`.replace(
    '[^\\p{L}<]',
    '[\\s\\u00A0.\\-\\u2010-\\u2013\\u00AD]',
  );
}

function gateLetter(letter: string, anyCase: boolean): string {
  const plain = foldText(letter);
  const variants = new Set<string>();
  for (const one of [letter, plain.length === 1 ? plain : letter]) {
    variants.add(one.toUpperCase());
    if (anyCase) variants.add(one.toLowerCase());
  }
  const accented = plain !== letter.toLowerCase();
  if (accented || /[^a-z]/.test(plain))
    for (const one of ACCENTS[plain] ?? '') {
      if (anyCase) variants.add(one);
      variants.add(one.toUpperCase());
    }
  if (/^[a-z]$/.test(plain)) {
    variants.add(String.fromCharCode(plain.toUpperCase().charCodeAt(0) - 65 + 0xff21));
    if (anyCase) variants.add(String.fromCharCode(plain.charCodeAt(0) - 97 + 0xff41));
  }
  const single = [...variants]
    .filter((one) => one.length === 1)
    .sort()
    .join('');
  return `[${escape(single)}]${accented ? '[\\u0300-\\u036F]?' : ''}`;
}

/** Drops pieces that begin with another piece: whatever the longer finds, the shorter finds. */
function prefixFree(pieces: readonly string[]): string[] {
  return pieces.filter(
    (piece) => !pieces.some((other) => other !== piece && piece.startsWith(other) && !other.endsWith('\\b')),
  );
}
