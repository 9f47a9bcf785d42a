// Pieces of a run of capitalised words, and how far a person's name reaches.
import { FIRM_PARTICLES, JOINERS, SUFFIXES } from '../stories/name-words.ts';
import { isPlace, isPlain, joins, titleAt } from './lookup.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** A part of a run; `from` and `to` are words of the sentence, `to` exclusive. */
export interface Piece {
  from: number;
  to: number;
  kind: 'person' | 'organization' | 'place' | 'unknown';
  /** It is a listed organisation. */
  known?: boolean;
  /** A title stands right before it. */
  title: boolean;
  courtesy: string | null;
  /** It follows a place or a people in the same run, or begins with one. */
  afterPlace: boolean;
}

/** Words of a person's name. */
const LONGEST_PERSON = 5;

export const piece = (from: number, to: number, kind: Piece['kind']): Piece => ({
  from,
  to,
  kind,
  title: false,
  courtesy: null,
  afterPlace: false,
});

/** The end of a person's name that begins at `from`. */
export function personEnd(words: readonly Word[], from: number, to: number, v: Vocabulary): number {
  let end = from + 1;
  while (end < to && end - from < LONGEST_PERSON) {
    const { folded, capitals } = words[end] as Word;
    if (v.organizations.has(folded) || (v.nationalities.has(folded) && end + 1 < to)) break;
    // Another given name begins another name: "Anna Berg Karl Dahl".
    if (end - from > 1 && end + 1 < to && v.given.has(folded) && !v.surnames.has(folded)) break;
    // A surname can be a title too, at the end of the name ("Billie Jean King").
    if (
      titleAt(words, end, to, v) > 0 &&
      end + titleAt(words, end, to, v) < to &&
      !SUFFIXES.has((words[end + 1] as Word).folded)
    )
      break;
    // "Claire Dubois Paris'ten geldi": behind a whole name a place is no part of it.
    if (end - from > 1 && end + 1 === to && isApartPlace(words, end, v)) break;
    if (capitals && folded.length > 2 && !(words[from] as Word).capitals && !/^[ivx]+$/.test(folded)) break;
    end++;
  }
  return end;
}

/** A place with a case of its own behind an apostrophe, after a word that is no given name. */
function isApartPlace(words: readonly Word[], at: number, v: Vocabulary): boolean {
  const { folded, end, outerEnd } = words[at] as Word;
  const before = (words[at - 1] as Word).folded;
  return v.places.has(folded) && outerEnd > end && !v.given.has(before);
}

/** A person's name with a particle and what follows it. */
export function withParticle(words: readonly Word[], one: Piece, v: Vocabulary): Piece {
  let end = one.to;
  for (let step = 0; step < 2; step++) {
    let at = end;
    while (at < words.length && at - end < 3 && isParticle(words[at] as Word, v)) at++;
    const next = words[at];
    if (at === end || !next?.capital || !isPlain(next.gap) || next.elided) break;
    if (
      v.links.has((words[end] as Word).folded) &&
      (isPlace(next.folded, v) || v.organizations.has(next.folded) || next.capitals)
    )
      break;
    // "da" of Italian leads to somebody else: a given name, and more behind it.
    if (v.given.has(next.folded) && at + 1 < words.length && joins(words, at + 1, v)) break;
    const isLink = v.links.has((words[end] as Word).folded);
    // "Gómez de Celis": behind a word that is no known surname, "de" leads to something else.
    const isNoble = words.slice(end, at).every(({ folded }) => FIRM_PARTICLES.has(folded)) && !isPlace(next.folded, v);
    if (one.kind === 'unknown' && isLink && !isNoble && !v.surnames.has((words[end - 1] as Word).folded)) break;
    if (v.nounsCapital && v.articles.has((words[end] as Word).folded)) break;
    // "Sanne Verhoeven van Binnenlandse Zaken": behind a surname it leads to what she is minister of.
    const last = (words[end - 1] as Word).folded;
    if (isLink && isNoble && end - one.from > 1 && !v.given.has(last) && last.length > 1) break;
    end = at + 1;
    while (end < words.length && joins(words, end, v) && end - one.from < LONGEST_PERSON + 3) end++;
  }
  return end > one.to ? { ...one, to: end } : one;
}

function isParticle(word: Word, v: Vocabulary): boolean {
  const { folded } = word;
  // What joins two surnames joins two people too.
  if (JOINERS.has(folded) || v.and.has(folded)) return false;
  // "di" of Indonesian says where.
  return !word.capital && isPlain(word.gap) && v.particles.has(folded) && !v.placePrepositions.has(folded);
}
