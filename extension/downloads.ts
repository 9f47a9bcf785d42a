// Files that the reader saves on his disk, and files from there.
import { backUp } from './backup.ts';
import { attempt } from './outcome.ts';
import type { Stored } from './stored.ts';

/** Firefox reads the file only once the reader has chosen a place for it; ms. */
const URL_LASTS = 60_000;

/** Offers a text of JSON as a download. */
export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), URL_LASTS);
}

/** Offers everything that the reader decided and keeps as a download, named by the day, `YYYY-MM-DD`. */
export const downloadBackup = (stored: Stored, day: string): void =>
  download(`dramatis-${day}.json`, JSON.stringify(backUp(stored), null, 2));

/** Reads a file that the reader chose; not one that is larger than `most` bytes. */
export async function readText(
  file: File,
  most: number,
): Promise<{ text: string } | { fault: 'too-large' } | { fault: 'unreadable'; detail: string }> {
  if (file.size > most) return { fault: 'too-large' };
  const text = await attempt(() => file.text());
  return text.ok ? { text: text.value } : { fault: 'unreadable', detail: text.fault };
}
