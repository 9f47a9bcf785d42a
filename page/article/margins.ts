// What stands in an article's column and is not its text: teasers, captions, boxes, labels.
import { lengthToReader } from '../news/prose.ts';
import type { Line } from './lines.ts';

const MARGIN = 'figcaption,caption,nav,aside,footer,address,[role=complementary],[role=navigation],[role=dialog]';

/** Words that class names and ids of such boxes are made of. */
const BOX = new RegExp(
  `(?:^|[\\s_-])(?:${(
    'caption credits? copyright comments? disqus related recommend\\w* recirc\\w* newsletter subscri\\w+ ' +
      'sign-?(?:up|in) log-?in regist\\w+ regwall paywall premium identity promo\\w* share sharing social ' +
      'byline author-?(?:bio|box|info|card) tags? breadcrumbs? cookies? consent teaser sidebar ' +
      'most-?(?:read|popular) outbrain taboola advert\\w* ads? sponsor\\w* widget follow read-?more more-?on ' +
      'see-?also visually-?hidden sr-only screen-?reader\\w*'
  ).replaceAll(' ', '|')})(?:$|[\\s_-])`,
  'i',
);

/** The part of an article's text from which on a kind of box is its column, whatever it is called. */
const COLUMN = 0.3;
/** The part from which on a kind of block is one of its paragraphs. */
const PARAGRAPHS = 0.05;

/**
 * Tells lines that stand in a margin, are mostly a link to something else, or only a label.
 * @param prose the prose that is thought to be the article's
 * @param own classes that the page says parts of its article have
 */
export function createMarginTest(prose: readonly Line[], own: readonly string[]): (line: Line) => boolean {
  const boxes = new Map<string, number>();
  const kinds = new Map<string, number>();
  let total = 0;
  // Titles of things for sale may be as long as prose. Some languages have no mark for the end of a sentence.
  const ended = prose.filter(({ text }) => SENTENCE_END.test(text.slice(-10)));
  for (const { block, text, kind } of ended.length * 2 > prose.length ? ended : prose) {
    const length = lengthToReader(text);
    total += length;
    kinds.set(kind, (kinds.get(kind) ?? 0) + length);
    const around = new Set<string>();
    for (let at: Element | null = block; at; at = at.parentElement) around.add(boxKind(at));
    for (const box of around) boxes.set(box, (boxes.get(box) ?? 0) + length);
  }
  const columns = new Set(prose.map(({ block }) => block.parentElement));
  const margins = new Map<Element, boolean>();

  /** Whether an element or one around it is a margin; each is asked once. */
  function isInMargin(element: Element): boolean {
    const known = margins.get(element);
    if (known !== undefined) return known;
    const isSmall = (boxes.get(boxKind(element)) ?? 0) < total * COLUMN;
    const isNamed = () => {
      const names = [...element.classList].filter((name) => !own.includes(name));
      return element.matches(MARGIN) || BOX.test(`${names.join(' ')} ${element.id}`);
    };
    const parent = element.parentElement;
    const found = (isSmall && isNamed()) || (parent !== null && isInMargin(parent));
    margins.set(element, found);
    return found;
  }

  /** A label, a button, an item of a list or a card that stands apart from the text. */
  function isLabel({ block, text, kind }: Line): boolean {
    if (HEADING.test(block.nodeName) || SENTENCE_END.test(text.slice(-10))) return false;
    const list = block.closest('ul,ol,dl');
    if (list && columns.has(list.parentElement)) return false;
    const isOwn = !list && (kinds.get(kind) ?? 0) >= total * PARAGRAPHS;
    return lengthToReader(text) < (isOwn ? SHORTEST_LINE : SHORTEST_FOREIGN_LINE);
  }

  return (line) => isTeaser(line) || isLabel(line) || isInMargin(line.block);
}

const boxKind = ({ nodeName, className }: Element): string => `${nodeName} ${className}`;

const HEADING = /^H[1-6]$/;
export const isHeading = ({ block }: Line): boolean => HEADING.test(block.nodeName);

/** Lengths below which a line that does not end like a sentence is none; characters as a reader takes them. */
const SHORTEST_LINE = 25;
const SHORTEST_FOREIGN_LINE = 100;

/** The part of a line that stands in links from which on it leads elsewhere: of a sentence, and of anything else. */
const LEADS = { sentence: 0.7, other: 0.4 };
const SENTENCE_END = /[.!?…。！？؟।:]["'”’»)」』]*$/;

/** Whether a line is mostly a link to something else; a heading may link to itself. */
export function isTeaser({ text, linked, block }: Line): boolean {
  const most = SENTENCE_END.test(text.slice(-10)) ? LEADS.sentence : LEADS.other;
  if (linked <= text.length * most) return false;
  return !HEADING.test(block.nodeName) || block.querySelector('a[href^="#"]') === null;
}

/** Whether a line stands in a box that is called a paywall: an offer, or what it was put before. */
export const isAtPaywall = ({ block }: Line): boolean =>
  block.closest('[class*="paywall" i],[class*="regwall" i]') !== null;
