// Starts the library page: connects it to the storage, to files, and to the story page.

import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/library/library.css';
import type { LibraryCallbacks, LibraryChange, LibraryStory } from '../../components/library/callbacks.ts';
import { Library } from '../../components/library/Library.tsx';
import { createLocalizer, forStory, joinClauses } from '../../components/localizer.ts';
import { StorageNotice, Unsaved } from '../../components/StorageNotice.tsx';
import { createSearch, type Search } from '../../components/search.ts';
import { toHash } from '../../components/story/place.ts';
import { createLibraryReader } from '../../extension/checked-stories.ts';
import { REFUSED } from '../../extension/compiled-keys.ts';
import { download, downloadBackup } from '../../extension/downloads.ts';
import { switchStory } from '../../extension/library.ts';
import { deleteStories, importStories, putStories, type StoredStories } from '../../extension/library-changes.ts';
import { decide, MERGING, readDecisions, takeBack } from '../../extension/merging.ts';
import { askBackground } from '../../extension/messages.ts';
import { notesIn, notesOn } from '../../extension/notes.ts';
import { attempt, type Outcome } from '../../extension/outcome.ts';
import { isRecord } from '../../extension/settings.ts';
import { inSlices } from '../../extension/slices.ts';
import { bytesOf, isFull } from '../../extension/storage-room.ts';
import { type Stored, watchStored } from '../../extension/stored.ts';
import { leaveOut } from '../../extension/story-places.ts';
import { today } from '../../extension/today.ts';
import { createUndoableChanges } from '../../extension/undoable-changes.ts';
import { asStored, STORY_CHECKER } from '../../stories/check-story.ts';
import { inLanguage, provenanceOf } from '../../stories/story.ts';
import { writeStoryFile } from '../../stories/story-file.ts';
import { type Incoming, isSamePlan } from '../../stories/story-import.ts';
import { type WhoIsWho, whoIsWho } from '../../stories/who-is-who.ts';
import { readPasted, readStoryFiles } from './story-files.ts';

// 1. The reader's language
const localizer = createLocalizer(i18n.t, browser.i18n.getUILanguage());
document.documentElement.lang = localizer.locale;
document.title = `${i18n.t('library_title')} · ${i18n.t('extName')}`;

// 2. What the page shows
let stored: Stored = {};
let stories: readonly LibraryStory[] | null = null;
let search: Search = () => [];
let people: WhoIsWho = { offered: [], merged: [], decided: [] };
let incoming: readonly Incoming[] | null = null;
let reading = false;
let fault: { kind: 'unsaved' | 'unread' | 'full'; fault: string } | null = null;

// 3. What the reader changes
const changes = createUndoableChanges<LibraryChange>(showOutcome);

function showOutcome(outcome: Outcome<unknown>): void {
  if (outcome.ok) fault = null;
  else fault = { kind: isFull(outcome.fault) ? 'full' : 'unsaved', fault: outcome.fault };
  draw();
}

let saving = false;

/**
 * Makes a change of stories that can be undone; whether it was made. A second press while it is being saved does
 * nothing: undoing that one would bring back what the first has left.
 */
async function change(what: LibraryChange, write: () => Promise<Outcome<StoredStories>>): Promise<boolean> {
  if (saving) return false;
  saving = true;
  let before: StoredStories = {};
  const remembering = async () => {
    const outcome = await write();
    if (outcome.ok) before = outcome.value;
    return outcome;
  };
  try {
    return await changes.make(what, remembering, () => putStories(before));
  } finally {
    saving = false;
  }
}

/** How often something was to be read: what was asked for last is shown. */
let asked = 0;
/** Reads what is previewed, and compares it with the stories that there were then. */
let read: () => Promise<readonly Incoming[]> = async () => [];
let comparedWith: readonly LibraryStory[] | null = null;

/** @param isOther whether what was found is to take the place of what is previewed; answers whether it was found */
async function lookThrough(
  readNow: typeof read,
  isOther: (found: readonly Incoming[]) => boolean = () => true,
): Promise<boolean> {
  asked += 1;
  const mine = asked;
  reading = true;
  draw();
  const now = stories;
  const found = await attempt(readNow);
  if (mine !== asked) return false;
  reading = false;
  if (found.ok) {
    read = readNow;
    comparedWith = now;
    if (isOther(found.value)) incoming = found.value;
  } else showOutcome(found);
  draw();
  return found.ok;
}

/**
 * Whether the preview still says what importing would do, once the stories have changed. It is made again, and shown if
 * it says something else: nothing is replaced that the reader was not asked about.
 */
async function isStillTrue(): Promise<boolean> {
  const before = incoming;
  const isFound = await lookThrough(read, (found) => !before || !isSamePlan(before, found));
  return isFound && incoming === before;
}

const present = () =>
  (stories ?? []).map(({ story, on, provenance }) => ({ story, on, bundled: provenance.origin === 'bundled' }));

const on: LibraryCallbacks = {
  async switchStory(id, wanted) {
    // Shown at once: with many stories the storage takes its time to tell of it.
    stories = (stories ?? []).map((one) => (one.story.id === id ? { ...one, on: wanted } : one));
    draw();
    const outcome = await switchStory(id, wanted);
    showOutcome(outcome);
    if (!outcome.ok) await showLibrary();
  },
  async leaveOut(id, host) {
    const site = await askBackground('site', { host });
    showOutcome(await leaveOut(id, site.ok ? site.value.domain : host));
  },
  takeIn(id, place) {
    void changes.make(
      { kind: 'takenIn', title: titleOf(id), place },
      () => leaveOut(id, place, false),
      () => leaveOut(id, place),
    );
  },
  share(id) {
    const story = stories?.find((one) => one.story.id === id)?.story;
    if (story) download(`${id}.dramatis.json`, writeStoryFile(story, { share: true }));
  },
  delete: (id) => void change({ kind: 'deleted', title: titleOf(id) }, () => deleteStories([id])),
  backUp: () => downloadBackup(stored, today()),
  readFiles: (files) => void lookThrough(() => readStoryFiles(files, present(), readDecisions(stored[MERGING]))),
  readText: (text) => void lookThrough(() => readPasted(text, present(), readDecisions(stored[MERGING]))),
  async import(chosen) {
    if (saving || reading || (stories !== comparedWith && !(await isStillTrue()))) return;
    const wanted = chosen.flatMap((at) => {
      const one = incoming?.[at];
      if (one?.kind !== 'story') return [];
      const isOff = present().some(({ story, on }) => story.id === one.story.id && !on);
      return [{ story: asStored(one.story), isOff }];
    });
    const what = { kind: 'imported', count: wanted.length } as const;
    // What could not be stored can be tried again.
    if (!(await change(what, () => importStories(wanted, new Date().toISOString())))) return;
    incoming = null;
    draw();
  },
  cancelImport() {
    // What is being read is not shown any more.
    asked += 1;
    reading = false;
    incoming = null;
    draw();
  },
  decide(pairs, as) {
    const before = readDecisions(stored[MERGING]);
    void changes.make(
      { kind: 'decided' },
      () => decide(pairs, as),
      () => takeBack(pairs, before),
    );
  },
  undo: () => void changes.undo(),
};

function titleOf(id: string): string {
  const story = stories?.find((one) => one.story.id === id)?.story;
  return story ? inLanguage(story.title, forStory(localizer, story)).text : id;
}

/** What to delete where the storage is full. */
function largest(): string {
  const all = (stories ?? []).filter(({ provenance }) => provenance.origin !== 'bundled');
  const first = [...all].sort((a, b) => b.bytes - a.bytes).slice(0, 3);
  return joinClauses(
    localizer,
    first.map(({ story }) => titleOf(story.id)),
  );
}

const root = document.body.appendChild(document.createElement('div'));
function draw(): void {
  render(
    <>
      {fault && fault.kind !== 'full' && <StorageNotice localizer={localizer} kind={fault.kind} fault={fault.fault} />}
      {fault?.kind === 'full' && <Unsaved localizer={localizer}>{i18n.t('library_full', [largest()])}</Unsaved>}
      {(stories !== null || fault === null) && (
        <Library
          localizer={localizer}
          stories={stories}
          search={search}
          people={people}
          incoming={incoming}
          reading={reading}
          undo={changes.last}
          storyAddress={(place) => `/story.html${toHash(place)}`}
          optionsAddress="/options.html"
          keepAddress="/keep.html"
          on={on}
        />
      )}
    </>,
    root,
  );
}

// 4. The storage, wherever it is changed. Several changes at once are looked at once.
const readEntries = createLibraryReader(STORY_CHECKER);
const sizeOf = bytesOf();

/** Why the background does not compile a story. */
function refusalOf(id: string): string | null {
  const refused = stored[REFUSED];
  const fault = isRecord(refused) && Object.hasOwn(refused, id) ? refused[id] : null;
  return typeof fault === 'string' ? fault : null;
}

async function showLibrary(): Promise<void> {
  const now = stored;
  const entries = await readEntries(now);
  // What has changed meanwhile is read already.
  if (now !== stored) return;
  const notes = notesIn(stored);
  stories = entries.map((entry) => ({
    story: entry.story,
    on: entry.on,
    leftOut: entry.leftOut,
    notes: notesOn(notes, entry.story.id),
    refused: refusalOf(entry.story.id),
    provenance: provenanceOf(entry),
    bytes: sizeOf(stored[`story:${entry.story.id}`]),
  }));
  const all = stories.map(({ story }) => story);
  if (isOther(all, searched)) {
    searched = all;
    search = createSearch(all, localizer);
  }
  draw();
  // Comparing all figures of hundreds of stories takes its time, and is seldom looked at first.
  const compared = [...entries.flatMap(({ story, on }) => (on ? [story] : [])), stored[MERGING]];
  if (!isOther(compared, lastCompared)) return;
  lastCompared = compared;
  const decisions = readDecisions(stored[MERGING]);
  const found = await inSlices(
    whoIsWho(
      entries.flatMap(({ story, on }) => (on ? [story] : [])),
      all,
      decisions,
    ),
  );
  if (lastCompared !== compared) return;
  people = found;
  draw();
}

/** What the search goes through, and what was compared last. */
let searched: readonly unknown[] = [];
let lastCompared: readonly unknown[] = [];

const isOther = (now: readonly unknown[], before: readonly unknown[]): boolean =>
  now.length !== before.length || now.some((one, at) => one !== before[at]);

draw();

let waiting: ReturnType<typeof setTimeout> | undefined;
watchStored(
  null,
  (now) => {
    stored = now;
    if (fault?.kind === 'unread') fault = null;
    clearTimeout(waiting);
    waiting = setTimeout(showLibrary);
  },
  undefined,
  (reason) => {
    fault = { kind: 'unread', fault: reason };
    draw();
  },
);
