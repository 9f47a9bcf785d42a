// The address of a sentence in an article.
import { describe, expect, test } from 'vitest';
import { articleAddress as addressOf, type Findable } from '../../stories/article-address.ts';
import { fragmentAt, fragmentOf } from '../../stories/text-fragment.ts';

const url = 'https://paper.example/a';
const LONG = 'The dockers of Brell laid down their work on Monday, and nobody knows for how long.';
const articleAddress = (source: Findable, place: string) => addressOf(source, place, fragmentAt);
const at = (sentence: string, address = url) => articleAddress({ url: address, text: [[], [sentence]] }, '1.1');

describe('words that find a sentence', () => {
  test.each([
    ['a short one: all of it', 'They met in Brell.', ['They met in Brell']],
    ['a long one: its ends', LONG, ['The dockers of Brell laid', 'for how long']],
    ['without the marks around it', '“We won’t go,” she said.', ['We won’t go,” she said']],
    ['in a script without spaces', '東京で会談が行われた。', ['東京で会談が行われた']],
    [
      'of such a script, whole words',
      '大統領は昨日の午後に東京で首相と会談し、来週の訪問について話し合ったと発表した。',
      null,
    ],
  ])('%s', (_what, sentence, words) => {
    const found = fragmentOf(sentence);
    if (words) expect(found).toEqual(words);
    else {
      expect(found).toHaveLength(2);
      expect(sentence.startsWith(found?.[0] ?? '')).toBe(true);
      expect(sentence).toContain(found?.[1]);
    }
  });

  test.each([
    'The U.S. paid 4.1bn, or 3,500 a day; O’Neill’s note of 12:30 said "so", he wrote to A.B. and the rest of us.',
    'Die Daten\u00adüber\u00adtragung nach Köln dauerte 2,5 Stunden und 3.000 Euro gingen ver\u200bloren, sagte Groß-Meyer.',
    'Ο δήμαρχος είπε ότι το λιμάνι θα μείνει κλειστό ως τις 5.30 και ότι τα πλοία θα περιμένουν έξω από τη Σύρο.',
    'قال رئيس البلدية إن الميناء سيبقى مغلقا حتى يوم الاثنين المقبل بسبب العاصفة التي ضربت الساحل أمس.',
    'मंत्री ने कहा कि पुल अगले सप्ताह तक बंद रहेगा क्योंकि खंभों की फिर से जाँच होनी है और बारिश आने वाली है।',
  ])('begin and end where Unicode says that words do: %s', (sentence) => {
    const words = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(sentence)].filter(
      (one) => one.isWordLike,
    );
    const [fifth, third, last] = [words[4], words.at(-3), words.at(-1)];
    const ends = [fifth, last].map((one) => (one?.index ?? 0) + (one?.segment.length ?? 0));
    expect(fragmentOf(sentence)).toEqual([
      sentence.slice(words[0]?.index, ends[0]),
      sentence.slice(third?.index, ends[1]),
    ]);
  });

  test('reach to a sign where no spaces part words: browsers do not agree on others', () => {
    expect(fragmentOf('港口主任王晓明星期四表示，由于起重机倒塌，港口将再关闭一个星期。')).toEqual([
      '港口主任王晓明星期四表示',
      '港口将再关闭一个星期',
    ]);
  });

  test('are more where the beginning stands earlier in the text, in whatever case', () => {
    const text = [
      ['The lamp'],
      [
        'He has seen the lamp of the harbour lit.',
        'The lamp of the harbour burns oil, and nobody else has to pay for it.',
      ],
    ];
    expect(articleAddress({ url, text }, '1.2')).toMatch(
      /text=The%20lamp%20of%20the%20harbour%20burns%20oil%2C%20and%20nobody%20else%20has%20to%20pay%20for%20it$/,
    );
    expect(articleAddress({ url, text }, '1.1')).toMatch(/text=He%20has%20seen%20the%20lamp,/);
  });

  test('are none where there are no words', () => {
    expect(fragmentOf('')).toBeNull();
    expect(fragmentOf('— … —')).toBeNull();
  });
});

describe('an address', () => {
  test('has the words behind it', () => {
    expect(at(LONG)).toBe(`${url}#:~:text=The%20dockers%20of%20Brell%20laid,for%20how%20long`);
  });

  test('gives no meaning to what the directive would read', () => {
    expect(at('Tea-time, salt & pepper')).toBe(`${url}#:~:text=Tea%2Dtime%2C%20salt%20%26%20pepper`);
  });

  test('keeps its own fragment', () => {
    expect(at('They met.', `${url}#/story`)).toBe(`${url}#/story:~:text=They%20met`);
  });

  test('stands half a character', () => {
    expect(at('Half \uD83D of it')).toBe(`${url}#:~:text=Half%20%20of%20it`);
  });

  test('counts the headline as paragraph 0, and sentences from 1', () => {
    const text = [['A headline'], ['First.', 'Second.']];
    expect(articleAddress({ url, text }, '0.1')).toMatch(/text=A%20headline$/);
    expect(articleAddress({ url, text }, '1.2')).toMatch(/text=Second$/);
  });

  test('takes the words that a shared file has instead of the text', () => {
    const fragments = { '1.2': ['The dockers', 'how long'], '1.3': ['They met'], '1.4': [7], '1.5': 'x' };
    const found = (place: string) => articleAddress({ url, text: null, fragments }, place);
    expect(found('1.2')).toBe(`${url}#:~:text=The%20dockers,how%20long`);
    expect(found('1.3')).toBe(`${url}#:~:text=They%20met`);
    for (const place of ['1.4', '1.5', '1.6', 'constructor', '']) expect(found(place)).toBe(url);
  });

  test('is none without a web address', () => {
    expect(articleAddress({ url: null, text: [['x']] }, '0.1')).toBeNull();
    expect(articleAddress({ url: 'javascript:alert(1)', text: [['x']] }, '0.1')).toBeNull();
  });
});
