// What one open card is showing, and the steps a reader can take inside it. Values only: the host keeps the current one.

export interface CardView {
  figure: string;
  /** Figures left behind by following names, the latest last. */
  back: readonly string[];
  more: boolean;
  /** Whether "not this person", mute and report are unfolded. */
  correcting: boolean;
  pinned: boolean;
  /** What is to be said, as the key of a text. */
  notice: 'card_copied' | 'card_reported' | 'unsaved' | null;
}

export function openAt(figure: string): CardView {
  return { figure, back: [], more: false, correcting: false, pinned: false, notice: null };
}

/** Another figure's card in place of this one; a pinned card stays pinned. */
export function follow(view: CardView, figure: string): CardView {
  if (figure === view.figure) return view;
  return { ...openAt(figure), back: [...view.back, view.figure], pinned: view.pinned };
}

export function goBack(view: CardView): CardView {
  const figure = view.back.at(-1);
  if (figure === undefined) return view;
  return { ...openAt(figure), back: view.back.slice(0, -1), pinned: view.pinned };
}
