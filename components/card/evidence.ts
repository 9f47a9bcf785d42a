// Why a mention was taken for a figure, in words.

import type { Evidence } from '../../recognition/resolve.ts';
import { formatDate, formatList, joinClauses, type Localizer } from '../localizer.ts';

/** A mention as a card knows it. */
export interface CardMention {
  /** The merged figure. */
  figure: string;
  /** Others whom the name may mean: nothing on the page tells them apart. */
  namesakes?: readonly string[];
  /** Whether the reader may be asked if two of them are one. */
  isAsked?: boolean;
  /** As it stands on the page. */
  text: string;
  evidence: readonly Evidence[];
  /** Which of the page's mentions of this figure it is, from 1, and how many there are. */
  index: number;
  count: number;
}

/** Pieces of evidence as clauses in a row. @param nameOf the name of a merged figure */
export const describeEvidence = (
  localizer: Localizer,
  nameOf: (figure: string) => string,
  evidence: readonly Evidence[],
): string =>
  joinClauses(
    localizer,
    evidence.map((one) => clauseOf(localizer, nameOf, one)),
  );

/** A kind of evidence without a text does not compile. */
function clauseOf({ t, locale }: Localizer, nameOf: (figure: string) => string, evidence: Evidence): string {
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
      return t('why_beside', [formatList(locale, evidence.figures.map(nameOf))]);
    case 'office':
      return t('why_office', [formatDate(locale, evidence.date)]);
  }
}
