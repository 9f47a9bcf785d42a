// The popup: the site's switch, who is on this page, the story in a few sentences, and a search through it.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Site } from '../../extension/domain.ts';
import type { Status } from '../../extension/messages.ts';
import type { Settings } from '../../extension/settings.ts';
import type { ToldStory } from '../../stories/story.ts';
import { SearchIcon } from '../icons.tsx';
import { direction, forStory, type Localizer } from '../localizer.ts';
import { Results } from '../Results.tsx';
import type { Found } from '../search-results.ts';
import { Activation, Density } from '../settings.tsx';
import type { StoryPlace } from '../story/place.ts';
import { StoryText } from '../story-text.tsx';
import { PageStatus, type PageStatusCallbacks } from './PageStatus.tsx';
import { Stories, type StoriesCallbacks } from './Stories.tsx';
import { type PopupState, storiesOnPage } from './state.ts';

export interface PopupProps {
  localizer: Localizer;
  state: PopupState;
  /** All that are on; null until they have been read. */
  stories: readonly ToldStory[] | null;
  /** Of these, the ones that the page is about: they are there before the others. */
  storiesHere: readonly ToldStory[] | null;
  /** Ids of those that the reader has left out on this page or site; null where that cannot be chosen. */
  leftOut: readonly string[] | null;
  settings: Pick<Settings, 'activation' | 'density'>;
  search: (query: string) => readonly Found[];
  /** What keeps the article of the page; added when it is loaded. */
  keeping?: ComponentChildren;
  on: PopupCallbacks;
}

export interface PopupCallbacks extends PageStatusCallbacks, StoriesCallbacks {
  switchSite(on: boolean): void;
  /** Goes to the next mention of a figure. */
  reveal(figure: string): void;
  change(settings: Partial<Pick<Settings, 'activation' | 'density'>>): void;
  openStory(place: StoryPlace): void;
  openLibrary(): void;
  openOptions(): void;
  /** Opens the side panel; null where the browser has none. */
  openPanel: (() => void) | null;
}

export function Popup(props: PopupProps) {
  const { localizer, state, stories, storiesHere, on } = props;
  const { t } = localizer;
  const [query, setQuery] = useState('');
  return (
    <main
      class="surface popup"
      lang={localizer.locale}
      dir={direction(localizer.locale)}
      aria-busy={state.kind === 'loading'}
    >
      <header>
        <h1>{t('extName')}</h1>
        <span class="pages">
          {on.openPanel && (
            <button class="link open-panel" type="button" onClick={on.openPanel}>
              {t('popup_panel')}
            </button>
          )}
          <button class="link" type="button" onClick={on.openLibrary}>
            {t('library_title')}
          </button>
          <button class="link" type="button" onClick={on.openOptions}>
            {t('popup_options')}
          </button>
        </span>
      </header>

      {'site' in state && (
        <SiteSwitch localizer={localizer} site={state.site} on={state.kind !== 'off'} onSwitch={on.switchSite} />
      )}
      <PageStatus localizer={localizer} state={state} on={on} />
      {state.kind !== 'loading' && props.keeping}

      <search class="find">
        <SearchIcon />
        <input
          type="search"
          aria-label={t('search_label', stories?.length ?? 1)}
          placeholder={t('search_label', stories?.length ?? 1)}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </search>
      <Results localizer={localizer} found={query.trim() ? props.search(query) : null} onOpen={on.openStory} />
      {query.trim() === '' && (
        <>
          {state.kind === 'marked' && storiesHere && (
            <Figures {...props} stories={storiesHere} figures={state.figures} />
          )}
          {stories && <Stories {...{ localizer, stories, on }} leftOut={props.leftOut} onPage={storiesOnPage(state)} />}
        </>
      )}

      <details class="settings">
        <summary>{t('popup_settings')}</summary>
        <Activation
          localizer={localizer}
          value={props.settings.activation}
          onChange={(activation) => on.change({ activation })}
        />
        <Density localizer={localizer} value={props.settings.density} onChange={(density) => on.change({ density })} />
      </details>
    </main>
  );
}

function SiteSwitch({
  localizer: { t },
  site,
  on,
  onSwitch,
}: {
  localizer: Localizer;
  site: Site;
  on: boolean;
  onSwitch: (on: boolean) => void;
}) {
  return (
    <button class="site" type="button" role="switch" aria-checked={on} onClick={() => onSwitch(!on)}>
      <span>
        <bdi class="domain">{site.domain}</bdi>
        <span class="note">{site.subdomains ? t('popup_scope') : t('popup_scopeHost')}</span>
      </span>
      <span class="track" aria-hidden="true" />
      <span class="note" aria-hidden="true">
        {on ? t('popup_on') : t('popup_off')}
      </span>
    </button>
  );
}

function Figures({
  localizer: everywhere,
  stories,
  figures,
  on,
}: {
  localizer: Localizer;
  stories: readonly ToldStory[];
  figures: Status['figures'];
  on: Pick<PopupCallbacks, 'reveal'>;
}) {
  const { t } = everywhere;
  return (
    <section>
      <h2 class="label">{t('popup_figures')}</h2>
      <ul class="figures">
        {figures.map(({ id, count, stories: members }) => {
          const found = figureIn(stories, members);
          const localizer = found ? forStory(everywhere, found.story) : everywhere;
          return (
            found && (
              <li key={id}>
                <button type="button" onClick={() => on.reveal(id)} title={t('popup_reveal')}>
                  <span>
                    <StoryText localizer={localizer} text={found.figure.name} class="figure" />
                    {found.figure.role && (
                      <StoryText localizer={localizer} text={found.figure.role} most={ROLE_WORDS} class="note" />
                    )}
                  </span>
                  <span class="note">{t('popup_mentions', count)}</span>
                </button>
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

/** A role is seldom longer. */
const ROLE_WORDS = 16;

/** A merged figure as the first of its stories that is here has it. */
function figureIn(stories: readonly ToldStory[], members: Status['figures'][number]['stories']) {
  for (const member of members) {
    const story = stories.find((one) => one.story.id === member.story)?.story;
    const figure = story?.figures.find(({ id }) => id === member.figure);
    if (story && figure) return { story, figure };
  }
  return null;
}
