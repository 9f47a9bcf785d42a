// Why the page is marked or not, and what the reader can do about it.
import { joinClauses, type Localizer } from '../localizer.ts';
import { describeNewsReason } from './news-reasons.ts';
import type { PopupState, WhyMarked } from './state.ts';

export interface PageStatusCallbacks {
  /** Marks a page that is not news, for as long as it stays open. */
  markAnyway(): void;
  /** Asks the browser for the access that it withholds. */
  grant(): void;
}

interface PageStatusProps {
  localizer: Localizer;
  state: PopupState;
  on: PageStatusCallbacks;
}

export function PageStatus({ localizer, state, on }: PageStatusProps) {
  const { t } = localizer;
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
          <NewsReasons localizer={localizer} because={state.because} />
          <button class="button" type="button" onClick={on.markAnyway}>
            {t('popup_markAnyway')}
          </button>
        </div>
      );
    case 'nothing':
      return (
        <div class="why">
          <p>{t('popup_nothing')}</p>
          <p class="note">{describeWhyMarked(localizer, state.why)}</p>
        </div>
      );
    case 'marked':
      return (
        <div class="why">
          <p class="note">{describeWhyMarked(localizer, state.why)}</p>
          {state.why.by === 'news' && <NewsReasons localizer={localizer} because={state.why.because} />}
        </div>
      );
  }
}

function describeWhyMarked({ t }: Localizer, why: WhyMarked): string {
  switch (why.by) {
    case 'news':
      return t(`popup_by_${why.kind}`);
    case 'switched-on':
      return t('popup_by_switchedOn');
    default:
      return t(`popup_by_${why.by}`);
  }
}

/** The first few reasons are enough to convince. */
const shownReasons = 3;

function NewsReasons({ localizer, because }: { localizer: Localizer; because: readonly string[] }) {
  const reasons = because.flatMap((reason) => describeNewsReason(localizer, reason) ?? []).slice(0, shownReasons);
  if (reasons.length === 0) return null;
  return <p class="note">{localizer.t('popup_because', [joinClauses(localizer, reasons)])}</p>;
}
