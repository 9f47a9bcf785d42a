// The name filter of a large library. It does not write out what each of the languages makes of thousands of names, but
// takes their stems: what is left of a name whatever ending a language cuts off. So it may say yes in vain more often.
import type { GazetteerFigure } from '../recognition/figures.ts';
import { split } from '../recognition/lists.ts';
import { Flag, LONGEST_TAIL } from '../recognition/name-filter-format.ts';
import { UNSPACED } from '../recognition/scripts.ts';
import { writeFilterInSteps } from '../recognition/write-name-filter.ts';
import { figuresOf, fullLanguage, type GazetteerSource } from './gazetteer.ts';
import type { LanguageFile } from './language.ts';
import { createFilterWords, type FilterWords } from './name-filter.ts';
import { compileOfficeWords } from './office-words.ts';
import { foldPhrase } from './patterns.ts';
import type { Steps } from './steps.ts';
import type { LibraryLanguage } from './story-words.ts';

const FIGURES_A_STEP = 100;
/** Letters of a stem, at least: a shorter one would be found in too many words. */
const SHORTEST_STEM = 4;

/** The filter of all stories and languages, as a text of the dataset. */
export function* compileLibraryFilter(source: GazetteerSource): Steps<string> {
  const figures = yield* figuresOf(source);
  const words = createFilterWords(figures);
  const inflect = inflector(source.languages);
  /** Folded: abbreviations, and names with accents. */
  const alone = new Set<string>();
  for (const [at, figure] of figures.entries()) {
    addFigure(words, figure, inflect, alone);
    if (at % FIGURES_A_STEP === 0) yield;
  }
  const strong = new Set(figures.flatMap(({ id, person }) => (person?.strength === 'strong' ? [id] : [])));
  for (const language of source.languages) {
    const written = source.storyLanguages?.[language.language];
    if (written) addWritten(words, written, { strong, alone, hasAccents: language.accents === true });
    const full = fullLanguage(source, language.language);
    if (full) words.addOffices(compileOfficeWords(full, source.figures), alone);
    yield;
  }
  return yield* writeFilterInSteps(words.keys, words.accented);
}

function addFigure(
  words: FilterWords,
  { person, aliases, whole, needs }: GazetteerFigure,
  inflect: (name: string) => Inflected,
  alone: Set<string>,
): void {
  const add = (name: string, flags: number) => {
    const { stem, others } = inflect(name);
    words.addPhrase(foldPhrase(stem), flags | (stem === name && others.length === 0 ? 0 : Flag.stem));
    for (const other of others) words.addPhrase(foldPhrase(other), flags);
  };
  const strength = person?.strength === 'strong' ? Flag.name : 0;
  for (const surname of split(person?.surname)) add(surname, Flag.surname | strength);
  for (const given of split(person?.given)) add(given, Flag.beside);
  // What needs another figure is no mention without it, and that one is found by itself.
  if (needs) return;
  for (const name of [...split(aliases), ...split(whole)]) {
    const isAbbreviation = name === name.toUpperCase() && name !== name.toLowerCase();
    if (isAbbreviation) alone.add(foldPhrase(name));
    add(name, isAbbreviation ? Flag.capitals : Flag.name | Flag.small);
  }
}

/** What stories write in a language, as it stands there. */
function addWritten(
  words: FilterWords,
  { names, people, ambiguous, own = [] }: LibraryLanguage,
  { strong, alone, hasAccents }: { strong: ReadonlySet<string>; alone: Set<string>; hasAccents: boolean },
): void {
  for (const [id, forms] of Object.entries(names)) {
    const itsOwn = own.filter(({ figures }) => figures.includes(id));
    // No mention without another one, which is found by itself.
    const skipped = new Set([ambiguous, ...itsOwn.map((one) => one.ambiguous)].flat().map(foldPhrase));
    for (const form of forms) {
      const isAbbreviation = form === form.toUpperCase() && form !== form.toLowerCase();
      const spelling = form.normalize('NFC').toLowerCase();
      const phrase = foldPhrase(form);
      if (skipped.has(phrase)) continue;
      if (hasAccents && !phrase.includes(' ') && spelling !== phrase) {
        words.accented.add(spelling);
        alone.add(phrase);
      } else words.addPhrase(phrase, isAbbreviation ? Flag.capitals : Flag.name | Flag.small);
    }
  }
  for (const [id, { given, surname, full }] of Object.entries(people)) {
    for (const form of surname) words.addPhrase(foldPhrase(form), Flag.surname | (strong.has(id) ? Flag.name : 0));
    for (const form of given) words.addPhrase(foldPhrase(form), Flag.beside);
    for (const form of full) words.addPhrase(foldPhrase(form), Flag.name | Flag.small);
  }
}

/** A name as all its forms begin, and the forms that do not begin so or go on for longer than a filter reads. */
interface Inflected {
  stem: string;
  others: readonly string[];
}

/** A form: what is cut off a name and put on. */
interface Change {
  cut: number;
  tail: string;
}

/** What all names with the same last letters have in common. */
interface Changes {
  /** The most that any language cuts off. */
  cut: number;
  all: readonly Change[];
  /** Those that go on for longer than a filter reads. */
  long: readonly Change[];
}

/** What the rules of all languages make of names; names with the same last letters are treated alike. */
function inflector(languages: readonly LanguageFile[]): (name: string) => Inflected {
  const rules = languages.flatMap(({ language, inflection = [] }) => inflection.map((rule) => ({ language, ...rule })));
  const longest = Math.max(1, ...rules.map(({ ending }) => ending.length));
  const byEnding = new Map<string, typeof rules>();
  for (const rule of rules) byEnding.set(rule.ending, [...(byEnding.get(rule.ending) ?? []), rule]);
  const known = new Map<string, Changes>();

  /** The longest rules that fit, of each language. One for women and one for all: which holds, the figure tells. */
  function changesOf(end: string): Changes {
    const best = new Map<string, number>();
    const wider = new Map<string, number>();
    const found = new Map<string, Change>();
    for (let from = 0; from <= end.length; from++)
      for (const { language, ending, tails, women } of byEnding.get(end.slice(from)) ?? []) {
        const cut = ending.length;
        if (!best.has(language)) best.set(language, cut);
        if (!women && !wider.has(language)) wider.set(language, cut);
        if (best.get(language) === cut || (!women && wider.get(language) === cut))
          for (const tail of tails) found.set(`${cut} ${tail}`, { cut, tail });
      }
    const all = [...found.values()];
    const cut = Math.max(0, ...all.map((one) => one.cut));
    return { cut, all, long: all.filter((one) => cut - one.cut + one.tail.length > LONGEST_TAIL) };
  }

  return (name) => {
    if (UNSPACED.test(name) || name.length < 2) return { stem: name, others: [] };
    const end = name.slice(-longest);
    const changes = known.get(end) ?? changesOf(end);
    known.set(end, changes);
    const { cut, all, long } = changes;
    if (all.length === 0) return { stem: name, others: [] };
    const lastWord = name.length - Math.max(name.lastIndexOf(' '), name.lastIndexOf('-')) - 1;
    const formOf = (one: Change) => name.slice(0, name.length - one.cut) + one.tail;
    if (lastWord - cut < SHORTEST_STEM) return { stem: name, others: all.map(formOf) };
    return { stem: name.slice(0, name.length - cut), others: long.map(formOf) };
  };
}
