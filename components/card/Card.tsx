// The card: a margin note on one figure. Props in, callbacks out; what it chooses to say comes from content.ts.
import type { CardStory, Figure, FigureKind, Quotation, Relation, Statement, StoryEvent } from '../../data/story.ts';
import { Cites, IconButton, modeIn, Section, shortName, Told, Words } from '../parts.tsx';
import type { StoryPlace } from '../story/place.ts';
import { dateIn, direction, type Voice } from '../voice.ts';
import {
  byStrength,
  type CardContent,
  type CardPage,
  cardContent,
  cutAtNames,
  firstViewWords,
  type PageTime,
  pageTime,
  words,
} from './content.ts';
import { type CardMention, reasonIn } from './reasons.ts';
import type { CardView } from './view.ts';

export interface CardProps {
  voice: Voice;
  story: CardStory;
  view: CardView;
  page: CardPage;
  /** The mention the card was opened at. */
  mention: CardMention;
  /** A dialog once the keyboard or a touch opened it, a description of the word while it is only hovered. */
  manner: 'dialog' | 'tooltip';
  on: CardCallbacks;
}

export interface CardCallbacks {
  follow(figure: string): void;
  back(): void;
  more(): void;
  correct(): void;
  pin(): void;
  close(): void;
  /** What the card shows just now. */
  copy(figure: Figure, content: CardContent): void;
  report(): void;
  step(by: 1 | -1): void;
  reject(scope: 'page' | 'site'): void;
  mute(): void;
  openStory(place: StoryPlace): void;
}

/** In which order each kind of card speaks. */
const order: Record<FigureKind, readonly (keyof typeof sections)[]> = {
  person: ['statements', 'quotations', 'relations', 'events'],
  place: ['events', 'statements', 'people', 'relations', 'quotations'],
  organization: ['statements', 'quotations', 'people', 'relations', 'events'],
  group: ['statements', 'people', 'quotations', 'relations', 'events'],
};

export function Card(props: CardProps) {
  const { voice, story, view, page, manner, on } = props;
  const { t, locale, language } = voice;
  const figure = story.figures.find(({ id }) => id === view.figure);
  if (!figure) return null;

  const time = pageTime(page.date, story);
  const before = story.figures.find(({ id }) => id === view.back.at(-1));
  const atMention = figure.id === props.mention.figure;
  const asOf = t('asOf', [dateIn(locale, figure.asOf)]);
  const stands = time && page.date && t(`card_${time}`, [dateIn(locale, page.date)]);
  const why = atMention && whyIn(props);
  const frame = [
    figure.name[language],
    figure.role[language],
    figure.editorial && `${figure.editorial[language]} ${t('mode_editorial')}`,
    `${asOf} ${t('mode_editorial')}`,
    stands,
    why,
    t('card_more'),
    t('card_openStory'),
    t('card_nth', [1, 1]),
    figure.kind !== 'person' && `${t('card_happened')} ${t('card_people')}`,
  ];
  const room = view.more ? Infinity : firstViewWords - words(frame.filter(Boolean).join(' '));
  const content = cardContent(story, figure, page, language, room);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it can have are labelled
    <div
      class={`surface card card-${figure.kind}`}
      role={manner}
      aria-labelledby="who"
      tabIndex={-1}
      lang={locale}
      dir={direction(locale)}
    >
      <header>
        {before && <IconButton icon="back" label={t('card_back', [before.name[language]])} onClick={on.back} />}
        <div class="who">
          <h2 id="who" lang={language}>
            {figure.name[language]}
          </h2>
          <p lang={language}>{figure.role[language]}</p>
          <p class="note">
            <span class="bracketed">{asOf}</span> {t('mode_editorial')}
          </p>
          {figure.editorial && (
            <p class="note mode mode-editorial">
              <Told voice={voice} text={figure.editorial} /> {t('mode_editorial')}
            </p>
          )}
        </div>
        <div class="tools">
          <IconButton icon="copy" label={t('card_copy')} onClick={() => on.copy(figure, content)} />
          <IconButton icon="pin" label={t('card_pin')} aria-pressed={view.pinned} onClick={on.pin} />
          <IconButton icon="close" label={t('card_close')} onClick={on.close} />
        </div>
      </header>

      {order[figure.kind].map((name) => {
        const Part = sections[name];
        return content[name].length > 0 && <Part key={name} {...props} figure={figure} content={content} />;
      })}

      <Strip voice={voice} story={story} figure={figure} page={page} time={time} />
      {stands && <p class="note">{stands}</p>}
      {why && <p class="note">{why}</p>}
      {view.more && figure.unknown && (
        <Section label={t('card_unknown')}>
          <ul class="note" lang={language}>
            {figure.unknown.map((text) => (
              <li key={text.en}>{text[language]}</li>
            ))}
          </ul>
        </Section>
      )}
      {view.more && <p class="note">{t('card_source', [story.source[language], dateIn(locale, story.asOf)])}</p>}

      <footer>
        {(view.more || !content.complete) && (
          <button class="link" type="button" aria-expanded={view.more} onClick={on.more}>
            {view.more ? t('card_less') : t('card_more')}
          </button>
        )}
        <button class="link" type="button" onClick={() => on.openStory({ kind: 'figure', id: figure.id })}>
          {t('card_openStory')}
        </button>
        <span class="tools">
          {atMention && props.mention.count > 1 && (
            <>
              <IconButton icon="back" label={t('card_previous')} onClick={() => on.step(-1)} />
              <span class="note">{t('card_nth', [props.mention.index, props.mention.count])}</span>
              <IconButton icon="forth" label={t('card_next')} onClick={() => on.step(1)} />
            </>
          )}
          {atMention && (
            <IconButton icon="dots" label={t('card_correct')} aria-expanded={view.correcting} onClick={on.correct} />
          )}
        </span>
        {atMention && view.correcting && <Corrections {...props} figure={figure} />}
        <p class="note" role="status">
          {view.notice && t(view.notice)}
        </p>
      </footer>
    </div>
  );
}

type PartProps = CardProps & { figure: Figure; content: CardContent };

const sections = {
  statements: Statements,
  quotations: Quotations,
  relations: Relations,
  events: Events,
  people: People,
};

function Statements({ voice, story, content, figure, on }: PartProps) {
  return (
    <ul class="statements">
      {content.statements.map((statement: Statement) => (
        <li key={statement.id} class={`mode mode-${statement.mode}`}>
          <p lang={voice.language}>
            {cutAtNames(
              statement.text[voice.language],
              story.figures.filter(({ id }) => id !== figure.id && statement.figures.includes(id)),
              voice.language,
            ).map((piece) =>
              typeof piece === 'string' ? piece : <Name key={piece.figure} {...piece} onFollow={on.follow} />,
            )}
          </p>
          <p class="note">
            {modeIn(voice, statement, story.figures)}{' '}
            <Cites
              voice={voice}
              cites={statement.cites}
              onCite={() => on.openStory({ kind: 'statement', id: statement.id })}
            />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Quotations({ voice, story, view, content, figure, on }: PartProps) {
  return (
    <>
      {content.quotations.map((quotation: Quotation) => {
        const by = story.figures.find(({ id }) => id === quotation.by);
        return (
          <blockquote key={quotation.id}>
            <p>
              <Words voice={voice} quotation={quotation} />
            </p>
            <p class="note">
              {by === figure && shortName(by, voice.language)}
              {by && by !== figure && <Name figure={by.id} name={shortName(by, voice.language)} onFollow={on.follow} />}{' '}
              <Told voice={voice} text={quotation.to} />{' '}
              <Cites
                voice={voice}
                cites={[quotation.cite]}
                onCite={() => on.openStory({ kind: 'quotation', id: quotation.id })}
              />
            </p>
            {view.more && quotation.editorial && (
              <p class="note mode mode-editorial">
                <Told voice={voice} text={quotation.editorial} /> {voice.t('mode_editorial')}
              </p>
            )}
          </blockquote>
        );
      })}
    </>
  );
}

function Relations({ voice, story, view, content, figure, on }: PartProps) {
  return (
    <ul class="relations">
      {content.relations.map((relation: Relation) => {
        const other = story.figures.find(({ id }) => id !== figure.id && relation.between.includes(id));
        return (
          <li key={relation.id}>
            {other && <Follow voice={voice} figure={other} on={on} />}{' '}
            {view.more && <Told voice={voice} text={relation.label} class="note" />}
            <ol class="course">
              {relation.course.map((step) => (
                <li key={step.text.en}>
                  <Told voice={voice} text={step.text} />{' '}
                  <Cites
                    voice={voice}
                    cites={view.more ? step.cites : step.cites.slice(0, 1)}
                    onCite={() => on.openStory({ kind: 'relation', id: relation.id })}
                  />
                </li>
              ))}
            </ol>
          </li>
        );
      })}
    </ul>
  );
}

function Events({ voice, content, figure, on }: PartProps) {
  const { t, locale } = voice;
  return (
    <Section label={figure.kind === 'place' ? t('card_happened') : t('card_events')}>
      <ol class="events">
        {content.events.map((event: StoryEvent) => (
          <li key={event.id} class={event.planned ? 'planned' : undefined}>
            <Told voice={voice} text={event.title} />{' '}
            <span class="note">
              {event.date === null ? (
                <Told voice={voice} text={event.when} />
              ) : (
                <span class={event.dateIsEditorial ? 'bracketed' : undefined}>{dateIn(locale, event.date)}</span>
              )}{' '}
              <Cites voice={voice} cites={event.cites} onCite={() => on.openStory({ kind: 'event', id: event.id })} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function People({ voice, content, on }: PartProps) {
  return (
    <Section label={voice.t('card_people')}>
      <ul class="people">
        {content.people.map((person) => (
          <li key={person.id}>
            <Follow voice={voice} figure={person} on={on} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Follow({ voice, figure, on }: { voice: Voice; figure: Figure; on: CardCallbacks }) {
  return <Name figure={figure.id} name={figure.name[voice.language]} onFollow={on.follow} />;
}

function Name({ figure, name, onFollow }: { figure: string; name: string; onFollow: (figure: string) => void }) {
  return (
    <button class="name" type="button" onClick={() => onFollow(figure)}>
      {name}
    </button>
  );
}

/** The story's events on one line, those of this figure filled, planned ones dashed, with a wedge where the page stands. */
function Strip({
  voice,
  story,
  figure,
  page,
  time,
}: {
  voice: Voice;
  story: CardStory;
  figure: Figure;
  page: CardPage;
  time: PageTime | null;
}) {
  const events = [...story.events].sort((a, b) => a.order - b.order);
  const involved = events.filter((event) => event.figures.includes(figure.id));
  if (involved.length === 0) return null;
  const at = (index: number) => `${((index + 1) / (events.length + 1)) * 100}%`;
  const passed = events.findLastIndex((event) => event.date !== null && page.date !== null && event.date <= page.date);
  const stands = time === 'before' ? -0.5 : time === 'after' ? events.length - 0.5 : passed + 0.5;
  return (
    <svg
      class="strip"
      role="img"
      aria-label={voice.t('card_strip', [involved.length, events.length, figure.name[voice.language]])}
    >
      <line x1="0" x2="100%" y1="8" y2="8" />
      {events.map((event, index) => (
        <circle
          key={event.id}
          cx={at(index)}
          class={`${involved.includes(event) ? 'involved' : ''} ${event.planned ? 'planned' : ''}`}
        >
          <title>{event.title[voice.language]}</title>
        </circle>
      ))}
      {time && (
        <svg class="here" x={at(stands)} aria-hidden="true">
          <path d="M0 15l3 6h-6z" />
        </svg>
      )}
    </svg>
  );
}

/** Why this figure: the most convincing reason, or all of them. */
function whyIn({ voice, story, view, mention }: CardProps): string {
  const evidence = byStrength(mention.evidence).slice(0, view.more ? undefined : 1);
  if (evidence.length === 0) return '';
  return `${voice.t('card_why')} ${evidence.map((item) => reasonIn(voice, story.figures, item)).join('; ')}`;
}

function Corrections({ voice: { t, language }, mention, figure, on }: CardProps & { figure: Figure }) {
  const choices: [label: string, onClick: () => void][] = [
    [t('card_rejectPage', [mention.text]), () => on.reject('page')],
    [t('card_rejectSite', [mention.text]), () => on.reject('site')],
    [t('card_mute', [figure.name[language]]), on.mute],
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
