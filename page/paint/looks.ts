// What a highlight must say so that the text below it looks as before. Browsers paint highlighted text anew, in its
// `color`: what a page sets instead of that (a fill, marks of emphasis) is lost, unless the highlight says it again.
// What cannot be said is left unpainted.
import {
  attributeOf,
  closest,
  documentElementOf,
  documentOf,
  isElement,
  isShadowRoot,
  parentOf,
  realmOf,
} from '../native.ts';
import { hasOwnSheet } from './highlight-styles.ts';

/** Declarations beside those of every highlight; null where a highlight would change the text, whatever it says. */
export type Look = string | null;

/** A line in the colour of text that is fainter than this would not be seen. */
const FAINT = 0.25;
/** For lines below text without a colour of its own; over a picture the middle one is seen on light and dark alike. */
const LINE = { onLight: '#444', onDark: '#bbb', onPicture: '#767676' };
/** Chromium sets the line of these languages on the other side, and then paints it only where both sides have one. */
const LINE_OVER = /^(ja|ko)\b/i;

/**
 * How text that stands right in `element` is to be highlighted. Asks for style, never for layout.
 * @param container the block around it
 * @param isFirst whether the text is where that begins
 */
export function lookOf(element: Element, container: Element, isFirst: boolean): Look {
  const view = realmOf(element);
  if (!view) return '';
  const style = view.getComputedStyle(element);
  const { color, textEmphasisStyle, textEmphasisColor } = style;
  const fill = style.webkitTextFillColor || color;
  if (Number.parseFloat(style.webkitTextStrokeWidth) > 0 || isDecorated(view, element, container)) return null;
  if (!keepsFirst && isUnlikeRest(view, container, isFirst ? ['::first-line', '::first-letter'] : ['::first-line']))
    return null;
  let look = '';
  if (fill !== color) look += `color:${fill};`;
  if (alphaOf(fill) < FAINT) look += `text-decoration-color:${lineOn(view, element)};`;
  if ((textEmphasisStyle || 'none') !== 'none' && textEmphasisColor !== color)
    look += `text-emphasis-color:${textEmphasisColor};`;
  // The line below goes to the right of the letters there, and is cut off at their edge: it is moved out of sight.
  if (recolours && isSetUpright(style) && hasLineOver(view, element))
    look += 'text-decoration-line:underline overline;text-underline-offset:1em;';
  return look;
}

const isSetUpright = ({ writingMode, textOrientation }: CSSStyleDeclaration): boolean =>
  writingMode.startsWith('vertical') && textOrientation !== 'sideways';

/**
 * A highlight takes language and direction from the outermost element that has it: the page's root, where its style is
 * for any kind of element.
 */
function hasLineOver(view: Window, element: Element): boolean {
  const outermost = hasOwnSheet(element) ? element : documentElementOf(documentOf(element));
  const tagged = outermost && closest(outermost, '[lang]');
  if (!outermost || !tagged || !LINE_OVER.test(attributeOf(tagged, 'lang') ?? '')) return false;
  return isSetUpright(view.getComputedStyle(outermost));
}

/** The colour of a line drawn below text that stands right in `element`. */
export function lineColourOf(element: Element): string {
  const view = realmOf(element) as Window;
  const { webkitTextFillColor, webkitTextStrokeColor, webkitTextStrokeWidth } = view.getComputedStyle(element);
  const colour = Number.parseFloat(webkitTextStrokeWidth) > 0 ? webkitTextStrokeColor : webkitTextFillColor;
  return alphaOf(colour) < FAINT ? lineOn(view, element) : colour;
}

/**
 * Chromium paints all lines of a highlighted text in the colour of the text; Firefox forgets the colour of a first line
 * or letter.
 */
const recolours = !CSS.supports('-moz-orient', 'inline');
const keepsFirst = recolours;

/** Whether the beginning of a block has another colour than the rest. */
function isUnlikeRest(view: Window, container: Element, pseudos: readonly string[]): boolean {
  const { color } = view.getComputedStyle(container);
  return pseudos.some((pseudo) => view.getComputedStyle(container, pseudo).color !== color);
}

/** Whether the text has a line of another colour than its own. */
function isDecorated(view: Window, element: Element, container: Element): boolean {
  if (!recolours) return false;
  const { color } = view.getComputedStyle(element);
  for (let at: Node | null = element; at && isElement(at); at = parentOf(at)) {
    const { textDecorationLine, textDecorationColor, display } = view.getComputedStyle(at);
    if (textDecorationLine !== 'none' && textDecorationColor !== color) return true;
    if (at === container || display.startsWith('inline-')) return false;
  }
  return false;
}

/** The colour of a line that is seen on what lies behind `element`. */
function lineOn(view: Window, element: Element): string {
  for (let at: Node | null = element; at; at = parentOf(at) ?? (isShadowRoot(at) ? at.host : null)) {
    if (!isElement(at)) continue;
    const { backgroundColor, backgroundImage, backgroundClip } = view.getComputedStyle(at);
    const isFill = backgroundClip.includes('text');
    if (alphaOf(backgroundColor) >= 0.5 && backgroundClip !== 'text')
      return lightnessOf(backgroundColor) > 0.45 ? LINE.onLight : LINE.onDark;
    if (backgroundImage !== 'none' && !isFill) return LINE.onPicture;
  }
  return LINE.onPicture;
}

/** How opaque a computed colour is: `rgba(0, 0, 0, 0.5)`, `oklch(0.5 0.1 20 / 0.5)`. */
export function alphaOf(color: string): number {
  const found = /^rgba\(.*, *([\d.e-]+)\)$|\/ *([\d.e-]+)\)$/.exec(color);
  return found ? Number(found[1] ?? found[2]) : 1;
}

/** From 0 (black) to 1, as the eye takes it; light for what is not written in red, green and blue. */
function lightnessOf(color: string): number {
  const [red = 255, green = 255, blue = 255] = color.startsWith('rgb')
    ? (color.match(/[\d.]+/g) ?? []).map(Number)
    : [];
  return (0.21 * red + 0.72 * green + 0.07 * blue) / 255;
}
