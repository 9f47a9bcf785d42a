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

const markdown = (text: string) => articleFromMarkdown(text, reading).paragraphs;

test.each([
  [
    'emphasis of each kind',
    `**She** _had_ ***asked*** __for__ it, *said **Ruth Adeyemi***.`,
    'She had asked for it, said Ruth Adeyemi.',
  ],
  [
    'underscores inside words',
    'The snake_case_word of 2*3*4 stays, said Ruth.',
    'The snake_case_word of 2*3*4 stays, said Ruth.',
  ],
  [
    'links of each kind',
    '[A](https://e.example/a_(b) "t"), [B][b], [C] and <https://e.example/d>[^1].\n\n[b]: /b\n[c]: /c',
    'A, B, C and .',
  ],
  ['brackets that are no link', 'He said so [sic] and left.', 'He said so [sic] and left.'],
  ['links around pictures', '[![Anna Berg](a.svg)](https://e.example) It rained, said Ruth.', 'It rained, said Ruth.'],
  ['escaped marks', 'A \\*star\\* and \\[brackets\\].', 'A *star* and [brackets].'],
  ['what is struck out, and code', '~~Old~~ `Dorvik` is sold.', 'Old Dorvik is sold.'],
  ['quotations in quotations', '> > “We wait,” said Ruth.', '“We wait,” said Ruth.'],
  [
    'HTML, entities and comments',
    'Ruth &amp; <em>Paolo</em><br>wait.<!-- Anna Berg --> <script>Otto</script>',
    'Ruth & Paolo wait.',
  ],
])('Markdown: %s', (_, text, plain) => expect(markdown(text)).toEqual([plain]));

test('Markdown: headings, lists, tasks, tables and footnotes are lines of their own', () =>
  expect(
    markdown(
      'It rained all day in Velm.\n\nWhat is next\n---\n- [ ] Ruth comes.\n- [x] Paolo goes.\n1) Anna stays.\n\n' +
        '| Name | Office |\n|:--|--:|\n| Otto | captain |\n\n***\n\n## Later ##\n[^1]: A note.\n',
    ),
  ).toEqual([
    ...['It rained all day in Velm.', 'What is next', 'Ruth comes.', 'Paolo goes.', 'Anna stays.'],
    ...['Name, Office', 'Otto, captain', 'Later', 'A note.'],
  ]));

test('Markdown: a row of empty cells is read like any other', () => {
  const row = `| - ${'|    '.repeat(60)}| x |`;
  expect(markdown(`${FIRST}\n\n${row}`)).toEqual([FIRST, '-, x']);
});

test.each(['---', '+++'])('Markdown: front matter between %s tells what it is, and is no text', (fence) => {
  const sign = fence === '---' ? ':' : ' =';
  const front = `${fence}\ntitle${sign} "Ferry leaves later"\ndate${sign} 2031-02-03T10:00\nauthor${sign} Karl Dahl\n${fence}\n`;
  expect(articleFromMarkdown(`${front}By the harbour office\n\n${FIRST}`, reading)).toMatchObject({
    ...{ title: 'Ferry leaves later', date: '2031-02-03', author: 'Karl Dahl' },
    paragraphs: ['By the harbour office', FIRST],
  });
});

test('Markdown: of front matter only what is called so tells title, author and date', () => {
  const front =
    '---\ntitle_image: a.png\nauthor_profile: true\ndateModified: 2031-05-06\nDate: 2031-02-03\ntitle : Ferry\n---\n';
  expect(articleFromMarkdown(`${front}\n${FIRST}`, reading)).toMatchObject({
    ...{ title: 'Ferry', author: null, date: '2031-02-03' },
  });
});

test('Markdown made to cost time costs little', () => {
  for (const part of [
    '![',
    '[a](',
    '*a ',
    '_a ',
    '`a',
    '~~a',
    '[^',
    '<!--',
    '[[a|',
    '&amp;<i></i>',
    '> > > ',
    '| | |\n',
    ' '.repeat(25),
    '|     ',
    '# ',
  ])
    for (const text of [part.repeat(20_000), `${part.repeat(20_000)}x`, `---\ntitle:${part.repeat(5000)}x\n---\n`])
      expect(markdown(text).length).toBeLessThan(20_001);
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
