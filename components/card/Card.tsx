// The card: a margin note on one figure. Props in, callbacks out; stories/card-content.ts chooses what it says.

import {
  byStrength,
  type CardContent,
  type CardPage,
  cardContent,
  firstViewWords,
  type PageTime,
  pageTime,
  words,
} from '../../stories/card-content.ts';
import { type CardFigure, type CardStory, inLanguage } from '../../stories/story.ts';
import { direction, formatDate, forStory, type Localizer } from '../localizer.ts';
import { AsOf, EditorialNote, IconButton, Section, StoryText, sourceLine } from '../parts.tsx';
import { EventStrip } from './EventStrip.tsx';
import { type CardMention, describeEvidence } from './evidence.ts';
import { CardSections, type SectionCallbacks } from './sections.tsx';
import type { CardView } from './view.ts';

export interface CardProps {
  localizer: Localizer;
  story: CardStory;
  view: CardView;
  page: CardPage;
  /** The mention the card was opened at. */
  mention: CardMention;
  /** A dialog if opened by keyboard or touch, or pinned; a tooltip while the word is only hovered. */
  role: 'dialog' | 'tooltip';
  on: CardCallbacks;
}

export interface CardCallbacks extends SectionCallbacks {
  back(): void;
  /** Expands or collapses the card. */
  more(): void;
  /** Opens or closes the list of corrections. */
  correct(): void;
  /** Pins or unpins the card. */
  pin(): void;
  close(): void;
  /** Copies what the card shows now. */
  copy(figure: CardFigure, content: CardContent): void;
  /** Copies a report of this mention. */
  report(): void;
  /** Goes to the next (1) or previous (-1) mention of the same figure. */
  step(by: 1 | -1): void;
  reject(scope: 'page' | 'site'): void;
  mute(): void;
}

/** Lines that the card has once, whatever its content. */
interface Lines {
  /** The page's date relative to the story; empty without a date. */
  pageDate: string;
  /** Why the mention is this figure; empty when the card shows another figure. */
  why: string;
}

export function Card(all: CardProps) {
  const { story, view, page, role, on } = all;
  const localizer = forStory(all.localizer, story);
  const props = { ...all, localizer };
  const { t, locale } = localizer;
  const figure = story.figures.find(({ id }) => id === view.figure);
  if (!figure) return null;

  const time = pageTime(page.date, story);
  const lines: Lines = {
    pageDate: time && page.date ? pageDateLine(localizer, time, page.date) : '',
    why: figure.id === props.mention.figure ? evidenceLine(props) : '',
  };
  const room = view.more ? Infinity : firstViewWords - frameWords(localizer, story, figure, lines);
  const content = cardContent(story, figure, page, localizer, room);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it can have are labelled
    <div
      class={`surface card card-${figure.kind}`}
      role={role}
      aria-labelledby="who"
      tabIndex={-1}
      lang={locale}
      dir={direction(locale)}
    >
      <Header {...props} figure={figure} content={content} />
      <CardSections localizer={localizer} story={story} figure={figure} content={content} more={view.more} on={on} />
      <EventStrip localizer={localizer} story={story} figure={figure} page={page} time={time} />
      {lines.pageDate && <p class="note">{lines.pageDate}</p>}
      {lines.why && <p class="note">{lines.why}</p>}
      {view.more && figure.unknown.length > 0 && (
        <Section label={t('card_unknown')}>
          <ul class="note">
            {figure.unknown.map((text, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: texts have no ids, and never change places
              <StoryText key={at} as="li" localizer={localizer} text={text} />
            ))}
          </ul>
        </Section>
      )}
      {view.more && <p class="note">{sourceLine(localizer, story)}</p>}
      <Footer {...props} figure={figure} complete={content.complete} />
    </div>
  );
}

function Header({
  localizer,
  story,
  view,
  figure,
  content,
  on,
}: CardProps & { figure: CardFigure; content: CardContent }) {
  const { t } = localizer;
  const previous = story.figures.find(({ id }) => id === view.back.at(-1));
  return (
    <header>
      {previous && (
        <IconButton icon="back" label={t('card_back', [inLanguage(previous.name, localizer).text])} onClick={on.back} />
      )}
      <div class="who">
        <StoryText as="h2" id="who" localizer={localizer} text={figure.name} />
        {figure.role && <StoryText as="p" localizer={localizer} text={figure.role} />}
        <p class="note">
          <AsOf localizer={localizer} day={figure.asOf ?? story.asOf} />
        </p>
        {figure.editorial && <EditorialNote localizer={localizer} text={figure.editorial} />}
      </div>
      <div class="tools">
        <IconButton icon="copy" label={t('card_copy')} onClick={() => on.copy(figure, content)} />
        <IconButton icon="pin" label={t('card_pin')} aria-pressed={view.pinned} onClick={on.pin} />
        <IconButton icon="close" label={t('card_close')} onClick={on.close} />
      </div>
    </header>
  );
}

function Footer(props: CardProps & { figure: CardFigure; complete: boolean }) {
  const { localizer, view, mention, figure, complete, on } = props;
  const { t } = localizer;
  const atMention = figure.id === mention.figure;
  return (
    <footer>
      {(view.more || !complete) && (
        <button class="link" type="button" aria-expanded={view.more} onClick={on.more}>
          {view.more ? t('card_less') : t('card_more')}
        </button>
      )}
      <button class="link" type="button" onClick={() => on.openStory({ kind: 'figure', id: figure.id })}>
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
          <IconButton icon="dots" label={t('card_correct')} aria-expanded={view.correcting} onClick={on.correct} />
        )}
      </span>
      {atMention && view.correcting && <Corrections {...props} />}
      <p class="note" role="status">
        {view.notice && t(view.notice)}
      </p>
    </footer>
  );
}

function Corrections({ localizer, mention, figure, on }: CardProps & { figure: CardFigure }) {
  const { t } = localizer;
  const choices: [label: string, onClick: () => void][] = [
    [t('card_rejectPage', [mention.text]), () => on.reject('page')],
    [t('card_rejectSite', [mention.text]), () => on.reject('site')],
    [t('card_mute', [inLanguage(figure.name, localizer).text]), on.mute],
    [t('card_report'), on.report],
  ];
  return (
    <ul class="corrections">
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

function pageDateLine({ t, locale }: Localizer, time: PageTime, date: string): string {
  return t(`card_${time}`, [formatDate(locale, date)]);
}

/** Why this figure: the strongest evidence, or all of it in an expanded card. */
function evidenceLine({ localizer, story, view, mention }: CardProps): string {
  const evidence = byStrength(mention.evidence).slice(0, view.more ? undefined : 1);
  if (evidence.length === 0) return '';
  const texts = evidence.map((item) => describeEvidence(localizer, story.figures, item));
  return `${localizer.t('card_why')} ${texts.join('; ')}`;
}

/** The number of words that a card has besides its content. */
function frameWords(localizer: Localizer, story: CardStory, figure: CardFigure, lines: Lines): number {
  const { t, locale } = localizer;
  const texts = [
    inLanguage(figure.name, localizer).text,
    figure.role && inLanguage(figure.role, localizer).text,
    `${t('asOf', [formatDate(locale, figure.asOf ?? story.asOf)])} ${t('mode_ours')}`,
    figure.editorial && `${inLanguage(figure.editorial, localizer).text} ${t('mode_ours')}`,
    ...Object.values(lines),
    t('card_more'),
    t('card_openStory'),
    t('card_nth', [1, 1]),
    figure.kind !== 'person' && `${t('card_happened')} ${t('card_people')}`,
  ];
  return words(texts.filter(Boolean).join(' '));
}
