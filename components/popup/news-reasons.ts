// What a page was taken for news by, in words. Every kind of reason that page/news.ts can give has its text here:
// a missing one, one too many, or a wrong placeholder does not compile.
import type { Localizer, Translate } from '../localizer.ts';

/** `words`: the page's own, where the reason has some. */
type ReasonText = (t: Translate, words: string) => string;

const texts = {
  author: (t) => t('because_author'),
  built: (t) => t('because_built'),
  cart: (t) => t('because_cart'),
  code: (t) => t('because_code'),
  dateline: (t) => t('because_dateline'),
  described: (t, words) => t('because_described', [words]),
  error: (t) => t('because_error'),
  headlines: (t) => t('because_headlines'),
  journal: (t) => t('because_journal'),
  menu: (t, words) => t('because_menu', [words]),
  metadata: (t) => t('because_metadata'),
  named: (t, words) => t('because_named', [words]),
  notes: (t) => t('because_notes'),
  office: (t) => t('because_office'),
  publisher: (t) => t('because_publisher'),
  release: (t) => t('because_release'),
  section: (t) => t('because_section'),
  sections: (t, words) => t('because_sections', [words]),
  site: (t) => t('because_site'),
  software: (t, words) => t('because_software', [words]),
  titled: (t, words) => t('because_titled', [words]),
  told: (t) => t('because_told'),
  unreadable: (t) => t('because_unreadable'),
} satisfies Record<string, ReasonText>;

/**
 * A reason of page/news.ts in words.
 * @param reason its kind, and behind a space the page's own words, which may run in the other direction
 */
export function describeNewsReason({ t }: Localizer, reason: string): string {
  const [kind = '', ...words] = reason.split(' ');
  const text: ReasonText | undefined = Object.hasOwn(texts, kind) ? texts[kind as keyof typeof texts] : undefined;
  return text?.(t, `\u2068${words.join(' ')}\u2069`) ?? '';
}
