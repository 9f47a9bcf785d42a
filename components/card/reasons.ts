// Says in words why a mention is held to be this figure, and puts a card or a doubtful mention into plain text for the clipboard.
import type { CardStory, Figure } from '../../data/story.ts';
import type { Evidence } from '../../recognition/resolve.ts';
import { modeIn } from '../parts.tsx';
import { dateIn, listIn, type Voice } from '../voice.ts';
import { type CardContent, quoted } from './content.ts';

/** A mention as a card knows it. */
export interface CardMention {
  figure: string;
  /** As it stands on the page. */
  text: string;
  evidence: readonly Evidence[];
  /** Which of the page's mentions of this figure it is, from 1, and how many there are. */
  index: number;
  count: number;
}

export function reasonIn({ t, locale, language }: Voice, figures: readonly Figure[], evidence: Evidence): string {
  switch (evidence.kind) {
    case 'full-name':
      return t('why_fullName');
    case 'unique':
      return t('why_unique');
    case 'surname':
      return t('why_surname');
    case 'named-in-full':
      return t(`why_${evidence.where}`, [evidence.text]);
    case 'title':
      return t('why_title', [evidence.text]);
    case 'beside':
      return t('why_beside', [listIn(locale, evidence.figures.map(nameOf))]);
    case 'office':
      return t('why_office', [dateIn(locale, evidence.date)]);
  }

  function nameOf(id: string): string {
    return figures.find((figure) => figure.id === id)?.name[language] ?? id;
  }
}

/** What a card shows, as text with its citations. */
export function cardAsText(voice: Voice, story: CardStory, figure: Figure, content: CardContent): string {
  const { t, locale, language } = voice;
  return [
    `${figure.name[language]}: ${figure.role[language]} (${t('asOf', [dateIn(locale, figure.asOf)])}, ${t('mode_editorial')})`,
    ...content.statements.map(
      (statement) =>
        `• ${statement.text[language]} (${modeIn(voice, statement, story.figures)}; ${placesOf(statement.cites)})`,
    ),
    ...content.quotations.map((quotation) => {
      const by = story.figures.find(({ id }) => id === quotation.by);
      const told = quoted(quotation, language);
      const words = quotation.saidIn === language ? `${told} [${t('story_retranslated')}]` : `“${told}”`;
      return `• ${words} (${[by?.name[language], quotation.to[language], placesOf([quotation.cite])].filter(Boolean).join(' ')})`;
    }),
    t('card_source', [story.source[language], dateIn(locale, story.asOf)]),
  ].join('\n');
}

/** A report of a doubtful mention: what was marked, where and why. It goes to the clipboard and nowhere else. */
export function reportAsText(voice: Voice, figures: readonly Figure[], mention: CardMention, address: string): string {
  const name = figures.find(({ id }) => id === mention.figure)?.name[voice.language] ?? mention.figure;
  return [
    voice.t('report_what', [mention.text, name]),
    voice.t('report_where', [address]),
    voice.t('report_why', [mention.evidence.map((evidence) => reasonIn(voice, figures, evidence)).join('; ')]),
  ].join('\n');
}

function placesOf(cites: readonly string[]): string {
  return cites.map((cite) => `¶${cite}`).join(', ');
}
