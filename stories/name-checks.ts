// Whether the names of a story's figures can be looked for: not a word of every sentence, not one letter.
import { foldText } from '../recognition/fold.ts';
import { UNSPACED } from '../recognition/scripts.ts';
import { BOUNDS } from './bounds.ts';
import { fieldName, type Path, type Report } from './faults.ts';
import type { Figure, Story } from './format.ts';
import { tokens } from './patterns.ts';
import type { ListName } from './story-faults.ts';

type Strength = Figure['names']['strength'];

/** UTF-16 code units of a word that only a compound has. */
const COMPOUND = 16;

/** What languages say of words: which are too common to be names. */
export interface CommonWords {
  /** Folded words, each with the codes of the languages in which it stands in many sentences. */
  languagesOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Codes of the languages that set no spaces between words. */
  unspaced: ReadonlySet<string>;
}

export const NO_COMMON_WORDS: CommonWords = { languagesOf: new Map(), unspaced: new Set() };

type ReportOn = (list: ListName | 'languages', at: number | string) => Report;

/** Reports names that would be found everywhere, and figures with more forms than a page can be searched for. */
export function checkNames({ figures, languages }: Story, common: CommonWords, reportOn: ReportOn): void {
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const forms = new Map<string, number>();
  const count = (id: string, ...lists: (readonly string[])[]) => {
    forms.set(id, (forms.get(id) ?? 0) + lists.reduce((sum, list) => sum + list.length, 0));
  };
  figures.forEach((figure, at) => {
    const { full, given, middle, surname, aliases, others, alone, strength } = figure.names;
    count(figure.id, full, given, middle, surname, aliases, others, alone);
    const check = checkerOf(common, null, reportOn('figures', at));
    for (const [field, list] of Object.entries({ full, aliases, alone })) check.names(list, ['names', field]);
    check.surnames(given, surname, strength, ['names', 'surname']);
  });
  for (const [code, { names, people, offices }] of Object.entries(languages)) {
    const check = checkerOf(common, code, reportOn('languages', code));
    for (const [id, list] of Object.entries(names)) {
      count(id, list);
      check.names(list, ['names', id]);
    }
    for (const [id, list] of Object.entries(offices)) check.offices(list, ['offices', id]);
    for (const [id, { given, surname, full }] of Object.entries(people)) {
      count(id, given, surname, full);
      check.names(full, ['people', id, 'full']);
      check.surnames(given, surname, known.get(id)?.names.strength ?? 'weak', ['people', id, 'surname']);
    }
  }
  figures.forEach(({ id }, at) => {
    const number = forms.get(id) ?? 0;
    if (number > BOUNDS.formsInAll)
      reportOn('figures', at)(
        ['names'],
        `has ${number} forms in all languages, more than ${BOUNDS.formsInAll}`,
        'Take some out',
      );
  });
}

/** @param code of the language for which the names are; null where they are for all */
function checkerOf(common: CommonWords, code: string | null, report: Report) {
  const wrongWith = (name: string): [wrong: string, mend: string] | null => {
    if (isEveryday(name, common)) return ['is a word of every day', 'Write a longer name'];
    if (isOneLetter(name, code !== null && !common.unspaced.has(code)))
      return ['has one letter only', 'Write a longer name'];
    if (isSmallWord(name)) return ['is one word without a capital', 'Write it with a capital, as names are'];
    return null;
  };
  const refuse = (path: Path, name: string, wrong: string, mend: string) =>
    report(path, `“${fieldName(path)}” is “${name}”, which ${wrong}`, mend);
  return {
    /** Names that stand alone on a page: however much context is asked for, a word would be found everywhere. */
    names(list: readonly string[], path: Path): void {
      list.forEach((name, at) => {
        const fault = wrongWith(name);
        if (fault) refuse([...path, at], name, ...fault);
      });
    },
    /** What an office is called, which Finnish writes as one word, in small letters. */
    offices(list: readonly string[], path: Path): void {
      list.forEach((name, at) => {
        const fault = isSmallWord(name) && name.length >= COMPOUND ? null : wrongWith(name);
        if (fault) refuse([...path, at], name, fault[0], 'Write with it whose office it is');
      });
    },
    /** A surname that is a word needs the full name on the page; and a full name of two words is no name. */
    surnames(given: readonly string[], list: readonly string[], strength: Strength, path: Path): void {
      const ofGiven = new Set(given.flatMap((name) => [...everydayIn(name, common)]));
      list.forEach((name, at) => {
        const fault = strength === 'strong' || strength === 'unique' ? wrongWith(name) : null;
        if (fault) refuse([...path, at], name, fault[0], 'Write strength: weak');
        if ([...everydayIn(name, common)].some((language) => ofGiven.has(language)))
          refuse(
            [...path, at],
            name,
            'is a word of every day, as a given name is',
            'Take both out, and write the full name under “aliases”',
          );
      });
    },
  };
}

const NONE: ReadonlySet<string> = new Set();

/** The languages of which all words of a name are everyday words. */
function everydayIn(name: string, { languagesOf }: CommonWords): ReadonlySet<string> {
  const [first = NONE, ...others] = tokens(name).map((word) => languagesOf.get(foldText(word)) ?? NONE);
  return others.length === 0
    ? first
    : new Set([...first].filter((language) => others.every((all) => all.has(language))));
}

/** “WHO” and “US” are looked for in capitals only. */
const isEveryday = (name: string, common: CommonWords): boolean =>
  everydayIn(name, common).size > 0 && !(name.length > 1 && name === name.toUpperCase() && name !== name.toLowerCase());

/** @param signsAreWords a sign of Chinese is a word in a language that sets spaces */
const isOneLetter = (name: string, signsAreWords: boolean): boolean =>
  /^\P{L}*\p{L}\P{L}*$/u.test(name) && !(signsAreWords && UNSPACED.test(name));

/** Small letters are looked for as they are: a word would be found in every sentence. Georgian has no others. */
const isSmallWord = (name: string): boolean =>
  /^[\p{scx=Latin}\p{scx=Cyrillic}\p{scx=Greek}\p{scx=Armenian}]/u.test(name) &&
  name === name.toLowerCase() &&
  name !== name.toUpperCase() &&
  tokens(name).length === 1;
