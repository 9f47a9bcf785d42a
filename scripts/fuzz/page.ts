// The half of the fuzzer that runs in a page: structures taken from pages and spoilt, read and painted by page/'s own code. What
// must hold of them is asked of the DOM anew, without the code that is tried.
import { createDateFinder } from '../../page/date/date-finder.ts';
import { headlinesOf, languageTag, sampleOf } from '../../page/facts.ts';
import { createMarking } from '../../page/marking.ts';
import { createNewsJudge } from '../../page/news/judge.ts';
import { createVocabulary, type PressWords } from '../../page/news/vocabulary.ts';
import { hoverTiming } from '../../page/pointer/hover.ts';
import { type Block, blocksIn, pointAt } from '../../page/text/blocks.ts';
import type { PlacedMention } from '../../page/text/mentions.ts';
import { createReading } from '../../page/text/reading.ts';
import { createRecogniser } from '../../recognition/recognise.ts';
import type { PageFacts } from '../../recognition/resolve.ts';
import { gazetteerOf } from '../../stories/gazetteer.ts';
import { createWriter, type Material, mutated, type Random, randomOf } from './inputs.ts';

const INLINE = 'a span b i em strong u small time abbr q cite font mark sup ruby rt label x-word'.split(' ');
const BOXES = 'div p section li h1 h3 td blockquote article figcaption dd x-box header'.split(' ');
const UNREAD = 'script style noscript template textarea select svg math code pre iframe object video'.split(' ');
const EMPTY = 'br hr img wbr input'.split(' ');
/** Nobody may paint in these: said here once more, apart from the code that is tried. */
const FORBIDDEN =
  'script, style, noscript, template, textarea, select, svg, math, code, pre, iframe, object, video, [contenteditable]:not([contenteditable=false])';
const MOST_ELEMENTS = 4000;

export interface Outcome {
  inputs: number;
  /** Ranges seen painted. */
  painted: number;
  finds: { target: string; input: number; what: string }[];
}

/** Prepares this page for being tried on. */
export function prepare(material: Material) {
  const writer = createWriter(material);
  const gazetteer = gazetteerOf(material.parts);
  const vocabulary = createVocabulary(JSON.parse(material.press) as PressWords);
  const { judge } = createNewsJudge(vocabulary);
  const dates = createDateFinder(null, vocabulary);
  const parser = new DOMParser();
  let painted = 0;
  const uncaught: string[] = [];
  addEventListener('error', ({ error, message }) => uncaught.push(String(error?.stack ?? message)));
  addEventListener('unhandledrejection', ({ reason }) => uncaught.push(String(reason?.stack ?? reason)));

  // Structures.

  /**
   * Whether structures are of a kind of which the reading promises to keep step with every change. Where comments, line breaks or
   * reading aids stand beside what is removed, the texts around it may stay apart until they change themselves.
   */
  let plain = false;
  let compares = true;

  const text = (random: Random, language: string) =>
    random.chance(0.5) ? ` ${writer.name(random, language)} ` : writer.text(random, language).slice(0, 400);

  const inline = () => (plain ? INLINE.filter((name) => name !== 'ruby' && name !== 'rt') : INLINE);

  function element(random: Random, language: string, depth: number): Node {
    const kind = random.below(20);
    if (kind < 6 || depth > 6) return document.createTextNode(text(random, language));
    if (kind < 8 && plain) return document.createTextNode(text(random, language));
    if (kind === 6) return document.createComment(text(random, language));
    if (kind === 7) return document.createElement(random.pick(EMPTY));
    const name = random.pick(kind === 8 ? UNREAD : kind < 14 ? inline() : BOXES);
    const made =
      name === 'svg' || name === 'math'
        ? document.createElementNS(
            name === 'svg' ? 'http://www.w3.org/2000/svg' : 'http://www.w3.org/1998/Math/MathML',
            name,
          )
        : document.createElement(name);
    if (random.chance(0.04)) made.setAttribute('contenteditable', random.pick(['', 'true', 'false', 'plaintext-only']));
    if (random.chance(0.04)) made.setAttribute('lang', random.pick([...writer.languages, '', 'x-none']));
    if (random.chance(0.06))
      made.setAttribute(
        'style',
        random.pick(['display:block', 'display:inline', 'display:none', 'display:contents', 'display:inline-block']),
      );
    // Of elements with other names, shadow roots are looked for in empty ones only.
    const target = name.startsWith('x-') && random.chance(0.3) ? made.attachShadow({ mode: 'open' }) : made;
    for (const child of random.many(0, 5, () => element(random, language, depth + 1))) target.appendChild(child);
    return made;
  }

  /** A page's body, of somebody's or our own making. */
  function build(random: Random, language: string): void {
    document.body.replaceChildren();
    document.body.removeAttribute('contenteditable');
    if (!plain && random.chance(0.6) && material.pages.length > 0) {
      const parsed = parser.parseFromString(random.pick(material.pages), 'text/html');
      // The page's policy lets no script run, and no style apply but that of attributes.
      for (const one of parsed.querySelectorAll('iframe, link, meta')) one.remove();
      document.body.append(...parsed.body.childNodes);
      for (let many = 10; many > 0; many--) change(random, language);
    } else document.body.append(...random.many(1, 12, () => element(random, language, 0)));
  }

  function nodes(kind: number): Node[] {
    const found: Node[] = [];
    const roots: Node[] = [document.body];
    for (const root of roots) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.nodeType === kind) found.push(node);
        const shadow = node.nodeType === 1 ? (node as Element).shadowRoot : null;
        if (shadow) roots.push(shadow);
      }
    }
    return found;
  }

  /** One change somewhere, as scripts make them. */
  function change(random: Random, language: string): void {
    const texts = nodes(3) as Text[];
    const elements = nodes(1) as Element[];
    if (elements.length > MOST_ELEMENTS) {
      random.pick([...document.body.children]).remove();
      return;
    }
    if (texts.length === 0 || elements.length === 0) {
      document.body.append(element(random, language, 0));
      return;
    }
    const at = random.pick(texts);
    const one = random.pick(elements);
    const other = random.pick(elements);
    const changes: (() => unknown)[] = [
      () => at.insertData(random.below(at.length + 1), text(random, language)),
      () => (at.data = text(random, language)),
      () => (at.data = mutated(random, at.data, 2)),
      () => at.deleteData(random.below(at.length + 1), random.below(20)),
      () => at.splitText(random.below(at.length + 1)),
      () => at.parentNode?.insertBefore(element(random, language, 5), at),
      () => at.replaceWith(element(random, language, 3)),
      () => at.remove(),
      () => one.remove(),
      () => one.append(element(random, language, 3)),
      () => one.prepend(element(random, language, 3)),
      () => one.normalize(),
      () => one.replaceWith(...one.childNodes),
      () => one.contains(other) || other.contains(one) || one.append(other),
      () => one.contains(other) || other.contains(one) || other.after(one),
      () => one.after(one.cloneNode(true)),
      () => wrap(one, random.pick([...inline(), ...BOXES, 'code', 'textarea'])),
      () => wrap(at, random.pick([...inline(), ...BOXES, 'script'])),
      () => one.replaceChildren(...[...one.childNodes].reverse()),
      () => one.toggleAttribute('contenteditable'),
      () => one.setAttribute('lang', random.pick(writer.languages)),
      () => (one.textContent = text(random, language)),
      () => one.insertAdjacentHTML('beforeend', one.innerHTML),
      () => one.replaceChildren(),
    ];
    try {
      random.pick(changes)();
    } catch (error) {
      // An element cannot be put into what stands in its own shadow tree.
      if (!(error instanceof DOMException)) throw error;
    }
  }

  function wrap(node: ChildNode, name: string): void {
    const around = document.createElement(name);
    node.replaceWith(around);
    around.append(node);
  }

  // What must hold.

  function must(holds: boolean, what: string, ...shown: unknown[]): void {
    if (!holds)
      throw new Error(
        `${what}\n${shown.map((one) => (typeof one === 'string' ? JSON.stringify(one) : show(one))).join('\n')}`,
      );
  }
  const show = (one: unknown): string => {
    if (!(one instanceof Node)) return JSON.stringify(one) ?? String(one);
    const line: string[] = [];
    for (let at: Node | null = one; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null)
      line.unshift(
        at instanceof Element ? (at.cloneNode() as Element).outerHTML.replace(/<\/.*/, '').slice(0, 100) : at.nodeName,
      );
    return `${line.slice(-20).join(' ')} ${JSON.stringify(one.textContent?.slice(0, 200))}\n   in ${one.parentElement?.parentElement?.outerHTML.slice(0, 800)}`;
  };

  /** True where a node stands in something unread, through shadow roots. */
  function isForbidden(node: Node): boolean {
    for (let at: Node | null = node; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null)
      if (at.nodeType === 1 && Element.prototype.matches.call(at, FORBIDDEN)) return true;
    return false;
  }

  function checkRange(start: [Node, number], end: [Node, number], wanted: string, block: Block): void {
    for (const [node, offset] of [start, end]) {
      must(node.nodeType === 3, 'A range that begins or ends in no text', wanted);
      must(0 <= offset && offset <= (node as Text).length, 'A range outside of its text', node, offset);
      must(node.isConnected, 'A range in what was removed', wanted);
      must(!isForbidden(node), 'A range in what is not read', node);
    }
    must(start[1] < (start[0] as Text).length && end[1] > 0, 'A range with an empty end', start[0], wanted);
    let between = '';
    const [first, last] = [block.nodes.indexOf(start[0] as Text), block.nodes.indexOf(end[0] as Text)];
    for (let at = first; at <= last; at++) {
      const node = block.nodes[at]!;
      between += node.data.slice(at === first ? start[1] : 0, at === last ? end[1] : undefined);
    }
    must(between === wanted, 'A range of another text', between, wanted);
  }

  const placeOf = ({ figure, text, block, start }: PlacedMention) => ({ figure, text, at: pointAt(block, start) });

  function checkSame(one: readonly PlacedMention[], other: readonly PlacedMention[], what: string): void {
    const [a, b] = [one.map(placeOf), other.map(placeOf)];
    for (let at = 0; at < Math.max(a.length, b.length); at++) {
      const [left, right] = [a[at], b[at]];
      const same =
        left?.figure === right?.figure &&
        left?.text === right?.text &&
        left?.at[0] === right?.at[0] &&
        left?.at[1] === right?.at[1];
      must(
        same,
        what,
        `${at} of ${a.length} and ${b.length}`,
        left && [left.figure, left.text],
        left?.at[0],
        right && [right.figure, right.text],
        right?.at[0],
      );
    }
  }

  function checkPaint(mentions: readonly PlacedMention[]): void {
    const places = new Map<Node, Map<number, PlacedMention>>();
    for (const mention of mentions) {
      const [node, offset] = pointAt(mention.block, mention.start);
      const there = places.get(node) ?? new Map();
      places.set(node, there.set(offset, mention));
    }
    for (const highlight of CSS.highlights.values())
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        painted++;
        const mention = places.get(startContainer)?.get(startOffset);
        must(mention !== undefined, 'Painted, and no mention', startContainer, startOffset);
        if (mention) checkRange([startContainer, startOffset], [endContainer, endOffset], mention.text, mention.block);
      }
  }

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  // Targets.

  const facts = (random: Random, language: string): PageFacts => ({
    language,
    date: random.pick([null, '2026-01-08']),
    headlines: [],
    rejected: [],
    muted: [],
    frontPage: false,
  });

  /** Blocks of one structure, cut in pieces of every size. */
  async function blocks(random: Random): Promise<void> {
    plain = false;
    const language = random.pick(writer.languages);
    const recogniser = createRecogniser(gazetteer, language);
    build(random, language);
    const trees: (Element | ShadowRoot)[] = [document.body];
    for (const one of nodes(1) as Element[]) if (one.shadowRoot) trees.push(one.shadowRoot);
    const tree = random.pick(trees);
    const cut = (piece: number) =>
      [...blocksIn(tree, recogniser.gate, () => false, piece)].filter((block) => block !== null);
    const found = cut(200);
    const held = new Set<Text>();
    for (const block of found) {
      must(
        block.nodes.map(({ data }) => data).join('') === block.text || block.text.length > 5000,
        'A block that is not its nodes',
        block.text,
      );
      for (const node of block.nodes) {
        must(!held.has(node) || block.text.length > 5000, 'A text in two blocks', node);
        must(!isForbidden(node), 'A block with what is not read', node);
        held.add(node);
      }
      for (const { start, end } of recogniser.read(block))
        checkRange(pointAt(block, start), pointAt(block, end, true), block.text.slice(start, end), block);
    }
    const piece = 1 + random.below(40);
    const others = cut(piece);
    // Short names need a boundary: between two elements there may be none, inside of one there is.
    const isSure = (text: string) => {
      const { gate } = recogniser;
      for (let at = gate.next(text); at >= 0; at = gate.next(text, at + 1))
        if (/^[\p{L}\p{M}]{4}/u.test(text.slice(at, at + 8))) return true;
      return false;
    };
    const [whole, parts] = [found, others].map((blocks) => blocks.map(({ text }) => text).filter(isSure));
    const first = whole!.findIndex((text, at) => text !== parts![at]);
    must(
      whole!.length === parts!.length && first < 0,
      `Other blocks in pieces of ${piece}: ${whole!.length}, ${parts!.length}`,
      whole![first],
      found[first]?.nodes[0],
      parts![first],
      others[first]?.nodes[0],
    );
    const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const isAside = node.parentElement?.closest(
        'rt, rp, script, style, noscript, template, option, datalist, canvas, audio, kbd, samp, [contenteditable]',
      );
      if (isSure(node.data) && !isForbidden(node) && !isAside)
        must(held.has(node), 'A name that stands in no block', node);
    }
    await tellAll(random);
  }

  /** What a page says of itself, whatever stands in its body. */
  async function tellAll(random: Random): Promise<void> {
    const address = new URL(random.pick(['https://example.com/2026/01/07/ferry', 'https://example.com/']));
    must(
      !(await judge(document, address)).because.some(({ kind }) => kind === 'unreadable'),
      'A page that cannot be judged',
      document.body.outerHTML.slice(0, 2000),
    );
    const found = await dates.find(document, address);
    must(found === null || /^\d{4}-\d\d-\d\d$/.test(found.date), 'No date', found);
    headlinesOf(document);
    sampleOf(document);
    languageTag(document);
  }

  /** A page that is read, changed and read again: what is known and painted must be what a fresh reader finds. */
  async function living(random: Random): Promise<void> {
    const language = random.pick(writer.languages);
    const recogniser = createRecogniser(gazetteer, language);
    const known = facts(random, language);
    plain = random.chance(0.6);
    build(random, language);
    const end = new AbortController();
    try {
      const marking = createMarking(document, {
        recogniser,
        facts: () => known,
        onNeeds: () => {},
        density: { person: 'every', place: random.pick(['every', 'first']), organization: 'every' },
        kindOf: (figure) => gazetteer.figures.find(({ id }) => id === figure)?.kind ?? 'group',
        timing: hoverTiming,
        trigger: 'hover',
        signal: end.signal,
        onMentions: () => {},
        onLanguage: () => {},
        onDwell: () => {},
        onShow: () => {},
        onHide: () => {},
        cardBox: () => null,
        onCard: () => false,
        onMove() {},
      });
      for (let round = random.below(5); round >= 0; round--) {
        const mentions = await marking.whole();
        checkPaint(mentions);
        const fresh = new AbortController();
        const reading = createReading(document, createRecogniser(gazetteer, language), {
          signal: fresh.signal,
          facts: () => known,
          onNeeds: () => {},
          onChange: () => {},
          onTree: () => {},
          onLanguage: () => {},
        });
        const others = await reading.whole();
        if (plain && compares) checkSame(mentions, others, 'A fresh reader finds something else');
        fresh.abort();
        await frame();
        checkPaint(marking.mentions);
        for (const one of random.many(1, random.pick([3, 30]), () => random.chance(0.9))) {
          change(random, language);
          if (!one) await marking.whole();
        }
      }
    } finally {
      end.abort();
    }
    must(CSS.highlights.get('mention') === undefined && document.adoptedStyleSheets.length === 0, 'Something is left');
  }

  const targets: Record<string, (random: Random) => void | Promise<void>> = { blocks, living };

  return {
    targets: Object.keys(targets),
    /** Tries inputs of a target, from a number on, for some time. */
    async run(
      target: string,
      seed: number,
      from: number,
      most: number,
      ms: number,
      thorough: boolean,
    ): Promise<Outcome> {
      compares = thorough;
      const before = painted;
      const outcome: Outcome = { inputs: 0, painted: 0, finds: [] };
      for (
        const end = performance.now() + ms;
        outcome.inputs < most && outcome.finds.length < 3 && performance.now() < end;
        outcome.inputs++
      ) {
        const input = from + outcome.inputs;
        // Heard even where what follows never ends.
        void fetch(`/at?${input}`);
        try {
          await targets[target]?.(randomOf(seed, target, input));
          if (uncaught.length > 0) throw new Error(`Nobody caught\n${uncaught.splice(0).join('\n')}`);
        } catch (error) {
          outcome.finds.push({
            target,
            input,
            what: error instanceof Error ? (error.stack ?? error.message) : String(error),
          });
        }
      }
      outcome.painted = painted - before;
      return outcome;
    },
  };
}
