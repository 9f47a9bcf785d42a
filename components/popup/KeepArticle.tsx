// Keeps the article of the page in front; of one that is kept already, says since when, and whether it has changed.
import { useEffect, useState } from 'preact/hooks';
import type { KeepFault } from '../../extension/captures.ts';
import { formatDate, type Localizer } from '../localizer.ts';

/** What the popup knows of keeping this page. */
export interface KeepPopupState {
  /** The story that was kept of this very page; `alone`: of nothing else, so that it can be updated. */
  known: { story: string; added: string; alone: boolean } | null;
  /** Why it was not kept, and whether something else is selected. */
  problem: { fault: KeepFault; selection: boolean } | null;
  /** The page is being read; `slow`: for long enough to be told, and stopped. */
  busy: boolean;
  slow: boolean;
}

export interface KeepPopupCallbacks {
  keep(what: 'article' | 'selection'): void;
  /** Keeps what was asked for last: once more, or although the window is a private one. */
  again(): void;
  allowPrivate(): void;
  /** Ends the reading of the page. */
  stop(): void;
  openKept(story: string): void;
  /** Whether the page has changed since it was kept as this story; null where that cannot be told. */
  hasChanged(story: string): Promise<boolean | null>;
  /** Opens the page on which a text can be pasted. */
  paste(): void;
}

const PROBLEMS = {
  private: 'keep_private',
  refused: 'keep_problem_refused',
  failed: 'keep_problem_failed',
  'no-article': 'keep_problem_noArticle',
  'no-room': 'keep_problem_noRoom',
  stopped: 'keep_problem_stopped',
} as const;

/** Faults of which pasting the text instead is no way out. */
const NO_PASTE: ReadonlySet<KeepFault> = new Set(['private', 'no-room', 'stopped']);

interface KeepArticleProps {
  localizer: Localizer;
  state: KeepPopupState;
  on: KeepPopupCallbacks;
}

export function KeepArticle(props: KeepArticleProps) {
  const { localizer, state, on } = props;
  const { t } = localizer;
  const { known, problem, busy, slow } = state;
  return (
    <div class={slow ? 'why' : 'keep-article'}>
      {/* There before it says anything: only then is it read aloud. */}
      <div role="status">{slow && <p>{t('keep_reading')}</p>}</div>
      {slow ? (
        <>
          <progress aria-label={t('keep_reading')} />
          <button class="button" type="button" onClick={on.stop}>
            {t('keep_stop')}
          </button>
        </>
      ) : problem ? (
        <Problem {...props} problem={problem} />
      ) : known ? (
        <KeptArticle key={known.story} {...{ localizer, known, busy, on }} />
      ) : (
        <button class="button keep" type="button" disabled={busy} onClick={() => on.keep('article')}>
          {t('popup_keep')}
        </button>
      )}
    </div>
  );
}

/** Why the article was not kept, and what can be done instead. */
function Problem({
  localizer: { t },
  problem,
  on,
}: Pick<KeepArticleProps, 'localizer' | 'on'> & { problem: NonNullable<KeepPopupState['problem']> }) {
  return (
    <div class="why" role="alert">
      <p>{t(PROBLEMS[problem.fault])}</p>
      {problem.fault === 'private' && (
        <button class="button" type="button" onClick={on.allowPrivate}>
          {t('keep_privateYes')}
        </button>
      )}
      {problem.fault === 'stopped' && (
        <button class="button" type="button" onClick={on.again}>
          {t('keep_again')}
        </button>
      )}
      {problem.selection && (
        <button class="button" type="button" onClick={() => on.keep('selection')}>
          {t('keep_selection')}
        </button>
      )}
      {!NO_PASTE.has(problem.fault) && (
        <button class="link" type="button" onClick={on.paste}>
          {t('popup_keepPaste')}
        </button>
      )}
    </div>
  );
}

/** Says since when the article is kept. It can be updated unless the page reads as it did, or there is more in it. */
function KeptArticle({
  localizer: { t, locale },
  known,
  busy,
  on,
}: {
  localizer: Localizer;
  known: NonNullable<KeepPopupState['known']>;
  busy: boolean;
  on: KeepPopupCallbacks;
}) {
  const [changed, setChanged] = useState<boolean | null>(false);
  useEffect(() => {
    void on.hasChanged(known.story).then(setChanged);
  }, [known.story, on.hasChanged]);
  const day = formatDate(locale, known.added);
  return (
    <p class="keep">
      <span class="note">{changed ? t('popup_keepChanged', [day]) : t('popup_keepOn', [day])}</span>{' '}
      <button class="link" type="button" onClick={() => on.openKept(known.story)}>
        {t('popup_keepOpen')}
      </button>{' '}
      {known.alone && changed !== false && (
        <button class="link" type="button" disabled={busy} onClick={() => on.keep('article')}>
          {t('popup_keepUpdate')}
        </button>
      )}
    </p>
  );
}
