// Captures the article that a page shows: its facts, and its text as plain paragraphs. Nothing of the page is changed.
import { type Gazetteer, languageKey, openGazetteer } from '../../recognition/gazetteer.ts';
import { languageOf } from '../../recognition/language.ts';
import { createDateFinder, type DateFinder } from '../date/date-finder.ts';
import type { MonthNames } from '../date/months.ts';
import { headlineOf } from '../headline.ts';
import { createNewsJudge, type NewsJudge } from '../news/judge.ts';
import { lengthToReader } from '../news/prose.ts';
import { createVocabulary, type PressWords } from '../news/vocabulary.ts';
import { isArticleByMeta, isArticleThing, readStructured, type Structured } from '../structured.ts';
import { findBody } from './body.ts';
import { copyPage, copySelection } from './copy.ts';
import { addressOf, authorOf, pageTitleOf, publisherOf, taggedNames, titleOf } from './facts.ts';
import { linesOf } from './lines.ts';
import { isPartial } from './partial.ts';
import { boundText, plainText } from './plain-text.ts';
import { articleBodyOf, withArticleBody } from './stated-body.ts';
import { nextStep } from './steps.ts';

/** An article as it was captured. All of it is plain text of one line; none of it is markup. */
export interface Article {
  title: string | null;
  publisher: string | null;
  author: string | null;
  /** `YYYY-MM-DD`, the day of publication by the publisher's clock. */
  date: string | null;
  /** BCP 47; `und` where nothing tells. */
  language: string;
  /** `http(s)` without parameters that only follow readers, and without a fragment. */
  url: string | null;
  /** The text in order, standfirst and subheads included, the headline not. */
  paragraphs: string[];
  /** Names and subjects that the page itself gives: JSON-LD, keywords, links to pages of a subject. */
  tagged: string[];
  /** Whether only a beginning is there, as before a paywall. */
  partial: boolean;
  /** `no-article`: the page shows no text that is long enough, or only headlines of others. */
  problem: null | 'no-article';
}

/** With what a page is read: the dataset's texts, opened. */
export interface Reading {
  gazetteer: Gazetteer;
  dates: DateFinder;
  news: NewsJudge;
}

/** Words of the press and months as JSON, and the gazetteer's parts `languages` and `hints`. */
export type ReadingTexts = Readonly<Record<'press' | 'months' | 'languages' | 'hints', string>>;

/** Opens the texts of the dataset that capture needs: words of the press, months, and what tells languages apart. */
export function openReading(texts: ReadingTexts): Reading {
  const vocabulary = createVocabulary(JSON.parse(texts.press) as Partial<PressWords>);
  return {
    gazetteer: openGazetteer((part) => (texts as Readonly<Record<string, string>>)[part] ?? ''),
    dates: createDateFinder(JSON.parse(texts.months) as MonthNames, vocabulary),
    news: createNewsJudge(vocabulary),
  };
}

/** Characters, as a reader takes them (`lengthToReader`), below which a text is no article. */
const SHORTEST = 250;

/** What a page shows and what its reader has selected there, as both are now: neither waits for the other. */
export async function capturePage(
  document: Document,
  url: URL | null,
  reading: Reading,
  signal?: AbortSignal,
): Promise<{ article: Article; selection: Article | null }> {
  const [article, selection] = await Promise.all([
    captureArticle(document, url, reading, signal),
    captureSelection(document, url, reading),
  ]);
  return { article, selection };
}

/**
 * The article of a page. Its text, and what the page states of it, are read at one moment, so that a page that changes
 * meanwhile cannot mix two states. A date that is only printed is looked for at once, in the first steps. The work on
 * the copy is done in steps between which the page gets control.
 * Never rejects on account of the page; with the reason of `signal` where that stops it.
 */
export async function captureArticle(
  document: Document,
  url: URL | null,
  reading: Reading,
  signal?: AbortSignal,
): Promise<Article> {
  const { copy, isWhole } = copyPage(document);
  const structured = readStructured(document);
  const facts = factsOf(document, url, structured);
  const date = findDate(document, url, facts, reading);
  await nextStep(signal);
  const stated = articleBodyOf(structured);
  const body = await findBody(copy, facts.title, structured, stated, signal);
  await nextStep(signal);
  const paragraphs = boundText(withArticleBody(body.paragraphs, stated));
  const article = describe({ ...facts, paragraphs, date: await date }, structured.language, reading);
  const isOne = isLong(paragraphs) && (body.isContinuous || !(await isFront(document, url, structured, reading)));
  return {
    ...article,
    partial: !isWhole || body.endsAtPaywall || isPartial(structured, paragraphs, copy),
    problem: isOne ? null : 'no-article',
  };
}

/** What the reader has selected on a page; null where nothing is selected, or nothing but what was typed. */
async function captureSelection(document: Document, url: URL | null, reading: Reading): Promise<Article | null> {
  const selected = copySelection(document);
  const paragraphs = selected && boundText(linesOf(selected.copy).map(({ text }) => text));
  if (!paragraphs?.length) return null;
  const structured = readStructured(document);
  const facts = { ...factsOf(document, url, structured), title: pageTitleOf(document, url, structured) };
  const date = await findDate(document, url, facts, reading);
  return describe({ ...facts, paragraphs, date }, structured.language, reading);
}

type Facts = Pick<Article, 'title' | 'publisher' | 'author' | 'url' | 'tagged'>;

/** What the page says of its article, besides language and date. */
const factsOf = (document: Document, url: URL | null, structured: Structured): Facts => ({
  title: titleOf(structured, headlineOf(document, structured)),
  publisher: publisherOf(structured),
  author: authorOf(document, structured),
  url: addressOf(structured, url),
  tagged: taggedNames(document, structured),
});

async function findDate(
  document: Document,
  url: URL | null,
  facts: Facts,
  { dates }: Reading,
): Promise<Article['date']> {
  return (await dates.find(document, url ?? new URL(facts.url ?? 'about:blank')))?.date ?? null;
}

/** Captured paragraphs with what the page says of them. @param declared language, BCP 47, or '' */
function describe(
  captured: Facts & Pick<Article, 'paragraphs' | 'date'>,
  declared: string,
  { gazetteer }: Reading,
): Article {
  const text = [captured.title ?? '', ...captured.paragraphs].join(' ');
  return { ...captured, language: languageOfText(gazetteer, text, declared), partial: false, problem: null };
}

/** Whether the page leads to articles, and says of none that it is its own. */
async function isFront(
  document: Document,
  url: URL | null,
  { meta, things }: Structured,
  { news }: Reading,
): Promise<boolean> {
  if (!url || isArticleByMeta(meta) || things.some(isArticleThing)) return false;
  return (await news.judge(document, url)).kind === 'front';
}

/**
 * The language of a text as a BCP 47 tag: the declared one, with its region, unless the words plainly say otherwise.
 */
export function languageOfText(gazetteer: Gazetteer, text: string, declared: string): string {
  const tag = canonical(declared);
  const found = languageOf(gazetteer, text, tag);
  if (tag && (!found || languageKey(gazetteer, tag) === found)) return tag;
  return found ?? 'und';
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(plainText(tag).slice(0, 40))[0] ?? null;
  } catch {
    return null;
  }
}

const isLong = (paragraphs: readonly string[]): boolean =>
  paragraphs.reduce((sum, text) => sum + lengthToReader(text), 0) >= SHORTEST;
