// A sentence without what it quotes: its words, whom it names there, and where its parts end.
import type { Figure } from './figure-records.ts';
import type { Sentence } from './mention.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Figures that a sentence names, in the order of the text. */
export type Named = readonly { figure: Figure; start: number; end: number }[];

/** A stretch between quotation marks. */
export interface Quoted {
  start: number;
  end: number;
}

/** A person among the words outside of quotation marks: words `from` up to `to`. */
export interface Place {
  figure: Figure;
  start: number;
  end: number;
  from: number;
  to: number;
}

/** What is outside of the quotation marks of a sentence. */
export interface Outside {
  text: string;
  words: readonly Word[];
  people: readonly Place[];
  /** Whatever else is named, and may be a subject. */
  others: readonly Place[];
  quoted: readonly Quoted[];
}

/** Whether a place in the text is in no quotation. */
export const isOutside = (at: number, quoted: readonly Quoted[]): boolean =>
  !quoted.some(({ start, end }) => at >= start && at < end);

export function readOutside({ text, words: all }: Sentence, named: Named, quoted: readonly Quoted[]): Outside {
  const words = all.filter(({ start }) => isOutside(start, quoted));
  const places = named.flatMap(({ figure, start, end }) => {
    const from = words.findIndex((word) => word.end > start);
    const behind = words.findIndex((word) => word.start >= end);
    return from < 0 ? [] : [{ figure, start, end, from, to: behind < 0 ? words.length : behind }];
  });
  const isPerson = ({ figure }: Place) => figure.kind === 'person';
  return { text, words, quoted, people: places.filter(isPerson), others: places.filter((one) => !isPerson(one)) };
}

/** Whether nothing but the end of its clause stands between a name and a quotation behind a colon. */
export const endsInColon = (text: string, end: number, quotation: number): boolean =>
  end < quotation && /^[^.!?]{0,200}[:：]\s*\S{0,2}$/u.test(text.slice(end, quotation));

/** Whether a sentence part ends before the word at `at`: a comma, a colon, a dash, a quotation. */
export function partsAt({ text, words }: Outside, at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return !before || !word || /[,،;:!?…—–()[\]"“”„«»「」]|\s-\s/u.test(text.slice(before.outerEnd, word.start));
}

/** A verb of saying, also with a pronoun written onto it. */
export const isSaying = (word: Word | undefined, v: Vocabulary): boolean =>
  word !== undefined &&
  !word.capital &&
  (v.saying.has(word.folded) || word.folded.split(/[-‐]/).some((part) => part.length > 2 && v.saying.has(part)));

/** The pronoun that a word is, or ends in ("dit-il"). */
export function pronounOf(word: Word, v: Vocabulary): 'he' | 'she' | 'either' | null {
  // As written: without accents "él" is an article.
  const part = word.text.toLowerCase().split(/[-‐]/).at(-1) as string;
  const [he, she] = [v.speaking.he.has(part), v.speaking.she.has(part)];
  return he && she ? 'either' : he ? 'he' : she ? 'she' : null;
}
