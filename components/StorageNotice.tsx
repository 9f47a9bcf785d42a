// Says that the storage has failed: a change was not saved, or the storage cannot be read.
import type { ComponentChildren } from 'preact';
import { direction, type Localizer } from './localizer.ts';

export interface StorageFault {
  kind: 'unsaved' | 'unread';
  /** The browser's error message. */
  fault: string;
}

export function StorageNotice({ localizer, kind, fault }: StorageFault & { localizer: Localizer }) {
  return (
    <Unsaved localizer={localizer}>
      {localizer.t(kind)}{' '}
      <span class="note" lang="en">
        {fault}
      </span>
    </Unsaved>
  );
}

/** A notice above the page that stays in sight. */
export function Unsaved({ localizer: { locale }, children }: { localizer: Localizer; children: ComponentChildren }) {
  return (
    <p class="surface unsaved" role="alert" lang={locale} dir={direction(locale)}>
      {children}
    </p>
  );
}
