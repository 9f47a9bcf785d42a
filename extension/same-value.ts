// Compares values as the storage has them.
import { isRecord } from './settings.ts';

/**
 * Whether two JSON values are the same, whatever the order of keys: Chrome and Edge give back what is stored with
 * sorted ones.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, index) => isSame(one, b[index]));
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]));
}
