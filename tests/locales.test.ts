// The interface's texts: the same keys, placeholders and plurals in every language, each key used, none missing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newsReasonKinds } from '../page/news/reasons.ts';

type Message = string | Record<string, string>;

const read = (file: string) => JSON.parse(readFileSync(join('locales', file), 'utf8')) as Record<string, Message>;
const english = read('en.json');
const others = readdirSync('locales').filter((file) => file !== 'en.json');

/** `$1`, `$2` … and `%s`, sorted, each once. */
const placeholders = (text: string) => [...new Set(text.match(/\$\d|%s/g))].sort();

/** The code that may use texts: everything that is built, and the manifest. */
const code = ['components', 'entrypoints', 'extension', 'wxt.config.ts']
  .flatMap((place) =>
    place.endsWith('.ts')
      ? [place]
      : (readdirSync(place, { recursive: true }) as string[]).map((file) => join(place, file)),
  )
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

test('every text is used', () => {
  const unused = Object.keys(english).filter((key) => {
    const family = key.slice(0, key.lastIndexOf('_') + 1);
    // `mode_${mode}` uses a family; `options_${…}Means` would use one by its ends.
    return ![`'${key}'`, `__MSG_${key}__`, `\`${family}\${`].some((use) => code.includes(use));
  });
  expect(unused).toEqual([]);
});

test('each reason for or against news has a text, and no other has', () => {
  expect(newsReasonKinds.map((kind) => `because_${kind}`).sort()).toEqual(
    Object.keys(english)
      .filter((key) => key.startsWith('because_'))
      .sort(),
  );
});

test('no text is empty, and keys are fit for the browser', () => {
  for (const [key, message] of Object.entries(english)) {
    expect(key).toMatch(/^\w+$/);
    for (const text of typeof message === 'string' ? [message] : Object.values(message)) expect(text.trim()).toBe(text);
  }
});

describe.each(others)('%s', (file) => {
  const messages = read(file);

  test('says which language it is', () => {
    expect(messages.language).toBe(file.replace('.json', ''));
  });

  test('has every key, and no other', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(english));
  });

  test('has the same placeholders and plural forms', () => {
    for (const [key, message] of Object.entries(english)) {
      const translated = messages[key];
      if (typeof message === 'string') {
        expect(typeof translated, key).toBe('string');
        expect(placeholders(String(translated)), key).toEqual(placeholders(message));
      } else {
        expect(Object.keys(translated ?? {}), key).toEqual(Object.keys(message));
        for (const [form, text] of Object.entries(message)) {
          expect(placeholders((translated as Record<string, string>)[form] ?? ''), key).toEqual(placeholders(text));
        }
      }
    }
  });

  test('is translated', () => {
    const same = Object.entries(english).filter(
      ([key, text]) => typeof text === 'string' && / /.test(text) && messages[key] === text,
    );
    expect(same).toEqual([]);
  });
});
