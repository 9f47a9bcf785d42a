// The words by which newspapers name their sections and themselves, and those by which other sites are known. The words are data
// (data/press.yaml) that the entrypoint hands over: they are of forty languages, and most pages need them only once.
import { languageOfScript } from '../recognition/language.ts';

/** What a text may say, by the name of the patterns that tell. */
export type Saying =
  | 'newsNames'
  | 'otherNames'
  | 'notFound'
  | 'ownPages'
  | 'releases'
  | 'carts'
  | 'datelines'
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

/** The vocabulary: entries of menus by section, how news is told by language, and patterns. */
export interface PressWords extends Record<Saying, string[]> {
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
}

let load: () => PressWords | null = () => null;
let words: Partial<PressWords> | null = null;
let sections = new Map<string, string>();
let patterns = new Map<Saying, RegExp>();

/** Says where the words come from; they are asked for when the first page is judged. Without them nothing says anything. */
export function takePressWords(from: () => PressWords | null): void {
  load = from;
  words = null;
}

function vocabulary(): Partial<PressWords> {
  if (words) return words;
  words = load() ?? {};
  sections = new Map();
  patterns = new Map();
  for (const table of [words.others, words.slight, words.common, words.press])
    for (const section in table) for (const name of table[section] ?? []) sections.set(name, section);
  return words;
}

/** What of a text says this, or ''. Of a long text only the beginning is read. Case counts: patterns are for what is in lower case. */
export function says(what: Saying, text: string): string {
  const known = vocabulary();
  const pattern = patterns.get(what) ?? new RegExp((known[what] ?? ['(?!)']).join('|'));
  patterns.set(what, pattern);
  return pattern.exec(text.slice(0, 3000))?.[0] ?? '';
}

/** A name or title as patterns read it: in lower case, with spaces for punctuation and around it. */
export function plain(name: string): string {
  // Turkish capitals leave a dot above the i when lowered.
  const text = name.slice(0, 3000).toLowerCase().replaceAll('i\u0307', 'i');
  return ` ${text} `.replace(
    /[\s!-/:-@[-`{-~\u00a0-\u00bf\u060c\u061b\u061f\u06d4\u0964\u2000-\u206f\u3000-\u303f]+/g,
    ' ',
  );
}

const SEVERAL = /\s*[&/|,・·、›»(+]\s*/;

/**
 * The sections that a link's text names: "Politik", "国际", two of them in "Science & Health". Usually none.
 * @param text a stranger's: of long ones nothing is read
 */
export function sectionsIn(text: string): string[] {
  if (text.length > 60) return [];
  // Turkish capitals leave a dot above the i when lowered.
  const name = text.trim().toLowerCase().replaceAll('i\u0307', 'i');
  if (name.length === 0 || name.length > 30) return [];
  vocabulary();
  const whole = sections.get(name);
  if (whole) return [whole];
  const parts = SEVERAL.test(name) ? name.split(SEVERAL) : [];
  return parts.flatMap((part) => sections.get(part) ?? []).filter((section) => weightOf(section) > 0);
}

/** What a section weighs that firms and clubs have too. */
export const SLIGHT = 0.25;

/** How much a section in its menu says for a site being news, from 0 to 1; less than nothing where newspapers have none such. */
export function weightOf(section: string): number {
  const { press, slight, others } = vocabulary();
  const [weight = 0.5] = (
    [
      [press, 1],
      [slight, SLIGHT],
      [others, -1],
    ] as const
  ).flatMap(([table, weight]) => (table && Object.hasOwn(table, section) ? weight : []));
  return weight;
}

/** How much a text tells as news does, in a language: what others said, and on which of these days. From 0 to 1. */
export function tellsAsNews(text: string, language: string): number {
  const { telling = {} } = vocabulary();
  const key = language.toLowerCase().split('-')[0] || languageOfScript(text) || '';
  if (!Object.hasOwn(telling, key)) return 0;
  // Chinese, Japanese, Korean and Thai words have no edges.
  const [edge, end] = /^(?:zh|ja|ko|th)$/.test(key) ? ['', ''] : [' ', '(?= )'];
  const words = plain(text);
  const [voices = 0, days = 0] = (telling[key] ?? []).map(
    (list) => new Set(words.match(new RegExp(`${edge}(?:${list})${end}`, 'g'))).size,
  );
  return voices > 1 && days > 0 ? 1 : voices > (days > 0 ? 0 : 1) ? 0.5 : 0;
}
