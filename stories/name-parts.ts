// The parts of a person's name, where a story gives the name alone: which word is the given name and which the surname.
import { foldText } from '../recognition/fold.ts';
import {
  ARABIC_ARTICLES,
  ARABIC_ARTICLES_THAT_ARE_WORDS,
  FIRST_SURNAMES,
  JOINERS,
  MAYBE_FIRST_SURNAMES,
  PARTICLES,
  SON_OF,
  SUFFIXES,
  SURNAME_FIRST,
  TWO_SURNAMES,
} from './name-words.ts';
import { tokens } from './patterns.ts';

/** The parts of one name, as it is written. A surname may have several words ("von der Leyen"). */
export interface NameParts {
  given: string[];
  middle: string[];
  surname: string[];
  /**
   * Words behind the surname that leave it the same person: "Jr", the mother's surname, a given name that stands last.
   */
  after: string[];
}

/** What is known of the language in which a name is written. */
export interface NameCustom {
  /** BCP 47 tag; null where it is not known. */
  language?: string | null;
  /** Whether a folded word is a frequent given name. */
  isGiven?: (folded: string) => boolean;
}

// A syllable as Chinese and Korean are romanised; a given name has one or two.
const SYLLABLE = '(?:zh|ch|sh|[bcdfghjklmnpqrstwxyz])?(?:y?[aeiou]{1,3})(?:ng|[nrmklpt](?![aeiou]))?';
const TWO_SYLLABLES = new RegExp(`^${SYLLABLE}(?:[-’']?${SYLLABLE})?$`);

/**
 * Takes a person's name apart. Where nothing tells, the first word is the given name and the last the surname.
 * @returns no surname where the name has no letters, no given name where it is one word
 */
export function namePartsOf(name: string, { language = null, isGiven = () => false }: NameCustom = {}): NameParts {
  const { words, suffixes } = wordsOf(name);
  const [first = '', ...others] = words;
  if (others.length === 0) return { given: [], middle: [], surname: first ? [first] : [], after: suffixes };
  const tongue = language?.toLowerCase().split('-')[0] ?? '';
  if (standsFirst(words, tongue, isGiven)) {
    // "Kim Jong Un", "Moon Jae-in": the last part tells brothers apart.
    const parts = others.flatMap((word) => word.split(/[-\u2010\u2011]/));
    return { given: parts.slice(-1), middle: parts.slice(0, -1), surname: [first], after: [...parts, ...suffixes] };
  }
  const at = surnameStart(words, tongue, isGiven);
  let end = words.length;
  // "bin Salman Al Saud", "Petro Urrego": what follows may be left out.
  const start = foldText(words[at] as string);
  if (SON_OF.has(start)) end = Math.min(end, at + 2);
  else if (hasTwoSurnames(words, at, tongue)) end = at + 1;
  return {
    given: [first],
    middle: words.slice(1, at),
    surname: [words.slice(at, end).join(' ')],
    after: [...words.slice(end), ...suffixes],
  };
}

/** The words of a name without nicknames and full stops; initials written together are taken apart ("J.K."). */
function wordsOf(name: string): { words: string[]; suffixes: string[] } {
  const words = name
    .replace(/["“„«‘(][^"“”„«»‘’()]*["”“»’)](?=\s|$)/g, ' ')
    .replace(/(?<=(?:^|\s|\.)\p{Lu})\./gu, ' ')
    .split(/[\s,]+/)
    .map((word) => word.replace(/\.$/, ''))
    .filter((word) => /\p{L}/u.test(word));
  const suffixes: string[] = [];
  while (words.length > 2 && SUFFIXES.has(foldText(words.at(-1) as string))) suffixes.unshift(words.pop() as string);
  return { words, suffixes };
}

/** Whether the surname stands first. */
function standsFirst(words: readonly string[], tongue: string, isGiven: (folded: string) => boolean): boolean {
  const [first = '', ...rest] = words.map(foldText);
  if (!/^[a-z]/.test(first)) return SURNAME_FIRST.has(tongue) && !isGiven(first);
  if (FIRST_SURNAMES.has(first) && rest.length <= 2 && rest.every((word) => TWO_SYLLABLES.test(word))) {
    if (!MAYBE_FIRST_SURNAMES.has(first)) return true;
    return rest.length === 2 || rest.some((word) => word.includes('-'));
  }
  // Those languages write foreign names as they are: "Emmanuel Macron".
  return SURNAME_FIRST.has(tongue) && !isGiven(first) && (rest.some(isGiven) || tongue !== 'hu');
}

/** The place of the first word of the surname. */
function surnameStart(words: readonly string[], tongue: string, isGiven: (folded: string) => boolean): number {
  const last = words.length - 1;
  for (let at = 1; at < last; at++) {
    const word = foldText(words[at] as string);
    if (JOINERS.has(word) && at > 1) return at - 1;
    if (PARTICLES.has(word)) return at;
  }
  if (TWO_SURNAMES.has(tongue) && last >= 2) {
    // "Juan Manuel Santos" has two given names, "Gustavo Petro Urrego" two surnames.
    if (last > 2 || !isGiven(foldText(words[last - 1] as string))) return last - 1;
  }
  return last;
}

/** Whether the last of two surnames may be left out. */
function hasTwoSurnames(words: readonly string[], at: number, tongue: string): boolean {
  const rest = words.slice(at).map(foldText);
  return TWO_SURNAMES.has(tongue) && rest.length === 2 && !rest.some((word) => PARTICLES.has(word));
}

/** A surname as texts have it: its last word, and what must stand before that ("von der", "Ocasio", "O"). */
export interface SurnameWords {
  word: string;
  before: string[];
  /** Whether the last word alone is the surname too, as "Sisi" is of al-Sisi. */
  mayBeBare: boolean;
}

/** Cuts a surname where texts are cut into words. */
export function surnameWordsOf(surname: string): SurnameWords {
  const words = tokens(surname);
  const before = words.slice(0, -1);
  return {
    word: words.at(-1) ?? '',
    before,
    mayBeBare: before
      .map(foldText)
      .every((word) => ARABIC_ARTICLES.has(word) && !ARABIC_ARTICLES_THAT_ARE_WORDS.has(word)),
  };
}
