// Reads mentions in scripts that set no spaces between words (Han, kana, Thai): people, what is listed, and what a word
// for an organisation ends.
import { fold, foldText } from '../recognition/fold.ts';
import { chineseNames, dottedNames } from './chinese.ts';
import { dottedKana, japaneseNames } from './japanese.ts';
import { type Mention, plainMention, type Sentence } from './mention.ts';
import { thaiNames } from './thai.ts';
import { glossOf, isKatakana, LONGEST_NAME, type Reader } from './unspaced-text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** In order: what an earlier one reads, a later one leaves alone. */
const READERS: Readonly<Record<string, readonly Reader[]>> = {
  th: [thaiNames, listedNames],
  ja: [dottedKana, listedNames, japaneseNames, headedNames],
  zh: [dottedNames, listedNames, chineseNames, headedNames],
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

/** Characters behind which a name begins: particles, prepositions, conjunctions. */
const BREAK = /[的和与與在是对對向由被將将从從及或等并並让讓据據名个個月日年]/u;

/** Words before a head of two characters or more, back to a particle or a verb of saying: "金融时报", "東京地裁". */
function headedNames(sentence: Sentence, v: Vocabulary): Mention[] {
  const mentions: Mention[] = [];
  for (const run of sentence.text.matchAll(/[\p{sc=Han}\p{sc=Katakana}ー]{3,16}/gu)) {
    const span = headedIn(run[0], v);
    if (!span) continue;
    const name = run[0].slice(...span);
    const [start, end] = [run.index + span[0], run.index + span[1]];
    mentions.push(
      plainMention(sentence, [start, end], { words: [name], folded: [foldText(name)] }, { organization: true }),
    );
  }
  return mentions;
}

/** The last name with a head in a run of characters. */
function headedIn(run: string, v: Vocabulary): [number, number] | null {
  for (let end = run.length; end > 2; end--)
    for (const head of [4, 3, 2]) {
      if (head >= end || !v.organizations.has(foldText(run.slice(end - head, end)))) continue;
      const from = startOf(run, end - head, v);
      if (end - head - from >= 2) return [from, end];
    }
  return null;
}

/** Where a name that ends at `to` begins. */
function startOf(text: string, to: number, v: Vocabulary): number {
  for (let at = to - 1; at >= 0; at--) {
    const character = text[at] as string;
    if (BREAK.test(character) || v.functionWords.has(character) || v.saying.has(text.slice(at - 1, at + 1)))
      return at + 1;
  }
  return 0;
}
