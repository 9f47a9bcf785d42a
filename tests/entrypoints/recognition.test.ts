// Recognition in the background, from stories in the storage to the answer that a page is given, and what becomes of a
// page's questions when the stories change or the background has been ended meanwhile.
import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createRecognition } from '../../entrypoints/background/recognition.ts';
import { createCompiler } from '../../extension/compiler.ts';
import { installStories } from '../../extension/library.ts';
import {
  isPageLanguage,
  isPageNames,
  isQuestion,
  type Opening,
  type Question,
} from '../../recognition/page-recogniser.ts';
import { openPrefilters } from '../../recognition/prefilters.ts';
import { fairCompiler, storyOfMayor } from '../stories/fair.ts';

const facts = { date: null, headlines: [], rejected: [], muted: [], frontPage: false };
const page = { sample: '', tag: 'pl', others: [] };
const asking = (...texts: string[]): Question => ({
  blocks: texts.map((text) => ({ text, lang: null })),
  facts,
  heard: [],
});

/** A background as it starts, on what the storage has. */
function start() {
  const compiler = createCompiler(fairCompiler, {
    install: () => installStories([storyOfMayor('fair', 'Tarnow')], '2031-05-06T12:00:00Z'),
  });
  const { open, recognise } = createRecognition(compiler.texts);
  return {
    compiler,
    open,
    async recognise(...question: Parameters<typeof recognise>) {
      const answer = await recognise(...question);
      return answer === 'outdated' ? null : answer;
    },
  };
}

beforeEach(() => fakeBrowser.reset());

test('a page is told which blocks name somebody, who it is, and in which stories', async () => {
  const { open, recognise } = start();
  const opening = (await open(page, false)) as Opening;
  expect(opening.language).toBe('pl');
  const prefilter = openPrefilters(opening.prefilters);
  expect([prefilter.next('Przekazano Adzie Tarnowowi'), prefilter.next('nikt')]).toEqual([17, -1]);
  const answer = await recognise(opening, asking('Ada Tarnow otwiera targ.', 'Tarn i nic.', 'Dano Tarnowowi.'), false);
  expect(answer?.mentions.map(({ figure, block, start, end }) => [figure, block, start, end])).toEqual([
    ['mayor-of-fair', 0, 0, 10],
    ['mayor-of-fair', 2, 5, 14],
  ]);
  expect(answer?.nameless).toEqual([1]);
  expect(answer?.figures).toMatchObject([
    { id: 'mayor-of-fair', kind: 'person', members: [{ story: 'fair', figure: 'mayor-of-fair' }] },
  ]);
});

test('whom stories alone have that are left out on the page is not marked', async () => {
  const { open, recognise } = start();
  const opening = (await open(page, false)) as Opening;
  const mentionsWithout = async (...leftOut: string[]) => {
    const question = asking('Ada Tarnow otwiera targ.');
    return (await recognise(opening, { ...question, facts: { ...facts, leftOut } }, false))?.mentions.length;
  };
  expect([await mentionsWithout('port'), await mentionsWithout('port', 'fair')]).toEqual([1, 0]);
});

test('a background that has been ended answers the next question as if it had not', async () => {
  const opening = (await start().open(page, false)) as Opening;
  const answer = await start().recognise(opening, asking('Ada Tarnow'), false);
  expect(answer?.mentions).toHaveLength(1);
});

test('what was asked with names of another edition is not answered', async () => {
  const { compiler, open, recognise } = start();
  const opening = (await open(page, false)) as Opening;
  await browser.storage.local.set({ 'story:port': storyOfMayor('port', 'Brandt') });
  await compiler.update();
  const next = (await open(page, false)) as Opening;
  expect(next.edition).not.toBe(opening.edition);
  expect(await recognise(opening, asking('Ada Brandt'), false)).toBeNull();
  const answer = await recognise(next, asking('Ada Brandt'), false);
  expect(answer?.mentions.map(({ figure }) => figure)).toEqual(['mayor-of-port']);
});

test('what has come in another language is named, so that the page is opened for it', async () => {
  const { open, recognise } = start();
  const opening = (await open({ ...page, tag: 'en' }, false)) as Opening;
  const heard = [{ text: '', lang: 'pl-PL' }];
  expect((await recognise(opening, { ...asking(), heard }, false))?.missing).toEqual(['pl']);
  const both = (await open({ ...page, tag: 'en', others: ['pl'] }, false)) as Opening;
  expect((await recognise(both, { ...asking(), heard }, false))?.missing).toEqual([]);
});

test('which languages are read in private windows is stored nowhere', async () => {
  const { compiler, open, recognise } = start();
  await compiler.update();
  const before = await browser.storage.local.get(null);
  const opening = (await open(page, true)) as Opening;
  expect((await recognise(opening, asking('Dano Tarnowowi.'), true))?.mentions).toHaveLength(1);
  expect(await browser.storage.local.get(null)).toEqual(before);
});

test('messages of any other shape are no questions', () => {
  const question = asking('Ada');
  expect(isQuestion(JSON.parse(JSON.stringify({ ...question, facts: { ...facts, date: undefined } })))).toBe(true);
  for (const wrong of [
    {},
    { ...question, blocks: [null] },
    { ...question, blocks: [{ text: 1, lang: null }] },
    { ...question, heard: 'Ada' },
    { ...question, facts: null },
    { ...question, facts: { ...facts, rejected: [null] } },
    { ...question, facts: { ...facts, leftOut: [1] } },
  ])
    expect(isQuestion(wrong), JSON.stringify(wrong)).toBe(false);
  expect([isPageLanguage(page), isPageLanguage({ ...page, sample: null })]).toEqual([true, false]);
  expect([isPageNames({ edition: 'a', language: null, others: [] }), isPageNames({ edition: 'a' })]).toEqual([
    true,
    false,
  ]);
});
