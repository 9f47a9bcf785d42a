// Reasons for and against news, in words.
import { expect, test } from 'vitest';
import { describeNewsReason } from '../../../components/popup/news-reasons.ts';
import { newsReasonKinds, reasonText } from '../../../page/news/reasons.ts';
import { localizerIn, localizers } from '../localizer.ts';

test('the page’s own words are isolated from the direction of the text around them', () => {
  const reason = reasonText({ kind: 'named', detail: 'The Evening Paper' });
  expect(describeNewsReason(localizerIn('en'), reason)).toBe('on a site called \u2068The Evening Paper\u2069');
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
