// How much of the storage is used, and whether it is full.
import { browser } from 'wxt/browser';
import { attempt } from './outcome.ts';
import type { Stored } from './stored.ts';

/** Sizes of stored values as JSON, in bytes of UTF-8; each is measured once. */
export function bytesOf(): (value: unknown) => number {
  const known = new WeakMap<object, number>();
  const encoder = new TextEncoder();
  const measure = (value: unknown) => encoder.encode(JSON.stringify(value) ?? '').length;
  return (value) => {
    if (typeof value !== 'object' || value === null) return measure(value);
    const size = known.get(value) ?? measure(value);
    known.set(value, size);
    return size;
  };
}

const sizeOf = bytesOf();

/** All that is stored, in bytes: as the browser counts it, else as JSON. */
export async function bytesInUse(stored: Stored): Promise<number> {
  const counted = await attempt(() => browser.storage.local.getBytesInUse(null));
  if (counted.ok && Number.isFinite(counted.value)) return counted.value;
  return Object.entries(stored).reduce((sum, [key, value]) => sum + key.length + sizeOf(value), 0);
}

/** Whether the browser refused to store something because there is no room: by the words of Chromium and Firefox. */
export const isFull = (fault: string): boolean => /quota|no space|disk.*full|FILE_ERROR_NO_SPACE/i.test(fault);
