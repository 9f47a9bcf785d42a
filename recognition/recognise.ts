// The recogniser: one object for the languages of a page. It reads blocks, and turns candidates into mentions.
import type { Candidate } from './candidate.ts';
import type { GazetteerFigure } from './figures.ts';
import { type Gazetteer, lexiconFor, namesOf, type OpenNames } from './gazetteer.ts';
import { isWithoutLexicon } from './language.ts';
import { type Clitics, createNameBuckets, type NameBuckets } from './name-buckets.ts';
import type { ReadBlock } from './page-evidence.ts';
import { createPageLanguages } from './page-languages.ts';
import type { AnyWrittenPrefilter } from './prefilters.ts';
import { readBlock } from './read.ts';
import { type PageFacts, type Resolution, resolve } from './resolve.ts';
import { openVocabulary, type Vocabulary } from './vocabulary.ts';

/** A block as it is read: `lang` is the BCP 47 tag its markup gives it, null for the page's own. */
export interface BlockText {
  text: string;
  lang: string | null;
}

export interface Recogniser {
  /** The language whose names, forms and words are used for text that does not say another. */
  language: string;
  /** Of each of its languages, for the page. */
  prefilters: readonly AnyWrittenPrefilter[];
  /**
   * The language that a text would have to be read in and that this recogniser was not made for, if any. `lang` as in a
   * block; a sample of the text will do.
   */
  missing(text: string, lang: string | null): string | null;
  /** Whether the page's own language is written in Latin letters. */
  isLatin(): boolean;
  /**
   * Opens what reading these blocks needs: the words of their languages, which takes a few milliseconds the first time,
   * and of a large library the names that they may have. Null where all of it is open.
   */
  prepare(blocks: readonly BlockText[]): Promise<unknown> | null;
  /** Candidates of one block that was prepared, in order. Pure, linear in the block's length, never throws. */
  read(block: BlockText): Candidate[];
  /**
   * Mentions of the whole page, in document order, never overlapping, and what of the page's facts they wait for.
   * Cheap: run again after every change, and when those facts are known.
   */
  resolve(blocks: readonly ReadBlock[], facts: PageFacts): Resolution;
  /** The figures of these ids. */
  figures(ids: ReadonlySet<string>): GazetteerFigure[];
}

/** A language as far as it is open. */
interface OpenedLanguage {
  names: OpenNames;
  vocabulary?: Vocabulary;
  buckets?: NameBuckets | null;
}

const cliticsOf = ({ prefixes, particles }: Vocabulary): Clitics | null =>
  prefixes.length + particles.all.length > 0 ? { prefixes, isParticle: particles.has } : null;

/**
 * Creates the recogniser for a page in `language` (null: English and whatever the script tells).
 * Lexicons of other languages met in the text are opened when first needed.
 * @param others BCP 47 tags of the languages that parts of the page are in
 */
export function createRecogniser(
  gazetteer: Gazetteer,
  language: string | null,
  others: readonly string[] = [],
): Recogniser {
  const own = lexiconFor(gazetteer, language);
  const isForeign = isWithoutLexicon(gazetteer, language);
  const languages = createPageLanguages(gazetteer, own, others);
  // Names (and with them the prefilter) are opened at once, the rest of a vocabulary only when a name is met.
  const opened = new Map<string, OpenedLanguage>();
  const open = (key: string) => {
    const known = opened.get(key) ?? { names: namesOf(gazetteer, key) };
    opened.set(key, known);
    return known;
  };
  const openAll = (key: string) => {
    const language = open(key);
    const { names } = language;
    language.vocabulary ??= openVocabulary(gazetteer, key, names, key === own && isForeign);
    if (names.buckets) language.buckets ??= createNameBuckets(gazetteer, key, names, cliticsOf(language.vocabulary));
    return language as Required<OpenedLanguage>;
  };
  const vocabularyFor = (text: string, lang: string | null): Vocabulary =>
    openAll(languages.keyFor(text, lang)).vocabulary;
  return {
    language: own,
    prefilters: languages.all.map((key) => open(key).names.written),
    missing: languages.missing,
    isLatin: languages.isLatin,
    prepare(blocks) {
      const texts = new Map<string, string[]>();
      for (const { text, lang } of blocks) {
        const key = languages.keyFor(text, lang);
        const known = texts.get(key);
        if (known) known.push(text);
        else texts.set(key, [text]);
      }
      const opening = [...texts].flatMap(([key, all]) => openAll(key).buckets?.open(all) ?? []);
      return opening.length > 0 ? Promise.all(opening) : null;
    },
    read: ({ text, lang }) => readBlock(vocabularyFor(text, lang), text),
    resolve(blocks, facts) {
      const headlines = facts.headlines.map((text) => ({
        text,
        candidates: readBlock(vocabularyFor(text, null), text),
      }));
      return resolve(gazetteer, blocks, headlines, facts);
    },
    figures: (ids) => [...gazetteer.figures.values()].filter(({ id }) => ids.has(id)),
  };
}
