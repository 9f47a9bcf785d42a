// Boots the options.

import { story } from 'virtual:story';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/page.css';
import '../../components/options/options.css';
import { createLocalizer } from '../../components/localizer.ts';
import type { ImportState } from '../../components/options/Backup.tsx';
import { Options, type OptionsCallbacks, type Shortcut, type Undoable } from '../../components/options/Options.tsx';
import { type StorageFault, StorageNotice } from '../../components/StorageNotice.tsx';
import {
  apply,
  backUp,
  type Change,
  inverse,
  planImport,
  planReset,
  readBackup,
  tooLarge,
} from '../../extension/backup.ts';
import { changeSettings, mute } from '../../extension/changes.ts';
import { correct, listCorrections, revoke } from '../../extension/corrections.ts';
import { askBackground } from '../../extension/messages.ts';
import { attempt, type Outcome } from '../../extension/outcome.ts';
import { readSettings } from '../../extension/settings.ts';
import { listRules, ruleKey } from '../../extension/sites.ts';
import { follow, type Stored } from '../../extension/stored.ts';
import { listShortcuts, shortcutPage } from './shortcuts.ts';

// 1. The reader's language
const localizer = createLocalizer(i18n.t, browser.i18n.getUILanguage());
document.documentElement.lang = localizer.locale;
document.title = `${i18n.t('options_title')} · ${i18n.t('extName')}`;

// 2. What the page shows
let stored: Stored = {};
let shortcuts: Shortcut[] = [];
let imported: ImportState = { kind: 'none' };
let backup: ReturnType<typeof backUp> | null = null;
let trouble: StorageFault | null = null;
let undo: { what: Undoable; back: () => Promise<Outcome<unknown>> } | null = null;

async function keep(change: Promise<Outcome<unknown>> | undefined): Promise<boolean> {
  const outcome = await change;
  trouble = outcome && !outcome.ok ? { kind: 'unsaved', fault: outcome.fault } : null;
  draw();
  return trouble === null;
}

/** Does something that can be taken back, until the next such thing is done. */
async function act(what: Undoable, forth: () => Promise<Outcome<unknown>>, back: () => Promise<Outcome<unknown>>) {
  if (await keep(forth())) undo = { what, back };
  draw();
}

const change = (what: Undoable, changes: readonly Change[]) =>
  act(
    what,
    () => apply(changes),
    () => apply(inverse(changes)),
  );

const on: OptionsCallbacks = {
  change: (changes) => void keep(changeSettings(changes)),
  async setSite(host, rule) {
    // A rule that is there keeps its key; a site that is typed in gets that of its registrable domain.
    const site = Object.hasOwn(stored, ruleKey(host)) ? null : await askBackground('site', { host });
    const domain = site?.ok ? site.value.domain : host;
    const key = ruleKey(domain);
    await change({ kind: 'site', domain }, [{ key, before: stored[key], after: rule ?? undefined }]);
  },
  revoke: (correction) =>
    void act(
      { kind: 'correction', text: correction.text },
      () => revoke(correction),
      () => correct(correction),
    ),
  unmute: (figure) =>
    void act(
      { kind: 'unmuted', figure },
      () => mute(figure, false),
      () => mute(figure),
    ),
  openShortcuts: shortcutPage(),
  export() {
    const file = new Blob([JSON.stringify(backUp(stored), null, 2)], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `dramatis-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // Firefox reads it only once the reader has chosen a place
  },
  async readFile(file) {
    const { name } = file;
    const { backup: read, faults } = await readFile(file);
    const [fault] = faults;
    backup = read;
    if (read) {
      const plans = { merge: planImport(stored, read, 'merge'), replace: planImport(stored, read, 'replace') };
      imported = { kind: 'read', name, faults, plans };
    } else if (fault && fault.kind !== 'entry') imported = { kind: 'refused', name, fault };
    draw();
  },
  async import(how) {
    if (!backup) return;
    imported = { kind: 'none' };
    await change({ kind: 'imported' }, planImport(stored, backup, how));
  },
  cancelImport() {
    imported = { kind: 'none' };
    draw();
  },
  reset: () => void change({ kind: 'reset' }, planReset(stored)),
  async undo() {
    const { back } = undo ?? {};
    undo = null;
    await keep(back?.());
  },
};

async function readFile(file: File): Promise<ReturnType<typeof readBackup>> {
  // What cannot be a backup is not even read.
  if (tooLarge(file.size)) return { backup: null, faults: [{ kind: 'too-large' }] };
  const text = await attempt(() => file.text());
  return text.ok ? readBackup(text.value) : { backup: null, faults: [{ kind: 'unreadable', detail: text.fault }] };
}

const root = document.body.appendChild(document.createElement('div'));
function draw(): void {
  render(
    <>
      {trouble && <StorageNotice localizer={localizer} {...trouble} />}
      {/* Settings that are not known are neither shown nor changed. */}
      {trouble?.kind !== 'unread' && (
        <Options
          localizer={localizer}
          settings={readSettings(stored)}
          sites={listRules(stored)}
          corrections={listCorrections(stored)}
          figures={story().figures}
          shortcuts={shortcuts}
          imported={imported}
          undo={undo?.what ?? null}
          on={on}
        />
      )}
    </>,
    root,
  );
}

// 3. The storage, here and wherever else it is changed. Many changes at once are drawn once.
let drawing: ReturnType<typeof setTimeout> | undefined;
follow(
  null,
  (now) => {
    stored = now;
    if (trouble?.kind === 'unread') trouble = null;
    clearTimeout(drawing);
    drawing = setTimeout(draw);
  },
  undefined,
  (fault) => {
    trouble = { kind: 'unread', fault };
    draw();
  },
);

// 4. The keys, which the reader changes in another tab
async function readShortcuts(): Promise<void> {
  shortcuts = await listShortcuts(i18n.t('command_open'));
  draw();
}
addEventListener('focus', readShortcuts);
await readShortcuts();
