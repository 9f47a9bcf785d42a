// What holds for every text in every language: mentions lie in their texts, in order, of figures that exist, each with
// evidence.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '../../recognition/fold.ts';
import { createRecogniser, type Recogniser } from '../../recognition/recognise.ts';
import type { PageFacts } from '../../recognition/resolve.ts';
import { patient, patientWithLongTexts, runs } from '../fuzz/runs.ts';
import { LANGUAGES, language, textIn } from '../fuzz/texts.ts';
import { gazetteer } from './story.ts';

const figures = new Set([...gazetteer.figures.values()].filter(({ kind }) => kind !== 'group').map(({ id }) => id));
const recognisers = new Map<string, Recogniser>();
const recogniserOf = (tongue: string) => {
  const known = recognisers.get(tongue) ?? createRecogniser(gazetteer, tongue);
  recognisers.set(tongue, known);
  return known;
};

/** A page: its language, its blocks, and what is known of it. */
const page = language.chain((tongue) =>
  fc.record({
    tongue: fc.constant(tongue),
    blocks: fc.array(
      fc.record({
        text: fc.oneof({ weight: 9, arbitrary: textIn(tongue) }, { weight: 1, arbitrary: language.chain(textIn) }),
        lang: fc.oneof(
          { weight: 9, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.constantFrom(...LANGUAGES, 'xx', '', '-', 'EN_us') },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    date: fc.constantFrom(null, '2026-01-08', '2024-05-01', '', 'soon'),
    headlines: fc.array(textIn(tongue), { maxLength: 2 }),
    rejected: fc.constantFrom([], [], [], [{ figure: 'trump', text: 'Trump' }]),
    muted: fc.constantFrom([], [], [], ['petro']),
    frontPage: fc.boolean(),
  }),
);

/** True where no pair of surrogates is cut. */
const isWhole = (text: string, at: number) => at === 0 || (text.codePointAt(at - 1) ?? 0) <= 0xffff;

test('candidates lie in their text', patient, () => {
  fc.assert(
    fc.property(page, ({ tongue, blocks }) => {
      for (const block of blocks)
        for (const candidate of recogniserOf(tongue).read(block)) {
          const { start, end } = candidate;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(block.text.length);
          // What an office has of its own lies in it.
          const core = (candidate.form === 'office' && candidate.core) || candidate;
          expect(core.start).toBeGreaterThanOrEqual(start);
          expect(core.end).toBeLessThanOrEqual(end);
        }
    }),
    runs(150),
  );
});

test('mentions are whole words of their text, in order, of figures that are not muted, with evidence', patient, () => {
  fc.assert(
    fc.property(page, ({ tongue, blocks, ...known }) => {
      const facts: PageFacts = known;
      const recogniser = recogniserOf(tongue);
      const resolve = () => {
        const read = blocks.map((block) => ({ ...block, candidates: recogniser.read(block) }));
        return recogniser.resolve(read, facts).mentions;
      };
      const mentions = resolve();
      let last = { block: -1, end: 0 };
      for (const { figure, block, start, end, text, evidence } of mentions) {
        const whole = blocks[block]?.text ?? '';
        expect(block).toBeGreaterThanOrEqual(last.block);
        if (block === last.block) expect(start).toBeGreaterThanOrEqual(last.end);
        last = { block, end };
        expect(whole.slice(start, end)).toBe(text);
        expect(isWhole(whole, start) && isWhole(whole, end)).toBe(true);
        expect(foldText(text)).not.toBe('');
        expect(text).not.toMatch(/^[^\S\uFEFF]|[^\S\uFEFF]$|[<>{}\n\r]{2}/);
        expect(text.length).toBeLessThan(500);
        expect(figures).toContain(figure);
        expect(known.muted).not.toContain(figure);
        expect(known.rejected).not.toContainEqual({ figure, text });
        expect(evidence).not.toHaveLength(0);
        if (evidence[0]?.kind === 'office') expect(known.date).not.toBeNull();
      }
      expect(resolve()).toEqual(mentions);
    }),
    runs(150),
  );
});

test('what the reader rejects is not marked again', patient, () => {
  fc.assert(
    fc.property(page, ({ tongue, blocks, ...facts }) => {
      const recogniser = recogniserOf(tongue);
      const read = blocks.map((block) => ({ ...block, candidates: recogniser.read(block) }));
      const resolve = (rejected: PageFacts['rejected']) =>
        recogniser.resolve(read, { ...facts, rejected }).mentions.map(({ figure, text }) => ({ figure, text }));
      for (const mention of resolve([])) expect(resolve([mention])).not.toContainEqual(mention);
    }),
    runs(150),
  );
});

test('an office is rejected by what is marked of it: its country is a mention of its own', () => {
  const recogniser = recogniserOf('en');
  const block = { text: 'The president of Colombia spoke.', lang: null };
  const read = [{ ...block, candidates: recogniser.read(block) }];
  const facts = { date: '2026-01-08', headlines: [], muted: [], frontPage: false };
  const textsWithout = (rejected: PageFacts['rejected']) =>
    recogniser.resolve(read, { ...facts, rejected }).mentions.map(({ text }) => text);
  expect(textsWithout([])).toEqual(['president', 'Colombia']);
  expect(textsWithout([{ figure: 'petro', text: 'president' }])).toEqual(['Colombia']);
});

// Work that grew faster than the text would not end before the runner gives up.
test('comes to an end on any piece of text, repeated', patientWithLongTexts, () => {
  const piece = language.chain((tongue) => fc.tuple(fc.constant(tongue), textIn(tongue)));
  fc.assert(
    fc.property(piece, fc.integer({ min: 1, max: 60 }), ([tongue, text], length) => {
      const long = text.slice(0, length).repeat(100_000 / length);
      const recogniser = recogniserOf(tongue);
      const block = { text: long, lang: null };
      recogniser.resolve([{ ...block, candidates: recogniser.read(block) }], {
        date: '2026-01-08',
        headlines: [],
        rejected: [],
        muted: [],
        frontPage: false,
      });
    }),
    runs(5),
  );
});
