// Keeps the article of the page in front; of one that is kept already, says since when.
import type { KeepFault } from '../../extension/captures.ts';
import { formatDate, type Localizer } from '../localizer.ts';

/** What the popup knows of keeping this page. */
export interface KeepPopupState {
  /** The story that was kept of this very page. */
  known: { story: string; added: string } | null;
  /** Why it was not kept, and whether something else is selected. */
  problem: { fault: KeepFault; selection: boolean } | null;
  busy: boolean;
}

export interface KeepPopupCallbacks {
  keep(what: 'article' | 'selection', isPrivateAllowed: boolean): void;
  openKept(story: string): void;
  /** Opens the page on which a text can be pasted. */
  paste(): void;
}

const PROBLEMS = {
  private: 'keep_private',
  refused: 'keep_problem_refused',
  failed: 'keep_problem_failed',
  'no-article': 'keep_problem_noArticle',
  'no-room': 'keep_problem_noRoom',
} as const;

export function KeepArticle({
  localizer: { t, locale },
  state: { known, problem, busy },
  on,
}: {
  localizer: Localizer;
  state: KeepPopupState;
  on: KeepPopupCallbacks;
}) {
  if (problem)
    return (
      <div class="why" role="alert">
        <p>{t(PROBLEMS[problem.fault])}</p>
        {problem.fault === 'private' && (
          <button class="button" type="button" onClick={() => on.keep('article', true)}>
            {t('keep_privateYes')}
          </button>
        )}
        {problem.selection && (
          <button class="button" type="button" onClick={() => on.keep('selection', false)}>
            {t('keep_selection')}
          </button>
        )}
        {problem.fault !== 'private' && problem.fault !== 'no-room' && (
          <button class="link" type="button" onClick={on.paste}>
            {t('popup_keepPaste')}
          </button>
        )}
      </div>
    );
  if (known)
    return (
      <p class="keep">
        <span class="note">{t('popup_keepOn', [formatDate(locale, known.added)])}</span>{' '}
        <button class="link" type="button" onClick={() => on.openKept(known.story)}>
          {t('popup_keepOpen')}
        </button>{' '}
        <button class="link" type="button" disabled={busy} onClick={() => on.keep('article', false)}>
          {t('popup_keepUpdate')}
        </button>
      </p>
    );
  return (
    <button class="button keep" type="button" disabled={busy} onClick={() => on.keep('article', false)}>
      {t('popup_keep')}
    </button>
  );
}
