// What is marked on a page that is read: opens the names that its languages need, marks them, and opens cards over them.
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type CardHost, createCardHost } from '../../components/card/host.tsx';
import { toHash } from '../../components/story/place.ts';
import { voiceOf } from '../../components/voice.ts';
import { askBackground } from '../../extension/messages.ts';
import type { Settings } from '../../extension/settings.ts';
import { languagesIn, languageTag, sampleOf } from '../../page/facts.ts';
import { hoverTiming } from '../../page/hover.ts';
import { createMarking, type Marking } from '../../page/marking.ts';
import { findAll } from '../../page/native.ts';
import { rectsOf } from '../../page/paint.ts';
import type { PlacedMention } from '../../page/reading.ts';
import { commonParts, type Gazetteer, languageKey, openGazetteer, partsOf } from '../../recognition/gazetteer.ts';
import { languageOf } from '../../recognition/language.ts';
import { createRecogniser } from '../../recognition/recognise.ts';
import type { Needs, PageFacts } from '../../recognition/resolve.ts';
import type { CardStory } from '../../stories/story.ts';

export interface Marks {
  marking: Marking;
  /** Says to screen readers how many figures were found. */
  announce(): void;
  /** Opens the card of a mention as the keyboard does. */
  open(mention: PlacedMention): void;
}

export interface MarksOptions {
  /** Texts of the dataset by name, as far as they were fetched. */
  texts: Readonly<Record<string, string>>;
  fetchTexts(names: readonly string[]): Promise<void>;
  signal: AbortSignal;
  settings(): Settings;
  facts(language: string | null): PageFacts;
  /** Mentions wait for facts that are not known yet. */
  onNeeds(needs: Needs): void;
  date(): Promise<string | null>;
  /** Whether it is remembered. */
  reject(figure: string, text: string, scope: 'page' | 'site'): Promise<boolean>;
  mute(figure: string): Promise<boolean>;
  /** Whether the extension has gone from under the page; then all of this has ended. */
  isGone(): boolean;
  onMentions(mentions: readonly PlacedMention[]): void;
  /** The page speaks another language now: to be marked anew. */
  onLanguage(): void;
}

/** Marks the page until `signal` is aborted; null where it was before there was anything to mark with. */
export async function createMarks({ texts, fetchTexts, signal, isGone, ...page }: MarksOptions): Promise<Marks | null> {
  // The words of the press hold the names of metadata by which a page tells its date.
  await fetchTexts([...commonParts, 'months', 'press']);
  const gazetteer = openGazetteer((part) => texts[part] ?? '');
  const language = languageHere(gazetteer);
  await fetchTexts(partsOf(gazetteer, [language, ...languagesIn(document)]));
  if (signal.aborted) return null;
  // What a script before this one has left, that of the version before: nobody else can close it.
  for (const host of findAll(document, 'dramatis-card')) host.remove();
  const settings = page.settings();
  const figures = new Map(gazetteer.figures.map((figure) => [figure.id, figure]));
  let card: CardHost | null = null;
  /** What cards say is fetched when the pointer first rests on a mention: no page pays for it before, and it is there before the card. */
  const openCard = async () => {
    await fetchTexts(['card_story']);
    if (!texts.card_story || signal.aborted) return null;
    card ??= createCardHost(document, {
      // Only now: at the first text the browser loads the whole locale, while the page waits.
      voice: voiceOf(i18n.t, browser.i18n.getUILanguage()),
      story: JSON.parse(texts.card_story) as CardStory,
      signal,
      actions: {
        openStory: (place) => void askBackground('story', { hash: toHash(place) }),
        step: ({ figure }, by) => {
          const mention = marking.reveal(figure, by);
          if (mention) void show(mention, 'keyboard');
        },
        reject: ({ figure, text }, scope) => page.reject(figure, text, scope),
        mute: page.mute,
        closed: () => marking.closed(),
      },
    });
    return card;
  };
  let wanted: PlacedMention | null = null;
  const show = async (mention: PlacedMention, by: 'hover' | 'touch' | 'keyboard') => {
    if (isGone()) return;
    wanted = mention;
    const host = card ?? (await openCard());
    const date = await page.date();
    if (wanted !== mention) return;
    const same = marking.mentions.filter(({ figure }) => figure === mention.figure);
    host?.show({
      mention: {
        figure: mention.figure,
        text: mention.text,
        evidence: mention.evidence,
        index: same.indexOf(mention) + 1,
        count: same.length,
      },
      page: { date, present: figuresIn(marking.mentions) },
      rects: () => rectsOf(mention),
      by,
    });
  };
  const marking = createMarking(document, {
    recogniser: createRecogniser(gazetteer, language),
    facts: () => page.facts(language),
    onNeeds: page.onNeeds,
    density: settings.density,
    kindOf: (figure) => figures.get(figure)?.kind ?? 'group',
    timing: { ...hoverTiming, dwell: settings.dwell },
    trigger: settings.trigger,
    signal,
    onMentions: (mentions) => {
      if (isGone()) return;
      page.onMentions(mentions);
    },
    onLanguage: () => {
      // A browser's translation: other names stand there now.
      if (languageHere(gazetteer) !== language && !signal.aborted) page.onLanguage();
    },
    onDwell: () => void openCard().then(page.date),
    onShow: show,
    onHide: () => {
      wanted = null;
      card?.leave();
    },
    cardBox: () => (card?.open ? (card.element?.getBoundingClientRect() ?? null) : null),
    onMove: isGone,
    onCard: (event) => !isGone() && (card?.contains(event) ?? false),
  });
  for (const type of ['keydown', 'focus', 'visibilitychange'])
    addEventListener(type, isGone, { capture: true, passive: true, signal });
  return {
    marking,
    announce: () => {
      const found = figuresIn(marking.mentions).length;
      void openCard().then((host) => host?.announce(i18n.t('announce_found', found)));
    },
    open: (mention) => void show(mention, 'keyboard'),
  };
}

/** The figures that are mentioned, each once. */
export const figuresIn = (mentions: readonly PlacedMention[]): string[] => [
  ...new Set(mentions.map(({ figure }) => figure)),
];

/** The page's language: what its markup says, unless its prose plainly says otherwise. */
function languageHere(gazetteer: Gazetteer): string | null {
  return languageOf(gazetteer, sampleOf(document), languageKey(gazetteer, languageTag(document)));
}
