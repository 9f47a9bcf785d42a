// How the reading keeps in step with a page that changes. The recogniser is a stand-in that counts what it is asked
// about.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlacedMention } from '../../../page/text/mentions.ts';
import { createReading, type Reading } from '../../../page/text/reading.ts';
import type { Tree } from '../../../page/text/trees.ts';
import type { PageRecogniser } from '../../../recognition/page-recogniser.ts';
import type { Needs, PageFacts } from '../../../recognition/resolve.ts';

const noFacts: PageFacts = { date: null, headlines: [], rejected: [], muted: [], frontPage: false };

let facts: PageFacts;
let end: AbortController;
let read: string[];
let told: string[][];
let trees: Tree[];
let languages: number;
/** What the recogniser says it has to know, and what it was told. */
let needs: Needs;
let needed: Needs[];
let known: PageFacts[];
/** Who else each mention may mean. */
let also: string[];
let reading: Reading;

/** Every "Trump", "Petro" and "Maduro" is a mention; "Donald Trump" is a longer one. */
function recogniser(): PageRecogniser {
  const name = /(?:Donald )?Trump|Petro|Maduro/g;
  let before: readonly string[] = [];
  return {
    prefilter: {
      next(text, from = 0) {
        const at = text.slice(from).search(/Trump|Petro|Maduro/);
        return at < 0 ? at : from + at;
      },
    },
    isLatin: true,
    async ask({ blocks, facts: given }) {
      known.push(given);
      const keys = blocks.map(({ text, lang }) => `${lang} ${text}`);
      blocks.forEach(({ text }, at) => {
        if (!before.includes(keys[at] as string)) read.push(text);
      });
      before = keys;
      const mentions = blocks.flatMap(({ text }, block) =>
        [...text.matchAll(name)].map(({ 0: found, index: start }) => ({
          figure: found.replace('Donald ', '').toLowerCase(),
          block,
          start,
          end: start + found.length,
          text: found,
          evidence: [],
          ...(also.length > 0 ? { also } : {}),
        })),
      );
      return { mentions, needs, nameless: [], figures: [], missing: [] };
    },
  };
}

function start(html: string): void {
  document.body.innerHTML = html;
  reading = createReading(document, recogniser(), {
    signal: end.signal,
    facts: () => facts,
    onNeeds: (one) => needed.push(one),
    onChange: (mentions) => told.push(mentions.map(({ text }) => text)),
    onTree: (tree) => trees.push(tree),
    onLanguage: () => languages++,
  });
}

const names = async () => (await reading.whole()).map(({ text }) => text);
const element = (selector: string) => document.querySelector(selector) as HTMLElement;
/** Lets the observer hear of what has been changed. */
const heard = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  facts = noFacts;
  end = new AbortController();
  read = [];
  told = [];
  trees = [];
  languages = 0;
  needs = { date: false, frontPage: false };
  needed = [];
  known = [];
  also = [];
});
afterEach(() => {
  vi.useRealTimers();
  end.abort();
  document.body.innerHTML = '';
});

test('finds what is there, in document order', async () => {
  start('<p>Petro</p><div>Maduro <p>Donald <b>Trump</b></p> Trump</div>');
  expect(await names()).toEqual(['Petro', 'Maduro', 'Donald Trump', 'Trump']);
  expect(told).toEqual([['Petro', 'Maduro', 'Donald Trump', 'Trump']]);
});

test('says once that nothing was found, and asks for no facts', async () => {
  document.body.innerHTML = '<p>Nobody</p>';
  reading = createReading(document, recogniser(), {
    signal: end.signal,
    facts: () => {
      throw new Error('asked');
    },
    onNeeds: () => {},
    onChange: (mentions) => told.push(mentions.map(({ text }) => text)),
    onTree: () => {},
    onLanguage: () => {},
  });
  expect(await names()).toEqual([]);
  expect(told).toEqual([[]]);
});

test('says what mentions wait for, and asks for the facts again when it is told to resolve again', async () => {
  needs = { date: true, frontPage: false };
  start('<p>Petro</p>');
  await reading.whole();
  expect(needed).toEqual([needs]);
  needs = { date: false, frontPage: false };
  reading.resolveAgain();
  await reading.whole();
  expect([needed.length, known.length, read.length]).toEqual([1, 2, 1]);
});

test('asks for the facts again with each question, since headlines may come with the text', async () => {
  facts = { ...noFacts, headlines: ['Loading'] };
  start('<p>Petro</p>');
  await reading.whole();
  facts = { ...noFacts, headlines: ['Another Maduro'] };
  document.body.insertAdjacentHTML('beforeend', '<p>Maduro</p>');
  await heard();
  await reading.whole();
  expect(known.map(({ headlines }) => headlines)).toEqual([['Loading'], ['Another Maduro']]);
});

test('tells of mentions that stay where they are, and may mean others than before', async () => {
  also = ['ivanka'];
  start('<p>Trump</p>');
  const [before] = await reading.whole();
  told = [];
  also = [];
  reading.resolveAgain();
  const [after] = await reading.whole();
  expect(after).toBe(before);
  expect([after?.also, told]).toEqual([undefined, [['Trump']]]);
  reading.resolveAgain();
  await reading.whole();
  expect(told).toHaveLength(1);
});

/** A promise, and what keeps it. */
function happening(): [Promise<void>, () => void] {
  let happen = () => {};
  const happened = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return [happened, happen];
}

/** Reads a page about which nobody answers until `answerNow` is called. */
function startUnanswered() {
  document.body.innerHTML = '<p>Petro</p>';
  const { ask, ...rest } = recogniser();
  const [asked, onAsked] = happening();
  const [changed, onChange] = happening();
  let isAway = true;
  reading = createReading(
    document,
    {
      ...rest,
      async ask(question) {
        onAsked();
        if (isAway) throw new Error('nobody answers');
        return ask(question);
      },
    },
    {
      signal: end.signal,
      facts: () => facts,
      onNeeds: () => {},
      onChange,
      onTree: () => {},
      onLanguage: () => {},
    },
  );
  const answerNow = () => {
    isAway = false;
  };
  return { asked, changed, answerNow };
}

test('asks again when the reader comes back to a page about which nobody has answered', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const { asked, changed, answerNow } = startUnanswered();
  await asked;
  await new Promise(requestAnimationFrame);
  answerNow();
  document.dispatchEvent(new Event('visibilitychange'));
  await changed;
  expect(reading.mentions.map(({ text }) => text)).toEqual(['Petro']);
});

test('asks again by itself where nobody has answered, and says nothing of the whole page before', async () => {
  const { asked, answerNow } = startUnanswered();
  const found = names();
  await asked;
  await new Promise(requestAnimationFrame);
  answerNow();
  expect(await found).toEqual(['Petro']);
});

test('a question that was asked again waits for the end no more', async () => {
  const listening = new Set<unknown>();
  vi.spyOn(end.signal, 'addEventListener').mockImplementation((_, listener) => void listening.add(listener));
  vi.spyOn(end.signal, 'removeEventListener').mockImplementation((_, listener) => void listening.delete(listener));
  const { asked, answerNow } = startUnanswered();
  await asked;
  await new Promise(requestAnimationFrame);
  const waiting = listening.size;
  answerNow();
  await reading.whole();
  expect(listening.size).toBe(waiting - 1);
});

test('reads what is added, where it stands', async () => {
  start('<p id="a">Petro</p><p id="b">Maduro</p>');
  await reading.whole();
  read = [];
  element('#a').insertAdjacentHTML('afterend', '<section><p>Then Trump</p><p>Nobody</p></section>');
  document.body.insertAdjacentHTML('beforeend', '<p>At last Trump</p>');
  await heard();
  expect(await names()).toEqual(['Petro', 'Trump', 'Maduro', 'Trump']);
  expect(read).toEqual(['Then Trump', 'At last Trump']);
});

test('reads a text that was changed, and that one only', async () => {
  start('<p id="a">Petro</p><p id="b">Nobody <b>at all</b></p><p>Maduro</p>');
  await reading.whole();
  read = [];
  (element('#b').firstChild as Text).data = 'Trump';
  await heard();
  expect(await names()).toEqual(['Petro', 'Trump', 'Maduro']);
  expect(read).toEqual(['Trumpat all']);
  (element('#b').firstChild as Text).data = 'Somebody';
  await heard();
  expect(await names()).toEqual(['Petro', 'Maduro']);
});

test('a change without names costs no reading and tells nobody', async () => {
  start('<p>Trump</p><p id="clock">12:00</p>');
  await reading.whole();
  [read, told] = [[], []];
  element('#clock').textContent = '12:01';
  (element('#clock').firstChild as Text).data = '12:02';
  await heard();
  expect(await names()).toEqual(['Trump']);
  expect([read, told]).toEqual([[], []]);
});

test('lets go of what is removed', async () => {
  start('<section><p>Petro</p></section><p id="t">Donald <b>Trump</b></p><p>Maduro</p>');
  await reading.whole();
  element('section').remove();
  await heard();
  expect(await names()).toEqual(['Donald Trump', 'Maduro']);
  element('#t').firstChild?.remove();
  await heard();
  expect(await names()).toEqual(['Trump', 'Maduro']);
  document.body.innerHTML = '';
  await heard();
  expect(await names()).toEqual([]);
});

test('comes to an end where a text and the inline element beside it are removed at once', async () => {
  start('<p><i id="i">Somebody</i><b>Trump</b></p>');
  await reading.whole();
  element('b').remove();
  element('i').remove();
  await heard();
  expect(await names()).toEqual([]);
});

test('lets go of what is moved to where nothing is read', async () => {
  start('<div><p>Then Trump</p></div><pre id="pre" class="code"></pre>');
  await reading.whole();
  const section = document.createElement('section');
  section.append(element('#pre'), element('p'));
  document.body.append(section);
  await heard();
  expect(await names()).toEqual(['Trump']);
  element('#pre').append(element('p'));
  await heard();
  expect(await names()).toEqual([]);
});

test('joins names across text and elements that arrive apart', async () => {
  start('<p id="t">Donald </p><p>Petro</p>');
  await reading.whole();
  element('#t').append(document.createTextNode('Tr'));
  await heard();
  await reading.whole();
  const bold = document.createElement('b');
  bold.textContent = 'ump';
  element('#t').append(bold);
  await heard();
  expect(await names()).toEqual(['Donald Trump', 'Petro']);
});

test('parts and joins lines as breaks come and go', async () => {
  start('<p>Donald <br>Trump</p>');
  expect(await names()).toEqual(['Trump']);
  element('br').remove();
  await heard();
  expect(await names()).toEqual(['Donald Trump']);
  element('p').firstChild?.after(document.createElement('br'));
  await heard();
  expect(await names()).toEqual(['Trump']);
});

test('reads on what is left of a line that was parted inside an element without names', async () => {
  start('<p>Trump <b>came late</b></p>');
  await reading.whole();
  element('b').prepend(document.createElement('div'));
  await heard();
  expect(await names()).toEqual(['Trump']);
});

test('parts a line by what comes around all that an element of it holds', async () => {
  start('<p>Donald<i><b> </b></i>Trump</p>');
  expect(await names()).toEqual(['Donald Trump']);
  const box = document.createElement('div');
  const inner = element('b');
  inner.replaceWith(box);
  box.append(inner);
  await heard();
  expect(await names()).toEqual(['Trump']);
});

test('follows what is moved', async () => {
  start('<p id="a">Petro</p><p id="b">Maduro</p><p id="c">Trump</p>');
  expect(await names()).toEqual(['Petro', 'Maduro', 'Trump']);
  element('#c').after(element('#a'));
  await heard();
  expect(await names()).toEqual(['Maduro', 'Trump', 'Petro']);
  expect(read).toEqual(['Petro', 'Maduro', 'Trump']);
});

test('a mention that stays is the same object', async () => {
  start('<p>Petro</p><p id="b">Maduro</p>');
  const [before] = (await reading.whole()) as [PlacedMention];
  element('#b').textContent = 'Trump';
  await heard();
  const [after] = (await reading.whole()) as [PlacedMention];
  expect(after).toBe(before);
});

test('leaves alone what becomes editable, and reads it when it no longer is', async () => {
  start('<div><p>Petro</p></div><p>Trump</p>');
  await reading.whole();
  element('div').setAttribute('contenteditable', 'true');
  await heard();
  expect(await names()).toEqual(['Trump']);
  element('div').removeAttribute('contenteditable');
  await heard();
  expect(await names()).toEqual(['Petro', 'Trump']);
});

test('leaves alone what becomes editable inside a line', async () => {
  start('<p>Petro and <em>then Trump</em></p><p>Maduro <x-word contenteditable>or Trump</x-word></p>');
  expect(await names()).toEqual(['Petro', 'Trump', 'Maduro']);
  element('em').setAttribute('contenteditable', '');
  await heard();
  expect(await names()).toEqual(['Petro', 'Maduro']);
  element('em').removeAttribute('contenteditable');
  await heard();
  expect(await names()).toEqual(['Petro', 'Trump', 'Maduro']);
});

test('says when the page speaks another language', async () => {
  start('<p>Petro</p>');
  await reading.whole();
  document.documentElement.lang = 'fr';
  await heard();
  await reading.whole();
  expect(languages).toBe(1);
  document.documentElement.removeAttribute('lang');
});

test('reads open shadow roots, in the place of their hosts', async () => {
  start('<p>Petro</p><x-card></x-card><p>Maduro</p>');
  await reading.whole();
  const later = element('x-card').attachShadow({ mode: 'open' });
  later.innerHTML = '<p>Trump</p>';
  document.body.insertAdjacentHTML('beforeend', '<p>Petro</p>');
  await heard();
  expect(await names()).toEqual(['Petro', 'Trump', 'Maduro', 'Petro']);
  later.innerHTML = '<p>Petro and Trump</p>';
  await heard();
  expect(await names()).toEqual(['Petro', 'Petro', 'Trump', 'Maduro', 'Petro']);
  expect(trees).toEqual([document, later]);
  element('x-card').remove();
  await heard();
  expect(await names()).toEqual(['Petro', 'Maduro', 'Petro']);
});

test('finds a shadow root that comes late, though nothing else ever changes', async () => {
  start('<x-card></x-card>');
  await reading.whole();
  element('x-card').attachShadow({ mode: 'open' }).innerHTML = '<p>Trump</p>';
  await vi.waitFor(() => expect(told.at(-1)).toEqual(['Trump']), { timeout: 20_000 });
});

test('tells of a shadow root that has come late, with the next change', async () => {
  start('<p id="clock">12:00</p><x-card></x-card>');
  await reading.whole();
  element('#clock').textContent = '12:00:30';
  await heard();
  await reading.whole();
  element('x-card').attachShadow({ mode: 'open' }).innerHTML = '<p>Trump</p>';
  element('#clock').textContent = '12:01';
  await heard();
  expect(await names()).toEqual(['Trump']);
  expect(told.at(-1)).toEqual(['Trump']);
});

test('follows a shadow root whose host is moved, or stands where editing begins and ends', async () => {
  start('<p>Petro</p><div><x-host></x-host></div>');
  element('x-host').attachShadow({ mode: 'open' }).innerHTML = '<p>Trump</p><x-inner></x-inner>';
  const inner = element('x-host').shadowRoot?.querySelector('x-inner') as Element;
  inner.attachShadow({ mode: 'open' }).innerHTML = '<p>Maduro</p>';
  element('p').before(element('x-host'));
  await heard();
  expect(await names()).toEqual(['Trump', 'Maduro', 'Petro']);
  element('div').append(element('x-host'));
  await heard();
  expect(await names()).toEqual(['Petro', 'Trump', 'Maduro']);
  element('div').setAttribute('contenteditable', '');
  await heard();
  expect(await names()).toEqual(['Petro']);
  element('div').removeAttribute('contenteditable');
  await heard();
  expect(await names()).toEqual(['Petro', 'Trump', 'Maduro']);
});

test('reads what stands right in a shadow root again where its host comes to another language', async () => {
  start('<section lang="fr"><x-host></x-host></section>');
  element('x-host').attachShadow({ mode: 'open' }).innerHTML = 'Trump';
  document.body.insertAdjacentHTML('beforeend', '<p>Petro</p>');
  expect(await names()).toEqual(['Trump', 'Petro']);
  read = [];
  element('section').replaceWith(element('x-host'));
  await heard();
  expect(await names()).toEqual(['Trump', 'Petro']);
  expect(read).toEqual(['Trump']);
});

test('reads what is added to a shadow root once, though its host is moved at the same time', async () => {
  start('<p>Petro</p><section><x-host></x-host></section>');
  const shadow = element('x-host').attachShadow({ mode: 'open' });
  shadow.innerHTML = '<p>Trump</p>';
  await reading.whole();
  shadow.append(Object.assign(document.createElement('p'), { textContent: 'Maduro' }));
  document.body.prepend(element('section'));
  await heard();
  expect(await names()).toEqual(['Trump', 'Maduro', 'Petro']);
});

test('lets go of the page that a frame has left', async () => {
  start('<p>Petro</p>');
  await reading.whole();
  // By its name alone: a real one would be loaded by the DOM of these tests.
  const frame = document.createElementNS('http://www.w3.org/2000/svg', 'iframe');
  Object.defineProperties(frame, { clientWidth: { value: 320 }, clientHeight: { value: 200 } });
  document.body.append(frame);
  const go = async (html: string) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    Object.defineProperty(frame, 'contentDocument', { value: page, configurable: true });
    frame.dispatchEvent(new Event('load'));
    await heard();
    // In no order: the pages have no window here, by which they are placed.
    return (await names()).sort();
  };
  expect(await go('<p>Trump</p>')).toEqual(['Petro', 'Trump']);
  expect(await go('<p>Maduro</p>')).toEqual(['Maduro', 'Petro']);
  expect(reading.trees.size).toBe(2);
  expect(await go('')).toEqual(['Petro']);
});

test('comes through a storm with everything read in the end', async () => {
  start('<main></main>');
  await reading.whole();
  const main = element('main');
  for (let round = 0; round < 30; round++) {
    main.replaceChildren();
    for (let at = 0; at < 200; at++)
      main.append(Object.assign(document.createElement('p'), { textContent: `no ${at}` }));
    (main.children[round] as HTMLElement).textContent = 'Trump';
  }
  await heard();
  expect(await names()).toEqual(['Trump']);
  main.append('and Petro');
  await heard();
  expect(await names()).toEqual(['Trump', 'Petro']);
});

test('asks after language and listeners when too much has changed to be told what', async () => {
  start('<main></main>');
  await reading.whole();
  trees = [];
  document.documentElement.lang = 'fr';
  for (let at = 0; at < 5000; at++) element('main').append(`no ${at}`);
  await heard();
  await reading.whole();
  // Without records nobody can tell whether the page was translated or written anew.
  expect([languages, trees]).toEqual([1, [document]]);
  document.documentElement.removeAttribute('lang');
});

test('reads each name in a long line once, also after a change in its middle', async () => {
  const words = 'and so on and on, says nobody at all. '.repeat(20);
  const line = Array.from({ length: 80 }, (_, at) => `<span id="s${at}">${words}</span> <b>Trump</b> `).join('');
  start(`<p>${line}</p>`);
  expect(await names()).toHaveLength(80);
  element('#s40').textContent = 'And Petro. ';
  await heard();
  const found = await names();
  expect(found).toHaveLength(81);
  expect(found.indexOf('Petro')).toBe(40);
  element('#s20').innerHTML = '<i>Maduro</i>';
  await heard();
  expect((await names()).indexOf('Maduro')).toBe(20);
  expect(await names()).toHaveLength(82);
});

test('agrees with a fresh reading after any changes', async () => {
  const words = ['Trump', 'Donald ', 'nobody ', 'Petro', ' and ', 'Maduro', 'x'];
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  start('<article><p>Donald <b>Trump</b></p><div>Petro<p>Maduro</p></div></article>');
  await reading.whole();
  for (let round = 0; round < 60; round++) {
    for (let step = 0; step < 4; step++) {
      const nodes = [...element('article').querySelectorAll('*')];
      const node = nodes[random(nodes.length)] as HTMLElement | undefined;
      const target = node ?? element('article');
      const word = words[random(words.length)] as string;
      const made = document.createElement(['p', 'b', 'i', 'br', 'div'][random(5)] as string);
      if (made.tagName !== 'BR') made.textContent = word;
      const action = random(6);
      if (target.tagName === 'BR' || action === 0) target.before(word);
      else if (action === 1) target.append(made);
      else if (action === 2) target.prepend(word);
      else if (action === 3 && nodes.length > 3) target.remove();
      else if (action === 4 && target.firstChild instanceof Text) target.firstChild.data = word;
      else element('article').append(target);
    }
    await heard();
    const followed = await names();
    const fresh = new AbortController();
    const again = createReading(document, recogniser(), {
      signal: fresh.signal,
      facts: () => facts,
      onNeeds: () => {},
      onChange: () => {},
      onTree: () => {},
      onLanguage: () => {},
    });
    expect(followed, element('article').innerHTML).toEqual((await again.whole()).map(({ text }) => text));
    fresh.abort();
  }
});

test('observes nothing any more where it is ended while everything is read again', async () => {
  start('<p>Petro</p><x-host></x-host><main></main>');
  element('x-host').attachShadow({ mode: 'open' }).innerHTML = '<p>Trump</p>';
  await reading.whole();
  const observed: Node[] = [];
  const observe = vi.spyOn(MutationObserver.prototype, 'observe').mockImplementation((node) => {
    observed.push(node);
    end.abort();
  });
  for (let at = 0; at < 5000; at++) element('main').append('.');
  await heard();
  await reading.whole();
  observe.mockRestore();
  expect(observed).toEqual([document]);
});

test('is silent and empty when it has been ended', async () => {
  start('<p>Trump</p>');
  await reading.whole();
  end.abort();
  told = [];
  document.body.insertAdjacentHTML('beforeend', '<p>Petro</p>');
  await heard();
  expect(reading.mentions).toEqual([]);
  expect(told).toEqual([]);
});
