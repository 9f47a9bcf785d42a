// What the article says of its figures: the sentences that name them, who is named with whom, and what it dates.
import type { StoryInput } from '../stories/format.ts';
import { datesIn } from './dates.ts';
import type { Figure } from './figure-records.ts';
import type { Sentence } from './mention.ts';
import type { Named } from './outside-quotations.ts';
import type { Vocabulary } from './vocabulary.ts';

type Statement = NonNullable<StoryInput['statements']>[number];
type Relation = NonNullable<StoryInput['relations']>[number];
type Event = NonNullable<StoryInput['events']>[number];

/** Figures of one sentence that are told: a list of a hundred names tells nothing of any. */
const MOST_NAMED = 16;
/** Pairs that are kept, and sentences of each. */
const MOST_RELATIONS = 500;
const MOST_STEPS = 8;
const MOST_EVENTS = 200;
/** Sentences that open an article tell most. */
const OPENING = 6;

const citeOf = ({ paragraph, sentence }: Sentence): string => `a:${paragraph}.${sentence}`;

/** Each figure of a sentence once. */
const distinct = (named: Named): Figure[] => [...new Set(named.map(({ figure }) => figure))].slice(0, MOST_NAMED);

/** Sentences of the body that name a figure, verbatim. */
export function statementsOf(
  sentences: readonly Sentence[],
  named: readonly Named[],
  speakers: ReadonlyMap<number, Figure>,
  language: string,
): Statement[] {
  const statements: Statement[] = [];
  for (const sentence of sentences) {
    const figures = distinct(named[sentence.at] ?? []);
    if (sentence.paragraph === 0 || figures.length === 0) continue;
    const speaker = speakers.get(sentence.at);
    statements.push({
      id: `s${statements.length + 1}`,
      text: { [language]: sentence.text },
      cites: [citeOf(sentence)],
      mode: speaker ? 'said' : 'reported',
      by: speaker?.id ?? null,
      figures: figures.map(({ id }) => id),
      weight: weightOf(sentence, figures),
      verbatim: true,
    });
  }
  return statements;
}

/** Most telling: what opens the article, names several people, and has a verb's worth of words. */
function weightOf({ paragraph, text, words }: Sentence, figures: readonly Figure[]): 1 | 2 | 3 {
  const people = figures.filter(({ kind }) => kind === 'person').length;
  let points = 0;
  if (paragraph <= OPENING) points++;
  if (people > 0) points++;
  if (people > 1 || figures.length > 2) points++;
  if (/\p{N}/u.test(text)) points += 0.5;
  if (words.length > 0 && words.length < 6) points -= 1.5;
  return points >= 2.5 ? 3 : points >= 1.5 ? 2 : 1;
}

/** Who is named with whom: pairs with a person in them, those named together most often first. */
export function relationsOf(sentences: readonly Sentence[], named: readonly Named[], language: string): Relation[] {
  const pairs = new Map<string, { between: [string, string]; sentences: Sentence[] }>();
  for (const sentence of sentences) {
    const figures = distinct(named[sentence.at] ?? []);
    for (const [at, one] of figures.entries())
      for (const other of figures.slice(at + 1)) {
        if (one.kind !== 'person' && other.kind !== 'person') continue;
        const between: [string, string] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
        const key = between.join(' ');
        const pair = pairs.get(key) ?? { between, sentences: [] };
        if (pair.sentences.length < MOST_STEPS) pair.sentences.push(sentence);
        pairs.set(key, pair);
      }
  }
  return [...pairs.values()]
    .sort((a, b) => b.sentences.length - a.sentences.length)
    .slice(0, MOST_RELATIONS)
    .map(({ between, sentences: steps }, at) => ({
      id: `r${at + 1}`,
      between,
      label: null,
      course: steps.map((sentence) => ({ text: { [language]: sentence.text }, cites: [citeOf(sentence)] })),
    }));
}

/** Sentences that give a day, in the order of the days. */
export function eventsOf(
  sentences: readonly Sentence[],
  named: readonly Named[],
  date: string | null,
  language: string,
  v: Vocabulary,
): Event[] {
  const events: Event[] = [];
  for (const sentence of sentences) {
    const figures = distinct(named[sentence.at] ?? []);
    if (sentence.paragraph === 0 || figures.length === 0 || events.length >= MOST_EVENTS) continue;
    const [first] = datesIn(sentence.text, date, v);
    if (!first) continue;
    events.push({
      id: `e${events.length + 1}`,
      title: { [language]: sentence.text },
      date: first.day,
      when: { [language]: first.written },
      planned: date !== null && first.day > date,
      figures: figures.map(({ id }) => id),
      cites: [citeOf(sentence)],
    });
  }
  return events.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
}
