// Ids of the format: `[a-z0-9-]{1,64}`, made from a name where it has letters of ASCII.
import { foldText } from '../recognition/fold.ts';

const LONGEST = 48;

/**
 * An id for a name, unlike all that are taken; it is added to them. Unless it is taken it follows from the name alone:
 * what a reader has said of a figure hangs on its id, also when the article is drafted anew.
 * @param fallback begins the id of a name without a letter of ASCII
 */
export function slug(name: string, taken: Set<string>, fallback = 'f'): string {
  const folded = foldText(name);
  const base = folded
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  // Names of a record's own keys ("constructor") are no ids.
  const isTelling = base.length > 1 && /[a-z]/.test(base) && !(base in {});
  const start = isTelling ? base : `${fallback}-${digest(folded)}`;
  let id = start;
  for (let number = 1; taken.has(id); number++) id = `${start}-${number + taken.size}`;
  taken.add(id);
  return id;
}

/** A short text that stands for a longer one: FNV-1a, 32 bits, in base 36. */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}
