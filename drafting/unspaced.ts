// Reads mentions in scripts that set no spaces between words (Han, kana, Thai): people, what is listed, and what a word
// for an organisation ends.
import { fold, foldText } from '../recognition/fold.ts';
import { chineseNames, dottedNames } from './chinese.ts';
import { dottedKana, japaneseNames } from './japanese.ts';
import { type Mention, plainMention, type Sentence } from './mention.ts';
import { thaiNames } from './thai.ts';
import { glossOf, isKatakana, LONGEST_NAME, type Reader, wordStarts } from './unspaced-text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** In order: what an earlier one reads, a later one leaves alone. */
const READERS: Readonly<Record<string, readonly Reader[]>> = {
  th: [thaiNames, listedNames],
  ja: [dottedKana, placedNames, listedNames, japaneseNames, headedNames, suffixedPlaces],
  zh: [dottedNames, placedNames, listedNames, chineseNames, headedNames, suffixedPlaces],
};

export function readUnspaced(sentence: Sentence, v: Vocabulary): Mention[] {
  const taken: boolean[] = new Array(sentence.text.length).fill(false);
  const mentions: Mention[] = [];
  for (const read of READERS[v.key] ?? [])
    for (const mention of read(sentence, v)) {
      if (taken.slice(mention.start, mention.end).some(Boolean)) continue;
      taken.fill(true, mention.start, mention.end);
      mentions.push(mention);
      const gloss = mention.shape.given ? glossOf(mention) : null;
      if (gloss) mentions.push(gloss);
    }
  return mentions.sort((a, b) => a.start - b.start);
}

/** The longest listed place or organisation at each offset. */
function listedNames(sentence: Sentence, v: Vocabulary): Mention[] {
  const { text, offsets } = fold(sentence.text);
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 128) continue;
    for (let length = Math.min(LONGEST_NAME, text.length - at); length > 1; length--) {
      const name = text.slice(at, at + length);
      const place = v.places.has(name);
      if (!place && !v.knownOrganizations.has(name)) continue;
      const [start, end] = [offsets[at] as number, offsets[at + length] as number];
      if (breaksKana(sentence.text, start, end)) continue;
      const shape = place ? { place } : { organization: true };
      mentions.push(plainMention(sentence, [start, end], { words: [name], folded: [name] }, shape));
      at += length - 1;
      break;
    }
  }
  return mentions;
}

/** Inside a longer word of katakana. */
const breaksKana = (text: string, from: number, to: number): boolean =>
  (isKatakana(text[from]) && isKatakana(text[from - 1])) || (isKatakana(text[to - 1]) && isKatakana(text[to]));

/** "大阪大学", "宁波市交通运输局": a head behind a place makes one name of both. */
function placedNames(sentence: Sentence, v: Vocabulary): Mention[] {
  const places = listedNames(sentence, v).filter(({ shape }) => shape.place);
  return headedNames(sentence, v).flatMap((mention) => {
    const place = places.find(
      ({ start, end }) => end > mention.start && end < mention.end && start > mention.start - 3,
    );
    if (!place || v.unspaced.generic.has(foldText(sentence.text.slice(place.end, mention.end)))) return [];
    return [organizationAt(sentence, place.start, mention.end)];
  });
}

/** Three or four signs of Han between others. */
const SHORT_WORD = /(?<!\p{sc=Han})\p{sc=Han}{3,4}(?!\p{sc=Han})/gu;

/** "北浜市は": a place that no list has, by the character that ends it; but not "each city", "this city". */
function suffixedPlaces(sentence: Sentence, { unspaced }: Vocabulary): Mention[] {
  return [...sentence.text.matchAll(SHORT_WORD)].flatMap(({ 0: name, index }) =>
    !unspaced.placeSuffixes.has(name.slice(-1)) || unspaced.notPlaces.has(name)
      ? []
      : [
          plainMention(
            sentence,
            [index, index + name.length],
            { words: [name], folded: [foldText(name)] },
            { placeWord: true },
          ),
        ],
  );
}

/** Words before a head of two characters or more, back to a particle or a verb of saying: "金融时报", "東京地裁". */
function headedNames(sentence: Sentence, v: Vocabulary): Mention[] {
  const mentions: Mention[] = [];
  for (const run of sentence.text.matchAll(/[\p{sc=Han}\p{sc=Katakana}ー]{3,16}/gu)) {
    const span = headedIn(run[0], v);
    if (!span) continue;
    mentions.push(organizationAt(sentence, run.index + span[0], run.index + span[1]));
  }
  return mentions;
}

function organizationAt(sentence: Sentence, start: number, end: number): Mention {
  const name = sentence.text.slice(start, end);
  return plainMention(sentence, [start, end], { words: [name], folded: [foldText(name)] }, { organization: true });
}

/** The last name with a head in a run of characters. */
function headedIn(run: string, v: Vocabulary): [number, number] | null {
  for (let end = run.length; end > 2; end--)
    for (const head of [4, 3, 2, 1]) {
      if (head >= end || !v.organizations.has(foldText(run.slice(end - head, end)))) continue;
      const from = startOf(run, end - head, v);
      if (head === 1 && !isWordApart(run, end - 1, v)) continue;
      if (end - head - from >= 2) return [from, end];
    }
  return null;
}

/** "国土交通省", "统计局", but not "公司内部": a head of one character ends the run and is a word of its own. */
function isWordApart(run: string, at: number, v: Vocabulary): boolean {
  if (at + 1 !== run.length || at < 3) return false;
  const starts = wordStarts(run, v);
  return starts.has(at) || !starts.has(at - 1);
}

/** Where a name that ends at `to` begins. */
function startOf(text: string, to: number, v: Vocabulary): number {
  for (let at = to - 1; at >= 0; at--) {
    const character = text[at] as string;
    if (v.unspaced.breaks.has(character) || v.functionWords.has(character) || v.saying.has(text.slice(at - 1, at + 1)))
      return at + 1;
  }
  return 0;
}
