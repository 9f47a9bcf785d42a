// The one element that Dramatis adds to a page: `dramatis-card`, a popover with a closed shadow root that follows dialogs and fullscreen.
import { render } from 'preact';
import tokens from '../tokens.css?inline';
import cardStyle from './card.css?inline';
import type { BoxRules } from './placement.ts';

export interface Shell {
  host: HTMLElement;
  root: ShadowRoot;
  /** Where the card is rendered. */
  body: HTMLElement;
  /** Shows the host in the top layer of whatever the reader can act on just now. */
  lift(): void;
  sink(): void;
  /** Sets the host's box; with `!important`, for the host undoes everything the page might say of it. */
  put(rules: Partial<BoxRules>): void;
  announce(text: string): void;
}

const guarded = ['click', 'keydown', 'keyup', 'keypress', 'pointerdown', 'mousedown'];
/** How long the card must have been in sight, at one place, before it takes a press of the pointer; ms. */
const sightBeforePress = 300;

export function createShell(document: Document, signal: AbortSignal): Shell {
  // Made in a document that has no custom elements: a page that defines `dramatis-card` would be handed the closed root by its ElementInternals.
  const host = new Document().createElementNS('http://www.w3.org/1999/xhtml', 'dramatis-card') as HTMLElement;
  const root = host.attachShadow({ mode: 'closed' });
  const sheets = [sheetOf(tokens + cardStyle), sheetOf(':host(:popover-open) {}')];
  const box = sheets[1]?.cssRules[0] as CSSStyleRule;
  const body = root.appendChild(document.createElement('div'));
  body.className = 'body';
  const status = root.appendChild(document.createElement('p'));
  status.className = 'announcement';
  status.role = 'status';

  // Scripts of the page can send events to the host but must not be able to press a button in it; nor do keys and clicks of the card concern the page.
  for (const type of guarded) {
    root.addEventListener(type, (event) => isMeant(event) || event.stopImmediatePropagation(), {
      capture: true,
      signal,
    });
    root.addEventListener(type, (event) => event.stopPropagation(), { signal });
  }

  // Nor may a page lay something over the card that lets presses through, or push the card under the pointer. Only the top layer lies above
  // the card: Chromium tells whether all of the card is really seen; elsewhere it is heard when something enters above it.
  let seen = Number.POSITIVE_INFINITY;
  let placed = 0;
  let covered = false;
  const sight = new IntersectionObserver(
    (entries) => {
      const { isVisible } = entries.at(-1) as { isVisible?: boolean };
      seen = isVisible === false ? Number.POSITIVE_INFINITY : performance.now();
    },
    { trackVisibility: true, delay: 100 } as IntersectionObserverInit,
  );
  sight.observe(host);
  signal.addEventListener('abort', () => sight.disconnect());
  const hear = (event: Event) => {
    covered ||= event.target !== host && (event as ToggleEvent).newState !== 'closed';
  };
  for (const type of ['beforetoggle', 'fullscreenchange'])
    document.addEventListener(type, hear, { capture: true, signal });
  // The pointer on it brings the card up again, not too often: there are pages that keep bringing up something of theirs.
  host.addEventListener('pointermove', () => covered && performance.now() - placed > 1000 && raise(), { signal });

  function raise(): void {
    const focused = root.activeElement as HTMLElement | null;
    host.hidePopover();
    host.showPopover();
    focused?.focus({ preventScroll: true });
    covered = false;
    placed = performance.now();
  }

  function isMeant(event: Event): boolean {
    const byPointer = event.type === 'click' && (event as MouseEvent).detail > 0;
    const hidden =
      covered ||
      performance.now() - Math.max(seen, placed) < sightBeforePress ||
      document.documentElement.matches(':active-view-transition');
    return event.isTrusted && !(byPointer && hidden);
  }

  return {
    host,
    root,
    body,
    lift() {
      // Beside a modal dialog everything is inert, beside a fullscreen element unseen.
      const ground =
        [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.fullscreenElement ?? document.documentElement;
      // Whatever the page has done to the host is undone: moved into another document, it has lost its styles.
      for (const name of host.getAttributeNames()) if (name !== 'popover') host.removeAttribute(name);
      if (host.popover !== 'manual') host.popover = 'manual';
      if (host.parentNode !== ground) Element.prototype.append.call(ground, host);
      if (root.adoptedStyleSheets.length === 0) root.adoptedStyleSheets = sheets;
      if (host.matches(':popover-open')) return;
      host.showPopover();
      covered = false;
    },
    sink() {
      if (host.matches(':popover-open')) host.hidePopover();
    },
    put(rules) {
      const before = box.style.inset;
      for (const [name, value] of Object.entries(rules)) box.style.setProperty(name, value, 'important');
      if (box.style.inset !== before) placed = performance.now();
    },
    announce(text) {
      render(text, status);
    },
  };
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
