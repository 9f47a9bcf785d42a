// A draft: its title and the button that keeps it, the article's text with its marks, the cast beside it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { isConverting } from '../keys.ts';
import { formatBytes } from '../library/bytes.ts';
import { formatDate, forStory, type Localizer } from '../localizer.ts';
import { SourceNote } from '../sources.tsx';
import { ArticleText } from './ArticleText.tsx';
import { Cast } from './Cast.tsx';
import type { Draft, Edit, KeepCallbacks, KeepState, KeepTrouble } from './state.ts';

/** Where the panes are beside each other (keep.css). */
const WIDE = '(min-width: 900px)';

interface DraftProps {
  localizer: Localizer;
  draft: Draft;
  on: KeepCallbacks;
}

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
  useFocusAfter(draft.last);
  useUndoKeys(draft.last !== null && !busy, on.undo);
  useEffect(() => {
    if (open !== null && matchMedia(WIDE).matches) showInText();
  }, [open]);
  return (
    <>
      <Head {...{ localizer, draft, busy, on }} />
      <Bar {...{ localizer, draft, busy, on }} />
      {trouble && <Trouble localizer={localizer} trouble={trouble} on={on} />}
      {/* What is being kept is what was there when the button was pressed. */}
      <div class="panes" inert={busy}>
        <Cast {...{ localizer, draft, open, onOpen: setOpen, on }} />
        <ArticleText
          {...{ localizer, draft, open, on }}
          onFigure={(figure) => {
            setOpen(figure);
            rowOf(figure)?.scrollIntoView({ block: 'nearest' });
          }}
        />
      </div>
      <p role="status" class={draft.last ? 'undo' : 'undo empty'}>
        {draft.last && (
          <>
            <span>{describe(localizer, draft.last)}</span>{' '}
            <button class="link" type="button" aria-keyshortcuts="Control+Z" disabled={busy} onClick={on.undo}>
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

const rowOf = (figure: string): HTMLElement | null => document.getElementById(`figure-${figure}`);

/** Scrolls to the first place that names the unfolded figure, where none can be seen. */
function showInText(): void {
  const places = [...document.querySelectorAll('.keep article .open')];
  const isSeen = (place: Element) => {
    const { top, bottom } = place.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  };
  if (!places.some(isSeen)) places[0]?.scrollIntoView({ block: 'center' });
}

/** Many a control is gone once it was pressed: then the figure that was changed has the focus, else its list. */
function useFocusAfter(last: Edit | null): void {
  const before = useRef(last);
  useEffect(() => {
    const { current } = before;
    before.current = last;
    if (current === last || (document.activeElement && document.activeElement !== document.body)) return;
    const rows = [last, current].flatMap((edit) => (edit?.figure ? (rowOf(edit.figure) ?? []) : []));
    const target = rows[0]?.querySelector<HTMLElement>('.who') ?? document.getElementById('keep-cast');
    target?.focus();
  }, [last]);
}

/** Ctrl+Z undoes the last change, but in a field what was typed there. */
function useUndoKeys(canUndo: boolean, undo: () => void): void {
  useEffect(() => {
    if (!canUndo) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isField = event.target instanceof Element && event.target.matches('input[type=text], textarea, select');
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isField) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

function Head({ localizer, draft: { story, known, within, into, partial }, busy, on }: DraftProps & { busy: boolean }) {
  const { t, locale } = localizer;
  const [title = ''] = Object.values(story.title);
  return (
    <header>
      <h1 class="unseen">{t('keep_title')}</h1>
      <label class="field title">
        <span class="unseen">{t('keep_storyTitle')}</span>
        {/* As high as its text, which the element below repeats. */}
        <span class="grow" data-text={title}>
          <textarea
            rows={1}
            value={title}
            disabled={busy}
            lang={Object.keys(story.title)[0]}
            onInput={({ currentTarget }) => {
              if (currentTarget.parentElement) currentTarget.parentElement.dataset.text = currentTarget.value;
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || isConverting(event)) return;
              event.preventDefault(); // a title has one line
              event.currentTarget.blur();
            }}
            onChange={(event) => on.retitle(event.currentTarget.value)}
          />
        </span>
      </label>
      <SourceNote
        localizer={localizer}
        story={story}
        arrival={{ origin: 'bundled', kept: null, draft: false }}
        onArticle={on.openArticle}
      />
      {partial && <p class="note">{t('keep_partial')}</p>}
      {known && <p class="note">{t('keep_known', [formatDate(locale, known.added)])}</p>}
      {within !== null && into === null && <p class="note">{t('keep_inStory', [within])}</p>}
    </header>
  );
}

/** What becomes of the draft; stays in sight. */
function Bar({ localizer: { t }, draft, busy, on }: DraftProps & { busy: boolean }) {
  const { known, looked, stories, into } = draft;
  const keep = useRef<HTMLButtonElement>(null);
  // Whoever has asked for it keeps it by pressing Enter.
  useEffect(() => keep.current?.focus({ preventScroll: true }), []);
  return (
    <div class="bar row">
      <button
        ref={keep}
        class="button primary"
        type="button"
        aria-describedby="keep-cast"
        disabled={busy}
        onClick={on.keep}
      >
        {t(known && into === null ? 'keep_update' : 'keep_do')}
      </button>
      {stories.length > 0 && (
        <label class="into">
          {t('keep_into')}{' '}
          <select value={into ?? ''} disabled={busy} onChange={(event) => on.addTo(event.currentTarget.value || null)}>
            <option value="">{t('keep_intoNone')}</option>
            {stories.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <input
          type="checkbox"
          checked={looked}
          disabled={busy}
          onChange={(event) => on.setLooked(event.currentTarget.checked)}
        />{' '}
        {t('keep_looked')}
      </label>
      <button class="link" type="button" disabled={busy} onClick={on.discard}>
        {t('keep_discard')}
      </button>
    </div>
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
