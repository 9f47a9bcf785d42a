// How text is cut into blocks: what joins, what parts, and what is never read.
import { afterEach, expect, test } from 'vitest';
import { type Block, blocksAround, blocksIn, pointAt } from '../../../page/text/blocks.ts';

const prefilter = {
  next(text: string, from = 0): number {
    const at = text.slice(from).search(/Trump|rump|Maduro/);
    return at < 0 ? at : from + at;
  },
};

function read(html: string): Block[] {
  document.body.innerHTML = html;
  return [...blocksIn(document.body, prefilter, () => false)].filter((block) => block !== null);
}
const texts = (html: string) => read(html).map(({ text }) => text);

afterEach(() => {
  document.body.innerHTML = '';
  document.documentElement.lang = '';
});

test.each([
  ['a paragraph', '<p>Then Trump called.</p><p>Nobody else did.</p>', ['Then Trump called.']],
  ['inline elements', '<p>Donald <b>Tr<i>um</i>p</b> called.</p>', ['Donald Trump called.']],
  ['a line break opportunity', '<p>Donald T<wbr>rump called.</p>', ['Donald Trump called.']],
  ['a comment', '<p>Donald Tr<!-- x -->ump called.</p>', ['Donald Trump called.']],
  ['a drop cap', '<p><span style="float: left; display: block">T</span>rump called.</p>', ['Trump called.']],
  ['a script in a sentence', '<p>Donald <script>let Maduro</script>Trump called.</p>', ['Donald Trump called.']],
  ['readings over characters', '<p><ruby>Donald<rt>do</rt></ruby> Trump called.</p>', ['Donald Trump called.']],
])('joins %s', (_, html, expected) => {
  expect(texts(html)).toEqual(expected);
});

test.each([
  ['paragraphs', '<p>Donald</p><p>Trump</p>', ['Trump']],
  ['lines', '<p>Donald<br>Trump<br>called</p>', ['Trump']],
  ['text from the paragraph inside', '<div>Donald <p>Trump</p> and Maduro</div>', ['Trump', ' and Maduro']],
  ['list items', '<ul><li>Trump<ul><li>Maduro</li></ul></li></ul>', ['Trump', 'Maduro']],
  ['table cells', '<table><tbody><tr><td>Trump</td><td>Maduro</td></tr></tbody></table>', ['Trump', 'Maduro']],
  [
    'boxes that the markup calls inline',
    '<a><span style="display: block">Donald</span><span>Trump called.</span></a>',
    ['Trump called.'],
  ],
  ['labels without a space', '<p><span>10 min</span><a>Trump called.</a></p>', ['Trump called.']],
  ['a block in a link', '<a href="#">Donald <div>Trump</div></a>', ['Trump']],
])('parts %s', (_, html, expected) => {
  expect(texts(html)).toEqual(expected);
});

test('goes on to later names, though what is before them changes between two blocks', () => {
  document.body.innerHTML =
    '<div><p>Trump</p><p id="b">and many others</p><p>Maduro</p></div>Nobody <i>else</i> Maduro';
  const found: string[] = [];
  for (const block of blocksIn(document.body, prefilter, () => false)) {
    if (block) found.push(block.text);
    (document.querySelector('#b') as HTMLElement).textContent = '';
    (document.querySelector('i') as HTMLElement).textContent = '';
  }
  expect(found).toEqual(['Trump', 'Maduro', 'Nobody  Maduro']);
});

test.each([
  '<script>Trump</script>',
  '<style>Trump</style>',
  '<textarea>Trump</textarea>',
  '<select><option>Trump</option></select>',
  '<pre class="code">Trump</pre>',
  '<p><code>Trump</code></p>',
  '<svg><text>Trump</text></svg>',
  '<div contenteditable="true"><p>Trump</p></div>',
  '<div contenteditable=""><p>a <b>Trump</b></p></div>',
  '<p>An <span contenteditable="true">editable Trump</span> word</p>',
])('does not read %s', (html) => {
  expect(texts(html)).toEqual([]);
});

test('reads what is expressly not editable', () => {
  expect(texts('<div contenteditable="false"><p>Trump</p></div>')).toEqual(['Trump']);
});

test('finds the same in a page of many elements as in a small one', () => {
  const filler = '<p>nothing <i>at</i> all</p>'.repeat(300);
  const html = `<main>Trump alone <b>and Maduro</b>${filler}<p>Then <b>Trump</b></p>${filler}<div><p>Maduro</p>${filler}</div>loose Trump</main>`;
  expect(texts(html)).toEqual(['Trump alone and Maduro', 'Then Trump', 'Maduro', 'loose Trump']);
});

test('makes a block once, however many names are in it', () => {
  expect(texts('<p>Trump, Trump, <b>Trump</b> and Maduro</p>')).toHaveLength(1);
});

test('says where an offset lies', () => {
  const [block] = read('<p>Donald <b>Trump</b> called.</p>') as [Block];
  expect(block.starts).toEqual([0, 7, 12]);
  expect(pointAt(block, 7)).toEqual([block.nodes[1], 0]);
  expect(pointAt(block, 12, true)).toEqual([block.nodes[1], 5]);
  expect(pointAt(block, 12)).toEqual([block.nodes[2], 0]);
});

test.each([
  ['behind a sentence', 'and so on, says Trump. Or not ', /Trump\.$/],
  ['behind a quotation', '“and so on,” says “Trump.” Or not ', /Trump\.”$/],
  ['behind a sentence that no space follows', '特朗普Trump说等等。Trump ', /等等。$/],
  ['at a space, where no sentence ends', 'and so on, says Trump, and Trump ', /\w,?$/],
  ['anywhere, where there is none', 'Trump,', /./],
])('cuts what is too long to be read at once %s, and keeps the offsets', (_, phrase, end) => {
  const long = phrase.repeat(Math.ceil(40_000 / phrase.length));
  const blocks = read(`<p>${long}</p>`);
  expect(blocks).toHaveLength(3);
  for (const { text } of blocks) expect(text.length).toBeLessThanOrEqual(16_000);
  for (const { text } of blocks.slice(0, -1)) expect(text).toMatch(end);
  expect(blocks.map(({ text }) => text).join('')).toBe(long);
  for (const block of blocks) {
    const at = block.text.indexOf('Trump');
    const [node, offset] = pointAt(block, at);
    expect(node.data.slice(offset, offset + 5)).toBe('Trump');
  }
});

test.each([
  ['a paragraph', 'p'],
  ['preformatted text', 'pre'],
])('reads each name in %s of many elements once, and in its order', (_, name) => {
  const words = (at: number) => `${at} and so on, ${'says nobody at all. '.repeat(40)}`;
  const spans = Array.from({ length: 60 }, (_, at) => `<span>${words(at)}</span> <b>Trump</b> `).join('');
  const blocks = read(`<${name}>${spans}</${name}>`);
  expect(blocks.flatMap(({ text }) => text.match(/Trump/g) ?? [])).toHaveLength(60);
  let from = 0;
  for (const { text } of blocks) {
    expect(text.length).toBeLessThanOrEqual(16_000);
    const at = (document.body.textContent ?? '').indexOf(text, from);
    expect(at).toBeGreaterThanOrEqual(from);
    from = at + text.length;
  }
});

test('knows languages other than the page’s', () => {
  document.documentElement.lang = 'en';
  const blocks = read('<h2>Trump <i>calls</i></h2><p lang="es">Trump llama</p><p>Trump calls</p>');
  expect(blocks.map(({ lang }) => lang)).toEqual([null, 'es', null]);
});

test('is not misled by form fields that are named like properties', () => {
  const names = [
    'firstChild',
    'nextSibling',
    'parentNode',
    'textContent',
    'nodeType',
    'tagName',
    'closest',
    'contains',
  ];
  const fields = names.map((name) => `<input name="${name}">`).join('');
  expect(texts(`<form>${fields}<p>Donald <b>Trump</b></p>Maduro</form>`)).toEqual(['Donald Trump', 'Maduro']);
});

test('makes the block around one text node', () => {
  document.body.innerHTML = '<p>Donald <b>Trump</b> called.</p><p>Nobody</p>';
  const [first, second] = document.querySelectorAll('p');
  const around = (text: Text) => blocksAround(text, prefilter, () => false).map((block) => block.text);
  expect(around(first?.lastChild as Text)).toEqual(['Donald Trump called.']);
  expect(around(second?.firstChild as Text)).toEqual([]);
});

test('prose that is set as it was typed is read, paragraph by paragraph', () => {
  const pre = `<pre>POOL REPORT NO. 4

President Trump told the pool
that he had spoken.

Nobody spoke.
 \t
Maduro was absent.</pre>`;
  expect(texts(pre).map((text) => text.trim())).toEqual([
    'President Trump told the pool\nthat he had spoken.',
    'Maduro was absent.',
  ]);
});

test.each([
  'const caller = "Trump";',
  '{\n  "caller": "Trump"\n}',
  'print("Trump")',
  '# the caller\ncaller = Trump',
  'caller.name(Trump)',
  '$ grep Trump',
])('code in a pre is not read: %s', (code) => {
  expect(texts(`<pre>${code}</pre>`)).toEqual([]);
});

test('of a drawing only the HTML is read', () => {
  const html = `<div><svg><text>Trump</text><foreignObject><p>Maduro stands here.</p></foreignObject></svg></div>`;
  expect(texts(html)).toEqual(['Maduro stands here.']);
});

test('reading aids, and the space around them, are no part of a name', () => {
  expect(texts('<p><ruby>Ma<rt>ma</rt>du<rt>du</rt>ro<rt>ro</rt></ruby> called.</p>')).toEqual(['Maduro called.']);
  const spaced = '<p><ruby>\n<rb>川</rb>\n<rt>chuan</rt>\n<rb>普</rb>\n<rt>pu</rt>\n</ruby> and Trump</p>';
  expect(texts(spaced)).toEqual(['川普 and Trump']);
  expect(texts('<p><ruby>Donald Trump<rt>name</rt></ruby> called.</p>')).toEqual(['Donald Trump called.']);
});

test('where a name lies, is told with the space left out', () => {
  const [block] = read('<p><ruby>\n  <rb>川\n</rb><rt>chuan</rt>\n  普<rt>pu</rt></ruby> and Trump</p>') as [Block];
  const [first, from] = pointAt(block, 0);
  const [last, to] = pointAt(block, 2, true);
  expect([first.data.slice(from).trim(), last.data.slice(0, to).trim()]).toEqual(['川', '普']);
});

test('letters and words in boxes of their own stand on one line', () => {
  const letters = [...'Trump'].map((one) => `<div style="display: inline-block">${one}</div>`).join('');
  expect(texts(`<h2><div style="display: inline-block">${letters}</div> called.</h2>`)).toEqual(['Trump called.']);
  const word = (text: string) => `<div style="display: inline-block; font-size: 20px; margin-right: 5px">${text}</div>`;
  expect(texts(`<h2>${word('Donald')}${word('Trump')}${word('called.')}</h2>`)).toEqual(['Donald Trump called.']);
  const [spaced] = read(`<h2>${word('Donald')}${word('Trump')}</h2>`) as [Block];
  expect([pointAt(spaced, 7)[0].data, pointAt(spaced, 7)[1], pointAt(spaced, 12, true)[1]]).toEqual(['Trump', 0, 5]);
  const line = (text: string) => `<div class="split-line" style="display: block">${text}</div>`;
  expect(texts(`<h2>${line('It was Donald')}${line('Trump, it was said.')}</h2>`)).toEqual([
    'It was Donald Trump, it was said.',
  ]);
  expect(texts('<p class="line">Donald</p><p class="by-line">Trump called.</p>')).toEqual(['Trump called.']);
  const labels = '<div style="display: inline-block; padding-right: 8px">World</div>';
  expect(texts(`<div>${labels}<div style="display: inline-block">Trump</div></div>`)).toEqual(['Trump']);
});
