// Beginnings of words as a regular expression that writes once what they have in common.

/** A beginning, piece by piece: letters, and patterns of what may stand between or behind them. */
export type Beginning = readonly string[];

/**
 * Alternatives that find all the beginnings. What they have in common is written once, since the engine tries one
 * alternative after the other at every place. Where a beginning is the beginning of another, the shorter is enough.
 * @param at how many pieces of each are told already; they are the same
 */
export function branches(beginnings: readonly Beginning[], at = 0): string[] {
  const nexts = new Map<string, Beginning[]>();
  for (const beginning of beginnings) {
    const next = beginning[at];
    if (next === undefined) return [];
    const known = nexts.get(next);
    if (known) known.push(beginning);
    else nexts.set(next, [beginning]);
  }
  const firsts = new Map<string, string[]>();
  for (const [first, following] of [...nexts].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const behind = branches(following, at + 1);
    const pattern = behind.length > 1 ? `(?:${behind.join('|')})` : (behind[0] ?? '');
    const known = firsts.get(pattern);
    if (known) known.push(first);
    else firsts.set(pattern, [first]);
  }
  return [...firsts].flatMap(([pattern, all]) => {
    const letters = all.filter((one) => one.length === 1);
    const others = all.filter((one) => one.length > 1);
    if (letters.length > 1) others.unshift(`[${letters.join('')}]`);
    else others.unshift(...letters);
    return others.map((one) => one + pattern);
  });
}
