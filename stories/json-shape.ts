// Whether a value that was parsed can be looked through at all: how deep it is, how large, and how its keys are named.
import { BOUNDS, isPlainKey } from './bounds.ts';
import type { Path } from './faults.ts';

/** What is wrong and how to mend it, as in faults.ts. */
export interface ShapeFault {
  path: Path;
  wrong: string;
  mend: string;
}

export const TOO_LARGE = { wrong: `has more than ${BOUNDS.bytes / 1_000_000} MB`, mend: 'Split the story' };

const TOO_DEEP = { wrong: `has more than ${BOUNDS.depth} lists and records inside one another`, mend: 'Flatten it' };

/** A list or record that is being walked through; `keys` is null for a list, `at` the next part of it. */
interface Frame {
  value: object;
  keys: readonly string[] | null;
  at: number;
}

const frameOf = (value: object): Frame => ({ value, keys: Array.isArray(value) ? null : Object.keys(value), at: 0 });

const keyBefore = ({ keys, at }: Frame): string | number => keys?.[at - 1] ?? at - 1;

/**
 * The first thing because of which a value may not be read, null where all is well. Walks without calling itself, so
 * that no depth is too deep for it, and ends at a bound where a value holds itself.
 */
export function shapeFault(value: unknown): ShapeFault | null {
  const frames: Frame[] = [];
  let size = 0;
  for (let [part, more] = [value, true]; more; ) {
    size += typeof part === 'string' ? part.length : 1;
    if (size > BOUNDS.bytes) return { path: [], ...TOO_LARGE };
    if (typeof part === 'object' && part !== null) {
      if (frames.length >= BOUNDS.depth) return { path: [], ...TOO_DEEP };
      const frame = frameOf(part);
      const word = frame.keys?.find((key) => !isPlainKey(key));
      if (word !== undefined)
        return {
          path: frames.map(keyBefore),
          wrong: `has a field “${word}”, which is a word of JavaScript`,
          mend: 'Take it out',
        };
      frames.push(frame);
    }
    ({ part, more } = nextPart(frames));
  }
  return null;
}

/** Takes the next part of the innermost frame that has one. */
function nextPart(frames: Frame[]): { part: unknown; more: boolean } {
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const { value, keys } = frame;
    const length = keys?.length ?? (value as unknown[]).length;
    if (frame.at < length) {
      frame.at++;
      return { part: (value as Record<string | number, unknown>)[keyBefore(frame)], more: true };
    }
    frames.pop();
  }
  return { part: undefined, more: false };
}

/** Whether a value holds more than so many values. */
export function hasMoreValues(value: unknown, most: number): boolean {
  const frames: Frame[] = [];
  let count = 0;
  for (let [part, more] = [value, true]; more && count <= most; count++) {
    if (typeof part === 'object' && part !== null) frames.push(frameOf(part));
    ({ part, more } = nextPart(frames));
  }
  return count > most;
}
