// The marks on a page: opens the names that its languages need, marks mentions, and opens cards over them.
import { toHash } from '../../components/story/place.ts';
import type { TextCache } from '../../extension/compiled.ts';
import { figureIn } from '../../extension/corrections.ts';
import type { Pair } from '../../extension/merging.ts';
import { askBackground, type StoryFigure } from '../../extension/messages.ts';
import type { Settings } from '../../extension/settings.ts';
import { createMarking } from '../../page/marking.ts';
import { findAll } from '../../page/native.ts';
import { hoverTiming } from '../../page/pointer/hover.ts';
import type { PointerEvents } from '../../page/pointer/pointer-events.ts';
import { languagesIn, languageTag, sampleOf } from '../../page/self-description.ts';
import type { PlacedMention } from '../../page/text/mentions.ts';
import type { PageLanguage } from '../../recognition/page-recogniser.ts';
import type { Needs, PageFacts } from '../../recognition/resolve.ts';
import type { MergedFigure } from '../../stories/library.ts';
import { createCards } from './cards.ts';
import type { Corrections } from './corrections.ts';
import { openNames, recogniserOf } from './recognition.ts';

/** In one message. */
const MOST_PAIRS = 50;
/** A few hundred highlights can lock a tab of Safari (https://github.com/WebKit/WebKit/pull/73511). */
const MOST_IN_SAFARI = 60;

export interface Marks {
  /** Which figures of stories a merged figure is. */
  storiesOf(figure: string): readonly StoryFigure[];
  /** In document order, as far as the page has been read. */
  readonly mentions: readonly PlacedMention[];
  /** Those that the reader can see. */
  seen(): readonly PlacedMention[];
  /** Resolves once the whole page has been read. */
  whole(): Promise<unknown>;
  /** The facts have changed: resolves the mentions again. */
  resolveAgain(): void;
  /** Obeys changed settings. */
  apply(settings: Settings): void;
  /**
   * Scrolls to the next (1) or previous (-1) visible mention of a figure (null: of any) and opens its card.
   * Returns whether there is one.
   */
  reveal(figure: string | null, step: 1 | -1): boolean;
  /** Scrolls to the next visible mention of a figure and outlines it; whether there is one. */
  scrollTo(figure: string): boolean;
  /** Calls back with the figures in view, now and whenever there are others, until `until` aborts. */
  follow(onPlace: (figures: readonly string[]) => void, until: AbortSignal): void;
  /** Tells screen readers how many figures were found. */
  announce(): void;
  /** Resolves once no card is open. */
  cardClosed(): Promise<void>;
}

export interface MarksOptions {
  signal: AbortSignal;
  settings(): Settings;
  facts(): PageFacts;
  /** Mentions wait for facts that are not known yet: call `resolveAgain` when they are. */
  onNeeds(needs: Needs): void;
  /** The page's date, `YYYY-MM-DD`; null without one. */
  date(): Promise<string | null>;
  corrections: Pick<Corrections, 'decide' | 'reject' | 'mute' | 'leaveOut'>;
  /** Ids of the stories that are left out here; nobody whom they alone have is marked. */
  leftOut(): readonly string[];
  /** Removes all marks where the extension has been removed or updated; returns whether that is so. */
  leaveIfOrphaned(): boolean;
  onMentions(mentions: readonly PlacedMention[]): void;
  /** Languages that parts of the page were found to be in before (BCP 47 tags). */
  languages: readonly string[];
  /** By a translation the page's language has changed, or text in these has come: the page is to be marked anew. */
  onLanguage(found: readonly string[]): void;
}

/**
 * Marks the page until `signal` aborts; null if that happens before the names are there.
 * @param pointerEvents those of the page: they outlive its marks
 * @throws where the background has none
 */
export async function openMarks(
  document: Document,
  texts: TextCache,
  pointerEvents: PointerEvents,
  options: MarksOptions,
): Promise<Marks | null> {
  const { signal, corrections, leaveIfOrphaned } = options;
  const opening = await openNames(languageOf(document, options.languages));
  texts.follow(opening.edition);
  if (signal.aborted) return null;
  // What the previous version's script has left behind: nobody else can remove it.
  for (const host of findAll(document, 'dramatis-card,dramatis-lines')) host.remove();

  const settings = options.settings();
  const isLeftOut = (story: string) => options.leftOut().includes(story);
  const cards = createCards(document, {
    texts,
    members: () => Object.fromEntries([...marking.figures.values()].map(({ id, members = [] }) => [id, members])),
    isLeftOut,
    mentions: () => marking.mentions,
    seen: () => marking.seen(),
    date: options.date,
    signal,
    actions: {
      openStory: (place) => void askBackground('story', { hash: toHash(place) }),
      openArticle: (address) => void open(address, '_blank', 'noopener,noreferrer'),
      // Nothing is merged yet, so that nobody is asked.
      same: (one, other) => corrections.decide(pairsOf(one, other), 'same'),
      apart: (one, other) => corrections.decide(pairsOf(one, other), 'apart'),
      step: ({ figure }, step) => reveal(figure, step),
      reject: ({ members }, ...rest) => corrections.reject(figureIn(members), ...rest),
      mute: ({ members }, undo) => corrections.mute(figureIn(members), undo),
      leaveOut: corrections.leaveOut,
      closed: () => marking.closed(),
    },
  });
  const marking = createMarking(document, {
    recogniser: recogniserOf(opening, leaveIfOrphaned),
    pointerEvents,
    facts: options.facts,
    onNeeds: options.onNeeds,
    density: settings.density,
    timing: { ...hoverTiming, dwell: settings.dwell },
    trigger: settings.trigger,
    mostPainted: import.meta.env.SAFARI ? MOST_IN_SAFARI : undefined,
    signal,
    onMentions: (mentions) => {
      if (!leaveIfOrphaned()) options.onMentions(mentions);
    },
    async onLanguage(found) {
      const hasCome = found.length > 0;
      const now = hasCome ? opening : await openNames(languageOf(document, [])).catch(() => opening);
      if (!signal.aborted && (hasCome || now.language !== opening.language)) options.onLanguage(found);
    },
    onDwell: (mention) => void cards.prepare(mention),
    onShow: show,
    onHide: cards.leave,
    onReplaced: cards.follow,
    isPinned: cards.isPinned,
    outlivesMention: cards.outlivesMention,
    cardBox: cards.box,
    onMove: leaveIfOrphaned,
    onCard: (event) => !leaveIfOrphaned() && cards.contains(event),
  });
  for (const type of ['keydown', 'focus', 'visibilitychange'])
    addEventListener(type, leaveIfOrphaned, { capture: true, passive: true, signal });

  function show(mention: PlacedMention, by: 'hover' | 'touch' | 'keyboard'): void {
    if (!leaveIfOrphaned()) void cards.show(mention, by);
  }

  function reveal(figure: string | null, step: 1 | -1): boolean {
    const mention = marking.reveal(figure, step);
    if (mention) show(mention, 'keyboard');
    return mention !== null;
  }

  return {
    storiesOf: (figure) => (marking.figures.get(figure)?.members ?? []).filter(({ story }) => !isLeftOut(story)),
    get mentions() {
      return marking.mentions;
    },
    seen: marking.seen,
    whole: marking.whole,
    resolveAgain: marking.resolveAgain,
    apply({ density, trigger, dwell }) {
      marking.setDensity(density);
      marking.setTrigger(trigger, dwell);
      marking.resolveAgain();
    },
    reveal,
    scrollTo: (figure) => marking.reveal(figure, 1) !== null,
    follow: marking.follow,
    announce: cards.announce,
    cardClosed: cards.closed,
  };
}

/** Each figure of the one with each of the other. */
function pairsOf(one: MergedFigure, other: MergedFigure): Pair[] {
  const keys = ({ members }: MergedFigure) => members.map(({ story, figure }) => `${story}/${figure}`);
  return keys(one)
    .flatMap((first) => keys(other).map((second): Pair => [first, second]))
    .slice(0, MOST_PAIRS);
}

/** What tells the page's language: its markup, and its prose, which may clearly say otherwise. */
const languageOf = (document: Document, others: readonly string[]): PageLanguage => ({
  sample: sampleOf(document),
  tag: languageTag(document),
  others: [...languagesIn(document), ...others],
});
