// What a phrase names, in one number, for a list of names may hold ten thousand.

/**
 * What a phrase names, in one number, for a list may hold ten thousand. Bit 0: it is a person's whole name. Bits 1 to
 * 8: which of its words have a capital. The rest: the figure's index.
 */
export type PackedName = number;

const CAPITALS = 8; // words

/** `spelling` is the folded phrase with its capitals kept, words joined by one space. */
export function packName(figure: number, spelling: string, full: boolean): PackedName {
  let packed = (figure << (CAPITALS + 1)) | Number(full);
  spelling.split(' ').forEach((word, at) => {
    if (at < CAPITALS && word !== word.toLowerCase()) packed |= 2 << at;
  });
  return packed;
}

export const figureOf = (name: PackedName): number => name >> (CAPITALS + 1);
export const isFull = (name: PackedName): boolean => (name & 1) === 1;
/** True where the spelling has a capital at this word of the phrase; known of the first eight. */
export const hasCapital = (name: PackedName, at: number): boolean => at < CAPITALS && ((name >> (at + 1)) & 1) === 1;
