// Lists of words that only some languages have: little words between names, and what readers of one script ask for.
// All of them stand in `drafting` of data/languages, whose README says what each holds.
import type { LanguageFile } from '../stories/language.ts';
import { expand } from '../stories/patterns.ts';
import { phrasesOf, type WordList, wordList } from './word-lists.ts';

/** Folded, but where a field says that its words are as written. */
export interface SpecialWords {
  /** "And", which may join two names; where it is written onto the next word, what is written there. */
  and: ReadonlySet<string>;
  /** Little words between an office and its place ("mayor of"), a body and what it is part of, a day and its month. */
  of: ReadonlySet<string>;
  /** Other links that may as well part two names ("in"). */
  parting: ReadonlySet<string>;
  /** Links behind which only a place goes on with an organisation's name ("University in Brell"). */
  placesBehind: ReadonlySet<string>;
  /** Behind the number of somebody's age, as the press writes it between commas. */
  years: ReadonlySet<string>;
  /** What is written onto the number of a day ("3rd"); as written. */
  ordinals: readonly string[];
  /** Last words of names whose full stop belongs to the name ("Jr."). */
  stopped: ReadonlySet<string>;
  /** Endings that only nouns have, and those of adjectives: where a capital says neither. */
  nounEndings: readonly string[];
  adjectiveEndings: readonly string[];
  speaking: SpeakingWords;
  capitalless: CapitallessWords;
  unspaced: UnspacedWords;
  syllables: SyllableWords;
}

/** By which the speaker of a quotation is told from whom it is said to, and whom it is about. */
export interface SpeakingWords {
  /** Verbs of saying with whom it is said to right behind them. */
  telling: WordList;
  /** "According to". */
  according: WordList;
  /** Pronouns of a subject; as written. */
  he: ReadonlySet<string>;
  she: ReadonlySet<string>;
  /** Little words between such a verb and its subject ("has", "also"). */
  beside: ReadonlySet<string>;
  /** A person behind one of these is no subject. */
  prepositions: ReadonlySet<string>;
  /** What stands behind a subject, or is written onto it. */
  subjectMarks: readonly string[];
  /** The same behind whoever is none. */
  objectMarks: readonly string[];
  /** The verb ends the sentence, so that the quotation stands between it and its subject. */
  verbLast: boolean;
}

/** Of scripts with spaces and without capitals. */
export interface CapitallessWords {
  /** A word for an organisation stands behind the rest of its name. */
  headsLast: boolean;
  /** The article, where it is written onto its noun; with "to" before it. */
  articles: readonly string[];
  toArticles: readonly string[];
  /** Organisations whose names are often two things ("Ministry of Education and Culture"). */
  joiningHeads: WordList;
  /** "Son of", "daughter of": inside a name, though they are words. */
  sons: ReadonlySet<string>;
  /** Words behind which a name goes on; of these, those that make one given name with a word behind an article. */
  goesOn: ReadonlySet<string>;
  servants: ReadonlySet<string>;
  /** What may stand between a name and its title: former, present, new. */
  qualifiers: ReadonlySet<string>;
  /** Endings of words that go with the next one and are no name, longest first. */
  modifiers: readonly string[];
}

/** Of scripts without spaces. */
export interface UnspacedWords {
  /** Characters behind which a name begins: particles, prepositions, conjunctions. */
  breaks: ReadonlySet<string>;
  /** Heads that with a country before them are any of that country, or its government. */
  generic: ReadonlySet<string>;
  /** Characters that end the name of a city or a district, and what ends so and is none. */
  placeSuffixes: ReadonlySet<string>;
  notPlaces: WordList;
  /** Characters before a title that leave it one: former, present, vice. */
  qualifiers: readonly string[];
  /** Particles that end a name. */
  nameEnds: readonly string[];
  /** Surnames of two characters. */
  longSurnames: ReadonlySet<string>;
  /** Characters that no given name has. */
  notGiven: ReadonlySet<string>;
  /** Characters that write the sounds of foreign names. */
  sounds: ReadonlySet<string>;
}

/** Of languages that write the syllables of a word apart, and only the first with a capital. */
export interface SyllableWords {
  areApart: boolean;
  /** Heads of one syllable; as written, since without accents they are others. */
  shortHeads: ReadonlySet<string>;
  /** Words that follow a name and are no part of it; as written. */
  followers: ReadonlySet<string>;
}

type Own = LanguageFile['drafting'];

/**
 * @param shared of English, whose names stand in every press
 * @param prepositions that the language lists elsewhere
 */
export function openSpecialWords(own: Own, shared: Own, prepositions: readonly string[]): SpecialWords {
  const set = (patterns: readonly string[] | undefined) => new Set(phrasesOf(patterns));
  return {
    and: set(own?.and),
    of: set(own?.of ?? shared?.of),
    parting: set(own?.parting),
    placesBehind: set(own?.places_behind),
    years: set(own?.years),
    ordinals: own?.ordinals ?? [],
    stopped: set([...(own?.stopped ?? []), ...(shared?.stopped ?? [])]),
    nounEndings: phrasesOf(own?.noun_endings),
    adjectiveEndings: phrasesOf(own?.adjective_endings),
    speaking: {
      telling: wordList(own?.telling),
      according: wordList(own?.according),
      he: asWritten(own?.he),
      she: asWritten(own?.she),
      beside: set(own?.beside_saying),
      prepositions: set([...prepositions, ...(own?.prepositions ?? []), ...(own?.of ?? [])]),
      subjectMarks: phrasesOf(own?.subject_marks),
      objectMarks: phrasesOf(own?.object_marks),
      verbLast: own?.verb_last === true,
    },
    capitalless: {
      headsLast: own?.heads_last === true,
      articles: phrasesOf(own?.article_prefixes),
      toArticles: phrasesOf(own?.to_article),
      joiningHeads: wordList(own?.joining_heads),
      sons: set(own?.sons),
      goesOn: set(own?.goes_on),
      servants: set(own?.servants),
      qualifiers: set(own?.qualifiers),
      modifiers: phrasesOf(own?.modifiers),
    },
    unspaced: {
      breaks: set(own?.breaks),
      generic: set(own?.generic),
      placeSuffixes: set(own?.place_suffixes),
      notPlaces: wordList(own?.not_places),
      qualifiers: phrasesOf(own?.qualifiers),
      nameEnds: phrasesOf(own?.name_ends),
      longSurnames: new Set(phrasesOf(own?.surnames).filter(({ length }) => length === 2)),
      notGiven: set(own?.not_given),
      sounds: new Set((own?.sounds ?? []).join('')),
    },
    syllables: {
      areApart: own?.syllables === true,
      shortHeads: asWritten(own?.short_heads),
      followers: asWritten(own?.followers),
    },
  };
}

const asWritten = (patterns: readonly string[] = []): Set<string> => new Set(patterns.flatMap(expand));

/** True where a word begins with one of these, and has letters behind it. */
export const beginsWithAny = (word: string, beginnings: readonly string[], behind = 1): boolean =>
  beginnings.some((beginning) => word.startsWith(beginning) && word.length >= beginning.length + behind);

export const endsWithAny = (word: string, endings: readonly string[]): boolean =>
  endings.some((ending) => word.endsWith(ending));
