// The side panel: who is on the page in front, in order of appearance; what the stories say of the one in view.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Status } from '../../extension/messages.ts';
import { type CardLibrary, nameOf, partsOf, roleAt } from '../../stories/card-library.ts';
import type { SectionCallbacks } from '../card/sections.tsx';
import { direction, forStory, type Localizer } from '../localizer.ts';
import { PageStatus, type PageStatusCallbacks } from '../popup/PageStatus.tsx';
import { StoryText } from '../story-text.tsx';
import { FigureView } from './FigureView.tsx';
import type { PanelPage } from './state.ts';

export interface PanelProps {
  localizer: Localizer;
  page: PanelPage;
  /** Of that page, where the browser tells it. */
  address?: string | undefined;
  /** The stories that tell of the figures on the page; null until they have been read. */
  library: CardLibrary | null;
  /** The reader's own, by `story/figure`. */
  notes: ReadonlyMap<string, string>;
  /** What keeps the article of the page; added when it is loaded. */
  keeping?: ComponentChildren;
  on: PanelCallbacks;
}

export interface PanelCallbacks extends PageStatusCallbacks, SectionCallbacks {
  /** Scrolls the page to the next mention of a figure, and tells of it. */
  choose(figure: string): void;
  openLibrary(): void;
}

export function Panel({ localizer, page, address, library, notes, keeping, on }: PanelProps) {
  const { t, locale } = localizer;
  const { state, figures, shown } = page;
  const isMarked = state.kind === 'marked';
  return (
    <main class="surface panel" lang={locale} dir={direction(locale)} aria-busy={state.kind === 'loading'}>
      <header>
        <h1>{t('popup_figures')}</h1>
        <button class="link" type="button" onClick={on.openLibrary}>
          {t('library_title')}
        </button>
      </header>
      {state.kind === 'no-access' && !state.withheld ? (
        <p class="why">{t('panel_noAccess')}</p>
      ) : (
        !isMarked && <PageStatus localizer={localizer} state={state} on={on} />
      )}
      {isMarked && library && <Figures {...{ localizer, library, figures, shown, on }} inView={page.inView} />}
      {isMarked && library && shown !== null && (
        <FigureView
          key={shown}
          {...{ localizer, library, notes, on }}
          figure={shown}
          page={{ date: page.date, ...(address !== undefined && { address }), present: figures.map(({ id }) => id) }}
        />
      )}
      {state.kind !== 'loading' && state.kind !== 'no-access' && <div class="keeping">{keeping}</div>}
    </main>
  );
}

function Figures({
  localizer,
  library,
  figures,
  inView,
  shown,
  on,
}: {
  localizer: Localizer;
  library: CardLibrary;
  figures: Status['figures'];
  inView: readonly string[];
  shown: string | null;
  on: Pick<PanelCallbacks, 'choose'>;
}) {
  const { t } = localizer;
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Where the list is longer than its place; the panel itself stays where it is.
    if (shown !== null) current.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return (
    <ol class="figures" aria-label={t('popup_figures')}>
      {figures.map(({ id, count }) => {
        const figure = library.figure(id);
        const who = figure && roleAt(partsOf(library, figure, null), null);
        const classes = [id === shown && 'shown', inView.includes(id) && 'in-view'].filter(Boolean);
        return (
          <li key={id} ref={id === shown ? current : null} class={classes.join(' ') || undefined}>
            <button
              type="button"
              aria-current={id === shown ? 'true' : undefined}
              title={t('popup_reveal')}
              onClick={() => on.choose(id)}
            >
              {who ? (
                <StoryText localizer={forStory(localizer, who.story)} text={who.figure.name} class="figure" />
              ) : (
                <span class="figure">{nameOf(library, id, localizer.language)}</span>
              )}
              <span class="note">{t('popup_mentions', count)}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
