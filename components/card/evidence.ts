// Why a mention was taken for a figure, in words.

import type { Evidence } from '../../recognition/resolve.ts';
import { formatDate, formatList, type Localizer } from '../localizer.ts';

/** A mention as a card knows it. */
export interface CardMention {
  /** The merged figure. */
  figure: string;
  /** Another one of the same name, where nobody has said yet whether they are one. */
  namesake?: string | undefined;
  /** As it stands on the page. */
  text: string;
  evidence: readonly Evidence[];
  /** Which of the page's mentions of this figure it is, from 1, and how many there are. */
  index: number;
  count: number;
}

const namedInFull = {
  above: 'why_above',
  below: 'why_below',
  headline: 'why_headline',
} as const satisfies Record<Extract<Evidence, { kind: 'named-in-full' }>['where'], string>;

/**
 * One piece of evidence as a clause. A kind of evidence without a text does not compile.
 * @param nameOf the name of a merged figure
 */
export function describeEvidence(
  { t, locale }: Localizer,
  nameOf: (figure: string) => string,
  evidence: Evidence,
): string {
  switch (evidence.kind) {
    case 'full-name':
      return t('why_fullName');
    case 'unique':
      return t('why_unique');
    case 'surname':
      return t('why_surname');
    case 'named-in-full':
      return t(namedInFull[evidence.where], [evidence.text]);
    case 'title':
      return t('why_title', [evidence.text]);
    case 'beside':
      return t('why_beside', [formatList(locale, evidence.figures.map(nameOf))]);
    case 'office':
      return t('why_office', [formatDate(locale, evidence.date)]);
  }
}
