// What a saved page hides, in a document that no browser lays out.
import { expect, test, vi } from 'vitest';
import { articleFromHtml } from '../../../page/article/from-text.ts';
import { reading } from './reading.ts';

// Unlike in a browser, documents of a DOMParser have a window here.
vi.mock('../../../page/native.ts', async (original) => ({ ...(await original<object>()), realmOf: () => null }));

const P = [
  'The ferry to Fen leaves an hour later from Monday on, its captain Karl Dahl said at the harbour office.',
  'Nobody had asked him for that, but the trains from the south have come in late for weeks, he said.',
  'The owner of the ferry, Ruth Adeyemi, wants to try it until the summer, and to count who comes on board.',
  'In Fen the shops will stay open until the last passengers have left the quay, the mayor promised.',
];

test.each([
  '<p hidden>HIDDEN</p>',
  '<div hidden><div><p>HIDDEN</p></div></div>',
  '<p aria-hidden="true">HIDDEN</p>',
  '<p style="color: red; display:none">HIDDEN</p>',
  '<div style="display: none;"><p>HIDDEN</p></div>',
  '<dialog><p>HIDDEN</p></dialog>',
])('what a saved page does not show is left out: %s', async (html) => {
  const hidden = html.replace(
    'HIDDEN',
    'Nobody is to read this sentence, which is as long as the others of this text about a ferry.',
  );
  const [first = '', ...others] = P.map((text) => `<p>${text}</p>`);
  const article = await articleFromHtml(
    `<body><article><h1>Ferry leaves later</h1>${first}${hidden}${others.join('')}</article>`,
    reading,
  );
  expect(article.paragraphs).toEqual(P);
});

test('a saved page that was hidden behind a window is read', async () => {
  const html = `<div aria-hidden="true"><article>${P.map((text) => `<p>${text}</p>`).join('')}</article></div>`;
  expect((await articleFromHtml(html, reading)).paragraphs).toEqual(P);
});
