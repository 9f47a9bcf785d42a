// News or not: whether a page is a news article, a front page of news, or something else, and why. Evidence is weighed: what
// the page claims of itself, by what sections and names its site speaks, and how it is built. No host is known here.
import {
  isCart,
  isNewsName,
  isOtherName,
  isOtherType,
  opensWithDateline,
  otherSoftware,
  saysNotFound,
  sectionsIn,
  weightOf,
} from './sections.ts';
import { attribute, elements, find, first, readStructured, type Structured, select, typeName } from './structured.ts';

export type NewsKind = 'article' | 'front' | 'other';

/** What a page was taken for, with the reasons in the order of their weight. */
export interface News {
  kind: NewsKind;
  because: string[];
}

/** A reason for (positive) or against (negative) a page being news. */
interface Reason {
  weight: number;
  text: string;
}

/** How much evidence makes news. */
const ENOUGH = 3;
/** How much makes it so surely that the links need not be read. */
const PLENTY = 5;

/**
 * What kind of page this is. Cheap enough to ask of every page: a handful of bounded element lists and no layout. Never throws.
 * @param structured what the page says of itself, when the caller has read it already
 */
export function judgeNews(doc: Document, url: URL, structured?: Structured): News {
  try {
    return judge(doc, url, structured ?? readStructured(doc));
  } catch {
    // A page that is stranger than we thought is no news.
    return { kind: 'other', because: ['unreadable'] };
  }
}

function judge(doc: Document, url: URL, structured: Structured): News {
  const address = addressOf(structured, url);
  const claims = readClaims(doc, structured);
  const story = readStory(doc);
  const voice = [...published(claims, structured), ...named(structured, claims, address), ...begun(story)];
  const rest = [...shaped(doc, structured, claims, story), ...contradicted(doc, structured, claims, story, address)];
  let links: Links = { sections: new Set(), headlines: 0, notes: 0, carts: 0 };
  if (!(claims.news && isTold(story) && weigh([...voice, ...rest]) >= PLENTY)) {
    links = readLinks(doc, isTold(story) ? MOST_LINKS : MOST_LINKS_OF_A_FRONT);
    voice.push(...sectioned(links));
    rest.push(...linked(links));
  }
  // Essays, shops and jokes call themselves news too. What a newspaper says besides makes the claim worth something.
  if (claims.news) rest.push({ weight: weigh(voice) >= 1 ? 2 : 0.5, text: `described as ${claims.news}` });
  const reasons = [...voice, ...rest];
  const kind = weigh(reasons) < ENOUGH ? 'other' : built(structured, claims, links, story);
  const telling = reasons.filter(({ weight }) => kind === 'other' || weight > 0);
  return { kind, because: telling.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).map(({ text }) => text) };
}

function weigh(reasons: Reason[]): number {
  return reasons.reduce((total, { weight }) => total + weight, 0);
}

/** An article or a front page, now that it is news: a story to read, or headlines that lead to stories. */
function built({ meta }: Structured, claims: Claims, links: Links, story: Story): NewsKind {
  if (isTold(story) && (claims.news || !claims.list)) return 'article';
  const described = claims.news || (isArticle(meta) && meta.has('article:published_time'));
  if (links.headlines >= 15 && !described) return 'front';
  return described || isArticle(meta) || story.prose >= 400 ? 'article' : 'other';
}

function isArticle(meta: Structured['meta']): boolean {
  return /^article$/i.test(first(meta, 'og:type'));
}

function addressOf({ address }: Structured, url: URL): URL {
  return URL.canParse(address, url.href) ? new URL(address, url.href) : url;
}

interface Claims {
  types: string[];
  publisher: { types: string[]; name: string };
  author: string;
  /** The type by which the page calls itself one piece of news. */
  news: string | undefined;
  /** Whether it calls itself a list. */
  list: boolean;
}

const NEWS_TYPE = /NewsArticle$|^LiveBlogPosting$/;
const NEWS_PUBLISHER = /^NewsMediaOrganization$|^Newspaper$/;
const ARTICLE_TYPE = /^(?:Article|BlogPosting|SocialMediaPosting)$/;
const LIST_TYPE = /^(?:CollectionPage|ItemList|SearchResultsPage)$/;

function readClaims(doc: Document, { things, meta }: Structured): Claims {
  const stated = things.flatMap((thing) => thing.types);
  const types = stated.some((type) => NEWS_TYPE.test(type)) ? stated : [...stated, ...markedUp(doc)];
  const publishers = things.flatMap((thing) => thing.objects('publisher'));
  const authors = things.map((thing) => thing.objects('author')[0]?.text('name') || thing.text('author'));
  const news = types.filter((type) => NEWS_TYPE.test(type));
  // Several pieces of news at once are teasers.
  const one = news.length < 4;
  return {
    types,
    publisher: { types: publishers.flatMap((thing) => thing.types), name: publishers[0]?.text('name') ?? '' },
    author: authors.find(Boolean) ?? first(meta, 'author'),
    news: one ? news[0] : undefined,
    list: !one || types.some((type) => LIST_TYPE.test(type)),
  };
}

const MOST_ITEMS = 40;

/** Types of microdata and RDFa items that stand for the page, not for a part of another item. */
function markedUp(doc: Document): string[] {
  return select(
    doc,
    '[itemscope][itemtype]:not([itemprop]),[itemprop="mainEntity"][itemtype],[typeof]:not([property])',
    MOST_ITEMS,
  ).flatMap((element) =>
    (attribute(element, 'itemtype') || attribute(element, 'typeof')).slice(0, 200).split(/\s+/, 3).map(typeName),
  );
}

/** Who publishes the page, and whether for readers of news. */
function published({ types, publisher }: Claims, { meta }: Structured): Reason[] {
  const reasons: Reason[] = [];
  if ([...types, ...publisher.types].some((type) => NEWS_PUBLISHER.test(type)))
    reasons.push({ weight: 2.5, text: 'published by a news organisation' });
  if (['news_keywords', 'article:opinion', 'article:content_tier'].some((name) => meta.has(name)))
    reasons.push({ weight: 2, text: 'metadata for news search' });
  return reasons;
}

/** What its site is called and in which section the page stands. */
function named({ meta, things }: Structured, { publisher }: Claims, address: URL): Reason[] {
  const reasons: Reason[] = [];
  const names = [first(meta, 'og:site_name'), first(meta, 'application-name'), publisher.name];
  const other = names.find(isOtherName);
  const news = names.find(isNewsName);
  if (other) reasons.push({ weight: -2, text: `named ${other}` });
  else if (news) reasons.push({ weight: 1.5, text: `named ${news}` });
  const stated = [first(meta, 'article:section'), ...things.map((thing) => thing.text('articleSection'))];
  const path = address.pathname.split('/').slice(1, 4);
  const section = [...stated, ...path.map((part) => part.replaceAll('-', ' '))]
    .flatMap(sectionsIn)
    .sort((a, b) => weightOf(b) - weightOf(a))[0];
  if (section) reasons.push({ weight: weightOf(section), text: `stands under ${section}` });
  return reasons;
}

/** How an article is built, whoever publishes it: never enough by itself, and little without a story to read. */
function shaped(doc: Document, { meta }: Structured, claims: Claims, story: Story): Reason[] {
  const parts: string[] = [];
  if (isArticle(meta) || claims.types.some((type) => ARTICLE_TYPE.test(type))) parts.push('an article', '');
  if (claims.author || find(doc, '[rel~="author"],[itemprop~="author"]')) parts.push('an author');
  if (isTold(story)) parts.push(`${story.paragraphs} paragraphs`);
  if (story.quotes >= 4) parts.push('quotations');
  const weight = Math.min(isTold(story) ? 2 : 1, parts.length / 2);
  return weight > 0 ? [{ weight, text: parts.filter(Boolean).join(', ') }] : [];
}

function begun({ lead }: Story): Reason[] {
  return opensWithDateline(lead) ? [{ weight: 1.5, text: 'a dateline' }] : [];
}

const OTHER_OG_TYPE = /^(?:product|profile|book|video\.movie|music\.|object)/i;
/** Endings of addresses that are reserved to governments, armies and universities. */
const PUBLIC_BODY = /\.(?:gov|mil|edu|gob|gouv|govt|gv|ac|go)(?:\.[a-z]{2})?$|\.(?:gov|edu)\./;

function contradicted(doc: Document, { meta }: Structured, claims: Claims, story: Story, address: URL): Reason[] {
  const reasons: Reason[] = [];
  const against = (weight: number, text: string) => reasons.push({ weight: -weight, text });
  const type = claims.types.find(isOtherType) ?? OTHER_OG_TYPE.exec(first(meta, 'og:type'))?.[0];
  if (type) against(4, `described as ${type}`);
  const software = otherSoftware((meta.get('generator') ?? []).join(' '));
  if (software) against(6, `made with ${software}`);
  if (elements(doc, 'pre', 2).length === 2 || elements(doc, 'code', 5).length === 5) against(3, 'program code');
  if (PUBLIC_BODY.test(address.hostname)) against(3, 'published by a public body');
  if (claims.author && [first(meta, 'og:site_name'), claims.publisher.name].includes(claims.author))
    against(2, 'published by its author');
  if (!isTold(story) && isErrorMessage(doc)) against(8, 'an error message');
  return reasons;
}

/** Whether title or first heading, short as they are on such pages, say that there is no page. */
function isErrorMessage(doc: Document): boolean {
  return ['title', 'h1'].some((tag) => {
    const text = (elements(doc, tag, 1)[0]?.textContent ?? '').trim();
    return text.length < 100 && saysNotFound(text);
  });
}

const MOST_LINKS = 250;
const MOST_LINKS_OF_A_FRONT = 800;

interface Links {
  sections: Set<string>;
  /** Links whose text is as long as a headline. */
  headlines: number;
  /** Links to footnotes. */
  notes: number;
  /** Links to a shopping cart. */
  carts: number;
}

function readLinks(doc: Document, most: number): Links {
  const links: Links = { sections: new Set(), headlines: 0, notes: 0, carts: 0 };
  for (const link of elements(doc, 'a', most)) {
    const text = link.textContent ?? '';
    if (text.length > 600) continue;
    const name = text.trim();
    if (name.length <= 30) {
      for (const section of sectionsIn(name)) links.sections.add(section);
      if (/^\[\w{1,3}\]$/.test(name)) links.notes++;
      else if (isCart(name)) links.carts++;
    }
    if (lengthToReader(name) >= 30 && link.parentElement?.localName !== 'p') links.headlines++;
  }
  return links;
}

/** By which sections its menu speaks. */
function sectioned({ sections }: Links): Reason[] {
  const weight = [...sections].reduce((sum, section) => sum + weightOf(section), 0);
  return weight > 0 ? [{ weight: Math.min(4, weight), text: `sections ${[...sections].join(', ')}` }] : [];
}

function linked({ notes, carts }: Links): Reason[] {
  const reasons: Reason[] = [];
  if (notes >= 8) reasons.push({ weight: -3, text: 'footnotes' });
  if (carts > 0) reasons.push({ weight: -2, text: 'a shopping cart' });
  return reasons;
}

/** A run of prose. */
interface Story {
  paragraphs: number;
  prose: number;
  quotes: number;
  /** How it begins. */
  lead: string;
}

const MOST_PARAGRAPHS = 200;
const QUOTES = /[“”„«»「」『』‹›"]/g;

/** The longest story on the page: paragraphs that share one parent, or are alone in parents that share one; in old pages, lines between `<br>`. */
function readStory(doc: Document): Story {
  const stories = new Map<Node | null, Story>();
  let best: Story = { paragraphs: 0, prose: 0, quotes: 0, lead: '' };
  const add = (key: Node | null, text: string) => {
    const length = lengthToReader(text);
    if (length < 80) return;
    const story = stories.get(key) ?? { paragraphs: 0, prose: 0, quotes: 0, lead: text.slice(0, 120) };
    story.paragraphs++;
    story.prose += length;
    story.quotes += text.match(QUOTES)?.length ?? 0;
    stories.set(key, story);
    if (story.prose > best.prose) best = story;
  };
  for (const paragraph of elements(doc, 'p', MOST_PARAGRAPHS)) {
    const parent = paragraph.parentElement;
    add(isAlone(paragraph) ? (parent?.parentNode ?? null) : parent, paragraph.textContent ?? '');
  }
  if (best.prose >= 700) return best;
  const lines = new Set<ChildNode | null>();
  for (const end of elements(doc, 'br', MOST_PARAGRAPHS)) lines.add(end.previousSibling).add(end.nextSibling);
  for (const line of lines) if (line?.nodeType === Node.TEXT_NODE) add(line.parentNode, (line as Text).data);
  return best;
}

function isAlone(element: Element): boolean {
  return element.previousElementSibling === null && element.nextElementSibling === null;
}

/** Whether there is a whole story to read. */
function isTold({ paragraphs, prose }: Story): boolean {
  return prose >= 1500 || (prose >= 700 && paragraphs >= 3);
}

/** How long a text is to a reader: a Chinese, Japanese or Korean character says about as much as two or three letters. */
function lengthToReader(text: string): number {
  const { length } = text.trim();
  return /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text) ? length * 2.5 : length;
}
