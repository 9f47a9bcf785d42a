// Addresses of sentences, opened: the browser scrolls to the very sentence, however it is written.
import { expect, test } from 'vitest';
import { articleAddress } from '../../stories/article-address.ts';
import { fragmentAt } from '../../stories/text-fragment.ts';
import { inBothBrowsers } from './stage.ts';

/** What was captured; where the page has other markup, as it stands there. */
const SENTENCES: Record<string, [captured: string, html?: string]> = {
  'apostrophes and hyphens': [
    'Núñez-O’Brien’s lamp was mine, said Jean-Pierre Lévy-Strauss, who’d never been the friend of Anna O’Hara.',
  ],
  'quotation marks and dashes': ['“Old – tired – and not paid for”: so she called it, once more, in “the Tower”.'],
  'accents in two signs': ['Zoe\u0308 Nu\u0301n\u0303ez went there before noon, and came back after all the others.'],
  'figures and abbreviations': [
    '3.5 percent of 1,200 were lit on 24.12., said J. R. Costa of the U.S. Navy, who counts them.',
  ],
  'signs of the directive': [
    'Marks & Daughters, Ltd., sold 2-for-1 lamps (50% off, & more) to whoever came by before ten.',
  ],
  'words that stand earlier': [
    'Said J. R. Costa of the U.S. Navy, who counts ships as well: there is nothing else to count.',
  ],
  'repeated words': [
    'The lamp, the lamp, the lamp, the lamp, the lamp, the lamp, the lamp of that old harbour of ours.',
  ],
  'spaces that do not break': [
    'It costs 40 000 euros a year, said Mr Lévy in his speech, and the town has to pay for it.',
    'It costs 40&nbsp;000 euros a year, said Mr&nbsp;Lévy in his speech, and the town has to pay for it.',
  ],
  'links, soft hyphens and broken lines': [
    'Its director Ruth Adeyemi told the Donauschifffahrtsgesellschaft that lamps are lit by those who pay for them.',
    'Its <a href="#x">director</a> Ruth Adeyemi told the Donau&shy;schifffahrts&shy;gesellschaft that lamps<br>are lit by<br>those who pay for them.',
  ],
  'no spaces at all': ['港口主任王晓明星期四表示，由于起重机倒塌，港口将再关闭一个星期。'],
  'right to left': ['ראש העיר רות כהן-לוי אמרה ביום חמישי שהנמל יישאר סגור עוד שבוע בגלל נפילת המנוף.'],
};
const told = Object.values(SENTENCES);
const text = [['The lamp of the harbour'], ...told.map(([sentence]) => [sentence])];
const filler = '<p>The ferry left the quay at noon and came back at dusk.</p>'.repeat(25);
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>The lamp</title>
  <style>body { width: 600px; font: 18px/1.6 serif }</style>${filler}
  ${told.map(([sentence, html]) => `<p class="told">${html ?? sentence.replaceAll('&', '&amp;')}</p>${filler}`).join('')}`;

inBothBrowsers((stage) => {
  test.each(Object.keys(SENTENCES).map((name, at) => [name, at] as const))('%s', async (_name, at) => {
    const url = stage.address(PAGE);
    const tab = await stage.show('<!doctype html><title>Before</title>');
    await tab.turnTo(articleAddress({ url, text }, `${at + 1}.1`, fragmentAt) ?? '');
    const inView = () =>
      tab.page.evaluate((number) => {
        const place = document.querySelectorAll('.told')[number]?.getBoundingClientRect();
        return place !== undefined && scrollY > 0 && place.top >= 0 && place.bottom <= innerHeight;
      }, at);
    await expect.poll(inView).toBe(true);
  });
});
