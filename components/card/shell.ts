// The one element that Dramatis adds to a page: `dramatis-card`, a popover with a closed shadow root in the top layer.
import { render } from 'preact';
import tokens from '../tokens.css?inline';
import cardStyle from './card.css?inline';
import { type BoxRules, zoomOf } from './placement.ts';
import { createPressGuard } from './press-guard.ts';
import { createPresses } from './presses.ts';
import storiesStyle from './stories.css?inline';

export interface Shell {
  host: HTMLElement;
  root: ShadowRoot;
  /** Where the card is rendered. */
  body: HTMLElement;
  /**
   * Shows the host in the top layer, inside whatever the reader can act on now: a dialog, a fullscreen element, a box
   * of the page that a press outside of it would close.
   * @param word what the card is about, if anything
   */
  show(word?: Element | null): void;
  hide(): void;
  /** Sets the host's box, with `!important`: the host's styles undo everything that the page sets on it. */
  setBox(rules: Partial<BoxRules>): void;
  /** Says a text to screen readers, politely; an empty one clears it. */
  announce(text: string): void;
}

/** Events that can operate the card. */
const GUARDED = ['click', 'keydown', 'keyup', 'keypress', 'pointerdown', 'mousedown'];
/** Open boxes that may close when something outside of them is pressed. */
const CLOSING = '[popover]:popover-open, dialog[closedby=any i][open]';
/** The card comes on top again at most once in this time, as some pages keep bringing up something of theirs; ms. */
const BETWEEN_RAISES = 1000;

export function createShell(document: Document, signal: AbortSignal): Shell {
  // Made in a document without custom elements. A page that defines `dramatis-card` would get the closed root
  // through its ElementInternals.
  const host = new Document().createElementNS('http://www.w3.org/1999/xhtml', 'dramatis-card') as HTMLElement;
  const root = host.attachShadow({ mode: 'closed' });
  const sheets = [sheetOf(tokens + cardStyle + storiesStyle), sheetOf(':host(:popover-open) {}')];
  const box = sheets[1]?.cssRules[0] as CSSStyleRule;
  const body = root.appendChild(document.createElement('div'));
  body.className = 'body';
  const status = root.appendChild(document.createElement('p'));
  status.className = 'announcement';
  status.role = 'status';

  // A page's scripts can dispatch events on the host, but must not press a button in it.
  // Nor do the card's keys and clicks reach the page.
  const guard = createPressGuard(document, host, signal);
  const presses = createPresses(document, host, root, guard, signal);
  for (const type of GUARDED) {
    const isMeant = (event: Event) => presses.isOwn(event) || guard.isMeant(event);
    root.addEventListener(type, (event) => isMeant(event) || event.stopImmediatePropagation(), {
      capture: true,
      signal,
    });
    root.addEventListener(type, (event) => event.stopPropagation(), { signal });
  }
  const raiseIfObscured = () => {
    if (!guard.obscured || performance.now() - guard.movedAt <= BETWEEN_RAISES) return;
    const focused = root.activeElement as HTMLElement | null;
    host.hidePopover();
    host.showPopover();
    focused?.focus({ preventScroll: true });
    guard.onShown();
    guard.onMoved();
  };
  host.addEventListener('pointermove', raiseIfObscured, { signal });

  return {
    host,
    root,
    body,
    show(word = null) {
      const parent = parentIn(document, host, word);
      // Undoes whatever the page has done to the host. Moving it to another document also removes its style sheets.
      for (const name of host.getAttributeNames()) if (name !== 'popover') host.removeAttribute(name);
      if (host.popover !== 'manual') host.popover = 'manual';
      if (host.parentNode !== parent) Element.prototype.append.call(parent, host);
      if (root.adoptedStyleSheets.length === 0) root.adoptedStyleSheets = sheets;
      // Words are measured in the window's px, whatever zoom the page gives itself.
      box.style.setProperty('zoom', String(1 / zoomOf(parent)), 'important');
      if (host.matches(':popover-open')) return;
      host.showPopover();
      guard.onShown();
    },
    hide() {
      if (host.matches(':popover-open')) host.hidePopover();
    },
    setBox(rules) {
      const before = box.style.inset;
      for (const [name, value] of Object.entries(rules)) box.style.setProperty(name, value, 'important');
      if (box.style.inset !== before) guard.onMoved();
    },
    announce(text) {
      render(text, status);
    },
  };
}

/**
 * Where the host goes: beside a modal dialog everything is inert, beside a fullscreen element invisible; and a box that
 * closes when something outside of it is pressed stays open when what is pressed is inside.
 */
function parentIn(document: Document, host: Element, word: Element | null): Element {
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
  const closing = [...document.querySelectorAll<HTMLElement>(CLOSING)].filter(
    (one) => one !== host && one.popover !== 'manual' && (!modal || modal.contains(one)),
  );
  return (
    closing.findLast((one) => one.contains(word)) ??
    closing.at(-1) ??
    modal ??
    document.fullscreenElement ??
    document.documentElement
  );
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
