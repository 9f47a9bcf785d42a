// How much of the storage a value takes, and whether it is full.

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

/** Whether the browser refused to store something because there is no room: by the words of Chromium and Firefox. */
export const isFull = (fault: string): boolean => /quota|no space|disk.*full|FILE_ERROR_NO_SPACE/i.test(fault);
