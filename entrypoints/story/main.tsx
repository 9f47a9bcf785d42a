// Starts the story page.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/story/story.css';
import '../../components/story/cast.css';
import '../../components/story/edit.css';
import '../../components/story/graph.css';
import '../../components/story/print.css';
import { createLocalizer, forStory } from '../../components/localizer.ts';
import { type StorageFault, StorageNotice } from '../../components/StorageNotice.tsx';
import { createSearch, type Search } from '../../components/search.ts';
import type { Editable, StoryCallbacks } from '../../components/story/editing.ts';
import { fromHash, type StoryPlace, searchIn, toHash } from '../../components/story/place.ts';
import { StoryNews } from '../../components/story/StoryNews.tsx';
import { StoryPage } from '../../components/story/StoryPage.tsx';
import { edited, partsOf } from '../../drafting/edit-kept.ts';
import { watchLibrary } from '../../extension/checked-stories.ts';
import type { StoryEntry } from '../../extension/library.ts';
import { type Notes, notesIn, notesOn } from '../../extension/notes.ts';
import { createUndoableChanges } from '../../extension/undoable-changes.ts';
import { STORY_CHECKER } from '../../stories/check-story.ts';
import { inLanguage, provenanceOf, type ToldStory, withInnerMarks } from '../../stories/story.ts';
import { followVisits, open } from './opened.ts';
import { mergedNotes, saveNote, saveStory } from './saving.ts';

// 1. The reader's language
const localizer = createLocalizer(i18n.t, browser.i18n.getUILanguage());
document.documentElement.lang = localizer.locale;

// 2. The story that the address names, at the place that it names
const root = document.body.appendChild(document.createElement('div'));
let entries: readonly StoryEntry[] = [];
let stories: readonly ToldStory[] | null = null;
let search: Search = () => [];
let notes: Notes = new Map();
let fault: StorageFault | null = null;

function draw(): void {
  const place = stories && fromHash(location.hash, stories[0]?.story.id ?? '');
  document.title = titleFor(place);
  render(
    <>
      {fault && <StorageNotice localizer={localizer} {...fault} />}
      {stories && (
        <StoryPage
          localizer={localizer}
          stories={stories}
          place={place}
          query={searchIn(location.hash) ?? ''}
          search={search}
          libraryAddress="/library.html"
          notes={(story) => notesOn(notes, story)}
          editable={editable}
          changed={changes.last}
          on={on}
          go={(to) => {
            location.hash = toHash(to);
          }}
          head={newsOf(place?.story)}
        />
      )}
    </>,
    root,
  );
}

function titleFor(place: StoryPlace | null): string {
  const told = stories?.find(({ story }) => story.id === place?.story) ?? stories?.[0];
  const title = told && inLanguage(told.story.title, forStory(localizer, told.story)).text;
  return [title, i18n.t('extName')].filter(Boolean).join(' · ');
}

/** What is new in the story that is shown. */
function newsOf(named: string | undefined) {
  const story = (stories?.find((one) => one.story.id === named) ?? stories?.[0])?.story;
  const entry = entries.find((one) => one.story === story);
  const news = entry && open(entry);
  if (!story || !news) return null;
  return (
    <StoryNews
      localizer={forStory(localizer, story)}
      story={withInnerMarks(story)}
      news={news}
      kept={entry.kept?.added ?? null}
    />
  );
}

// 3. What the reader changes: the background writes it
/** Of each, the id of its story is told. */
const changes = createUndoableChanges<string>((outcome) => {
  fault = outcome.ok ? null : { kind: 'unsaved', fault: outcome.fault };
  draw();
});

const on: StoryCallbacks = {
  async edit(id, ...edits) {
    const before = entries.find(({ story }) => story.id === id)?.story;
    if (!before) return false;
    const after = edits.reduce((story, edit) => edited(story, edit, forStory(localizer, story)), before);
    if (after === before) return true;
    const merge = edits.find((edit) => edit.kind === 'merge');
    const noted = merge ? mergedNotes(notes, id, merge.figure, merge.other) : null;
    return changes.make(
      id,
      () => (noted?.merge ?? saveStory)(after, before.revision),
      // Refused where the story has been changed since.
      () => (noted?.part ?? saveStory)(before, before.revision + 1),
    );
  },
  note(story, figure, text) {
    const before = notes.get(`${story}/${figure}`) ?? '';
    return changes.make(
      story,
      () => saveNote({ story, figure, text }),
      () => saveNote({ story, figure, text: before }),
    );
  },
  undo: () => void changes.undo(),
};

const editable = ({ story, provenance }: ToldStory): Editable | null =>
  provenance.origin === 'bundled' ? null : { partsOf: (figure) => partsOf(story, figure) };

// 4. And again whenever the address or the library changes
addEventListener('hashchange', show);
followVisits();
document.addEventListener('visibilitychange', show);
watchLibrary(
  STORY_CHECKER,
  (found, stored) => {
    if (fault?.kind === 'unread') fault = null;
    entries = found;
    notes = notesIn(stored);
    show();
  },
  (reason) => {
    fault = { kind: 'unread', fault: reason };
    draw();
  },
);

/** Shows the stories that are on, and one that is off where the address names it, as the library's links do. */
function show(): void {
  const named = fromHash(location.hash, '')?.story;
  const shown = entries.filter(({ on, story }) => on || story.id === named);
  const before = stories?.map(({ story }) => story) ?? [];
  stories = shown.map((entry) => ({ story: entry.story, provenance: provenanceOf(entry) }));
  const isOther = shown.length !== before.length || shown.some(({ story }, at) => story !== before[at]);
  if (isOther)
    search = createSearch(
      shown.map(({ story }) => story),
      localizer,
    );
  draw();
}
