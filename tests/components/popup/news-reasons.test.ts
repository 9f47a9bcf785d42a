// Reasons for and against news, in words.
import { expect, test } from 'vitest';
import { describeNewsReason } from '../../../components/popup/news-reasons.ts';
import { newsReasonKinds, reasonText } from '../../../page/news/reasons.ts';
import { localizerIn, localizers } from '../localizer.ts';

test('the page’s own words are isolated from the direction of the text around them', () => {
  const reason = reasonText({ kind: 'named', detail: 'The Evening Paper' });
  expect(describeNewsReason(localizerIn('en'), reason)).toBe('on a site called \u2068The Evening Paper\u2069');
});

test('of a menu only sections are told, of a site what it is called, and of a program its name', () => {
  const told = (reason: string, locale = 'en') =>
    describeNewsReason(localizerIn(locale), reason)?.replace(/[\u2068\u2069]/g, '');
  expect(told('sections World\nDigital+ Yearly $49.00\nArts & Culture\n24h')).toBe(
    'the sections World and Arts & Culture',
  );
  expect(told('sections Digital+ Yearly $49.00')).toBeUndefined();
  expect(told(`named ${'The Harbour Courier – ships, docks and the people of five towns'}`)).toBe(
    'on a site called The Harbour Courier – ships, docks and the people…',
  );
  expect(told('software MediaWiki 1.42.0-wmf.4')).toBe('made with MediaWiki');
});

test('what a page calls itself for programs is put into a person’s words', () => {
  const described = (detail: string) =>
    describeNewsReason(localizerIn('en'), reasonText({ kind: 'described', detail }));
  expect(described('ReportageNewsArticle')).toBe('labelled as a news article');
  expect(described('DiscussionForumPosting')).toBe('labelled as something other than news');
});

test.each(Object.entries(localizers))('in %s every kind has a text', (_, localizer) => {
  for (const kind of newsReasonKinds) expect(describeNewsReason(localizer, `${kind} x`)).not.toBe('');
});
