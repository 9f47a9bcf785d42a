// The name filter may let a text through in vain, but must never hold back one in which recognition would find
// somebody.
import { describe, expect, it } from 'vitest';
import { type FilterAnswer, openNameFilter } from '../../recognition/name-filter.ts';
import { Flag } from '../../recognition/name-filter-format.ts';
import { writeNameFilter } from '../../recognition/write-name-filter.ts';
import { loadGazetteer, loadGazetteerSource } from '../../scripts/dataset/load.ts';
import type { FigureNames } from '../../stories/figures.ts';
import { compileGazetteer } from '../../stories/gazetteer.ts';
import { compileNameFilter } from '../../stories/name-filter.ts';
import { type Golden, goldenFiles } from './golden-cases.ts';

const dataset = compileNameFilter(loadGazetteer('.'));

/** The same with people of many stories more: so many words that they are put down as stems. */
function compileCrowded(): string {
  const source = loadGazetteerSource('.');
  const SYLLABLES = ['ba', 'den', 'ko', 'lir', 'mo', 'nas', 'pel', 'ru', 'sten', 'vi'];
  const nameOf = (at: number) => {
    const [one = '', two = '', three = ''] = [at % 10, Math.floor(at / 10) % 10, Math.floor(at / 100)].map(
      (digit) => SYLLABLES[digit],
    );
    return `${one.charAt(0).toUpperCase()}${one.slice(1)}${two}${three}`;
  };
  const people = Array.from({ length: 400 }, (_, at): FigureNames => {
    const [given, surname] = [nameOf(at), `${nameOf(at + 400)}ski`];
    const names = { full: [`${given} ${surname}`], given: [given], surname: [surname], strength: 'weak' as const };
    return { id: `person-${at}`, kind: 'person', names };
  });
  return compileNameFilter(compileGazetteer({ ...source, figures: [...source.figures, ...people] }));
}
const crowded = compileCrowded();
const opened = new Map<string, ReturnType<typeof openNameFilter>>();
const answerOf = (texts: readonly string[], exact = true, filter = dataset): FilterAnswer => {
  const filterOpened = opened.get(filter) ?? openNameFilter(filter);
  opened.set(filter, filterOpened);
  const read = filterOpened.matcher(exact);
  return texts.map(read).find((verdict) => verdict !== 'none') ?? 'none';
};

describe('every golden case with a mention is let through', () => {
  const heldBy = (filter: string, cases: readonly Golden[]): string[] =>
    cases
      .filter(({ mentions, fails }) => mentions.length > 0 && !fails)
      .filter(({ text, blocks, headlines }) => {
        const texts = [...(headlines ?? []), ...(blocks ?? [text ?? ''])];
        return answerOf(texts, true, filter) !== 'name' || answerOf([texts.join('')], false, filter) === 'none';
      })
      .map(({ name }) => name);
  it.each(goldenFiles)('$file', ({ cases }) => expect(heldBy(dataset, cases)).toEqual([]));

  it('also among the people of many stories, and others still are not', () => {
    expect(goldenFiles.flatMap(({ cases }) => heldBy(crowded, cases))).toEqual([]);
    const says = (text: string) => answerOf([text], true, crowded);
    expect(says('Nobody saw Bababa Babamoskiego there.')).toBe('name');
    expect(says('The harbour council met on Thursday and spoke of nothing.')).toBe('none');
  });
});

it.each([
  ['America is tired, and so is the nurse.', 'none'],
  ['America is tired, and so is Donald Trump.', 'name'],
])('lets an ambiguous name through beside another one only: %s', (text, answer) => {
  for (const filter of [dataset, crowded]) expect(answerOf([text], true, filter)).toBe(answer);
});

it('grows with its names, and never to twice its length for a few more', () => {
  const lengthOf = (count: number) =>
    writeNameFilter(new Map(Array.from({ length: count }, (_, at) => [`harbour ${at}`, Flag.name]))).length;
  for (const count of [52, 820, 6560]) expect(lengthOf(count)).toBeLessThan(1.1 * lengthOf(count - 10) + 20);
});

describe('a filter', () => {
  const filter = writeNameFilter(
    new Map([
      ['harbour', Flag.name],
      ['port', Flag.begins],
      ['port arlen', Flag.name | Flag.small],
      ['ea', Flag.capitals],
      ['quay', Flag.surname],
      ['mira', Flag.beside],
      ['arlenish', Flag.nation | Flag.stem],
      ['mayor', Flag.post],
      ['港湾', Flag.name],
    ]),
  );
  const says = (...texts: string[]) => answerOf(texts, true, filter);

  it('finds a name with a capital, in one text or over two, with any accents, invisible characters and widths', () => {
    expect(says('Old Harbour.')).toBe('name');
    expect(says('HARBOUR')).toBe('name');
    expect(says('12Harbour_3')).toBe('name');
    expect(says('Hárbour', 'x')).toBe('name');
    expect(says('Har\u00ADbour')).toBe('name');
    expect(says('Ｈａｒｂｏｕｒ')).toBe('name');
    expect(says('in port', ' arlen')).toBe('name');
    expect(says('新港湾区')).toBe('name');
  });
  it('finds a name that begins with a letter which has no plain form, in capitals too', () => {
    const polish = writeNameFilter(new Map([['lukaszenka', Flag.name]]));
    expect(
      ['z Łukaszenko', 'Alaksandr Łukaszenka', 'PREZYDENT ŁUKASZENKA'].map((text) => answerOf([text], true, polish)),
    ).toEqual(['none', 'name', 'name']);
  });
  it('leaves small letters, other words and abbreviations in small letters alone', () => {
    expect(says('a harbour, Harbours, Sharbour, port of Arlen, ea, Ea')).toBe('none');
    expect(says('the EA')).toBe('name');
  });
  it('needs something beside a surname, and a post beside a nationality', () => {
    expect(says('Quay')).toBe('none');
    expect(says('Mira went home, and all the way along the river she thought of Quay')).toBe('none');
    expect(says('Mira J. Quay')).toBe('name');
    expect(says('Arlenish wine')).toBe('none');
    expect(says('the Arlenishe mayor')).toBe('name');
  });
  it('takes a name that only its accents tell from another word as it is written, however they are encoded', () => {
    const accented = writeNameFilter(new Map([['harbour', Flag.name]]), ['hól']);
    const isFound = (text: string) => answerOf([text], true, accented) === 'name';
    expect(['to Hól', 'HÓL', 'Ho\u0301l', 'H\u00ADól'].map(isFound)).toEqual([true, true, true, true]);
    expect(['to Hol', 'hol è', 'höl'].map(isFound)).toEqual([false, false, false]);
  });
  it('is in doubt where blocks stand together without a space, unless it is told where they end', () => {
    const glued = (text: string, exact: boolean) => answerOf([text], exact, filter);
    expect(glued('WorldHarbourPolitics', false)).toBe('name');
    expect(glued('EAEdition', false)).toBe('name');
    expect(glued('Harbourpolitics', false)).toBe('perhaps');
    expect(glued('WORLDHARBOUR', false)).toBe('perhaps');
    expect(glued('Harbourpolitics', true)).toBe('none');
  });
  it('takes two letters behind a digit for part of a code, unless a block may end between them', () => {
    const glued = (text: string, exact: boolean) => answerOf([text], exact, filter);
    expect(glued('the HX450EA', true)).toBe('none');
    expect(glued('14:30EA', false)).toBe('perhaps');
    expect(glued('14:30\nEA', true)).toBe('name');
  });
  it.each([
    ['small', dataset],
    ['large', crowded],
  ])(
    'of a %s library passes over everyday words, though some language has a nationality or a title of them',
    (_, all) => {
      const passed = [
        'It was my first day there, and my own state had a new leader.',
        'My first car; my interim room; my acting coach.',
        'As ruas do norte do estado ficaram vazias.',
        'Dans le nord, le chef de chantier a ri.',
        '她的声音很优美，美女们都笑了。',
        '美しい港町。美',
        '국민 대통령, 더불어민주당 대통령 후보',
      ];
      for (const text of passed) expect([text, answerOf([text], true, all)]).toEqual([text, 'none']);
      const found = [
        'tổng thống Mỹ',
        'o líder norte-americano',
        'el presidente estadounidense',
        'chef étatsunien',
        '정부, 美 관세 유예',
        '韓美 회담',
      ];
      for (const text of found) expect([text, answerOf([text], true, all)]).toEqual([text, 'name']);
    },
  );
  it('comes to an end where the stories have no office, no person, or nobody at all', () => {
    const places = writeNameFilter(
      new Map([
        ['arlen', Flag.name],
        ['quay', Flag.surname],
      ]),
    );
    expect(answerOf(['Quay in Arlen'], true, places)).toBe('name');
    expect(answerOf(['Quay'], true, places)).toBe('none');
    expect(answerOf(['Quay in Arlen'], true, writeNameFilter(new Map()))).toBe('none');
  });
  it('that nobody wrote lets everything through', () => {
    for (const written of [
      '',
      '*',
      'a b',
      filter.replace('harbour', 'har+bour'),
      filter.replace('harbour', '(?:harbour'),
    ])
      expect([written, answerOf(['nothing'], true, written)]).toEqual([written, 'name']);
  });
  it('that would be too large lets everything through', () => {
    const many = new Map(Array.from({ length: 60_000 }, (_, at) => [`port ${at}`, Flag.name]));
    expect(answerOf(['nothing'], true, writeNameFilter(many))).toBe('name');
    expect(writeNameFilter(new Map([...many].slice(0, 48_000))).length * 2).toBeLessThan(264_000);
  });
});
