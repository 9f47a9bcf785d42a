// Backups as files on the reader's disk.
import { backUp, readBackup, tooLarge } from '../../extension/backup.ts';
import { attempt } from '../../extension/outcome.ts';
import type { Stored } from '../../extension/stored.ts';

/** Firefox reads the file only once the reader has chosen a place for it; ms. */
const URL_LASTS = 60_000;

/** Offers everything that the reader decided as a download. */
export function downloadBackup(stored: Stored): void {
  const file = new Blob([JSON.stringify(backUp(stored), null, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `dramatis-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), URL_LASTS);
}

/** Reads a file that the reader chose; one that is too large to be a backup is not read at all. */
export async function readBackupFile(file: File): Promise<ReturnType<typeof readBackup>> {
  if (tooLarge(file.size)) return { backup: null, faults: [{ kind: 'too-large' }] };
  const text = await attempt(() => file.text());
  return text.ok ? readBackup(text.value) : { backup: null, faults: [{ kind: 'unreadable', detail: text.fault }] };
}
