// What the side panel knows of the page in front, and whom of it it tells of: plain values and pure functions.
import type { Status } from '../../extension/messages.ts';
import type { PopupState } from '../popup/state.ts';

export interface PanelPage {
  state: PopupState;
  /** In order of appearance. */
  figures: Status['figures'];
  /** `YYYY-MM-DD` */
  date: string | null;
  /** Whose mentions are in view, the one nearest to where people read first. */
  inView: readonly string[];
  /** Whom the panel tells of. */
  shown: string | null;
  /** Whether the reader has chosen that figure: then the panel stays with it for as long as the place does. */
  isChosen: boolean;
}

/** A page of which nothing is known yet. */
export const unknownPage: PanelPage = {
  ...{ state: { kind: 'loading' }, figures: [], date: null },
  ...{ inView: [], shown: null, isChosen: false },
};

/** The page has said who is on it: the panel stays with whom it tells of, else it begins with the first. */
export function withStatus(page: PanelPage, state: PopupState, status: Pick<Status, 'figures' | 'date'>): PanelPage {
  const { figures, date } = status;
  const stays = page.isChosen || figures.some(({ id }) => id === page.shown);
  const next = { ...page, state, figures, date };
  return stays ? next : { ...next, shown: figures[0]?.id ?? null };
}

/** The reader has gone on: the panel follows, unless whom it tells of was chosen and is still in view. */
export function atPlace(page: PanelPage, inView: readonly string[]): PanelPage {
  const { shown, isChosen } = page;
  if (isChosen && shown !== null && inView.includes(shown)) return { ...page, inView };
  // Between two mentions it stays with the last one.
  return { ...page, inView, shown: inView[0] ?? shown, isChosen: false };
}

/** The reader has chosen a figure: of the page, or of what the panel tells. */
export const chosen = (page: PanelPage, figure: string): PanelPage => ({ ...page, shown: figure, isChosen: true });
