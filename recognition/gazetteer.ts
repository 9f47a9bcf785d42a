// The gazetteer: what the data compiles to, and the index one language's text is read with. Everything here is derived
// from data; no figure, title or place is known to the code. Lists come as text joined by "|", already folded: splitting
// is native and fast, and a page that holds no name never pays for it.

/** How much a bare surname says: `strong` is plainly this figure when nothing speaks against it, `weak` needs evidence from the page, `common` needs more of it. */
export type Strength = 'strong' | 'weak' | 'common';

/** Classes of titles; `other` is an office that no figure holds, `mr` and `ms` are honorifics. */
export type TitleClass =
  | 'president'
  | 'vice-president'
  | 'minister'
  | 'secretary'
  | 'senator'
  | 'first-lady'
  | 'leader'
  | 'candidate'
  | 'mr'
  | 'ms'
  | 'other';

/** What reading a person's name needs besides its forms. */
export interface Person {
  strength: Strength;
  female: boolean;
  /** Folded initials of the given and middle names. */
  initials: string;
  /** Folded words that may follow the surname and still be the same person ("moros", "urrego"). */
  after: string[];
}

/** One figure as recognition knows it. */
export interface GazetteerFigure {
  id: string;
  kind: 'person' | 'place' | 'organization' | 'group';
  person?: Person;
  /** Another figure that must be on the page, for names that other things share ("Presidential Palace"). */
  needs?: string;
  /** The country whose office holder it is. */
  country?: string;
  offices: { office: string; title: TitleClass; from: string; to: string | null }[];
}

/** A list of folded words or phrases, joined by "|". */
type List = string;
/** Lists by figure index. */
type ByFigure = Record<string, List>;

/** One language, compiled; data/lexicon/README.md explains where each list comes from. */
export interface Lexicon {
  spaced: boolean;
  titlesAfter: boolean;
  /** Common nouns are capitalised, so that a capital is no sign of a name (German). */
  nounsCapital: boolean;
  surnames: ByFigure;
  givens: ByFigure;
  middles: ByFigure;
  relatives: ByFigure;
  /** Places, institutions and whole names that are one phrase; accents folded, capitals kept where the text must have them. */
  names: ByFigure;
  full: ByFigure;
  titles: Partial<Record<TitleClass, List>>;
  /** Nationality words and country names by the country's figure id. */
  nationality: Record<string, List>;
  /** Offices by id: phrases that name the office with its country. */
  roles: Record<string, List>;
  /** The words of those phrases that are neither a country's nor little: where none is near, no office is looked for. */
  officeWords: List;
  headsAfter: List;
  headsPerson: List;
  headsBefore: List;
  links: List;
  given: List;
  openers: List;
  words: List;
  plural: List;
  elect: List;
  former: List;
  indefinite: List;
  prefixes: List;
  particles: List;
}

/** What the data compiles to. Each lexicon is JSON text, so that a page parses only the languages it is written in. */
export interface Gazetteer {
  figures: GazetteerFigure[];
  lexicons: Record<string, string>;
  /** Source of the regular expression that finds where a name may begin, by language. */
  gates: Record<string, string>;
  /** Frequent given names of many countries. */
  given: List;
  /** Heads that make a thing's name in every language's press: English ones ("Trump Tower"). */
  heads: { after: List; person: List };
  /** Language → a few very frequent words, for pages that do not say their language. */
  hints: Record<string, string>;
}

/** A name in a script without spaces. */
export interface Unspaced {
  text: string;
  kind: 'full' | 'surname' | 'given' | 'name' | 'role';
  figure: number;
  office: string;
}

/** Everything needed to read text of one language. */
export interface Index {
  spaced: boolean;
  titlesAfter: boolean;
  nounsCapital: boolean;
  surnames: ReadonlyMap<string, readonly number[]>;
  givens: ReadonlyMap<string, readonly number[]>;
  middles: ReadonlyMap<string, readonly number[]>;
  relatives: ReadonlyMap<string, readonly number[]>;
  /** Folded phrase → the figure, the spelling with the capitals it must have, and whether it is a person's whole name. */
  names: ReadonlyMap<string, { figure: number; spelling: string; full: boolean }>;
  /** First word of a phrase in `names` → how many words the longest has. */
  firstWords: ReadonlyMap<string, number>;
  titles: ReadonlyMap<string, TitleClass>;
  nationality: ReadonlyMap<string, string>;
  /** Folded phrase → office. */
  roles: ReadonlyMap<string, string>;
  officeWords: ReadonlySet<string>;
  headsAfter: ReadonlySet<string>;
  headsPerson: ReadonlySet<string>;
  headsBefore: ReadonlySet<string>;
  links: ReadonlySet<string>;
  given: ReadonlySet<string>;
  openers: ReadonlySet<string>;
  words: ReadonlySet<string>;
  plural: ReadonlySet<string>;
  elect: ReadonlySet<string>;
  former: ReadonlySet<string>;
  indefinite: ReadonlySet<string>;
  prefixes: readonly string[];
  particles: ReadonlySet<string>;
  /** Longest first; empty where words are spaced. */
  unspaced: readonly Unspaced[];
  unspacedRelatives: readonly { text: string; figure: number }[];
}

const split = (list: List | undefined): string[] => (list ? list.split('|') : []);
const setOf = (list: List | undefined): Set<string> => new Set(split(list));

function byFigure(lists: ByFigure): Map<string, number[]> {
  const map = new Map<string, number[]>();
  for (const figure in lists) {
    for (const form of split(lists[figure])) {
      const known = map.get(form);
      if (known) known.push(+figure);
      else map.set(form, [+figure]);
    }
  }
  return map;
}

function byValue<V extends string>(lists: Partial<Record<V, List>>): Map<string, V> {
  const map = new Map<string, V>();
  for (const value in lists) for (const phrase of split(lists[value])) map.set(phrase, value);
  return map;
}

/** The index of one language. Costs about a tenth of a millisecond, so it is built when the first name is met and not before. */
export function indexOf(gazetteer: Gazetteer, language: string): Index {
  const lexicon = JSON.parse(gazetteer.lexicons[language] ?? gazetteer.lexicons.en ?? '{}') as Lexicon;
  const names = new Map<string, { figure: number; spelling: string; full: boolean }>();
  const firstWords = new Map<string, number>();
  for (const lists of [lexicon.names, lexicon.full]) {
    for (const figure in lists) {
      for (const spelling of split(lists[figure])) {
        const phrase = spelling.toLowerCase();
        names.set(phrase, { figure: +figure, spelling, full: lists === lexicon.full });
        const words = phrase.split(' ');
        const first = words[0] as string;
        firstWords.set(first, Math.max(firstWords.get(first) ?? 0, words.length));
      }
    }
  }
  const titles = byValue(lexicon.titles);
  const given = setOf(lexicon.given);
  for (const name of split(gazetteer.given)) given.add(name);
  return {
    spaced: lexicon.spaced,
    titlesAfter: lexicon.titlesAfter,
    nounsCapital: lexicon.nounsCapital,
    surnames: byFigure(lexicon.surnames),
    givens: byFigure(lexicon.givens),
    middles: byFigure(lexicon.middles),
    relatives: byFigure(lexicon.relatives),
    names,
    firstWords,
    titles,
    nationality: byValue(lexicon.nationality),
    roles: byValue(lexicon.roles),
    officeWords: setOf(lexicon.officeWords),
    headsAfter: setOf(`${gazetteer.heads.after}|${lexicon.headsAfter}`),
    headsPerson: setOf(`${gazetteer.heads.person}|${lexicon.headsPerson}`),
    headsBefore: setOf(lexicon.headsBefore),
    links: setOf(lexicon.links),
    given,
    openers: setOf(lexicon.openers),
    words: setOf(lexicon.words),
    plural: setOf(lexicon.plural),
    elect: setOf(lexicon.elect),
    former: setOf(lexicon.former),
    indefinite: setOf(lexicon.indefinite),
    prefixes: split(lexicon.prefixes),
    particles: setOf(lexicon.particles),
    unspaced: lexicon.spaced ? [] : unspacedOf(lexicon),
    unspacedRelatives: lexicon.spaced
      ? []
      : Object.entries(lexicon.relatives).flatMap(([figure, list]) =>
          split(list).map((text) => ({ text, figure: +figure })),
        ),
  };
}

const latin = /^[\u0000-\u024F]/;

function unspacedOf(lexicon: Lexicon): Unspaced[] {
  const out: Unspaced[] = [];
  const take = (lists: ByFigure, kind: Unspaced['kind']) => {
    for (const figure in lists)
      for (const text of split(lists[figure]))
        if (!latin.test(text)) out.push({ text, kind, figure: +figure, office: '' });
  };
  take(lexicon.full, 'full');
  take(lexicon.names, 'name');
  take(lexicon.surnames, 'surname');
  take(lexicon.givens, 'given');
  for (const office in lexicon.roles)
    for (const text of split(lexicon.roles[office])) out.push({ text, kind: 'role', figure: -1, office });
  return out.sort((a, b) => b.text.length - a.text.length);
}

const SCRIPTS: readonly [RegExp, string][] = [
  [/[\u0370-\u03FF\u1F00-\u1FFF]/, 'el'],
  [/[\u0400-\u052F]/, 'ru'],
  [/[\u0590-\u05FF]/, 'he'],
  [/[\u0600-\u06FF\u0750-\u077F]/, 'ar'],
  [/[\u0900-\u097F]/, 'hi'],
  [/[\u0980-\u09FF]/, 'bn'],
  [/[\u0E00-\u0E7F]/, 'th'],
  [/[\u3040-\u30FF\uFF66-\uFF9F]/, 'ja'],
  [/[\uAC00-\uD7AF\u1100-\u11FF]/, 'ko'],
  [/[\u3400-\u9FFF]/, 'zh'],
];

/** The language to read a text with that has no language of its own but one of these scripts; null for Latin. */
export function languageOfScript(text: string): string | null {
  for (const [script, language] of SCRIPTS) if (script.test(text)) return language;
  return null;
}
