// Whether the design is tied to a short list: how fast text is read with few and with many aliases, and what they keep.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createRecogniser } from '../../recognition/recognise.ts';
import type { FigureNames } from '../../stories/figures.ts';
import { compileGazetteer, type GazetteerParts, gazetteerOf } from '../../stories/gazetteer.ts';
import { loadGazetteerSource } from '../dataset/load.ts';

const split = (list: string): string[] => list.split(' ');
const ONSETS = split('b c d f g h j k l m n p r s t v w z br ch cl cr dr fr gr kr pl pr sch sh st th tr');
const VOWELS = split('a e i o u ai ei ou');
const CODAS = ['', '', '', ...split('n r l s m t nd rt k')];
const SMALL = split(
  'the harbour council met again and spoke at length about ferries tolls grain prices a bridge that nobody had asked for while several of them said in private how little was left to pay with before winter',
);
const LARGE = split(
  'Officials Thursday Grain Nobody Ferry The But In When Harbour Council North Sunday March English Parliament Brown Martin Santa Robert European Berlin Press Monday Carter Green They He She It According',
);
const NAMES = [
  ...split('Trump Petro Maduro Rubio Trump Colombia Venezuela'),
  'President Donald Trump',
  'Gustavo Petro',
  'Nicolás Maduro',
  'the White House',
];
const ROUNDS = 9;
/** Letters of news between two names: what pages about a story have. */
const BETWEEN_NAMES = 1000;
const LETTERS = 400_000;

function createPick(seed: number) {
  let state = seed;
  return (list: readonly string[]): string => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return list[Math.floor((state / 0x80000000) * list.length)] ?? '';
  };
}

/** Made-up names of places, no two alike. */
function aliasesOf(count: number): string[] {
  const pick = createPick(7);
  const names = new Set<string>();
  while (names.size < count) {
    const name = Array.from({ length: 3 }, () => pick(ONSETS) + pick(VOWELS) + pick(CODAS)).join('');
    names.add(name.charAt(0).toUpperCase() + name.slice(1));
  }
  return [...names];
}

/** The story's gazetteer with so many aliases more, in every language, or in this one. */
export function enlarged(root: string, count: number, language = ''): GazetteerParts {
  const source = loadGazetteerSource(root);
  const languages = source.languages.filter((file) => language === '' || file.language === language);
  const extra: FigureNames = { id: 'made-up', kind: 'place', names: { aliases: aliasesOf(count) } };
  return compileGazetteer({ ...source, languages, figures: [...source.figures, ...(count > 0 ? [extra] : [])] });
}

/** Prose in sentences with every fifth word in capitals, with one of the names now and then. */
function proseOf(names: readonly string[]): string {
  const pick = createPick(11);
  const pieces: string[] = [];
  let length = 0;
  let named = 0;
  const say = (words: string) => {
    pieces.push(words);
    length += words.length;
  };
  while (length < LETTERS) {
    say(`${pick(LARGE)} ${Array.from({ length: 4 }, () => pick(SMALL)).join(' ')}${pick([' ', ' ', ', ', '. '])}`);
    if (names.length > 0 && length - named > BETWEEN_NAMES) {
      say(`${pick(names)} `);
      named = length;
    }
  }
  // In one piece, as a page gives it.
  return pieces.join('');
}

/** Bytes in use when everything has been collected that can be. */
function heap(): number {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  for (let times = 0; times < 4; times++) collect();
  return process.memoryUsage().heapUsed;
}

/**
 * Reads the same texts with the story's gazetteer and so many aliases more, in turns: MB of text a second, best of
 * nine, of text with a name in every thousand letters and of text without any, where only the prefilter is at work;
 * and what the gazetteer in use keeps.
 */
export function compare(
  root: string,
  more: readonly number[],
): { 'aliases more': number; 'news, MB/s': number; 'no name in it, MB/s': number; 'heap, MB': number }[] {
  const texts = [proseOf(NAMES), proseOf([])];
  const recognisers = more.map((count) => {
    const parts = enlarged(root, count, 'en');
    const before = heap();
    const recogniser = createRecogniser(gazetteerOf(parts), 'en');
    recogniser.read({ text: `${NAMES[0]} stood still.`, lang: null });
    return { count, parts, recogniser, bytes: heap() - before };
  });
  const best = new Map<string, number>();
  const found = new Set<number>();
  for (let round = 0; round < ROUNDS; round++)
    texts.forEach((text, at) => {
      for (const { count, recogniser } of recognisers) {
        const start = performance.now();
        const candidates = recogniser.read({ text, lang: null });
        const rate = text.length / 1000 / (performance.now() - start);
        if (at === 0) found.add(candidates.length);
        best.set(`${count} ${at}`, Math.max(best.get(`${count} ${at}`) ?? 0, rate));
      }
    });
  if (found.size > 1) throw new Error(`Not the same was found with each list: ${[...found].join(', ')} names`);
  return recognisers.map(({ count, bytes, parts }) => ({
    'aliases more': count,
    'news, MB/s': +(best.get(`${count} 0`) ?? 0).toFixed(1),
    'no name in it, MB/s': +(best.get(`${count} 1`) ?? 0).toFixed(1),
    'heap, MB': +((bytes + bytesOf(parts)) / 1e6).toFixed(2),
  }));
}

/** What of the parts a page keeps: its language's names. */
const bytesOf = (parts: GazetteerParts): number => (parts.figures?.length ?? 0) + (parts.en?.length ?? 0);
