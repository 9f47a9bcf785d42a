// Why a page was taken for news, or was not.

/** Kinds of reasons that quote the page, behind the kind. */
type QuotingKind = 'described' | 'menu' | 'named' | 'sections' | 'software' | 'titled';

/** Every kind of reason. `because_<kind>` in locales/ puts it into a sentence. */
export const newsReasonKinds = [
  'author',
  'built',
  'cart',
  'code',
  'dated',
  'dateline',
  'described',
  'error',
  'headlines',
  'journal',
  'list',
  'menu',
  'metadata',
  'named',
  'notes',
  'office',
  'prices',
  'publisher',
  'release',
  'section',
  'sections',
  'site',
  'software',
  'titled',
  'told',
  'unreadable',
] as const;

export type NewsReasonKind = (typeof newsReasonKinds)[number];

/** What was seen, and the page's own words where it quotes them: what it is named, how it is described. */
export type NewsReason =
  | { kind: QuotingKind; detail: string }
  | { kind: Exclude<NewsReasonKind, QuotingKind>; detail?: undefined };

/** The page's own words can be long; UTF-16 code units. */
const LONGEST_REASON = 200;

/** Entries of a menu that a reason quotes, of at most 30 UTF-16 code units each. */
const MOST_ENTRIES = 5;

/** The first entries of a menu as the detail of a reason: each once, on a line of its own. */
export const listed = (entries: Iterable<string>): string => [...new Set(entries)].slice(0, MOST_ENTRIES).join('\n');

/** A reason as one string, as messages tell it: the kind, and behind a space the detail. */
export function reasonText({ kind, detail }: NewsReason): string {
  return (detail === undefined ? kind : `${kind} ${detail}`).slice(0, LONGEST_REASON);
}
