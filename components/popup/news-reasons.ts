// Why a page was taken for news, or was not, in words. A kind of reason without a text, an unknown kind or a wrong
// placeholder does not compile; a text that no kind uses fails tests/locales.test.ts.
import type { NewsReasonKind } from '../../page/news/reasons.ts';
import { formatList, type Localizer, type Translate } from '../localizer.ts';

/** Types of schema.org that are news; readers need not know their names. */
const SCHEMA_NEWS = /newsarticle|^liveblogposting|^newspaper|^newsmedia/i;

/** Names of sites that are longer begin with what they are called, and go on with what they promise; characters. */
const LONGEST_NAME = 50;

/** Prices, offers and numbers, which menus have beside their sections. */
const OFFER = /[\p{Nd}\p{Sc}+%]/u;

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
 * A reason in words; null where a reader would not know what its words of the page mean.
 * @param reason as messages carry it: its kind, and after a space its detail, which may be in another direction
 */
export function describeNewsReason({ t, locale }: Localizer, reason: string): string | null {
  const [kind = '', ...detail] = reason.split(' ');
  const told = detailOf(kind, detail.join(' '));
  if (told.length === 0) return null;
  return texts[kind as NewsReasonKind](
    t,
    formatList(
      locale,
      told.map((part) => `\u2068${part}\u2069`),
    ),
  );
}

/** The page's own words as they are shown: entries of a menu, a name, or what has made the page. */
function detailOf(kind: string, detail: string): string[] {
  if (kind === 'sections' || kind === 'menu') return detail.split('\n').filter((entry) => !OFFER.test(entry));
  // "MediaWiki 1.42.0-wmf.4"
  if (kind === 'software') return [detail.replace(/[\s/]+v?\d.*$/s, '')];
  const letters = [...detail];
  return [
    letters.length > LONGEST_NAME
      ? `${letters
          .slice(0, LONGEST_NAME)
          .join('')
          .replace(/\s+\S*$/, '')}…`
      : detail,
  ];
}
