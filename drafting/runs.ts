// Finds stretches that may be names in text with capitals: runs of capitalised words, each cut into pieces.
import { PARTICLE_PAIRS } from '../stories/name-words.ts';
import { canBeName, isCommon, joins, knownAt, placeAt } from './lookup.ts';
import { cutNouns } from './noun-runs.ts';
import { extendOrganization, lowerCaseOrganization } from './organizations.ts';
import { type Piece, piece } from './pieces.ts';
import { cutRun } from './run-cutter.ts';
import { vietnameseOrganization } from './vietnamese.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** The same of the first word of a name. */
function canOpenName(words: readonly Word[], at: number, v: Vocabulary): boolean {
  const word = words[at] as Word;
  if (!canBeName(word)) return false;
  return !word.opens || !opensOnly(word, v) || placeAt(words, at, v) > 1;
}

/** "Van der Tol", "De la Torre": two particles and a capital open the sentence. */
const isParticleChain = (words: readonly Word[], at: number): boolean =>
  PARTICLE_PAIRS.has(`${(words[at] as Word).folded} ${words[at + 1]?.text}`) && words[at + 2]?.capital === true;

/** A word with a capital only because a sentence begins with it. */
function opensOnly(word: Word, v: Vocabulary): boolean {
  if (word.capitals && word.text.length < 5) return false;
  return v.functionWords.has(word.folded) || (v.saying.has(word.folded) && !v.given.has(word.folded));
}

/**
 * Runs of a sentence, each cut into pieces.
 * @param nouns words that are nouns in this article, where nouns have capitals too
 */
export function piecesOf(words: readonly Word[], v: Vocabulary, nouns: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const vietnamese = v.syllables.areApart ? vietnameseOrganization(words, at, v) : at;
    if (vietnamese > at) {
      pieces.push(piece(at, vietnamese, 'organization'));
      at = vietnamese;
      continue;
    }
    const known = (words[at] as Word).capital && !isHeadOfMore(words, at, v) ? knownAt(words, at, v) : 0;
    if (
      known > 0 &&
      !(known === 1 && words[at + 1] && joins(words, at + 1, v) && v.given.has((words[at] as Word).folded))
    ) {
      let end = at + known;
      while (end < words.length && joins(words, end, v) && v.organizations.has((words[end] as Word).folded)) end++;
      const from = headBefore(pieces.at(-1), words, at, v);
      if (from < at) pieces.pop();
      pieces.push({ ...piece(from, end, 'organization'), known: true });
      at = end;
      continue;
    }
    if ((words[at] as Word).opens && isParticleChain(words, at)) {
      pieces.push(piece(at, at + 3, 'unknown'));
      at += 3;
      continue;
    }
    const lower = lowerCaseOrganization(words, at, v);
    if (lower > at) {
      const end = extendOrganization(words, lower, v);
      pieces.push(piece(at, end, 'organization'));
      at = end;
      continue;
    }
    if (!canOpenName(words, at, v)) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < words.length && joins(words, end, v) && knownAt(words, end, v) === 0) end++;
    if (isShout(words, at, end) && placeAt(words, at, v) < end - at) {
      at = end;
      continue;
    }
    const cut = v.nounsCapital ? cutNouns(words, at, end, v, nouns) : cutRun(words, at, end, v);
    joinAnd(pieces, cut, words, v);
    pieces.push(...cut);
    at = Math.max(end, ...cut.map(({ to }) => to));
  }
  return pieces;
}

/** "PT Pelabuhan Indonesia": a listed acronym that is a head too, and the rest of a name behind it. */
const isHeadOfMore = (words: readonly Word[], at: number, v: Vocabulary): boolean =>
  v.headsFirst &&
  v.organizations.has((words[at] as Word).folded) &&
  at + 1 < words.length &&
  joins(words, at + 1, v) &&
  knownAt(words, at, v) === 1;

/** "Partai Golkar": where a head stands right before a listed name, it is a part of it. */
const headBefore = (before: Piece | undefined, words: readonly Word[], at: number, v: Vocabulary): number =>
  before?.kind === 'organization' &&
  before.to === at &&
  before.to - before.from === 1 &&
  v.headsFirst &&
  joins(words, at, v)
    ? before.from
    : at;

/** "Food and Drug Administration", "Ulaştırma ve Altyapı Bakanlığı": the word before "and" is a part of the name. */
function joinAnd(pieces: Piece[], cut: Piece[], words: readonly Word[], v: Vocabulary): void {
  const [before, behind] = [pieces.at(-1), cut[0]];
  if (!before || behind?.kind !== 'organization' || behind.from - before.to !== 1) return;
  const { folded, capitals } = words[before.from] as Word;
  const joining = (words[before.to] as Word).folded;
  const isAnd = (joining === '&' || v.and.has(joining)) && before.to - before.from === 1;
  // English has a list of its common words; of Turkish, what is no name is one.
  const isWord = v.code === 'tr' ? before.kind === 'unknown' && !v.given.has(folded) : isCommon(folded, v);
  if (!isAnd || !isWord || capitals) return;
  pieces.pop();
  behind.from = before.from;
}

/** "IDENTIFIED AS PRESS": several words in capitals are a heading or a sign, and no name by themselves. */
const isShout = (words: readonly Word[], from: number, to: number): boolean =>
  to - from > 1 &&
  words.slice(from, to).every(({ capitals }) => capitals) &&
  words.slice(from, to).some(({ text }) => text.length > 5);
