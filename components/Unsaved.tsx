// What a surface says when the storage refuses what the reader changed: full, broken, or gone.
import type { Voice } from './voice.ts';

export function Unsaved({ voice: { t }, fault }: { voice: Voice; fault: string }) {
  return (
    <p class="surface unsaved" role="alert">
      {t('unsaved')}{' '}
      <span class="note" lang="en">
        {fault}
      </span>
    </p>
  );
}
