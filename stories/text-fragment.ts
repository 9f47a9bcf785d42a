// The address of a sentence in an article: a text fragment, by which browsers scroll to words and mark them.
// https://wicg.github.io/scroll-to-text-fragment/
import type { Source } from './format.ts';

/** The words with which a sentence begins and ends; of a short one all its words alone. */
export type Fragment = readonly [start: string, end?: string];

/** What finds a sentence: the reader's own copy of the article, or the words that a shared file has instead. */
export interface Findable {
  url: Source['url'];
  text?: Source['text'];
  fragments?: unknown;
}

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

function wordsOf(sentence: string): Word[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  return [...segmenter.segment(sentence)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/**
 * The words that find a sentence; null where it has none.
 * @param isRepeated its beginning stands earlier in the text
 */
export function fragmentOf(sentence: string, isRepeated = false): Fragment | null {
  const words = wordsOf(sentence);
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

/** In which sentence of a text its runs of words stand first; read once, as a story cites many sentences. */
const firstRuns = new WeakMap<Text, ReadonlyMap<string, string>>();

const runOf = (sentence: string, words: readonly Word[], at: number): string =>
  words
    .slice(at, at + AT_START)
    .map(({ start, end }) => sentence.slice(start, end).toLowerCase())
    .join(' ');

function runsIn(text: Text): ReadonlyMap<string, string> {
  const known = firstRuns.get(text);
  if (known) return known;
  const runs = new Map<string, string>();
  let left = LONGEST_TEXT;
  text.forEach((sentences, paragraph) => {
    sentences.forEach((sentence, at) => {
      left -= sentence.length;
      if (left < 0) return;
      const words = wordsOf(sentence);
      for (let from = 0; from + AT_START <= words.length; from++) {
        const run = runOf(sentence, words, from);
        if (!runs.has(run)) runs.set(run, `${paragraph}.${at + 1}`);
      }
    });
  });
  firstRuns.set(text, runs);
  return runs;
}

/**
 * The words that find a place of a source; null where nothing tells them.
 * @param place `paragraph.sentence`; paragraph 0 is the headline, the first sentence is 1
 */
export function fragmentAt({ text, fragments }: Findable, place: string): Fragment | null {
  const [paragraph = 0, sentence = 0] = place.split('.').map(Number);
  const words = text?.[paragraph]?.[sentence - 1];
  if (text && words !== undefined) {
    const first = runsIn(text).get(runOf(words, wordsOf(words), 0));
    return fragmentOf(words, first !== undefined && first !== place);
  }
  const known = isRecord(fragments) && Object.hasOwn(fragments, place) ? fragments[place] : null;
  if (!Array.isArray(known) || typeof known[0] !== 'string') return null;
  return typeof known[1] === 'string' ? [known[0], known[1]] : [known[0]];
}

/** The address of a source on the web; null where it has none. */
export const webAddress = ({ url }: Pick<Source, 'url'>): string | null =>
  url !== null && /^https?:\/\//i.test(url) ? url : null;

/** The address of a place of a source, on the web; null where the source has none. */
export function articleAddress(source: Findable, place: string): string | null {
  const url = webAddress(source);
  if (url === null) return null;
  const fragment = fragmentAt(source, place);
  if (!fragment) return url;
  const words = fragment.flatMap((part) => (part ? [encode(part)] : []));
  // An address may have a fragment of its own, before the directive.
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${words.join(',')}`;
}

/** The directive gives a meaning to `-`, `,` and `&`. Half a surrogate pair cannot be encoded at all. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')).replaceAll('-', '%2D');

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
