// What stands right beside a stretch of text in scripts without spaces: titles, verbs of saying, an age.
import { foldText } from '../recognition/fold.ts';
import { type Mention, plainMention, type Sentence } from './mention.ts';
import type { Vocabulary } from './vocabulary.ts';

/** UTF-16 code units of the longest listed name, of what is read beside a name, of a title. */
export const LONGEST_NAME = 12;
const LONGEST_TITLE = 8;

/** Reads some of a sentence's mentions. */
export type Reader = (sentence: Sentence, v: Vocabulary) => Mention[];

export const isKatakana = (character: string | undefined): boolean =>
  character !== undefined && /[\u30A1-\u30FA\u30FC-\u30FE]/.test(character);

/** @param surname UTF-16 code units of a surname that stands first, where nothing parts it from the given name */
export function partsOf(text: string, surname = 0): { words: string[]; folded: string[] } {
  const isApart = surname > 0 && surname < text.length;
  const words = isApart ? [text.slice(0, surname), text.slice(surname)] : text.split(/[\s·•‧・･=＝]+/u).filter(Boolean);
  return { words, folded: words.map(foldText) };
}

/** A person from `from` to `to`, with what stands around the name. */
export function personAt(
  sentence: Sentence,
  [from, to]: readonly [number, number],
  v: Vocabulary,
  shape: Partial<Mention['shape']>,
  surname = 0,
): Mention {
  const { text } = sentence;
  const behind = text.slice(to, to + LONGEST_NAME);
  const before = text.slice(Math.max(0, from - LONGEST_NAME), from);
  return plainMention(sentence, [from, to], partsOf(text.slice(from, to), surname), shape, {
    title: isTitled(before, behind, v),
    saying: startsWith(behind, v.saying.has),
    age: isAge(behind, v),
  });
}

/** "(45)", "（45歳）" */
function isAge(behind: string, { years }: Vocabulary): boolean {
  const [, end = ''] = /^[（(]\s?[0-9０-９]{1,3}\s?([)）\p{L}])/u.exec(behind) ?? [];
  return /[)）]/.test(end) || years.has(end);
}

/** "罗伯特·汉尼根(Robert Hannigan)": the name in Latin letters right behind it, as another form of the same. */
export function glossOf(mention: Mention): Mention | null {
  const behind = mention.sentence.text.slice(mention.end, mention.end + 60);
  const found = /^([（(]\s?)(\p{Lu}[\p{Script=Latin}.'’-]*(?: \p{Lu}?[\p{Script=Latin}.'’-]+){0,4})\s?[,，)）]/u.exec(
    behind,
  );
  if (!found) return null;
  const start = mention.end + (found[1] ?? '').length;
  const text = found[2] ?? '';
  return { ...mention, start, end: start + text.length, text };
}

/** A title right behind, perhaps with "former" before it, or one of two characters at least right before. */
const isTitled = (before: string, behind: string, v: Vocabulary): boolean =>
  (v.unspaced.qualifiers.some((one) => behind.startsWith(one)) &&
    startsWith(behind.slice(1), (word) => isTitle(word, v))) ||
  startsWith(behind, (word) => isTitle(word, v)) ||
  endsWith(before, (word) => word.length > 1 && isTitle(word, v));

export const isTitle = (word: string, v: Vocabulary): boolean => v.titles.has(word) || v.roles.has(word);

export function startsWith(text: string, holds: (folded: string) => boolean): boolean {
  const folded = foldText(text);
  for (let length = 1; length <= Math.min(LONGEST_TITLE, folded.length); length++)
    if (holds(folded.slice(0, length))) return true;
  return false;
}

export function endsWith(text: string, holds: (folded: string) => boolean): boolean {
  const folded = foldText(text);
  for (let length = 1; length <= Math.min(LONGEST_TITLE, folded.length); length++)
    if (holds(folded.slice(-length))) return true;
  return false;
}

/** Where the browser's dictionary parts the words of a text: offsets at which a word begins. */
export function wordStarts(text: string, v: Vocabulary): Set<number> {
  const starts = new Set<number>([text.length]);
  for (const { index } of v.segmenter.segment(text)) starts.add(index);
  return starts;
}
