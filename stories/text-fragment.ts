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

/** So many words at either end: more are seldom needed to tell a sentence, and each more may be set differently. */
const WORDS = 5;

// One for all languages: what has no spaces between its words is cut by the same dictionaries whatever the locale.
let segmenter: Intl.Segmenter | undefined;

/** The words that find a sentence; null where it has none. */
export function fragmentOf(sentence: string): Fragment | null {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  const words = [...segmenter.segment(sentence)].filter(({ isWordLike }) => isWordLike);
  const cut = (from: number, to: number) => {
    const [first, last] = [words.at(from), words.at(to)];
    return first && last ? sentence.slice(first.index, last.index + last.segment.length) : '';
  };
  if (words.length === 0) return null;
  return words.length <= 2 * WORDS ? [cut(0, -1)] : [cut(0, WORDS - 1), cut(-WORDS, -1)];
}

/**
 * The words that find a place of a source; null where nothing tells them.
 * @param place `paragraph.sentence`; paragraph 0 is the headline, the first sentence is 1
 */
export function fragmentAt({ text, fragments }: Findable, place: string): Fragment | null {
  const [paragraph = 0, sentence = 0] = place.split('.').map(Number);
  const words = text?.[paragraph]?.[sentence - 1];
  if (words !== undefined) return fragmentOf(words);
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
