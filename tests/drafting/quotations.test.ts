// Who is given a quotation: the person who says it, and nobody it is said to or is about.
import { expect, test } from 'vitest';
import { draft } from '../../drafting/draft.ts';
import { loadDraftingData } from '../../scripts/dataset/load.ts';
import { articleOf } from './articles.ts';

const data = loadDraftingData('.');
/** The speaker of each quotation of an article, whose people its first paragraph introduces. */
const speakersOf = (language: string, ...paragraphs: string[]) => {
  const { quotations = [], figures = [] } = draft(articleOf(language, paragraphs), data);
  return quotations.map(({ by }) => figures.find(({ id }) => id === by)?.name[language] ?? null);
};

const PEOPLE: Record<string, string> = {
  en: 'Mr. Karl Dahl met Ms. Anna Berg.',
  es: 'El presidente Gustavo Petro recibió a Laura Sarabia. Laura Sarabia se fue con Gustavo Petro.',
  de: 'Herr Karl Dahl traf Frau Anna Berg. Karl Dahl dankte Anna Berg.',
  fr: 'M. Karl Dahl a rencontré Mme Anne Dupont.',
  it: 'Il signor Carlo Dalli ha incontrato la signora Anna Berti.',
  ru: 'Карл Даль встретил Анну Берг. Анна Берг ушла.',
  pl: 'Prezes Jan Nowicki spotkał Annę Zalewską. Anna Zalewska wyszła.',
  sv: 'Statsminister Karl Dahl mötte Anna Berg. Anna Berg gick.',
  fi: 'Ministeri Karl Dahl tapasi Anna Bergin. Anna Berg lähti.',
  zh: '部长马海伦周五表示，报告已经完成。',
  ja: '田中春香国土交通相は金曜日、東京に行った。',
  hi: 'मंत्री अमित शर्मा ने बैठक की।',
  ko: '김영희 장관은 박준호 교수를 만났다.',
  tr: 'Bakan Oktay Demir, Ayşe Yılmaz ile görüştü. Ayşe Yılmaz gitti.',
};

test.each([
  ['en', '“I never saw the bridge fall,” he told Karl Dahl.'],
  ['en', 'She told Dahl: “You never saw the bridge stand.”'],
  ['en', 'A neighbour told Dahl: “You never saw the bridge stand.”'],
  ['en', '“She never saw the bridge fall,” said a spokesman for Anna Berg.'],
  ['en', '“She never saw the bridge fall,” said Berg’s lawyer.'],
  ['en', 'Berg’s lawyer said: “She never saw the bridge fall.”'],
  ['en', '“She never saw the bridge fall,” the judge said of Berg.'],
  ['en', 'In a letter to Anna Berg, the ministry wrote: “You never saw the bridge stand.”'],
  ['en', 'Dahl was told: “You never saw the bridge stand.”'],
  ['en', 'Berg was late, and the ministry wrote: “You never saw the bridge stand.”'],
  ['en', 'A spokesman for Berg, Karl Krag, said: “She never saw the bridge fall.”'],
  ['en', 'Critics of Berg said: “She never saw the bridge fall.”'],
  ['en', 'Berg and Dahl said: “We never saw the bridge fall.”'],
  ['en', '“The bridge fell at night,” said a woman who knew Karl Dahl.'],
  ['en', 'Berg said nothing, but “it was never about the money,” the judge said.'],
  ['es', '«Nunca vi caer el puente», le dijo a Laura Sarabia.'],
  ['es', '«Nunca vi caer el puente», dijo el abogado de Sarabia.'],
  ['de', '„Ich habe die Brücke nie gesehen“, sagte er zu Anna Berg.'],
  ['de', '„Ich habe die Brücke nie gesehen“, sagte der Anwalt von Anna Berg.'],
  ['fr', '« Je n’ai jamais vu le pont tomber », a-t-il dit à Anne Dupont.'],
  ['fr', '« Elle n’a jamais vu le pont », a déclaré l’avocat d’Anne Dupont.'],
  ['it', '«Non ha mai visto il ponte cadere», ha detto l’avvocato di Berti.'],
  ['it', '«Non ha mai visto il ponte cadere», ha detto alla signora Berti.'],
  ['ru', '«Я никогда не видел этот мост», — сказал он Анне Берг.'],
  ['ru', '«Я никогда не видел этот мост», — сказал адвокат Анны Берг.'],
  ['pl', '„Nigdy nie widziałem tego mostu”, powiedział rzecznik Anny Zalewskiej.'],
  ['sv', '"Jag såg aldrig bron falla", sade han till Anna Berg.'],
  ['sv', '"Jag såg aldrig bron falla", sade Anna Bergs advokat.'],
  ['zh', '他对马海伦说：“我们不会拿人命开玩笑的。”'],
  ['zh', '他告诉马海伦：“我们不会拿人命开玩笑的。”'],
  ['zh', '马海伦的律师说：“我们不会拿人命开玩笑的。”'],
  ['ja', '記者は田中氏に「人命をもてあそぶことはしない」と述べた。'],
  ['ja', '田中春香氏の弁護士は「人命をもてあそぶことはしない」と述べた。'],
  ['hi', 'उन्होंने अमित शर्मा से कहा, "हम लोगों की जान से नहीं खेलेंगे।"'],
  ['ko', '그는 박준호 교수에게 "나는 다리를 본 적이 없다"고 말했다.'],
  ['tr', 'Gazeteciler Ayşe Yılmaz’a “Köprüyü hiç görmedik biz” dedi.'],
])('%s: nobody says %s', (language, paragraph) =>
  expect(speakersOf(language, PEOPLE[language] as string, paragraph)).toEqual([null]),
);

test('in Russian, somebody who is named in the dative alone has said nothing', () =>
  expect(speakersOf('ru', '«Я никогда не видел этот мост», — сказал он Анне Берг.')).toEqual([null]));

test.each([
  ['en', 'Karl Dahl', 'Asked about Berg, Dahl replied: “I never saw the bridge fall.”'],
  ['en', 'Karl Dahl', 'Dahl told Berg: “You never saw the bridge stand.”'],
  ['en', 'Karl Dahl', '“I never saw the bridge fall,” said the mayor of Lund, Karl Dahl.'],
  ['en', 'Karl Dahl', '“I never saw the bridge fall,” said former harbour minister Karl Dahl.'],
  ['en', 'Karl Dahl', '“I never saw the bridge fall,” Mr. Dahl said of Berg.'],
  ['en', 'Karl Dahl', '“I never saw the bridge fall,” Dahl, who was late, told Berg.'],
  ['en', 'Karl Dahl', 'According to Dahl, “nobody ever saw the bridge fall”.'],
  ['en', 'Karl Dahl', '“I never saw the bridge fall,” said Berg lawyer Karl Dahl.'],
  ['en', 'Karl Dahl', '“I never saw the bridge fall,” Reuters reporter Karl Dahl said.'],
  ['de', 'Karl Dahl', 'Am Freitag hat Dahl der Zeitung gesagt: „Ich habe die Brücke nie gesehen.“'],
  ['de', 'Karl Dahl', 'Am Freitag sagte Dahl: „Ich habe die Brücke nie gesehen.“'],
  ['es', 'Gustavo Petro', '«Nunca vi caer el puente», dijo el presidente de Colombia Gustavo Petro.'],
  ['en', 'Karl Dahl', 'Berg’s husband, Karl Dahl, said: “I never saw the bridge fall.”'],
  ['en', 'Karl Dahl', 'But Dahl said: “I never saw the bridge fall.”'],
  ['en', 'Karl Dahl', 'Dahl shouted: “I never saw the bridge fall.”'],
  ['en', 'Karl Dahl', 'Dahl: “I never saw the bridge fall.”'],
  ['es', 'Gustavo Petro', 'Preguntado por Sarabia, Petro respondió: «Nunca vi caer el puente».'],
  ['es', 'Gustavo Petro', '«Nunca vi caer el puente», dijo el presidente Gustavo Petro a Laura Sarabia.'],
  ['es', 'Gustavo Petro', 'Según Petro, «nadie vio caer el puente».'],
  ['de', 'Karl Dahl', 'Auf Berg angesprochen, sagte Dahl: „Ich habe die Brücke nie gesehen.“'],
  ['de', 'Karl Dahl', '„Ich habe die Brücke nie gesehen“, sagte Dahl zu Anna Berg.'],
  ['de', 'Karl Dahl', '„Ich habe die Brücke nie gesehen“, so Dahl.'],
  ['fr', 'Karl Dahl', '« Je n’ai jamais vu le pont tomber », a dit M. Dahl à Anne Dupont.'],
  ['it', 'Carlo Dalli', '«Non ho mai visto il ponte cadere», ha detto Dalli a Berti.'],
  ['ru', 'Карл Даль', '«Я никогда не видел этот мост», — сказал Даль в разговоре с Анной Берг.'],
  ['pl', 'Jan Nowicki', '„Nigdy nie widziałem tego mostu”, powiedział Nowicki do Anny Zalewskiej.'],
  ['sv', 'Karl Dahl', '"Jag såg aldrig bron falla", sade Dahl till Anna Berg.'],
  ['sv', 'Karl Dahl', '”Jag såg aldrig bron falla”, sade Dahl till Anna Berg.'],
  ['sv', 'Karl Dahl', 'Dahl sade: »Jag såg aldrig bron falla.»'],
  ['fi', 'Karl Dahl', '”En nähnyt sillan kaatuvan koskaan”, Dahl sanoi.'],
  ['de', 'Karl Dahl', '»Ich habe die Brücke nie gesehen«, sagte Dahl zu Anna Berg.'],
  ['zh', '马海伦', '马海伦告诉记者：“我们不会拿人命开玩笑的。”'],
  ['ja', '田中春香', '田中氏は「人命をもてあそぶことはしない」と述べた。'],
  ['hi', 'अमित शर्मा', 'अमित शर्मा ने कहा, "हम लोगों की जान से नहीं खेलेंगे।"'],
  ['tr', 'Oktay Demir', 'Demir, “Köprüyü hiç görmedik biz” dedi.'],
])('%s: %s says %s', (language, speaker, paragraph) =>
  expect(speakersOf(language, PEOPLE[language] as string, paragraph)).toEqual([speaker]),
);

test.each([
  ['“It was never about the money,” said Berg. Dahl disagreed. “That is a very bad idea indeed.”', null],
  ['Berg said it on Friday. “That is a very bad idea indeed,” a protester shouted.', null],
  ['“It was never about the money,” said Berg. “That is a very bad idea indeed,” the judge replied.', null],
  ['“It was never about the money,” said Berg. “That is a very bad idea indeed,” she added.', 'Anna Berg'],
  ['“It was never about the money,” said Berg. “That is a very bad idea indeed,” he added.', null],
  ['“It was never about the money,” said Berg. “That is a very bad idea indeed.”', 'Anna Berg'],
])('who goes on speaking: %s', (paragraph, speaker) =>
  expect(speakersOf('en', PEOPLE.en as string, paragraph).at(-1)).toBe(speaker),
);

test('a quotation of several sentences has one speaker, who may stand behind it', () =>
  expect(
    speakersOf(
      'en',
      PEOPLE.en as string,
      '“It was never about the money,” said Berg. “The bridge fell at night. Nobody saw it fall there,” said Dahl.',
    ),
  ).toEqual(['Anna Berg', 'Karl Dahl', 'Karl Dahl']));

test('a mark that only closes opens nothing', () => {
  const stray = 'The bridge fell at night,” said Anna Berg. “Nobody ever saw it fall there,” she said in her office.';
  expect(wordsOf(stray)).toEqual(['Nobody ever saw it fall there']);
});

const wordsOf = (paragraph: string) =>
  (draft(articleOf('en', [paragraph]), data).quotations ?? []).map(({ words }) => words.en);

test.each([
  ['‘We’ll never accept the workers’ plan,’ said Anna Berg.', ['We’ll never accept the workers’ plan']],
  [
    '‘We’ll never accept the workers’ plan. It is far too late,’ said Anna Berg.',
    ['We’ll never accept the workers’ plan.', 'It is far too late'],
  ],
  ['Anna Berg spoke of ‘a very few kind words’ and left.', ['a very few kind words']],
  [
    'Anna Berg spoke of ‘a very few kind words’ and said: ‘We never read any of it.’',
    ['a very few kind words', 'We never read any of it.'],
  ],
])('a plural possessive ends no quotation: %s', (paragraph, words) => expect(wordsOf(paragraph)).toEqual(words));
