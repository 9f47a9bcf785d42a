// Patterns in which people write the words of a language: words one space apart, "(a|b|)" for alternatives. And the
// forms in which recognition looks for them.
import { foldText, isAscii } from '../recognition/fold.ts';
import { LETTERS, UNSPACED } from '../recognition/scripts.ts';

const WORDS = new RegExp(`[${LETTERS}]+`, 'gu');
/** The same of ASCII, several times as fast: most names have no other letters. */
const ASCII_WORDS = /[A-Za-z]+/g;

/** Words of a phrase as text is cut into words: separators fall away. */
export const tokens = (phrase: string): string[] => phrase.match(isAscii(phrase) ? ASCII_WORDS : WORDS) ?? [];

/** "Biał(y|ego) Dom(|u)" → the four phrases. Groups do not nest. */
export function expand(pattern: string): string[] {
  const open = pattern.indexOf('(');
  if (open < 0) return [pattern.replace(/\s+/g, ' ').trim()];
  const close = pattern.indexOf(')', open);
  if (close < 0) return [pattern];
  const [before, after] = [pattern.slice(0, open), pattern.slice(close + 1)];
  return pattern
    .slice(open + 1, close)
    .split('|')
    .flatMap((one) => expand(before + one + after));
}

/** The folded phrase, words joined by one space. */
export function foldPhrase(phrase: string): string {
  if (isAscii(phrase)) return (phrase.toLowerCase().match(ASCII_WORDS) ?? []).join(' ');
  return UNSPACED.test(phrase) ? foldText(phrase) : tokens(phrase).map(foldText).join(' ');
}

/** The folded phrase with the capitals of its spelling kept, words joined by one space. */
export function spelled(phrase: string): string {
  if (UNSPACED.test(phrase)) return foldText(phrase);
  return tokens(phrase)
    .map((word) => {
      const plain = foldText(word);
      const capital = word.charAt(0) !== word.charAt(0).toLowerCase();
      return capital ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
    })
    .join(' ');
}

/** A list as recognition takes it: each entry once, joined by "|". */
export const join = (list: readonly string[] = []): string => [...new Set(list)].join('|');

/** All phrases of a list of patterns, folded. */
export const folded = (patterns: readonly string[] = []): string =>
  join(patterns.flatMap(expand).map(foldPhrase).filter(Boolean));

/** The same of words in which a "*" stands for further letters ("*ski", "univers*"). */
export const starred = (patterns: readonly string[] = []): string =>
  join(patterns.flatMap(expand).map((word) => foldText(word)));

/** All phrases of a list of patterns, as they are written; a word with alternative endings becomes a stem, "word*". */
export const writtenOut = (patterns: readonly string[] = []): string[] =>
  stemmed(patterns, (phrase) => phrase)
    .split('|')
    .filter(Boolean);

/**
 * Writes inflected words of a list as stems: "prezydent(|a|owi)" → "prezydent*". Stems of three letters say too little
 * and are written out.
 * @param by folds
 */
export function stemmed(patterns: readonly string[] = [], by: (phrase: string) => string = foldPhrase): string {
  const MARK = '\uE000';
  const stemOf = (part: string) => (part.endsWith(MARK) ? `${by(part.slice(0, -1))}*` : by(part));
  return join(
    patterns
      .map((pattern) =>
        pattern.replace(/([\p{L}\p{M}]{4,})\([^()\s]*\)(?=[\s)|]|$)/gu, `$1${MARK}`).replaceAll('*', MARK),
      )
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

/** A record of lists with each list compiled, empty ones left out. */
export const mapped = <T extends Record<string, string[] | undefined>>(
  source: T | undefined,
  by: (list: string[]) => string,
): Record<string, string> =>
  Object.fromEntries(Object.entries(source ?? {}).flatMap(([key, list]) => (list?.length ? [[key, by(list)]] : [])));
