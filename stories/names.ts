// Writes out the names of a story's figures in one language, in all their forms, so that no page has to.

import type { GazetteerFigure } from '../recognition/figures.ts';
import { SHORTEST_STEM } from '../recognition/first-word-filter.ts';
import { foldText, MIXED } from '../recognition/fold.ts';
import type { Unspaced, WrittenNames } from '../recognition/gazetteer.ts';
import { ruleMark } from '../recognition/inflected.ts';
import { split } from '../recognition/lists.ts';
import { figureOf, type PackedName, packName } from '../recognition/packed-name.ts';
import { LETTERS, UNSPACED } from '../recognition/scripts.ts';
import { valueIn } from './full-language.ts';
import { spelled } from './patterns.ts';
import { type Prefiltered, prefilterFrom } from './prefilter.ts';
import type { Steps } from './steps.ts';

/** How names are inflected: the ending is cut off, each tail put on; of women's surnames only where `women`. */
interface Inflection {
  ending: string;
  tails: string[];
  women?: boolean | undefined;
}

/** The parts of a language's file, and of what stories write in it, that names are made from. */
export interface NameSource {
  unspaced: boolean;
  /** Of a large library: no pattern is needed that finds where names begin, and forms are not written out. */
  isSearchedByWords?: boolean;
  /** Accents tell words apart. */
  accents: boolean;
  names: Readonly<Record<string, string[]>>;
  people: Readonly<Record<string, { given: string[]; surname: string[]; full: string[] }>>;
  inflection: readonly Inflection[];
  /** Longer names that contain a figure's name but mean something else. */
  otherNames: readonly string[];
  nationality: Readonly<Record<string, string>>;
  offices: Readonly<Record<string, string>>;
  /** Indexes of figures of which no story writes anything in this language: rules inflect their names. */
  unwritten: ReadonlySet<number>;
  /** Words of the language that are no name of theirs, folded. */
  commonWords: ReadonlySet<string>;
  /** Articles, prepositions and the like, folded: no part of anybody's name. */
  grammarWords: ReadonlySet<string>;
}

/** A form of a name; or a stem with the number of a rule, which stands for all that the rule makes of it. */
interface Form {
  text: string;
  /** As it stands behind the stem in what is written (recognition/inflected.ts); empty for a form. */
  rule: string;
}

const asItStands = (text: string): Form => ({ text, rule: '' });

/** Gives the forms of a name by a language's rules; the name itself is always among them. */
type Inflect = (name: string, isWomans: boolean) => Form[];

/**
 * The longest `ending` that fits decides. For a woman's surname a rule for women goes before another of its length.
 * Where forms are not written out, names get a stem instead, unless they are so short that their forms begin
 * differently (name-buckets.ts), or a form may be a word of grammar.
 */
function inflector({ inflection, isSearchedByWords, accents, grammarWords }: NameSource): Inflect {
  const mayBeGrammar = new Set([...grammarWords].map((word) => word.slice(0, SHORTEST_STEM)));
  const mayHaveStem = inflection.map(({ tails }) => isSearchedByWords && !accents && tails.every(isLetters));
  const longest = Math.max(1, ...inflection.map(({ ending }) => ending.length));
  /** Rules by the last letters of names, apart for women's surnames. */
  const known = [new Map<string, Inflection | undefined>(), new Map<string, Inflection | undefined>()] as const;
  const ruleFor = (end: string, isWomans: boolean): Inflection | undefined => {
    let best: Inflection | undefined;
    for (const rule of inflection) {
      if (!end.endsWith(rule.ending) || (rule.women && !isWomans)) continue;
      const longer = rule.ending.length - (best?.ending.length ?? -1);
      if (longer > 0 || (longer === 0 && !best?.women)) best = rule;
    }
    return best;
  };
  return (name, isWomans) => {
    const end = name.slice(-longest);
    const rules = known[isWomans ? 1 : 0];
    if (!rules.has(end)) rules.set(end, ruleFor(end, isWomans));
    const best = rules.get(end);
    if (!best) return [asItStands(name)];
    const stem = name.slice(0, name.length - best.ending.length);
    const number = inflection.indexOf(best);
    if (mayHaveStem[number]) {
      const beginning = foldText(stem.match(LAST_LETTERS)?.[0] ?? '').slice(0, SHORTEST_STEM);
      if (beginning.length === SHORTEST_STEM && !mayBeGrammar.has(beginning))
        return [{ text: stem, rule: ruleMark(number) }];
    }
    return [name, ...best.tails.map((tail) => stem + tail)].map(asItStands);
  };
}

const LAST_LETTERS = new RegExp(`[${LETTERS}]+$`, 'u');
const isLetters = (text: string): boolean => text === '' || text.match(LAST_LETTERS)?.[0] === text;

/** The endings of each rule, as recognition/inflected.ts reads them. */
const endingsOf = (inflection: readonly Inflection[]): string[][] =>
  inflection.map(({ ending, tails }) => [...new Set([ending, ...tails].map(foldText))]);

function put(map: Map<string, number[]>, key: string, figure: number): void {
  const known = map.get(key);
  if (!known) map.set(key, [figure]);
  else if (!known.includes(figure)) known.push(figure);
}

function putShared(map: Map<string, PackedName[]>, key: string, name: PackedName): void {
  const known = map.get(key) ?? [];
  if (!known.some((one) => figureOf(one) === figureOf(name))) map.set(key, [...known, name]);
}

// Invisible characters, which may hide in any word, and full-width letters; not the joiners, which belong to several
// scripts.
const HIDDEN = '[\\u00AD\\u034F\\u180B-\\u180E\\u200B\\u2060-\\u2064\\uFEFF\\uFF21-\\uFF3A]';

/** Figures whose names are written in one step. */
const FIGURES_A_STEP = 50;
const CONSONANTS = '[^\\P{Ll}aeiouyаеиоуыэюяіїєαειουηω]';
/** The first letter of a given name; and its first two where both are consonants. */
const INITIAL = new RegExp(`^(?=(${CONSONANTS}{2})?)\\p{L}`, 'u');
const MOST_IN_TAGS = 2; // spellings of a given name that are looked for in small letters

/** The names of one language in all their forms, as `WrittenNames` has them. */
export interface CollectedNames
  extends Pick<WrittenNames, 'capitals' | 'unspaced' | 'initials' | 'prefilter' | 'endings'> {
  surnames: ReadonlyMap<string, number[]>;
  givens: ReadonlyMap<string, number[]>;
  alone: ReadonlyMap<string, number[]>;
  names: ReadonlyMap<string, PackedName>;
  shared: ReadonlyMap<string, PackedName[]>;
  firstWords: ReadonlyMap<string, number>;
  /** Null where accents tell no words apart. */
  accented: ReadonlyMap<string, string> | null;
}

/** Collected names as pages read them, all in one. */
export function writeNames(names: CollectedNames): WrittenNames {
  const { capitals, unspaced, initials, prefilter, endings } = names;
  return {
    surnames: Object.fromEntries(names.surnames),
    givens: Object.fromEntries(names.givens),
    names: Object.fromEntries(names.names),
    firstWords: Object.fromEntries(names.firstWords),
    alone: Object.fromEntries(names.alone),
    capitals,
    ...(names.accented ? { accented: Object.fromEntries(names.accented) } : {}),
    ...(names.shared.size > 0 ? { shared: Object.fromEntries(names.shared) } : {}),
    unspaced,
    ...(initials ? { initials } : {}),
    ...(endings ? { endings } : {}),
    ...(prefilter ? { prefilter } : {}),
  };
}

/** "palais de Nariño": it is looked for in small letters. An article ("el Niño") would be found everywhere. */
export const beginsSmall = (phrase: string): boolean => /^\p{Ll}{4}/u.test(phrase);

/** Collects the names of one language and builds its prefilter. */
export function* collectNames(figures: readonly GazetteerFigure[], lexicon: NameSource): Steps<CollectedNames> {
  const surnames = new Map<string, number[]>();
  const givens = new Map<string, number[]>();
  const alone = new Map<string, number[]>();
  const names = new Map<string, PackedName>();
  const shared = new Map<string, PackedName[]>();
  const firstWords = new Map<string, number>();
  const unspaced: Unspaced[] = [];
  const capitals = new Set<string>();
  const accented = new Map<string, string>();
  const initials: Record<number, string> = {};
  const prefiltered: Prefiltered[] = [];
  const inflect = inflector(lexicon);
  const addToPrefilter = (name: string, small: boolean) => {
    if (!lexicon.isSearchedByWords) prefiltered.push({ name, small });
  };
  const takeForm = (
    map: Map<string, number[]>,
    kind: Unspaced['kind'],
    { text: form, rule }: Form,
    figure: number,
    prefiltered: 'no' | 'capital' | 'any',
  ) => {
    const folded = foldText(form) + rule;
    if (lexicon.grammarWords.has(folded) && !UNSPACED.test(form)) return;
    put(map, folded, figure);
    if (prefiltered !== 'no') {
      addToPrefilter(form, prefiltered === 'any');
      if (kind === 'given') put(alone, folded, figure);
    }
    if (lexicon.unspaced && UNSPACED.test(form)) unspaced.push({ text: folded, kind, figure, office: '' });
  };
  const takeName = ({ text: phrase, rule }: Form, figure: number, full: boolean) => {
    // A house in small letters ("det hvide hus") is one of the story where the page shows it.
    const isSmall = phrase !== phrase.toUpperCase() && phrase === phrase.toLowerCase();
    addToPrefilter(phrase, isSmall || beginsSmall(phrase));
    if (lexicon.unspaced && UNSPACED.test(phrase)) {
      unspaced.push({ text: foldText(phrase), kind: full ? 'full' : 'name', figure, office: '' });
      return;
    }
    const spelling = spelled(phrase) + rule;
    const key = spelling.toLowerCase();
    const packed = packName(figure, spelling, full);
    const known = names.get(key);
    if (known === undefined || figureOf(known) === figure) names.set(key, packed);
    // What is somebody's name is no other thing's.
    else if (figure < figures.length) putShared(shared, key, packed);
    else return;
    if (phrase === phrase.toUpperCase() && phrase !== phrase.toLowerCase()) capitals.add(key);
    const words = key.split(' ');
    const first = words[0] as string;
    if (lexicon.accents && words.length === 1) accented.set(key, phrase.normalize('NFC').toLowerCase());
    if (words.length > 1) firstWords.set(first, Math.max(firstWords.get(first) ?? 0, words.length));
  };
  /** The name, and where no story writes it in this language its forms by the language's rules. */
  const formsIn = (name: string, at: number): Form[] => {
    const isAbbreviation = name.length > 1 && name === name.toUpperCase();
    if (!isAbbreviation && lexicon.commonWords.has(foldText(name))) return [];
    return lexicon.unwritten.has(at) ? inflect(name, false) : [asItStands(name)];
  };
  for (const [at, figure] of figures.entries()) {
    if (at % FIGURES_A_STEP === FIGURES_A_STEP - 1) yield;
    const person = figure.person;
    if (person) {
      // In small letters a weak surname is looked for behind the given name only, as tags have it ("gustavo petro").
      if (person.strength !== 'strong')
        for (const surname of split(person.surname))
          for (const given of split(person.given)) addToPrefilter(`${given} ${surname}`, true);
      const rare = split(person.alone);
      for (const name of split(person.surname))
        for (const form of inflect(name, person.female))
          takeForm(surnames, 'surname', form, at, person.strength === 'strong' ? 'any' : 'capital');
      for (const name of split(person.given))
        for (const form of name.length > 1 ? inflect(name, false) : [asItStands(name)])
          takeForm(givens, 'given', form, at, rare.includes(name) ? 'capital' : 'no');
    }
    for (const alias of split(figure.aliases)) for (const form of formsIn(alias, at)) takeName(form, at, false);
    for (const whole of split(figure.whole)) for (const form of formsIn(whole, at)) takeName(form, at, true);
    for (const name of valueIn(lexicon.names, figure.id) ?? []) takeName(asItStands(name), at, false);
    const spelling = valueIn(lexicon.people, figure.id);
    // "#трамп": a strong surname counts in small letters too, in its first form.
    for (const [nth, form] of (spelling?.surname ?? []).entries())
      takeForm(
        surnames,
        'surname',
        asItStands(form),
        at,
        nth === 0 && person?.strength === 'strong' ? 'any' : 'capital',
      );
    // "дональд трамп": as tags have it.
    const [surname] = spelling?.surname ?? [];
    if (surname && surname !== surname.toLowerCase())
      for (const given of (spelling?.given ?? []).slice(0, MOST_IN_TAGS)) addToPrefilter(`${given} ${surname}`, true);
    for (const form of spelling?.given ?? [])
      takeForm(givens, 'given', asItStands(form), at, person?.alone ? 'capital' : 'no');
    for (const name of spelling?.full ?? []) takeName(asItStands(name), at, true);
    const own = split(person?.given).map((name) => foldText(name).charAt(0));
    // "Ντ.": a sound of two letters too.
    const starts = (spelling?.given ?? []).flatMap((form) => foldText(form).match(INITIAL)?.slice(0, 2) ?? []);
    const others = starts.filter((start) => start && !own.includes(start.charAt(0)));
    if (others.length > 0) initials[at] = [...new Set(others)].join('|');
  }
  yield;
  // No figure has this index.
  for (const name of lexicon.otherNames) takeName(asItStands(name), figures.length, false);
  for (const country in lexicon.nationality)
    for (const word of split(lexicon.nationality[country])) addToPrefilter(word, true);
  for (const office in lexicon.offices) {
    for (const phrase of split(lexicon.offices[office])) {
      addToPrefilter(phrase, true);
      if (lexicon.unspaced) unspaced.push({ text: phrase, kind: 'office', figure: -1, office });
    }
  }
  yield;
  const isCyrillic = () => [...surnames.keys()].some((form) => /[\u0400-\u04FF]/.test(form));
  return {
    ...{ surnames, givens, alone, names, shared, firstWords, capitals: [...capitals] },
    accented: lexicon.accents ? accented : null,
    unspaced: unspaced.sort((a, b) => b.text.length - a.text.length),
    ...(Object.keys(initials).length > 0 ? { initials } : {}),
    ...(lexicon.isSearchedByWords
      ? { endings: endingsOf(lexicon.inflection) }
      : // Words that mix Latin letters with Cyrillic ones are looked at whatever they are.
        { prefilter: [(yield* prefilterFrom(prefiltered)) || '(?!)', isCyrillic() ? `${HIDDEN}|${MIXED}` : HIDDEN] }),
  };
}
