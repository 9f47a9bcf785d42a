// In which language a text of a story is told, and quotations with their marks.
import { describe, expect, test } from 'vitest';
import { inMarks } from '../../stories/quotation-marks.ts';
import { inLanguage, quoted, shortName } from '../../stories/story.ts';

describe('a text is told', () => {
  test.each([
    ['in the reader’s language', 'es', ['en', 'es', 'it'], 'es'],
    ['in it without its region', 'es-MX', ['en', 'es'], 'es'],
    ['in its own region first', 'pt-BR', ['pt', 'pt-BR'], 'pt-BR'],
    ['in another variety of it', 'pt-PT', ['en', 'pt-BR'], 'pt-BR'],
    ['whatever the case of the tag', 'zh-hant-tw', ['en', 'zh-Hant'], 'zh-Hant'],
    ['else in the source’s language', 'fr', ['en', 'it'], 'it'],
    ['else in English', 'fr', ['de', 'en'], 'en'],
    ['else in the first that there is', 'fr', ['uk', 'de'], 'uk'],
  ])('%s', (_how, language, tags, told) => {
    const text = Object.fromEntries(tags.map((tag) => [tag, `in ${tag}`]));
    expect(inLanguage(text, { language, source: 'it' })).toEqual({ text: `in ${told}`, language: told });
  });

  test('and is not taken for a language that only begins alike', () => {
    expect(inLanguage({ en: 'a', fil: 'b' }, { language: 'fi', source: 'en' }).language).toBe('en');
  });
});

test('a short name is a surname in the reader’s language', () => {
  const name = { en: 'Ann Lee', ru: 'Энн Ли' };
  expect(shortName({ kind: 'person', name }, { language: 'ru', source: 'en' })).toBe('Ли');
  expect(shortName({ kind: 'group', name }, { language: 'de', source: 'en' })).toBe('Ann Lee');
});

describe('a quotation', () => {
  const words = { fr: 'bonjour', en: 'hello', es: 'hola' };
  const told = (language: string, saidIn: string | null = null) =>
    quoted({ words, language: 'fr', saidIn }, { language, source: 'en' });

  test('is verbatim in its source’s language, whatever that of the story', () => {
    expect(told('fr')).toMatchObject({ text: 'bonjour', isTranslation: false });
    expect(told('de')).toMatchObject({ text: 'bonjour', isTranslation: false });
  });

  test('is translated for others, and translated back for those in whose language it was said', () => {
    expect(told('es')).toMatchObject({ text: 'hola', isTranslation: true, isTranslatedBack: false });
    expect(told('es-MX', 'es')).toMatchObject({ isTranslatedBack: true });
    expect(told('en', 'es')).toMatchObject({ isTranslatedBack: false });
  });
});

test.each([
  ['en', '“x”'],
  ['es-MX', '«x»'],
  ['de', '„x“'],
  ['fr', '«\u00A0x\u00A0»'],
  ['ja', '「x」'],
  ['constructor', '“x”'],
])('in %s, words stand in marks as %s', (language, marked) => {
  expect(inMarks('x', language)).toBe(marked);
});

test.each([
  ['en', '“I saw it fall,” she said.', '“‘I saw it fall,’ she said.”'],
  ['en', '"I saw it," she said, "and ran."', '“‘I saw it,’ she said, ‘and ran.’”'],
  ['en', '“We have waited for years.', '“‘We have waited for years.”'],
  ['en', 'She didn’t say ‘no’ to the 6" pipe.', '“She didn’t say ‘no’ to the 6" pipe.”'],
  ['en', 'He read ("slowly") on.', '“He read (‘slowly’) on.”'],
  ['de', '„Ich sah es“, sagte sie.', '„‚Ich sah es‘, sagte sie.“'],
  ['de', '»Ich sah es«, sagte sie.', '„‚Ich sah es‘, sagte sie.“'],
  ['es', 'Dijo: «Lo vi».', '«Dijo: “Lo vi”.»'],
  ['fr', 'C’est l’« affaire » du port.', '«\u00A0C’est l’“affaire” du port.\u00A0»'],
  ['sv', '”Jag såg det”, sade hon.', '”’Jag såg det’, sade hon.”'],
  ['pl', 'Powiedziała: „Widziałam”.', '„Powiedziała: «Widziałam».”'],
  ['ja', '「見た」と彼女は言った。', '「『見た』と彼女は言った。」'],
  ['zh', '她说“我看见了”。', '“她说‘我看见了’。”'],
])('in %s, a quotation inside one has the marks of the second level: %s', (language, words, marked) => {
  expect(inMarks(words, language)).toBe(marked);
});
