// What the reader said of figures of several stories: which are one person, and which are not. One storage key,
// `merging`: `{ same: pairs, apart: pairs }`, each pair two times `story/figure`.
import type { Decisions } from '../stories/merge.ts';
import type { Outcome } from './outcome.ts';
import { isRecord } from './settings.ts';
import { amend } from './stored.ts';

export const MERGING = 'merging';

/** `story/figure`, each an id of the format. */
export const FIGURE_KEY = /^[a-z0-9-]{1,64}\/[a-z0-9-]{1,64}$/;
/** Far above what anybody decides by hand. */
const MOST_PAIRS = 5000;

export type Pair = readonly [one: string, other: string];

/** What a stored value says; pairs that are none are left out. */
export function readDecisions(value: unknown): Decisions {
  const { same, apart } = isRecord(value) ? value : {};
  return { same: pairsIn(same), apart: pairsIn(apart) };
}

export const isPair = (value: unknown): value is Pair =>
  Array.isArray(value) &&
  value.length === 2 &&
  value[0] !== value[1] &&
  value.every((key) => typeof key === 'string' && FIGURE_KEY.test(key));

/**
 * Saves what the reader says of pairs. What he said before of the same pairs no longer holds.
 * @param as null takes back what was said
 */
export const decide = (pairs: readonly Pair[], as: keyof Decisions | null): Promise<Outcome<void>> =>
  amendDecisions((decisions) => withDecisions(decisions, pairs, as));

/** Takes back what was decided of these pairs: what was said of them before holds again. */
export function takeBack(pairs: readonly Pair[], before: Decisions): Promise<Outcome<void>> {
  const decided = new Set(pairs.map(keyOfPair));
  const ofThem = (list: readonly Pair[]) => list.filter((pair) => decided.has(keyOfPair(pair)));
  return amendDecisions((decisions) => {
    const others = withDecisions(decisions, pairs, null);
    const withSame = withDecisions(others, ofThem(before.same), 'same');
    return withDecisions(withSame, ofThem(before.apart), 'apart');
  });
}

/** Keeps what a newer version has added to the value; where nothing is decided any more, nothing stays stored. */
function amendDecisions(change: (decisions: Decisions) => Decisions): Promise<Outcome<void>> {
  return amend(MERGING, (value) => {
    const { same: _, apart: __, ...added } = isRecord(value) ? value : {};
    const decisions = change(readDecisions(value));
    const isEmpty = decisions.same.length + decisions.apart.length + Object.keys(added).length === 0;
    return isEmpty ? undefined : { ...added, ...decisions };
  });
}

/** Decisions with some more of them, which win over those that there were. */
export function withDecisions(decisions: Decisions, pairs: readonly Pair[], as: keyof Decisions | null): Decisions {
  const said = new Set(pairs.map(keyOfPair));
  const others = (list: readonly Pair[]) => list.filter((pair) => !said.has(keyOfPair(pair)));
  const left = { same: others(decisions.same), apart: others(decisions.apart) };
  return as === null ? left : { ...left, [as]: [...left[as], ...pairs].slice(-MOST_PAIRS) };
}

/** The same for a pair whichever comes first. */
export const keyOfPair = (pair: Pair): string => [...pair].sort().join(' ');

const pairsIn = (value: unknown): Pair[] => (Array.isArray(value) ? value : []).filter(isPair).slice(-MOST_PAIRS);
