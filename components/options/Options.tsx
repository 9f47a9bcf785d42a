// The options: few, each applied at once, each list with its way back.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Correction } from '../../extension/corrections.ts';
import type { Settings } from '../../extension/settings.ts';
import type { Rule } from '../../extension/sites.ts';
import type { Figure } from '../../stories/story.ts';
import { Activation, Density } from '../settings.tsx';
import { direction, type Voice } from '../voice.ts';
import { Backup, type BackupCallbacks, type ImportState } from './Backup.tsx';
import { Corrections } from './Corrections.tsx';
import { Sites } from './Sites.tsx';
import { Trigger } from './Trigger.tsx';

export interface OptionsProps {
  voice: Voice;
  settings: Settings;
  sites: readonly { domain: string; rule: Rule }[];
  corrections: readonly Correction[];
  /** To name those that are muted or corrected. */
  figures: readonly Figure[];
  shortcuts: readonly Shortcut[];
  imported: ImportState;
  /** What was done last and can be taken back. */
  undo: Undoable | null;
  on: OptionsCallbacks;
}

export interface Shortcut {
  /** What the command does, in the reader's language. */
  description: string;
  /** As the browser writes it; empty where none is assigned. */
  keys: string;
}

export type Undoable =
  | { kind: 'site'; domain: string }
  | { kind: 'correction'; text: string }
  | { kind: 'unmuted'; figure: string }
  | { kind: 'imported' }
  | { kind: 'reset' };

export interface OptionsCallbacks extends BackupCallbacks {
  change(settings: Partial<Omit<Settings, 'muted'>>): void;
  /** `null` takes the rule back. */
  setSite(host: string, rule: Rule | null): void;
  revoke(correction: Correction): void;
  unmute(figure: string): void;
  /** Opens the browser's own page for shortcuts; null where it has none that can be opened. */
  openShortcuts: (() => void) | null;
  undo(): void;
}

export function Options(props: OptionsProps) {
  const { voice, settings, on } = props;
  const { t } = voice;
  return (
    <main class="surface page options" lang={voice.locale} dir={direction(voice.locale)}>
      <header>
        <p class="note">{t('extName')}</p>
        <h1>{t('options_title')}</h1>
      </header>
      <Part label={t('options_marking')}>
        <Activation voice={voice} value={settings.activation} onChange={(activation) => on.change({ activation })} />
        <Density voice={voice} value={settings.density} onChange={(density) => on.change({ density })} />
      </Part>
      <Part label={t('options_card')}>
        <Trigger voice={voice} trigger={settings.trigger} dwell={settings.dwell} onChange={on.change} />
      </Part>
      <Part label={t('options_sites')}>
        <Sites voice={voice} sites={props.sites} onSet={on.setSite} />
      </Part>
      <Part label={t('options_corrections')}>
        <Corrections
          voice={voice}
          corrections={props.corrections}
          muted={settings.muted}
          figures={props.figures}
          onRevoke={on.revoke}
          onUnmute={on.unmute}
        />
      </Part>
      <Part label={t('options_shortcuts')}>
        <Shortcuts voice={voice} shortcuts={props.shortcuts} onOpen={on.openShortcuts} />
      </Part>
      <Part label={t('options_backup')}>
        <Backup voice={voice} imported={props.imported} figures={props.figures} on={on} />
      </Part>
      <Part label={t('options_reset')}>
        <Reset voice={voice} onReset={on.reset} />
      </Part>
      <div class="undo" role="status">
        {props.undo && (
          <p>
            <span>{undoneText(voice, props.undo, props.figures)}</span>
            <button class="button" type="button" onClick={on.undo}>
              {t('options_undo')}
            </button>
          </p>
        )}
      </div>
    </main>
  );
}

function Part({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section aria-label={label}>
      <h2>{label}</h2>
      {children}
    </section>
  );
}

function Shortcuts({
  voice: { t },
  shortcuts,
  onOpen,
}: {
  voice: Voice;
  shortcuts: readonly Shortcut[];
  onOpen: (() => void) | null;
}) {
  return (
    <>
      <dl class="rows">
        {shortcuts.map(({ description, keys }) => (
          <div key={description}>
            <dt>{description}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : <span class="note">{t('options_noKeys')}</span>}</dd>
          </div>
        ))}
      </dl>
      {onOpen ? (
        <button class="button" type="button" onClick={onOpen}>
          {t('options_changeKeys')}
        </button>
      ) : (
        <p class="note">{t('options_keysElsewhere')}</p>
      )}
    </>
  );
}

/** Asks once more before everything goes. */
function Reset({ voice: { t }, onReset }: { voice: Voice; onReset: () => void }) {
  const [asked, ask] = useState(false);
  return (
    <>
      <p class="note">{t('options_resetMeans')}</p>
      <p class="actions">
        {asked ? (
          <>
            <button
              class="button"
              type="button"
              onClick={() => {
                ask(false);
                onReset();
              }}
            >
              {t('options_resetSure')}
            </button>
            <button class="button" type="button" onClick={() => ask(false)}>
              {t('options_cancel')}
            </button>
          </>
        ) : (
          <button class="button" type="button" onClick={() => ask(true)}>
            {t('options_resetAll')}
          </button>
        )}
      </p>
    </>
  );
}

function undoneText({ t, language }: Voice, undo: Undoable, figures: readonly Figure[]): string {
  switch (undo.kind) {
    case 'site':
      return t('options_undoSite', [undo.domain]);
    case 'correction':
      return t('options_undoCorrection', [undo.text]);
    case 'unmuted':
      return t('options_undoMuted', [figures.find(({ id }) => id === undo.figure)?.name[language] ?? undo.figure]);
    case 'imported':
      return t('options_undoImport');
    case 'reset':
      return t('options_undoReset');
  }
}
