// The options page: every change applies at once, the last can be taken back, and everything goes out and in as one
// file.
import { expect, test } from 'vitest';
import { choose, enter, press, textOf } from './form.ts';
import { inBothBrowsers, once } from './stage.ts';

inBothBrowsers((stage) => {
  const open = async () => {
    const page = await stage.driver.extensionPage('options.html');
    await expect.poll(() => textOf(page)).toContain('Reset settings and corrections');
    return page;
  };

  test('a setting is stored as it is changed, and shown when it is changed elsewhere', async () => {
    const page = await open();
    await enter(page, 'People', 'none', 'change');
    await expect.poll(stage.driver.stored).toMatchObject({
      density: { person: 'none', place: 'first', organization: 'first' },
    });
    await stage.driver.settings({ activation: 'chosen' });
    await expect
      .poll(() =>
        page.evaluate(() => document.querySelector<HTMLInputElement>('input:checked')?.parentElement?.innerText),
      )
      .toBe('only on sites I switch on');
    await page.close();
  });

  once(
    'a site that is typed in gets a rule for its whole domain, which can be turned, removed and brought back',
    async () => {
      const page = await open();
      await enter(page, 'Site', 'https://www.bbc.co.uk/news?x=1');
      await press(page, 'Add');
      await expect.poll(stage.driver.stored).toMatchObject({ 'site:bbc.co.uk': 'off' });
      await expect.poll(() => textOf(page)).toContain('bbc.co.uk');
      await enter(page, 'Rule for bbc.co.uk', 'on', 'change');
      await expect.poll(stage.driver.stored).toMatchObject({ 'site:bbc.co.uk': 'on' });
      await press(page, 'Remove bbc.co.uk');
      await expect.poll(stage.driver.stored).not.toHaveProperty('site:bbc.co.uk');
      await press(page, 'Undo');
      await expect.poll(stage.driver.stored).toMatchObject({ 'site:bbc.co.uk': 'on' });
      await page.close();
    },
  );

  once('corrections and muted figures are listed and taken back', async () => {
    await stage.driver.settings({
      muted: ['rubio'],
      'correction:example.com': [{ figure: 'flores', text: 'Flores' }],
      'correction:https://example.org/page': 'garbage',
    });
    const page = await open();
    await expect.poll(() => textOf(page)).toContain('Marco Rubio is never marked.');
    await press(page, 'Mark again: Marco Rubio');
    await expect.poll(stage.driver.stored).toMatchObject({ muted: [] });
    await press(page, 'Remove: Flores');
    await expect.poll(stage.driver.stored).not.toHaveProperty('correction:example.com');
    await press(page, 'Undo');
    await expect
      .poll(stage.driver.stored)
      .toMatchObject({ 'correction:example.com': [{ figure: 'flores', text: 'Flores' }] });
    await page.close();
  });

  test('everything is exported as one file and imported from it', async () => {
    const before = {
      activation: 'everywhere',
      muted: ['rubio'],
      'site:example.com': 'off',
      'correction:example.com': [{ figure: 'flores', text: 'Flores' }],
    };
    await stage.driver.settings({ ...before, 'from the future': 1 });
    const page = await open();
    await expect.poll(() => textOf(page)).toContain('example.com');
    await page.evaluate(() => {
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        void blob.text().then((text) => document.body.setAttribute('data-exported', text));
        return create(blob);
      };
    });
    await press(page, 'Back up everything');
    const exported = () => page.evaluate(() => document.body.getAttribute('data-exported'));
    await expect.poll(exported).not.toBe(null);
    const file = (await exported()) ?? '';
    expect(JSON.parse(file)).toMatchObject({ dramatis: 2, sites: { 'example.com': 'off' } });

    await press(page, 'Reset settings and corrections');
    await press(page, 'Yes, reset them');
    await expect.poll(stage.driver.stored).toEqual({ 'from the future': 1 });
    await choose(page, file);
    await expect.poll(() => textOf(page)).toContain('site:example.com');
    expect(await stage.driver.stored()).toEqual({ 'from the future': 1 });
    await press(page, 'Restore');
    await expect.poll(stage.driver.stored).toMatchObject({ ...before, 'from the future': 1 });
    await press(page, 'Undo');
    await expect.poll(stage.driver.stored).toEqual({ 'from the future': 1 });
    await page.close();
  });

  test('the keyboard shortcuts are shown as the browser has them', async () => {
    const page = await open();
    await expect.poll(() => textOf(page)).toContain('Alt+Shift+D');
    // Two have none.
    expect(await textOf(page)).toContain('not set');
    for (const key of ['Alt+Shift+S', 'Alt+Shift+.', 'Alt+Shift+,']) expect(await textOf(page)).toContain(key);
    await page.close();
  });
});
