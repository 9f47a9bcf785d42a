// Pages that want to read: nothing of a card, of the settings or of the extension itself comes to their knowledge. What
// they can know stands in SECURITY.md. Each probe runs in the page while a card is open, and hands back what it has
// learned.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Tab } from '../driver/tab.mjs';
import { article, inBothBrowsers } from '../stage.ts';
import { attacked, CALL, goesOn, open } from './victim.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** Loose, as pages are. */
// biome-ignore lint/suspicious/noExplicitAny: a page asks for things that no type knows
type Loose = any;

/** Listens to all that a page can be told of, before anything of ours runs. */
const LISTEN = `
  heard = [];
  const hear = (what, ...told) => heard.push(what + ' ' + told.join(' '));
  const place = (node) => node?.getRootNode ? node.getRootNode() === document : true;
  for (const type of PerformanceObserver.supportedEntryTypes) new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const nodes = [entry.element, entry.target, ...(entry.sources ?? []).map((source) => source.node)].filter(Boolean);
      hear('timing', entry.entryType, entry.name, entry.url, (entry.scripts ?? []).map((script) => script.sourceURL), nodes.every(place) ? '' : 'INSIDE');
    }
  }).observe({ type, buffered: true, durationThreshold: 0 });
  if (self.ReportingObserver) new ReportingObserver((reports) => hear('report', JSON.stringify(reports)), { buffered: true }).observe();
  addEventListener('error', (event) => hear('error', event.message, event.filename, event.error?.stack), true);
  addEventListener('unhandledrejection', (event) => hear('rejection', event.reason?.stack));
  document.addEventListener('securitypolicyviolation', (event) => hear('policy', event.sourceFile, event.blockedURI));
  new MutationObserver((records) => {
    for (const { type, target, addedNodes, attributeName } of records)
      hear('mutation', type, target.nodeName, attributeName, [...addedNodes].map((node) => node.nodeName));
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const types = ['beforetoggle', 'toggle', 'scroll', 'copy', 'selectionchange', 'slotchange'];
  for (const name in HTMLElement.prototype) if (name.startsWith('on')) types.push(name.slice(2));
  for (const type of types) addEventListener(type, (event) => {
    const node = event.composedPath()[0];
    hear('event', type, node.nodeName, place(node) && place(event.relatedTarget) ? '' : 'INSIDE', new Error().stack);
  }, true);`;

/** What a page may try while a card is open. `lines`: what stands in the card. Answers with what it has found out. */
const PROBES: [what: string, probe: (lines: string[]) => unknown[] | Promise<unknown[]>][] = [
  [
    'through the closed shadow root',
    () => {
      const host = document.querySelector('dramatis-card') as Loose;
      const doors = [() => host.shadowRoot, () => host.openOrClosedShadowRoot, () => host.attachInternals().shadowRoot];
      return doors.flatMap((door) => {
        try {
          return door() ?? [];
        } catch {
          return [];
        }
      });
    },
  ],
  [
    'by serialising it',
    (lines) => {
      const host = document.querySelector('dramatis-card') as Loose;
      const page = document.documentElement as Loose;
      const texts = [host, page].flatMap((element) => [
        element.innerText,
        element.textContent,
        element.outerHTML,
        element.getHTML?.({ serializableShadowRoots: true, shadowRoots: [] }),
        new XMLSerializer().serializeToString(element),
        document.evaluate('string(.)', element).stringValue,
      ]);
      return lines.filter((line) => texts.some((text) => text?.includes(line)));
    },
  ],
  [
    'by selecting it',
    (lines) => {
      const selection = getSelection() as Selection;
      const texts: string[] = [];
      for (const select of [
        () => selection.selectAllChildren(document.documentElement),
        () => document.execCommand('selectAll'),
        () => selection.selectAllChildren(document.querySelector('dramatis-card') as Element),
      ]) {
        select();
        texts.push(selection.toString(), selection.rangeCount > 0 ? selection.getRangeAt(0).toString() : '');
      }
      selection.removeAllRanges();
      return lines.filter((line) => texts.some((text) => text.includes(line)));
    },
  ],
  [
    'by asking what stands at its points',
    () => {
      const { left, top, width, height } = (document.querySelector('dramatis-card') as Element).getBoundingClientRect();
      const found: unknown[] = [];
      for (let x = left + 8; x < left + width; x += 24)
        for (let y = top + 8; y < top + height; y += 24)
          found.push(
            ...document.elementsFromPoint(x, y),
            (document as Loose).caretPositionFromPoint?.(x, y)?.offsetNode,
            (document as Loose).caretRangeFromPoint?.(x, y)?.startContainer,
            ...((CSS.highlights as Loose).highlightsFromPoint?.(x, y) ?? []).flatMap(({ ranges }: Loose) =>
              [...ranges].map((range: Loose) => range.startContainer),
            ),
          );
      const host = document.querySelector('dramatis-card') as Element;
      return (found.filter(Boolean) as Node[])
        .filter((node) => node.getRootNode() !== document || (node !== host && host.contains(node)))
        .map(String);
    },
  ],
  [
    'by selectors that look into it',
    () => {
      const inside = [
        ' *',
        ':has(*)',
        ':not(:empty)',
        '::part(card)',
        ' button',
        ':has(:focus)',
        ' > *',
        ':has(> [role])',
      ];
      return inside.filter((selector) => document.querySelector(`dramatis-card${selector}`));
    },
  ],
  [
    'by its parts, styles and animations',
    () => {
      const host = document.querySelector('dramatis-card') as HTMLElement;
      const animated = [...document.getAnimations(), ...host.getAnimations({ subtree: true })];
      const sheets = [...document.styleSheets, ...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]);
      return [
        ...animated.map((animation) => String((animation.effect as Loose)?.target)),
        ...sheets.filter(({ cssText }) => /surface|--paper|petro|trump/i.test(cssText)).map(({ cssText }) => cssText),
        ...host.childNodes,
        ...host.getAttributeNames().filter((name) => name !== 'popover'),
        ...Object.keys(host),
      ];
    },
  ],
  [
    'by reflected ARIA elements',
    () => {
      const host = document.querySelector('dramatis-card') as Loose;
      const told = [host.computedName, host.ariaLabel, host.ariaDescription, host.title, host.ariaLabelledByElements];
      return [...told.filter(Boolean), ...(document.activeElement?.getRootNode() === document ? [] : ['focus'])];
    },
  ],
  [
    'by making it a container',
    () => {
      const style = document.createElement('style');
      style.textContent = 'dramatis-card { container: spy / size !important; --seen: 1; font-size: 90px !important }';
      document.head.append(style);
      const { containerType, containerName, fontSize } = getComputedStyle(
        document.querySelector('dramatis-card') as Element,
      );
      style.remove();
      return [containerType, containerName, fontSize].filter((value) => !['normal', 'none', '16px'].includes(value));
    },
  ],
  [
    'by timing, reports, errors, stacks and events',
    () => (globalThis as Loose).heard.filter((told: string) => /INSIDE|extension:|reader\.js/.test(told)),
  ],
  [
    'by changes of the document: one host, and nothing else',
    () =>
      (globalThis as Loose).heard
        .filter((told: string) => told.startsWith('mutation'))
        .filter((told: string) => told !== 'mutation childList HTML  DRAMATIS-CARD')
        .filter((told: string) => !/ (?:#text|BODY|ARTICLE|H1|P|STYLE|HEAD)\b/.test(told)),
  ],
  [
    'in names and values that it finds',
    () => {
      const { chrome: api, browser } = globalThis as Loose;
      const ranges = [...CSS.highlights].flatMap(([, highlight]) => [...highlight]);
      return [
        ...Object.keys(globalThis).filter((name) => /dramatis|wxt|mention/i.test(name)),
        ...[...CSS.highlights.keys()].filter((name) => !/^mention(-active)?$/.test(name)),
        ...ranges.flatMap((range) => Object.keys(range)),
        ...[api?.runtime?.id, api?.storage, browser?.runtime, api?.i18n].filter(Boolean),
      ];
    },
  ],
  [
    'in the storages of the page',
    async () => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()).map(({ name }) => name),
      ...((await (globalThis as Loose).caches?.keys()) ?? []),
      ...(document.cookie ? [document.cookie] : []),
    ],
  ],
];

inBothBrowsers((stage) => {
  describe('reads nothing', () => {
    let tab: Tab;
    let lines: string[];
    let browser: unknown;
    beforeEach(async () => {
      // One card for all of them, but each browser needs its own: after a failure there is a new one.
      if (browser === stage.driver) return;
      browser = stage.driver;
      tab = await stage.driver.open(stage.address(attacked(LISTEN)));
      const card = await open(tab);
      await card.click('[aria-pressed]'); // pinned, so that it stays open, and pressed inside
      lines = (await card.text()).split('\n').filter((line) => line.length > 12 && !CALL.includes(line));
      expect(lines.length).toBeGreaterThan(5);
    });

    test.each(PROBES)('%s', async (_, probe) => {
      expect(await tab.cardIsOpen()).toBe(true);
      expect(await tab.page.evaluate(probe, lines)).toEqual([]);
    });
  });

  test('a page that defines our element gets no shadow root of it', async () => {
    const tab = await stage.show(
      attacked(`customElements.define('dramatis-card', class extends HTMLElement {
        constructor() { super(); this.internals = this.attachInternals(); try { this.attachShadow({ mode: 'open' }) } catch {} }
        get root() { return this.internals.shadowRoot ?? this.shadowRoot }
      })`),
    );
    await goesOn(tab);
    expect(await tab.page.evaluate(() => String((document.querySelector('dramatis-card') as Loose).root))).toBe('null');
    await tab.page.evaluate(() => document.querySelector('dramatis-card')?.remove());
    await open(tab);
    expect(await tab.page.evaluate(() => String((document.querySelector('dramatis-card') as Loose).root))).toBe('null');
  });

  test('fonts of the page are not asked for by the card', async () => {
    const names = ['Charter', 'Georgia', 'system-ui', 'ui-serif', 'sans-serif', 'serif', 'Times New Roman', 'Arial'];
    const faces = names.map((name) => `@font-face { font-family: "${name}"; src: url("/font/${name}") }`).join('');
    const asked: string[] = [];
    const tab = await stage.show(
      article(
        CALL,
        `<style>${faces} @font-face { font-family: page; src: url("/font/page") } h1 { font-family: page } body { font-family: monospace }</style>`,
      ),
    );
    tab.page.on('request', (request) => asked.push(decodeURI(new URL(request.url()).pathname)));
    await goesOn(tab);
    // The same log hears of the page's own.
    await tab.page.evaluate(() => {
      document.querySelector('h1')?.setAttribute('style', 'font-family: Georgia');
    });
    await expect.poll(() => asked.filter((path) => path.startsWith('/font/'))).toEqual(['/font/Georgia']);
  });

  test('the extension’s files cannot be reached by a page', async () => {
    const tab = await stage.show(attacked(''));
    const files = await stage.driver.inExtension(() =>
      ['icon/16.png', 'reader.js', 'popup.html', 'story.html', 'manifest.json'].map((file) =>
        chrome.runtime.getURL(`/${file}` as '/popup.html'),
      ),
    );
    const reached = await tab.page.evaluate(async (addresses) => {
      const loads = (element: HTMLElement, address: string) =>
        new Promise<boolean>((resolve) => {
          element.addEventListener('load', () => resolve(element.localName !== 'iframe'));
          element.addEventListener('error', () => resolve(false));
          setTimeout(resolve, 1500, false);
          element.setAttribute('src', address);
          document.body.append(element);
        });
      const ways = addresses.flatMap((address) => [
        fetch(address).then(
          (reply) => reply.ok,
          () => false,
        ),
        loads(document.createElement('img'), address),
        loads(document.createElement('script'), address),
        loads(document.createElement('iframe'), address),
      ]);
      const frames = () =>
        Array.from({ length: window.length }, (_, at) => {
          try {
            return window[at]?.document.body?.textContent ?? '';
          } catch {
            return '';
          }
        });
      return [(await Promise.all(ways)).some(Boolean), frames().join('').includes('Dramatis')];
    }, files);
    expect(reached).toEqual([false, false]);
  });

  test('muted figures show in a page only as missing marks', async () => {
    const observe = async (muted: string[]) => {
      await stage.driver.settings({ muted, dwell: 400, 'site:example.net': 'off' });
      const tab = await stage.show(attacked(LISTEN));
      await expect
        .poll(tab.painted)
        .toEqual(muted.length > 0 ? ['Donald Trump', 'Venezuela'] : ['Donald Trump', 'Gustavo Petro', 'Venezuela']);
      return tab.page.evaluate(() => [
        [...CSS.highlights.keys()],
        document.adoptedStyleSheets.map((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)),
        document.querySelector('dramatis-card'),
        (globalThis as Loose).heard.filter(
          (told: string) => told.startsWith('mutation') && !/ #text| BODY| ARTICLE| H1| P/.test(told),
        ),
      ]);
    };
    expect(await observe(['petro'])).toEqual(await observe([]));
  });
});
