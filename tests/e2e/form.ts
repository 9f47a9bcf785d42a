// Fields and buttons of the extension's own pages, used as a reader uses them: by what they are called.
import type { Page } from 'puppeteer-core';

/** What a reader sees of a page. */
export const textOf = (page: Page) => page.evaluate(() => document.body.innerText);

/** Presses the button with this text, or this label. */
export const press = (page: Page, name: string) =>
  page.evaluate((wanted) => {
    const named = (button: HTMLElement) => button.innerText === wanted || button.ariaLabel === wanted;
    const found = [...document.querySelectorAll<HTMLElement>('button')].find(named);
    if (!found) throw new Error(`No button “${wanted}”.`);
    found.click();
  }, name);

/** Enters a value as a reader does, into the field with this label. */
export const enter = (page: Page, label: string, value: string, event = 'input') =>
  page.evaluate(
    (wanted, text, type) => {
      const fields = document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select, textarea');
      const field = [...fields].find(
        (one) => one.ariaLabel === wanted || [...(one.labels ?? [])].some((its) => its.innerText.startsWith(wanted)),
      );
      if (!field) throw new Error(`No field “${wanted}”.`);
      field.value = text;
      field.dispatchEvent(new Event(type, { bubbles: true }));
    },
    label,
    value,
    event,
  );

/** Chooses a file with this text, repeated so many times. */
export const choose = (page: Page, text: string, times = 1) =>
  page.evaluate(
    (content, count) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      const chosen = new DataTransfer();
      chosen.items.add(new File(Array(count).fill(content), 'backup.json', { type: 'application/json' }));
      if (!input) throw new Error('No place for a file.');
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    text,
    times,
  );

type Storage = Record<string, (...given: unknown[]) => unknown>;
type World = Record<'browser' | 'chrome', { storage: { local: object } } | undefined> & { isFull?: boolean };

/** From now on the storage takes nothing more that this page writes. */
export const fillStorage = (page: Page) =>
  page.evaluate(() => {
    const world = globalThis as unknown as World;
    world.isFull = true;
    for (const api of new Set([world.browser, world.chrome])) {
      if (!api) continue;
      const local = api.storage.local as Storage;
      const set = local.set?.bind(local);
      local.set = (...given) => (world.isFull ? Promise.reject(new Error('QUOTA_BYTES')) : set?.(...given));
    }
  });

/** It has room again. */
export const freeStorage = (page: Page) =>
  page.evaluate(() => {
    (globalThis as unknown as World).isFull = false;
  });
