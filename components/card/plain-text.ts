// What a card puts on the clipboard: its content with citations, or a report of a doubtful mention.

import { type CardContent, quoted } from '../../stories/card-content.ts';
import type { CardStory, Figure } from '../../stories/story.ts';
import { formatDate, formatList, type Localizer } from '../localizer.ts';
import { describeMode } from '../parts.tsx';
import { type CardMention, describeEvidence } from './evidence.ts';
import { sectionOrder } from './sections.tsx';

/** What a card shows, as text with its citations, in the order in which the card shows it. */
export function cardAsText(localizer: Localizer, story: CardStory, figure: Figure, content: CardContent): string {
  const { t, locale, language } = localizer;
  const asOf = t('asOf', [formatDate(locale, figure.asOf)]);
  const nameOf = (id: string | null | undefined) => story.figures.find((one) => one.id === id)?.name[language];
  const lines: Record<(typeof sectionOrder)['person'][number], () => string[]> = {
    statements: () =>
      content.statements.map((statement) => {
        const mode = describeMode(localizer, statement, story.figures);
        return `${statement.text[language]} (${mode}; ${citationsOf(statement.cites)})`;
      }),
    quotations: () =>
      content.quotations.map((quotation) => {
        const source = [nameOf(quotation.by), quotation.to[language], citationsOf([quotation.cite])];
        const text = quoted(quotation, language);
        const words = quotation.saidIn === language ? `${text} [${t('story_retranslated')}]` : `“${text}”`;
        return `${words} (${source.filter(Boolean).join(' ')})`;
      }),
    relations: () =>
      content.relations.map(({ between, course }) => {
        const steps = course.map(({ text, cites }) => `${text[language]} (${citationsOf(cites)})`);
        return `${nameOf(between.find((id) => id !== figure.id))}: ${steps.join('; ')}`;
      }),
    events: () =>
      content.events.map(({ title, date, dateIsEditorial, when, cites }) => {
        const day = date === null ? when[language] : formatDate(locale, date);
        return `${dateIsEditorial ? `[${day}]` : day}: ${title[language]} (${citationsOf(cites)})`;
      }),
    people: () => {
      const names = content.people.map(({ name }) => name[language]);
      return names.length > 0 ? [`${t('card_people')}: ${formatList(locale, names)}`] : [];
    },
  };
  return [
    `${figure.name[language]}: ${figure.role[language]} (${asOf}, ${t('mode_editorial')})`,
    ...sectionOrder[figure.kind].flatMap((section) => lines[section]().map((line) => `• ${line}`)),
    t('card_source', [story.source[language], formatDate(locale, story.asOf)]),
  ].join('\n');
}

/**
 * A report of a doubtful mention: what was marked, where and why. It goes to the clipboard and nowhere else.
 * @param address the page's
 */
export function reportAsText(
  localizer: Localizer,
  figures: readonly Figure[],
  mention: CardMention,
  address: string,
): string {
  const { t, language } = localizer;
  const name = figures.find(({ id }) => id === mention.figure)?.name[language] ?? mention.figure;
  return [
    t('report_what', [mention.text, name]),
    t('report_where', [address]),
    t('report_why', [mention.evidence.map((evidence) => describeEvidence(localizer, figures, evidence)).join('; ')]),
  ].join('\n');
}

function citationsOf(cites: readonly string[]): string {
  return cites.map((cite) => `¶${cite}`).join(', ');
}
