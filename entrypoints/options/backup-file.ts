// Backups as files on the reader's disk.
import { type Backup, type BackupFault, largest, readBackup } from '../../extension/backup.ts';
import { readText } from '../../extension/downloads.ts';
import { storedOrNull } from '../../stories/check-story.ts';

/** Reads a file that the reader chose; one that is too large to be a backup is not read at all. */
export async function readBackupFile(file: File): Promise<{ backup: Backup | null; faults: BackupFault[] }> {
  const read = await readText(file, largest);
  if ('text' in read) return readBackup(read.text, storedOrNull);
  if (read.fault === 'too-large') return { backup: null, faults: [{ kind: 'too-large' }] };
  return { backup: null, faults: [{ kind: 'unreadable', detail: read.detail }] };
}
