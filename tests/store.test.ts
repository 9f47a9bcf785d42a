// What the stores are told: within their limits, in each language the same, and no permission without its reason.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/** What every reader of a store is told. */
interface Texts {
  name: string;
  summary: string;
  description: string;
}

/** What a store's reviewers are told besides, and what stands below the pictures. */
interface FullTexts extends Texts {
  single_purpose: string;
  permissions: Record<string, string>;
  remote_code: string;
  data_use: string;
  pictures: Record<string, string>;
}

const languages = readdirSync('store').flatMap((file) => /^(\w+)\.yaml$/.exec(file)?.[1] ?? []);
const read = (language: string): unknown => parse(readFileSync(`store/${language}.yaml`, 'utf8'));
/** As the manifest asks; tests/e2e/manifests.test.ts compares the builds with the same list. */
const asked = ['host', 'storage', 'unlimitedStorage', 'activeTab', 'scripting', 'sidePanel', 'contextMenus'];

/** Reviewers read one of them; the pictures show the story, which is told in both. */
const full = ['en', 'es'];

test('in languages of the interface', () => {
  expect(languages).toEqual(['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'pl', 'pt', 'uk']);
  expect(readdirSync('locales')).toEqual(expect.arrayContaining(languages.map((language) => `${language}.json`)));
});

describe.each(languages)('%s', (language) => {
  const { name, summary, description } = read(language) as Texts;

  test('fits the limits of all stores', () => {
    expect(name.length).toBeLessThanOrEqual(30); // App Store; Firefox 50, Chrome 75
    expect(summary.length).toBeLessThanOrEqual(132); // Chrome; Firefox 250
    expect(description.length).toBeGreaterThanOrEqual(250); // Edge
    expect(description.length).toBeLessThanOrEqual(4000); // App Store; Edge 10,000, Chrome 16,000
    expect([name, summary, description].join()).not.toMatch(/<\w|https?:/); // no store shows markup, and links belong to other fields
  });

  test('gives the right number of languages', () => {
    const files = readdirSync('data/languages').filter((file) => file.endsWith('.yaml'));
    expect(description).toContain(` ${files.length} `);
  });

  test('has the same parts', () => {
    const parts = Object.keys(read('en') as FullTexts);
    expect(Object.keys(read(language) as Texts)).toEqual(full.includes(language) ? parts : parts.slice(0, 3));
    const paragraphs = (text: string) => text.trim().split('\n\n').length;
    expect(paragraphs(description)).toBe(paragraphs((read('en') as Texts).description));
  });
});

describe.each(full)('%s, for reviewers and below the pictures', (language) => {
  const { name, summary, description, single_purpose, permissions, pictures, ...rest } = read(language) as FullTexts;

  test('fits the limits of all stores', () => {
    expect(single_purpose.length).toBeLessThanOrEqual(1000); // Chrome
    for (const reason of Object.values(permissions)) expect(reason.length).toBeLessThanOrEqual(1000);
  });

  test('gives a reason for each permission, and for none besides', () => {
    expect(Object.keys(permissions)).toEqual(asked);
    expect(Object.keys(rest)).toEqual(['remote_code', 'data_use']);
  });

  test('has its pictures, in the size that stores show', () => {
    for (const number of Object.keys(pictures)) {
      const png = readFileSync(`store/pictures/${language}-${number}.png`);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 800]);
    }
  });
});

test.each(readdirSync('locales'))('%s: name and description fit the manifest', (file) => {
  const { extName, extDescription } = JSON.parse(readFileSync(`locales/${file}`, 'utf8'));
  expect(extName.length).toBeLessThanOrEqual(45);
  expect(extDescription.length).toBeLessThanOrEqual(132);
});

test('PRIVACY.md justifies the same permissions', () => {
  const privacy = readFileSync('PRIVACY.md', 'utf8');
  const items = [...privacy.matchAll(/^- \*\*(?:Content scripts on .*|`(\w+)`)\*\*[,:] .{20,}$/gm)].map(
    ([, name]) => name ?? 'host',
  );
  expect(items).toEqual(expect.arrayContaining(asked));
});
