// What a selection is titled by, on pages that are no article.
import { expect, test } from 'vitest';
import { pageTitleOf } from '../../../page/article/facts.ts';
import { parseInert } from '../../../page/article/inert.ts';
import { readStructured } from '../../../page/structured.ts';

const titleOf = (title: string, body: string, head = '') => {
  const document = parseInert(
    `<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`,
  );
  return pageTitleOf(document, new URL('https://www.strait-mail.example/ferries'), readStructured(document));
};
const SITE = '<meta property="og:site_name" content="The Strait Mail">';

test.each([
  ['its heading', 'Ferries | Mail', '<h1>Ferries to the islands</h1>', '', 'Ferries to the islands'],
  ['no heading', 'Ferries this winter | The Strait Mail', '<p>At six.</p>', SITE, 'Ferries this winter'],
  ['a heading that is the site', 'Ferries this winter', '<h1>The Strait Mail</h1>', SITE, 'Ferries this winter'],
  ['a heading that is the host', 'Ferries – strait-mail.example', '<h1>strait-mail.example</h1>', '', 'Ferries'],
  ['a title with a hyphen', 'North-South line - Strait Mail', '<h1>Strait-Mail</h1>', '', 'North-South line'],
  ['a title that is the site alone', 'The Strait Mail', '<h1>The Strait Mail</h1>', SITE, 'The Strait Mail'],
])('with %s', (_, title, body, head, wanted) => {
  expect(titleOf(title, body, head)).toBe(wanted);
});

test('a page without any title has none', () => {
  expect(titleOf('', '<p>At six.</p>')).toBeNull();
});
