// What stands beside the headlines of a page that is a list of them: the days they are of, and prices.
import { latinDigits } from '../date/dateline.ts';
import { attributeText } from '../elements.ts';
import { lengthToReader } from './prose.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Headlines {
  /** How many are of the same day, or of the two days that most are of. */
  ofTheDay: number;
  /** How many have a price. */
  priced: number;
  /** How many ask something. */
  questions: number;
  /** Whether most lead to other hosts. */
  leadAway: boolean;
  /** Whether many are headings. */
  areHeadings: boolean;
}

/** How many are looked at. */
const MOST = 120;
const LONGEST_STAMP = 120; // UTF-16 code units
const MOST_IN_CARD = 16; // elements

/** Reads the surroundings of links as long as headlines. */
export function readHeadlines(links: readonly Element[], vocabulary: Vocabulary): Headlines {
  const days = new Map<string, number>();
  const hosts = new Map<string, number>();
  let [priced, questions, headings] = [0, 0, 0];
  const read = links.slice(0, MOST);
  for (const link of read) {
    const address = attributeText(link, 'href');
    const host = /^(?:https?:)?\/\/([^/?#]+)/.exec(address)?.[1] ?? '';
    hosts.set(host, (hosts.get(host) ?? 0) + 1);
    const beside = stampsBeside(link);
    const day = dayInAddress(address) || beside.map((stamp) => dayOf(stamp, vocabulary)).find((key) => key !== null);
    if (day !== undefined) days.set(day, (days.get(day) ?? 0) + 1);
    if (beside.some((line) => vocabulary.match('prices', line))) priced++;
    if (/[?？؟]\W{0,3}$/.test(link.textContent ?? '')) questions++;
    if (isHeading(link)) headings++;
  }
  const [most = 0, second = 0] = [...days.values()].sort((a, b) => b - a);
  return {
    ofTheDay: most + second,
    priced,
    questions,
    leadAway: Math.max(0, ...hosts.values()) * 2 < read.length,
    areHeadings: headings >= 10,
  };
}

const HEADING = /^h[1-4]$/;
const isHeading = (link: Element): boolean =>
  HEADING.test(link.parentElement?.localName ?? '') || HEADING.test(link.firstElementChild?.localName ?? '');

/** What stands with a headline in its card, or behind it: its stamp for machines first, then its text. */
function stampsBeside(link: Element): string[] {
  let card = link;
  for (let depth = 0; depth < 3; depth++) {
    const parent = card.parentElement;
    if (!parent || !isSmall(parent, link)) break;
    card = parent;
  }
  const next = card.nextElementSibling;
  const parts = next && isSmall(next, link) ? [card, next] : [card];
  const time = parts.map((part) => part.getElementsByTagName('time')[0] ?? part).find(isTime);
  const text = parts.map((part) => part.textContent?.trim() ?? '').join(' ');
  const headline = link.textContent?.trim() ?? '';
  // A link that is the whole card has its stamp at its own end.
  const rest = text.length > headline.length ? text.replace(headline, ' ') : headline.slice(-LONGEST_STAMP / 2);
  return [time ? attributeText(time, 'datetime') : '', latinDigits(rest.trim().slice(0, LONGEST_STAMP))].filter(
    Boolean,
  );
}

const isTime = (element: Element): boolean => element.localName === 'time';

/** Whether an element holds few others, so that its text is soon read, and no other headline. */
function isSmall(element: Element, link: Element): boolean {
  if (element.getElementsByTagName('*')[MOST_IN_CARD]) return false;
  const links = [element, ...element.getElementsByTagName('a')].filter(({ localName }) => localName === 'a');
  return links.every((other) => other === link || lengthToReader(other.textContent ?? '') < 30);
}

const CLOCK = /(?:^|[^\d:.,])(?:[01]?\d|2[0-3])[:.h時时시]\s?[0-5]\d(?:[:.]\d\d)?(?![\d:.,])/;
const DATES = [
  /((?:19|20)\d\d)\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})/,
  /(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?((?:19|20)?\d\d)(?!\d)/,
];
/** Sources of an encyclopaedia are numbered, and say in brackets when they were seen. */
const CITATION = /^(?:\d{1,3}|\^)\.|[[\]]/;

/**
 * The day of a stamp as a key that only stamps of the same day share, or null. An hour without a day is one of today's.
 */
function dayOf(stamp: string, vocabulary: Vocabulary): string | null {
  if (CITATION.test(stamp) || vocabulary.match('prices', stamp)) return null;
  for (const date of DATES) {
    const found = date.exec(stamp);
    if (found) return found[0].replace(/\s/g, '');
  }
  const written = vocabulary.match('writtenDays', stamp);
  if (written) return written.replace(/\s/g, '');
  if (vocabulary.match('hoursAgo', stamp.toLowerCase())) return '';
  const clock = CLOCK.exec(stamp);
  return clock && stamp.replace(clock[0], '').replace(/\D/g, '');
}

const DAY_IN_ADDRESS = /(?:^|\D)((?:19|20)\d\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)/;
/** The day that an address names, or ''. */
function dayInAddress(address: string): string {
  return DAY_IN_ADDRESS.exec(address)?.slice(1).join('-') ?? '';
}
