// Whether the design is tied to a short list: the throughput of reading text with few and with many aliases, and what they keep.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gazetteerOf } from '../../data/gazetteer.ts';
import { writeNames } from '../../data/names.ts';
import type { GazetteerFigure } from '../../recognition/gazetteer.ts';
import { createRecogniser } from '../../recognition/recognise.ts';

const SYLLABLES = [
  'ba',
  'ren',
  'tol',
  'mi',
  'gar',
  'so',
  'vel',
  'ka',
  'dun',
  'pra',
  'lis',
  'mon',
  'ter',
  'qui',
  'ros',
  'fen',
  'hal',
  'ju',
];

/** Made-up names of places: no two alike, none an ordinary word. */
function aliasesOf(count: number): string[] {
  const names = new Set<string>();
  for (let at = 1; names.size < count; at++) {
    let [rest, name] = [at * 7919, ''];
    for (let syllables = 0; syllables < 4; syllables++) {
      name += SYLLABLES[rest % SYLLABLES.length];
      rest = Math.floor(rest / SYLLABLES.length) + at;
    }
    names.add(name.charAt(0).toUpperCase() + name.slice(1));
  }
  return [...names];
}

/** Bytes in use when everything has been collected that can be. */
function heap(): number {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

/** Reads the same text with gazetteers of each size, in turns; MB of text a second, best of five, and what a gazetteer in use keeps. */
export function compare(
  parts: Record<string, string>,
  sizes: readonly number[],
): { aliases: number; 'MB/s': number; 'heap, MB': number }[] {
  const prose = `${'Officials in the harbour town said on Thursday that Grain prices rose again, and that Nobody had asked the Ferry company. '.repeat(8)}\n`;
  const recognisers = sizes.map((size) => {
    const sample = aliasesOf(size).at(-1);
    const text = `${prose.repeat(400)}${sample} stood still.`;
    const before = heap();
    const figure: GazetteerFigure = { id: 'place', kind: 'place', aliases: aliasesOf(size).join('|'), offices: [] };
    const names = writeNames([figure], {
      unspaced: false,
      names: {},
      people: {},
      inflection: [],
      nationality: {},
      offices: {},
    });
    const load = { ...parts, figures: JSON.stringify([figure]), en: JSON.stringify(names) };
    const recogniser = createRecogniser(gazetteerOf(load), 'en');
    recogniser.read({ text: `${sample} stood still.`, heading: false, lang: null });
    return { size, recogniser, text, bytes: heap() - before };
  });
  const best = new Map<number, number>();
  for (let round = 0; round < 5; round++) {
    for (const { size, recogniser, text } of recognisers) {
      const start = performance.now();
      const found = recogniser.read({ text, heading: false, lang: null });
      const rate = text.length / 1000 / (performance.now() - start);
      if (found.length !== 1) throw new Error(`${size} aliases: ${found.length} found instead of 1`);
      best.set(size, Math.max(best.get(size) ?? 0, rate));
    }
  }
  return recognisers.map(({ size, bytes }) => ({
    aliases: size,
    'MB/s': +(best.get(size) ?? 0).toFixed(1),
    'heap, MB': +(bytes / 1e6).toFixed(2),
  }));
}
