// What an open card shows, and the steps that a reader can take in it: plain values and pure functions.

export interface CardView {
  /** The merged figure; null for the question which of several of one name is meant. */
  figure: string | null;
  /** Those shown before this one, the latest last. */
  back: readonly (string | null)[];
  /** Of several stories, the one that is open; null for the first. */
  story: string | null;
  /** Whether the card is expanded. */
  more: boolean;
  /** Whether the list of corrections is open. */
  correcting: boolean;
  pinned: boolean;
  notice: Notice | null;
}

/** How the last action ended, in words; `undo` where that can be undone. */
export interface Notice {
  text: string;
  undo?: () => void;
}

/** A card as it opens. */
export function openAt(figure: string | null): CardView {
  return { figure, back: [], story: null, more: false, correcting: false, pinned: false, notice: null };
}

/** Shows another figure; a pinned card stays pinned. */
export function goTo(view: CardView, figure: string): CardView {
  if (figure === view.figure) return view;
  return { ...openAt(figure), back: [...view.back, view.figure], pinned: view.pinned };
}

/** Shows the previous figure again. */
export function goBack(view: CardView): CardView {
  const figure = view.back.at(-1);
  if (figure === undefined) return view;
  return { ...openAt(figure), back: view.back.slice(0, -1), pinned: view.pinned };
}
