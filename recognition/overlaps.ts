// Mentions never overlap: a name beats an office, a longer span a shorter one; two figures for one span are nobody's.
import type { Span } from './words.ts';

/** A stretch of a block that was given to a figure. */
export interface Marked extends Span {
  /** Index of the block. */
  block: number;
  figure: string;
}

/** An office, with its span without the country that is part of it. */
export interface MarkedOffice extends Marked {
  core: Span | null;
}

const inOrder = (a: Marked, b: Marked): number => a.block - b.block || a.start - b.start || b.end - a.end;

/** The names that do not overlap, in document order. */
export function namesWithoutOverlaps<T extends Marked>(names: readonly T[]): T[] {
  const kept: T[] = [];
  let contested: T | undefined;
  const isBehind = (name: T, other: T | undefined) => !other || other.block !== name.block || name.start >= other.end;
  for (const name of [...names].sort(inOrder)) {
    const last = kept.at(-1);
    if (!isBehind(name, contested)) continue;
    if (!last || isBehind(name, last)) kept.push(name);
    // Nobody can tell which of them is meant.
    else if (last.start === name.start && last.end === name.end && last.figure !== name.figure) contested = kept.pop();
  }
  return kept;
}

/**
 * The offices that do not overlap, in document order. A name in an office is marked on its own. The office keeps what
 * is its own, and is left out where nothing is.
 * @param names in document order, without overlaps
 */
export function officesWithoutOverlaps<T extends MarkedOffice>(offices: readonly T[], names: readonly Marked[]): T[] {
  const kept: T[] = [];
  let first = 0;
  for (const office of [...offices].sort(inOrder)) {
    const isBefore = (name: Marked) =>
      name.block < office.block || (name.block === office.block && name.end <= office.start);
    while (first < names.length && isBefore(names[first] as Marked)) first++;
    const inside: Marked[] = [];
    for (let at = first; at < names.length; at++) {
      const name = names[at] as Marked;
      if (name.block !== office.block || name.start >= office.end) break;
      inside.push(name);
    }
    const span = spanWithout(office, inside);
    if (!span) continue;
    const { start, end } = span;
    const last = kept.at(-1);
    const isTwice = last !== undefined && last.block === office.block && last.end > start;
    if (start < end && !isTwice) kept.push({ ...office, start, end });
  }
  return kept;
}

/** What an office keeps beside the names inside it: all of it, its core, or nothing. */
function spanWithout(office: MarkedOffice, inside: readonly Marked[]): Span | null {
  if (inside.length === 0) return office;
  const { core } = office;
  const isNamed = (name: Marked) => core !== null && core.start < name.end && name.start < core.end;
  return inside.some(isNamed) ? null : core;
}
