// The marks on a page: opens the names that its languages need, marks mentions, and opens cards over them.
import { toHash } from '../../components/story/place.ts';
import type { TextCache } from '../../extension/compiled.ts';
import type { Pair } from '../../extension/merging.ts';
import { askBackground, type StoryFigure } from '../../extension/messages.ts';
import type { Settings } from '../../extension/settings.ts';
import { createMarking } from '../../page/marking.ts';
import { findAll } from '../../page/native.ts';
import { hoverTiming } from '../../page/pointer/hover.ts';
import { languagesIn, languageTag, sampleOf } from '../../page/self-description.ts';
import type { PlacedMention } from '../../page/text/mentions.ts';
import { commonParts, type Gazetteer, indexOf, openGazetteer, partsOf } from '../../recognition/gazetteer.ts';
import { languageOf } from '../../recognition/language.ts';
import { createRecogniser } from '../../recognition/recognise.ts';
import type { Needs, PageFacts } from '../../recognition/resolve.ts';
import type { Members } from '../../stories/card-library.ts';
import type { MergedFigure } from '../../stories/library.ts';
import { createCards } from './cards.ts';

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
}

export interface MarksOptions {
  signal: AbortSignal;
  settings(): Settings;
  facts(): PageFacts;
  /** Mentions wait for facts that are not known yet: call `resolveAgain` when they are. */
  onNeeds(needs: Needs): void;
  /** The page's date, `YYYY-MM-DD`; null without one. */
  date(): Promise<string | null>;
  /** Answers whether it was saved that two figures are one, or are not. */
  decide(pairs: readonly Pair[], as: 'same' | 'apart'): Promise<boolean>;
  /** These answer whether the correction holds, or is undone. */
  reject(figure: string, text: string, scope: 'page' | 'site', undo?: boolean): Promise<boolean>;
  mute(figure: string, undo?: boolean): Promise<boolean>;
  leaveOut(story: string, scope: 'page' | 'site', undo?: boolean): Promise<boolean>;
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
 * @throws where neither storage nor background has them
 */
export async function openMarks(document: Document, texts: TextCache, options: MarksOptions): Promise<Marks | null> {
  const { signal, leaveIfOrphaned } = options;
  await texts.fetch(commonParts);
  const gazetteer = openGazetteer(texts.get, fetchNames);
  const language = languageHere(document, gazetteer);
  const others = [...languagesIn(document), ...options.languages];
  await texts.fetch(partsOf(gazetteer, [language, ...others]));
  if (['figures', ...partsOf(gazetteer, [language])].some((part) => !texts.get(part))) throw new Error('no names');
  if (signal.aborted) return null;
  // What the previous version's script has left behind: nobody else can remove it.
  for (const host of findAll(document, 'dramatis-card,dramatis-lines')) host.remove();

  const settings = options.settings();
  /** Names of another edition do not go with those that are open. */
  async function fetchNames(parts: readonly string[]): Promise<void> {
    const { edition } = texts;
    await texts.fetch(parts);
    if (texts.edition === edition) return;
    if (!signal.aborted) options.onLanguage([]);
    throw new Error('the stories have changed');
  }
  const figureOf = (id: string) => gazetteer.figures.get(indexOf(gazetteer.figures, id));
  const isLeftOut = (story: string) => options.leftOut().includes(story);
  const cards = createCards(document, {
    texts,
    members: () => membersOf(gazetteer),
    isLeftOut,
    mentions: () => marking.mentions,
    seen: () => marking.seen(),
    date: options.date,
    signal,
    actions: {
      openStory: (place) => void askBackground('story', { hash: toHash(place) }),
      openArticle: (address) => void open(address, '_blank', 'noopener,noreferrer'),
      // Nothing is merged yet, so that nobody is asked.
      same: (one, other) => options.decide(pairsOf(one, other), 'same'),
      apart: (one, other) => options.decide(pairsOf(one, other), 'apart'),
      step: ({ figure }, step) => reveal(figure, step),
      reject: ({ figure, text }, scope, undo) => options.reject(figure, text, scope, undo),
      mute: options.mute,
      leaveOut: options.leaveOut,
      closed: () => marking.closed(),
    },
  });
  const marking = createMarking(document, {
    recogniser: createRecogniser(gazetteer, language, others),
    facts: () => withoutStories(options.facts(), gazetteer, options.leftOut()),
    onNeeds: options.onNeeds,
    density: settings.density,
    kindOf: (figure) => figureOf(figure)?.kind ?? 'group',
    timing: { ...hoverTiming, dwell: settings.dwell },
    trigger: settings.trigger,
    mostPainted: import.meta.env.SAFARI ? MOST_IN_SAFARI : undefined,
    signal,
    onMentions: (mentions) => {
      if (!leaveIfOrphaned()) options.onMentions(mentions);
    },
    onLanguage: (found) => {
      const isNew = found.length > 0 || languageHere(document, gazetteer) !== language;
      if (!signal.aborted && isNew) options.onLanguage(found);
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
    storiesOf: (figure) => (figureOf(figure)?.members ?? []).filter(({ story }) => !isLeftOut(story)),
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
  };
}

/**
 * Facts by which nobody is marked whom stories that are left out alone have. Their names stay theirs: what they lose
 * goes to nobody else.
 */
export function withoutStories(facts: PageFacts, gazetteer: Gazetteer, leftOut: readonly string[]): PageFacts {
  if (leftOut.length === 0) return facts;
  return {
    ...facts,
    // Figures of a large library come with the page's text.
    get muted() {
      const gone = Object.entries(membersOf(gazetteer)).filter(([, all]) =>
        all.every(({ story }) => leftOut.includes(story)),
      );
      return [...facts.muted, ...gone.map(([id]) => id)];
    },
  };
}

/** Which figures of stories each of the open figures is. */
const membersOf = ({ figures }: Gazetteer): Members =>
  Object.fromEntries([...figures.values()].map(({ id, members = [] }) => [id, members] as const));

/** Each figure of the one with each of the other. */
function pairsOf(one: MergedFigure, other: MergedFigure): Pair[] {
  const keys = ({ members }: MergedFigure) => members.map(({ story, figure }) => `${story}/${figure}`);
  return keys(one)
    .flatMap((first) => keys(other).map((second): Pair => [first, second]))
    .slice(0, MOST_PAIRS);
}

/** The page's language: what its markup says, unless its prose clearly says otherwise. */
function languageHere(document: Document, gazetteer: Gazetteer): string | null {
  return languageOf(gazetteer, sampleOf(document), languageTag(document));
}
