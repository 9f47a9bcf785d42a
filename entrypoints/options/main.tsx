// Starts the options page: connects it to storage, backup files and the browser's shortcuts.

import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/options/options.css';
import { createLocalizer, forStory } from '../../components/localizer.ts';
import type { ImportState } from '../../components/options/Backup.tsx';
import { Options, type OptionsCallbacks, type OptionsProps, type Undoable } from '../../components/options/Options.tsx';
import { type StorageFault, StorageNotice } from '../../components/StorageNotice.tsx';
import type { Backup } from '../../extension/backup.ts';
import { changeSettings, mute } from '../../extension/changes.ts';
import { createLibraryReader } from '../../extension/checked-stories.ts';
import { correct, listCorrections, revoke } from '../../extension/corrections.ts';
import { downloadBackup } from '../../extension/downloads.ts';
import { switchStory } from '../../extension/library.ts';
import { askBackground } from '../../extension/messages.ts';
import type { Outcome } from '../../extension/outcome.ts';
import { planImport, planReset } from '../../extension/restoring.ts';
import { longestDwell, readSettings } from '../../extension/settings.ts';
import { listShortcuts, type Shortcut, shortcutPage } from '../../extension/shortcuts.ts';
import { listRules, ruleKey } from '../../extension/sites.ts';
import { type Stored, watchStored } from '../../extension/stored.ts';
import { leaveOut } from '../../extension/story-places.ts';
import { today } from '../../extension/today.ts';
import { createUndoableChanges } from '../../extension/undoable-changes.ts';
import { STORY_CHECKER } from '../../stories/check-story.ts';
import { keyOf } from '../../stories/merge.ts';
import { inLanguage, provenanceOf } from '../../stories/story.ts';
import { readBackupFile } from './backup-file.ts';

// 1. The reader's language
const localizer = createLocalizer(i18n.t, browser.i18n.getUILanguage());
document.documentElement.lang = localizer.locale;
document.title = `${i18n.t('options_title')} · ${i18n.t('extName')}`;

// 2. What the page shows
let stored: Stored = {};
/** Whether `stored` is what is stored, and may be shown, changed and backed up. */
let isRead = false;
let stories: OptionsProps['stories'] = null;
let shortcuts: Shortcut[] = [];
let imported: ImportState = { kind: 'none' };
let backup: Backup | null = null;
let fault: StorageFault | null = null;

// 3. What the reader changes
const changes = createUndoableChanges<Undoable>(showOutcome);

function showOutcome(outcome: Outcome<unknown>): void {
  fault = outcome.ok ? null : { kind: 'unsaved', fault: outcome.fault };
  draw();
}

const on: OptionsCallbacks = {
  change: (settings) => void changeSettings(settings).then(showOutcome),
  switchStory: (id, wanted) => void switchStory(id, wanted).then(showOutcome),
  takeIn(id, place) {
    const story = stories?.find((one) => one.story.id === id)?.story;
    const title = story ? inLanguage(story.title, forStory(localizer, story)).text : id;
    void changes.make(
      { kind: 'takenIn', title, place },
      () => leaveOut(id, place, false),
      () => leaveOut(id, place),
    );
  },
  async setSite(host, rule) {
    // An existing rule keeps its key; a host that is typed in gets the key of its registrable domain.
    const site = Object.hasOwn(stored, ruleKey(host)) ? null : await askBackground('site', { host });
    const domain = site?.ok ? site.value.domain : host;
    const key = ruleKey(domain);
    await changes.applyAll({ kind: 'site', domain }, [key], (now) => [
      { key, before: now[key], after: rule ?? undefined },
    ]);
  },
  revoke: (correction) =>
    void changes.make(
      { kind: 'correction', text: correction.text },
      () => revoke(correction),
      () => correct(correction),
    ),
  unmute: (figure) =>
    void changes.make(
      { kind: 'unmuted', figure },
      () => mute(figure, false),
      () => mute(figure),
    ),
  openShortcuts: shortcutPage(),
  export: () => downloadBackup(stored, today()),
  async readFile(file) {
    const { name } = file;
    const { backup: read, faults } = await readBackupFile(file);
    const [first] = faults;
    backup = read;
    if (read) {
      const plans = { merge: planImport(stored, read, 'merge'), replace: planImport(stored, read, 'replace') };
      imported = { kind: 'read', name, faults, plans };
    } else if (first && first.kind !== 'entry' && first.kind !== 'newer')
      imported = { kind: 'refused', name, fault: first };
    draw();
  },
  async import(how) {
    const chosen = backup;
    const shown = imported;
    if (!chosen) return;
    // A second press while it is being stored does nothing. What could not be stored can be tried again.
    backup = null;
    const isDone = await changes.applyAll({ kind: 'imported' }, null, (now) => planImport(now, chosen, how));
    // Another file was chosen meanwhile.
    if (imported !== shown) return;
    if (isDone) imported = { kind: 'none' };
    else backup = chosen;
    draw();
  },
  cancelImport() {
    imported = { kind: 'none' };
    draw();
  },
  reset: () => void changes.applyAll({ kind: 'reset' }, null, planReset),
  undo: () => void changes.undo(),
};

/** The name of a figure that was corrected or muted, as the first story that has it gives it. */
function nameOf(told: string): string {
  const keys = told.split(' ');
  for (const { story } of stories ?? []) {
    const figure = story.figures.find(({ id }) => keys.includes(id) || keys.includes(keyOf(story.id, id)));
    if (figure) return inLanguage(figure.name, forStory(localizer, story)).text;
  }
  return keys[0] ?? told;
}

const root = document.body.appendChild(document.createElement('div'));
function draw(): void {
  render(
    <>
      {fault && <StorageNotice localizer={localizer} {...fault} />}
      {isRead && (
        <Options
          localizer={localizer}
          settings={readSettings(stored)}
          longestDwell={longestDwell}
          stories={stories}
          libraryAddress="/library.html"
          sites={listRules(stored)}
          corrections={listCorrections(stored)}
          nameOf={nameOf}
          shortcuts={shortcuts}
          imported={imported}
          undo={changes.last}
          on={on}
        />
      )}
    </>,
    root,
  );
}

// 4. The storage, wherever it is changed. Several changes at once are drawn once. Settings do not wait until all
// stories are checked.
const readEntries = createLibraryReader(STORY_CHECKER);

async function showStored(): Promise<void> {
  draw();
  const now = stored;
  const entries = await readEntries(now);
  // What has changed meanwhile is read already.
  if (now !== stored) return;
  stories = entries.map((entry) => ({ ...entry, provenance: provenanceOf(entry) }));
  draw();
}

let waiting: ReturnType<typeof setTimeout> | undefined;
watchStored(
  null,
  (now) => {
    stored = now;
    isRead = true;
    if (fault?.kind === 'unread') fault = null;
    clearTimeout(waiting);
    waiting = setTimeout(showStored);
  },
  undefined,
  (reason) => {
    fault = { kind: 'unread', fault: reason };
    draw();
  },
);

// 5. The shortcuts, which the reader changes in another tab
async function readShortcuts(): Promise<void> {
  shortcuts = await listShortcuts(i18n.t('command_open'));
  draw();
}
addEventListener('focus', readShortcuts);
await readShortcuts();
