// News or not: whether a page is a news article, a front page of news, or something else, and why. Evidence is weighed: what
// the page claims of itself, by what sections and names its site speaks, and how it is built. No host is known here.
import { isNewsName, type Section, sectionsIn, weightOf } from './sections.ts';
import {
  attribute,
  elements,
  find,
  first,
  headlineOf,
  readStructured,
  type Structured,
  select,
  typeName,
} from './structured.ts';

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

/**
 * What kind of page this is. Cheap enough to ask of every page: a handful of bounded element lists and no layout. Never throws.
 * @param structured what the page says of itself, when the caller has read it already
 */
export function judgeNews(doc: Document, url: URL, structured: Structured = readStructured(doc)): News {
  try {
    return judge(doc, url, structured);
  } catch {
    // A page that is stranger than we thought is no news.
    return { kind: 'other', because: ['unreadable'] };
  }
}

function judge(doc: Document, url: URL, structured: Structured): News {
  const claims = readClaims(doc, structured);
  const links = readLinks(doc);
  const story = readStory(doc);
  const address = addressOf(structured, url);
  const reasons = [
    ...claimed(claims, structured),
    ...voiced(structured, claims, links, address),
    ...shaped(doc, structured, claims, story),
    ...contradicted(doc, structured, claims, links, address),
  ];
  const sum = reasons.reduce((total, { weight }) => total + weight, 0);
  const kind = sum < ENOUGH ? 'other' : built(structured, claims, links, story);
  const speaking = reasons.filter(({ weight }) => kind === 'other' || weight > 0);
  return {
    kind,
    because: speaking.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).map(({ text }) => text),
  };
}

/** An article or a front page, now that it is news: a story to read, or headlines that lead to stories. */
function built(structured: Structured, claims: Claims, links: Links, story: Story): NewsKind {
  const told = story.prose >= 1500 || (story.prose >= 700 && story.paragraphs >= 3);
  if (told && (claims.news || !claims.list)) return 'article';
  if (links.headlines >= 15 && !claims.news) return 'front';
  const described = claims.news || /^article$/i.test(first(structured.meta, 'og:type'));
  return described || story.prose >= 400 ? 'article' : 'other';
}

interface Claims {
  types: string[];
  publisher: string[];
  publisherName: string;
  author: string;
  /** The type by which the page calls itself one piece of news. */
  news: string | undefined;
  /** Whether it calls itself a list. */
  list: boolean;
}

const NEWS_TYPE = /NewsArticle$|^LiveBlogPosting$/;
const NEWS_PUBLISHER = /^NewsMediaOrganization$|^Newspaper$/;
const ARTICLE_TYPE = /Article$|Posting$/;
const LIST_TYPE = /^(?:CollectionPage|ItemList|SearchResultsPage|Blog)$/;
const OTHER_TYPE =
  /^(?:Product|ProductGroup|Offer|Recipe|Book|SoftwareSourceCode|SoftwareApplication|WebApplication|MobileApplication|VideoGame|TechArticle|APIReference|QAPage|Question|DiscussionForumPosting|FAQPage|HowTo|JobPosting|LodgingBusiness|Hotel|Restaurant|Store|Movie|TVSeries|MusicRecording|MusicAlbum|Course|ScholarlyArticle|MedicalScholarlyArticle|MedicalWebPage|Apartment|House|RealEstateListing|Dataset|Chapter|DefinedTerm)$/;

function readClaims(doc: Document, { things }: Structured): Claims {
  const marked = markedUp(doc);
  const types = [...things.flatMap((thing) => thing.types), ...marked];
  const publishers = things.flatMap((thing) => thing.objects('publisher'));
  const news = types.filter((type) => NEWS_TYPE.test(type));
  // Several pieces of news at once are teasers.
  const one = news.length < 4;
  return {
    types,
    publisher: publishers.flatMap((thing) => thing.types),
    publisherName: publishers[0]?.text('name') ?? '',
    author: things.map((thing) => thing.objects('author')[0]?.text('name') ?? '').find(Boolean) ?? '',
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

function claimed(claims: Claims, { meta }: Structured): Reason[] {
  const reasons: Reason[] = [];
  if (claims.news) reasons.push({ weight: 2.5, text: `described as ${claims.news}` });
  if ([...claims.types, ...claims.publisher].some((type) => NEWS_PUBLISHER.test(type)))
    reasons.push({ weight: 2.5, text: 'published by a news organisation' });
  if (['news_keywords', 'article:opinion', 'article:content_tier'].some((name) => meta.has(name)))
    reasons.push({ weight: 2, text: 'metadata for news search' });
  return reasons;
}

function voiced({ meta, things }: Structured, claims: Claims, links: Links, address: URL): Reason[] {
  const reasons: Reason[] = [];
  const title = first(meta, 'og:title');
  void title;
  const names = [first(meta, 'og:site_name'), first(meta, 'application-name'), claims.publisherName];
  if (names.some(isNewsName)) reasons.push({ weight: 1.5, text: 'named like a newspaper' });
  const ownSections = [
    ...[first(meta, 'article:section'), ...things.map((thing) => thing.text('articleSection'))].flatMap(sectionsIn),
    ...address.pathname
      .split('/')
      .slice(1, 4)
      .flatMap((part) => sectionsIn(part.replaceAll('-', ' '))),
  ];
  const own = ownSections.sort((a, b) => weightOf(b) - weightOf(a))[0];
  if (own) reasons.push({ weight: weightOf(own), text: `stands in the section ${own}` });
  const sections = [...links.sections];
  const weight = sections.reduce((sum, section) => sum + weightOf(section), 0);
  if (weight > 0) reasons.push({ weight: Math.min(4, weight), text: `sections ${sections.join(', ')}` });
  return reasons;
}

/** How an article is built, whoever publishes it. By itself it is never enough. */
function shaped(doc: Document, { meta }: Structured, claims: Claims, story: Story): Reason[] {
  let weight = 0;
  const parts: string[] = [];
  const add = (more: number, part: string) => {
    weight += more;
    parts.push(part);
  };
  if (/^article$/i.test(first(meta, 'og:type')) || claims.types.some((type) => ARTICLE_TYPE.test(type)))
    add(1, 'an article');
  if (
    claims.author ||
    meta.has('author') ||
    meta.has('article:author') ||
    find(doc, '[rel~="author"],[itemprop~="author"]')
  )
    add(0.5, 'an author');
  if (story.paragraphs >= 3 && story.prose >= 700) add(0.5, `${story.paragraphs} paragraphs`);
  if (story.quotes >= 4) add(0.5, 'quotations');
  return weight > 0 ? [{ weight: Math.min(2, weight), text: parts.join(', ') }] : [];
}

const SOFTWARE =
  /mediawiki|dokuwiki|phpbb|vbulletin|discourse|xenforo|docusaurus|sphinx|mkdocs|gitbook|shopify|prestashop|woocommerce|magento/i;
const NOT_FOUND =
  /(?:^|\D)(?:404|410|500)(?:\D|$)|(?:page|article|file) (?:can(?:no|')t be|not|wasn['’]t) found|went wrong|no longer available/i;
const PUBLIC_BODY = /\.(?:gov|mil|edu|gob|gouv|govt|gv|ac|go)(?:\.[a-z]{2})?$|\.gov\.|\.edu\./;

function contradicted(doc: Document, structured: Structured, claims: Claims, links: Links, address: URL): Reason[] {
  const { meta } = structured;
  const reasons: Reason[] = [];
  const against = (weight: number, text: string) => reasons.push({ weight: -weight, text });
  const other = claims.types.find((type) => OTHER_TYPE.test(type));
  if (other) against(4, `described as ${other}`);
  const ogType = first(meta, 'og:type');
  if (/^(?:product|profile|book|video\.movie|music\.|object)/i.test(ogType)) against(4, `described as ${ogType}`);
  const software = SOFTWARE.exec((meta.get('generator') ?? []).join(' '))?.[0];
  if (software) against(6, `made with ${software}`);
  if (elements(doc, 'pre', 2).length === 2 || elements(doc, 'code', 5).length === 5) against(3, 'program code');
  if (links.notes >= 8) against(3, 'footnotes');
  if (PUBLIC_BODY.test(address.hostname)) against(3, 'published by a public body');
  if (claims.author && [first(meta, 'og:site_name'), claims.publisherName].includes(claims.author))
    against(2, 'published by its author');
  const headline = (headlineOf(doc, structured)?.textContent ?? '').trim();
  if (headline.length < 80 && NOT_FOUND.test(headline)) against(6, 'an error message');
  return reasons;
}

function addressOf({ address }: Structured, url: URL): URL {
  return URL.canParse(address, url.href) ? new URL(address, url.href) : url;
}

const MOST_LINKS = 400;

interface Links {
  sections: Set<Section>;
  /** Links whose text is as long as a headline. */
  headlines: number;
  /** Links to footnotes. */
  notes: number;
}

function readLinks(doc: Document): Links {
  const links: Links = { sections: new Set(), headlines: 0, notes: 0 };
  for (const link of elements(doc, 'a', MOST_LINKS)) {
    const text = link.textContent ?? '';
    if (text.length > 600) continue;
    if (text.length <= 60) for (const section of sectionsIn(text)) links.sections.add(section);
    if (text.length <= 5 && /^\[\w{1,3}\]$/.test(text)) links.notes++;
    if (lengthToReader(text) >= 30 && link.parentElement?.localName !== 'p') links.headlines++;
  }
  return links;
}

/** The longest run of prose on a page. */
interface Story {
  paragraphs: number;
  prose: number;
  quotes: number;
}

const MOST_PARAGRAPHS = 300;
const MOST_BREAKS = 200;
const QUOTES = /[“”„«»「」『』‹›"]/g;

/** The longest story on the page: paragraphs that share one parent, or are alone in parents that share one; in old pages, lines between `<br>`. */
function readStory(doc: Document): Story {
  const stories = new Map<Node | null, Story>();
  let best: Story = { paragraphs: 0, prose: 0, quotes: 0 };
  const add = (key: Node | null, text: string, least: number) => {
    const length = lengthToReader(text);
    if (length < least) return;
    const story = stories.get(key) ?? { paragraphs: 0, prose: 0, quotes: 0 };
    story.paragraphs++;
    story.prose += length;
    story.quotes += text.match(QUOTES)?.length ?? 0;
    stories.set(key, story);
    if (story.prose > best.prose) best = story;
  };
  for (const paragraph of elements(doc, 'p', MOST_PARAGRAPHS)) {
    const parent = paragraph.parentElement;
    add(parent?.childElementCount === 1 ? parent.parentNode : parent, paragraph.textContent ?? '', 80);
  }
  if (best.prose < 700)
    for (const line of elements(doc, 'br', MOST_BREAKS))
      if (line.previousSibling?.nodeType === 3) add(line.parentNode, (line.previousSibling as Text).data, 80);
  return best;
}

/** How long a text is to a reader: a Chinese, Japanese or Korean character says about as much as two or three letters. */
function lengthToReader(text: string): number {
  const { length } = text.trim();
  return /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text) ? length * 2.5 : length;
}
