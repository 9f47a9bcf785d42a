// What a card chooses to say, and where it says the page stands.
import { story as told } from 'virtual:story/card';
import { expect, test } from 'vitest';
import type { Evidence } from '../../recognition/resolve.ts';
import { byStrength, cardContent, pageTime } from '../../stories/card-content.ts';
import { cutAtNames } from '../../stories/names-in-text.ts';
import { card as story } from '../components/story.ts';

const EN = { language: 'en', source: 'en' };

const figure = (id: string) => {
  const found = story.figures.find((one) => one.id === id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
};
const content = (id: string, present: string[], room: number) =>
  cardContent(story, figure(id), { date: null, present }, EN, room);
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

test.each([
  ['2024-09-03', 'before'],
  ['2026-01-02', 'before'],
  ['2026-01-03', 'during'],
  ['2026-01-07', 'during'],
  ['2026-01-08', 'after'],
  [null, null],
])('a page of %s stands %s the events', (date, time) => {
  expect(pageTime(date, story)).toBe(time);
});

test('what involves others on the page comes before what weighs more', () => {
  expect(ids(content('petro', [], Infinity).statements)[0]).toBe('s2');
  expect(ids(content('petro', ['trump'], Infinity).statements).slice(0, 2)).toEqual(['s1', 's5']);
});

test('among equals, what the figure itself did comes first', () => {
  expect(ids(content('petro', ['trump', 'colombia'], Infinity).statements)[0]).toBe('s2');
});

test('a first view leaves out what does not fit, and says that there is more', () => {
  const first = content('trump', ['petro'], 30);
  expect(ids(first.statements)).toEqual(['s1']);
  expect(first.complete).toBe(false);
  expect(content('trump', ['petro'], Infinity).complete).toBe(true);
});

test('a first view shows relations to figures on the page only', () => {
  expect(ids(content('petro', ['rodriguez'], 200).relations)).toEqual(['petro-rodriguez']);
  expect(ids(content('petro', ['rodriguez'], Infinity).relations)).toEqual(['petro-rodriguez', 'trump-petro']);
});

test('a first view prefers a second statement about another sentence', () => {
  const told = structuredClone(story);
  const [first, second] = told.statements;
  if (first && second) second.cites = first.cites;
  const page = { date: null, present: ['trump', 'colombia'] };
  const { statements } = cardContent(told, figure('petro'), page, EN, 60);
  expect(new Set(statements.flatMap(({ cites }) => cites)).size).toBe(statements.length);
});

test('own words come before words about the figure', () => {
  expect(ids(content('petro', [], Infinity).quotations)).toEqual(['q2', 'q1']);
});

test('of quotations that are wanted alike, the most telling comes first', () => {
  const many = structuredClone(story);
  many.quotations.push({ ...many.quotations[1]!, id: 'q3', first: true });
  const { quotations } = cardContent(many, figure('petro'), { date: null, present: [] }, EN, Infinity);
  expect(ids(quotations)).toEqual(['q3', 'q2', 'q1']);
});

test('a first view shows the excerpt of a long quotation, and says that there is more', () => {
  const long = structuredClone(story);
  long.quotations[1]!.excerpt = { en: 'take up…', es: 'tomar…' };
  const petro = (room: number) => cardContent(long, figure('petro'), { date: null, present: [] }, EN, room);
  expect(petro(200).quotations.map(({ words }) => words.en)).toEqual(['take up…']);
  expect(petro(200).complete).toBe(false);
  expect(petro(Infinity).quotations[0]?.words.en).toBe('take up arms');
});

test('a note on a quotation is left for more', () => {
  const noted = structuredClone(story);
  noted.relations = [];
  noted.events = [];
  const rodriguez = (room: number) =>
    cardContent(noted, figure('rodriguez'), { date: null, present: [] }, EN, room).complete;
  noted.quotations = [{ ...noted.quotations[0]!, about: ['rodriguez'] }];
  expect(rodriguez(200)).toBe(true);
  noted.quotations[0]!.editorial = { en: 'Not so.', es: 'No así.' };
  expect(rodriguez(200)).toBe(false);
  expect(rodriguez(Infinity)).toBe(true);
});

test.each(
  told().quotations.flatMap(({ id }) => [
    [id, 'en'],
    [id, 'es'],
  ]),
)('the first view has room for the quotation “%s” in %s', (id, language) => {
  const { figures, quotations } = told();
  const quotation = quotations.find((one) => one.id === id)!;
  const speaker = figures.find((one) => one.id === (quotation.by ?? quotation.about[0]))!;
  const alone = { ...told(), quotations: [quotation] };
  const page = { date: null, present: [] };
  expect(ids(cardContent(alone, speaker, page, { language, source: 'en' }, 1000).quotations)).toEqual([id]);
});

test('a place tells who had to do with it, an institution what was said through it', () => {
  expect(ids(content('colombia', [], Infinity).people)).toEqual(['petro']);
  expect(ids(content('colombia', [], Infinity).events)).toEqual(['remarks', 'arms']);
  expect(ids(content('truth-social', ['petro'], Infinity).people)).toEqual(['petro', 'trump']);
});

test.each([
  ['Trump met Petro.', ['petro'], ['Trump met ', { figure: 'petro', name: 'Petro' }, '.']],
  ['Gustavo Petro and Petro’s office', ['petro'], [{ figure: 'petro', name: 'Gustavo Petro' }, ' and Petro’s office']],
  ['petrodollars, Petrov, Petro-like', ['petro'], ['petrodollars, Petrov, Petro-like']],
  [
    'Trump on Truth Social',
    ['truth-social', 'trump'],
    [{ figure: 'trump', name: 'Trump' }, ' on ', { figure: 'truth-social', name: 'Truth Social' }],
  ],
  ['', ['petro'], []],
])('“%s” is cut at names', (text, names, pieces) => {
  expect(cutAtNames(text, names.map(figure), EN)).toEqual(pieces);
});

test('the most convincing evidence comes first', () => {
  const evidence: Evidence[] = [
    { kind: 'surname' },
    { kind: 'beside', figures: ['trump'] },
    { kind: 'named-in-full', text: 'Gustavo Petro', where: 'above' },
  ];
  expect(byStrength(evidence).map(({ kind }) => kind)).toEqual(['named-in-full', 'surname', 'beside']);
});
