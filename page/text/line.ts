// Which text nodes stand on one line with another, as far as markup and layout say.
import { closest, contains, findFirst, isElement, isText, nameOf, parentOf, realmOf, textOf, walk } from '../native.ts';
import {
  asideNames,
  containerOf,
  EDITABLE,
  FEW_LETTERS,
  inlineNames,
  isLaidOutInline,
  isLine,
  isSetInline,
  notInline,
  pieceNames,
} from './readable.ts';

/**
 * The text nodes of a line, in document order.
 * @param node one of them
 * @param container what `containerOf` says of it
 * @param longest UTF-16 code units on either side after which no more nodes are added
 * @param isTaken nodes at which the line ends, since another part of it holds them
 */
export function nodesOnLine(
  node: Text,
  container: Element | ShadowRoot,
  longest: number,
  isTaken: (node: Text) => boolean,
): Text[] {
  // Nothing but inline elements in it: the elements themselves need not be looked at.
  const isPlain = isElement(container) && findFirst(container, notInline) === null;
  const walker = walk(container, !isPlain);
  const spread = (step: 'previousNode' | 'nextNode'): Text[] => {
    const found: Text[] = [];
    let length = 0;
    let last = node;
    walker.currentNode = node;
    for (let at = walker[step](); at && length < longest; at = walker[step]()) {
      if (!isText(at)) {
        if (isBreak(at as Element)) break;
        continue;
      }
      if (isTaken(at)) break;
      if (!isPlain) {
        const place = containerOf(at);
        if (place !== container) {
          if (place && isElement(place) && asideNames.has(nameOf(place))) continue;
          break;
        }
      }
      if (step === 'nextNode' ? isSeam(last, at, container) : isSeam(at, last, container)) break;
      found.push(at);
      length += at.length;
      last = at;
    }
    return found;
  };
  const before = spread('previousNode');
  return [...before.reverse(), node, ...spread('nextNode')];
}

/** An element inside a container that ends the line before and behind it. */
function isBreak(element: Element): boolean {
  const name = nameOf(element);
  if (inlineNames.has(name)) return closest(element, EDITABLE) === element;
  return !asideNames.has(name) && !isSetInline(element);
}

/**
 * True where the page shows a break between two neighbouring text nodes that the markup does not say: an inline element
 * between them is laid out as a box, or two labels stand side by side ("minPutin"). Prose has a space at its seams, and
 * is not asked about.
 */
function isSeam(a: Text, b: Text, container: Node): boolean {
  const left = parentOf(a) as Node;
  const right = parentOf(b) as Node;
  if (left === right) return false;
  const gap = (/\s*$/.exec(a.data.slice(-20))?.[0] ?? '') + (/^\s*/.exec(b.data.slice(0, 20))?.[0] ?? '');
  if (gap !== '' && !/[\n\r]/.test(gap)) return false;
  if (hasRoomBetween(a, b)) return false;
  const areLetters = a.length <= FEW_LETTERS && b.length <= FEW_LETTERS;
  if (gap === '' && !areLetters && isSmall(a.data.slice(-1)) && isSmall(b.data.charAt(0)) === false) return true;
  return hasBoxUpTo(left, b, container) || hasBoxUpTo(right, a, container);
}

/**
 * Whether two neighbouring text nodes stand in words of which each is a box of its own, with room between them where
 * other texts have a space; or in lines of one text that are boxes.
 */
export function hasRoomBetween(a: Text, b: Text): boolean {
  return hasRoom(a, b, 'marginRight') || hasRoom(b, a, 'marginLeft');
}

function hasRoom(from: Text, other: Text, side: 'marginRight' | 'marginLeft'): boolean {
  for (let at = parentOf(from); at && isElement(at) && !contains(at, other); at = parentOf(at)) {
    if (isLine(at)) return true;
    if (!pieceNames.has(nameOf(at))) continue;
    const style = realmOf(at)?.getComputedStyle(at);
    if (style && Number.parseFloat(style[side]) > Number.parseFloat(style.fontSize) * LEAST_ROOM) return true;
  }
  return false;
}

/** Less is a gap between letters; in parts of their size. */
const LEAST_ROOM = 0.1;

/** Whether a letter is small or a capital; null for what has no case. */
function isSmall(letter: string): boolean | null {
  const lower = letter.toLowerCase();
  return lower === letter.toUpperCase() ? null : lower === letter;
}

/** True where one of the elements from `from` up, as far as `other` is not in it, is laid out as a box. */
function hasBoxUpTo(from: Node, other: Text, container: Node): boolean {
  for (let at: Node | null = from; at && at !== container && !contains(at, other); at = parentOf(at)) {
    // A letter or two are a drop cap, however they float.
    if (isElement(at) && (textOf(at) ?? '').trim().length > FEW_LETTERS && !isLaidOutInline(at)) return true;
  }
  return false;
}
