// The cards over a page's mentions. Their texts are fetched when the pointer first rests on a mention.
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type CardHost, createCardHost } from '../../components/card/host.ts';
import type { CardActions, CardRequest } from '../../components/card/open-card.tsx';
import { createLocalizer } from '../../components/localizer.ts';
import type { TextCache } from '../../extension/compiled.ts';
import { MERGING, readDecisions } from '../../extension/merging.ts';
import { read } from '../../extension/stored.ts';
import { rectsOf } from '../../page/paint/ranges.ts';
import { figuresOf, type PlacedMention } from '../../page/text/mentions.ts';
import { type CardLibrary, createCardLibrary, type Members, storiesToTell } from '../../stories/card-library.ts';
import { keyOf } from '../../stories/merge.ts';
import { type CardStory, cardText } from '../../stories/story.ts';

export interface Cards {
  /** Fetches what a mention's card needs, so that it is there when the card opens. */
  prepare(mention: PlacedMention): Promise<void>;
  show(mention: PlacedMention, by: CardRequest['by']): Promise<void>;
  /** The mention that was shown last has been read again, and is this one now. */
  follow(mention: PlacedMention): void;
  /** The pointer has left word and card. */
  leave(): void;
  isPinned(): boolean;
  /** Whether the open card stays although its mention is gone: it offers to undo that. */
  outlivesMention(): boolean;
  /** Resolves once no card is open. */
  closed(): Promise<void>;
  /** The open card's box; null without one. */
  box(): DOMRect | null;
  /** Whether an event of the page happened on the card. */
  contains(event: Event): boolean;
  /** Tells screen readers how many figures the page names. */
  announce(): void;
}

/** Stories that one page can tell from, at most: nobody reads more, and each takes its time. */
const MOST_STORIES = 50;

export interface CardsOptions {
  texts: TextCache;
  /** Which figures of stories each merged figure is. */
  members(): Members;
  /** Whether a story is left out on this page. */
  isLeftOut(story: string): boolean;
  mentions(): readonly PlacedMention[];
  /** Those that the reader can see. */
  seen(): readonly PlacedMention[];
  /** The page's date, `YYYY-MM-DD`; null without one. */
  date(): Promise<string | null>;
  actions: CardActions;
  signal: AbortSignal;
}

export function createCards(document: Document, options: CardsOptions): Cards {
  const { texts, mentions, seen, date, actions, signal } = options;
  let host: CardHost | null = null;
  let library: { stories: string; opened: CardLibrary } | null = null;
  /** What was to be shown last, and whether the pointer has left it again before its card could open. */
  let last: { mention: PlacedMention; isLeft: boolean } | null = null;

  /**
   * The stories of everybody whom the page mentions, of very many those of one mention first; null where they cannot be
   * had.
   */
  async function openLibrary(mention?: PlacedMention): Promise<CardLibrary | null> {
    const members = options.members();
    const first = mention ? figuresOf(mention) : [];
    const names = storiesToTell(members, figuresIn(mentions()), first, MOST_STORIES)
      .filter((story) => !options.isLeftOut(story))
      .map(cardText);
    const stories = names.join();
    if (library?.stories === stories) return library.opened;
    await texts.fetch(names);
    const found = names.flatMap((name) => (texts.get(name) ? [JSON.parse(texts.get(name)) as CardStory] : []));
    if (found.length > 0) library = { stories, opened: createCardLibrary(found, members) };
    return library?.opened ?? null;
  }

  /** The stories for a mention's card, and the host that shows it; null where there can be none. */
  async function prepare(mention?: PlacedMention): Promise<CardLibrary | null> {
    const opened = await openLibrary(mention);
    if (!opened || signal.aborted) return null;
    // The localizer only now: with the first text the browser loads the whole locale, and blocks the page.
    host ??= createCardHost(document, {
      localizer: createLocalizer(i18n.t, browser.i18n.getUILanguage()),
      signal,
      actions,
    });
    return opened;
  }

  return {
    async prepare(mention) {
      await prepare(mention);
      await date();
    },
    async show(mention, by) {
      const asked = { mention, isLeft: false };
      last = asked;
      const opened = await prepare(mention);
      const pageDate = await date();
      const isAsked = opened !== null && (await isToBeAsked(opened, figuresOf(mention)));
      if (last !== asked || asked.isLeft) return;
      const { figure, also, text, evidence } = asked.mention;
      const shown = new Set(seen()).add(asked.mention);
      const same = mentions().filter((one) => one.figure === figure && shown.has(one));
      if (!opened) return;
      host?.show({
        library: opened,
        mention: {
          figure,
          namesakes: also ?? [],
          isAsked,
          text,
          evidence,
          index: same.indexOf(asked.mention) + 1,
          count: same.length,
        },
        page: { date: pageDate, address: document.URL, present: figuresIn(mentions()) },
        rects: () => rectsOf(asked.mention),
        word: asked.mention.block.container,
        by,
      });
    },
    follow(mention) {
      if (last) last.mention = mention;
    },
    leave() {
      if (last) last.isLeft = true;
      host?.leave();
    },
    isPinned: () => host?.pinned ?? false,
    outlivesMention: () => host?.outlivesMention ?? false,
    closed: async () => host?.closed(),
    box: () => (host?.open ? (host.element?.getBoundingClientRect() ?? null) : null),
    contains: (event) => host?.contains(event) ?? false,
    announce() {
      const count = figuresIn(mentions()).length;
      void prepare().then(() => host?.announce(i18n.t('announce_found', count)));
    },
  };
}

/**
 * Whether the reader may be asked who of these figures is one: nothing is saved in a private window, and he may have
 * said that two of them are two people.
 */
async function isToBeAsked(library: CardLibrary, figures: readonly string[]): Promise<boolean> {
  if (figures.length < 2 || browser.extension.inIncognitoContext) return false;
  const stored = await read([MERGING]);
  const { apart } = readDecisions(stored.ok ? stored.value[MERGING] : null);
  const keys = new Set(
    figures.flatMap((id) => library.figure(id)?.members ?? []).map(({ story, figure }) => keyOf(story, figure)),
  );
  return !apart.some((pair) => pair.every((key) => keys.has(key)));
}

/** The figures that are mentioned, each once. */
const figuresIn = (mentions: readonly Pick<PlacedMention, 'figure' | 'also'>[]): string[] => [
  ...new Set(mentions.flatMap(figuresOf)),
];
