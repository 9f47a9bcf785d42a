// What speaks for and against a page being news, piece by piece, and how much each weighs; judge.ts has the weights
// that depend on other pieces. They are set by hand, so that all pages in tests/page/fixtures are judged rightly.
import { elementsNamed, firstMatching } from '../elements.ts';
import { firstMeta, isArticleByMeta, type Structured } from '../structured.ts';
import { type Claims, isOfKind } from './claims.ts';
import { readHeadlines } from './headlines.ts';
import type { Links } from './links.ts';
import { isShortReport, isStory, type Prose } from './prose.ts';
import { listed, type NewsReason } from './reasons.ts';
import { isDatedReport, quotesOthers, tellsResults } from './report.ts';
import { plainWords, SLIGHT, type Vocabulary } from './vocabulary.ts';

/** One piece of evidence, for (positive) or against (negative) a page being news. */
export interface Signal {
  weight: number;
  reason: NewsReason;
}

export type AddEvidence = (weight: number, reason: NewsReason) => void;

/** What is known of a page before its links are read. */
export interface PageClues {
  document: Document;
  address: URL;
  structured: Structured;
  claims: Claims;
  prose: Prose;
  /** The parts of its title: usually a headline and the name of the site. */
  titleParts: string[];
  /** Whether there is a story that its writer tells to the reader, as blogs, essays and advertisements do. */
  isPersonal: boolean;
}

/** Who publishes the page, and whether for readers of news. */
export function scorePublisher({ claims, structured }: PageClues, vocabulary: Vocabulary, add: AddEvidence): void {
  const isPress = isOfKind(vocabulary, 'pressTypes');
  if ([...claims.types, ...claims.publisher.types].some(isPress)) add(2.5, { kind: 'publisher' });
  if ([...structured.meta.keys()].some((name) => vocabulary.match('pressMeta', name))) add(2, { kind: 'metadata' });
}

/**
 * How its story is told: about others, and in the form of a report.
 * @param publisher how much speaks for the publisher
 */
export function scoreTelling(
  { document, structured, claims, prose, isPersonal }: PageClues,
  publisher: number,
  vocabulary: Vocabulary,
  add: AddEvidence,
): void {
  const hasResults = tellsResults(prose);
  const tone = hasResults ? 1 : vocabulary.newsTone(prose.text, structured.language);
  if (tone === 0) return;
  // Notices are dated, too, but nobody speaks in them.
  const mayBeReport = tone === 1 && !isPersonal && isShortReport(prose) && (hasResults || quotesOthers(prose));
  const isReport =
    mayBeReport && isDatedReport(document, structured, hasResults || isSigned(document, claims), vocabulary);
  // Announcements of firms and clubs are told as news is, too.
  add(tone * (publisher >= 1 || isReport ? 1 : 0.5), { kind: 'told' });
  if (isReport) add(2, { kind: 'dated' });
}

/** What its site is called, and in which section the page stands. */
export function scorePublisherNames(
  { structured, claims, titleParts, address }: PageClues,
  vocabulary: Vocabulary,
  add: AddEvidence,
): void {
  const { meta, things } = structured;
  const sites = things.filter(({ types }) => types.includes('WebSite')).map((site) => site.text('name'));
  const names = [firstMeta(meta, 'og:site_name'), firstMeta(meta, 'application-name'), claims.publisher.name, ...sites];
  const other = names.find((name) => vocabulary.match('otherNames', plainWords(name)));
  const news = names.find((name) => vocabulary.match('newsNames', plainWords(name)));
  const last = titleParts.length > 1 ? (titleParts.at(-1) ?? '') : '';
  if (other || vocabulary.match('otherNames', plainWords(last))) add(-2, { kind: 'named', detail: other || last });
  else if (news) add(1.5, { kind: 'named', detail: news });
  else if (namesNewspaper(last, vocabulary)) add(1.5, { kind: 'titled', detail: last });
  const stated = [firstMeta(meta, 'article:section'), ...things.map((thing) => thing.text('articleSection'))];
  const path = address.pathname.split('/').slice(1, 4);
  const [weight = SLIGHT] = [...stated, ...path.map((part) => part.replaceAll('-', ' '))]
    .flatMap((text) => vocabulary.sectionsIn(text))
    .map((section) => vocabulary.weightOf(section))
    .sort((a, b) => b - a);
  if (weight !== SLIGHT) add(weight, { kind: 'section' });
}

/** What sections count together that firms and blogs have too. */
const MOST_SLIGHT = 0.5;

/** How many sections of newspapers its menu has. */
export function scorePublisherSections({ sections }: Links, vocabulary: Vocabulary, add: AddEvidence): void {
  const weight = weightOfSections(sections, vocabulary);
  if (weight > 0) add(Math.min(4, weight), { kind: 'sections', detail: listed(sections.values()) });
}

/** How much sections of a menu say together. */
export function weightOfSections(sections: Links['sections'], vocabulary: Vocabulary): number {
  const weights = [...sections.keys()].map(vocabulary.weightOf);
  const slight = weights.filter((weight) => weight === SLIGHT);
  return sumOf(weights) - sumOf(slight) + Math.min(MOST_SLIGHT, sumOf(slight));
}

/** Takes back what a name said over a personal story: blogs call themselves news too, but have no sections. */
export function discountName({ sections }: Links, vocabulary: Vocabulary, add: AddEvidence): void {
  if ([...sections.keys()].every((name) => vocabulary.weightOf(name) === SLIGHT)) add(-1.5, { kind: 'author' });
}

/** How an article is built, whoever publishes it: never enough by itself, and little without a story to read. */
export function scoreStructure(
  { document, structured, claims, prose }: PageClues,
  vocabulary: Vocabulary,
  add: AddEvidence,
): void {
  const hasStory = isStory(prose);
  const isCalledArticle = isArticleByMeta(structured.meta) || claims.types.some(isOfKind(vocabulary, 'articleTypes'));
  // What the page is called counts twice.
  const signs = [isCalledArticle, isCalledArticle, isSigned(document, claims), hasStory, prose.quotes >= 4].filter(
    Boolean,
  ).length;
  if (signs > 0) add(Math.min(hasStory ? 2 : 1, signs / 2), { kind: 'built' });
}

const VERY_MANY_HEADLINES = 40;

/** What many headlines say: of a site with the menu or the name of a newspaper, and by being of one day. */
export function scoreFrontPage(
  { sections, headlines }: Links,
  { titleParts }: PageClues,
  vocabulary: Vocabulary,
  add: AddEvidence,
): void {
  const name = titleParts[0] ?? '';
  if (namesNewspaper(name, vocabulary)) add(1.5, { kind: 'titled', detail: name });
  // Lists of threads, jobs and goods are of today, too.
  if (sections.size === 0) return;
  const { ofTheDay, priced, questions, leadAway, areHeadings } = readHeadlines(headlines, vocabulary);
  const many = (sections.size >= 4 ? 1 : 0) + (sections.size >= 2 && headlines.length >= VERY_MANY_HEADLINES ? 0.5 : 0);
  if (many > 0) add(many, { kind: 'headlines' });
  // Weekly letters, blogs and press rooms never have many of one day.
  if (ofTheDay >= 8 && !leadAway) add((ofTheDay >= 15 ? 2.5 : 1.5) + (areHeadings ? 0.5 : 0), { kind: 'dated' });
  if (priced >= 8) add(-3, { kind: 'prices' });
  if (questions * 2 > headlines.length) add(-3, { kind: 'list' });
}

/** What speaks against news, however much speaks for it. */
export function counterEvidence(
  { document, structured: { meta }, claims, titleParts, prose, address }: PageClues,
  vocabulary: Vocabulary,
  add: AddEvidence,
): void {
  const type =
    [...claims.types, ...claims.publisher.types].find(isOfKind(vocabulary, 'otherTypes')) ||
    vocabulary.match('otherKinds', firstMeta(meta, 'og:type').toLowerCase());
  if (type) add(-4, { kind: 'described', detail: type });
  const software = vocabulary.match('software', (meta.get('generator') ?? []).join(' ').toLowerCase());
  if (software) add(-6, { kind: 'software', detail: software });
  if (elementsNamed(document, 'pre', 2).length === 2 || elementsNamed(document, 'code', 5).length === 5)
    add(-3, { kind: 'code' });
  if (vocabulary.match('publicBodies', address.hostname)) add(-3, { kind: 'office' });
  if ([...meta.keys()].some((name) => vocabulary.match('scholarlyMeta', name))) add(-4, { kind: 'journal' });
  const { author, isAuthorOffice } = claims;
  if (
    author &&
    !isAuthorOffice &&
    [firstMeta(meta, 'og:site_name'), claims.publisher.name].includes(author) &&
    !vocabulary.match('newsNames', plainWords(author))
  )
    add(-2, { kind: 'author' });
  // Titles and headings of such pages are short.
  const matches = (kind: 'notFound' | 'ownPages', text: string) =>
    text.length < 100 && vocabulary.match(kind, plainWords(text)) !== '';
  const heading = (elementsNamed(document, 'h1', 1)[0]?.textContent ?? '').trim();
  const title = elementsNamed(document, 'title', 1)[0]?.textContent?.trim() ?? '';
  if (!isStory(prose) && (matches('notFound', title) || matches('notFound', heading))) add(-12, { kind: 'error' });
  const [begin = '', end = ''] = [titleParts[0], titleParts.at(-1)];
  if (!claims.newsType && (matches('ownPages', begin) || (matches('ownPages', end) && matches('ownPages', heading))))
    add(-12, { kind: 'site' });
  if (vocabulary.match('releases', `${begin}\n${prose.text}`.toLowerCase())) add(-3, { kind: 'release' });
}

/** What speaks against news among the links. */
export function counterEvidenceOfLinks({ notes, carts, others }: Links, add: AddEvidence): void {
  // One of them may be a story's tag.
  if (others.size > 1) add(-Math.min(3, others.size * 0.75), { kind: 'menu', detail: listed(others) });
  if (notes >= 8) add(-3, { kind: 'notes' });
  if (carts > 0) add(-2, { kind: 'cart' });
}

/** Whether the page says who wrote it. */
const isSigned = (document: Document, { author }: Claims): boolean =>
  author !== '' || firstMatching(document, '[rel~="author"],[itemprop~="author"]') !== null;

const sumOf = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0);

/** Whether a part of a title names a newspaper, not only its section of news. */
function namesNewspaper(part: string, vocabulary: Vocabulary): boolean {
  if (part.length > 40 || vocabulary.sectionsIn(part).length > 0) return false;
  return vocabulary.match('newsNames', plainWords(part)) !== '';
}
