// Text as it is searched: without accents and vowel signs, in small letters; and where in the text itself a match is.

/** Letters that consist of no others, with those that are typed for them. */
const TYPED_FOR: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
};

/** Its length may be another: accents are gone, "ß" is two letters, and a syllable of Korean is two or three. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łđøħŧıß]/g, (letter) => TYPED_FOR[letter] ?? letter);

/**
 * Finds ranges of the folded text, each from the first code unit to the last, in the text itself: as [start, end).
 * Whole characters, each with the marks that follow it.
 */
export function unfoldRanges(
  text: string,
  ranges: readonly (readonly [first: number, last: number])[],
): [start: number, end: number][] {
  const starts = startsOf(text);
  return ranges.map(([first, last]) => {
    const start = starts[first] ?? text.length;
    const lastStart = starts[last] ?? text.length;
    const next = starts.findIndex((one, at) => at > last && one > lastStart);
    return [start, starts[next] ?? text.length];
  });
}

/** For each code unit of the folded text, where the character begins that it was made of. */
function startsOf(text: string): number[] {
  const starts: number[] = [];
  let start = 0;
  for (const character of text) {
    for (let unit = folded(character).length; unit > 0; unit--) starts.push(start);
    start += character.length;
  }
  return starts;
}
