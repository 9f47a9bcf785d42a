// Guards the card against clickjacking: tells a reader's own press from one that a page has contrived.
// A page may not lay something over the card that lets presses through, nor push the card under the pointer.

/** How long the card must have been fully visible, at one place, before it takes a click; ms. */
const SIGHT_BEFORE_PRESS = 300;

export interface PressGuard {
  /** Whether something has entered the top layer above the card. */
  readonly obscured: boolean;
  /** When the card last came to another place, as `performance.now()`. */
  readonly movedAt: number;
  /** To be called when the card has come on top of the top layer. */
  onShown(): void;
  /** To be called when the card's box has come to another place. */
  onMoved(): void;
  /** Whether the reader meant this event of the card. */
  isMeant(event: Event): boolean;
}

export function createPressGuard(document: Document, host: HTMLElement, signal: AbortSignal): PressGuard {
  let visibleSince = Number.POSITIVE_INFINITY;
  let movedAt = 0;
  let obscured = false;

  // Chromium tells whether all of the card can be seen; other browsers leave `isVisible` undefined.
  const observer = new IntersectionObserver(
    (entries) => {
      const { isVisible } = entries.at(-1) as { isVisible?: boolean };
      visibleSince = isVisible === false ? Number.POSITIVE_INFINITY : performance.now();
    },
    { trackVisibility: true, delay: 100 } as IntersectionObserverInit,
  );
  observer.observe(host);
  signal.addEventListener('abort', () => observer.disconnect());

  // Only the top layer lies above the card: everything that enters it is announced by one of these events.
  const onTopLayerChange = (event: Event) => {
    obscured ||= event.target !== host && (event as ToggleEvent).newState !== 'closed';
  };
  for (const type of ['beforetoggle', 'fullscreenchange'])
    document.addEventListener(type, onTopLayerChange, { capture: true, signal });

  return {
    get obscured() {
      return obscured;
    },
    get movedAt() {
      return movedAt;
    },
    onShown() {
      obscured = false;
    },
    onMoved() {
      movedAt = performance.now();
    },
    isMeant(event) {
      const byPointer = event.type === 'click' && (event as MouseEvent).detail > 0;
      const hidden =
        obscured ||
        performance.now() - Math.max(visibleSince, movedAt) < SIGHT_BEFORE_PRESS ||
        document.documentElement.matches(':active-view-transition');
      return event.isTrusted && !(byPointer && hidden);
    },
  };
}
