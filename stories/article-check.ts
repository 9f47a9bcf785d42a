// Compares a story with the article it is drawn from: the same sentences, quotations verbatim, all else in our
// own words.
import type { Story } from './format.ts';
import type { LanguageFile } from './language.ts';
import { expand } from './patterns.ts';
import { splitCitation } from './story.ts';

/** A run of this many words of the article, outside its direct quotations, counts as copied. */
const COPIED_WORDS = 5;

/** An article: its headline and, paragraph by paragraph, its sentences. */
export interface Article {
  headline: string;
  paragraphs: string[][];
}

/**
 * Reads an article: the first line is the headline, every further line that is not empty a paragraph.
 * @param language the file of its language
 */
export function readArticle(text: string, language: LanguageFile): Article {
  const [headline = '', ...paragraphs] = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  return { headline, paragraphs: paragraphs.map((paragraph) => splitSentences(paragraph, language)) };
}

/** Words with which an attribution behind a quotation may begin before its verb of saying. */
const MOST_BEFORE_VERB = 5;

/** "Mr.", and by their shape initials and "U.S.": a full stop that ends no sentence. */
function endsInAbbreviation(text: string, abbreviations: readonly string[]): boolean {
  const [, word = ''] = /(?:^|\s)(\S+)\.$/.exec(text) ?? [];
  return /^["“(]?(?:\p{L}\.)*\p{L}$/u.test(word) || abbreviations.includes(word);
}

/** "Ann Lee said": a verb of saying behind a word or some. */
function isAttribution(text: string, verbs: ReadonlySet<string>): boolean {
  const words = text.split(/\s+/, MOST_BEFORE_VERB + 1);
  return words.some((word, at) => at > 0 && verbs.has(word.replace(/\P{L}+$/u, '')));
}

/**
 * Splits a paragraph into sentences. A quotation with its attribution is one sentence, also where the words end with a
 * mark of their own ("“Why?” Anna asked."); an abbreviation ends none.
 */
export function splitSentences(paragraph: string, { drafting }: LanguageFile): string[] {
  const abbreviations = drafting?.abbreviations ?? [];
  const verbs = new Set(drafting?.saying?.flatMap(expand));
  const sentences: string[] = [];
  let start = 0;
  for (const end of paragraph.matchAll(/[.!?…]+([”"’')]*)\s+(?=[“"‘(]?[\p{Lu}\d])/gu)) {
    const stop = end.index + end[0].trimEnd().length;
    const sentence = paragraph.slice(start, stop);
    const closed = /[”"]$/.test(sentence);
    if (!closed && endsInAbbreviation(sentence, abbreviations)) continue;
    if (insideQuotation(sentence)) continue;
    if (closed && isAttribution(paragraph.slice(end.index + end[0].length), verbs) && /^[“"]/.test(sentence)) continue;
    sentences.push(sentence);
    start = end.index + end[0].length;
  }
  const rest = paragraph.slice(start).trim();
  return rest ? [...sentences, rest] : sentences;
}

function insideQuotation(text: string): boolean {
  const curly = text.split('“').length - text.split('”').length;
  const straight = text.split('"').length - 1;
  return curly > 0 || straight % 2 === 1;
}

/** Sentences in each paragraph of a story's article, without the headline. */
export const sentenceCounts = ({ sources }: Story): number[] => sources[0]?.paragraphs.slice(1) ?? [];

/**
 * What does not agree with the article; empty when all does. Each fault is a sentence that names the record.
 */
export function compareWithArticle(story: Story, article: Article): string[] {
  return [
    ...compareShape(sentenceCounts(story), article),
    ...compareQuotations(story, article),
    ...compareCitations(story, article),
    ...findCopies(story, article),
  ];
}

function compareShape(counts: readonly number[], { paragraphs }: Article): string[] {
  const faults: string[] = [];
  if (counts.length !== paragraphs.length)
    faults.push(`The dataset counts ${counts.length} paragraphs, the article has ${paragraphs.length}.`);
  paragraphs.forEach((paragraph, at) => {
    const count = counts[at];
    if (count !== undefined && count !== paragraph.length)
      faults.push(`The dataset counts ${count} sentences in paragraph ${at + 1}, the article has ${paragraph.length}.`);
  });
  return faults;
}

function compareQuotations(story: Story, article: Article): string[] {
  const faults: string[] = [];
  const quotations = story.quotations.map(({ id, words, language, cite }) => ({
    id,
    place: placeOf(cite),
    words: plain(words[language] ?? ''),
  }));
  for (const { id, words, place } of quotations) {
    const sentence = sentenceAt(article, place);
    if (sentence !== undefined && !quotationsIn(sentence).some((quoted) => plain(quoted).includes(words)))
      faults.push(`The quotation “${id}” does not stand between quotation marks in sentence ${place}.`);
  }
  for (const [place, sentence] of sentencesOf(article))
    for (const quoted of quotationsIn(sentence))
      if (!quotations.some((quotation) => quotation.place === place && plain(quoted).includes(quotation.words)))
        faults.push(`Sentence ${place} quotes “${quoted}”, which no quotation of the dataset holds.`);
  return faults;
}

function compareCitations(story: Story, article: Article): string[] {
  const faults: string[] = [];
  const told = new Set<string>();
  const cited = (record: string, cites: readonly string[]) => {
    for (const place of cites.map(placeOf))
      if (sentenceAt(article, place) === undefined)
        faults.push(`${record} cites ${place}, which the article does not have.`);
  };
  for (const { id, cites, mode } of story.statements) {
    cited(`The statement “${id}”`, cites);
    if (mode !== 'ours') for (const cite of cites) told.add(placeOf(cite));
  }
  for (const [at, { cites }] of story.summary.entries()) cited(`Sentence ${at + 1} of the summary`, cites);
  for (const { id, cite } of story.quotations) cited(`The quotation “${id}”`, [cite]);
  for (const { id, cites } of story.events) cited(`The event “${id}”`, cites);
  for (const { id, cites } of story.open) cited(`The question “${id}”`, cites);
  for (const { id, course } of story.relations) for (const { cites } of course) cited(`The relation “${id}”`, cites);
  for (const [cite] of sentencesOf(article))
    if (cite !== '0.1' && !told.has(cite)) faults.push(`Sentence ${cite} of the article is told by no statement.`);
  return faults;
}

/** Runs of the article's words in any text of the dataset but its quotations, which may be cited. */
function findCopies(story: Story, article: Article): string[] {
  const texts = [article.headline, ...article.paragraphs.map((sentences) => sentences.join(' '))];
  const runs = new Set(texts.flatMap(runsIn));
  const faults: string[] = [];
  for (const [place, text] of textsOf(story)) {
    const words = wordsOf(text);
    // One fault for one copy, however long: a run that follows on from a copied one is not told again.
    let before = false;
    for (let at = 0; at + COPIED_WORDS <= words.length; at++) {
      const run = words.slice(at, at + COPIED_WORDS).join(' ');
      const copied = runs.has(run);
      if (copied && !before) faults.push(`${place} copies the article: “${run} …”. Say it in other words.`);
      before = copied;
    }
  }
  return faults;
}

/** All runs of COPIED_WORDS words that do not lie wholly within one direct quotation. */
function runsIn(paragraph: string): string[] {
  const words: { word: string; quotation: number }[] = [];
  // Odd parts stand between quotation marks.
  paragraph.split(/[“”"]/).forEach((part, at) => {
    for (const word of wordsOf(part)) words.push({ word, quotation: at % 2 === 1 ? at : 0 });
  });
  const runs: string[] = [];
  for (let at = 0; at + COPIED_WORDS <= words.length; at++) {
    const run = words.slice(at, at + COPIED_WORDS);
    const [first] = run;
    if (first?.quotation && run.every(({ quotation }) => quotation === first.quotation)) continue;
    runs.push(run.map(({ word }) => word).join(' '));
  }
  return runs;
}

/** What is not told to readers, and words that are quoted. */
const NOT_TOLD: readonly string[] = ['words', 'names', 'languages'];

/** Every text of the story with where it stands. */
function* textsOf(value: unknown, place = 'The story'): Generator<[place: string, text: string]> {
  if (typeof value === 'string') yield [place, value];
  else if (Array.isArray(value))
    for (const [at, item] of value.entries()) {
      const id = typeof item === 'object' && item !== null && 'id' in item ? `“${item.id}”` : at + 1;
      yield* textsOf(item, `${place}, ${id}`);
    }
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value))
      if (!NOT_TOLD.includes(key)) yield* textsOf(item, `${place}, ${key}`);
}

function* sentencesOf({ headline, paragraphs }: Article): Generator<[cite: string, sentence: string]> {
  yield ['0.1', headline];
  for (const [paragraph, sentences] of paragraphs.entries())
    for (const [at, sentence] of sentences.entries()) yield [`${paragraph + 1}.${at + 1}`, sentence];
}

const placeOf = (cite: string): string => splitCitation(cite).place;

function sentenceAt(article: Article, cite: string): string | undefined {
  for (const [at, sentence] of sentencesOf(article)) if (at === cite) return sentence;
  return undefined;
}

/** What stands between double quotation marks. */
function quotationsIn(sentence: string): string[] {
  return [...sentence.matchAll(/[“"]([^“”"]+)[”"]/g)].map(([, words = '']) => words);
}

/** Typography taken out: quotation marks and apostrophes straight, an ellipsis one character, spaces single. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replaceAll('...', '…')
    .replace(/\s+/g, ' ')
    .trim();
}

function wordsOf(text: string): string[] {
  return (
    plain(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? []
  );
}
