// Animals, things and people that are called by a figure's surname alone: "a dog named Trump", "Бургер «Трамп»".
import { isLittle } from './appositions.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { WordSet } from './word-sets.ts';
import { isBeforeComma, isJoined, type Token } from './words.ts';

const LONGEST_PHRASE = 4; // words
const QUOTATION_MARKS = '„“”"«»‘’‚‹›';
const OPENS = new RegExp(`(?:[${QUOTATION_MARKS}]|«\\s)$`);
const CLOSES = new RegExp(`^(?:[${QUOTATION_MARKS}]|\\s»)`);
const BESIDE = new RegExp(`^\\s?[${QUOTATION_MARKS}]?\\s?$`);

/** "по кличке Трамп", "ट्रंप नाम का": a phrase right beside the name says that something is called so. */
export const isCalledSo = ({ called, calledBehind }: Vocabulary, name: Token): boolean =>
  isBeside(called, name, 'previous') || isBeside(calledBehind, name, 'next');

function isBeside(phrases: WordSet, name: Token, side: 'previous' | 'next'): boolean {
  if (phrases.all.length === 0) return false;
  let word = name[side];
  const between = (one: Token) =>
    side === 'next' ? name.source.text.slice(name.end, one.start) : name.source.text.slice(one.end, name.start);
  if (!word || !BESIDE.test(between(word))) return false;
  let phrase = '';
  for (let words = 0; word && words < LONGEST_PHRASE; words++) {
    const form: string = word.folded;
    phrase = side === 'next' ? `${phrase} ${form}`.trim() : `${form} ${phrase}`.trim();
    if (phrases.has(phrase)) return true;
    const gap = side === 'next' ? word.gapAfter : word.gapBefore;
    if (gap !== 'space' && gap !== 'apostrophe') return false;
    word = word[side];
  }
  return false;
}

/** Quotation marks stand right before and right behind it. */
export const isInQuotationMarks = ({ source: { text }, start, end }: Token): boolean =>
  OPENS.test(text.slice(Math.max(0, start - 2), start)) && CLOSES.test(text.slice(end, end + 2));

/** „Petro, jesi li …?“: what opens a quotation before a comma may be whom somebody speaks to. */
export const isSpokenTo = (name: Token): boolean =>
  OPENS.test(name.source.text.slice(Math.max(0, name.start - 2), name.start)) && isBeforeComma(name);

/** "Духи «Трамп»": a surname alone in quotation marks right behind a word is what the thing is called. */
export function isQuotedAlone(name: Token): boolean {
  const { source, start, previous, isCased } = name;
  return (
    isCased && previous !== null && isInQuotationMarks(name) && /^\s.\s?$/.test(source.text.slice(previous.end, start))
  );
}

/** "“Petro” (Channel 4, Friday)": alone in quotation marks a surname opens its block. */
export const isQuotedAtStart = (name: Token): boolean => name.previous === null && isInQuotationMarks(name);

/**
 * 'The trawler "Caracas"', 'Hinaaja "Caracas"': so is a place's name behind a noun, which has an article or a
 * preposition or opens the sentence. Behind a verb it may be the place, of which somebody speaks.
 */
export const isQuotedBehindNoun = (vocabulary: Vocabulary, name: Token): boolean => {
  const { previous: noun } = name;
  if (!noun || !isQuotedAlone(name) || isLittle(vocabulary, noun)) return false;
  if (noun.opensSentence || (vocabulary.nounsCapital === 1 && noun.isCapitalised)) return true;
  const { definite, indefinite, places, toward, with: beside, links } = vocabulary;
  const { previous: before, gapBefore } = noun;
  const isBefore = (words: WordSet) => before !== null && words.has(before.folded);
  return noun.isSmall && isJoined(gapBefore) && [definite, indefinite, places, toward, beside, links].some(isBefore);
};

/**
 * "the other Petro"; of a strong surname only with an apposition ("the other Maduro, a barber, …") or a little word
 * behind it, since a noun may follow ("another Trump speech").
 */
export function isAnother(vocabulary: Vocabulary, before: Token, name: Token, isWeak: boolean): boolean {
  const { gapAfter, next } = name;
  if (!vocabulary.another.has(before.folded) || gapAfter === 'hyphen') return false;
  if (isWeak || isBeforeComma(name)) return true;
  return gapAfter === 'space' && next?.isSmall === true && isLittleBehind(vocabulary, next);
}

const isLittleBehind = (vocabulary: Vocabulary, word: Token): boolean =>
  isLittle(vocabulary, word) || vocabulary.prepositions.has(word.folded);
