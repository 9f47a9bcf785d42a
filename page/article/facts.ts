// What an article's page says about it: title, publisher, author, address, and the names that it is tagged with.
import { attributeText, elementsMatching, firstMatching } from '../elements.ts';
import { headlineOf } from '../headline.ts';
import { findFirst } from '../native.ts';
import { firstMeta, isArticleThing, mainThings, type Structured } from '../structured.ts';
import { cleanAddress } from './address.ts';
import { plainText } from './plain-text.ts';

/** The longest title, name or subject that is kept; UTF-16 code units. */
const LONGEST_TITLE = 500;
const LONGEST_NAME = 100;
const MOST_TAGGED = 200;
const MOST_LINKS = 100;

const shortened = (text: string, most: number): string | null => plainText(text).slice(0, most).trim() || null;

/** The headline as the page shows it, else as it is stated. */
export function titleOf(structured: Structured, headline: Element | null): string | null {
  const stated =
    mainThings(structured)
      .filter(isArticleThing)
      .map((thing) => thing.text('headline'))
      .find(Boolean) || firstMeta(structured.meta, 'og:title', 'twitter:title');
  return shortened(headline?.textContent ?? '', LONGEST_TITLE) ?? shortened(stated, LONGEST_TITLE);
}

/**
 * The title of a page of which something is selected, which may be no article. Such pages often have the name of their
 * site for a heading, or none: then the title of the tab says more, without that name.
 */
export function pageTitleOf(document: Document, url: URL | null, structured: Structured): string | null {
  const title = titleOf(structured, headlineOf(document, structured));
  const host = url?.hostname.replace(/^www\./, '') ?? '';
  const names = [host, host.split('.')[0] ?? '', publisherOf(structured) ?? ''].map(letters).filter(Boolean);
  const isName = (text: string) => names.includes(letters(text));
  if (title !== null && !isName(title)) return title;
  const shown = shortened(firstMatching(document, 'title')?.textContent ?? '', LONGEST_TITLE) ?? '';
  const parts = shown.split(/\s+[|–—·-]\s+/).filter((part) => part && !isName(part));
  return parts.join(' – ') || title || shown || null;
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Who published it, as the page names itself. */
export function publisherOf({ things, meta }: Structured): string | null {
  const names = things.flatMap((thing) => thing.objects('publisher').map((publisher) => publisher.text('name')));
  const named = names.find((name) => name && !isAddress(name));
  const name = named || firstMeta(meta, 'og:site_name', 'application-name', 'publisher');
  // A slogan may follow.
  const [own = ''] = name.replace(/\s+/g, ' ').split(/ [|–—-] /);
  return shortened(own.length > 1 ? own : name, LONGEST_NAME);
}

/** The authors' names. */
export function authorOf(document: Document, structured: Structured): string | null {
  const { meta } = structured;
  const [thing] = mainThings(structured).filter((one) => isArticleThing(one) && one.text('author'));
  const stated = thing ? thing.objects('author').map((author) => author.text('name')) : [];
  const plain = thing && stated.length === 0 ? [thing.text('author')] : stated;
  const marked = elementsMatching(document, '[rel~=author],[itemprop~=author]', 4).map((element) => {
    const name = findFirst(element, '[itemprop~=name]') ?? element;
    return attributeText(name, 'content') || (name.textContent ?? '').slice(0, LONGEST_NAME);
  });
  const candidates = [plain, meta.get('author') ?? [], meta.get('article:author') ?? [], marked];
  for (const names of candidates) {
    const usable = names
      .flatMap((name) => shortened(name, LONGEST_NAME) ?? [])
      .filter((name) => !isAddress(name) && /\p{L}/u.test(name));
    if (usable.length > 0) return [...new Set(usable)].join(', ').slice(0, LONGEST_TITLE);
  }
  return null;
}

const isAddress = (text: string): boolean => /^(?:https?:)?\/\/|^www\./i.test(text.trim());

/** The address to cite: the page's canonical one where it is of the same site, without what follows readers. */
export function addressOf({ address }: Structured, url: URL | null): string | null {
  const canonical = URL.canParse(address, url?.href) ? new URL(address, url?.href) : null;
  const best = canonical && (!url || isHere(url) || isSameArticle(canonical, url)) ? canonical : url;
  return best && cleanAddress(best);
}

/** Whether a page comes from this very machine: then it is a copy. */
const isHere = ({ hostname }: URL): boolean => /^(?:localhost|127\.[\d.]+|\[::1\]|)$/.test(hostname);

/** A page may call any address its own: one of another site is not believed, nor the front page of its own. */
function isSameArticle(canonical: URL, url: URL): boolean {
  const [a, b] = [canonical, url].map(({ hostname }) => hostname.replace(/^(?:www|m|amp|mobile)\./, '')) as [
    string,
    string,
  ];
  return (
    (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)) && (canonical.pathname !== '/' || url.pathname === '/')
  );
}

/** Names and subjects that the page itself gives, each once, in the order of how surely they are names. */
export function taggedNames(document: Document, structured: Structured): string[] {
  const { meta } = structured;
  const stated = mainThings(structured).flatMap((thing) => [
    ...['about', 'mentions'].flatMap((property) => thing.objects(property).map((one) => one.text('name'))),
    ...thing.text('keywords').split(','),
  ]);
  const inMeta = ['news_keywords', 'article:tag', 'keywords', 'parsely-tags', 'sailthru.tags'].flatMap(
    (name) => meta.get(name)?.flatMap((content) => content.split(/[,;]/)) ?? [],
  );
  const linked = elementsMatching(
    document,
    'a[rel~=tag],a[href*="/tag/"],a[href*="/tags/"],a[href*="/topic/"]',
    MOST_LINKS,
  );
  const names = [...stated, ...inMeta, ...linked.map((link) => (link.textContent ?? '').slice(0, LONGEST_NAME))];
  const kept = new Map<string, string>();
  for (const name of names) {
    const text = shortened(name.slice(0, 2 * LONGEST_NAME), LONGEST_NAME);
    if (text && text.length > 1 && !isAddress(text) && kept.size < MOST_TAGGED)
      kept.set(text.toLowerCase(), kept.get(text.toLowerCase()) ?? text);
  }
  return [...kept.values()];
}
