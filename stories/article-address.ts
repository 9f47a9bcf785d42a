// The address of a sentence in an article on the web: a text fragment, by which browsers scroll to words and mark them.
// https://wicg.github.io/scroll-to-text-fragment/
import type { Source } from './format.ts';

/** The words with which a sentence begins and ends; of a short one all its words alone. */
export type Fragment = readonly [start: string, end?: string];

/** What finds a sentence: the reader’s own copy of the article, or the words that cards and shared files have. */
export interface Findable {
  url: Source['url'];
  text?: Source['text'];
  fragments?: unknown;
}

/** The words that a source has for a place (`paragraph.sentence`); null where it has none. */
export function knownFragment({ fragments }: Findable, place: string): Fragment | null {
  const known = isRecord(fragments) && Object.hasOwn(fragments, place) ? fragments[place] : null;
  if (!Array.isArray(known) || typeof known[0] !== 'string') return null;
  return typeof known[1] === 'string' ? [known[0], known[1]] : [known[0]];
}

/** The address of a source on the web; null where it has none. */
export const webAddress = ({ url }: Pick<Source, 'url'>): string | null =>
  url !== null && /^https?:\/\//i.test(url) ? url : null;

/**
 * The address of a place of a source, on the web; null where the source has none.
 * @param find what finds the place's words: `fragmentAt` (text-fragment.ts) where the article's text is at hand
 */
export function articleAddress(
  source: Findable,
  place: string,
  find: (source: Findable, place: string) => Fragment | null = knownFragment,
): string | null {
  const url = webAddress(source);
  if (url === null) return null;
  const fragment = find(source, place);
  if (!fragment) return url;
  const words = fragment.flatMap((part) => (part ? [encode(part)] : []));
  // An address may have a fragment of its own, before the directive.
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${words.join(',')}`;
}

/** Whether a page is the article of an address; its own may have parameters that follow readers, and a fragment. */
export const isPageOf = (page: string, article: string): boolean =>
  page.startsWith(article) && /^[?#&]?$/.test(page.charAt(article.length));

/** The directive gives a meaning to `-`, `,` and `&`. Half a surrogate pair cannot be encoded at all. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')).replaceAll('-', '%2D');

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
