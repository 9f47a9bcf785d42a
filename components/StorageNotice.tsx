// Says that the storage has failed: a change was not saved, or the storage cannot be read.
import type { Localizer } from './localizer.ts';

export interface StorageFault {
  kind: 'unsaved' | 'unread';
  /** The browser's error message. */
  fault: string;
}

export function StorageNotice({ localizer: { t }, kind, fault }: StorageFault & { localizer: Localizer }) {
  return (
    <p class="surface unsaved" role="alert">
      {t(kind)}{' '}
      <span class="note" lang="en">
        {fault}
      </span>
    </p>
  );
}
