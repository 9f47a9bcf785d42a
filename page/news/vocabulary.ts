// The words by which newspapers name their sections and themselves, and those by which other sites are known. The words
// themselves are data of many languages (data/press.yaml) that the caller hands over.
import { languageOfScript } from '../../recognition/language.ts';
import { lengthToReader } from './prose.ts';

/** Names of lists of patterns. */
export type PatternKind =
  | 'newsNames'
  | 'otherNames'
  | 'notFound'
  | 'ownPages'
  | 'releases'
  | 'carts'
  | 'datelines'
  | 'hoursAgo'
  | 'printedDays'
  | 'writtenDays'
  | 'prices'
  | 'newsTypes'
  | 'pressTypes'
  | 'articleTypes'
  | 'listTypes'
  | 'otherTypes'
  | 'otherKinds'
  | 'pressMeta'
  | 'scholarlyMeta'
  | 'publishedMeta'
  | 'issuedMeta'
  | 'createdMeta'
  | 'changedMeta'
  | 'undatedMeta'
  | 'publishWords'
  | 'changeWords'
  | 'publicBodies'
  | 'software';

/** The data: entries of menus by section, how news is told by language, and regular expressions. */
export interface PressWords extends Record<PatternKind, string[]> {
  /** Sections and pages that hardly any site has but those of the press. */
  press: Record<string, string[]>;
  /** Sections that every newspaper has, and some other sites. */
  common: Record<string, string[]>;
  /** What every firm and club has too: news. */
  slight: Record<string, string[]>;
  /** Entries of menus by which other sites are known. */
  others: Record<string, string[]>;
  /** Words for what others say, and words for days that are near. */
  telling: Record<string, string[]>;
  /** Words for the first and the second person. */
  speaking: Record<string, string>;
}

export interface Vocabulary {
  /**
   * The first part of a text that matches a pattern of this kind, or ''. Only the beginning of a long text is read.
   * Case counts: most patterns are for lower case (data/press.yaml).
   */
  match(kind: PatternKind, text: string): string;
  /**
   * Sections that a link's text names: "Politik", "国际", two in "Science & Health". Usually none; long texts are not
   * read.
   */
  sectionsIn(text: string): string[];
  /**
   * How much a section in its menu says for a site being news, from 0 to 1; below 0 where newspapers have none such.
   */
  weightOf(section: string): number;
  /** How much a text is told as news is: what others said, and on which of these days. From 0 to 1. */
  newsTone(text: string, language: string): number;
  /** Whether a text is told by somebody to somebody, not about others. What stands in quotation marks is theirs. */
  isPersonal(text: string, language: string): boolean;
}

const LONGEST_TEXT = 3000; // UTF-16 code units
const SEVERAL = /\s*[&/|,・·、›»(+]\s*/;

/** What a section weighs that firms and clubs have too. */
export const SLIGHT = 0.25;

/** Without words, nothing matches. Patterns are compiled when first asked for. */
export function createVocabulary(words: Partial<PressWords>): Vocabulary {
  const patterns = new Map<PatternKind, RegExp>();
  const sections = new Map<string, string>();
  for (const table of [words.others, words.slight, words.common, words.press])
    for (const section in table) for (const name of table[section] ?? []) sections.set(name, section);
  const weights = [
    [words.press, 1],
    [words.slight, SLIGHT],
    [words.others, -1],
  ] as const;

  function weightOf(section: string): number {
    const [, weight = 0.5] = weights.find(([table]) => table && Object.hasOwn(table, section)) ?? [];
    return weight;
  }

  return {
    match(kind, text) {
      const pattern = patterns.get(kind) ?? new RegExp((words[kind] ?? ['(?!)']).join('|'));
      patterns.set(kind, pattern);
      return pattern.exec(text.slice(0, LONGEST_TEXT))?.[0] ?? '';
    },
    weightOf,
    sectionsIn(text) {
      if (text.length > 60) return [];
      const name = toLowerCase(text.trim());
      if (name.length === 0 || name.length > 30) return [];
      const whole = sections.get(name);
      if (whole) return [whole];
      const parts = SEVERAL.test(name) ? name.split(SEVERAL) : [];
      return parts.flatMap((part) => sections.get(part) ?? []).filter((section) => weightOf(section) > 0);
    },
    newsTone(text, language) {
      const { telling = {} } = words;
      const key = keyOf(language, text);
      if (!Object.hasOwn(telling, key)) return 0;
      const plain = plainWords(text);
      const [voices = 0, days = 0] = (telling[key] ?? []).map((list) => new Set(wordsIn(plain, list, key)).size);
      return voices > 1 && days > 0 ? 1 : voices > (days > 0 ? 0 : 1) ? 0.5 : 0;
    },
    isPersonal(text, language) {
      const { speaking = {} } = words;
      const key = keyOf(language, text);
      if (!Object.hasOwn(speaking, key)) return false;
      const plain = plainWords(text.replace(QUOTED, ' '));
      return wordsIn(plain, speaking[key] ?? '', key).length >= Math.max(FEW_PERSONS, lengthToReader(plain) / PERSONAL);
    },
  };
}

/** What others say: in quotation marks, or behind a dash. */
const QUOTED = /["“”„«»「『‹›][^"“”„«»」』‹›]{1,500}["“”«»」』‹›]|^\s*[–—-] .*$/gm;
const FEW_PERSONS = 4;
/** One word for a person in so many characters, as a reader takes them, makes a text personal. */
const PERSONAL = 250;

const keyOf = (language: string, text: string): string =>
  language.toLowerCase().split('-')[0] || languageOfScript(text) || '';

/** Those of a list's words that stand in a plain text. Chinese, Japanese, Korean and Thai words have no edges. */
function wordsIn(plain: string, list: string, language: string): string[] {
  const [edge, end] = /^(?:zh|ja|ko|th)$/.test(language) ? ['', ''] : [' ', '(?= )'];
  return plain.match(new RegExp(`${edge}(?:${list})${end}`, 'g')) ?? [];
}

/** A name or title as patterns read it: in lower case, with spaces for punctuation and around it. */
export function plainWords(name: string): string {
  return ` ${toLowerCase(name.slice(0, LONGEST_TEXT))} `.replace(
    /[\s!-/:-@[-`{-~\u00a0-\u00bf\u060c\u061b\u061f\u06d4\u0964\u2000-\u206f\u3000-\u303f]+/g,
    ' ',
  );
}

/** Turkish capitals leave a dot above the i when lowered. */
const toLowerCase = (text: string): string => text.toLowerCase().replaceAll('i\u0307', 'i');
