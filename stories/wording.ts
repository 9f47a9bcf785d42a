// Whether a text is as sure of a thing in Spanish as in English: what seems, may be or is planned in one language does
// so in both. Found by the words that say so (data/wording.yaml), hence only as good as these lists.
import * as v from 'valibot';
import type { Path, Report, Source } from './faults.ts';
import { expand } from './patterns.ts';

const Words = v.array(v.string());
const WordingFile = v.array(v.strictObject({ sense: v.string(), en: Words, es: Words }));

/** Words that say one thing in both languages, by what is lost where one of them lacks it. */
export interface Shade {
  sense: string;
  en: RegExp;
  es: RegExp;
}

/** Any of several patterns as a whole word or phrase; a star stands for letters. */
function anyOf(patterns: readonly string[]): RegExp {
  const phrases = patterns.flatMap(expand).map((phrase) => phrase.replaceAll('*', '\\p{L}*'));
  return new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'u');
}

/**
 * Reads data/wording.yaml.
 * @throws ValiError where it is not as it should be
 */
export const readWording = ({ content }: Source): Shade[] =>
  v.parse(WordingFile, content).map(({ sense, en, es }) => ({ sense, en: anyOf(en), es: anyOf(es) }));

/** Both languages of a text are equally sure of what it says. */
export function checkWording(
  text: { en: string; es: string },
  path: Path,
  report: Report,
  shades: readonly Shade[],
): void {
  const [en, es] = [decapitalized(text.en), decapitalized(text.es)];
  for (const { sense, ...words } of shades) {
    const [inEnglish, inSpanish] = [words.en.test(en), words.es.test(es)];
    if (inEnglish === inSpanish) continue;
    const [one, other, lacking] = inEnglish ? ['English', 'Spanish', 'es'] : ['Spanish', 'English', 'en'];
    report(
      [...path, lacking ?? ''],
      `says in ${one} that it ${sense}, and not in ${other}`,
      'Be equally sure of it in both languages',
    );
  }
}

/** The first word as it stands within a sentence; others keep their capital, so that May stays a month. */
function decapitalized(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
