// What leaves the reader's computer in a shared file, and what a backup keeps.
import { describe, expect, test } from 'vitest';
import { BOUNDS } from '../../stories/bounds.ts';
import { checkStory } from '../../stories/check-story.ts';
import type { Story } from '../../stories/format.ts';
import { cutText } from '../../stories/sharing.ts';
import { readStoryFile, writeStoryFile } from '../../stories/story-file.ts';
import { type Spoilt, spoilt } from './example.ts';

const HEADLINE = 'Brackwater keeps its light';
const LONG =
  'The Northern Coast Board, which runs forty lights between the two capes, said that it would leave Skerry Light ' +
  'burning for as long as boats from Brackwater go out at night without radar.';
const SHORT = 'Nobody objected.';
const TEXT = [
  [HEADLINE],
  [LONG, SHORT, 'A third one.'],
  ['A fourth.', 'The fifth of them is cited by an open question here.'],
];

/** The example as a kept article. */
const kept = (spoil: (story: Spoilt) => void = () => {}): Story =>
  checkStory(
    spoilt((story) => {
      story.sources[0].text = TEXT;
      story.notes = { marrow: 'Met her once.' };
      Object.assign(story.statements[0], { verbatim: true, text: { en: LONG, es: 'Sin cambios.' } });
      Object.assign(story.statements[1], { verbatim: true, text: { en: SHORT } });
      story.later = { private: 'What an older version cannot judge' };
      spoil(story);
    }),
    'fair.json',
  );

const shared = (story: Story) => readStoryFile(writeStoryFile(story, { share: true }), 'fair.json').story;

describe('a shared file', () => {
  test('has no text of the article and no fields that are not known', () => {
    const text = writeStoryFile(kept(), { share: true });
    for (const secret of ['"text": [', 'Met her once', 'cannot judge', 'boats from Brackwater go out', 'is cited by'])
      expect(text).not.toContain(secret);
    expect(shared(kept()).sources[0]?.text).toBeNull();
  });

  test('cuts verbatim statements, and says so', () => {
    const [long, short, ours] = shared(kept()).statements;
    expect(long).toMatchObject({
      cut: true,
      text: {
        en:
          'The Northern Coast Board, which runs forty lights between the two capes, said that it would leave ' +
          'Skerry Light burning for as long as boats…',
        es: 'Sin cambios.',
      },
    });
    expect(long?.text.en?.split(' ')).toHaveLength(BOUNDS.sharedWords);
    expect([short?.cut, short?.text]).toEqual([false, { en: SHORT }]);
    expect([ours?.cut, ours?.verbatim]).toEqual([false, false]);
  });

  test('cuts quotations that a program found, and leaves those that somebody chose', () => {
    const quoting = (how: 'draft' | 'hand') =>
      shared(
        kept((s) => Object.assign(s, { made: { how }, quotations: [{ ...s.quotations[0], words: { en: LONG } }] })),
      );
    expect(quoting('hand').quotations[0]).toMatchObject({ cut: false, words: { en: LONG } });
    expect(quoting('draft').quotations[0]).toMatchObject({
      cut: true,
      words: { en: expect.stringMatching(/as boats…$/) },
    });
  });

  test('has first and last words of each cited sentence', () => {
    expect(shared(kept()).sources[0]?.fragments).toEqual({
      '1.1': ['The Northern Coast Board, which', 'night without radar'],
      '1.2': ['Nobody objected', null],
      '1.3': ['A third one', null],
      '2.1': ['A fourth', null],
      '2.2': ['The fifth of them is', 'open question here'],
    });
  });

  test('has none without an address, and keeps those that it came with', () => {
    const withoutUrl = kept((s) => Object.assign(s.sources[0], { url: null }));
    expect(shared(withoutUrl).sources[0]?.fragments).toEqual({});
    expect(shared(shared(kept()))).toEqual(shared(kept()));
  });

  test('leaves out words of sentences that nothing cites', () => {
    const one = kept((s) => {
      for (const list of ['summary', 'statements', 'events', 'open', 'quotations', 'relations'])
        s[list] = s[list].slice(0, 1);
      s.quotations[0].cite = 'a:1.1';
      s.relations[0].course.length = 1;
      s.events[0].cites = s.open[0].cites = s.summary[0].cites = [];
      s.statements[0].event = null;
    });
    expect(Object.keys(shared(one).sources[0]?.fragments ?? {})).toEqual(['1.1', '1.2']);
  });
});

describe('a backup', () => {
  test('keeps everything', () => {
    expect(readStoryFile(writeStoryFile(kept(), { share: false }), 'fair.json').story).toEqual(kept());
  });

  test('near the bound is written without spaces, and read again', () => {
    const large = kept((s) => {
      s.statements = Array.from({ length: BOUNDS.statements }, (_, at) => ({
        ...{ id: `s-${at}`, text: { en: 'x'.repeat(150) }, cites: ['a:1.1'], mode: 'reported', figures: ['marrow'] },
      }));
    });
    const text = writeStoryFile(large, { share: false });
    expect(text.length).toBeGreaterThan(0.9 * BOUNDS.bytes);
    const { story } = readStoryFile(text, 'fair.json');
    // Compared as text: to compare twenty thousand records takes longer than to read them.
    expect(JSON.stringify(story) === JSON.stringify(large)).toBe(true);
  });

  test('leaves out what a story has anyway', () => {
    const text = writeStoryFile(kept(), { share: false });
    expect(text).not.toMatch(/null|\[\]|\{\}/);
    expect(
      writeStoryFile(
        kept((s) => delete s.made),
        { share: false },
      ),
    ).not.toContain('"made"');
  });
});

describe('words', () => {
  test('are counted as the language does', () => {
    expect(cutText('One, two; three – four!', 'en', 3)).toBe('One, two; three…');
    expect(cutText('One, two; three!', 'en', 3)).toBe('One, two; three!');
    expect(cutText('灯塔今晚仍然亮着，渔民都很高兴。', 'zh', 2)).toMatch(/^灯塔.{1,3}…$/);
  });
});
