// Whether the design is tied to a short list: the throughput of reading text with few and with many aliases.
import { gazetteerOf } from '../data/gazetteer.ts';
import { writeNames } from '../data/names.ts';
import type { GazetteerFigure } from '../recognition/gazetteer.ts';
import { createRecogniser } from '../recognition/recognise.ts';

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

/** Reads the same text with gazetteers of each size, in turns; MB of text a second, best of five, and what the names take in memory. */
export function compare(
  parts: Record<string, string>,
  sizes: readonly number[],
): { aliases: number; 'MB/s': number; 'names, MB': number }[] {
  const prose = `${'Officials in the harbour town said on Thursday that Grain prices rose again, and that Nobody had asked the Ferry company. '.repeat(8)}\n`;
  const recognisers = sizes.map((size) => {
    const figure: GazetteerFigure = { id: 'place', kind: 'place', aliases: aliasesOf(size).join('|'), offices: [] };
    const names = writeNames([figure], {
      unspaced: false,
      names: {},
      people: {},
      inflection: [],
      nationality: {},
      offices: {},
    });
    const written = JSON.stringify(names);
    const load = { ...parts, figures: JSON.stringify([figure]), en: written };
    const sample = aliasesOf(size).at(-1);
    return {
      size,
      written,
      recogniser: createRecogniser(gazetteerOf(load), 'en'),
      text: `${prose.repeat(400)}${sample} stood still.`,
    };
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
  return recognisers.map(({ size, written }) => ({
    aliases: size,
    'MB/s': +(best.get(size) ?? 0).toFixed(1),
    'names, MB': +((written.length * 2) / 1e6).toFixed(2),
  }));
}
