// The options: few, each applied at once; what was removed can be restored.
import type { ComponentChildren } from 'preact';
import type { Correction } from '../../extension/corrections.ts';
import type { Settings } from '../../extension/settings.ts';
import type { Shortcut, ShortcutPage } from '../../extension/shortcuts.ts';
import type { Rule } from '../../extension/sites.ts';
import { direction, type Localizer } from '../localizer.ts';
import { Shortcuts } from '../Shortcuts.tsx';
import { Activation, Density } from '../settings.tsx';
import { Undo } from '../Undo.tsx';
import { Backup, type BackupCallbacks, type ImportState } from './Backup.tsx';
import { Corrections } from './Corrections.tsx';
import { Reset } from './Reset.tsx';
import { Sites } from './Sites.tsx';
import { Stories, type SwitchableStory } from './Stories.tsx';
import { Trigger } from './Trigger.tsx';

export interface OptionsProps {
  localizer: Localizer;
  settings: Settings;
  /** The longest dwell that can be set, ms. */
  longestDwell: number;
  /** The library; null until it has been read. */
  stories: readonly SwitchableStory[] | null;
  libraryAddress: string;
  sites: readonly { domain: string; rule: Rule }[];
  corrections: readonly Correction[];
  /** The name of a figure that is muted or corrected; where no story has it, the first id it is told by. */
  nameOf(figure: string): string;
  /** Empty on phones, where there are no keys. */
  shortcuts: readonly Shortcut[];
  imported: ImportState;
  /** The last change, which can be undone. */
  undo: Undoable | null;
  on: OptionsCallbacks;
}

/** A change that can be undone. */
export type Undoable =
  | { kind: 'site'; domain: string }
  | { kind: 'correction'; text: string }
  | { kind: 'unmuted'; figure: string }
  | { kind: 'takenIn'; title: string; place: string }
  | { kind: 'imported' }
  | { kind: 'reset' };

export interface OptionsCallbacks extends BackupCallbacks {
  change(settings: Partial<Omit<Settings, 'muted'>>): void;
  switchStory(id: string, on: boolean): void;
  /** Uses a story again at a place where it was left out. */
  takeIn(story: string, place: string): void;
  /** `null` removes the rule. */
  setSite(host: string, rule: Rule | null): void;
  revoke(correction: Correction): void;
  unmute(figure: string): void;
  openShortcuts: ShortcutPage;
  undo(): void;
}

export function Options(props: OptionsProps) {
  const { localizer, settings, on } = props;
  const { t } = localizer;
  return (
    <main class="surface page options" lang={localizer.locale} dir={direction(localizer.locale)}>
      <header>
        <p class="note">{t('extName')}</p>
        <h1>{t('options_title')}</h1>
      </header>
      <OptionsSection label={t('options_marking')}>
        <Activation
          localizer={localizer}
          value={settings.activation}
          onChange={(activation) => on.change({ activation })}
        />
        <Density localizer={localizer} value={settings.density} onChange={(density) => on.change({ density })} />
      </OptionsSection>
      <OptionsSection label={t('options_card')}>
        <Trigger
          localizer={localizer}
          trigger={settings.trigger}
          dwell={settings.dwell}
          longestDwell={props.longestDwell}
          onChange={on.change}
        />
      </OptionsSection>
      {props.stories && (
        <OptionsSection label={t('options_stories')}>
          <Stories
            localizer={localizer}
            stories={props.stories}
            libraryAddress={props.libraryAddress}
            onSwitch={on.switchStory}
            onTakeIn={on.takeIn}
          />
        </OptionsSection>
      )}
      <OptionsSection label={t('options_sites')}>
        <Sites localizer={localizer} sites={props.sites} onSet={on.setSite} />
      </OptionsSection>
      <OptionsSection label={t('options_corrections')}>
        <Corrections
          localizer={localizer}
          corrections={props.corrections}
          muted={settings.muted}
          nameOf={props.nameOf}
          onRevoke={on.revoke}
          onUnmute={on.unmute}
        />
      </OptionsSection>
      {props.shortcuts.length > 0 && (
        <OptionsSection label={t('options_shortcuts')}>
          <Shortcuts localizer={localizer} shortcuts={props.shortcuts} page={on.openShortcuts} />
        </OptionsSection>
      )}
      <OptionsSection label={t('options_backup')}>
        <Backup localizer={localizer} imported={props.imported} on={on} />
      </OptionsSection>
      <OptionsSection label={t('options_reset')}>
        <Reset localizer={localizer} onReset={on.reset} />
      </OptionsSection>
      <Undo
        localizer={localizer}
        text={props.undo && describeChange(localizer, props.undo, props.nameOf)}
        rows={rowsOf(props)}
        onUndo={on.undo}
      />
    </main>
  );
}

function OptionsSection({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section aria-label={label}>
      <h2>{label}</h2>
      {children}
    </section>
  );
}

/** Changes with each row that comes or goes. */
const rowsOf = ({ sites, corrections, settings: { muted }, stories }: OptionsProps): string =>
  [sites, corrections, muted, (stories ?? []).flatMap(({ leftOut }) => leftOut)].map(({ length }) => length).join(' ');

function describeChange({ t }: Localizer, undo: Undoable, nameOf: OptionsProps['nameOf']): string {
  switch (undo.kind) {
    case 'site':
      return t('options_undoSite', [undo.domain]);
    case 'correction':
      return t('options_undoCorrection', [undo.text]);
    case 'unmuted':
      return t('options_undoMuted', [nameOf(undo.figure)]);
    case 'takenIn':
      return t('options_undoTakenIn', [undo.title, undo.place]);
    case 'imported':
      return t('options_undoImport');
    case 'reset':
      return t('options_undoReset');
  }
}
