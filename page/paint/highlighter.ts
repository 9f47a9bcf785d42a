// Paints single mentions, each in highlights that leave its letters as they are, or with a line of our own below it.
import { elementAround, type Realm, realmOf } from '../native.ts';
import { isPassedByPointer, shownIn } from '../sight.ts';
import type { PlacedMention } from '../text/mentions.ts';
import { onColoursChanged } from './colour-changes.ts';
import { createDrawnLines } from './drawn-lines.ts';
import { ACTIVE, createHighlightRegistry, MARK } from './highlight-registry.ts';
import { createHighlightStyles, type HighlightStyles } from './highlight-styles.ts';
import { lookOf } from './looks.ts';
import { staticRangesOf, textsOf } from './ranges.ts';

export interface Highlighter {
  /** Makes what `add` will need, where nothing waits for it. */
  prepare(mention: PlacedMention): void;
  /** Paints a mention that is not painted. */
  add(mention: PlacedMention): void;
  remove(mention: PlacedMention): void;
  /** Makes one mention stand out, or none; puts back what the page has cleared of ours. */
  activate(mention: PlacedMention | null): void;
  /** Gives what was added its style, all at once. */
  applyStyles: HighlightStyles['applyStyles'];
  /** Puts the styles of a tree back, after its document was written anew. */
  restore: HighlightStyles['restore'];
  /** Forgets documents and shadow roots that have left the page. */
  forgetRemoved(): void;
  /** Painted mentions that the pointer passes through: the element that it hits says nothing of them. */
  readonly unhit: ReadonlySet<PlacedMention>;
}

/** Ranges in the highlight of a name. */
interface Part {
  name: string;
  ranges: readonly StaticRange[];
}

/** Quotation marks before a first letter belong to it; UTF-16 code units. */
const FIRST_LETTER = 3;

/** Paints until `signal` is aborted, then nothing is left. */
export function createHighlighter(document: Document, signal: AbortSignal): Highlighter {
  const registry = createHighlightRegistry(signal);
  const styles = createHighlightStyles(signal);
  const lines = createDrawnLines(signal);
  /** In parts where letters are not set alike, in none where the line is drawn over the page. */
  const painted = new Map<PlacedMention, readonly Part[]>();
  const unhit = new Set<PlacedMention>();
  /** Made once, as long as the mention is there. */
  const ranges = new WeakMap<PlacedMention, readonly StaticRange[]>();
  let isWatchingColours = false;

  signal.addEventListener('abort', () => {
    painted.clear();
    unhit.clear();
  });

  /** The ranges of a mention, or null where its document is in no window any more. */
  function rangesOf(mention: PlacedMention): { whole: readonly StaticRange[]; realm: Realm } | null {
    const realm = realmOf(mention.block.container);
    if (!realm) return null;
    let whole = ranges.get(mention);
    if (!whole) {
      registry.open(realm);
      whole = staticRangesOf(mention, realm);
      ranges.set(mention, whole);
    }
    return { whole, realm };
  }

  /** A mention's ranges with the highlights that leave its letters as they are; none where no highlight does. */
  function partsOf(mention: PlacedMention, realm: Realm, whole: readonly StaticRange[]): Part[] {
    const { block, start } = mention;
    const isFirst = block.text.slice(0, start).trim().length < FIRST_LETTER;
    const texts = textsOf(mention);
    // Browsers paint no highlight on text that stands right in a shadow root: no element of its tree has it.
    if (texts.some((text) => !elementAround(text))) return [];
    const looks = texts.map((text) => lookOf(shownIn(text) ?? block.container, block.container, isFirst));
    const names = looks.map((look) => (look === null ? null : styles.nameFor(look)));
    const [first = null] = names;
    if (first === null || names.includes(null)) return [];
    if (names.every((name) => name === first)) return [{ name: first, ranges: whole }];
    return staticRangesOf(mention, realm, true).map((range, at) => ({ name: names[at] as string, ranges: [range] }));
  }

  function add(mention: PlacedMention): void {
    const made = rangesOf(mention);
    if (!made) return;
    const parts = partsOf(mention, made.realm, made.whole);
    painted.set(mention, parts);
    if (parts.length === 0) lines.add(mention);
    if (isPassedByPointer(mention)) unhit.add(mention);
    if (parts.length !== 1 || parts[0]?.name !== MARK) watchColours();
    for (const { name, ranges } of parts) {
      for (const range of ranges) registry.add(made.realm, name, range);
      styles.add(textsOf(mention), name);
    }
  }

  function remove(mention: PlacedMention): void {
    const parts = painted.get(mention) ?? [];
    painted.delete(mention);
    lines.remove(mention);
    unhit.delete(mention);
    for (const { name, ranges } of parts) for (const range of ranges) registry.remove(name, range);
  }

  /** Looks say colours of the page again, and have to change with them. */
  function watchColours(): void {
    if (isWatchingColours) return;
    isWatchingColours = true;
    onColoursChanged(document, signal, () => {
      for (const [mention, parts] of painted) {
        const made = rangesOf(mention);
        if (!made || isSameLook(parts, partsOf(mention, made.realm, made.whole))) continue;
        remove(mention);
        add(mention);
      }
      styles.applyStyles();
    });
  }

  return {
    prepare: (mention) => void rangesOf(mention),
    add,
    remove,
    activate(mention) {
      registry.deactivate();
      lines.activate(mention);
      const made = mention && !lines.has(mention) && rangesOf(mention);
      if (!made) return;
      styles.add(textsOf(mention), ACTIVE);
      styles.applyStyles();
      registry.activate(made.realm, made.whole);
    },
    applyStyles: styles.applyStyles,
    restore: styles.restore,
    forgetRemoved() {
      styles.forgetRemoved();
      registry.forgetRemoved();
    },
    unhit,
  };
}

const isSameLook = (a: readonly Part[], b: readonly Part[]): boolean =>
  a.length === b.length && a.every(({ name }, at) => name === b[at]?.name);
