// Whether who spoke last goes on: in a sentence that quotes and names nobody else.
import type { Figure } from './figure-records.ts';
import type { Sentence } from './mention.ts';
import { isSaying, type Named, pronounOf, type Quoted, readOutside } from './outside-quotations.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/**
 * Whether who spoke last goes on in this sentence: all of it is quoted, or but for a pronoun of his and a verb of
 * saying.
 */
export function goesOn(
  sentence: Sentence,
  named: Named,
  quoted: readonly Quoted[],
  last: Figure,
  v: Vocabulary,
): boolean {
  const { words, people } = readOutside(sentence, named, quoted);
  if (people.some(({ figure }) => figure !== last)) return false;
  return isVerbAlone(words, v) || isOwnPronoun(words, last, v);
}

/** Words of the longest remark behind a verb alone: "ha scritto su X". */
const LONGEST_REMARK = 3;

/** True where a verb of saying has no subject: "añadió", "ha scritto su X". */
function isVerbAlone(words: readonly Word[], v: Vocabulary): boolean {
  const verb = words.findIndex((word) => isSaying(word, v));
  const isLittle = (word: Word) => isSaying(word, v) || v.speaking.beside.has(word.folded);
  const remark = words.slice(verb + 1).filter((word) => !isLittle(word));
  if (!words.slice(0, Math.max(verb, 0)).every(isLittle) || remark.length > LONGEST_REMARK) return false;
  if (remark.length === 0) return true;
  return v.speaking.prepositions.has((remark[0] as Word).folded) && !remark.some(({ folded }) => v.roles.has(folded));
}

/** "she added": beside a verb of saying, and of the sex of who spoke last. */
function isOwnPronoun(words: readonly Word[], last: Figure, v: Vocabulary): boolean {
  const sex = last.record.names?.sex;
  return words.some((word, at) => {
    const pronoun = pronounOf(word, v);
    if (pronoun === null || (pronoun === 'he' && sex === 'female') || (pronoun === 'she' && sex === 'male'))
      return false;
    const isBeside = (step: 1 | -1) => {
      let next = at + step;
      while (words[next] && v.speaking.beside.has((words[next] as Word).folded) && !isSaying(words[next], v))
        next += step;
      return isSaying(words[next], v);
    };
    return isSaying(word, v) || isBeside(1) || isBeside(-1);
  });
}

/** Whether a sentence without a quotation leaves it open who goes on: it names another, or another speaks in it. */
export function turnsTo(sentence: Sentence, named: Named, last: Figure, v: Vocabulary): boolean {
  if (named.some(({ figure }) => figure.kind === 'person' && figure !== last)) return true;
  if (named.some(({ figure }) => figure === last)) return false;
  return sentence.words.some((word) => isSaying(word, v)) && !isOwnPronoun(sentence.words, last, v);
}
