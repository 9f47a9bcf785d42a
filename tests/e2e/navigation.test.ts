// Readers who move on without a load, or back to a page the browser has kept: what is marked is what is there now.
import { expect, test } from 'vitest';
import { article, inBothBrowsers } from './stage.ts';

const CALL = '<p>Donald Trump called Gustavo Petro.</p>';
const MARKED = ['Donald Trump', 'Gustavo Petro'];

/** What the pages of these tests keep in their global scope. */
type Kept = Window & { persisted: boolean[]; navigation: EventTarget & { navigate(url: string): unknown } };

inBothBrowsers((stage) => {
  type Shown = Awaited<ReturnType<typeof stage.show>>;
  const marks = async (tab: Shown, expected: string[]) => {
    await expect.poll(tab.painted).toEqual(expected);
    expect((await tab.mentions()).map(({ text }) => text)).toEqual(expected);
  };
  const opensCard = async (tab: Shown, name: string) => {
    await tab.hover(name);
    const surname = name.split(' ').at(-1) as string;
    expect(await (await tab.card()).text()).toContain(surname);
  };

  /** A newspaper without loads: the address first, then the text, some time later. */
  const app = (route: string) =>
    article(
      '<main></main>',
      `<script>
        const stories = {
          '/one': '<p>Donald Trump called Gustavo Petro.</p>',
          '/two': '<p>Marco Rubio answered. Nobody heard him.</p>',
          '/three': '<p>Nicolás Maduro was told, and Delcy Rodríguez too.</p>',
        };
        const draw = () => new Promise((done) => setTimeout(() => {
          document.querySelector('main').innerHTML = stories[location.pathname] ?? stories['/one'];
          document.title = location.pathname;
          done();
        }, 40));
        addEventListener('DOMContentLoaded', draw);
        ${route}
      </script>`,
    );

  test('history.pushState, back and forward', async () => {
    const tab = await stage.show(
      app(`addEventListener('popstate', draw); window.go = (path) => { history.pushState(null, '', path); draw() }`),
    );
    const go = (path: string) =>
      tab.page.evaluate((to) => (window as unknown as { go(to: string): void }).go(to), path);
    await marks(tab, MARKED);
    await opensCard(tab, 'Gustavo Petro');
    await go('/two');
    await tab.cardGone();
    await marks(tab, ['Marco Rubio']);
    await go('/three');
    await marks(tab, ['Nicolás Maduro', 'Delcy Rodríguez']);
    await tab.page.evaluate(() => history.go(-2));
    await marks(tab, MARKED);
    await tab.page.evaluate(() => history.forward());
    await marks(tab, ['Marco Rubio']);
    await opensCard(tab, 'Marco Rubio');
    // A place in the same text is the same text.
    await tab.page.evaluate(() => {
      location.hash = 'comments';
    });
    await marks(tab, ['Marco Rubio']);
    expect(await tab.cardIsOpen()).toBe(true);
  });

  test('the Navigation API, back and forward', async () => {
    const tab = await stage.show(
      app(`navigation.addEventListener('navigate', (event) => {
        if (event.canIntercept && !event.hashChange) event.intercept({ handler: draw });
      })`),
    );
    await marks(tab, MARKED);
    await tab.page.evaluate(() => void (window as unknown as Kept).navigation.navigate('/three'));
    await marks(tab, ['Nicolás Maduro', 'Delcy Rodríguez']);
    await opensCard(tab, 'Nicolás Maduro');
    await tab.page.evaluate(() => history.back());
    await tab.cardGone();
    await marks(tab, MARKED);
    await tab.page.evaluate(() => history.forward());
    await marks(tab, ['Nicolás Maduro', 'Delcy Rodríguez']);
  });

  test('a page that becomes news is marked, one that ceases to be is not', async () => {
    const facts = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(article(''))?.[1] ?? '';
    const tab = await stage.show(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Fried plantain</title>
      <body style="margin: 80px"><main><h1>Fried plantain</h1><p>Donald Trump never ate it.</p></main>
      <script>
        window.go = (path, news) => {
          history.pushState(null, '', path);
          document.querySelector('script[type]')?.remove();
          if (!news) return;
          const facts = document.createElement('script');
          facts.type = 'application/ld+json';
          facts.text = ${JSON.stringify(facts)};
          document.head.append(facts);
        };
      </script>`,
    );
    const go = (path: string, news: boolean) =>
      tab.page.evaluate(
        (to, is) => (window as unknown as { go(to: string, news: boolean): void }).go(to, is),
        path,
        news,
      );
    expect(await tab.status()).toMatchObject({ active: false, news: { kind: 'other' } });
    await go('/2026/01/08/a-call', true);
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    await go('/recipes/plantain', false);
    await expect.poll(tab.painted).toEqual([]);
    await expect.poll(async () => (await tab.status()).active).toBe(false);
  });

  test('back to a page in the back/forward cache, and forward again', async () => {
    const kept = (body: string) => ({
      body: article(
        body,
        `<script>
          window.persisted = [];
          addEventListener('pageshow', (event) => persisted.push(event.persisted));
        </script>`,
      ),
      headers: { 'cache-control': 'max-age=0' },
    });
    const other = stage.address(kept('<p>Marco Rubio answered.</p>'));
    const tab = await stage.show(kept(CALL));
    const wasKept = () => tab.page.evaluate(() => (window as unknown as Kept).persisted.at(-1));
    // Chromium keeps no page that waits for an answer: its report must have been heard.
    const heard = (figures: number) => expect.poll(() => stage.driver.badge(tab)).toBe(`${figures}`);
    await marks(tab, MARKED);
    await heard(2);
    await tab.page.goto(other);
    await marks(tab, ['Marco Rubio']);
    await heard(1);
    const travel = (by: number) => tab.page.evaluate((steps) => setTimeout(() => history.go(steps)) && undefined, by);
    tab.spend();
    await travel(-1);
    await marks(tab, MARKED);
    expect(await wasKept()).toBe(true);
    await opensCard(tab, 'Gustavo Petro');
    await tab.page.evaluate(() => {
      document.querySelector('p')?.insertAdjacentHTML('beforebegin', '<p>Nicolás Maduro listened.</p>');
    });
    await expect
      .poll(async () => (await tab.mentions()).map(({ text }) => text))
      .toEqual(['Nicolás Maduro', ...MARKED]);
    await heard(3);
    await travel(1);
    await marks(tab, ['Marco Rubio']);
    expect(await wasKept()).toBe(true);
    await opensCard(tab, 'Marco Rubio');
    // A rule that changed meanwhile holds for what was kept, too.
    await stage.driver.settings({ 'site:example.com': 'off' });
    await expect.poll(tab.painted).toEqual([]);
    await travel(-1);
    await expect.poll(wasKept).toBe(true);
    await expect.poll(tab.painted).toEqual([]);
  });

  test('an endless list', async () => {
    const tab = await stage.show(
      article(`<main></main><footer style="height: 40px">More</footer>
      <script>
        let batch = 0;
        const more = () => {
          const made = Array.from({ length: 50 }, (_, at) => {
            const paragraph = document.createElement('p');
            paragraph.id = 'p' + (batch * 50 + at);
            paragraph.textContent = at % 10 ? 'Nobody spoke for long.' : batch + ': Marco Rubio spoke.';
            return paragraph;
          });
          document.querySelector('main').append(...made);
          batch++;
        };
        const footer = document.querySelector('footer');
        const observer = new IntersectionObserver(
          (entries) => {
            if (!entries.at(-1).isIntersecting || batch === 8) return;
            more();
            observer.unobserve(footer);
            observer.observe(footer);
          },
          { rootMargin: '300px' },
        );
        observer.observe(footer);
      </script>`),
    );
    for (let batch = 1; batch < 8; batch++) {
      const seen = (count: number) =>
        expect
          .poll(() => tab.page.evaluate(() => document.querySelectorAll('main p').length))
          .toBeGreaterThanOrEqual(count);
      await seen(batch * 50);
      await tab.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await seen((batch + 1) * 50);
    }
    await expect.poll(async () => (await tab.mentions()).length).toBe(40);
    const near = () =>
      tab.page.evaluate(() =>
        [...CSS.highlights.values()]
          .flatMap((highlight) => [...highlight])
          .map(({ startContainer }) => startContainer.parentElement?.id),
      );
    await tab.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect.poll(near).toContain('p390');
    await tab.page.evaluate(() => scrollTo(0, 0));
    await expect.poll(near).toContain('p0');
    await expect.poll(async () => (await near()).length).toBeLessThan(20);
  });
});
