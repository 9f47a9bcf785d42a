// What a page says about itself to machines: meta elements, JSON-LD, microdata and RDFa. Every page here is a stranger:
// whatever its size, depth or types, the work is bounded and nothing throws.

import { attributeText, elementsMatching, elementsNamed, firstMatching } from './elements.ts';
import { parseLenient } from './lenient-json.ts';
import { appendTo } from './multimap.ts';

/** One entity that the page describes, with its schema.org types ("NewsArticle") and its plain properties. */
export interface Thing {
  types: string[];
  /**
   * The first plain text under a property: a string, a number, `true` or `false`, or the `@id`, `url` or `name` of an
   * object.
   */
  text(property: string): string;
  /** The objects under a property: a publisher, the authors. */
  objects(property: string): Thing[];
}

/** All that a page states in its head and in JSON-LD. */
export interface Structured {
  /**
   * The entities the page is about: roots of its JSON-LD, members of `@graph`, what `mainEntity` leads to. Teasers in
   * lists are left out.
   */
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
const DEEPEST = 20;
const MOST_THINGS = 200;

/** Properties that lead from one entity to another the page is about, rather than to a part or a teaser. */
const LEADS_ON = ['@graph', 'mainEntity', 'mainEntityOfPage'];

/** The meta elements and JSON-LD of a document. */
export function readStructured(document: Document): Structured {
  const meta = readMeta(document);
  const canonical = firstMatching(document, 'link[rel="canonical" i]');
  const root = elementsNamed(document, 'html', 1)[0];
  return {
    things: readJsonLd(document),
    meta,
    address: (canonical && attributeText(canonical, 'href')) || firstMeta(meta, 'og:url'),
    language: (
      (root && (attributeText(root, 'lang') || attributeText(root, 'xml:lang'))) ||
      firstMeta(meta, 'content-language') ||
      firstMeta(meta, 'og:locale')
    ).replace('_', '-'),
  };
}

/** The first content of the first of these meta names that has one, or ''. */
export function firstMeta(meta: Structured['meta'], ...names: string[]): string {
  return names.map((name) => meta.get(name)?.[0]).find(Boolean) ?? '';
}

const ARTICLE = /(?:Article|Posting)$|^Report$/;
const PAGE = /Page$/;

/**
 * The entities that describe the page's own story, best first: articles before web pages, the page's own address before
 * others.
 */
export function mainThings({ things, address }: Structured): Thing[] {
  const rank = (thing: Thing) =>
    (isArticleThing(thing) ? 0 : thing.types.some((type) => PAGE.test(type)) ? 2 : 4) +
    (address && [thing.text('url'), thing.text('@id'), thing.text('mainEntityOfPage')].includes(address) ? 0 : 1);
  return things
    .map((thing) => ({ thing, rank: rank(thing) }))
    .filter(({ rank }) => rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .map(({ thing }) => thing);
}

/** Whether the page's own metadata call it an article (Open Graph). */
export function isArticleByMeta(meta: Structured['meta']): boolean {
  return /^article$/i.test(firstMeta(meta, 'og:type'));
}

/** Whether an entity is an article of any kind. */
export function isArticleThing(thing: Thing): boolean {
  return thing.types.some((type) => ARTICLE.test(type));
}

function readMeta(document: Document): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of elementsNamed(document, 'meta', MOST_META)) {
    const names = attributeText(element, 'property') || attributeText(element, 'name') || otherNames(element);
    if (!names) continue;
    // Some archives and builders write `value` for `content`.
    const content = attributeText(element, 'content') || attributeText(element, 'value');
    if (!content || content.length > LONGEST_META) continue;
    for (const name of names.toLowerCase().split(' ')) appendTo(meta, name, content);
  }
  return meta;
}

/** An itemprop speaks of the page in the head; deeper in the body it may speak of a review or a teaser. */
function otherNames(element: Element): string {
  const isOfPage = /^(?:head|body|html)$/i.test(element.parentElement?.localName ?? '');
  return (isOfPage && attributeText(element, 'itemprop')) || attributeText(element, 'http-equiv');
}

function readJsonLd(document: Document): Thing[] {
  const things: Thing[] = [];
  for (const script of elementsMatching(document, 'script[type*="ld+json" i]', MOST_SCRIPTS)) {
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
  if (typeof one === 'number' || typeof one === 'boolean') return String(one);
  if (!isObject(one)) return '';
  for (const key of ['@value', '@id', 'url', 'name']) {
    const text = own(one, key);
    if (typeof text === 'string') return text.trim();
  }
  return '';
}
