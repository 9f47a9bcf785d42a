// The longest run of prose on a page: the story, where there is one to read.
import { elementsNamed } from '../elements.ts';

/** Paragraphs that stand together. */
export interface Prose {
  paragraphs: number;
  /** As a reader takes it, `lengthToReader`. */
  length: number;
  /** Quotation marks. */
  quotes: number;
  /** Paragraphs that ask something. */
  questions: number;
  /** Its beginning. */
  text: string;
}

const MOST_PARAGRAPHS = 200;
const MOST_DIVISIONS = 800;
const BEGINNING = 2000; // characters
const SHORTEST_PARAGRAPH = 80;
/** Once a run is this long, no longer one is looked for. */
const ENOUGH = 700;
const QUOTES = /[“”„«»「」『』‹›"]/g;

/**
 * The longest run: paragraphs that share one parent, or are alone in parents that share one. Where there are none,
 * lines between `<br>` or divisions of text alone.
 */
export function readProse(document: Document): Prose {
  const runs = new Map<Node | null, Prose>();
  let longest: Prose = { paragraphs: 0, length: 0, quotes: 0, questions: 0, text: '' };
  const add = (key: Node | null, text: string) => {
    const length = lengthToReader(text);
    if (length < SHORTEST_PARAGRAPH) return;
    const run = runs.get(key) ?? { paragraphs: 0, length: 0, quotes: 0, questions: 0, text: '' };
    if (run.text.length < BEGINNING) run.text += `${text.slice(0, BEGINNING)}\n`;
    run.paragraphs++;
    run.length += length;
    run.quotes += text.match(QUOTES)?.length ?? 0;
    if (/[?？؟]/.test(text)) run.questions++;
    runs.set(key, run);
    if (run.length > longest.length) longest = run;
  };
  for (const paragraph of elementsNamed(document, 'p', MOST_PARAGRAPHS)) {
    const parent = paragraph.parentElement;
    add(isAlone(paragraph) ? (parent?.parentNode ?? null) : parent, paragraph.textContent ?? '');
  }
  if (longest.length >= ENOUGH) return longest;
  const lines = new Set<ChildNode | null>();
  for (const end of elementsNamed(document, 'br', MOST_PARAGRAPHS)) lines.add(end.previousSibling).add(end.nextSibling);
  for (const line of lines) if (line?.nodeType === Node.TEXT_NODE) add(line.parentNode, (line as Text).data);
  if (longest.length < ENOUGH)
    for (const division of elementsNamed(document, 'div', MOST_DIVISIONS))
      if (!division.firstElementChild) add(division.parentNode, division.textContent ?? '');
  return longest;
}

function isAlone(element: Element): boolean {
  return element.previousElementSibling === null && element.nextElementSibling === null;
}

/** Whether there is a whole story to read. */
export function isStory({ paragraphs, length }: Prose): boolean {
  return length >= 1500 || (length >= ENOUGH && paragraphs >= 3);
}

/** Whether there is as much to read as in a short report. */
export function isShortReport({ paragraphs, length }: Prose): boolean {
  return length >= 400 && paragraphs >= 3;
}

/**
 * How long a text is to a reader: a Chinese, Japanese or Korean character says about as much as two or three letters.
 */
export function lengthToReader(text: string): number {
  const { length } = text.trim();
  return /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text) ? length * 2.5 : length;
}
