// What is marked on a page, how it follows the page, and that the page is left as it was.
import { expect, test } from 'vitest';
import { until } from './driver/wait.mjs';
import { article, inBothBrowsers } from './stage.ts';

const CALL = `<p>Donald <b>Trump</b> spoke with Gustavo Petro about Venezuela on Wednesday.</p>
  <p>Afterwards Trump sounded pleased, Petro relieved, and Venezuela was not mentioned.</p>`;
const MARKED = ['Donald Trump', 'Gustavo Petro', 'Venezuela', 'Trump', 'Petro'];

inBothBrowsers((stage) => {
  test('marks every mention of a person and the first of a place', async () => {
    const tab = await stage.show(article(CALL));
    await expect.poll(tab.painted).toEqual(MARKED);
  });

  test('answers `status` and `mentions` with what it found', async () => {
    const tab = await stage.show(article(CALL));
    const mentions = await tab.mentions();
    expect(mentions.map(({ figure, text }) => [figure, text])).toEqual([
      ['trump', 'Donald Trump'],
      ['petro', 'Gustavo Petro'],
      ['venezuela', 'Venezuela'],
      ['trump', 'Trump'],
      ['petro', 'Petro'],
      ['venezuela', 'Venezuela'],
    ]);
    const status = await tab.status();
    expect(status).toMatchObject({
      active: true,
      host: 'www.example.com',
      news: { kind: 'article' },
      date: '2026-01-08',
    });
    expect(Object.fromEntries(status.figures.map(({ id, count }) => [id, count]))).toEqual({
      trump: 2,
      petro: 2,
      venezuela: 2,
    });
  });

  test('decides again once the page’s date and kind are known', async () => {
    const far = '<p>It rained in the harbour all day, and nobody was about.</p>'.repeat(5);
    const tab = await stage.show(
      article(`<p>Gustavo Petro spoke.</p>${far}<p>Petro sounded relieved. The US president said nothing.</p>`),
    );
    expect((await tab.mentions()).map(({ figure, text }) => [figure, text])).toEqual([
      ['petro', 'Gustavo Petro'],
      ['petro', 'Petro'],
      ['united-states', 'US'],
      ['trump', 'president'],
    ]);
  });

  test('does not mark people and things that only share a name', async () => {
    const tab = await stage.show(
      article(`<p>Donald Trump was away. Melania Trump met James Rodríguez in Trump Tower; the talk was of a petrostate
        and of petrol. Jorge Rodríguez presided in British Columbia.</p>`),
    );
    await tab.mentions();
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
  });

  test('marks a page whose policy forbids everything', async () => {
    const policy = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    const tab = await stage.show({ body: article(CALL), headers: { 'content-security-policy': policy } });
    await expect.poll(tab.painted).toEqual(MARKED);
  });

  test('follows text that is added, changed and taken away', async () => {
    const tab = await stage.show(article(CALL));
    await expect.poll(tab.painted).toEqual(MARKED);
    await tab.page.evaluate(() => {
      const more = document.createElement('p');
      more.textContent = 'Marco Rubio will travel first.';
      document.querySelector('article')?.append(more);
    });
    await expect.poll(tab.painted).toEqual([...MARKED, 'Marco Rubio']);
    await tab.page.evaluate(() => {
      const text = document.querySelector('article p:last-child')?.firstChild as Text;
      text.data = 'Delcy Rodríguez will wait.';
    });
    await expect.poll(tab.painted).toEqual([...MARKED, 'Delcy Rodríguez']);
    await tab.page.evaluate(() => document.querySelector('article p')?.remove());
    await expect.poll(tab.painted).toEqual(['Trump', 'Petro', 'Venezuela', 'Delcy Rodríguez']);
    expect((await tab.mentions()).map(({ text }) => text)).toEqual(['Trump', 'Petro', 'Venezuela', 'Delcy Rodríguez']);
  });

  test('paints only near the viewport, and reports all mentions', async () => {
    const tab = await stage.show(
      article(`${CALL}<div style="height: 20000px"></div><p id="end">Marco Rubio was last.</p>`),
    );
    await expect.poll(async () => (await tab.mentions()).map(({ figure }) => figure)).toContain('rubio');
    await expect.poll(tab.painted).toEqual(MARKED);
    await tab.page.evaluate(() => document.querySelector('#end')?.scrollIntoView());
    await expect.poll(tab.painted).toContain('Marco Rubio');
  });

  test('changes nothing in the page that a script or an observer could see', async () => {
    const tab = await stage.show(
      article(
        CALL,
        `<script>
          window.seen = [];
          new MutationObserver((records) => { if (document.readyState === 'complete') seen.push(...records) })
            .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        </script>`,
      ),
    );
    await expect.poll(tab.painted).toEqual(MARKED);
    const seen = await tab.page.evaluate(() =>
      (window as unknown as { seen: MutationRecord[] }).seen.map(({ type, target }) => `${type} ${target.nodeName}`),
    );
    expect(seen).toEqual([]);
  });

  test('does not mark a page that is not news, and says why', async () => {
    const tab = await stage.show(
      '<!doctype html><title>Recipes</title><h1>Fried plantain</h1><p>Donald Trump never ate it.</p>',
    );
    const status = await tab.status();
    expect(status).toMatchObject({ active: false, news: { kind: 'other' }, figures: [] });
    expect(await tab.mentions()).toEqual([]);
    await tab.after(0);
    expect(await tab.painted()).toEqual([]);
  });

  test('marks an article that replaces another without a load', async () => {
    const tab = await stage.show(article(CALL));
    await expect.poll(tab.painted).toEqual(MARKED);
    await tab.page.evaluate(() => {
      history.pushState(null, '', '/2026/01/09/next');
      const next = document.createElement('p');
      next.textContent = 'Cilia Flores appeared in court.';
      document.querySelector('article')?.replaceChildren(next);
    });
    await until('the new article to be marked', async () => (await tab.painted()).join() === 'Cilia Flores');
  });
});
