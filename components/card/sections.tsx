// The sections of a card: statements, quotations, relations, events and people.
// Their order depends on the kind of figure.

import type { CardContent, FigureKind } from '../../stories/card-content.ts';
import type { CardLibrary } from '../../stories/card-library.ts';
import { cutAtNames } from '../../stories/names-in-text.ts';
import { type CardFigure, type CardStory, inLanguage, shortName } from '../../stories/story.ts';
import { formatDate, type Localizer } from '../localizer.ts';
import { Citations } from '../sources.tsx';
import { describeStatement, statementText } from '../statement.ts';
import type { StoryPlace } from '../story/place.ts';
import { EditorialNote, QuotationWords, StoryText } from '../story-text.tsx';
import { Section } from './Section.tsx';

interface SectionProps {
  /** For the texts of this story. */
  localizer: Localizer;
  library: Pick<CardLibrary, 'merged'>;
  story: CardStory;
  figure: CardFigure;
  content: CardContent;
  /** Whether the card is expanded. */
  more: boolean;
  on: SectionCallbacks;
}

export interface SectionCallbacks {
  /** Shows another merged figure's card in place of this one. */
  goTo(figure: string): void;
  openStory(place: StoryPlace): void;
  /** Opens an article of the web. */
  openArticle(address: string): void;
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

function Statements(props: SectionProps) {
  const { localizer, library, story, content, figure, on } = props;
  return (
    <ul class="statements">
      {content.statements.map((statement) => {
        const { text, language, isVerbatim } = statementText(props, statement);
        const others = story.figures.filter(({ id }) => id !== figure.id && statement.figures.includes(id));
        return (
          <li key={statement.id} class={`mode mode-${statement.mode}`}>
            <p lang={language} class={isVerbatim ? 'words' : undefined}>
              {cutAtNames(text, others, localizer).map((piece) =>
                typeof piece === 'string' ? (
                  piece
                ) : (
                  <NameButton
                    key={piece.figure}
                    figure={library.merged(story.id, piece.figure)}
                    name={piece.name}
                    on={on}
                  />
                ),
              )}
            </p>
            <p class="note">
              {describeStatement(props, statement)}{' '}
              <Citations
                localizer={localizer}
                story={story}
                cites={statement.cites}
                onCite={() => on.openStory({ story: story.id, kind: 'statement', id: statement.id })}
                onArticle={on.openArticle}
              />
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function Quotations({ localizer, library, story, more, content, figure, on }: SectionProps) {
  return content.quotations.map((quotation) => {
    const speaker = story.figures.find(({ id }) => id === quotation.by);
    const name = speaker ? shortName(speaker, localizer) : '';
    return (
      <blockquote key={quotation.id}>
        <p>
          <QuotationWords localizer={localizer} quotation={quotation} />
        </p>
        <p class="note">
          <bdi>
            {speaker && speaker !== figure ? (
              <NameButton figure={library.merged(story.id, speaker.id)} name={name} on={on} />
            ) : (
              name
            )}{' '}
            {quotation.to && <StoryText localizer={localizer} text={quotation.to} />}
          </bdi>{' '}
          <Citations
            localizer={localizer}
            story={story}
            cites={[quotation.cite]}
            onCite={() => on.openStory({ story: story.id, kind: 'quotation', id: quotation.id })}
            onArticle={on.openArticle}
          />
        </p>
        {more && quotation.editorial && <EditorialNote localizer={localizer} text={quotation.editorial} />}
      </blockquote>
    );
  });
}

function Relations(props: SectionProps) {
  const { localizer, story, more, content, figure, on } = props;
  return (
    <ul class="relations">
      {content.relations.map((relation) => {
        const other = story.figures.find(({ id }) => id !== figure.id && relation.between.includes(id));
        return (
          <li key={relation.id}>
            {other && <FigureButton {...props} other={other} />}{' '}
            {more && relation.label && <StoryText localizer={localizer} text={relation.label} class="note" />}
            <ol class="course">
              {relation.course.map((step, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: steps have no ids, and never change places
                <li key={at}>
                  <StoryText localizer={localizer} text={step.text} />{' '}
                  <Citations
                    localizer={localizer}
                    story={story}
                    cites={more ? step.cites : step.cites.slice(0, 1)}
                    onCite={() => on.openStory({ story: story.id, kind: 'relation', id: relation.id })}
                    onArticle={on.openArticle}
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

function Events({ localizer, story, content, figure, on }: SectionProps) {
  const { t, locale } = localizer;
  return (
    <Section label={figure.kind === 'place' ? t('card_happened') : t('card_events')}>
      <ol class="events">
        {content.events.map((event) => (
          <li key={event.id} class={event.planned ? 'planned' : undefined}>
            <StoryText localizer={localizer} text={event.title} />{' '}
            <span class="note">
              {event.planned && `${t('story_planned')} · `}
              {event.date === null ? (
                event.when && <StoryText localizer={localizer} text={event.when} />
              ) : (
                <span class={event.dateIsEditorial ? 'bracketed' : undefined}>{formatDate(locale, event.date)}</span>
              )}{' '}
              <Citations
                localizer={localizer}
                story={story}
                cites={event.cites}
                onCite={() => on.openStory({ story: story.id, kind: 'event', id: event.id })}
                onArticle={on.openArticle}
              />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function People(props: SectionProps) {
  return (
    <Section label={props.localizer.t('card_people')}>
      <ul class="company">
        {props.content.people.map((person) => (
          <li key={person.id}>
            <FigureButton {...props} other={person} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function FigureButton({ localizer, library, story, other, on }: SectionProps & { other: CardFigure }) {
  const { text } = inLanguage(other.name, localizer);
  return <NameButton figure={library.merged(story.id, other.id)} name={text} on={on} />;
}

function NameButton({ figure, name, on }: { figure: string; name: string; on: SectionCallbacks }) {
  return (
    <button class="name" type="button" onClick={() => on.goTo(figure)}>
      {name}
    </button>
  );
}
