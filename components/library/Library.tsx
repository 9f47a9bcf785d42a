// The library: every story with a switch, a search over all of them, import and export, and who is one person.
import { useState } from 'preact/hooks';
import type { Incoming } from '../../stories/story-import.ts';
import type { WhoIsWho } from '../../stories/who-is-who.ts';
import { SearchIcon } from '../icons.tsx';
import { direction, forStory, type Localizer } from '../localizer.ts';
import type { Search } from '../search.ts';
import type { Found } from '../search-results.ts';
import type { StoryPlace } from '../story/place.ts';
import { Undo } from '../Undo.tsx';
import { formatBytes } from './bytes.ts';
import type { LibraryCallbacks, LibraryChange, LibraryStory } from './callbacks.ts';
import { Import } from './Import.tsx';
import { People } from './People.tsx';
import { StoryRow } from './StoryRow.tsx';

export interface LibraryProps {
  localizer: Localizer;
  /** Null while they are read. */
  stories: readonly LibraryStory[] | null;
  search: Search;
  people: WhoIsWho;
  /** What an import would do; null where none is being looked at. */
  incoming: readonly Incoming[] | null;
  /** Files are being read. */
  reading: boolean;
  /** The last change, which can be undone. */
  undo: LibraryChange | null;
  /** The address of a place in the story page, and of the options. */
  storyAddress(place: StoryPlace): string;
  optionsAddress: string;
  /** Of the page on which an article is pasted, or chosen as a file. */
  keepAddress: string;
  on: LibraryCallbacks;
}

export function Library(props: LibraryProps) {
  const { localizer, stories } = props;
  const { t } = localizer;
  return (
    <main class="surface page library" lang={localizer.locale} dir={direction(localizer.locale)}>
      <header>
        <p class="note">{t('extName')}</p>
        <h1>{t('library_title')}</h1>
        <p>{t('library_about')}</p>
        <p>
          <a href={props.keepAddress}>{t('library_newFromArticle')}</a>
        </p>
      </header>
      {stories ? <Loaded {...props} stories={stories} /> : <p role="status">{t('incoming_reading')}</p>}
    </main>
  );
}

type LoadedProps = LibraryProps & { stories: readonly LibraryStory[] };

/** What is shown once the stories are there: what is imported is compared with them. */
function Loaded(props: LoadedProps) {
  const { localizer, on } = props;
  const { t } = localizer;
  return (
    <>
      <Import localizer={localizer} incoming={props.incoming} reading={props.reading} on={on} />
      <Stories {...props} />
      <People localizer={localizer} people={props.people} onDecide={on.decide} />
      <section aria-label={t('library_backUp')}>
        <h2>{t('library_backUp')}</h2>
        <p class="note">{t('library_backUpMeans')}</p>
        <p class="actions">
          <button class="button" type="button" onClick={on.backUp}>
            {t('library_backUpDo')}
          </button>
          <a href={props.optionsAddress}>{t('library_restore')}</a>
        </p>
      </section>
      <Undo
        localizer={localizer}
        text={props.undo && describeChange(localizer, props.undo)}
        rows={rowsOf(props)}
        onUndo={on.undo}
      />
    </>
  );
}

/** Changes with each row that comes or goes. */
const rowsOf = ({ stories, people: { offered, merged, decided } }: LoadedProps): string =>
  [stories, stories.flatMap(({ leftOut }) => leftOut), offered, merged, decided].map(({ length }) => length).join(' ');

/** The stories, or those that a search finds, each with what it was found by. */
function Stories({ localizer, stories, search, storyAddress, on }: LoadedProps) {
  const { t, locale } = localizer;
  const [query, setQuery] = useState('');
  const [most, setMost] = useState(MOST_ROWS);
  const found = query.trim() === '' ? null : matchesByStory(search(query, Infinity));
  const shown = found ? storiesIn(stories, [...found.keys(), ...(search.storiesWith?.(query) ?? [])]) : stories;
  return (
    <section aria-label={t('options_stories')}>
      <h2>{t('options_stories')}</h2>
      <search class="find">
        <SearchIcon />
        <input
          type="search"
          aria-label={t('library_search')}
          placeholder={t('library_search')}
          value={query}
          // The first search of many stories makes an index, which takes longer than a key should.
          onFocus={() => void search('a', 0)}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setMost(MOST_ROWS);
          }}
        />
      </search>
      <p class="note" role="status">
        {found && shown.length === 0 ? t('search_nothing') : t('library_stories', shown.length)}
        {shown.length > 0 && ` · ${formatBytes(locale, sizeOf(shown))}`}
      </p>
      <ul class="rows">
        {shown.slice(0, most).map((told) => (
          <StoryRow
            key={told.story.id}
            localizer={forStory(localizer, told.story)}
            told={told}
            found={found?.get(told.story.id) ?? []}
            storyAddress={storyAddress}
            on={on}
          />
        ))}
      </ul>
      {shown.length > most && (
        <p class="actions">
          <button class="button" type="button" onClick={() => setMost(most + MORE_ROWS)}>
            {t('library_showMore', shown.length - most)}
          </button>
        </p>
      )}
      {stories.every(({ provenance }) => provenance.origin === 'bundled') && <p>{t('library_only')}</p>}
    </section>
  );
}

/** Rows at first, and how many more at a time: five hundred take a second to lay out, and are found by searching. */
const MOST_ROWS = 30;
const MORE_ROWS = 200;
/** The stories with these ids, each once, in the order of the ids. */
function storiesIn(stories: readonly LibraryStory[], ids: readonly string[]): LibraryStory[] {
  const byId = new Map(stories.map((told) => [told.story.id, told]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

/** What the listed stories take, as their rows say it. */
const sizeOf = (stories: readonly LibraryStory[]): number => stories.reduce((sum, { bytes }) => sum + bytes, 0);

/** What was found, by story: the one of the best match first. */
function matchesByStory(found: readonly Found[]): Map<string, Found[]> {
  const stories = new Map<string, Found[]>();
  for (const one of found) {
    const { story } = one.place;
    const matches = stories.get(story);
    if (matches) matches.push(one);
    else stories.set(story, [one]);
  }
  return stories;
}

function describeChange({ t }: Localizer, change: LibraryChange): string {
  switch (change.kind) {
    case 'deleted':
      return t('library_undoDelete', [change.title]);
    case 'imported':
      return t('library_undoImport', change.count);
    case 'decided':
      return t('library_undoDecided');
    case 'takenIn':
      return t('options_undoTakenIn', [change.title, change.place]);
  }
}
