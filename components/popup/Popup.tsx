// The popup: this site and its switch, who is on this page, the story in a few sentences, and a search through it.
import { useState } from 'preact/hooks';
import type { Story } from '../../data/story.ts';
import type { Site } from '../../extension/domain.ts';
import type { Status } from '../../extension/messages.ts';
import type { Settings } from '../../extension/settings.ts';
import { Cites, SearchIcon, Told } from '../parts.tsx';
import { Results } from '../Results.tsx';
import type { Found } from '../search.ts';
import { Activation, Density } from '../settings.tsx';
import { type StoryPlace, statementAt } from '../story/place.ts';
import { dateIn, direction, listIn, type Voice } from '../voice.ts';
import type { PopupState, WhyMarked } from './state.ts';

export interface PopupProps {
  voice: Voice;
  state: PopupState;
  story: Story;
  settings: Pick<Settings, 'activation' | 'density'>;
  search: (query: string) => readonly Found[];
  on: PopupCallbacks;
}

export interface PopupCallbacks {
  switchSite(on: boolean): void;
  /** Marks a page that is not news, for as long as it stays open. */
  markAnyway(): void;
  /** Asks the browser for the access it withholds. */
  grant(): void;
  reveal(figure: string): void;
  change(settings: Partial<Pick<Settings, 'activation' | 'density'>>): void;
  openStory(place?: StoryPlace): void;
  openOptions(): void;
}

export function Popup(props: PopupProps) {
  const { voice, state, on } = props;
  const { t } = voice;
  const [query, setQuery] = useState('');
  return (
    <main class="surface popup" lang={voice.locale} dir={direction(voice.locale)} aria-busy={state.kind === 'loading'}>
      <header>
        <h1>{t('extName')}</h1>
        <button class="link" type="button" onClick={on.openOptions}>
          {t('popup_options')}
        </button>
      </header>

      {'site' in state && (
        <SiteSwitch voice={voice} site={state.site} on={state.kind !== 'off'} onSwitch={on.switchSite} />
      )}
      <Why {...props} />

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
        <Results voice={voice} found={props.search(query)} onOpen={on.openStory} />
      ) : (
        <>
          {state.kind === 'marked' && <Figures {...props} figures={state.figures} />}
          <Summary {...props} />
        </>
      )}

      <details class="settings">
        <summary>{t('popup_settings')}</summary>
        <Activation
          voice={voice}
          value={props.settings.activation}
          onChange={(activation) => on.change({ activation })}
        />
        <Density voice={voice} value={props.settings.density} onChange={(density) => on.change({ density })} />
      </details>
    </main>
  );
}

function SiteSwitch({
  voice: { t },
  site,
  on,
  onSwitch,
}: {
  voice: Voice;
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

/** Why the page is marked or not, and what to do about it. */
function Why({ voice, state, on }: PopupProps) {
  const { t } = voice;
  switch (state.kind) {
    case 'loading':
      return <p class="note">{t('popup_loading')}</p>;
    case 'no-access':
      return state.withheld ? (
        <div class="why">
          <p>{t('popup_withheld')}</p>
          <button class="button" type="button" onClick={on.grant}>
            {t('grant')}
          </button>
        </div>
      ) : (
        <p class="why">{t('popup_noAccess')}</p>
      );
    case 'off':
      return <p class="why">{state.because === 'not-chosen' ? t('popup_notChosen') : t('popup_switchedOff')}</p>;
    case 'not-news':
      return (
        <div class="why">
          <p>{t('popup_notNews')}</p>
          <Because voice={voice} because={state.because} />
          <button class="button" type="button" onClick={on.markAnyway}>
            {t('popup_markAnyway')}
          </button>
        </div>
      );
    case 'nothing':
      return (
        <div class="why">
          <p>{t('popup_nothing')}</p>
          <p class="note">{whyMarked(voice, state.why)}</p>
        </div>
      );
    case 'marked':
      return (
        <div class="why">
          <p class="note">{whyMarked(voice, state.why)}</p>
          {state.why.by === 'news' && <Because voice={voice} because={state.why.because} />}
        </div>
      );
  }
}

function whyMarked({ t }: Voice, why: WhyMarked): string {
  switch (why.by) {
    case 'news':
      return t(`popup_by_${why.kind}`);
    case 'switched-on':
      return t('popup_by_switchedOn');
    default:
      return t(`popup_by_${why.by}`);
  }
}

/** The first few reasons are enough to be believed. */
const reasons = 3;

function Because({ voice, because }: { voice: Voice; because: readonly string[] }) {
  const told = because.slice(0, reasons).map((reason) => inWords(voice, reason));
  if (told.length === 0) return null;
  return (
    <p class="note">
      {voice.t('popup_because')} {listIn(voice.locale, told)}
    </p>
  );
}

/** A reason of page/news.ts in words: what was seen, and behind a space the page's own words, which may run the other way. */
function inWords({ t }: Voice, reason: string): string {
  const [seen = '', ...said] = reason.split(' ');
  return t(`because_${seen}` as 'because_named', [`\u2068${said.join(' ')}\u2069`]);
}

function Figures({ voice, story, figures, on }: PopupProps & { figures: Status['figures'] }) {
  const { t, language } = voice;
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
                    <span class="figure" lang={language}>
                      {figure.name[language]}
                    </span>
                    <Told voice={voice} text={figure.role} class="note" />
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

function Summary({ voice, story, on }: PopupProps) {
  return (
    <section>
      <h2 class="label">{voice.t('popup_story')}</h2>
      <p class="title" lang={voice.language}>
        {story.title[voice.language]}
      </p>
      {story.summary.map((sentence) => (
        <p key={sentence.text.en}>
          <Told voice={voice} text={sentence.text} />{' '}
          <Cites voice={voice} cites={sentence.cites} onCite={(cite) => on.openStory(statementAt(story, cite))} />
        </p>
      ))}
      <p>
        <button class="link" type="button" onClick={() => on.openStory()}>
          {voice.t('popup_openStory')}
        </button>{' '}
        <span class="note">
          <span class="bracketed">{voice.t('asOf', [dateIn(voice.locale, story.asOf)])}</span>{' '}
          {voice.t('mode_editorial')}
        </span>
      </p>
    </section>
  );
}
