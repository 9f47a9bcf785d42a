// News or not: whether a page is a news article, a front page of news, or something else, and why. Evidence is weighed: what
// the page claims of itself, by what sections and names its site speaks, and how it is built. No host is known here.
import { headlineOf } from './date.ts';
import { plain, type Saying, SLIGHT, says, sectionsIn, tellsAsNews, weightOf } from './sections.ts';
import { attribute, elements, find, first, readStructured, type Structured, select, typeName } from './structured.ts';
import { yieldToPage } from './time-slices.ts';

export type NewsKind = 'article' | 'front' | 'other';

/**
 * What a page was taken for, with the reasons in the order of their weight. Each is one word, which `because_…` in locales/ puts into a sentence, and
 * behind a space the page's own words where it has some ("named The Evening Paper").
 */
export interface News {
  kind: NewsKind;
  because: string[];
}

/** A reason for (positive) or against (negative) a page being news. */
interface Reason {
  weight: number;
  text: string;
}

/** The page's own words stand in some reasons. */
const LONGEST_REASON = 100;
/** How much evidence makes news. */
const ENOUGH = 3;
/** How much makes it so surely that the links need not be read. */
const PLENTY = 5;

/**
 * What kind of page this is. Cheap enough to ask of every page: a handful of bounded element lists and no layout, in steps between
 * which the page gets its turn. Never rejects.
 */
export async function judgeNews(doc: Document, url: URL): Promise<News> {
  try {
    return await judge(doc, url);
  } catch {
    // A page that is stranger than we thought is no news.
    return { kind: 'other', because: ['unreadable'] };
  }
}

async function judge(doc: Document, url: URL): Promise<News> {
  const structured = readStructured(doc);
  const address = addressOf(structured, url);
  const claims = readClaims(doc, structured);
  const story = readStory(doc);
  const names = titleParts(doc);
  const voice: Reason[] = [];
  const rest: Reason[] = [];
  const speak = into(voice);
  const say = into(rest);
  hearPublisher(claims, structured, speak);
  hearNames(structured, claims, names, address, speak);
  if (says('datelines', story.text)) speak(1.5, 'dateline');
  await yieldToPage();
  seeArticle(doc, structured, claims, story, say);
  contradict(doc, structured, claims, names, story, address, say);
  let links: Links = { sections: new Map(), others: new Set(), headlines: 0, notes: 0, carts: 0 };
  if (!(claims.news && isTold(story) && weigh([...voice, ...rest]) >= PLENTY)) {
    await yieldToPage();
    links = readLinks(doc, isTold(story) ? MOST_LINKS : MOST_LINKS_OF_A_FRONT);
    hearSections(links, speak);
    seeLinks(links, say);
    if (!isTold(story) && links.headlines >= MANY) seeFront(links, names, say);
  }
  // Essays, shops and jokes call themselves news too. What a newspaper says besides makes the claim worth something: more than
  // one section, which may be a tag, and more than a name where there is nothing to read.
  const heard = weigh(voice);
  const isHeard = links.sections.size > 1 || heard >= (isTold(story) ? 1.5 : 2);
  // Announcements of firms and clubs are told so too.
  const told = tellsAsNews(story.text, structured.language) * (heard >= 1 ? 1 : 0.5);
  if (told > 0) say(told, 'told');
  if (claims.news) say(isHeard ? 2 : 0.5, `described ${claims.news}`);
  const reasons = [...voice, ...rest];
  const kind = weigh(reasons) < ENOUGH ? 'other' : built(doc, structured, claims, links, story);
  const telling = reasons.filter(({ weight }) => kind === 'other' || weight > 0);
  return {
    kind,
    because: telling
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .map(({ text }) => text.slice(0, LONGEST_REASON)),
  };
}

type Say = (weight: number, text: string) => void;

const into =
  (reasons: Reason[]): Say =>
  (weight, text) =>
    reasons.push({ weight, text });

/** Whether a type is one of these. */
const are = (these: Saying) => (type: string) => says(these, type.toLowerCase());

function weigh(reasons: Reason[]): number {
  return reasons.reduce((total, { weight }) => total + weight, 0);
}

/** How many links as long as headlines make a front page. */
const MANY = 15;

/** An article or a front page, now that it is news: a story to read, or headlines that lead to stories. */
function built(doc: Document, structured: Structured, claims: Claims, links: Links, story: Story): NewsKind {
  const { meta } = structured;
  const described =
    claims.news || (!claims.list && isArticle(meta) && meta.has('article:published_time')) || claims.video;
  const told = isTold(story) && (claims.news || !claims.list);
  const own = !claims.list && story.prose >= 250 && links.headlines >= MANY && isHeaded(doc, structured);
  if (links.headlines >= MANY && !described && !own) return 'front';
  return told || described || own || isArticle(meta) || story.prose >= 400 ? 'article' : 'other';
}

/** Whether a headline of its own stands over the page, rather than a name or a link to a story. */
function isHeaded(doc: Document, structured: Structured): boolean {
  const headline = headlineOf(doc, structured);
  if (!headline) return !['h1', 'h2', 'h3'].some((tag) => elements(doc, tag, 1).length > 0);
  const text = headline.textContent ?? '';
  if (lengthToReader(text) < 25 || says('newsNames', plain(text))) return false;
  const title = elements(doc, 'title', 1)[0]?.textContent ?? '';
  return title.includes(text.trim().slice(0, 20));
}

/** The parts of the page's title: usually a headline and the name of the site. */
function titleParts(doc: Document): string[] {
  const title = elements(doc, 'title', 1)[0]?.textContent ?? '';
  return title
    .slice(0, 300)
    .split(/\s+[-–—]\s+|\s*[|_·•»«:]\s*/)
    .map((part) => part.trim())
    .filter(Boolean);
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
  /** Whether the author is said to be no person. */
  office: boolean;
  /** Whether the page is about a film of its own. */
  video: boolean;
  /** The type by which the page calls itself one piece of news. */
  news: string | undefined;
  /** Whether it calls itself a list. */
  list: boolean;
}

function readClaims(doc: Document, { things, meta }: Structured): Claims {
  const stated = things.flatMap((thing) => thing.types);
  const types = stated.some(are('newsTypes')) ? stated : [...stated, ...markedUp(doc)];
  const publishers = things.flatMap((thing) => thing.objects('publisher'));
  const authors = things.map((thing) => thing.objects('author')[0]?.text('name') || thing.text('author'));
  const offices = things.flatMap((thing) => thing.objects('author')).flatMap((author) => author.types);
  const news = types.filter(are('newsTypes'));
  // Several pieces of news at once are teasers.
  const one = news.length < 4;
  return {
    types,
    publisher: { types: publishers.flatMap((thing) => thing.types), name: publishers[0]?.text('name') ?? '' },
    author: authors.find(Boolean) ?? first(meta, 'author'),
    office: offices.some((type) => /Organization$|^Newspaper$/.test(type)),
    video: types.includes('VideoObject') || /^video/.test(first(meta, 'og:type')),
    news: one ? news[0] : undefined,
    list: !one || types.some(are('listTypes')),
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
function hearPublisher({ types, publisher }: Claims, { meta }: Structured, say: Say): void {
  if ([...types, ...publisher.types].some(are('pressTypes'))) say(2.5, 'publisher');
  if ([...meta.keys()].some((name) => says('pressMeta', name))) say(2, 'metadata');
}

/** What its site is called and in which section the page stands. */
function hearNames({ meta, things }: Structured, { publisher }: Claims, title: string[], address: URL, say: Say): void {
  const sites = things.filter(({ types }) => types.includes('WebSite')).map((site) => site.text('name'));
  const names = [first(meta, 'og:site_name'), first(meta, 'application-name'), publisher.name, ...sites];
  const other = names.find((name) => says('otherNames', plain(name)));
  const news = names.find((name) => says('newsNames', plain(name)));
  const last = title.length > 1 ? (title.at(-1) ?? '') : '';
  if (other || says('otherNames', plain(last))) say(-2, `named ${other || last}`);
  else if (news) say(1.5, `named ${news}`);
  else if (isTitleOfNews(last)) say(1.5, `titled ${last}`);
  const stated = [first(meta, 'article:section'), ...things.map((thing) => thing.text('articleSection'))];
  const path = address.pathname.split('/').slice(1, 4);
  const section = [...stated, ...path.map((part) => part.replaceAll('-', ' '))]
    .flatMap(sectionsIn)
    .sort((a, b) => weightOf(b) - weightOf(a))[0];
  if (section && weightOf(section) !== SLIGHT) say(weightOf(section), 'section');
}

/** How an article is built, whoever publishes it: never enough by itself, and little without a story to read. */
function seeArticle(doc: Document, { meta }: Structured, claims: Claims, story: Story, say: Say): void {
  const told = isTold(story);
  const calls = isArticle(meta) || claims.types.some(are('articleTypes'));
  const signed = claims.author || find(doc, '[rel~="author"],[itemprop~="author"]');
  const signs = [calls, calls, signed, told, story.quotes >= 4].filter(Boolean).length;
  if (signs > 0) say(Math.min(told ? 2 : 1, signs / 2), 'built');
}

/** What speaks against news, however much speaks for it. */
function contradict(
  doc: Document,
  { meta }: Structured,
  claims: Claims,
  title: string[],
  story: Story,
  address: URL,
  say: Say,
): void {
  const type =
    [...claims.types, ...claims.publisher.types].find(are('otherTypes')) ||
    says('otherKinds', first(meta, 'og:type').toLowerCase());
  if (type) say(-4, `described ${type}`);
  const software = says('software', (meta.get('generator') ?? []).join(' ').toLowerCase());
  if (software) say(-6, `software ${software}`);
  if (elements(doc, 'pre', 2).length === 2 || elements(doc, 'code', 5).length === 5) say(-3, 'code');
  if (says('publicBodies', address.hostname)) say(-3, 'office');
  if ([...meta.keys()].some((name) => says('scholarlyMeta', name))) say(-4, 'journal');
  const { author, office } = claims;
  if (
    author &&
    !office &&
    [first(meta, 'og:site_name'), claims.publisher.name].includes(author) &&
    !says('newsNames', plain(author))
  )
    say(-2, 'author');
  const heading = (elements(doc, 'h1', 1)[0]?.textContent ?? '').trim();
  if (!isTold(story) && [elements(doc, 'title', 1)[0]?.textContent?.trim() ?? '', heading].some(isErrorMessage))
    say(-12, 'error');
  const [begin = '', end = ''] = [title[0], title.at(-1)];
  if (!claims.news && (isOwnPage(begin) || (isOwnPage(end) && isOwnPage(heading)))) say(-12, 'site');
  if (says('releases', `${begin}\n${story.text}`.toLowerCase())) say(-3, 'release');
}

/** Whether a title or heading, short as it is on such pages, says that there is no page. */
function isErrorMessage(text: string): boolean {
  return text.length < 100 && says('notFound', plain(text)) !== '';
}

/** Whether a title or heading is that of a page by which a site speaks of itself. */
function isOwnPage(text: string): boolean {
  return text.length < 100 && says('ownPages', plain(text)) !== '';
}

const MOST_LINKS = 250;
const MOST_LINKS_OF_A_FRONT = 800;

interface Links {
  /** With the words of the menu. */
  sections: Map<string, string>;
  /** Entries of menus that newspapers have not. */
  others: Set<string>;
  /** Links whose text is as long as a headline. */
  headlines: number;
  /** Links to footnotes. */
  notes: number;
  /** Links to a shopping cart. */
  carts: number;
}

function readLinks(doc: Document, most: number): Links {
  const links: Links = { sections: new Map(), others: new Set(), headlines: 0, notes: 0, carts: 0 };
  for (const link of elements(doc, 'a', most)) {
    const text = link.textContent ?? '';
    if (text.length > 600) continue;
    const name = text.trim();
    if (name.length <= 30) {
      for (const section of sectionsIn(name))
        if (weightOf(section) > 0) links.sections.set(section, name);
        else links.others.add(name.toLowerCase());
      if (/^\[\w{1,3}\]$/.test(name)) links.notes++;
      else if (says('carts', name.toLowerCase())) links.carts++;
    }
    if (lengthToReader(name) >= 30 && link.parentElement?.localName !== 'p') links.headlines++;
  }
  return links;
}

/** By which sections its menu speaks. */
function hearSections({ sections }: Links, say: Say): void {
  const weight = [...sections.keys()].reduce((sum, section) => sum + weightOf(section), 0);
  if (weight > 0) say(Math.min(4, weight), `sections ${[...sections.values()].join(', ')}`);
}

/** What many headlines say of a site with the menu or the name of a newspaper. */
function seeFront({ sections }: Links, title: string[], say: Say): void {
  if (sections.size >= 4) say(1, 'headlines');
  const name = title[0] ?? '';
  if (isTitleOfNews(name)) say(1.5, `titled ${name}`);
}

/** Whether a part of a title names a newspaper, not only its section of news. */
function isTitleOfNews(part: string): boolean {
  return part.length <= 40 && sectionsIn(part).length === 0 && says('newsNames', plain(part)) !== '';
}

function seeLinks({ notes, carts, others }: Links, say: Say): void {
  // One of them may be a story's tag.
  if (others.size > 1) say(-Math.min(3, others.size * 0.75), `menu ${[...others].join(', ')}`);
  if (notes >= 8) say(-3, 'notes');
  if (carts > 0) say(-2, 'cart');
}

/** A run of prose. */
interface Story {
  paragraphs: number;
  prose: number;
  quotes: number;
  /** Its beginning. */
  text: string;
}

const MOST_PARAGRAPHS = 200;
const MOST_DIVISIONS = 800;
const BEGINNING = 2000; // characters
const QUOTES = /[“”„«»「」『』‹›"]/g;

/** The longest story on the page: paragraphs that share one parent, or are alone in parents that share one; where there are none, lines between `<br>` or divisions of text alone. */
function readStory(doc: Document): Story {
  const stories = new Map<Node | null, Story>();
  let best: Story = { paragraphs: 0, prose: 0, quotes: 0, text: '' };
  const add = (key: Node | null, text: string) => {
    const length = lengthToReader(text);
    if (length < 80) return;
    const story = stories.get(key) ?? { paragraphs: 0, prose: 0, quotes: 0, text: '' };
    if (story.text.length < BEGINNING) story.text += `${text.slice(0, BEGINNING)}\n`;
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
  if (best.prose < 700)
    for (const division of elements(doc, 'div', MOST_DIVISIONS))
      if (!division.firstElementChild) add(division.parentNode, division.textContent ?? '');
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
