// Drafts a story from an article: sentences, names, figures, and what the article says of them. README.md tells how.
import { foldText } from '../recognition/fold.ts';
import type { Article } from './article.ts';
import { type Cluster, groupForms, joinInflected, joinPeople, wordsOf as nameWords } from './figures.ts';
import { kindOf, score } from './kinds.ts';
import type { Mention, Sentence } from './mention.ts';
import { readMentions } from './mentions.ts';
import { sentencesOf } from './sentences.ts';
import type { DraftFigure, DraftStory } from './story.ts';
import { type DraftingData, openVocabulary, type Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** Text that is drafted, in UTF-16 code units, and its sentences; what comes behind is left out and said so. */
const MOST_TEXT = 1_000_000;
const MOST_SENTENCES = 20_000;
const MOST_FIGURES = 2000;

/** Drafts a story. Linear in the length of the article, which is bounded; never throws on any text. */
export function draft(article: Article, data: DraftingData): DraftStory {
  const v = openVocabulary(data, article.language);
  const { text, sentences, partial } = readText(article, v);
  const mentions = sentences.flatMap((sentence) => readMentions(sentence, v));
  const tagged = new Set(article.tagged.slice(0, 500).map((name) => foldText(name).slice(0, 100)));
  const clusters = clustersOf(mentions, v, tagged);
  const figures = clusters.slice(0, MOST_FIGURES).map((cluster, at) => figureOf(cluster, at, article.language));
  return {
    format: 'dramatis-story/1',
    id: 'draft',
    revision: 1,
    title: { [article.language]: article.title ?? '' },
    made: { how: 'draft', by: null, licence: null },
    asOf: article.date,
    sources: [
      {
        id: 'a',
        title: article.title,
        publisher: article.publisher,
        author: article.author,
        url: article.url,
        date: article.date,
        language: article.language,
        paragraphs: text.map((one) => one.length),
        text,
      },
    ],
    summary: [],
    figures,
    statements: [],
    quotations: [],
    events: [],
    relations: [],
    open: [],
    partial: partial || article.partial,
  };
}

function readText(article: Article, v: Vocabulary): { text: string[][]; sentences: Sentence[]; partial: boolean } {
  const segmenter = segmenterOf(v.code, 'sentence');
  const text: string[][] = [article.title?.trim() ? [article.title.replace(/\s+/gu, ' ').trim().slice(0, 1000)] : []];
  const sentences: Sentence[] = [];
  let length = 0;
  let partial = false;
  const add = (written: string, paragraph: number, at: number) => {
    const words = wordsOf(written, v);
    sentences.push({ at: sentences.length, paragraph, sentence: at, text: written, words, shouted: isShouted(words) });
  };
  for (const [at, one] of (text[0] ?? []).entries()) add(one, 1, at + 1);
  for (const paragraph of article.paragraphs) {
    length += paragraph.length;
    if (length > MOST_TEXT || sentences.length >= MOST_SENTENCES) {
      partial = true;
      break;
    }
    const cut = sentencesOf(paragraph, v, segmenter).slice(0, MOST_SENTENCES);
    if (cut.length === 0) continue;
    text.push(cut);
    for (const [at, one] of cut.entries()) add(one, text.length, at + 1);
  }
  return { text, sentences, partial };
}

function segmenterOf(code: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(code, { granularity });
  } catch {
    return new Intl.Segmenter('und', { granularity });
  }
}

/** Set in capitals as a whole. */
function isShouted(words: readonly { text: string; capitals: boolean }[]): boolean {
  const long = words.filter(({ text }) => text.length > 2 && /\p{L}/u.test(text));
  return long.length > 2 && long.filter(({ capitals }) => capitals).length / long.length > 0.7;
}

function clustersOf(mentions: readonly Mention[], v: Vocabulary, tagged: ReadonlySet<string>): Cluster[] {
  const groups = joinInflected(groupForms(mentions), v);
  for (const group of groups) group.kind = kindOf(score(group, v, tagged));
  const surnames = new Set(groups.filter(({ kind }) => kind === 'person').flatMap((group) => nameWords(group)));
  const people = groups.filter(
    (group) => group.kind === 'person' || (group.kind === null && nameWords(group).length === 1 && surnames.size > 0),
  );
  joinPeople(people, v);
  return groups
    .filter(({ mentions: own, kind }) => own.length > 0 && kind !== null)
    .sort((a, b) => b.mentions.length - a.mentions.length);
}

function figureOf({ mentions, kind }: Cluster, at: number, language: string): DraftFigure {
  const forms = new Map<string, number>();
  for (const { text } of mentions) forms.set(text, (forms.get(text) ?? 0) + 1);
  const byLength = [...forms].sort((a, b) => b[0].split(' ').length - a[0].split(' ').length || b[1] - a[1]);
  const name = byLength[0]?.[0] ?? '';
  return {
    id: `f${at + 1}`,
    kind: kind ?? 'person',
    name: { [language]: name },
    role: null,
    names: {
      given: [],
      middle: [],
      surname: [],
      full: [],
      aliases: [],
      others: [],
      alone: [],
      strength: 'weak',
      sex: null,
    },
    needs: null,
    country: null,
    offices: [],
    same: [],
    drawn: { forms: [...forms.keys()].slice(0, 64), count: mentions.length },
  };
}
