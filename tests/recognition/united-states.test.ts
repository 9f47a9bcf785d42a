// How often the United States are found, and how often something else is taken for them, in every language.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createRecogniser } from '../../recognition/recognise.ts';
import { gazetteer } from './story.ts';

const RECALL = 0.98;
const PRECISION = 0.995;

const sentences = parse(readFileSync('tests/recognition/united-states.yaml', 'utf8')) as Record<string, string[]>;
const facts = { date: null, headlines: [], rejected: [], muted: [], frontPage: false };

interface Span {
  start: number;
  end: number;
}

/** A sentence without its brackets, and what stood in them. */
function unmarked(sentence: string): { text: string; wanted: Span[] } {
  const wanted: Span[] = [];
  let text = '';
  for (const [at, part] of sentence.split(/[[\]]/).entries()) {
    if (at % 2) wanted.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, wanted };
}

/** What is missed and what is wrong in one sentence; a span is right where it overlaps a marked one. */
function compare(language: string, sentence: string): { right: number; missed: string[]; wrong: string[] } {
  const { text, wanted } = unmarked(sentence);
  const recogniser = createRecogniser(gazetteer, language);
  const blocks = [{ text, candidates: recogniser.read({ text, lang: null }) }];
  const { mentions } = recogniser.resolve(blocks, facts);
  const found = mentions.filter(({ figure }) => figure === 'united-states');
  const overlap = (one: Span, other: Span) => one.start < other.end && other.start < one.end;
  const missed = wanted.filter((one) => !found.some((other) => overlap(one, other)));
  const wrong = found.filter((one) => !wanted.some((other) => overlap(one, other)));
  const say = (spans: Span[]) => spans.map(({ start, end }) => `${language}: ${text.slice(start, end)} in “${text}”`);
  return { right: wanted.length - missed.length, missed: say(missed), wrong: say(wrong) };
}

describe('the United States', () => {
  const all = Object.entries(sentences).flatMap(([language, list]) => list.map((one) => compare(language, one)));

  it('have four sentences and one about something else in every language', () => {
    const codes = readdirSync('data/languages').flatMap((file) => /^([a-z]{2})\.yaml$/.exec(file)?.[1] ?? []);
    expect(Object.keys(sentences).sort()).toEqual(codes.sort());
    for (const [language, list] of Object.entries(sentences)) {
      const marked = list.filter((sentence) => sentence.includes('[')).length;
      expect([language, marked >= 4, list.length > marked]).toEqual([language, true, true]);
    }
  });

  it(`are found with a recall of ${RECALL} at a precision of ${PRECISION}`, () => {
    const right = all.reduce((sum, one) => sum + one.right, 0);
    const missed = all.flatMap((one) => one.missed);
    const wrong = all.flatMap((one) => one.wrong);
    const recall = right / (right + missed.length);
    const precision = right / (right + wrong.length);
    console.info(
      [`recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}`, ...missed, 'Wrong:', ...wrong].join('\n'),
    );
    expect(recall).toBeGreaterThanOrEqual(RECALL);
    expect(precision).toBeGreaterThanOrEqual(PRECISION);
  });
});
