// The recogniser: one object per page language that page/ reads blocks with, and that turns candidates into mentions.
import { type Gate, type Gazetteer, type Index, indexOf, languageOfScript, type Names, namesOf } from './gazetteer.ts';
import { type Candidate, readBlock } from './read.ts';
import { type PageFacts, type ReadBlock, type Resolution, resolve } from './resolve.ts';

/** A block as it is read: `lang` is the BCP 47 tag its markup gives it, null for the page's own. */
export interface BlockText {
  text: string;
  heading: boolean;
  lang: string | null;
}

export interface Recogniser {
  /** The language whose names, forms and words are used for text that does not say another. */
  language: string;
  gate: Gate;
  /**
   * Opens what reading a language needs (`lang` as in a block), which takes a few milliseconds the first time and none
   * after that. `read` does it too; who has to let others have their turn does it apart.
   */
  prepare(lang: string | null): void;
  /** Candidates of one block, in order. Pure, linear in the block's length, never throws. */
  read(block: BlockText): Candidate[];
  /**
   * Mentions of the whole page, in document order, never overlapping, and what of the page's facts they wait for.
   * Cheap: run again after every change, and when those facts are known.
   */
  resolve(blocks: readonly ReadBlock[], facts: PageFacts): Resolution;
}

/** "pt-BR" → "pt"; languages that share a lexicon are named as one. */
export const languageKey = (gazetteer: Gazetteer, tag: string | null): string | null =>
  gazetteer.lexicons.get(tag?.trim().toLowerCase().split(/[-_]/)[0] ?? '') ?? null;

/** The parts that every page needs. */
export const commonParts: readonly string[] = ['figures', 'languages', 'hints', 'given'];

/** The parts that text in these languages (BCP 47 tags) needs, where there is a lexicon for them; English is read where there is none. */
export function partsOf(gazetteer: Gazetteer, tags: readonly (string | null)[]): string[] {
  const keys = new Set(tags.map((tag) => languageKey(gazetteer, tag) ?? 'en'));
  return [...keys].flatMap((key) => [key, `${key}_around`]);
}

// All but spaces, digits and punctuation: a class of Unicode would be compiled for longer than a page's sample is read.
const WORDS = /[^\s!-@[-`{-~\u00a0-\u00bf\u060c\u061b\u061f\u06d4\u0964\u2000-\u206f\u3000-\u303f]+/g;

/**
 * The language a text is written in: `declared` (what the markup says) unless the script or very frequent words plainly say
 * otherwise; null where nothing tells. `sample` of some hundred words is enough.
 */
export function languageOf(gazetteer: Gazetteer, sample: string, declared: string | null = null): string | null {
  const text = sample.slice(0, 6000).toLowerCase();
  const counts = new Map<string, number>();
  let letters = 0;
  for (const word of text.match(WORDS) ?? []) {
    letters += word.length;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  if (letters < 20) return declared;
  const script = languageOfScript(text);
  const hints = JSON.parse(gazetteer.load('hints') || '{}') as Record<string, string>;
  if (script && !hints[script]) return script;
  const hits = Object.entries(hints).map(([language, list]): [string, number] => {
    let sum = 0;
    for (const word of new Set(list.split(' '))) sum += counts.get(word) ?? 0;
    return [language, sum];
  });
  const [best, second] = hits.sort((a, b) => b[1] - a[1]);
  const own = hits.find(([language]) => language === declared)?.[1] ?? 0;
  if (best && best[1] >= 5 && best[1] > Math.max((second?.[1] ?? 0) * 1.2, own * 1.5)) return best[0];
  const shared = own > 0 || languageOfScript(hints[declared ?? ''] ?? '') === script;
  return script && !shared ? script : declared;
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
  const indexFor = (lang: string | null): Index => {
    const key = languageKey(gazetteer, lang);
    // A language that came up after the parts were fetched is read like the page's own.
    const tongue = key && gazetteer.load(key) ? key : own;
    const found = knownOf(tongue);
    found.index ??= indexOf(gazetteer, tongue, found.names);
    return found.index;
  };
  const read: Recogniser['read'] = ({ text, heading, lang }) =>
    readBlock({ figures: gazetteer.figures, index: indexFor(lang) }, text, heading);
  return {
    language: own,
    gate: knownOf(own).names.gate,
    prepare: indexFor,
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
