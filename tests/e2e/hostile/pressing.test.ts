// Pages that want the reader to press what the reader does not see: buttons of a card act only on real presses on a
// card that has stood in sight, at one place, with nothing over it.
import { expect, test } from 'vitest';
import type { Card } from '../driver/card.mjs';
import type { Tab } from '../driver/tab.mjs';
import { until } from '../driver/wait.mjs';
import { inBothBrowsers } from '../stage.ts';
import { attacked, CALL, goesOn, open } from './victim.ts';

/** Where the middle of the card's pin is. */
const pinOf = (card: Card) =>
  card.evaluate((root) => {
    const { left, top, width, height } = root.querySelector('[aria-pressed]')!.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
const isPinned = (card: Card) =>
  card.evaluate((root) => root.querySelector('[aria-pressed]')!.getAttribute('aria-pressed') === 'true');

/** What a page lays over an open card, letting presses through to it. */
const COVERS: [what: string, cover: () => void | Promise<void>, uncover: () => void][] = [
  [
    'a popover',
    () => {
      const cover = document.createElement('div');
      Object.assign(cover, { id: 'cover', popover: 'manual', textContent: 'Press here to win' });
      cover.style.cssText =
        'position: fixed; inset: 0; width: 100vw; height: 100vh; background: red; pointer-events: none';
      document.body.append(cover);
      cover.showPopover();
    },
    () => document.querySelector('#cover')?.remove(),
  ],
  [
    'a popover that was there before and is shown again',
    () => {
      const cover = document.querySelector('#before') as HTMLElement;
      cover.hidePopover();
      cover.showPopover();
    },
    () => document.querySelector('#before')?.remove(),
  ],
  [
    'a dialog’s backdrop',
    () => {
      const style = document.createElement('style');
      style.textContent = 'dialog, dialog::backdrop { pointer-events: none; background: red }';
      const cover = document.createElement('dialog');
      cover.id = 'cover';
      document.body.append(style, cover);
      // A modal one would make the card inert; as a popover a dialog has a backdrop too.
      cover.popover = 'manual';
      cover.showPopover();
    },
    () => document.querySelector('#cover')?.remove(),
  ],
];

inBothBrowsers((stage) => {
  const BEFORE = `${CALL}<div id="before" popover="manual" style="inset: 0; width: 100vw; height: 100vh; background: red; pointer-events: none"></div>
    <script>document.querySelector('#before').showPopover()</script>`;
  type Place = { x: number; y: number };
  /** Presses, and waits until the card has decided: the page does not hear of it. */
  const press = async (tab: Tab, { x, y }: Place) => {
    await tab.page.mouse.click(x, y);
    await tab.after(0);
  };
  /** Presses until it has been in sight for long enough. */
  const pressUntilPinned = (tab: Tab, card: Card, place: Place) =>
    until('the pin to be pressed', async () => {
      await tab.page.mouse.move(place.x + 1, place.y);
      await press(tab, place);
      return isPinned(card);
    });
  /** A card that would take the next press. */
  const ready = async (tab: Tab) => {
    const card = await goesOn(tab);
    await card.click('h2');
    return card;
  };

  test.each(COVERS)('nothing is pressed through %s; once the card is seen again it is', async (_, cover, uncover) => {
    const tab = await stage.show(attacked('', BEFORE));
    const card = await ready(tab);
    const pin = await pinOf(card);
    await tab.page.evaluate(cover);
    await press(tab, pin);
    expect(await isPinned(card)).toBe(false);
    await tab.page.evaluate(uncover);
    await pressUntilPinned(tab, card, pin);
  });

  test('nothing is pressed through a popover in a closed shadow tree', async () => {
    if (stage.engine === 'firefox') return; // it tells nobody what is really seen: SECURITY.md
    const tab = await stage.show(attacked(''));
    const card = await ready(tab);
    await tab.page.evaluate(() => {
      const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
      const cover = root.appendChild(document.createElement('div'));
      cover.popover = 'manual';
      cover.style.cssText = 'inset: 0; width: 100vw; height: 100vh; background: red; pointer-events: none';
      cover.showPopover();
    });
    // The page can ask for the same sight of the card as we do; ours is looked at anew every 100 ms.
    await tab.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const sight = { trackVisibility: true, delay: 100 } as IntersectionObserverInit;
          new IntersectionObserver((entries, observer) => {
            if ((entries.at(-1) as { isVisible?: boolean }).isVisible !== false) return;
            observer.disconnect();
            resolve();
          }, sight).observe(document.querySelector('dramatis-card') as Element);
        }),
    );
    await tab.after(100);
    await press(tab, await pinOf(card));
    expect(await isPinned(card)).toBe(false);
  });

  test('nothing is pressed through a transition between views', async () => {
    const tab = await stage.show(
      attacked(
        '',
        `${CALL}<style>::view-transition { pointer-events: none; background: red }
        ::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) { animation-duration: 60s; pointer-events: none }</style>`,
      ),
    );
    const card = await ready(tab);
    const pin = await pinOf(card);
    await tab.page.evaluate(async () => {
      await (document as Document & { startViewTransition(change: () => void): { ready: Promise<void> } })
        .startViewTransition(() => {})
        .ready.catch(() => {});
    });
    await press(tab, pin);
    // The pointer is over the transition and not over the card, which may have closed for that.
    expect(await isPinned(card)).not.toBe(true);
  });

  test('nothing is pressed on a card that was only just moved under the pointer', async () => {
    const tab = await stage.show(
      attacked(
        `addEventListener('click', ({ timeStamp }) => { pressed = timeStamp }, true)`,
        `<div id="above" style="height: 300px"></div>${CALL}`,
      ),
    );
    const card = await ready(tab);
    const { x, y } = await pinOf(card);
    /** Moves the word and the card with it; when that was seen, on the page's clock. */
    const shift = (by: number) =>
      tab.page.evaluate(async (px) => {
        const host = document.querySelector('dramatis-card') as HTMLElement;
        const above = document.querySelector('#above') as HTMLElement;
        const { top } = host.getBoundingClientRect();
        above.style.height = `${above.offsetHeight + px}px`;
        dispatchEvent(new Event('resize'));
        while (host.getBoundingClientRect().top === top) await new Promise(requestAnimationFrame);
        return performance.now();
      }, by);
    const high = { x, y: y - 60 };
    await until('a press that comes at once', async () => {
      await tab.page.mouse.move(high.x, high.y);
      const moved = await shift(-60);
      await press(tab, high);
      const pressed = await tab.page.evaluate(() => (globalThis as unknown as { pressed: number }).pressed);
      if (pressed - moved < 250) return true;
      // Late, on a slow machine, it was a press on a card in sight.
      if (await isPinned(card)) await card.click('[aria-pressed]');
      await shift(60);
      await card.click('h2');
      return false;
    });
    expect(await isPinned(card)).toBe(false);
    await pressUntilPinned(tab, card, high);
  });

  test('synthetic events of a page press nothing', async () => {
    const tab = await stage.show(attacked(''));
    const card = await ready(tab);
    const before = await card.text();
    const pin = await pinOf(card);
    await tab.page.evaluate(({ x, y }) => {
      const host = document.querySelector('dramatis-card') as HTMLElement;
      const place = { clientX: x, clientY: y, bubbles: true, composed: true, detail: 1, button: 0 };
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        host.dispatchEvent(new PointerEvent(type, place));
        document.elementFromPoint(x, y)?.dispatchEvent(new MouseEvent(type, place));
      }
      // The root is closed; if some browser ever handed it out, its buttons would still know whom they act for.
      const button = host.shadowRoot?.querySelector<HTMLElement>('[aria-pressed]');
      for (const target of [host, button]) {
        target?.click();
        for (const key of ['Enter', ' ', 'Tab', 'Escape'])
          for (const type of ['keydown', 'keypress', 'keyup'])
            target?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
      }
    }, pin);
    await tab.after(0);
    expect(await card.text()).toBe(before);
    expect(await isPinned(card)).toBe(false);
    expect(await stage.driver.stored()).not.toHaveProperty('muted');
  });

  test('the keyboard presses at once', async () => {
    const tab = await stage.show(attacked(''));
    const card = await open(tab);
    await card.evaluate((root) => root.querySelector<HTMLElement>('[aria-pressed]')?.focus());
    await tab.page.keyboard.press('Enter');
    await expect.poll(() => isPinned(card)).toBe(true);
  });

  test('what is copied does not pass through the page', async () => {
    const tab = await stage.show(
      attacked(`copied = []; for (const target of [window, document]) for (const capture of [true, false])
        target.addEventListener('copy', (event) => { copied.push(event.clipboardData.getData('text/plain')); setTimeout(() => copied.push(event.clipboardData.getData('text/plain')), 50) }, capture)`),
    );
    const card = await goesOn(tab);
    await card.click('.card header .tools button');
    await tab.after(50);
    const copied = await tab.page.evaluate(() => (globalThis as unknown as { copied: string[] }).copied);
    expect(copied.join('')).toBe('');
  });
});
