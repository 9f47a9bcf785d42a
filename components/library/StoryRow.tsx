// One story of the library: what it is, whom it tells of, where it comes from, and what can be done with it.
import { useState } from 'preact/hooks';
import { inLanguage, isDraft } from '../../stories/story.ts';
import { LeftOut } from '../LeftOut.tsx';
import { formatList, type Localizer } from '../localizer.ts';
import { Match } from '../Results.tsx';
import { SiteForm } from '../SiteForm.tsx';
import type { Found } from '../search-results.ts';
import { sourceLabel, storyNotes } from '../sources.tsx';
import type { StoryPlace } from '../story/place.ts';
import { formatBytes } from './bytes.ts';
import type { LibraryCallbacks, LibraryStory } from './callbacks.ts';

/** Names that a row has room for. */
const MOST_NAMES = 5;
/** Matches of a search that a row has room for. */
const MOST_SHOWN = 4;

interface StoryRowProps {
  /** With the language of this story's source. */
  localizer: Localizer;
  told: LibraryStory;
  found: readonly Found[];
  storyAddress: (place: StoryPlace) => string;
  on: Pick<LibraryCallbacks, 'switchStory' | 'leaveOut' | 'takeIn' | 'share' | 'delete'>;
}

export function StoryRow({ localizer, told, found, storyAddress, on }: StoryRowProps) {
  const { t } = localizer;
  const { story, provenance } = told;
  const title = inLanguage(story.title, localizer);
  const matches = matchesIn(found);
  const [shared, setShared] = useState(false);
  return (
    <li class={told.on ? undefined : 'off'}>
      <div class="about">
        <h3>
          <a href={storyAddress({ story: story.id, kind: 'part', id: 'top' })} lang={title.language}>
            {title.text}
          </a>
        </h3>
        <p class="note">{notesOf(localizer, told).join(' · ')}</p>
        {told.on && told.refused !== null && (
          <p class="refused">
            {t('library_refused')}{' '}
            <bdi class="note" lang="en">
              {told.refused}
            </bdi>
          </p>
        )}
        {matches.length > 0 ? (
          <ul class="matches">
            {matches.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a story's summary has several results at one place
              <li key={at}>
                <a href={storyAddress(one.place)}>
                  <Match {...one} story="" />
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <p class="note">{castOf(localizer, story.figures)}</p>
        )}
        {told.notes.size > 0 && <OwnNotes localizer={localizer} told={told} storyAddress={storyAddress} />}
        <div role="status">{shared && <p class="note">{t('library_shared')}</p>}</div>
        <LeftOut
          localizer={localizer}
          title={title.text}
          places={told.leftOut}
          onTakeIn={(place) => on.takeIn(story.id, place)}
        />
        <details>
          <summary class="note">{t('leftOut_fromSite')}</summary>
          <SiteForm localizer={localizer} action={t('options_add')} onSite={(host) => on.leaveOut(story.id, host)} />
        </details>
      </div>
      <div class="doings">
        <button
          class="link"
          type="button"
          aria-label={t('library_shareNamed', [title.text])}
          onClick={() => {
            on.share(story.id);
            setShared(true);
          }}
        >
          {t('library_share')}
        </button>
        {provenance.origin !== 'bundled' && (
          <button
            class="link"
            type="button"
            aria-label={t('library_deleteNamed', [title.text])}
            onClick={() => on.delete(story.id)}
          >
            {t('library_delete')}
          </button>
        )}
        <button
          class="switch"
          type="button"
          role="switch"
          aria-checked={told.on}
          aria-label={title.text}
          onClick={() => on.switchStory(story.id, !told.on)}
        >
          <span class="track" aria-hidden="true" />
          <span class="note" aria-hidden="true">
            {told.on ? t('popup_on') : t('popup_off')}
          </span>
        </button>
      </div>
    </li>
  );
}

/** The reader's notes on figures of the story; each leads to its figure, or where those on others are. */
function OwnNotes({ localizer, told, storyAddress }: Pick<StoryRowProps, 'localizer' | 'told' | 'storyAddress'>) {
  const { story, notes } = told;
  const noted = [...notes].map(([id, text]) => ({ id, text, figure: story.figures.find((one) => one.id === id) }));
  return (
    <details>
      <summary class="note">{localizer.t('library_notes', noted.length)}</summary>
      <ul class="matches">
        {noted.map(({ id, text, figure }) => (
          <li key={id}>
            {figure ? (
              <a
                href={storyAddress({ story: story.id, kind: 'figure', id })}
                lang={inLanguage(figure.name, localizer).language}
              >
                {inLanguage(figure.name, localizer).text}
              </a>
            ) : (
              <a href={storyAddress({ story: story.id, kind: 'part', id: 'cast' })}>{id}</a>
            )}
            <p class="own-words" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What a search has found in the story besides its title; a sentence that is there twice, once. */
function matchesIn(found: readonly Found[]): Found[] {
  const texts = new Map(found.flatMap((one) => (one.kind === 'story' ? [] : [[one.text, one]])));
  return [...texts.values()].slice(0, MOST_SHOWN);
}

/** Its source, how it came, how many figures it has, what it takes of the storage. */
function notesOf(localizer: Localizer, { story, provenance, bytes }: LibraryStory): string[] {
  const { t, locale } = localizer;
  const source = sourceLabel(localizer, story);
  return [
    source !== inLanguage(story.title, localizer).text && source,
    provenance.origin === 'bundled' && t('options_bundled'),
    ...storyNotes(localizer, { ...provenance, draft: isDraft(story, provenance) }),
    t('options_figures', story.figures.length),
    formatBytes(locale, bytes),
  ].filter((note) => note !== false);
}

/** The first names of a cast, people before the rest, and how many more there are. */
function castOf(localizer: Localizer, figures: LibraryStory['story']['figures']): string {
  const people = figures.filter(({ kind }) => kind === 'person');
  const others = figures.filter(({ kind }) => kind !== 'person');
  const names = [...people, ...others].map(({ name }) => inLanguage(name, localizer).text);
  const shown = names.slice(0, MOST_NAMES);
  const more = names.length - shown.length;
  return formatList(localizer.locale, more > 0 ? [...shown, localizer.t('library_more', more)] : shown);
}
