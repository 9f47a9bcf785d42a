// Names that a word like "and", a stroke or a hyphen joins to a surname ("Trump and Petro", "Trump/Petro"), and those
// that stand near it in its sentence.
import type { NameCandidate } from './candidate.ts';
import { isShortestForm, isStatesman } from './cases.ts';
import type { GazetteerFigure } from './figures.ts';
import { isBaseForm } from './surname-behind.ts';
import type { Vocabulary } from './vocabulary.ts';
import { QUOTATION_MARK, type Token, textBetween } from './words.ts';

const LONGEST_LIST = 4; // words on each side
const MOST_ACTING = 2; // words of a verb
const LONGEST_RELATION = 4; // words from a name to the noun for a relative (ca "Maduro i la seva dona")
const NEAR = 10; // words from a weak surname to that of its company
/** "– Trump is bad for trade, sighs Rubio": a dash opens what is said, and a comma ends it. */
const DASH_OPENS = /^\s*[-\u2013\u2014\u2015]\s/;

/** "Rubio and Lavrov meet", "Trump sent Rubio": whom the sentence of a weak surname joins to it, and names near it. */
export function takeCompany(vocabulary: Vocabulary, candidate: NameCandidate, name: Token): void {
  const near = [...wordsNear(name, 'previous'), ...wordsNear(name, 'next')].filter((word) => word.isCapitalised);
  candidate.isNearStatesman = near.some((word) => isStatesman(vocabulary, word.folded));
  // Whom somebody speaks of is not in his company: “Trump is bad for trade,” sighs Rubio behind his counter.
  const apart = DASH_OPENS.test(name.source.text) ? /[,!?]/ : QUOTATION_MARK;
  const outside = near.filter((word) => !apart.test(textBetween(word, name)));
  // Петро is the Ukrainian Peter: anybody of that name may stand near a statesman's.
  if (!vocabulary.given.has(name.folded)) candidate.near = peopleOf(vocabulary, outside, name, candidate.figure);
  candidate.partners = partnersOf(vocabulary, name, candidate.figure);
}

/** Indexes of the other figures whose names are joined to a surname. */
function partnersOf(vocabulary: Vocabulary, name: Token, figure: number): number[] {
  const { source, start, end, previous, next } = name;
  // "Trump/Petro", "Trump - Petro", "Trump–Petro": a longer dash with spaces may part two clauses.
  const overStroke = (from: number, to: number, word: Token) =>
    /^\s*[/-]\s*$|^[\u2011\u2013]$/.test(source.text.slice(from, to)) ? word : null;
  const before = joinedTo(vocabulary, name, 'previous') ?? (previous && overStroke(previous.end, start, previous));
  const behind = joinedTo(vocabulary, name, 'next') ?? (next && overStroke(end, next.start, next));
  const listed = [...listedBeside(vocabulary, name), ...openingPair(name)];
  const joined = [...listed, before, behind].filter((word) => word !== null);
  const owner = ownerOf(vocabulary, name);
  const owners = (owner && vocabulary.surnames.get(owner.folded)) ?? [];
  const ofRelative = owners.filter((one) => one !== figure && vocabulary.figures.has(one));
  return [...peopleOf(vocabulary, joined, name, figure, behind), ...ofRelative, ...whoActsOn(vocabulary, name, figure)];
}

/**
 * "Trump soitti Petrolle", "Trump i telefonoi Petros": who opens a block without an ending does something to who has
 * one, over no more than a verb and a little word.
 */
function whoActsOn(vocabulary: Vocabulary, name: Token, figure: number): number[] {
  const { figures, surnames, given } = vocabulary;
  if (given.has(name.folded) || isShortestForm(vocabulary, name, figure)) return [];
  let word: Token | null = name;
  for (let words = 0; word && words <= MOST_ACTING && word.gapBefore === 'space'; words++) {
    word = word.previous;
    if (!word?.isSmall) break;
  }
  if (!word?.isCapitalised || word.start !== 0 || word === name.previous) return [];
  const people = surnames.get(word.folded) ?? [];
  return people.filter((one) => one !== figure && figures.has(one) && isShortestForm(vocabulary, word, one));
}

/**
 * The figures of these surnames, and of one given name, as company of another surname. With an ending it needs one
 * beside it too: "Trump a Petra" are no two statesmen, "Trumpa a Petra" are. In Cyrillic endings are not told, but no
 * case ends in -о; in Greek "Πέτρο" is a case of another name.
 */
function peopleOf(
  vocabulary: Vocabulary,
  words: readonly Token[],
  name: Token,
  figure: number,
  given: Token | null = null,
): number[] {
  const { figures, surnames, givens } = vocabulary;
  if (/^\p{sc=Greek}|^\p{sc=Cyrillic}+[^о]$/u.test(name.folded)) return [];
  const found = words.flatMap((word) => {
    const people = surnames.get(word.folded) ?? (word === given ? givens.get(word.folded) : undefined) ?? [];
    return people.map((one) => ({ one, word }));
  });
  // Of a large library the figures of a given name are not all open: who is named by nothing else is no partner.
  const isBase = (word: Token, one: number) =>
    isShortestForm(vocabulary, word, one) && isBaseForm(word, figures.get(one) as GazetteerFigure);
  const isInflected = found.length > 0 && !isBase(name, figure);
  return found.flatMap(({ one, word }) =>
    !word.isSmall && one !== figure && figures.has(one) && !(isInflected && isBase(word, one)) ? [one] : [],
  );
}

/** The words on one side of a name, in its sentence. */
function wordsNear(name: Token, side: 'previous' | 'next'): Token[] {
  const words: Token[] = [];
  let word = name;
  while (words.length < NEAR) {
    const beside = word[side];
    if (!beside || (side === 'previous' ? word : beside).opensSentence) break;
    words.push(beside);
    word = beside;
  }
  return words;
}

/**
 * "Trump *and* Petro", "a Maduro *y a* Flores": the word that is joined to a name on one side, over a little word that
 * stands before both; null where none is.
 */
function joinedTo(vocabulary: Vocabulary, name: Token, side: 'previous' | 'next'): Token | null {
  const gap = side === 'previous' ? 'gapBefore' : 'gapAfter';
  const beside = (word: Token | null) => (word?.[gap] === 'space' ? word[side] : null);
  const isAnd = (word: Token | null) => word !== null && vocabulary.and.has(word.folded);
  const isPreposition = (word: Token | null) =>
    word?.isSmall === true &&
    [vocabulary.links, vocabulary.toward, vocabulary.with].some((list) => list.has(word.folded));
  let word = beside(name);
  if (side === 'previous' && isPreposition(word)) word = beside(word);
  if (!isAnd(word)) return null;
  const other = beside(word);
  return side === 'next' && isPreposition(other) ? beside(other) : other;
}

/** "*Maduro* and his wife(,) Flores", "*Maduro*’s wife, Flores": the capital before the noun for a relative. */
function ownerOf({ kin, masculine }: Vocabulary, name: Token): Token | null {
  const { previous: noun } = name;
  if (!noun || !kin.has(noun.folded) || masculine.has(noun.folded) || !isNear(noun, name)) return null;
  let word: Token = noun;
  for (let words = 0; words < LONGEST_RELATION; words++) {
    const { previous, gapBefore } = word;
    if (!previous || !/^(?:space|apostrophe)$/.test(gapBefore)) return null;
    if (!previous.isSmall) return previous;
    word = previous;
  }
  return null;
}

/** "Trump, Cruz and Rubio": the other words of a list of capitals, the last of them behind a word like "and". */
function listedBeside({ and }: Vocabulary, name: Token): Token[] {
  const found: Token[] = [];
  let isClosed = false;
  for (const side of ['previous', 'next'] as const) {
    let word: Token = name;
    for (let words = 0; words < LONGEST_LIST; words++) {
      const beside = word[side];
      const isAnd = beside !== null && and.has(beside.folded) && isNear(beside, word);
      const other = isAnd ? beside[side] : beside;
      if (!other?.isCapitalised || !(isAnd ? isNear(other, beside) : isComma(other, word))) break;
      isClosed ||= isAnd;
      found.push(other);
      word = other;
    }
  }
  return isClosed ? found : [];
}

/** "Rubio, Trump meet": two names with a comma open a block. */
function openingPair(name: Token): Token[] {
  const { previous, next } = name;
  if (name.start === 0) return next && isComma(name, next) ? [next] : [];
  return previous?.start === 0 && isComma(previous, name) ? [previous] : [];
}

/** A comma and nothing else stands between two words. */
const isComma = (one: Token, other: Token): boolean => /^,\s$/.test(textBetween(one, other));

/** A space stands between two words, with a comma or without. */
const isNear = (one: Token, other: Token): boolean => /^,?\s$/.test(textBetween(one, other));
