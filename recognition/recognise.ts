// The recogniser: one object per page language that page/ reads blocks with, and that turns candidates into mentions.
import type { Candidate } from './candidate.ts';
import type { Gate } from './gate.ts';
import { type Gazetteer, type Index, indexOf, languageKey, type Names, namesOf } from './gazetteer.ts';
import { readBlock } from './read.ts';
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
