// Everything the popup can have to say about the tab it was opened on.
import type { Site } from '../../extension/domain.ts';
import type { Status } from '../../extension/messages.ts';

export type PopupState =
  | { kind: 'loading' }
  /** Browser pages, stores, the PDF viewer; `withheld` where the reader has not given access yet. */
  | { kind: 'no-access'; withheld: boolean }
  | { kind: 'off'; site: Site; because: 'switched-off' | 'not-chosen' }
  /** `because`: reasons of page/news/reasons.ts, as text. */
  | { kind: 'not-news'; site: Site; because: readonly string[] }
  | { kind: 'nothing'; site: Site; why: WhyMarked }
  | { kind: 'marked'; site: Site; why: WhyMarked; figures: Status['figures'] };

/** Why a page is read: its site is switched on, all pages are, the reader asked for it this once, or it is news. */
export type WhyMarked =
  | { by: 'switched-on' | 'everywhere' | 'once' }
  | { by: 'news'; kind: 'article' | 'front' | 'other'; because: readonly string[] };

/** What a content script's answer means to the popup; figures most often named come first. */
export function popupState({ state, news, figures }: Status, site: Site): PopupState {
  switch (state) {
    case 'switched-off':
    case 'not-chosen':
      return { kind: 'off', site, because: state };
    case 'not-news':
      return { kind: 'not-news', site, because: news.because };
    default: {
      const why = state === 'news' ? { by: state, ...news } : { by: state };
      const byCount = [...figures].sort((a, b) => b.count - a.count);
      return figures.length === 0 ? { kind: 'nothing', site, why } : { kind: 'marked', site, why, figures: byCount };
    }
  }
}
