// Drafts a story from an article: sentences, names, figures, and what the article says of them. README.md tells how.
import { foldText } from '../recognition/fold.ts';
import { BOUNDS, isDay } from '../stories/bounds.ts';
import type { StoryInput } from '../stories/format.ts';
import type { Article } from './article.ts';
import { withoutAuthors, withoutBylines } from './bylines.ts';
import { castOf } from './cast.ts';
import { datesIn } from './dates.ts';
import { type Figure, figuresOf } from './figure-records.ts';
import { digest, slug } from './ids.ts';
import type { Sentence } from './mention.ts';
import { readMentions } from './mentions.ts';
import { nounsOf } from './noun-runs.ts';
import type { Named } from './outside-quotations.ts';
import { quotationsOf } from './quotations.ts';
import { withSafeNames } from './safe-names.ts';
import { eventsOf, relationsOf, statementsOf } from './telling.ts';
import { inert, readText } from './text.ts';
import { type DraftingData, openVocabulary, type Vocabulary } from './vocabulary.ts';

const MOST_TAGGED = 500;
/** An address of the web, as the format takes it. */
const ADDRESS = /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][^\s"<>\\^`{|}]*)?$/i;
/** Sentences of the summary. */
const SUMMARY = 2;

/** A drafted story; `partial` where the page or a bound kept the end of the article away. */
export type Draft = StoryInput & { partial: boolean };

/**
 * Drafts a story. Takes time in proportion to the length of the article, which is bounded; never throws on any text.
 * @param data at least the article's language and English
 */
export function draft(captured: Article, data: DraftingData): Draft {
  const language = tagOf(captured.language);
  const v = openVocabulary(data, language);
  const article = withoutBylines(captured, v);
  const date = article.date && isDay(article.date) ? article.date : null;
  const { text, sentences, partial } = readText(article, v);
  const nouns = nounsOf(sentences, v);
  const mentions = sentences.flatMap((sentence) => readMentions(sentence, v, nouns));
  const tagged = new Set(article.tagged.slice(0, MOST_TAGGED).map((name) => foldText(name.slice(0, 100))));
  const cast = withoutAuthors(castOf(sentences, mentions, v, tagged), article, sentences, v);
  const figures = figuresOf(cast.slice(0, BOUNDS.figures), language, v);
  const named = namedIn(sentences, figures);
  const { quotations, speakers } = quotationsOf(sentences, named, language, v);
  const title = text[0]?.[0] ?? sentences[0]?.text ?? '';
  return {
    format: 'dramatis-story/1',
    id: slug(`${title.slice(0, 40)} ${digest(article.url ?? title)}`, new Set(), 'draft'),
    revision: 1,
    title: { [language]: title },
    made: { how: 'draft', by: null, licence: null },
    asOf: date ?? lastDay(sentences, v),
    sources: [
      {
        id: 'a',
        title: article.title === null ? null : title,
        publisher: inert(article.publisher),
        author: inert(article.author),
        url: addressOf(article.url),
        date,
        language,
        paragraphs: text.map((one) => one.length),
        text,
      },
    ],
    summary: summaryOf(sentences, language),
    figures: withSafeNames(
      figures.map(({ record }) => record),
      v.everyday,
    ),
    statements: statementsOf(sentences, named, speakers, language).slice(0, BOUNDS.statements),
    quotations,
    events: eventsOf(sentences, named, date, language, v),
    relations: relationsOf(sentences, named, language),
    open: [],
    partial: partial || article.partial,
  };
}

/** An address as the format takes it. */
const addressOf = (url: string | null): string | null =>
  url !== null && url.length <= BOUNDS.url && ADDRESS.test(url) ? url : null;

/** Which figures each sentence names, by its place in the list of all sentences. */
function namedIn(sentences: readonly Sentence[], figures: readonly Figure[]): Named[] {
  const named: { figure: Figure; start: number; end: number }[][] = sentences.map(() => []);
  for (const figure of figures)
    for (const { sentence, start, end } of figure.mentions) named[sentence.at]?.push({ figure, start, end });
  for (const list of named) list.sort((a, b) => a.start - b.start);
  return named;
}

/** The sentences that open the body. */
const summaryOf = (sentences: readonly Sentence[], language: string): NonNullable<StoryInput['summary']> =>
  sentences
    .filter(({ paragraph }) => paragraph > 0)
    .slice(0, SUMMARY)
    .map(({ text, paragraph, sentence }) => ({ text: { [language]: text }, cites: [`a:${paragraph}.${sentence}`] }));

/** The last day that the article gives in full; the first day of the calendar of computers where it gives none. */
function lastDay(sentences: readonly Sentence[], v: Vocabulary): string {
  const days = sentences.slice(0, 200).flatMap(({ text }) => datesIn(text, null, v).map(({ day }) => day));
  return days.sort().at(-1) ?? '1970-01-01';
}

/** A BCP 47 tag as the format takes it. */
const tagOf = (language: string): string => (/^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(language) ? language : 'und');
