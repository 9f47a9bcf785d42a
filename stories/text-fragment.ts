// The words by which a browser finds a sentence in an article. Cards and shared files have them, made from the text.
import { UNSPACED } from '../recognition/scripts.ts';
import { type Findable, type Fragment, knownFragment } from './article-address.ts';
import type { Source } from './format.ts';

/**
 * So many words at either end: more are seldom needed to tell a sentence, and each more may stand differently on the
 * page. A line break of the page, which no browser finds over, is most likely near the end.
 */
const AT_START = 5;
const AT_END = 3;
/** Words of a beginning that stands earlier in the text too. */
const LONGER_START = 15;
/** Characters of an article in which repeated beginnings are sought. */
const LONGEST_TEXT = 300_000;

const LETTER = /[\p{L}\p{M}\p{N}]/u;

// One for all languages: what has no spaces between its words is cut by the same dictionaries whatever the locale.
let segmenter: Intl.Segmenter | undefined;

interface Word {
  start: number;
  end: number;
}

const IN_WORD = '[\\p{L}\\p{M}\\p{N}\\p{Cf}_]';
/** What joins letters, or digits: "U.S", "O’Neill", "4.1". */
const JOINING = "(?<=[\\p{L}\\p{M}])[.'’‘·:](?=\\p{L})|(?<=\\p{N})[.,;'’‘](?=\\p{N})";
/** Words that have spaces between them, much as Unicode cuts text (UAX 29), and fifteen times as fast. */
const SPACED = new RegExp(`[\\p{L}\\p{N}_](?:${IN_WORD}|${JOINING})*`, 'gu');
/** Scripts whose words only a dictionary tells apart, Burmese and Khmer among them. */
const DICTIONARY = new RegExp(`${UNSPACED.source}|[\\u1000-\\u109F\\u1780-\\u17FF\\uAC00-\\uD7AF]`);

function wordsOf(sentence: string): Word[] {
  if (!DICTIONARY.test(sentence))
    return Array.from(sentence.matchAll(SPACED), ({ index, 0: word }) => ({ start: index, end: index + word.length }));
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  return [...segmenter.segment(sentence)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/**
 * The words that find a sentence; null where it has none.
 * @param isRepeated its beginning stands earlier in the text
 * @param words of the sentence
 */
export function fragmentOf(
  sentence: string,
  isRepeated = false,
  words: readonly Word[] = wordsOf(sentence),
): Fragment | null {
  const [first, last] = [words.at(0), words.at(-1)];
  if (!first || !last) return null;
  const atStart = isRepeated ? LONGER_START : AT_START;
  const whole: Fragment = [sentence.slice(first.start, last.end)];
  const [cut, rest] = [words[atStart - 1], words[words.length - AT_END]];
  if (!cut || !rest || words.length <= atStart + AT_END) return whole;
  // Where no space tells, browsers find other words than we do: all agree on punctuation.
  let [end, start] = [cut.end, rest.start];
  while (end < start && LETTER.test(sentence[end] ?? '')) end++;
  while (start > end && LETTER.test(sentence[start - 1] ?? '')) start--;
  return end < start ? [sentence.slice(first.start, end), sentence.slice(start, last.end)] : whole;
}

type Text = NonNullable<Source['text']>;

/** What is known of a text; read once, as a story cites many sentences. */
interface ReadText {
  /** The words of each sentence. */
  words: ReadonlyMap<string, readonly Word[]>;
  /** In which sentence the run of words that begins a sentence stands first. */
  firstRuns: ReadonlyMap<string, string>;
}

const readTexts = new WeakMap<Text, ReadText>();

const wordAt = (sentence: string, { start, end }: Word): string => sentence.slice(start, end).toLowerCase();

const runOf = (sentence: string, words: readonly Word[], at: number): string =>
  words
    .slice(at, at + AT_START)
    .map((word) => wordAt(sentence, word))
    .join(' ');

function readText(text: Text): ReadText {
  const known = readTexts.get(text);
  if (known) return known;
  const words = new Map(text.flat().map((sentence) => [sentence, wordsOf(sentence)]));
  /** No other run is asked for than those that begin with such a word. */
  const firstWords = new Set(Array.from(words, ([sentence, [first]]) => (first ? wordAt(sentence, first) : '')));
  const firstRuns = new Map<string, string>();
  let left = LONGEST_TEXT;
  text.forEach((sentences, paragraph) => {
    sentences.forEach((sentence, at) => {
      left -= sentence.length;
      if (left < 0) return;
      const its = words.get(sentence) ?? [];
      for (let from = 0; from + AT_START <= its.length; from++) {
        if (!firstWords.has(wordAt(sentence, its[from] as Word))) continue;
        const run = runOf(sentence, its, from);
        if (!firstRuns.has(run)) firstRuns.set(run, `${paragraph}.${at + 1}`);
      }
    });
  });
  const read = { words, firstRuns };
  readTexts.set(text, read);
  return read;
}

/**
 * The words that find a place of a source; null where nothing tells them.
 * @param place `paragraph.sentence`; paragraph 0 is the headline, the first sentence is 1
 */
export function fragmentAt(source: Findable, place: string): Fragment | null {
  const { text } = source;
  const [paragraph = 0, sentence = 0] = place.split('.').map(Number);
  const cited = text?.[paragraph]?.[sentence - 1];
  if (!text || cited === undefined) return knownFragment(source, place);
  const { words, firstRuns } = readText(text);
  const its = words.get(cited) ?? [];
  const first = firstRuns.get(runOf(cited, its, 0));
  return fragmentOf(cited, first !== undefined && first !== place, its);
}
