// Articles that are pasted, or come as a file.
import { expect, test } from 'vitest';
import { articleFromHtml, articleFromMarkdown, articleFromText, decodeHtml } from '../../../page/article/from-text.ts';
import { reading } from './reading.ts';

const FIRST = 'The ferry to the northern islands will leave an hour later than before, the harbour office said.';
const THIRD = 'She will be on the first boat that is to leave at the new hour, as she has been for all of these years.';
const SECOND =
  'Its captain, Marta Lindqvist, had asked for the change since the summer, when the tides were low and she had to wait for them.';

test('a short first line is the headline, and every long line is a paragraph', () => {
  const article = articleFromText(`Ferry leaves later\n${FIRST}\n${SECOND}\n${THIRD}\n`, reading);
  expect(article).toMatchObject({ title: 'Ferry leaves later', language: 'en', problem: null });
  expect(article.paragraphs).toEqual([FIRST, SECOND, THIRD]);
});

test('a first line that ends like a sentence belongs to the text', () => {
  const article = articleFromText(`${FIRST}\n\n${SECOND}`, reading);
  expect(article.title).toBeNull();
  expect(article.paragraphs).toEqual([FIRST, SECOND]);
});

test('lines that are broken by hand are put together', () => {
  const broken = (text: string) => text.replace(/(.{40,60}) /g, '$1\n');
  const article = articleFromText(`${broken(FIRST)}\r\n\r\n${broken(SECOND)}`, reading);
  expect(article.paragraphs).toEqual([FIRST, SECOND]);
});

test('of Markdown the words are kept, and neither marks nor code nor pictures', () => {
  const text = `---\ntitle: x\n---\n# Ferry leaves later\n\n![a quay](quay.png)\n\n${FIRST.replace('harbour office', '[harbour office](https://example.com/a)')}\n\n\`\`\`\nlet a = 1;\n\`\`\`\n\n> ${SECOND.replace('Marta Lindqvist', '**Marta Lindqvist**')}\n\n* * *\n`;
  const article = articleFromMarkdown(text, reading);
  expect(article.title).toBe('Ferry leaves later');
  expect(article.paragraphs).toEqual([FIRST, SECOND]);
});

test('nothing is an article of nothing', () => {
  expect(articleFromText(' \n\n ', reading)).toMatchObject({ paragraphs: [], problem: 'no-article' });
});

test('markup in pasted text stays text', () => {
  const { paragraphs } = articleFromText(`<img src=x onerror=alert(1)> ${FIRST}`, reading);
  expect(paragraphs).toEqual([`<img src=x onerror=alert(1)> ${FIRST}`]);
});

test('control characters and marks of direction are taken out, joiners of Persian are not', () => {
  const { paragraphs } = articleFromText('\u202eThe\u0000 har\u00adbour\u2069 was quiet, می‌گوید the captain.', reading);
  expect(paragraphs).toEqual(['The harbour was quiet, می‌گوید the captain.']);
});

test('a saved page is captured like an open one, at the address that it states', async () => {
  const html = `<html lang="en"><head><title>Ferry leaves later</title>
    <link rel="canonical" href="https://www.example.com/2026/01/08/ferry?utm_source=x#top">
    <meta property="article:published_time" content="2026-01-08"></head>
    <body><nav><a href="/">Home</a></nav><article><h1>Ferry leaves later</h1>
    ${[FIRST, SECOND, FIRST.replace('ferry', 'second ferry'), SECOND.replace('captain', 'owner')].map((text) => `<p>${text}</p>`).join('')}
    </article><textarea>what somebody typed</textarea></body></html>`;
  const article = await articleFromHtml(html, reading);
  expect(article).toMatchObject({
    title: 'Ferry leaves later',
    url: 'https://www.example.com/2026/01/08/ferry',
    date: '2026-01-08',
    problem: null,
  });
  expect(article.paragraphs).toHaveLength(4);
  expect(article.paragraphs[0]).toBe(FIRST);
});

test.each([
  ['UTF-8', new TextEncoder().encode('<p>Škoda')],
  ['what it names', new Uint8Array([...new TextEncoder().encode('<meta charset="iso-8859-2"><p>'), 0xa9])],
  ['the usual one of old pages', new Uint8Array([...new TextEncoder().encode('<p>'), 0xe9])],
])('a saved page is read in %s', (_, bytes) => {
  expect(decodeHtml(bytes)).toMatch(/<p>[Šé]/);
});
