// Counts words, and cuts what has too many.

/** Words between white space. */
export function words(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** The beginning of a text that is longer than so many words, with “…”. */
export function clipped(text: string, most: number): string {
  const all = text.split(/\s+/).filter(Boolean);
  return all.length > most ? `${all.slice(0, most).join(' ')}…` : text;
}
