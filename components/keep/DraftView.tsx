// A draft: its title and the button that keeps it, the article's text with its marks, the cast beside it.
import { useState } from 'preact/hooks';
import { formatBytes } from '../library/bytes.ts';
import { formatDate, forStory, type Localizer } from '../localizer.ts';
import { SourceNote } from '../sources.tsx';
import { ArticleText } from './ArticleText.tsx';
import { Cast } from './Cast.tsx';
import type { Draft, Edit, KeepCallbacks, KeepState, KeepTrouble } from './state.ts';

export function DraftView({
  localizer: everywhere,
  draft,
  busy,
  trouble,
  on,
}: { localizer: Localizer; on: KeepCallbacks } & Extract<KeepState, { kind: 'draft' }>) {
  const localizer = forStory(everywhere, draft.story);
  const { t } = localizer;
  /** The figure that is unfolded, and shown in the text. */
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <Head {...{ localizer, draft, busy, trouble, on }} />
      <div class="panes">
        <Cast {...{ localizer, draft, open, onOpen: setOpen, on }} />
        <ArticleText
          {...{ localizer, draft, open, on }}
          onFigure={(figure) => {
            setOpen(figure);
            document.getElementById(`figure-${figure}`)?.scrollIntoView({ block: 'nearest' });
          }}
        />
      </div>
      <p role="status" class={draft.last ? 'undo' : 'undo empty'}>
        {draft.last && (
          <>
            <span>{describe(localizer, draft.last)}</span>{' '}
            <button class="link" type="button" onClick={on.undo}>
              {t('options_undo')}
            </button>
          </>
        )}
      </p>
    </>
  );
}

function describe({ t }: Localizer, edit: Edit): string {
  return edit.kind === 'merged'
    ? t('keep_did_merged', [edit.name, edit.other])
    : t(`keep_did_${edit.kind}`, [edit.name]);
}

function Head({
  localizer,
  draft,
  busy,
  trouble,
  on,
}: {
  localizer: Localizer;
  draft: Draft;
  busy: boolean;
  trouble: KeepTrouble | null;
  on: KeepCallbacks;
}) {
  const { t, locale } = localizer;
  const { story, known, partial, looked, stories, into } = draft;
  const [title = ''] = Object.values(story.title);
  return (
    <header>
      <h1 class="unseen">{t('keep_title')}</h1>
      <label class="field title">
        <span class="unseen">{t('keep_storyTitle')}</span>
        <input
          type="text"
          value={title}
          lang={Object.keys(story.title)[0]}
          onChange={(event) => on.retitle(event.currentTarget.value)}
        />
      </label>
      <SourceNote
        localizer={localizer}
        story={story}
        arrival={{ origin: 'bundled', kept: null, draft: false }}
        onArticle={on.openArticle}
      />
      {partial && <p class="note">{t('keep_partial')}</p>}
      {known && <p class="note">{t('keep_known', [formatDate(locale, known.added)])}</p>}
      <p class="row">
        <button class="button primary" type="button" disabled={busy} onClick={on.keep}>
          {t(known && into === null ? 'keep_update' : 'keep_do')}
        </button>
        <label>
          <input type="checkbox" checked={looked} onChange={(event) => on.setLooked(event.currentTarget.checked)} />{' '}
          {t('keep_looked')}
        </label>
        <button class="link" type="button" onClick={on.discard}>
          {t('keep_discard')}
        </button>
      </p>
      {stories.length > 0 && (
        <label class="note into">
          {t('keep_into')}{' '}
          <select value={into ?? ''} onChange={(event) => on.addTo(event.currentTarget.value || null)}>
            <option value="">{t('keep_intoNone')}</option>
            {stories.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {trouble && <Trouble localizer={localizer} trouble={trouble} on={on} />}
    </header>
  );
}

function Trouble({
  localizer: { t, locale },
  trouble,
  on,
}: {
  localizer: Localizer;
  trouble: KeepTrouble;
  on: KeepCallbacks;
}) {
  return (
    <div class="trouble" role="alert">
      <p>{t('keep_full')}</p>
      <p class="note">{trouble.fault}</p>
      {trouble.largest.length > 0 && (
        <ul>
          {trouble.largest.map(({ id, title, size }) => (
            <li key={id}>
              <button class="link" type="button" onClick={() => on.openStory(id)}>
                <bdi>{title}</bdi>
              </button>{' '}
              <span class="note">{formatBytes(locale, size)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
