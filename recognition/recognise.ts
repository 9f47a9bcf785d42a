// The recogniser: one object per page language that page/ reads blocks with, and that turns candidates into mentions.
import { type Gazetteer, type Index, indexOf, languageOfScript, type Names, namesOf } from './gazetteer.ts';
import { type Candidate, readBlock } from './read.ts';
import { type Mention, type PageFacts, type ReadBlock, resolve } from './resolve.ts';

export interface Recogniser {
  /** The language whose names, forms and words are used for text that does not say another. */
  language: string;
  /**
   * Finds in raw text (nodes joined without separators) every place where a name may begin. A superset, cheap and
   * native; global, so set `lastIndex` to 0 before use.
   */
  gate: RegExp;
  /** Candidates of one block, in order. Pure, linear in the block's length, never throws. */
  read(block: { text: string; heading: boolean; lang: string | null }): Candidate[];
  /** Mentions of the whole page, in document order, never overlapping. Cheap: run again after every change. */
  resolve(blocks: readonly ReadBlock[], facts: PageFacts): Mention[];
}

/** "pt-BR" → "pt"; languages that share a lexicon are named as one. */
export function languageKey(gazetteer: Gazetteer, tag: string | null): string | null {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  const key =
    { nb: 'no', nn: 'no', iw: 'he', in: 'id', cmn: 'zh', yue: 'zh', sh: 'sr', bs: 'sr', mo: 'ro', gl: 'es' }[primary] ??
    primary;
  return gazetteer.languages.includes(key) ? key : null;
}

/**
 * The language a text is written in, by its script and, for Latin, by very frequent words; null where that tells too
 * little. `sample` of some hundred words is enough.
 */
export function languageOf(gazetteer: Gazetteer, sample: string): string | null {
  const text = sample.slice(0, 6000);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return null;
  const latin = text.match(/[A-Za-zÀ-ɏ]/g)?.length ?? 0;
  if (latin < letters / 2) return languageOfScript(text.replace(/[A-Za-z]/g, ''));
  const words = text.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const [language, hints] of Object.entries(
    JSON.parse(gazetteer.load('hints') || '{}') as Record<string, string>,
  )) {
    const set = new Set(hints.split(' '));
    counts.set(
      language,
      words.reduce((sum, word) => sum + (set.has(word) ? 1 : 0), 0),
    );
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 5 && first[1] > (second?.[1] ?? 0) * 1.2 ? first[0] : null;
}

/**
 * Creates the recogniser for a page in `language` (null: English and whatever the script tells).
 * Lexicons of other scripts met in the text are loaded when first needed.
 */
export function createRecogniser(gazetteer: Gazetteer, language: string | null): Recogniser {
  const own = languageKey(gazetteer, language) ?? 'en';
  // Names (and with them the gate) are opened at once, what reading around a name needs only when one is met.
  const known = new Map<string, { names: Names; index?: Index }>();
  const knownOf = (key: string) => {
    const found = known.get(key) ?? { names: namesOf(gazetteer, key) };
    known.set(key, found);
    return found;
  };
  const read: Recogniser['read'] = ({ text, heading, lang }) => {
    const key = languageKey(gazetteer, lang) ?? own;
    const found = knownOf(key);
    found.index ??= indexOf(gazetteer, key, found.names);
    return readBlock({ figures: gazetteer.figures, index: found.index }, text, heading);
  };
  return {
    language: own,
    gate: knownOf(own).names.gate,
    read,
    resolve: (blocks, facts) => {
      const headlines = facts.headlines.map((text) => ({
        text,
        candidates: read({ text, heading: true, lang: null }),
      }));
      return resolve(gazetteer, blocks, headlines, facts);
    },
  };
}
