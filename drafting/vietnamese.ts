// Organisations in Vietnamese text, where a word is written as several syllables and only the first has a capital:
// "Bộ Giao thông Vận tải", "Đại học Bách khoa Hà Nội".
import { isPlain, placeAt } from './lookup.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

const LONGEST = 10; // syllables

/** A syllable of Vietnamese, folded: foreign names have other shapes. */
const SYLLABLE = /^(?:ngh?|gh?|kh|th|ch|nh|ph|tr|qu|gi|[bcdhklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/;

/** The end of the organisation's name that begins at `at`; `at` where none does. */
export function vietnameseOrganization(words: readonly Word[], at: number, v: Vocabulary): number {
  const head = headAt(words, at, v);
  if (head === 0 || !goesOn(words, at + head)) return at;
  let end = at + head;
  while (goesOn(words, end) && end - at < LONGEST && !isPerson(words, end, v)) {
    // Folded, a syllable alone is a place of some country.
    const found = placeAt(words, end, v);
    const place = found > 1 ? found : 0;
    end += Math.max(place, 1);
    const [last, next, behind] = [words[end - 1] as Word, words[end], words[end + 1]];
    if (!next || next.capital || !isPlain(next.gap)) continue;
    // "Bộ Văn hóa và Du lịch"
    if (v.and.has(next.folded) && behind?.capital && isPlain(behind.gap)) end++;
    else if (
      place === 0 &&
      isHalf(last) &&
      !isApart(words, end - 2, at + head) &&
      !v.syllables.followers.has(next.text)
    )
      end++;
  }
  return end > at + head ? end : at;
}

/** "Công đoàn Nguyễn Văn Dũng": a surname and two syllables more are somebody. */
const isPerson = (words: readonly Word[], at: number, v: Vocabulary): boolean =>
  v.surnames.has((words[at] as Word).folded) && goesOn(words, at + 1) && goesOn(words, at + 2);

/** Syllables of the head ("Bộ", "Công ty") that begins here, or 0. */
function headAt(words: readonly Word[], at: number, v: Vocabulary): number {
  const [first, second] = [words[at] as Word, words[at + 1]];
  if (!first.capital || !second || placeAt(words, at, v) > 1) return 0;
  if (isPlain(second.gap) && v.organizations.has(`${first.folded} ${second.folded}`)) return 2;
  return v.syllables.shortHeads.has(first.text) && second.capital ? 1 : 0;
}

const goesOn = (words: readonly Word[], at: number): boolean => {
  const word = words[at];
  return word?.capital === true && isPlain(word.gap);
};

/** It may be the first syllable of a word, to which the next one in small letters belongs. */
const isHalf = ({ folded, capitals }: Word): boolean => !capitals && SYLLABLE.test(folded);

/** "Hoàng Anh": of a name every syllable has a capital. */
const isApart = (words: readonly Word[], before: number, body: number): boolean =>
  before >= body && (words[before] as Word).capital;
