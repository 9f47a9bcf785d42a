// The page on which an article is looked through and kept: from nothing, to a draft, to a story of the library.
import { useEffect, useRef } from 'preact/hooks';
import { direction, forStory, type Localizer } from '../localizer.ts';
import { sourceLabel } from '../sources.tsx';
import { DraftView } from './DraftView.tsx';
import { Intake } from './Intake.tsx';
import type { KeepCallbacks, KeepState } from './state.ts';

interface KeepProps {
  localizer: Localizer;
  state: KeepState;
  on: KeepCallbacks;
}

export function KeepPage({ localizer, state, on }: KeepProps) {
  return (
    <main
      class="surface page keep"
      lang={localizer.locale}
      dir={direction(localizer.locale)}
      aria-busy={state.kind === 'loading' || state.kind === 'drafting'}
    >
      <State {...{ localizer, state, on }} />
    </main>
  );
}

function State({ localizer, state, on }: KeepProps) {
  const { t } = localizer;
  switch (state.kind) {
    case 'loading':
      return <h1>{t('keep_title')}</h1>;
    case 'asking':
      return (
        <section class="column">
          <h1>{t('keep_title')}</h1>
          <p>{t('keep_private')}</p>
          <p>
            <button class="button primary" type="button" onClick={on.allowPrivate}>
              {t('keep_privateYes')}
            </button>
          </p>
        </section>
      );
    case 'empty':
      return <Intake {...{ localizer, on }} {...state} />;
    case 'drafting':
      return <Drafting {...{ localizer, on }} {...state} />;
    case 'stopped':
      return (
        <section class="column">
          <Outcome>{t('keep_title')}</Outcome>
          <p>{t('keep_stopped', [state.words.toLocaleString(localizer.locale)])}</p>
          <Choices {...{ localizer, on }} />
        </section>
      );
    case 'failed':
      return (
        <section class="column">
          <h1>{t('keep_title')}</h1>
          <p role="alert">{t('keep_failed')}</p>
          <Choices {...{ localizer, on }} />
        </section>
      );
    case 'draft':
      return <DraftView {...{ localizer, on }} {...state} />;
    case 'kept':
      return <Kept {...{ localizer, on }} {...state} />;
    case 'discarded':
      return (
        <section class="column">
          <Outcome>{t('keep_discarded')}</Outcome>
          {state.canUndo && (
            <p>
              <button class="button" type="button" onClick={on.undo}>
                {t('options_undo')}
              </button>
            </p>
          )}
        </section>
      );
  }
}

function Drafting({
  localizer,
  words,
  slow,
  on,
}: Pick<KeepProps, 'localizer' | 'on'> & { words: number | null; slow: boolean }) {
  const { t, locale } = localizer;
  const doing = words === null ? t('keep_reading') : t('keep_drafting', [words.toLocaleString(locale)]);
  return (
    <section class="column">
      <h1>{t('keep_title')}</h1>
      {slow && (
        <>
          <p role="status">{doing}</p>
          <progress aria-label={doing} />
          <p>
            <button class="button" type="button" onClick={on.stop}>
              {t('keep_stop')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

/** What can be done with an article that has no draft. */
function Choices({ localizer: { t }, on }: Pick<KeepProps, 'localizer' | 'on'>) {
  return (
    <p class="row">
      <button class="button" type="button" onClick={on.startAgain}>
        {t('keep_again')}
      </button>
      <button class="button" type="button" onClick={on.discard}>
        {t('keep_discard')}
      </button>
    </p>
  );
}

function Kept({
  localizer,
  story,
  marked,
  looked,
  isNew,
  isOff,
  fault,
  on,
}: Pick<KeepProps, 'localizer' | 'on'> & Extract<KeepState, { kind: 'kept' }>) {
  const { t } = localizer;
  const [title = ''] = Object.values(story.title);
  return (
    <section class="column kept">
      <Outcome>{t(isNew ? 'keep_kept' : 'keep_updated')}</Outcome>
      <p class="title" lang={Object.keys(story.title)[0]} dir="auto">
        {title}
      </p>
      <p class="note">{sourceLabel(forStory(localizer, story), story)}</p>
      <p>{isOff ? t('keep_off') : t('keep_marked', marked)}</p>
      {marked > 0 && !isOff && !looked && <p class="note">{t('keep_notLooked')}</p>}
      {fault !== null && (
        <div class="trouble" role="alert">
          <p>{t('unsaved')}</p>
          <p class="note">{fault}</p>
        </div>
      )}
      <p>
        <a href="/library.html">{t('options_openLibrary')}</a>
      </p>
      <p class="row">
        <button class="button" type="button" onClick={on.close}>
          {t('card_close')}
        </button>
        <button class="button" type="button" onClick={() => on.openStory(story.id)}>
          {t('popup_openStory')}
        </button>
        <button class="button" type="button" onClick={on.undo}>
          {t('options_undo')}
        </button>
      </p>
    </section>
  );
}

/** Says what has become of the article: it gets the focus, and is read aloud, as what was pressed is gone. */
function Outcome({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
