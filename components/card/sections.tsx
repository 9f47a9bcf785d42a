// The sections of a card: statements, quotations, relations, events and people.
// Their order depends on the kind of figure.

import type { CardContent, FigureKind } from '../../stories/card-content.ts';
import { cutAtNames } from '../../stories/names-in-text.ts';
import { type CardFigure, type CardStory, inLanguage, shortName } from '../../stories/story.ts';
import { formatDate, type Localizer } from '../localizer.ts';
import { Citations, describeMode, EditorialNote, QuotationWords, Section, StoryText } from '../parts.tsx';
import type { StoryPlace } from '../story/place.ts';

interface SectionProps {
  localizer: Localizer;
  story: CardStory;
  figure: CardFigure;
  content: CardContent;
  /** Whether the card is expanded. */
  more: boolean;
  on: SectionCallbacks;
}

export interface SectionCallbacks {
  /** Shows another figure's card in place of this one. */
  goTo(figure: string): void;
  openStory(place: StoryPlace): void;
}

const sections = {
  statements: Statements,
  quotations: Quotations,
  relations: Relations,
  events: Events,
  people: People,
};

/** In which order a card tells of its figure. */
export const sectionOrder: Record<FigureKind, readonly (keyof typeof sections)[]> = {
  person: ['statements', 'quotations', 'relations', 'events'],
  place: ['events', 'statements', 'people', 'relations', 'quotations'],
  organization: ['statements', 'quotations', 'people', 'relations', 'events'],
  group: ['statements', 'people', 'quotations', 'relations', 'events'],
};

/** Everything that a card says of its figure, without the sections that are empty. */
export function CardSections(props: SectionProps) {
  return sectionOrder[props.figure.kind].map((name) => {
    const Content = sections[name];
    return props.content[name].length > 0 && <Content key={name} {...props} />;
  });
}

function Statements({ localizer, story, content, figure, on }: SectionProps) {
  return (
    <ul class="statements">
      {content.statements.map((statement) => (
        <li key={statement.id} class={`mode mode-${statement.mode}`}>
          <p lang={inLanguage(statement.text, localizer).language}>
            {cutAtNames(
              inLanguage(statement.text, localizer).text,
              story.figures.filter(({ id }) => id !== figure.id && statement.figures.includes(id)),
              localizer,
            ).map((piece) =>
              typeof piece === 'string' ? piece : <NameButton key={piece.figure} {...piece} onGoTo={on.goTo} />,
            )}
          </p>
          <p class="note">
            {describeMode(localizer, statement, story.figures)}{' '}
            <Citations
              localizer={localizer}
              cites={statement.cites}
              onCite={() => on.openStory({ kind: 'statement', id: statement.id })}
            />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Quotations({ localizer, story, more, content, figure, on }: SectionProps) {
  return content.quotations.map((quotation) => {
    const speaker = story.figures.find(({ id }) => id === quotation.by);
    const name = speaker ? shortName(speaker, localizer) : '';
    return (
      <blockquote key={quotation.id}>
        <p>
          <QuotationWords localizer={localizer} quotation={quotation} />
        </p>
        <p class="note">
          {speaker && speaker !== figure ? <NameButton figure={speaker.id} name={name} onGoTo={on.goTo} /> : name}{' '}
          {quotation.to && <StoryText localizer={localizer} text={quotation.to} />}{' '}
          <Citations
            localizer={localizer}
            cites={[quotation.cite]}
            onCite={() => on.openStory({ kind: 'quotation', id: quotation.id })}
          />
        </p>
        {more && quotation.editorial && <EditorialNote localizer={localizer} text={quotation.editorial} />}
      </blockquote>
    );
  });
}

function Relations({ localizer, story, more, content, figure, on }: SectionProps) {
  return (
    <ul class="relations">
      {content.relations.map((relation) => {
        const other = story.figures.find(({ id }) => id !== figure.id && relation.between.includes(id));
        return (
          <li key={relation.id}>
            {other && <FigureButton localizer={localizer} figure={other} on={on} />}{' '}
            {more && relation.label && <StoryText localizer={localizer} text={relation.label} class="note" />}
            <ol class="course">
              {relation.course.map((step, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: steps have no ids, and never change places
                <li key={at}>
                  <StoryText localizer={localizer} text={step.text} />{' '}
                  <Citations
                    localizer={localizer}
                    cites={more ? step.cites : step.cites.slice(0, 1)}
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

function Events({ localizer, content, figure, on }: SectionProps) {
  const { t, locale } = localizer;
  return (
    <Section label={figure.kind === 'place' ? t('card_happened') : t('card_events')}>
      <ol class="events">
        {content.events.map((event) => (
          <li key={event.id} class={event.planned ? 'planned' : undefined}>
            <StoryText localizer={localizer} text={event.title} />{' '}
            <span class="note">
              {event.date === null ? (
                event.when && <StoryText localizer={localizer} text={event.when} />
              ) : (
                <span class={event.dateIsEditorial ? 'bracketed' : undefined}>{formatDate(locale, event.date)}</span>
              )}{' '}
              <Citations
                localizer={localizer}
                cites={event.cites}
                onCite={() => on.openStory({ kind: 'event', id: event.id })}
              />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function People({ localizer, content, on }: SectionProps) {
  return (
    <Section label={localizer.t('card_people')}>
      <ul class="people">
        {content.people.map((person) => (
          <li key={person.id}>
            <FigureButton localizer={localizer} figure={person} on={on} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function FigureButton({ localizer, figure, on }: { localizer: Localizer; figure: CardFigure; on: SectionCallbacks }) {
  return <NameButton figure={figure.id} name={inLanguage(figure.name, localizer).text} onGoTo={on.goTo} />;
}

function NameButton({ figure, name, onGoTo }: { figure: string; name: string; onGoTo: (figure: string) => void }) {
  return (
    <button class="name" type="button" onClick={() => onGoTo(figure)}>
      {name}
    </button>
  );
}
