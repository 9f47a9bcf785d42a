// How many words a card's first view has left for what the open story tells.
import { firstViewWords } from '../../stories/card-content.ts';
import type { DatedRole, StoryPart } from '../../stories/card-library.ts';
import type { MergedFigure } from '../../stories/library.ts';
import { inLanguage } from '../../stories/story.ts';
import { clipped, words } from '../../stories/words.ts';
import { forStory, type Localizer } from '../localizer.ts';
import { additionNote, asOf } from '../origin.ts';
import { hasSourceNote, sourceLabel, storyNotes } from '../sources.tsx';
import { ROLE_WORDS } from './Header.tsx';

interface Frame {
  localizer: Localizer;
  figure: MergedFigure;
  who: DatedRole;
  open: StoryPart;
  /** Other stories that have a line. */
  others: readonly StoryPart[];
  /** Lines that a card has once, whatever its content; empty where it has not. */
  lines: { pageDate: string; why: string; news: string };
}

/** However low the card, it tells so much; the rest of it is scrolled. */
const LEAST_WORDS = 16;

/**
 * The words of a first view without those that the card has whatever the story tells.
 * @param all words of a first view, fewer where the card is too low for as many as it may have
 */
export function wordBudget(
  { localizer: everywhere, figure, who, open, others, lines }: Frame,
  all: number = firstViewWords,
): number {
  const { t } = everywhere;
  const localizer = forStory(everywhere, who.story);
  const { editorial } = who.figure;
  const texts = [
    inLanguage(who.figure.name, localizer).text,
    who.role && clipped(inLanguage(who.role, localizer).text, ROLE_WORDS),
    asOf(localizer, who.story, who.day),
    editorial && `${additionNote(localizer)} ${inLanguage(editorial, localizer).text}`,
    ...Object.values(lines),
    t('card_more'),
    t('card_openStory'),
    t('card_correct'),
    t('card_nth', [1, 1]),
    figure.kind !== 'person' && `${t('card_happened')} ${t('card_people')}`,
    (others.length > 0 || hasSourceNote(open.story, open.story)) && sourceLabel(localizer, open.story),
    ...storyNotes(localizer, open.story).map((note) => `· ${note}`),
    others.length > 0 && `${t('card_alsoIn')} ${t('card_otherStories', 2)}`,
    ...others.map(({ story }) => sourceLabel(forStory(everywhere, story), story)),
  ];
  const frame = words(texts.filter(Boolean).join(' '));
  return Math.max(all - frame, Math.min(LEAST_WORDS, firstViewWords - frame));
}
