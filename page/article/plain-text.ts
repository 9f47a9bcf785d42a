// Text as it is kept: one line, without control characters, bounded.

/** UTF-16 code units of an article that are kept; a long book has as many. */
const MOST = 1_500_000;
const MOST_PARAGRAPHS = 20_000;

/**
 * Controls; marks that turn the direction of what follows; soft hyphens and invisible spaces, which would hide a name.
 * The joiners U+200C and U+200D stay: Persian and Hindi are spelt with them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** One line of text: white space made one space, nothing invisible. */
export const plainText = (text: string): string => text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();

/** The first paragraphs that fit into the bound; the last one may be cut. */
export function boundText(paragraphs: readonly string[]): string[] {
  const kept: string[] = [];
  let left = MOST;
  for (const text of paragraphs.slice(0, MOST_PARAGRAPHS)) {
    if (left <= 0) break;
    kept.push(text.slice(0, left));
    left -= text.length;
  }
  return kept;
}
