// The card: a margin note on one figure, story by story. Props in, callbacks out; stories/ chooses what it says.

import { byStrength, type CardContent, type CardPage, cardContent, wantsOfOne } from '../../stories/card-content.ts';
import { type CardLibrary, nameOf, pageFor, partsOf, roleAt, type StoryPart } from '../../stories/card-library.ts';
import { inLanguage } from '../../stories/story.ts';
import { IconButton } from '../icons.tsx';
import { direction, forStory, type Localizer } from '../localizer.ts';
import { sourceLabel } from '../sources.tsx';
import { type CardMention, describeEvidence } from './evidence.ts';
import { Header } from './Header.tsx';
import { newsLine } from './NewsLine.tsx';
import { OpenStory, pageDateLine } from './OpenStory.tsx';
import { OtherStories, othersShown } from './OtherStories.tsx';
import { Outcome } from './Outcome.tsx';
import type { SectionCallbacks } from './sections.tsx';
import type { CardView } from './view.ts';
import { wordBudget } from './word-budget.ts';

export interface CardProps {
  localizer: Localizer;
  library: CardLibrary;
  view: CardView;
  page: CardPage;
  /** The mention the card was opened at. */
  mention: CardMention;
  /** A dialog if opened by keyboard or touch, or pinned; a tooltip while the word is only hovered. */
  role: 'dialog' | 'tooltip';
  /** So many words a first view may have; fewer where there is no height for them. */
  words?: number;
  on: CardCallbacks;
}

export interface CardCallbacks extends SectionCallbacks {
  back(): void;
  /** Opens another of the stories that tell of the figure. */
  openPart(story: string): void;
  /** Expands or collapses the card. */
  more(): void;
  /** Opens or closes the list of corrections. */
  correct(): void;
  /** Pins or unpins the card. */
  pin(): void;
  close(): void;
  /** Copies what the card shows of a story now. */
  copy(part: StoryPart, content: CardContent): void;
  /** Copies a report of this mention. */
  report(): void;
  /** Goes to the next (1) or previous (-1) mention of the same figure. */
  step(by: 1 | -1): void;
  reject(scope: 'page' | 'site'): void;
  mute(): void;
  /** Leaves a story out on this page or site. */
  leaveOut(story: string, scope: 'page' | 'site'): void;
}

export function Card(props: CardProps) {
  const { localizer, library, view, page, role, words, on } = props;
  const figure = view.figure === null ? undefined : library.figure(view.figure);
  const parts = figure ? partsOf(library, figure, page.date) : [];
  const open = parts.find(({ story }) => story.id === view.story) ?? parts[0];
  const who = roleAt(parts, page.date);
  if (!figure || !open || !who) return null;

  const others = parts.filter((part) => part !== open);
  const inStory = forStory(localizer, open.story);
  const lines = {
    // Among several stories the date of each tells it; an expanded card has room for both.
    pageDate: others.length === 0 || view.more ? pageDateLine(inStory, open.story, page) : '',
    why: figure.id === props.mention.figure ? evidenceLine(props) : '',
    news: newsLine(inStory, open),
  };
  const room = view.more
    ? Infinity
    : wordBudget({ localizer, figure, who, open, others: othersShown(others, view), lines }, words);
  const content = cardContent(
    open.story,
    open.figure,
    pageFor(library, page, open.story.id),
    inStory,
    room,
    others.length > 0 ? wantsOfOne : undefined,
  );
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it can have are labelled
    <div
      class={`surface card card-${figure.kind}`}
      role={role}
      aria-labelledby="who"
      tabIndex={-1}
      lang={localizer.locale}
      dir={direction(localizer.locale)}
    >
      <Header
        localizer={localizer}
        who={who}
        previous={previousName(props)}
        pinned={view.pinned}
        onCopy={() => on.copy(open, content)}
        on={on}
      />
      <OpenStory
        {...{ localizer, library, content, on }}
        more={view.more}
        part={open}
        among={others.length}
        pageDate={lines.pageDate}
        why={others.length === 0 ? lines.why : ''}
      />
      <OtherStories localizer={localizer} others={others} view={view} on={on} />
      {others.length > 0 && lines.why && <p class="note">{lines.why}</p>}
      <Footer
        {...props}
        part={open}
        complete={content.complete && othersShown(others, view).length === others.length}
      />
    </div>
  );
}

/** The name of the figure shown before this one; empty for the question which of two is meant; null without either. */
function previousName({ localizer, library, view: { back } }: CardProps): string | null {
  const previous = back.at(-1);
  if (previous === undefined) return null;
  return previous === null ? '' : nameOf(library, previous, localizer.language);
}

function Footer(props: CardProps & { part: StoryPart; complete: boolean }) {
  const { localizer, view, mention, part, complete, on } = props;
  const { t } = localizer;
  const atMention = view.figure === mention.figure;
  return (
    <footer>
      {(view.more || !complete) && (
        <button class="link" type="button" aria-expanded={view.more} onClick={on.more}>
          {view.more ? t('card_less') : t('card_more')}
        </button>
      )}
      <button
        class="link"
        type="button"
        onClick={() => on.openStory({ story: part.story.id, kind: 'figure', id: part.figure.id })}
      >
        {t('card_openStory')}
      </button>
      <span class="tools">
        {atMention && mention.count > 1 && (
          <>
            <IconButton icon="back" label={t('card_previous')} onClick={() => on.step(-1)} />
            <span class="note">{t('card_nth', [mention.index, mention.count])}</span>
            <IconButton icon="forward" label={t('card_next')} onClick={() => on.step(1)} />
          </>
        )}
        {atMention && (
          <button class="link correct" type="button" aria-expanded={view.correcting} onClick={on.correct}>
            {t('card_correct')}
          </button>
        )}
      </span>
      {atMention && view.correcting && <Corrections {...props} />}
      <Outcome localizer={localizer} notice={view.notice} />
    </footer>
  );
}

function Corrections({ localizer, view, mention, part, on }: CardProps & { part: StoryPart }) {
  const { t } = localizer;
  const inStory = forStory(localizer, part.story);
  const { text: name } = inLanguage(part.figure.name, inStory);
  const story = sourceLabel(inStory, part.story);
  const isPerson = part.figure.kind === 'person';
  const choices: [label: string, onClick: () => void][] = [
    [t(isPerson ? 'card_rejectPage' : 'card_rejectPage_thing', [mention.text]), () => on.reject('page')],
    [t(isPerson ? 'card_rejectSite' : 'card_rejectSite_thing', [mention.text]), () => on.reject('site')],
    [t('card_mute', [name]), on.mute],
    [t('card_leaveOutPage', [story]), () => on.leaveOut(part.story.id, 'page')],
    [t('card_leaveOutSite', [story]), () => on.leaveOut(part.story.id, 'site')],
    [t('card_report'), on.report],
  ];
  return (
    <ul class="corrections" inert={Boolean(view.notice?.undo)}>
      {choices.map(([label, onClick]) => (
        <li key={label}>
          <button class="link" type="button" onClick={onClick}>
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Why this figure: the strongest evidence, or all of it in an expanded card. */
function evidenceLine({ localizer, library, view, mention }: CardProps): string {
  const evidence = byStrength(mention.evidence).slice(0, view.more ? undefined : 1);
  if (evidence.length === 0) return '';
  const name = (id: string) => nameOf(library, id, localizer.language);
  return localizer.t('card_why', [describeEvidence(localizer, name, evidence)]);
}
