// What stands in an article's column and is not its text: teasers, captions, boxes, labels.
import { lengthToReader } from '../news/prose.ts';
import type { Line } from './lines.ts';

const MARGIN = 'figcaption,caption,nav,aside,footer,address,[role=complementary],[role=navigation],[role=dialog]';

/** Words that class names and ids of such boxes are made of. */
const BOX =
  /(?:^|[\s_-])(?:caption|credits?|copyright|comments?|disqus|related|recommend\w*|recirc\w*|newsletter|subscri\w+|sign-?up|promo\w*|share|sharing|social|byline|author-?(?:bio|box|info|card)|tags?|breadcrumbs?|cookies?|consent|paywall|teaser|sidebar|most-?(?:read|popular)|outbrain|taboola|advert\w*|ads?|sponsor\w*|widget|follow|read-?more|more-?on|see-?also)(?:$|[\s_-])/i;

/** The part of an article's text from which on a box is its column, whatever it is called. */
const COLUMN = 0.3;

/**
 * Tells lines that stand in a margin, are mostly a link to something else, or only a label.
 * @param lines the prose that is thought to be the article's
 */
export function createMarginTest(lines: readonly Line[]): (line: Line) => boolean {
  const lengths = new Map<Element, number>();
  let total = 0;
  for (const { block, text } of lines) {
    const length = lengthToReader(text);
    total += length;
    for (let at: Element | null = block; at; at = at.parentElement) lengths.set(at, (lengths.get(at) ?? 0) + length);
  }
  const margins = new Map<Element, boolean>();

  /** Whether an element or one around it is a margin; each is asked once. */
  function isInMargin(element: Element): boolean {
    const known = margins.get(element);
    if (known !== undefined) return known;
    const isSmall = (lengths.get(element) ?? 0) < total * COLUMN;
    const parent = element.parentElement;
    const found =
      isSmall &&
      (element.matches(MARGIN) ||
        BOX.test(`${element.className} ${element.id}`) ||
        (parent !== null && isInMargin(parent)));
    margins.set(element, found);
    return found;
  }

  return (line) => isTeaser(line) || isLabel(line) || isInMargin(line.block);
}

/** Whether a line is mostly a link to something else. */
function isTeaser({ text, linked, block }: Line): boolean {
  return linked > text.length * 0.7 && !/^H[1-6]$/.test(block.nodeName);
}

const SENTENCE_END = /[.!?…。！？؟।:]["'”’»)]?$/;

/** Whether a line is too short for a sentence, and does not end like one. */
function isLabel({ block, text }: Line): boolean {
  const mayBeShort = /^H[1-6]$|^LI$/.test(block.nodeName);
  return !mayBeShort && lengthToReader(text) < 25 && !SENTENCE_END.test(text);
}
