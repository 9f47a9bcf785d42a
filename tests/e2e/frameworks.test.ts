// Pages that are rendered by what the web is really rendered with: our marks must not disturb it, and must follow what
// it does.
import { fileURLToPath } from 'node:url';
import { compile } from 'svelte/compiler';
import { build, type Plugin, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { renderPage } from './apps/react-server.mjs';
import { inBothBrowsers } from './stage.ts';

interface Line {
  id: number;
  first: string;
  last: string;
}
/** What each of the little apps puts into its page's global scope. */
type AppWindow = Window & {
  app: { start(lines: Line[]): void; render(lines: Line[]): void; faults: string[]; hydrated: boolean };
  kept: Element[];
};

const TRUMP = { id: 1, first: 'Donald', last: 'Trump' };
const PETRO = { id: 2, first: 'Gustavo', last: 'Petro' };
const RUBIO = { id: 3, first: 'Marco', last: 'Rubio' };
const MADURO = { id: 4, first: 'Nicolás', last: 'Maduro' };
const nameOf = ({ first, last }: Line) => `${first} ${last}`;

const svelte: Plugin = {
  name: 'svelte',
  transform: (code, id) => (id.endsWith('.svelte') ? compile(code, { filename: id, generate: 'client' }).js : null),
};

/** An app as one script, made in memory. */
async function bundle(name: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins: [svelte],
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL(`./apps/${name}.mjs`, import.meta.url)), formats: ['iife'], name: 'bundle' },
    },
  })) as Rolldown.RolldownOutput[];
  return built[0]?.output[0].code ?? '';
}

const scripts = new Map<string, Promise<string>>();
/** Each is made once, for both browsers. */
function scriptOf(name: string): Promise<string> {
  const made = scripts.get(name) ?? bundle(name);
  scripts.set(name, made);
  return made;
}

inBothBrowsers((stage) => {
  type Shown = Awaited<ReturnType<typeof stage.show>>;
  const show = async (page: string) => {
    await stage.driver.settings({ activation: 'everywhere' });
    return stage.show(page);
  };
  const render = (tab: Shown, lines: Line[]) =>
    tab.page.evaluate((next) => (window as unknown as AppWindow).app.render(next), lines);
  const marks = async (tab: Shown, expected: string[]) => {
    await expect.poll(tab.painted).toEqual(expected);
    expect((await tab.mentions()).map(({ text }) => text)).toEqual(expected);
  };
  const text = (tab: Shown) =>
    tab.page.evaluate(() => [...document.querySelectorAll('main p')].map(({ textContent }) => textContent));

  /** Whatever an app does with its list, the page shows what the app means and our marks say the same. */
  const follow = async (tab: Shown, more: string[] = []) => {
    const steps: [what: string, lines: Line[]][] = [
      ['inserts on top', [RUBIO, TRUMP, PETRO]],
      ['turns round', [PETRO, TRUMP, RUBIO]],
      ['writes another name into the same element', [{ ...PETRO, ...MADURO, id: PETRO.id }, TRUMP, RUBIO]],
      ['writes half a name anew', [{ ...PETRO, first: 'Aurora', last: 'Petro' }, TRUMP, RUBIO]],
      ['takes away', [RUBIO]],
      ['takes away all', []],
      ['begins again', [TRUMP, PETRO]],
    ];
    for (const [what, lines] of steps) {
      await render(tab, lines);
      expect(await text(tab), what).toEqual(lines.map((line) => `${nameOf(line)} was heard.`));
      const named = lines.map(nameOf).filter((name) => name !== 'Aurora Petro');
      await marks(tab, [...named, ...more]);
    }
    // Faster than anybody reads: what counts is how it ends.
    await tab.page.evaluate(
      (lines) =>
        new Promise<void>((done) => {
          let round = 0;
          const again = () => {
            const turned = [...lines.slice(round % lines.length), ...lines.slice(0, round % lines.length)];
            (window as unknown as AppWindow).app.render(turned.slice(round % 3));
            if (++round > 20) done();
            else requestAnimationFrame(again);
          };
          again();
        }),
      [TRUMP, PETRO, RUBIO, MADURO],
    );
    await render(tab, [MADURO, PETRO]);
    await marks(tab, ['Nicolás Maduro', 'Gustavo Petro', ...more]);
    await tab.hover('Gustavo Petro');
    expect(await (await tab.card()).text()).toContain('Petro');
    await render(tab, [PETRO, TRUMP]);
    await marks(tab, ['Gustavo Petro', 'Donald Trump', ...more]);
    expect(await text(tab)).toEqual(['Gustavo Petro was heard.', 'Donald Trump was heard.']);
  };

  const served = [TRUMP, PETRO];
  const fromServer = renderPage(served);
  const hydrate = async (tab: Shown) => {
    await tab.page.evaluate(await scriptOf('react-client'));
    await tab.page.evaluate((lines) => (window as unknown as AppWindow).app.start(lines), served);
    await expect.poll(() => tab.page.evaluate(() => (window as unknown as AppWindow).app.hydrated)).toBe(true);
  };
  const faults = (tab: Shown) => tab.page.evaluate(() => (window as unknown as AppWindow).app.faults);

  test('React hydrates a marked page with an open card without a warning, and goes on', async () => {
    expect(fromServer).toContain('<!-- -->'); // or the page is simpler than real ones
    const tab = await show(fromServer);
    await marks(tab, ['Donald Trump', 'Gustavo Petro', 'Caracas']);
    await tab.hover('Gustavo Petro');
    await tab.card();
    await tab.page.evaluate(() => {
      (window as unknown as AppWindow).kept = [...document.querySelectorAll('p, em, aside')];
    });
    await hydrate(tab);
    expect(await tab.cardIsOpen()).toBe(true);
    const kept = () =>
      tab.page.evaluate(() => (window as unknown as AppWindow).kept.every(({ isConnected }) => isConnected));
    expect(await kept()).toBe(true);
    await marks(tab, ['Donald Trump', 'Gustavo Petro', 'Caracas']);
    await follow(tab, ['Caracas']);
    expect(await faults(tab)).toEqual([]);
  });

  test('React does warn where nodes are inserted into a page', async () => {
    const tab = await show(fromServer);
    await tab.page.evaluate(() => {
      const mark = document.createElement('mark');
      const paragraph = document.querySelector('p') as Element;
      mark.append(paragraph.firstChild as Text);
      paragraph.prepend(mark);
    });
    await hydrate(tab);
    expect((await faults(tab)).join()).toContain('recoverable');
  });

  // What they do to a page is the same in both browsers; how Firefox tells of it, React shows above.
  if (stage.engine === 'firefox') return;

  test.each(['preact', 'vue', 'svelte'])('a page of %s', async (name) => {
    const tab = await show(
      '<!doctype html><html lang="en"><title>List</title><body style="margin: 80px"><div id="app">',
    );
    await tab.page.evaluate(await scriptOf(name));
    await tab.page.evaluate((lines) => (window as unknown as AppWindow).app.start(lines), served);
    await marks(tab, ['Donald Trump', 'Gustavo Petro']);
    await follow(tab);
  });
});
