// What a page says about itself to machines: meta elements, JSON-LD, microdata and RDFa. Every page here is a stranger:
// whatever its size, depth or types, the work is bounded and nothing throws.
import { appendTo } from './multimap.ts';
import { attribute as attributeOf, findAll } from './native.ts';

/** One entity that the page describes, with its schema.org types ("NewsArticle") and its plain properties. */
export interface Thing {
  types: string[];
  /** The first plain text under a property: a string, a number, or the `@id`, `url` or `name` of an object. */
  text(property: string): string;
  /** The objects under a property: a publisher, the authors. */
  objects(property: string): Thing[];
}

/** All that a page states in its head and in JSON-LD. */
export interface Structured {
  /** The entities the page is about: roots of its JSON-LD, members of `@graph`, what `mainEntity` leads to. Teasers in lists are left out. */
  things: Thing[];
  /** Contents of `<meta>` by lower-case name, property or itemprop, in document order. */
  meta: ReadonlyMap<string, readonly string[]>;
  /** The address the page calls its own (canonical link, else `og:url`), or ''. */
  address: string;
  /** The page's language as a BCP 47 tag, or ''. */
  language: string;
}

const MOST_META = 400;
const LONGEST_META = 2000;
const MOST_SCRIPTS = 20;
const LONGEST_SCRIPT = 512 * 1024;
const LONGEST_MENDED = 64 * 1024;
const DEEPEST = 20;
const MOST_THINGS = 200;

/** Properties that lead from one entity to another the page is about, rather than to a part or a teaser. */
const LEADS_ON = ['@graph', 'mainEntity', 'mainEntityOfPage'];

const HUGE = 20_000;
/** What stands early and often where it stands at all, so that the first are soon found. */
const FREQUENT = /^(?:html|p|a|h1)$/;

/**
 * What to look through for elements: the document; for what stands in its head, and of one with very many elements, the head alone,
 * for going through all of those would be felt. The DOM's own methods are fetched from their prototypes: an `<img name="querySelector">` hides them on
 * the document, in an isolated world too.
 */
function scopeOf(doc: Document, selector = ''): Document | Element {
  const isInHead =
    selector.startsWith('head') || Document.prototype.getElementsByTagName.call(doc, '*')[HUGE] !== undefined;
  return (isInHead && Document.prototype.querySelector.call(doc, 'head')) || doc;
}

/** The first `limit` elements of a kind. Of a live list no more is made than what is read. */
export function elements(doc: Document, tag: string, limit: number): Element[] {
  const scope = FREQUENT.test(tag) ? doc : scopeOf(doc);
  const { getElementsByTagName } = scope === doc ? Document.prototype : Element.prototype;
  const live = getElementsByTagName.call(scope, tag);
  const found: Element[] = [];
  for (let element = live[0]; element && found.length < limit; element = live[found.length]) found.push(element);
  return found;
}

/** The first `limit` elements that match a selector. */
export function select(doc: Document, selector: string, limit: number): Element[] {
  return Array.prototype.slice.call(findAll(scopeOf(doc, selector), selector), 0, limit);
}

/** The first element that matches a selector. */
export function find(doc: Document, selector: string): Element | null {
  const scope = scopeOf(doc);
  const { querySelector } = scope === doc ? Document.prototype : Element.prototype;
  return querySelector.call(scope, selector);
}

/** An attribute, trimmed, or ''. */
export function attribute(element: Element, name: string): string {
  return attributeOf(element, name)?.trim() ?? '';
}

/** The meta elements and JSON-LD of a document. */
export function readStructured(doc: Document): Structured {
  const meta = readMeta(doc);
  const canonical = find(doc, 'link[rel="canonical" i]');
  const root = elements(doc, 'html', 1)[0];
  return {
    things: readJsonLd(doc),
    meta,
    address: (canonical && attribute(canonical, 'href')) || first(meta, 'og:url'),
    language: (
      (root && (attribute(root, 'lang') || attribute(root, 'xml:lang'))) ||
      first(meta, 'content-language') ||
      first(meta, 'og:locale')
    ).replace('_', '-'),
  };
}

/** The first content of the first of these meta names that has one, or ''. */
export function first(meta: Structured['meta'], ...names: string[]): string {
  return names.map((name) => meta.get(name)?.[0]).find(Boolean) ?? '';
}

const ARTICLE = /(?:Article|Posting)$|^Report$/;
const PAGE = /Page$/;

/** The entities that describe the page's own story, best first: articles before web pages, the page's own address before others. */
export function mainThings({ things, address }: Structured): Thing[] {
  const rank = (thing: Thing) =>
    (isArticle(thing) ? 0 : thing.types.some((type) => PAGE.test(type)) ? 2 : 4) +
    (address && [thing.text('url'), thing.text('@id'), thing.text('mainEntityOfPage')].includes(address) ? 0 : 1);
  return things
    .map((thing) => ({ thing, rank: rank(thing) }))
    .filter(({ rank }) => rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .map(({ thing }) => thing);
}

/** Whether an entity is an article of any kind. */
export function isArticle(thing: Thing): boolean {
  return thing.types.some((type) => ARTICLE.test(type));
}

function readMeta(doc: Document): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of elements(doc, 'meta', MOST_META)) {
    const names = attribute(element, 'property') || attribute(element, 'name') || otherNames(element);
    if (!names) continue;
    // Some archives and builders write `value` for `content`.
    const content = attribute(element, 'content') || attribute(element, 'value');
    if (!content || content.length > LONGEST_META) continue;
    for (const name of names.toLowerCase().split(' ')) appendTo(meta, name, content);
  }
  return meta;
}

/** An itemprop speaks of the page in the head; deeper in the body it may speak of a review or a teaser. */
function otherNames(element: Element): string {
  const isOfPage = /^(?:head|body|html)$/i.test(element.parentElement?.localName ?? '');
  return (isOfPage && attribute(element, 'itemprop')) || attribute(element, 'http-equiv');
}

function readJsonLd(doc: Document): Thing[] {
  const things: Thing[] = [];
  for (const script of select(doc, 'script[type*="ld+json" i]', MOST_SCRIPTS)) {
    const text = scriptText(script);
    if (text) collect(parseLenient(text), things);
  }
  return things;
}

/** The text of a script element, or '' when there is more of it than a description would ever need. */
function scriptText(script: Element): string {
  let length = 0;
  for (let node = script.firstChild; node; node = node.nextSibling) {
    length += (node as Text).length ?? 0;
    if (length > LONGEST_SCRIPT) return '';
  }
  return script.textContent ?? '';
}

/** Every entity in a parsed JSON-LD value that the page is about. */
function collect(root: unknown, things: Thing[]): void {
  let layer = [root];
  for (let depth = 0; layer.length > 0 && depth < DEEPEST; depth++) {
    const below: unknown[] = [];
    for (const value of layer) {
      if (things.length >= MOST_THINGS) return;
      if (Array.isArray(value)) below.push(...value.slice(0, MOST_THINGS));
      else if (isObject(value)) {
        if (typeNames(value).length > 0) things.push(thing(value));
        for (const key of LEADS_ON) if (Object.hasOwn(value, key)) below.push(value[key]);
      }
    }
    layer = below;
  }
}

function thing(value: Record<string, unknown>): Thing {
  return {
    types: typeNames(value),
    text: (property) => plainText(own(value, property)),
    objects: (property) => {
      const under = own(value, property);
      return (Array.isArray(under) ? under.slice(0, 20) : [under]).filter(isObject).map(thing);
    },
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(value: Record<string, unknown>, property: string): unknown {
  return Object.hasOwn(value, property) ? value[property] : undefined;
}

function typeNames(value: Record<string, unknown>): string[] {
  const type = own(value, '@type');
  return (Array.isArray(type) ? type.slice(0, 10) : [type]).flatMap((name) =>
    typeof name === 'string' ? [typeName(name)] : [],
  );
}

/** "https://schema.org/NewsArticle" and "schema:NewsArticle" → "NewsArticle". */
export function typeName(name: string): string {
  return name.trim().replace(/^.*[/#:]/, '');
}

function plainText(value: unknown): string {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'string') return one.trim();
  if (typeof one === 'number') return String(one);
  if (!isObject(one)) return '';
  for (const key of ['@value', '@id', 'url', 'name']) {
    const text = own(one, key);
    if (typeof text === 'string') return text.trim();
  }
  return '';
}

/**
 * JSON as people really write it into pages: wrapped in CDATA or an HTML comment, with comments, trailing commas, line breaks
 * inside strings, or its quotation marks as HTML entities. Where nothing helps (an unescaped quotation mark in a headline), the
 * few values that stand in plain sight are saved.
 */
export function parseLenient(text: string): unknown {
  let json = text;
  // A second round of mending finds the commas that a removed comment has left trailing.
  for (let round = 0; round < 3; round++) {
    try {
      return JSON.parse(json);
    } catch {
      if (json.length > LONGEST_MENDED) break;
      json = mend(json);
    }
  }
  return salvage(text);
}

/** Each alternative reads on to the end where its own end is missing, so that no text is read twice. */
const TOKENS =
  /("[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$))|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|\/\/[^\n]*|,(?=\s*[}\]])|<!\[CDATA\[|\]\]>|<!--|-->|;\s*$/g;

function mend(json: string): string {
  const quoted = json.includes('"') ? json : json.replace(/&quot;|&#34;/g, '"');
  return quoted.replace(TOKENS, (_, string?: string) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what makes such a string invalid
    string === undefined ? '' : string.replace(/[\u0000-\u001f]/g, ' '),
  );
}

function salvage(text: string): unknown {
  const value = (key: string) => new RegExp(`"${key}"\\s*:\\s*"([^"\\\\]{1,100})"`).exec(text)?.[1];
  const type = /"@type"\s*:\s*"([A-Za-z]*(?:Article|Posting|Report))"/.exec(text)?.[1];
  return type && { '@type': type, datePublished: value('datePublished'), dateModified: value('dateModified') };
}
