// What stands in an article's column and is not its text: teasers, captions, boxes, labels.
import { lengthToReader } from '../news/prose.ts';
import type { Line } from './lines.ts';

const MARGIN = 'figcaption,caption,nav,aside,footer,address,[role=complementary],[role=navigation],[role=dialog]';

/** Words that class names and ids of such boxes are made of. */
const BOX =
  /(?:^|[\s_-])(?:caption|credits?|copyright|comments?|disqus|related|recommend\w*|recirc\w*|newsletter|subscri\w+|sign-?up|promo\w*|share|sharing|social|byline|author-?(?:bio|box|info|card)|tags?|breadcrumbs?|cookies?|consent|paywall|teaser|sidebar|most-?(?:read|popular)|outbrain|taboola|advert\w*|ads?|sponsor\w*|widget|follow|read-?more|more-?on|see-?also)(?:$|[\s_-])/i;

/** Whether a line is mostly a link to something else. */
export function isTeaser({ text, linked, block }: Line): boolean {
  return linked > text.length * 0.7 && !/^H[1-6]$/.test(block.nodeName);
}

/** Whether a line stands in a margin, or is only a label. */
export function isBox(line: Line): boolean {
  const { block, text } = line;
  if (block.closest(MARGIN)) return true;
  for (let at: Element | null = block, up = 0; at && up < 3; at = at.parentElement, up++)
    if (BOX.test(`${at.className} ${at.id}`)) return true;
  const isHeading = /^H[1-6]$|^LI$/.test(block.nodeName);
  return !isHeading && lengthToReader(text) < 25 && !/[.!?…。！？؟।:]["'”’»)]?$/.test(text);
}
