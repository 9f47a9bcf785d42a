// How far the name of an organisation reaches: over little words that link it to more, and over small letters.
import { inflected, isPlace, isPlain, joins, titleAt } from './lookup.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Words of an organisation's name. */
const LONGEST_ORGANIZATION = 12;

/** The end of an organisation's name over what links it to further words: "Ministry of Foreign Affairs". */
export function extendOrganization(words: readonly Word[], from: number, v: Vocabulary): number {
  let end = from;
  while (end < words.length && v.adjectives.has((words[end] as Word).folded) && isPlain((words[end] as Word).gap))
    end++;
  for (let step = 0; step < 4; step++) {
    let at = end;
    while (at < words.length && at - end < 3 && isLink(words[at] as Word, v)) at++;
    const next = words[at];
    if (at === end || !next?.capital || !(isPlain(next.gap) || next.elided)) break;
    const joining = (words[end] as Word).folded;
    const mayPart = at - end === 1 && (joining === '&' || v.and.has(joining) || v.parting.has(joining));
    if (
      mayPart &&
      (step === 0 || v.given.has(next.folded) || v.organizations.has(next.folded) || isPlace(next.folded, v))
    )
      break;
    if (v.given.has(next.folded) && !v.commonWords.has(next.folded) && !isPlace(next.folded, v)) break;
    if (titleAt(words, at, at + 1, v) > 0) break;
    if (v.organizations.has(next.folded) && !v.of.has(joining)) break;
    if (v.placesBehind.has(joining) && !isPlace(next.folded, v)) break;
    let stop = at + 1;
    while (
      stop < words.length &&
      joins(words, stop, v) &&
      stop - from < LONGEST_ORGANIZATION &&
      !isDeclinedGiven(words[stop] as Word, v)
    )
      stop++;
    end = stop;
    while (end < words.length && v.adjectives.has((words[end] as Word).folded) && isPlain((words[end] as Word).gap))
      end++;
  }
  return end;
}

/** "rektorku Univerzity v Trnave Zuzanu Bartošovú": a given name in a case, where names have cases. */
const isDeclinedGiven = ({ folded }: Word, v: Vocabulary): boolean =>
  v.headsFirst &&
  v.endings.length > MANY_ENDINGS &&
  folded.length > 4 &&
  inflected(folded, v, (stem) => v.given.has(stem));

/** A language with more endings than this has cases. */
const MANY_ENDINGS = 5;

const isLink = (word: Word, v: Vocabulary): boolean =>
  !word.capital && (isPlain(word.gap) || word.gap === ' & ') && v.links.has(word.folded);

/**
 * "Vrchní státní zastupitelství", "Верховный суд": a capital only on the first word, and the noun in small letters.
 * @returns the end of it, `at` where there is none
 */
export function lowerCaseOrganization(words: readonly Word[], at: number, v: Vocabulary): number {
  const first = words[at] as Word;
  if (!first.capital || first.capitals || v.titleCase || v.organizations.has(first.folded)) return at;
  if (!v.leadingAdjectives.has(first.folded)) return at;
  if (v.functionWords.has(first.folded) || v.given.has(first.folded) || titleAt(words, at, at + 1, v) > 0) return at;
  for (let next = at + 1; next < words.length && next <= at + 3; next++) {
    const word = words[next] as Word;
    if (word.capital || !isPlain(word.gap) || v.functionWords.has(word.folded) || v.articles.has(word.folded))
      return at;
    if (v.organizations.has(word.folded)) return next + 1;
  }
  return at;
}
