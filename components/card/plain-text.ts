// What a card puts on the clipboard: its content with citations, or a report of a doubtful mention.

import type { CardContent } from '../../stories/card-content.ts';
import type { Text } from '../../stories/format.ts';
import { inMarks } from '../../stories/quotation-marks.ts';
import { type CardFigure, type CardStory, inLanguage, quoted, splitCitation } from '../../stories/story.ts';
import { formatDate, formatList, joinClauses, type Localizer } from '../localizer.ts';
import { asOf } from '../origin.ts';
import { sourceLine } from '../sources.tsx';
import { describeStatement, statementText } from '../statement.ts';
import { retranslationNote } from '../story-text.tsx';
import { type CardMention, describeEvidence } from './evidence.ts';
import { sectionOrder } from './sections.tsx';

/** What a card shows, as text with its citations, in the order in which the card shows it. */
export function cardAsText(localizer: Localizer, story: CardStory, figure: CardFigure, content: CardContent): string {
  const { t, locale } = localizer;
  const day = figure.asOf ?? story.asOf;
  const since = asOf(localizer, story, day);
  const told = (text: Text | null | undefined) => (text ? inLanguage(text, localizer).text : '');
  const nameOf = (id: string | null | undefined) => told(story.figures.find((one) => one.id === id)?.name);
  const lines: Record<(typeof sectionOrder)['person'][number], () => string[]> = {
    statements: () =>
      content.statements.map((statement) => {
        const mode = describeStatement({ localizer, story }, statement);
        return `${statementText({ localizer, story }, statement).text} (${mode}; ${citationsOf(statement.cites)})`;
      }),
    quotations: () =>
      content.quotations.map((quotation) => {
        const source = [nameOf(quotation.by), told(quotation.to), citationsOf([quotation.cite])];
        const { text, language, isTranslatedBack } = quoted(quotation, localizer);
        const words = isTranslatedBack
          ? `${text} [${retranslationNote(localizer, quotation)}]`
          : inMarks(text, language);
        return `${words} (${source.filter(Boolean).join(' ')})`;
      }),
    relations: () =>
      content.relations.map(({ between, course }) => {
        const steps = course.map(({ text, cites }) => `${told(text)} (${citationsOf(cites)})`);
        return `${nameOf(between.find((id) => id !== figure.id))}: ${joinClauses(localizer, steps)}`;
      }),
    events: () =>
      content.events.map(({ title, date, dateIsEditorial, when, cites }) => {
        const day = date === null ? told(when) : formatDate(locale, date);
        return `${dateIsEditorial ? `[${day}]` : day}: ${told(title)} (${citationsOf(cites)})`;
      }),
    people: () => {
      const names = content.people.map(({ name }) => told(name));
      return names.length > 0 ? [`${t('card_people')}: ${formatList(locale, names)}`] : [];
    },
  };
  return [
    figure.role ? `${told(figure.name)}: ${told(figure.role)} (${since})` : `${told(figure.name)} (${since})`,
    ...sectionOrder[figure.kind].flatMap((section) => lines[section]().map((line) => `• ${line}`)),
    sourceLine(localizer, story),
  ].join('\n');
}

/**
 * A report of a doubtful mention: what was marked, where and why. It goes to the clipboard and nowhere else.
 * @param nameOf the name of a merged figure
 * @param address the page's
 */
export function reportAsText(
  localizer: Localizer,
  nameOf: (figure: string) => string,
  mention: CardMention,
  address: string,
): string {
  const { t } = localizer;
  return [
    t('report_what', [mention.text, nameOf(mention.figure)]),
    t('report_where', [address]),
    t('report_why', [describeEvidence(localizer, nameOf, mention.evidence)]),
  ].join('\n');
}

function citationsOf(cites: readonly string[]): string {
  return cites.map((cite) => `¶${splitCitation(cite).place}`).join(', ');
}
