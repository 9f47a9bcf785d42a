// What the popup can say about the tab that it was opened for.
import type { Site } from '../../extension/domain.ts';
import type { Status } from '../../extension/messages.ts';

export type PopupState =
  | { kind: 'loading' }
  /** Pages of the browser, stores, the PDF viewer; `withheld`: the reader has not given access yet. */
  | { kind: 'no-access'; withheld: boolean }
  | { kind: 'off'; site: Site; because: 'switched-off' | 'not-chosen' }
  /** `because`: reasons of page/news/reasons.ts, as text. */
  | { kind: 'not-news'; site: Site; because: readonly string[] }
  | { kind: 'nothing'; site: Site; why: WhyMarked }
  | { kind: 'marked'; site: Site; why: WhyMarked; figures: Status['figures'] };

/** Why a page is marked: its site is switched on, all pages are, the reader asked for it once, or it is news. */
export type WhyMarked =
  | { by: 'switched-on' | 'everywhere' | 'once' }
  | { by: 'news'; kind: 'article' | 'front' | 'other'; because: readonly string[] };

/** Ids of the stories whose figures the page names, those with most mentions first. */
export function storiesOnPage(state: PopupState): string[] {
  const counts = new Map<string, number>();
  for (const { count, stories } of state.kind === 'marked' ? state.figures : [])
    for (const id of new Set(stories.map(({ story }) => story))) counts.set(id, (counts.get(id) ?? 0) + count);
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}

/** The popup's state for a page's status; figures named most often come first. */
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
