// What a surface says when the storage fails: it refuses what the reader changed, or cannot even be read.
import type { Localizer } from './localizer.ts';

export interface StorageFault {
  kind: 'unsaved' | 'unread';
  /** What the browser says, in its own words. */
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
