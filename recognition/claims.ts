// Names that several figures claim: namesakes, and people who bear the name of a place.
import { type Figures, firstStory } from './figures.ts';
import type { AcceptedName } from './judged-names.ts';
import type { PageEvidence } from './page-evidence.ts';

/** A name with the further figures that may be meant, by index: nothing tells them apart. */
export interface SettledName extends AcceptedName {
  also: number[];
}

/**
 * Settles who is meant where several figures claim one span. A whole name goes before a surname, then a title that fits
 * one of them alone, then the nearest whole name on the page. Where two bear the same whole name, both may be meant.
 * @returns names in their order; where nothing tells, all claims are left, which is nobody's name
 */
export function settleClaims(figures: Figures, page: PageEvidence, accepted: readonly AcceptedName[]): SettledName[] {
  const claims = new Map<string, AcceptedName[]>();
  for (const name of accepted) {
    const span = `${name.block} ${name.name.start} ${name.name.end}`;
    const known = claims.get(span);
    if (known) known.push(name);
    else claims.set(span, [name]);
  }
  return [...claims.values()].flatMap((all) => {
    const kept = all.length > 1 ? likeliest(figures, page, all) : all;
    const [first] = kept;
    const areWhole =
      kept.every(({ name }) => name.form === 'full' || name.form === 'name') || isBehindWhole(page, kept);
    if (!first || kept.length === 1 || !areWhole) return kept.map((name) => ({ ...name, also: [] }));
    const others = new Set(kept.map(({ name }) => name.figure));
    others.delete(first.name.figure);
    return [{ ...first, also: [...others] }];
  });
}

function likeliest(figures: Figures, page: PageEvidence, all: readonly AcceptedName[]): readonly AcceptedName[] {
  const inOrder = [...all].sort((a, b) => a.name.figure - b.name.figure);
  const whole = inOrder.filter(({ name }) => name.form === 'full');
  if (whole.length > 0) return whole;
  // A later story takes no name from a thing of an earlier one by its own titles.
  const things = inOrder.filter(({ name }) => name.form === 'name');
  const storyOf = ({ name }: AcceptedName) => firstStory(figures.get(name.figure));
  const titled = inOrder.filter(({ evidence: [one] }) => one?.kind === 'title');
  const [bearer] = titled;
  if (bearer && titled.length === 1 && things.every((thing) => storyOf(thing) >= storyOf(bearer))) return titled;
  const named = inOrder.filter(
    (one) => one.evidence[0]?.kind === 'named-in-full' || (titled.includes(one) && things.length === 0),
  );
  // A strong surname stays its figure's, once that is named.
  const strong = named.filter(
    ({ name, evidence: [one] }) =>
      figures.get(name.figure)?.person?.strength === 'strong' &&
      !(one?.kind === 'named-in-full' && one.where === 'below'),
  );
  if (strong.length === 1) return strong;
  const before = named.filter(({ fullNameBefore }) => fullNameBefore >= 0);
  if (before.length > 0) {
    // Two of one name are in one place.
    const places = before.map((one) => placeOf(page, one));
    const nearest = places.reduce((a, b) => (a.block > b.block || (a.block === b.block && a.start > b.start) ? a : b));
    return before.filter((_, at) => places[at]?.block === nearest.block && places[at]?.start === nearest.start);
  }
  if (named.length > 0) return named;
  const first = Math.min(...inOrder.map(storyOf));
  const earliest = inOrder.filter((one) => storyOf(one) === first);
  return things.length > 0 && things.length < inOrder.length && earliest.length > 0 ? earliest : inOrder;
}

/** Where the whole name before a name stands. */
function placeOf({ names }: PageEvidence, { fullNameBefore }: AcceptedName): { block: number; start: number } {
  const whole = names[fullNameBefore];
  return { block: whole?.block ?? -1, start: whole?.name.start ?? -1 };
}

/** Surnames behind one whole name that several bear. */
function isBehindWhole(page: PageEvidence, names: readonly AcceptedName[]): boolean {
  const places = names.map((one) => placeOf(page, one));
  const [first] = places;
  return (
    first !== undefined &&
    first.block >= 0 &&
    places.every(({ block, start }) => block === first.block && start === first.start)
  );
}

/**
 * Leaves out names of later stories that begin or end inside a name of an earlier one. One that holds it whole is
 * another name ("Trump Tower").
 */
export function withoutLaterOverlaps<T extends AcceptedName>(figures: Figures, names: readonly T[]): T[] {
  const inOrder = [...names].sort((a, b) => a.block - b.block || a.name.start - b.name.start);
  const left = new Set<T>();
  const storyOf = ({ name }: T) => firstStory(figures.get(name.figure));
  inOrder.forEach((one, at) => {
    for (let beside = at + 1; beside < inOrder.length; beside++) {
      const other = inOrder[beside] as T;
      if (other.block !== one.block || other.name.start >= one.name.end) break;
      const isInside = other.name.end <= one.name.end || other.name.start === one.name.start;
      if (!isInside && storyOf(one) !== storyOf(other)) left.add(storyOf(one) > storyOf(other) ? one : other);
    }
  });
  return names.filter((one) => !left.has(one));
}
