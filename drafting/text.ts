// The text of an article in sentences and words, as far as the bounds let it.
import { BOUNDS, isInert } from '../stories/bounds.ts';
import type { Article } from './article.ts';
import type { Sentence } from './mention.ts';
import { sentencesOf } from './sentences.ts';
import { segmenterOf, type Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/**
 * Text that is drafted, in UTF-16 code units, and its sentences; what comes behind is left out and said so. Where words
 * have no spaces between them, each character says as much as a word, and takes as long.
 */
const MOST_TEXT = 600_000;
const MOST_UNSPACED = 200_000;
const MOST_SENTENCES = 20_000;

/** Cuts the article into sentences; the headline is paragraph 0. */
export function readText(
  article: Article,
  v: Vocabulary,
): { text: string[][]; sentences: Sentence[]; partial: boolean } {
  const segmenter = segmenterOf(v.code, 'sentence');
  const text: string[][] = [];
  const sentences: Sentence[] = [];
  const add = (written: string, paragraph: number, at: number) => {
    const words = wordsOf(written, v);
    sentences.push({
      at: sentences.length,
      paragraph,
      sentence: at,
      text: written,
      words,
      shouted: isShouted(words),
      titled: isTitled(words),
    });
  };
  const headline = inert(article.title)?.replace(/\s+/gu, ' ').trim().slice(0, BOUNDS.text);
  text.push(headline ? [headline] : []);
  if (headline) add(headline, 0, 1);
  const most = v.spaced ? MOST_TEXT : MOST_UNSPACED;
  let length = 0;
  for (const paragraph of article.paragraphs) {
    if (length >= most || sentences.length >= MOST_SENTENCES) return { text, sentences, partial: true };
    const cut = sentencesOf(inert(paragraph.slice(0, most - length)) ?? '', v, segmenter).slice(
      0,
      MOST_SENTENCES - sentences.length,
    );
    length += paragraph.length;
    // A paragraph of too many sentences becomes several.
    for (let from = 0; from < cut.length; from += BOUNDS.sentences) {
      if (text.length >= BOUNDS.paragraphs) return { text, sentences, partial: true };
      const part = cut.slice(from, from + BOUNDS.sentences);
      for (const [at, one] of part.entries()) add(one, text.length, at + 1);
      text.push(part);
    }
  }
  return { text, sentences, partial: length > most };
}

/** A text without controls and characters that turn the direction of text. */
export function inert(text: string | null): string | null {
  if (text === null || isInert(text)) return text;
  return [...text].filter(isInert).join('');
}

/** Most longer words have a capital. */
function isTitled(words: readonly { text: string; capital: boolean }[]): boolean {
  const long = words.filter(({ text }) => text.length > 3);
  return long.length > 2 && long.filter(({ capital }) => capital).length / long.length > 0.7;
}

/** Set in capitals as a whole. */
function isShouted(words: readonly { text: string; capitals: boolean }[]): boolean {
  const long = words.filter(({ text }) => text.length > 2 && /\p{L}/u.test(text));
  return long.length > 2 && long.filter(({ capitals }) => capitals).length / long.length > 0.7;
}
