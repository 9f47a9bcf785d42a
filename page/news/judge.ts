// News or not: whether a page is a news article, a front page of news, or something else, and why. It sums up evidence:
// what the page claims of itself, which sections and names its site has, and how it is built. No host is known here.
import { elementsNamed } from '../elements.ts';
import { headlineOf } from '../headline.ts';
import { isArticleByMeta, readStructured } from '../structured.ts';
import { yieldToPage } from '../time-slices.ts';
import { type Claims, readClaims } from './claims.ts';
import {
  type AddEvidence,
  counterEvidence,
  counterEvidenceOfLinks,
  discountName,
  type PageClues,
  type Signal,
  scoreFrontPage,
  scorePublisher,
  scorePublisherNames,
  scorePublisherSections,
  scoreStructure,
  scoreTelling,
  weightOfSections,
} from './evidence.ts';
import { type Links, noLinks, readLinks } from './links.ts';
import { isStory, lengthToReader, readProse } from './prose.ts';
import type { NewsReason } from './reasons.ts';
import { isListOfItems, isNumbered } from './report.ts';
import { plainWords, type Vocabulary } from './vocabulary.ts';

export type NewsKind = 'article' | 'front' | 'other';

/** What a page was taken for, with the reasons in the order of their weight. */
export interface News {
  kind: NewsKind;
  because: NewsReason[];
}

export interface NewsJudge {
  /**
   * What kind of page this is. Cheap enough to ask of every page: a handful of bounded element lists and no layout, in
   * steps between which the page gets control. Never rejects.
   */
  judge(document: Document, url: URL): Promise<News>;
}

/** How much evidence makes news. */
const ENOUGH = 3;
/** How much makes it so surely that the links need not be read. */
const PLENTY = 5;
/** How much of it speaks for a publisher of news, whatever its page looks like. */
const ENOUGH_OF_A_PUBLISHER = 2;
/** How many links as long as headlines make a front page. */
const MANY_HEADLINES = 15;
const MOST_LINKS = 250;
const MOST_LINKS_OF_A_FRONT = 800;

export function createNewsJudge(vocabulary: Vocabulary): NewsJudge {
  return {
    async judge(document, url) {
      try {
        return await weighEvidence(document, url, vocabulary);
      } catch {
        // A page that is stranger than we thought is no news.
        return { kind: 'other', because: [{ kind: 'unreadable' }] };
      }
    },
  };
}

async function weighEvidence(document: Document, url: URL, vocabulary: Vocabulary): Promise<News> {
  const structured = readStructured(document);
  const address = URL.canParse(structured.address, url.href) ? new URL(structured.address, url.href) : url;
  const claims = readClaims(document, structured, vocabulary);
  const prose = readProse(document);
  const hasStory = isStory(prose);
  const isPersonal = prose.length >= 250 && vocabulary.isPersonal(prose.text, structured.language);
  const titleParts = titlePartsOf(document);
  const page: PageClues = { document, address, structured, claims, prose, titleParts, isPersonal };
  /** Signals of the site: of its publisher, its names and its sections. */
  const publisherSignals: Signal[] = [];
  const pageSignals: Signal[] = [];
  const addOfPublisher = addingTo(publisherSignals);
  const add = addingTo(pageSignals);

  scorePublisher(page, vocabulary, addOfPublisher);
  scorePublisherNames(page, vocabulary, addOfPublisher);
  if (vocabulary.match('datelines', prose.text)) addOfPublisher(1.5, { kind: 'dateline' });
  await yieldToPage();
  scoreStructure(page, vocabulary, add);
  counterEvidence(page, vocabulary, add);
  // What a newspaper counts is news: ten things that are known of a deal, the days of a strike.
  const isNumberedByNobody = isNumbered(prose) && weightOf(publisherSignals) < ENOUGH_OF_A_PUBLISHER;
  const isList = (hasStory || claims.newsType !== undefined) && (isNumberedByNobody || isListOfItems(document, prose));
  if (isList) add(-3, { kind: 'list' });
  let links = noLinks();
  if (!claims.newsType || !hasStory || weightOf([...publisherSignals, ...pageSignals]) < PLENTY) {
    await yieldToPage();
    links = readLinks(document, vocabulary, hasStory ? MOST_LINKS : MOST_LINKS_OF_A_FRONT);
    scorePublisherSections(links, vocabulary, addOfPublisher);
    const isNamed = publisherSignals.some(({ reason: { kind } }) => kind === 'named' || kind === 'titled');
    if (isNamed && isPersonal) discountName(links, vocabulary, addOfPublisher);
    counterEvidenceOfLinks(links, add);
    if (!hasStory && links.headlines.length >= MANY_HEADLINES) scoreFrontPage(links, page, vocabulary, add);
  }
  const publisher = weightOf(publisherSignals);
  scoreTelling(page, publisher, vocabulary, add);
  // Essays, shops and jokes call themselves news too. What a newspaper says besides makes the claim worth something:
  // more than one section, which may be a tag, and more than a name where there is nothing to read.
  const hasSections = links.sections.size > 1 && weightOfSections(links.sections, vocabulary) >= 0.75;
  const isCredible = !isList && (hasSections || publisher >= (hasStory ? 1.5 : 2));
  if (claims.newsType) add(isCredible ? 2 : 0.5, { kind: 'described', detail: claims.newsType });

  const signals = [...publisherSignals, ...pageSignals];
  const kind = weightOf(signals) < ENOUGH ? 'other' : kindOfNews(page, links, vocabulary);
  const because = signals
    .filter(({ weight }) => kind === 'other' || weight > 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ reason }) => reason);
  return { kind, because };
}

const addingTo =
  (signals: Signal[]): AddEvidence =>
  (weight, reason) =>
    void signals.push({ weight, reason });

const weightOf = (signals: readonly Signal[]): number => signals.reduce((total, { weight }) => total + weight, 0);

/** An article or a front page, now that it is news: a story to read, or headlines that lead to stories. */
function kindOfNews(page: PageClues, links: Links, vocabulary: Vocabulary): NewsKind {
  const { claims, prose, structured } = page;
  const isArticle = isArticleByMeta(structured.meta);
  const isDescribed = isDescribedAsOne(claims, isArticle && structured.meta.has('article:published_time'));
  const hasOwnText = !claims.isList && prose.length >= 250;
  if (links.headlines.length >= MANY_HEADLINES) {
    if (isDescribed || (hasOwnText && isHeaded(page, vocabulary))) return 'article';
    return 'front';
  }
  const hasStory = isStory(prose) && (claims.newsType || !claims.isList);
  return hasStory || isDescribed || isArticle || prose.length >= 400 ? 'article' : 'other';
}

/** Whether the page says that it is one piece of news, and no list of them. */
const isDescribedAsOne = ({ newsType, isList, isVideo }: Claims, isPublished: boolean): boolean =>
  newsType !== undefined || (!isList && isPublished) || isVideo;

/** Whether a headline of its own stands over the page, rather than a name or a link to a story. */
function isHeaded({ document, structured }: PageClues, vocabulary: Vocabulary): boolean {
  const headline = headlineOf(document, structured);
  if (!headline) return !['h1', 'h2', 'h3'].some((tag) => elementsNamed(document, tag, 1).length > 0);
  const text = headline.textContent ?? '';
  if (lengthToReader(text) < 25 || vocabulary.match('newsNames', plainWords(text))) return false;
  const title = elementsNamed(document, 'title', 1)[0]?.textContent ?? '';
  return title.includes(text.trim().slice(0, 20));
}

function titlePartsOf(document: Document): string[] {
  const title = elementsNamed(document, 'title', 1)[0]?.textContent ?? '';
  return title
    .slice(0, 300)
    .split(/\s+[-–—]\s+|\s*[|_·•»«:]\s*/)
    .map((part) => part.trim())
    .filter(Boolean);
}
