// Cuts paragraphs into sentences: Intl.Segmenter (UAX #29), mended where it breaks after "Mr.", "U.S." or "8." and
// where a sentence goes on in small letters.
import { foldText } from '../recognition/fold.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Longest sentence in UTF-16 code units, as the format bounds a text; longer ones are cut at a space. */
const LONGEST = 1000;

/** @returns the sentences without white space around them; none of a blank paragraph */
export function sentencesOf(paragraph: string, vocabulary: Vocabulary, segmenter: Intl.Segmenter): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const piece of pieces(paragraph)) {
    for (const { segment } of segmenter.segment(piece)) {
      if (open && !goesOn(open, segment, vocabulary)) {
        sentences.push(open);
        open = '';
      }
      open += segment;
      if (open.length >= LONGEST) {
        sentences.push(open);
        open = '';
      }
    }
    if (open) sentences.push(open);
    open = '';
  }
  return sentences.flatMap(cut);
}

/** True where `next` belongs to the sentence that `open` began. */
function goesOn(open: string, next: string, { dotted, ordinalDot, places, spaced }: Vocabulary): boolean {
  if (!spaced) return false;
  if (/^[\s"'»”’)\]]*\p{Ll}/u.test(next.slice(0, 12))) return !/[!?…。]\s*$/u.test(open) || /["»”’]\s*$/u.test(open);
  const end = /(?:^|[\s(«“„"'’-])(\p{L}[\p{L}\p{M}.]{0,9}|\d{1,2})\.\s*$/u.exec(open.slice(-16));
  const word = end?.[1];
  if (!word) return false;
  if (/^\d/.test(word)) return ordinalDot && Number(word) <= 31;
  // "J.D. Berg", but a country's initials may end a sentence.
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return !places.has(foldText(word).replaceAll('.', ''));
  if (/^\p{Lu}$/u.test(word)) return true;
  return isIn(dotted.anywhere, word) || (/^\s*\p{N}/u.test(next) && isIn(dotted.beforeNumbers, word));
}

/** Whether a word is one of these; what they write with a capital has one ("Wash.", but not "wash."). */
const isIn = (words: ReadonlySet<string>, word: string): boolean =>
  [word, word.toLowerCase(), word.slice(0, 1) + word.slice(1).toLowerCase()].some((form) => words.has(form));

/** A paragraph in pieces that the segmenter reads in one go: its time grows faster than a text without stops. */
function* pieces(paragraph: string): Generator<string> {
  const size = 20_000;
  for (let at = 0; at < paragraph.length; ) {
    let end = Math.min(at + size, paragraph.length);
    const space = end < paragraph.length ? paragraph.lastIndexOf(' ', end) : end;
    if (space > at) end = space;
    yield paragraph.slice(at, end);
    at = end;
  }
}

/** A sentence that is too long, cut at spaces. */
function cut(sentence: string): string[] {
  const parts: string[] = [];
  let rest = sentence.replace(/\s+/gu, ' ').trim();
  while (rest.length > LONGEST) {
    const space = rest.lastIndexOf(' ', LONGEST);
    let end = space > LONGEST / 2 ? space : LONGEST;
    // Never between the halves of a surrogate pair.
    if (/[\uD800-\uDBFF]/.test(rest[end - 1] ?? '')) end--;
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  if (rest) parts.push(rest);
  return parts;
}
