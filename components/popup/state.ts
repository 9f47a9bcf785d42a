// Everything the popup can have to say about the tab it was opened on.

/** The site of a tab and how far its switch reaches. */
export interface Site {
  /** Registrable domain, or the whole host where there is no such thing (`localhost`, an address). */
  domain: string;
  /** Whether the domain has subdomains that the switch covers too. */
  subdomains: boolean;
}

export type PopupState =
  | { kind: 'loading' }
  /** Browser pages, stores, the PDF viewer; `withheld` where the reader has not given access yet. */
  | { kind: 'no-access'; withheld: boolean }
  | { kind: 'off'; site: Site; because: 'switched-off' | 'not-chosen' }
  /** `because`: what page/news.ts saw. */
  | { kind: 'not-news'; site: Site; because: readonly string[] }
  | { kind: 'nothing'; site: Site; why: WhyMarked }
  | { kind: 'marked'; site: Site; why: WhyMarked; figures: readonly FigureCount[] };

/** Why a page is read: its site is switched on, all pages are, the reader asked for it this once, or it is news. */
export type WhyMarked =
  | { by: 'site' | 'everywhere' | 'once' }
  | { by: 'news'; kind: 'article' | 'front'; because: readonly string[] };

export interface FigureCount {
  id: string;
  count: number;
}

/** Whether the site's switch stands on. Where no site is known there is no switch: null. */
export function siteIsOn(state: PopupState): boolean | null {
  return 'site' in state ? state.kind !== 'off' : null;
}
