// The popup: the site's switch, who is on this page, the story in a few sentences, and a search through it.
import { useState } from 'preact/hooks';
import type { Site } from '../../extension/domain.ts';
import type { Status } from '../../extension/messages.ts';
import type { Settings } from '../../extension/settings.ts';
import type { Story } from '../../stories/format.ts';
import { direction, forStory, type Localizer } from '../localizer.ts';
import { AsOf, Citations, SearchIcon, StoryText } from '../parts.tsx';
import { Results } from '../Results.tsx';
import type { Found } from '../search.ts';
import { Activation, Density } from '../settings.tsx';
import { type StoryPlace, statementAt } from '../story/place.ts';
import { PageStatus, type PageStatusCallbacks } from './PageStatus.tsx';
import type { PopupState } from './state.ts';

export interface PopupProps {
  localizer: Localizer;
  state: PopupState;
  story: Story;
  settings: Pick<Settings, 'activation' | 'density'>;
  search: (query: string) => readonly Found[];
  on: PopupCallbacks;
}

export interface PopupCallbacks extends PageStatusCallbacks {
  switchSite(on: boolean): void;
  /** Goes to the next mention of a figure. */
  reveal(figure: string): void;
  change(settings: Partial<Pick<Settings, 'activation' | 'density'>>): void;
  openStory(place?: StoryPlace): void;
  openOptions(): void;
}

export function Popup(all: PopupProps) {
  const { state, on } = all;
  const localizer = forStory(all.localizer, all.story);
  const props = { ...all, localizer };
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
        <button class="link" type="button" onClick={on.openOptions}>
          {t('popup_options')}
        </button>
      </header>

      {'site' in state && (
        <SiteSwitch localizer={localizer} site={state.site} on={state.kind !== 'off'} onSwitch={on.switchSite} />
      )}
      <PageStatus localizer={localizer} state={state} on={on} />

      <search class="find">
        <SearchIcon />
        <input
          type="search"
          aria-label={t('search_label')}
          placeholder={t('search_label')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </search>
      {query.trim() ? (
        <Results localizer={localizer} found={props.search(query)} onOpen={on.openStory} />
      ) : (
        <>
          {state.kind === 'marked' && <Figures {...props} figures={state.figures} />}
          <Summary {...props} />
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

function Figures({ localizer, story, figures, on }: PopupProps & { figures: Status['figures'] }) {
  const { t } = localizer;
  return (
    <section>
      <h2 class="label">{t('popup_figures')}</h2>
      <ul class="figures">
        {figures.map(({ id, count }) => {
          const figure = story.figures.find((one) => one.id === id);
          return (
            figure && (
              <li key={id}>
                <button type="button" onClick={() => on.reveal(id)} title={t('popup_reveal')}>
                  <span>
                    <StoryText localizer={localizer} text={figure.name} class="figure" />
                    {figure.role && <StoryText localizer={localizer} text={figure.role} class="note" />}
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

function Summary({ localizer, story, on }: PopupProps) {
  return (
    <section>
      <h2 class="label">{localizer.t('popup_story')}</h2>
      <StoryText as="p" class="title" localizer={localizer} text={story.title} />
      {story.summary.map((sentence, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no ids, and never change places
        <p key={at}>
          <StoryText localizer={localizer} text={sentence.text} />{' '}
          <Citations
            localizer={localizer}
            cites={sentence.cites}
            onCite={(cite) => on.openStory(statementAt(story, cite))}
          />
        </p>
      ))}
      <p>
        <button class="link" type="button" onClick={() => on.openStory()}>
          {localizer.t('popup_openStory')}
        </button>{' '}
        <span class="note">
          <AsOf localizer={localizer} day={story.asOf} />
        </span>
      </p>
    </section>
  );
}
