// Why a page was taken for news, or was not, in words. A kind of reason without a text, an unknown kind or a wrong
// placeholder does not compile; a text that no kind uses fails tests/locales.test.ts.
import type { NewsReasonKind } from '../../page/news/reasons.ts';
import type { Localizer, Translate } from '../localizer.ts';

/** Types of schema.org that are news; readers need not know their names. */
const SCHEMA_NEWS = /newsarticle|^liveblogposting|^newspaper|^newsmedia/i;

/** `detail`: the page's own words, where the reason quotes some. */
const texts: Record<NewsReasonKind, (t: Translate, detail: string) => string> = {
  author: (t) => t('because_author'),
  built: (t) => t('because_built'),
  cart: (t) => t('because_cart'),
  code: (t) => t('because_code'),
  dated: (t) => t('because_dated'),
  dateline: (t) => t('because_dateline'),
  described: (t, detail) => (SCHEMA_NEWS.test(detail) ? t('describedAsNews') : t('because_described')),
  error: (t) => t('because_error'),
  headlines: (t) => t('because_headlines'),
  journal: (t) => t('because_journal'),
  list: (t) => t('because_list'),
  menu: (t, detail) => t('because_menu', [detail]),
  metadata: (t) => t('because_metadata'),
  named: (t, detail) => t('because_named', [detail]),
  notes: (t) => t('because_notes'),
  office: (t) => t('because_office'),
  prices: (t) => t('because_prices'),
  publisher: (t) => t('because_publisher'),
  release: (t) => t('because_release'),
  section: (t) => t('because_section'),
  sections: (t, detail) => t('because_sections', [detail]),
  site: (t) => t('because_site'),
  software: (t, detail) => t('because_software', [detail]),
  titled: (t, detail) => t('because_titled', [detail]),
  told: (t) => t('because_told'),
  unreadable: (t) => t('because_unreadable'),
};

/**
 * A reason in words.
 * @param reason as messages carry it: its kind, and after a space its detail, which may be in another direction
 */
export function describeNewsReason({ t }: Localizer, reason: string): string {
  const [kind, ...detail] = reason.split(' ');
  return texts[kind as NewsReasonKind](t, `\u2068${detail.join(' ')}\u2069`);
}
