// The hash of both filters, letter by letter: FNV-1a (Fowler, Noll, Vo 1991).

/** The hash of a text with one more UTF-16 code unit. */
export const hashStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
