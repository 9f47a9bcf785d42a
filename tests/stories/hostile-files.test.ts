// Story files that were made to harm: refused with a fault that can be shown, or read as text and nothing else.
import { describe, expect, test, vi } from 'vitest';
import { BOUNDS, isInert } from '../../stories/bounds.ts';
import { checkStory } from '../../stories/check-story.ts';
import { createStoryCompiler } from '../../stories/compiled-texts.ts';
import { Faults } from '../../stories/faults.ts';
import { allAtOnce } from '../../stories/steps.ts';
import { readStoryFile } from '../../stories/story-file.ts';
import { common, EXAMPLE, faultsIn, type Spoilt, spoilt } from './example.ts';

const faultsOf = (spoil: (story: Spoilt) => void) => faultsIn(JSON.stringify(spoilt(spoil)));
const withName = (name: string) =>
  faultsOf(({ figures: [marrow] }) => Object.assign(marrow.names, { aliases: [name] }));

/** The message of the fault, as it is shown. */
function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof Faults) return error.message;
    throw error;
  }
  return '';
}

describe('size', () => {
  test('a file of 50 MB is refused before it is parsed', () => {
    const parse = vi.spyOn(JSON, 'parse');
    expect(messageOf(() => readStoryFile(' '.repeat(50_000_000), 'fair.json'))).toContain('has more than 5 MB');
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  test.each([
    ['lists', '['.repeat(2_000_000)],
    ['closed lists', '['.repeat(2_000_000) + ']'.repeat(2_000_000)],
    ['records', `${'{"a":'.repeat(500_000)}1${'}'.repeat(500_000)}`],
    [
      'lists in the story',
      EXAMPLE.replace('"revision": 1', `"revision": ${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    ],
  ])('%s deep inside one another are refused', (_, text) => {
    expect(faultsIn(text)).toHaveLength(1);
  });

  test('a value that holds itself is refused', () => {
    const story: Spoilt = JSON.parse(EXAMPLE);
    story.figures[0].names.self = story;
    expect(() => checkStory(story, 'story:x')).toThrow('has more than 16 lists and records inside one another');
  });

  test('a value of the storage is bounded as a file is', () => {
    const story = spoilt((s) => Object.assign(s, { later: 'x'.repeat(BOUNDS.bytes) }));
    expect(() => checkStory(story, 'story:x')).toThrow('has more than 5 MB');
  });

  // More than a function can be given as arguments.
  test('200,000 faults are one message', () => {
    const many = Array(200_000).fill(0);
    const message = messageOf(() =>
      checkStory(
        spoilt((s) => Object.assign(s, { statements: many })),
        'fair.json',
      ),
    );
    expect(message).toMatch(/^The story has 1000 faults:/);
    expect(message.split('\n')).toHaveLength(52);
    expect(faultsOf((s) => Object.assign(s.figures[0].names, { full: many }))).toHaveLength(1);
    expect(faultsOf((s) => Object.assign(s.languages.es, { words: many, names: many }))).toHaveLength(1);
    expect(faultsOf((s) => Object.assign(s, { title: many }))).toHaveLength(1);
    expect(faultsOf((s) => Object.assign(s, { languages: many }))).toHaveLength(50);
  });

  test('a million references to nobody are one message', () => {
    const message = messageOf(() =>
      checkStory(
        spoilt((s) => {
          s.statements = Array.from({ length: BOUNDS.statements }, (_, at) => ({
            ...s.statements[0],
            id: `s-${at}`,
            text: { en: '' },
            figures: Array(BOUNDS.figuresOfOne).fill('x'),
          }));
        }),
        'fair.json',
      ),
    );
    expect(message.split('\n')).toHaveLength(52);
    expect(message).toMatch(/^The story has 1280000 faults:/);
  });

  test('every cut of the example is refused', () => {
    for (let length = 0; length < EXAMPLE.trimEnd().length; length += 7)
      expect(faultsIn(EXAMPLE.slice(0, length)), EXAMPLE.slice(0, length)).toHaveLength(1);
  });
});

describe('keys of JavaScript', () => {
  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    '%s is refused anywhere',
    (key) => {
      const places = [
        '"revision": 1',
        '"weight": 1',
        '"sex": "male"',
        '"lighthouse": ["Faro de Skerry"]',
        '"wording": 0',
      ];
      for (const place of places) {
        const text = EXAMPLE.replace('"id": "who-pays"', '"id": "who-pays", "wording": 0').replace(
          place,
          `${place}, ${JSON.stringify(key)}: { "polluted": true }`,
        );
        expect(faultsIn(text)).toEqual([`the file has a field “${key}”, which is a word of JavaScript. Take it out.`]);
      }
      expect(({} as Spoilt).polluted).toBeUndefined();
      expect(faultsIn(`{"${key}": ${EXAMPLE}}`)).toHaveLength(1);
    },
  );

  test('constructor is no id', () => {
    expect(faultsOf((s) => Object.assign(s.statements[0], { id: 'constructor' }))).toEqual([
      'statement “constructor” “id” is a word of JavaScript. Write another id.',
    ]);
  });
});

describe('characters', () => {
  const turned = 'has control or direction characters. Take them out.';

  test.each([
    ['turns the direction', 'Ilse \u202EworraM'],
    ['isolates the direction', 'Ilse \u2067Marrow'],
    ['is a control', 'Ilse\u0000Marrow'],
    ['is an escape', 'Ilse \u001B[31mMarrow'],
    ['is an annotation', 'Ilse\uFFF9Marrow'],
  ])('one that %s is refused in names and texts', (_, text) => {
    expect(withName(text)).toEqual([`figure “marrow” “names.aliases[0]” ${turned}`]);
    expect(faultsOf((s) => Object.assign(s.title, { en: text }))).toEqual([`the story “title.en” ${turned}`]);
    expect(faultsOf((s) => Object.assign(s.sources[0], { publisher: text }))).toEqual([
      `source “a” “publisher” ${turned}`,
    ]);
  });

  test('none of them comes back in a fault', () => {
    const hostile = '\u202E\u0000\u2066<b>\n';
    const message = messageOf(() =>
      readStoryFile(
        JSON.stringify(spoilt((s) => Object.assign(s, { title: { [hostile]: 'x' }, languages: { [hostile]: {} } }))),
        `fair${hostile}.json`,
      ),
    );
    expect(message).toContain('fair���<b>�.json: the story “title.���<b>�” is no language');
    expect(messageOf(() => readStoryFile(`{"a": ${hostile}`, 'fair.json'))).toSatisfy(isInert);
  });

  test('a key as long as a file is cut in a fault', () => {
    const long = 'x'.repeat(4_000_000);
    expect(
      messageOf(() =>
        checkStory(
          spoilt((s) => Object.assign(s.title, { [long]: 7 })),
          long,
        ),
      ).length,
    ).toBeLessThan(2000);
  });

  test.each(['Il\u0455e Marrow', 'М\u0430rrow', 'Marr\u03BFw'])(
    'letters that only look alike are refused: %s',
    (name) => {
      expect(withName(name)).toEqual([
        'figure “marrow” “names.aliases[0]” mixes Latin letters with look-alikes of another alphabet in a word. ' +
          'Write it in one alphabet.',
      ]);
    },
  );

  test('a name of two alphabets, word by word, passes', () => {
    expect(withName('Radio Свобода')).toEqual([]);
  });

  test.each(['', ' ', '\u200B', '\u3164', '7', '…'])(
    'a name without a letter that can be seen is refused: %j',
    (name) => {
      expect(withName(name)).toEqual(['figure “marrow” “names.aliases[0]” is no name. Write one with a letter in it.']);
    },
  );
});

describe('names', () => {
  test('of 10,000 words are refused', () => {
    expect(withName('Na '.repeat(10_000))).toEqual([
      'figure “marrow” “names.aliases[0]” is longer than 100 characters. Shorten it.',
    ]);
    expect(withName('Na '.repeat(30))).toEqual([
      'figure “marrow” “names.aliases[0]” has more than 8 words. Shorten it.',
    ]);
  });

  test.each(['(a|b)'.repeat(20), 'Light((((', 'A|The', ')Light('])('that are alternatives are refused: %s', (name) => {
    expect(withName(name)).toEqual([
      'figure “marrow” “names.aliases[0]” has a “|” or brackets, which do nothing here. ' +
        'Write each form as an entry of its own.',
    ]);
  });

  test.each([
    '<img src=x onerror=alert>',
    '.*Marrow.*',
    '[A-Z]+',
    `$${'{Marrow}'}`,
    '{{Marrow}}',
    '$& Marrow',
    '\\p{L}ight',
  ])('that are markup or patterns elsewhere stay text: %s', (name) => {
    const story = spoilt(({ figures: [marrow] }: Spoilt) => {
      marrow.names.aliases = [name];
      marrow.name.en = name;
    });
    const read = readStoryFile(JSON.stringify(story), 'fair.json', common).story.figures[0];
    expect([read?.name.en, read?.names.aliases]).toEqual([name, [name]]);
  });

  test('with an ending left open do not hide a word', () => {
    expect(withName('The*')).toHaveLength(1);
    expect(withName('"The"')).toHaveLength(1);
    expect(withName('Thé')).toHaveLength(1);
    expect(withName('ＴＨＥ')).toEqual([]);
  });
});

describe('what is compiled', () => {
  const compiler = createStoryCompiler('1', {
    languages: [
      { language: 'en', source: ['made up'], frequent: ['the'] },
      { language: 'zh', source: ['made up'], spaced: false },
    ],
    givenNames: [],
    fixed: {},
  });

  test('has been refused in the storage as in a file', () => {
    expect(compiler.check(JSON.parse(EXAMPLE))?.id).toBe('skerry-light');
    expect(compiler.check(spoilt(({ figures: [marrow] }: Spoilt) => marrow.names.full.push('The')))).toBeNull();
    expect(compiler.check(spoilt(({ statements: [one] }: Spoilt) => one.figures.push('ghost')))).toBeNull();
  });

  test.each(['.*Marrow.*', '[A-Z]+', 'Marrow\\', '^Mar$', 'M?arrow', '\\p{L}ight', 'Marrow{9}', '灯.*塔', '灯[塔'])(
    'finds %s as it is written, not as a pattern',
    (name) => {
      const story = compiler.check(
        spoilt(({ figures: [marrow, , lighthouse], languages }: Spoilt) => {
          Object.assign(marrow.names, { given: [name], surname: [name] });
          lighthouse.names.aliases = [name];
          for (const code of ['en', 'zh'])
            languages[code] = { names: { lighthouse: [name] }, people: { marrow: { full: [name] } }, words: [name] };
        }),
      );
      if (!story) throw new Error('refused');
      const { source } = allAtOnce(
        compiler.library([{ story, bundled: false, kept: null, reading: { read: null, unread: [] } }]),
      );
      for (const code of ['en', 'zh']) {
        const { prefilter } = JSON.parse(allAtOnce(compiler.language(source, code))[code] ?? '') as {
          prefilter: string[];
        };
        expect(prefilter.length).toBeGreaterThan(0);
        for (const pattern of prefilter) expect('Nobody. A, Z; Q! arro 数据').not.toMatch(new RegExp(pattern, 'u'));
      }
    },
  );
});

describe('addresses', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt://x/%0Aalert(1)',
    'data:text/html,<b>',
    'file:///etc/passwd',
    'chrome://settings',
    'moz-extension://x',
    'https:courier.example',
    ' https://courier.example',
    'https://courier.example/ a',
    '//courier.example',
    'https://',
  ])('%s is refused', (url) => {
    expect(faultsOf((s) => Object.assign(s.sources[0], { url }))).toEqual([
      'source “a” “url” is no address of the web. Write one with https:// or null.',
    ]);
  });
});
