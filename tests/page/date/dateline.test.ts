// Dates as machines write them and as the press of many languages prints them.
import { describe, expect, test } from 'vitest';
import { createDateParser } from '../../../page/date/dateline.ts';
import { loadMonths } from '../../../scripts/dataset/load.ts';

const { readDateline, readTimestamp } = createDateParser(loadMonths('.'));

const DAY = '2024-09-03';

test.each([
  ['en', 'September 3, 2024'],
  ['en-US', 'Sept. 3, 2024 at 7:55 a.m.'],
  ['en', 'Tuesday, 3rd of September, 2024'],
  ['en-GB', '03/09/2024'],
  ['es', 'Martes, 3 de septiembre de 2024'],
  ['es', '3 sep 2024 - 08:22'],
  ['pt-BR', '3.set.2024 às 12h55'],
  ['fr', 'Publié le 3 septembre 2024 à 9h12'],
  ['it', 'martedì 3 settembre 2024'],
  ['ro', '3 septembrie 2024'],
  ['ca', '3 de setembre de 2024'],
  ['de', 'Dienstag, 3. September 2024, 18:05 Uhr'],
  ['de', '03.09.2024'],
  ['nl', '3 september 2024 om 11:30'],
  ['sv', 'Publicerad 3 sep 2024'],
  ['nb-NO', '03.09.24 10:21'],
  ['no', '3. sept. 2024'],
  ['da', '3. september 2024 kl. 10.21'],
  ['fi', '3. syyskuuta 2024'],
  ['pl', '3 września 2024'],
  ['cs', '3. 9. 2024 7:45'],
  ['cs', '3. září 2024'],
  ['sk', '3. septembra 2024'],
  ['hu', '2024. szeptember 3. 08:20'],
  ['hr', '3. rujna 2024.'],
  ['sr', '3. септембар 2024.'],
  ['sl', '3. september 2024'],
  ['bg', '3 септември 2024'],
  ['ru', '3 сентября 2024 г., 20:28'],
  ['uk', '3 вересня 2024'],
  ['el', 'Τρίτη 3 Σεπτεμβρίου 2024'],
  ['tr', '3 Eylül 2024 Salı'],
  ['tr', '3 EYLÜL 2024'],
  ['lt', '2024 m. rugsėjo 3 d.'],
  ['lv', '2024. gada 3. septembris'],
  ['et', '3. september 2024'],
  ['ar', '٣ سبتمبر ٢٠٢٤'],
  ['ar', 'الثلاثاء، 3 أيلول/سبتمبر 2024'],
  ['fa', '۱۳ شهریور ۱۴۰۳'],
  ['fa', '۱۴۰۳/۰۶/۱۳ - ۱۰:۲۰'],
  ['he', '3 בספטמבר 2024'],
  ['hi', '03 सितंबर 2024'],
  ['bn', '৩ সেপ্টেম্বর ২০২৪'],
  ['ta', 'செப்டம்பர் 3, 2024'],
  ['th', '3 ก.ย. 2567 เวลา 09.30 น.'],
  ['th', 'วันอังคารที่ 3 กันยายน พ.ศ. 2567'],
  ['vi', 'Thứ ba, 3/9/2024, 08:15 (GMT+7)'],
  ['vi', 'ngày 3 tháng 9 năm 2024'],
  ['id', 'Selasa, 3 September 2024 09:10 WIB'],
  ['sw', '3 Septemba 2024'],
  ['zh-CN', '2024年9月3日 10:12'],
  ['zh-TW', '民國113年9月3日'],
  ['ja', '２０２４年９月３日 21時37分'],
  ['ja', '令和6年9月3日'],
  ['ko', '2024년 9월 3일'],
  ['ko', '입력 2024.09.03 10:20'],
  ['nn-NO', '3. sept. 2024'],
  ['sr', '3. septembar 2024.'],
  ['ar-TN', '3 سبتمبر 2024'],
  ['ar-MA', '3 شتنبر 2024'],
  ['sr', '3. септембра 2024.'],
  ['es-UY', '3 de setiembre de 2024'],
  ['he', 'ג׳ 3 ספט׳ 2024'],
  ['kk', '2024 жылғы 3 қыркүйек'],
  ['ps', '۱۳ وږی ۱۴۰۳'],
])('%s: %s', (language, text) => {
  expect(readDateline(text, language)).toBe(DAY);
});

test.each([
  ['another language than the page says', 'en-US', '3 septiembre, 2024', DAY],
  ['no language', '', '3 września 2024', DAY],
  ['a name of two months, in the language of the page', 'hr', '3. listopada 2024.', '2024-10-03'],
  ['a name of two months, as most would read it', '', '3 listopada 2024', '2024-11-03'],
  ['a language that is none', 'x!', '3 September 2024', DAY],
  ['the day above twelve settles the order', 'en', '09/13/2024', '2024-09-13'],
  ['a country that settles the order', 'en-IE', '3/9/2024', DAY],
  ['a region of many countries', 'es-419', '3/9/2024', DAY],
  ['full stops, which stand behind the day', 'en-PH', '3.9.2024', DAY],
  ['day and month alike', 'en', '09/09/2024', '2024-09-09'],
  ['the first of several', 'en', 'Published 3 September 2024, updated 5 September 2024', DAY],
  ['the last day of a Persian leap year', 'fa', '۳۰ اسفند ۱۳۹۹', '2021-03-20'],
  ['a leap day', 'en', '29 February 2024', '2024-02-29'],
  ['Austria’s January', 'de', '3. Jänner 2024', '2024-01-03'],
  ['two words for a month', 'ar', '15 كانون الثاني 2024', '2024-01-15'],
  ['two names for a month', 'ar', '15 تشرين الأول/ أكتوبر 2024', '2024-10-15'],
  ['two calendars', 'ar', '29 صفر 1446 هـ - 3 سبتمبر 2024', DAY],
])('%s', (_, language, text, date) => {
  expect(readDateline(text, language)).toBe(date);
});

test.each([
  ['an order that nobody can know', 'en', '03/09/2024'],
  ...['en-US', 'es-US', 'es-PR', 'en-PR', 'es-PA', 'en-PH', 'fil', 'fil-PH', 'tl', 'en-CA', 'zh-Hant-US'].map(
    (language): [string, string, string] => [`an order that is unsettled in ${language}`, language, '3/4/2026'],
  ),
  ['a day that is none', 'en', '31 June 2024'],
  ['no leap year', 'en', '29 February 2023'],
  ['no year', 'en', 'November 22'],
  ['no day', 'en', 'September 2024'],
  ['a word that is no month', 'en', '3 comments 2024'],
  ['a key of prototypes', '__proto__', '3 constructor 2024'],
  ['letters that begin several months', 'en', '3 ju 2024'],
  ['a lunar year of the Hijra', 'ar', '1446/02/29'],
  ['a time', 'en', '10:21'],
  ['a score', 'en', '3-9-20'],
  ['a version', 'en', '10.15.7.2024'],
  ['a version of numbers', 'en', 'v2024.9.3'],
  ['a chapter', 'en', '3.5.2024.1'],
  ['nothing', '', ''],
])('%s is no date', (_, language, text) => {
  expect(readDateline(text, language)).toBeNull();
});

describe('timestamps', () => {
  test.each([
    '2024-09-03',
    '2024-09-03T23:59:59-08:00',
    '2024-9-3 22:17:36',
    '2024/09/03 17:36:11',
    '20240903',
    '20240903T055000+0900',
    '20240903101500',
    '2567-09-03',
    'Tue, 03 Sep 2024 10:48:00 GMT',
    'Tue Sep 03 10:49:51 EDT 2024',
    'September 3rd, 2024',
    '1725358800',
    '1725358800000',
  ])('%s', (text) => {
    expect(readTimestamp(text, 'es')).toBe(DAY);
  });

  test('machines write English, whatever the page is in: no Finnish marraskuu', () => {
    expect(readTimestamp('Thu, 28 Mar 1991 16:22:00 GMT', 'fi')).toBe('1991-03-28');
    expect(readDateline('28. mar 1991', 'fi')).toBe('1991-11-28');
  });

  test('milliseconds of before 2001 are no year', () => {
    expect(readTimestamp('853005120000', 'it')).toBeNull();
  });

  test.each(['', 'today', '0', '2024', '2024-09', '0000-00-00', '2024-13-40', '9'.repeat(1000)])('not %j', (text) => {
    expect(readTimestamp(text, 'es')).toBeNull();
  });
});
