// Pages that want to stop the extension, break it, or make it do what the reader has not asked for.
import { describe, expect, test } from 'vitest';
import { defaults } from '../../../extension/settings.ts';
import { hoverTiming } from '../../../page/pointer/hover.ts';
import { until } from '../driver/wait.mjs';
import { article, inBothBrowsers } from '../stage.ts';
import { attacked, CALL, goesOn, MARKED, open } from './victim.ts';

declare const chrome: typeof import('wxt/browser').browser;

// biome-ignore lint/suspicious/noExplicitAny: a page asks for things that no type knows
type Loose = any;

/** Scripts that run before anything of ours; whatever they do, marks and cards are there. */
const EARLY: [what: string, script: string][] = [
  [
    'replays every message and event that it hears, as WXT’s context would take for its own',
    `const seen = new Set();
     const replay = (target, event) => {
       if (!event.isTrusted || seen.size > 200) return;
       seen.add(event);
       if (event.type === 'message') return setTimeout(() => postMessage(event.data, '*'));
       const copy = new CustomEvent(event.type, { detail: event.detail, bubbles: true });
       setTimeout(() => target.dispatchEvent(copy));
     };
     const { dispatchEvent } = EventTarget.prototype;
     addEventListener('message', (event) => replay(window, event));
     for (const world of ['isolated', 'main']) for (const id of ['reader', 'content-script', 'content', 'dramatis'])
       for (const name of ['wxt:content-script-started', id + ':wxt:content-script-started', 'wxt:invalidated', 'wxt:locationchange']) {
         document.addEventListener(name, (event) => replay(document, event));
         setInterval(() => {
           document.dispatchEvent(new CustomEvent(name, { detail: { contentScriptName: id, messageId: 'x' } }));
           postMessage({ type: name, contentScriptName: id, messageId: Math.random() }, '*');
         }, 50);
       }`,
  ],
  [
    'fills the registry of highlights with names like ours',
    `for (const name of ['mention', 'mention-active', 'dramatis']) CSS.highlights.set(name, new Highlight());`,
  ],
  [
    'has replaced what the DOM is made of',
    // What was taken is given back before the tests look: they look from within the page.
    `const taken = [];
     self.stolen = [];
     self.restore = () => taken.forEach(([owner, name, before]) => { owner[name] = before });
     const take = (owner, name, instead) => { taken.push([owner, name, owner[name]]); owner[name] = instead };
     const steal = function (...given) { stolen.push(this, ...given); throw new Error('sabotage') };
     for (const { prototype } of [Node, Element, HTMLElement, Document, Range, Text, TreeWalker, ShadowRoot, EventTarget])
       for (const name of ['attachShadow', 'closest', 'contains', 'compareDocumentPosition', 'getRootNode', 'getClientRects', 'getBoundingClientRect', 'setStart', 'setEnd', 'nextNode', 'append', 'showPopover', 'caretPositionFromPoint', 'createTreeWalker'])
         if (Object.hasOwn(prototype, name)) take(prototype, name, steal);
     for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'Highlight', 'StaticRange', 'Range', 'CSSStyleSheet', 'AbortController', 'MessageChannel', 'WeakRef', 'scheduler', 'navigation'])
       take(self, name, class { constructor() { steal(name) } });
     for (const name of ['requestAnimationFrame', 'queueMicrotask', 'getComputedStyle']) take(self, name, steal);`,
  ],
  [
    'has replaced what the language is made of',
    `const taken = [];
     const { apply } = Reflect;
     self.stolen = [];
     self.restore = () => taken.forEach(([owner, name, before]) => { owner[name] = before });
     for (const owner of [Map, Set, WeakMap, Array, String, RegExp, Promise].map(({ prototype }) => prototype).concat([JSON, Reflect, Object]))
       for (const name of Object.getOwnPropertyNames(owner)) {
         const { value, writable } = Object.getOwnPropertyDescriptor(owner, name);
         if (typeof value === 'function' && writable && name !== 'constructor') taken.push([owner, name, value]);
       }
     for (let at = 0; at < taken.length; at++) {
       const [owner, name, before] = taken[at];
       owner[name] = function () {
         if (this?.localName === 'dramatis-card' || arguments[0]?.figure || arguments[0] === 'dramatis-card') stolen[stolen.length] = name;
         return apply(before, this, arguments);
       };
     }`,
  ],
  [
    'defines our element and spoils it',
    `customElements.define('dramatis-card', class extends HTMLElement {
       static disabledFeatures = ['shadow', 'internals'];
       connectedCallback() { this.remove(); }
     });`,
  ],
  [
    'has an element of the same name, a popover before ours',
    // One that is there when we begin is taken for what an older script of ours has left, and goes.
    `setInterval(() => document.querySelector('dramatis-card') ??
       document.documentElement.append(Object.assign(document.createElement('dramatis-card'), { textContent: 'I am the card', popover: 'manual' })), 20);`,
  ],
  [
    'never stops changing itself',
    `addEventListener('load', () => {
       const box = document.body.appendChild(document.createElement('div'));
       const turn = () => { box.textContent = 'Nobody ' + Math.random(); new MessageChannel().port1.postMessage(0); setTimeout(turn); };
       turn(); requestAnimationFrame(function again() { box.title = Math.random(); requestAnimationFrame(again) });
     });`,
  ],
  [
    'changes its address for ever',
    `addEventListener('load', () => { let turn = 0; setInterval(() => history.replaceState(null, '', '#' + ++turn), 100) });`,
  ],
  [
    'sends every event that could pass for the reader’s or the browser’s',
    `addEventListener('load', () => setInterval(() => {
       const target = document.querySelector('dramatis-card') ?? document.body;
       for (const event of [
         new PointerEvent('pointerdown', { bubbles: true, composed: true }), new WheelEvent('wheel', { bubbles: true }),
         new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }), new Event('scroll'),
         new FocusEvent('blur'), new FocusEvent('focusout', { bubbles: true }), new Event('resize'), new Event('close', { bubbles: true }),
         new ToggleEvent('toggle', { newState: 'closed' }), new Event('fullscreenchange', { bubbles: true }), new PointerEvent('pointerout', { bubbles: true }),
         new PageTransitionEvent('pagehide', { persisted: false }), new PageTransitionEvent('pageshow', { persisted: true }), new Event('popstate'), new Event('load'),
       ]) { target.dispatchEvent(event); window.dispatchEvent(event.constructor === Event ? new Event(event.type) : new event.constructor(event.type, event)); document.dispatchEvent(new Event(event.type)); self.navigation?.dispatchEvent(new Event('currententrychange')); }
     }, 40));`,
  ],
];

/** What a page does to the host of a card that has been opened once; at the next opening nothing of it is left. */
const HANDS: [what: string, act: () => void][] = [
  ['takes it out', () => document.querySelector('dramatis-card')?.remove()],
  [
    'hides it in a box of its own',
    () => {
      const box = document.body.appendChild(document.createElement('div'));
      box.style.display = 'none';
      box.append(document.querySelector('dramatis-card') as Element);
    },
  ],
  [
    'hides it in a shadow tree of its own',
    () => {
      const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
      root.append(document.querySelector('dramatis-card') as Element);
    },
  ],
  [
    'moves it into another document',
    () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.contentDocument?.body.append(document.querySelector('dramatis-card') as Element);
    },
  ],
  ['adopts it', () => document.implementation.createHTMLDocument().adoptNode(document.querySelector('dramatis-card')!)],
  [
    'makes it no popover',
    () => {
      (document.querySelector('dramatis-card') as HTMLElement).popover = null;
    },
  ],
  [
    'makes it a popover that anything closes',
    () => {
      (document.querySelector('dramatis-card') as HTMLElement).popover = 'auto';
    },
  ],
  [
    'gives it attributes',
    () => {
      const host = document.querySelector('dramatis-card') as HTMLElement;
      const given = {
        inert: '',
        hidden: '',
        'aria-hidden': 'true',
        'aria-label': 'I am the bank',
        contenteditable: 'true',
      };
      for (const [name, value] of Object.entries({ ...given, dir: 'rtl', slot: 'x', style: 'all: unset !important' }))
        host.setAttribute(name, value);
    },
  ],
  [
    'restyles it',
    () => {
      const style = document.createElement('style');
      style.textContent = `html dramatis-card#x#x, dramatis-card { opacity: 0 !important; display: none !important; transform: scale(9) !important;
        position: static !important; width: 9px !important; clip-path: circle(0) !important; filter: invert(1) !important; pointer-events: none !important;
        animation: gone 1s infinite; transition: all 9s; visibility: hidden !important; zoom: 4 !important; --paper: red !important; font-size: 99px !important }
        dramatis-card::before, dramatis-card::after { content: 'You have won'; position: fixed; inset: 0; background: red; pointer-events: none }
        @keyframes gone { to { opacity: 0 } } @keyframes rise { to { opacity: 0 } }
        html { opacity: 0; filter: blur(9px); transform: scale(.1); clip-path: circle(0) }`;
      document.head.append(style);
      document.querySelector('dramatis-card')?.animate({ opacity: [0, 0] }, { duration: 1e9, fill: 'both' });
    },
  ],
];

inBothBrowsers((stage) => {
  describe('goes on where a page', () => {
    test.each(EARLY)('%s', async (_, script) => {
      const tab = await stage.show(attacked(script));
      expect((await tab.mentions()).map(({ text }) => text)).toEqual(MARKED);
      await until('the mention', () => tab.send({ type: 'reveal', figure: 'petro', step: 1 } as { type: string }));
      await tab.page.evaluate(() => (globalThis as Loose).restore?.());
      const card = await tab.card();
      expect(await card.text()).toContain('Gustavo Petro');
      await expect.poll(tab.painted).toEqual(MARKED);
      // It stays, too: nothing of the page has closed it.
      await tab.after(hoverTiming.grace);
      expect(await tab.cardIsOpen()).toBe(true);
      const stolen = await tab.page.evaluate(() => ((globalThis as Loose).stolen ?? []).map(String));
      expect(stolen.filter((one: string) => !/^(?:\[object Window\]|undefined|function|\(\)|async)/.test(one))).toEqual(
        [],
      );
    });
  });

  test('new text of a page that never stops changing is read', async () => {
    const tab = await stage.show(
      attacked(
        `addEventListener('load', () => { const box = document.body.appendChild(document.createElement('div'));
          setInterval(() => { box.textContent = 'Nobody ' + Math.random(); box.title = Math.random() }) })`,
      ),
    );
    await expect.poll(tab.painted).toEqual(MARKED);
    await tab.page.evaluate(() => document.querySelector('p')?.after('Marco Rubio was told.'));
    await expect.poll(tab.painted).toEqual([...MARKED, 'Marco Rubio']);
  });

  test('of forty frames only the first few are read', async () => {
    const tab = await stage.show(
      attacked(`addEventListener('load', () => {
        for (let at = 0; at < 40; at++) {
          const frame = document.body.appendChild(document.createElement('iframe'));
          frame.width = 400; frame.height = 300;
          frame.contentDocument.body.textContent = 'Marco Rubio travels.';
        }
      })`),
    );
    const texts = (await tab.mentions()).map(({ text }) => text);
    expect(texts.filter((text) => text !== 'Marco Rubio')).toEqual(MARKED);
    const lookedInto = texts.length - MARKED.length;
    expect(lookedInto).toBeGreaterThan(0);
    expect(lookedInto).toBeLessThanOrEqual(20);
    await open(tab);
  });

  test('a hover opens a card while the page sends scrolls and keys of its own', async () => {
    const tab = await stage.show(
      attacked(
        `setInterval(() => { for (const type of ['scroll', 'keydown', 'pointerdown', 'wheel']) dispatchEvent(new Event(type)) }, 20)`,
      ),
    );
    await tab.hover('Gustavo Petro');
    expect(await (await tab.card()).text()).toContain('Gustavo Petro');
  });

  test('synthetic pointer events open and close nothing', async () => {
    const tab = await stage.show(attacked(''));
    await expect.poll(tab.painted).toEqual(MARKED);
    await tab.page.evaluate(async () => {
      const [range] = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
      const live = document.createRange();
      live.setStart(range!.startContainer, range!.startOffset);
      live.setEnd(range!.endContainer, range!.endOffset);
      const { left, top } = live.getBoundingClientRect();
      const place = { clientX: left + 5, clientY: top + 5, bubbles: true, composed: true, pointerType: 'mouse' };
      const send = (type: string, pointerType: string) =>
        range!.startContainer.parentElement?.dispatchEvent(new PointerEvent(type, { ...place, pointerType }));
      for (let at = 0; at < 12; at++) {
        for (const type of ['pointerover', 'pointermove', 'mousemove']) send(type, 'mouse');
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      for (const type of ['pointerdown', 'pointerup', 'click']) send(type, 'touch');
    });
    await tab.after(defaults.dwell);
    expect(await tab.page.evaluate(() => document.querySelector('dramatis-card'))).toBeNull();
    await open(tab);
    await tab.page.evaluate(() => {
      const host = document.querySelector('dramatis-card');
      for (const target of [host, document.body, window])
        for (const type of ['pointerout', 'pointerleave', 'keydown', 'click'])
          target?.dispatchEvent(
            type === 'keydown'
              ? new KeyboardEvent(type, { key: 'Escape', bubbles: true, composed: true })
              : new PointerEvent(type, { bubbles: true, composed: true, relatedTarget: null }),
          );
    });
    await tab.after(hoverTiming.grace);
    expect(await tab.cardIsOpen()).toBe(true);
  });

  test('forged messages change nothing and are not answered', async () => {
    const tab = await stage.show(attacked(''));
    await expect.poll(tab.painted).toEqual(MARKED);
    const before = await stage.driver.stored();
    await tab.page.evaluate(async () => {
      const heard: unknown[] = [];
      addEventListener('message', ({ data, source }) => source === window && data.forged !== true && heard.push(data));
      const forged = [
        'status',
        'mentions',
        'reveal',
        'markOnce',
        'announce',
        'mute',
        'reject',
        'story',
        'reportFound',
        'site',
      ].map((type) => ({
        type,
        figure: 'petro',
        step: 1,
        on: false,
        scope: 'site',
        text: 'Gustavo Petro',
        url: location.href,
        hash: '#figure/petro',
        host: location.hostname,
        active: false,
        figures: 0,
        forged: true,
      }));
      for (const message of forged) {
        postMessage(message, '*');
        document.dispatchEvent(new CustomEvent(message.type, { detail: message }));
        dispatchEvent(new MessageEvent('message', { data: message, source: window }));
        for (const api of [(globalThis as Loose).chrome, (globalThis as Loose).browser]) {
          try {
            const answer = await api.runtime.sendMessage(message);
            heard.push(answer);
          } catch {
            // No such thing is given to pages.
          }
        }
      }
      (globalThis as Loose).heard = heard;
    });
    // Whoever answers does so before what is asked of it now.
    await tab.mentions();
    await tab.after(0);
    expect(await tab.page.evaluate(() => (globalThis as Loose).heard)).toEqual([]);
    expect(await tab.painted()).toEqual(MARKED);
    expect(await tab.cardIsOpen()).toBe(false);
    expect(await stage.driver.stored()).toEqual(before);
  });

  test('a page cannot make the extension’s parts talk to each other', async () => {
    await stage.driver.inExtension(() => {
      (globalThis as Loose).told = [];
      chrome.runtime.onMessage.addListener((message: { type: string }, { tab }): undefined => {
        // The gate asks for judge and reader, and the reader who is meant, and for texts that nobody needed before.
        if (!/^(?:texts|bringReader|bringReaderToNews|openNames|recognise)$/.test(message.type))
          (globalThis as Loose).told.push([tab?.id, message]);
      });
    });
    const tab = await stage.show(attacked(''));
    const told = () =>
      stage.driver.inExtension(
        (id) => ((globalThis as Loose).told as [number, unknown][]).filter(([of]) => of === id).map(([, what]) => what),
        tab.id,
      );
    await expect.poll(told).toEqual([{ type: 'reportFound', active: true, figures: 3 }]);
    await tab.page.evaluate(() => {
      for (let at = 0; at < 50; at++) {
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        (globalThis as Loose).navigation?.dispatchEvent(new Event('currententrychange'));
        dispatchEvent(new PopStateEvent('popstate'));
      }
    });
    await tab.mentions();
    // What it has to say next comes next.
    await stage.driver.settings({ muted: ['petro'] });
    await expect
      .poll(async () => (await told()).slice(1, 2))
      .toEqual([{ type: 'reportFound', active: true, figures: 2 }]);
  });

  describe('the next card is whole where a page', () => {
    test.each(HANDS)('%s', async (_, act) => {
      const tab = await stage.show(attacked(''));
      const first = await goesOn(tab);
      const size = await first.box();
      await first.evaluate((root) => root.querySelector<HTMLElement>('[aria-pressed]')?.focus());
      await tab.page.evaluate(act);
      const card = await open(tab, 'trump');
      await expect
        .poll(() =>
          tab.page.evaluate(() => {
            const host = document.querySelector('dramatis-card') as HTMLElement;
            const { opacity, visibility, transform, filter, clipPath, position, pointerEvents, fontSize } =
              getComputedStyle(host);
            const before = ['::before', '::after'].map((part) => getComputedStyle(host, part).content);
            const attributes = host.getAttributeNames().map((name) => `${name}=${host.getAttribute(name)}`);
            const place = host.parentElement?.localName;
            return [
              opacity,
              visibility,
              transform,
              filter,
              clipPath,
              position,
              pointerEvents,
              fontSize,
              ...before,
              ...attributes,
              place,
            ];
          }),
        )
        .toEqual([
          '1',
          'visible',
          'none',
          'none',
          'none',
          'fixed',
          'auto',
          '16px',
          'none',
          'none',
          'popover=manual',
          'html',
        ]);
      await expect.poll(async () => Math.round((await card.box()).width)).toBe(Math.round(size.width));
      const { color, background } = await card.evaluate((root) => {
        const style = getComputedStyle(root.querySelector('.card')!);
        return { color: style.color, background: style.backgroundColor };
      });
      expect([color, background]).toEqual(['rgb(28, 26, 23)', 'rgb(255, 253, 248)']);
      await card.click('[aria-pressed]');
      expect(await card.evaluate((root) => root.querySelector('[aria-pressed]')?.getAttribute('aria-pressed'))).toBe(
        'true',
      );
    });
  });

  test('a pinned card that the page takes away does not keep others from opening', async () => {
    const tab = await stage.show(attacked(''));
    await (await goesOn(tab)).click('[aria-pressed]');
    await tab.page.evaluate(() => document.querySelector('dramatis-card')?.remove());
    await tab.hover('Donald Trump');
    expect(await (await tab.card()).text()).toContain('Donald Trump');
  });

  test('a copy of the host holds nothing', async () => {
    const tab = await stage.show(attacked(''));
    await goesOn(tab);
    const copies = await tab.page.evaluate(() => {
      const host = document.querySelector('dramatis-card') as Loose;
      const copy = host.cloneNode(true);
      document.body.append(copy, document.importNode(host, true));
      copy.showPopover();
      return [...document.querySelectorAll<Loose>('body dramatis-card')].map(
        (one) => `${one.shadowRoot} ${one.childNodes.length}`,
      );
    });
    expect(copies).toEqual(['null 0', 'null 0']);
  });

  test('a page that blocks the card for a while does not block it for good', async () => {
    const tab = await stage.show(
      attacked(
        `forbidden = true; addEventListener('beforetoggle', (event) => forbidden && event.preventDefault(), true)`,
      ),
    );
    await expect.poll(tab.painted).toEqual(MARKED);
    await tab.send({ type: 'reveal', figure: 'petro', step: 1 } as { type: string });
    await tab.after(0);
    expect(await tab.cardIsOpen()).toBe(false);
    await tab.page.evaluate(() => {
      (globalThis as Loose).forbidden = false;
    });
    await goesOn(tab);
  });

  test('a page that takes the focus back causes no endless loop', async () => {
    const tab = await stage.show(
      attacked(
        `turns = 0; addEventListener('focusin', () => { turns++; document.querySelector('button').focus() }, true)`,
        `${CALL}<button type="button">Mine</button>`,
      ),
    );
    await goesOn(tab);
    await tab.after(hoverTiming.grace);
    expect(await tab.page.evaluate(() => (globalThis as Loose).turns)).toBeLessThan(20);
    expect(await tab.cardIsOpen()).toBe(true);
  });

  test('highlights that a page clears come back at once when a card opens', async () => {
    const tab = await stage.show(attacked(''));
    await expect.poll(tab.painted).toEqual(MARKED);
    await tab.page.evaluate(() => CSS.highlights.clear());
    expect(await tab.painted()).toEqual([]);
    await tab.send({ type: 'reveal', figure: 'petro', step: 1 } as { type: string });
    await tab.card();
    expect(await tab.painted()).toEqual(MARKED);
  });

  test('ranges that a page puts among ours open no card, and those it takes out still do', async () => {
    const tab = await stage.show(attacked('', `${CALL}<p id="mine">Nobody of that name.</p>`));
    await expect.poll(tab.painted).toEqual(MARKED);
    const [, petro] = await tab.ranges();
    await tab.page.evaluate(() => {
      const text = document.querySelector('#mine')?.firstChild as Text;
      const [highlight] = CSS.highlights.values();
      highlight?.clear();
      highlight?.add(new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: 6 }));
    });
    await tab.hover('Nobody');
    await tab.after(defaults.dwell);
    expect(await tab.cardIsOpen()).toBe(false);
    await tab.move(petro!.left + 20, petro!.top - 30);
    await tab.move(petro!.left + 20, petro!.top + petro!.height / 2);
    expect(await (await tab.card()).text()).toContain('Gustavo Petro');
  });

  test('an element that covers a name opens no card', async () => {
    const tab = await stage.show(
      attacked(
        '',
        `<div style="position: relative">Beside him sat Cilia Flores.<div id="over" style="position: absolute; inset: 0">Win a car</div></div>`,
      ),
    );
    await expect.poll(tab.painted).toContain('Cilia Flores');
    await tab.hover('Cilia Flores');
    await tab.after(defaults.dwell);
    expect(await tab.cardIsOpen()).toBe(false);
    await tab.page.evaluate(() => document.querySelector('#over')?.remove());
    await tab.move(5, 5);
    await tab.hover('Cilia Flores');
    expect(await (await tab.card()).text()).toContain('Cilia Flores');
  });

  test('style sheets of the page’s own stay where they are', async () => {
    const tab = await stage.show(
      attacked(
        `const mine = new CSSStyleSheet(); mine.replaceSync('p { color: rgb(1, 2, 3) }'); document.adoptedStyleSheets = [mine];`,
      ),
    );
    await goesOn(tab);
    await stage.driver.settings({ 'site:example.com': 'off' });
    await expect.poll(tab.painted).toEqual([]);
    const left = await tab.page.evaluate(() => [
      document.adoptedStyleSheets.length,
      getComputedStyle(document.querySelector('p')!).color,
    ]);
    expect(left).toEqual([1, 'rgb(1, 2, 3)']);
    expect(await tab.page.evaluate(() => document.querySelector('dramatis-card'))).toBeNull();
    await until('the status', () => tab.status());
  });

  test('an article in a frame of another site is not read, so that nobody can lay a page around a card', async () => {
    const inner = stage.address(article(CALL), 'www.example.net');
    const tab = await stage.show(article(`${CALL}<iframe src="${inner}" width="640" height="400"></iframe>`));
    await goesOn(tab);
    const frame = await until('the frame', () => tab.page.frames().find((one) => one.url() === inner));
    expect(await frame.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0))).toBe(0);
    expect(await frame.evaluate(() => document.querySelector('dramatis-card'))).toBeNull();
  });
});
