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

test.each([
  '<script>Trump</script>',
  '<style>Trump</style>',
  '<textarea>Trump</textarea>',
  '<select><option>Trump</option></select>',
  '<pre>Trump</pre>',
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
  expect(blocksAround(first?.lastChild as Text, prefilter).map(({ text }) => text)).toEqual(['Donald Trump called.']);
  expect(blocksAround(second?.firstChild as Text, prefilter)).toEqual([]);
});
