// The one element that Dramatis adds to a page: `dramatis-card`, a popover with a closed shadow root that follows dialogs and fullscreen.
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

/** @param style the text of tokens.css and card.css */
export function createShell(document: Document, style: string, signal: AbortSignal): Shell {
  const host = document.createElement('dramatis-card');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  adopt(style);
  const box = adopt(':host(:popover-open) {}').cssRules[0] as CSSStyleRule;
  const body = root.appendChild(document.createElement('div'));
  body.className = 'body';
  const status = root.appendChild(document.createElement('p'));
  status.className = 'announcement';
  status.role = 'status';

  // Scripts of the page can send events to the host but must not be able to press a button in it; nor do keys and clicks of the card concern the page.
  for (const type of guarded) {
    root.addEventListener(type, (event) => event.isTrusted || event.stopImmediatePropagation(), {
      capture: true,
      signal,
    });
    root.addEventListener(type, (event) => event.stopPropagation(), { signal });
  }

  function adopt(text: string): CSSStyleSheet {
    const sheet = new (document.defaultView as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets.push(sheet);
    return sheet;
  }

  return {
    host,
    root,
    body,
    lift() {
      // Beside a modal dialog everything is inert, beside a fullscreen element unseen.
      const ground =
        [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.fullscreenElement ?? document.documentElement;
      if (host.parentNode !== ground) ground.append(host);
      if (!host.matches(':popover-open')) host.showPopover();
    },
    sink() {
      if (host.matches(':popover-open')) host.hidePopover();
    },
    put(rules) {
      for (const [name, value] of Object.entries(rules)) box.style.setProperty(name, value, 'important');
    },
    announce(text) {
      status.textContent = text;
    },
  };
}
