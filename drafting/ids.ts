// Ids of the format: `[a-z0-9-]{1,64}`, made from a name where it has letters of ASCII.
import { foldText } from '../recognition/fold.ts';

const LONGEST = 48;

/**
 * An id for a name, unlike all that are taken; it is added to them.
 * @param fallback begins the id of a name without a letter of ASCII
 */
export function slug(name: string, taken: Set<string>, fallback = 'f'): string {
  const base = foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  // Names of a record's own keys ("constructor") are no ids.
  const start = base.length > 1 && !(base in {}) ? base : fallback;
  let id = start;
  for (let number = 1; taken.has(id) || id === fallback; number++) id = `${start}-${number + taken.size}`;
  taken.add(id);
  return id;
}

/** A short text that stands for a longer one: FNV-1a, 32 bits, in base 36. */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}
