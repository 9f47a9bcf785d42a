// Export and import as one file. What an import would change, and each fault of the file, is shown before it happens.
import { useState } from 'preact/hooks';
import type { BackupFault, FileFault } from '../../extension/backup.ts';
import type { Change } from '../../extension/restoring.ts';
import type { Localizer } from '../localizer.ts';

/** The state of the file that was chosen last. */
export type ImportState =
  | { kind: 'none' }
  | { kind: 'refused'; name: string; fault: FileFault }
  | {
      kind: 'read';
      name: string;
      faults: readonly BackupFault[];
      plans: Record<'merge' | 'replace', readonly Change[]>;
    };

export interface BackupCallbacks {
  export(): void;
  readFile(file: File): void;
  import(how: 'merge' | 'replace'): void;
  cancelImport(): void;
  reset(): void;
}

interface BackupProps {
  localizer: Localizer;
  imported: ImportState;
  on: BackupCallbacks;
}

export function Backup(props: BackupProps) {
  const { localizer, imported, on } = props;
  const { t } = localizer;
  return (
    <>
      <p class="note">{t('options_backupMeans')}</p>
      <p class="actions">
        <button class="button" type="button" onClick={on.export}>
          {t('options_export')}
        </button>
        <label class="button file">
          {t('options_import')}
          <input
            type="file"
            accept="application/json,.json"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) on.readFile(file);
              // So that the same file can be chosen again after it was corrected.
              event.currentTarget.value = '';
            }}
          />
        </label>
      </p>
      <div role="status">
        {imported.kind !== 'none' && (
          <p class="label">
            <bdi>{imported.name}</bdi>
          </p>
        )}
        {imported.kind === 'refused' && <Refusal localizer={localizer} fault={imported.fault} />}
        {imported.kind === 'read' && <Preview localizer={localizer} imported={imported} on={on} />}
      </div>
    </>
  );
}

function Preview({
  localizer: { t },
  imported: { faults, plans },
  on,
}: {
  localizer: Localizer;
  imported: Extract<ImportState, { kind: 'read' }>;
  on: BackupCallbacks;
}) {
  const [how, setHow] = useState<'merge' | 'replace'>('merge');
  const changes = plans[how];
  const entries = faults.filter((fault) => fault.kind === 'entry');
  return (
    <div class="preview">
      <fieldset class="setting">
        <legend class="label">{t('import_how')}</legend>
        {(['merge', 'replace'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="how" checked={how === one} onChange={() => setHow(one)} />
            <span>{t(`import_${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {faults.some(({ kind }) => kind === 'newer') && <p>{t('import_newer')}</p>}
      <p>{t('import_changes', changes.length)}</p>
      {changes.length > 0 && (
        <ul class="changes note">
          {changes.map(({ key, before, after }) => (
            <li key={key}>
              <bdi>{key}</bdi>: {display(before)} → {display(after)}
            </li>
          ))}
        </ul>
      )}
      {entries.length > 0 && (
        <>
          <p>{t('import_faults', entries.length)}</p>
          <ul class="changes note">
            {entries.map(({ at, expected }) => (
              <li key={at}>{t('fault_entry', [at, expected])}</li>
            ))}
          </ul>
        </>
      )}
      <p class="actions">
        <button class="button" type="button" disabled={changes.length === 0} onClick={() => on.import(how)}>
          {t('import_do')}
        </button>
        <button class="button" type="button" onClick={on.cancelImport}>
          {t('options_cancel')}
        </button>
      </p>
    </div>
  );
}

function Refusal({ localizer: { t }, fault }: { localizer: Localizer; fault: FileFault }) {
  return (
    <p>
      {t(`fault_${keyOf(fault.kind)}`)}{' '}
      {'detail' in fault && (
        <span class="note" lang="en">
          {fault.detail}
        </span>
      )}
    </p>
  );
}

const faultKeys = {
  'too-large': 'tooLarge',
  unreadable: 'unreadable',
  'not-json': 'notJson',
  'not-ours': 'notOurs',
  'too-many': 'tooMany',
} as const satisfies Record<FileFault['kind'], string>;

function keyOf<Kind extends keyof typeof faultKeys>(kind: Kind): (typeof faultKeys)[Kind] {
  return faultKeys[kind];
}

/** A stored value as a short text. */
function display(value: unknown): string {
  if (value === undefined) return '–';
  const text = typeof value === 'string' ? value : (titleOf(value) ?? JSON.stringify(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The title of a story, in the first language that it has; null for anything else. */
function titleOf(value: unknown): string | null {
  const { title, figures } = Object(value) as { title?: Record<string, unknown>; figures?: unknown };
  const text = Array.isArray(figures) && title ? Object.values(title)[0] : null;
  return typeof text === 'string' ? text : null;
}
