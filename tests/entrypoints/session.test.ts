// The session's states and transitions, with fakes for page, storage and recognition.
import { expect, test, vi } from 'vitest';
import type { Corrections } from '../../entrypoints/reader/corrections.ts';
import type { Marks, MarksOptions } from '../../entrypoints/reader/marks.ts';
import type { FactFinder } from '../../entrypoints/reader/page-facts.ts';
import { createPageHandlers } from '../../entrypoints/reader/page-messages.ts';
import { createSession } from '../../entrypoints/reader/session.ts';
import type { Stored } from '../../extension/stored.ts';
import type { News } from '../../page/news/judge.ts';
import type { PlacedMention } from '../../page/text/mentions.ts';

const article: News = { kind: 'article', because: [{ kind: 'built' }] };
const front: News = { kind: 'front', because: [] };
const noNews: News = { kind: 'other', because: [] };

/** Lets everything happen that waits for nothing but promises. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

const mention = (figure: string) =>
  ({ figure, text: figure, evidence: [{ kind: 'full-name' }] }) as unknown as PlacedMention;

interface Setup {
  stored?: Stored | null;
  /** What the page is judged to be, at each time that it is judged. */
  news?: News[];
  date?: string | null;
  always?: boolean;
  /** What is read again is there only once `store` says so. */
  slow?: boolean;
}

function begin({ stored = {}, news = [article], date = null, always = false, slow = false }: Setup = {}) {
  const location = { href: 'https://news.example/a', hostname: 'news.example' };
  const judged = [...news];
  const follows: { keys: readonly string[]; signal: AbortSignal; change(stored: Stored): void; fail(): void }[] = [];
  const openings: {
    options: MarksOptions;
    open(mentions?: PlacedMention[]): Promise<FakeMarks>;
    fail(): Promise<void>;
  }[] = [];
  const built: (() => void)[] = [];
  const held: (() => void)[] = [];
  const report = { marked: vi.fn(), unmarked: vi.fn(), repeat: vi.fn() };
  const corrections: Corrections = {
    rejected: () => [],
    muted: [],
    reject: async () => true,
    decide: async () => true,
    mute: async () => true,
    leftOut: () => [],
    leaveOut: async () => true,
    forgetPage: vi.fn(),
  };
  const page = { orphaned: false, outdated: false };
  const pointerEvents = { end: vi.fn() };

  const createFacts = (): FactFinder => {
    let found: News | undefined;
    let foundDate: string | null | undefined;
    const facts: FactFinder = {
      get news() {
        return found;
      },
      get date() {
        return foundDate;
      },
      headlines: () => [],
      async findNews() {
        found ??= judged.length > 1 ? judged.shift() : judged[0];
        return found as News;
      },
      async findDate() {
        foundDate = date;
        return date;
      },
      async find(needs) {
        if (needs.date) await facts.findDate();
        if (needs.frontPage) await facts.findNews();
      },
    };
    return facts;
  };

  const session = createSession({
    location,
    always,
    createFacts,
    readStored(keys, onChange, signal, onFault) {
      follows.push({ keys, signal, change: onChange, fail: onFault });
      if (stored) onChange(stored);
      return { readAgain: () => stored && !slow && onChange(stored) };
    },
    pointerEvents,
    openMarks: (options) =>
      new Promise((resolve, reject) => {
        openings.push({
          options,
          fail() {
            reject(new Error('no names'));
            return settle();
          },
          async open(mentions = []) {
            const marks = fakeMarks(mentions);
            resolve(options.signal.aborted ? null : marks);
            await settle();
            return marks;
          },
        });
      }),
    createCorrections(onHeld) {
      held.push(onHeld);
      return corrections;
    },
    report,
    forgetOutdated: async () => page.outdated,
    isOrphaned: () => page.orphaned,
    whenBuilt: (callback) => built.push(callback),
  });
  return {
    session,
    handlers: createPageHandlers(location, session),
    location,
    follows,
    pointerEvents,
    openings,
    built,
    held,
    report,
    corrections,
    page,
    store: (now: Stored) => {
      stored = now;
      follows.at(-1)?.change(now);
      return settle();
    },
  };
}

type FakeMarks = ReturnType<typeof fakeMarks>;

function fakeMarks(mentions: PlacedMention[]) {
  return {
    storiesOf: (figure) => [{ story: 'fair', figure }],
    mentions,
    seen: () => mentions,
    whole: vi.fn(async () => {}),
    resolveAgain: vi.fn(),
    apply: vi.fn(),
    reveal: vi.fn(() => true),
    scrollTo: vi.fn(() => true),
    follow: vi.fn(),
    announce: vi.fn(),
    cardClosed: vi.fn(async () => {}),
  } satisfies Marks;
}

const sender = {};

/** Whether a promise is still pending. */
async function isPending(promise: Promise<unknown> | unknown): Promise<boolean> {
  let pending = true;
  void Promise.resolve(promise).then(() => {
    pending = false;
  });
  await settle();
  return pending;
}

test('a page of news is opened, then marked', async () => {
  const { session, openings } = begin();
  expect(session.state).toBe('off');
  await settle();
  expect(session.state).toBe('opening');
  const marks = await openings[0]?.open();
  expect(session.state).toBe('marked');
  expect(session.marks).toBe(marks);
});

test('a page that is not news waits, is judged once more, and is opened when it has become news', async () => {
  const { session, built, openings } = begin({ news: [noNews, article] });
  await settle();
  expect(session.state).toBe('not-news');
  expect(built).toHaveLength(1);
  built[0]?.();
  await settle();
  expect(session.state).toBe('opening');
  expect(openings).toHaveLength(1);
});

test('a page that does not become news is judged twice, and not more often', async () => {
  const { session, built, store } = begin({ news: [noNews] });
  await settle();
  built[0]?.();
  await settle();
  await store({ density: {} });
  expect(session.state).toBe('not-news');
  expect(built).toHaveLength(1);
});

test('a page that is switched off is not judged', async () => {
  const { session, openings, built } = begin({ stored: { 'site:news.example': 'off' } });
  await settle();
  expect(session.state).toBe('off');
  expect(session.verdict.facts.news).toBeUndefined();
  expect([openings.length, built.length]).toEqual([0, 0]);
});

test('with everywhere, a page is opened without being judged', async () => {
  const { session } = begin({ stored: { activation: 'everywhere' } });
  await settle();
  expect(session.state).toBe('opening');
  expect(session.verdict.facts.news).toBeUndefined();
});

test('the welcome page is marked whatever the settings say', async () => {
  const { session } = begin({ stored: { activation: 'chosen' }, always: true });
  await settle();
  expect(session.state).toBe('opening');
});

test('nothing happens until the settings are known', async () => {
  const { session, follows, store } = begin({ stored: null });
  await settle();
  expect(session.state).toBe('off');
  follows[0]?.fail();
  await settle();
  expect(session.state).toBe('off');
  await store({});
  expect(session.state).toBe('opening');
});

test('a page that is switched off while it is opened ends in off', async () => {
  const { session, openings, report, store } = begin();
  await settle();
  await store({ 'site:news.example': 'off' });
  expect(session.state).toBe('off');
  expect(openings[0]?.options.signal.aborted).toBe(true);
  expect(report.unmarked).toHaveBeenCalledOnce();
  await openings[0]?.open();
  expect(session.state).toBe('off');
});

test('a page that could not be opened is off, keeps nobody waiting, and is opened at the next occasion', async () => {
  const { session, openings, handlers, store } = begin();
  await settle();
  const answer = handlers.mentions({}, sender);
  await openings[0]?.fail();
  expect(session.state).toBe('off');
  expect(await answer).toEqual([]);
  await store({});
  expect(session.state).toBe('opening');
  // What was opened before and fails late changes nothing.
  handlers.markOnce({ on: false }, sender);
  handlers.markOnce({ on: true }, sender);
  await openings[1]?.fail();
  expect(session.state).toBe('opening');
});

test('a page that is switched off and on again is opened anew, and what was opened before does not count', async () => {
  const { session, openings, handlers } = begin();
  await settle();
  handlers.markOnce({ on: false }, sender);
  handlers.markOnce({ on: true }, sender);
  expect(openings).toHaveLength(2);
  await openings[0]?.open();
  expect(session.state).toBe('opening');
  const marks = await openings[1]?.open();
  expect(session.marks).toBe(marks);
});

test('a page that was marked once is left alone when its site is switched off', async () => {
  const { handlers, session, openings, store } = begin({ news: [noNews] });
  await settle();
  await handlers.markOnce({ on: true }, sender);
  await openings[0]?.open();
  expect(session.state).toBe('marked');
  await store({ density: {} });
  expect(session.state).toBe('marked');
  await store({ 'site:news.example': 'off' });
  expect(session.state).toBe('off');
});

test('changed settings are applied to the marks, and open nothing again', async () => {
  const { openings, store } = begin();
  await settle();
  const marks = await openings[0]?.open();
  await store({ trigger: 'click' });
  expect(marks?.apply).toHaveBeenCalledWith(expect.objectContaining({ trigger: 'click' }));
  expect(openings).toHaveLength(1);
});

test('changed stories mark the page anew; the same ones change nothing', async () => {
  const { handlers, session, openings, page } = begin();
  await settle();
  await openings[0]?.open();
  await handlers.changed({ keys: ['data:current'] }, sender);
  expect(openings).toHaveLength(1);
  page.outdated = true;
  await handlers.changed({ keys: ['activation'] }, sender);
  expect(openings).toHaveLength(1);
  await handlers.changed({ keys: ['data:current'] }, sender);
  expect(openings[0]?.options.signal.aborted).toBe(true);
  expect(session.state).toBe('opening');
  const marks = await openings[1]?.open();
  expect(session.marks).toBe(marks);
});

test('changed stories wait while a card is open', async () => {
  const { handlers, openings, page, store } = begin();
  await settle();
  const marks = await openings[0]?.open();
  let close = () => {};
  const isOpen = () =>
    new Promise<void>((resolve) => {
      close = resolve;
    });
  marks?.cardClosed.mockImplementation(isOpen);
  page.outdated = true;
  await Promise.race([handlers.changed({ keys: ['data:current'] }, sender), settle()]);
  expect(openings).toHaveLength(1);
  close();
  await settle();
  expect(openings).toHaveLength(2);
  // Switched off meanwhile, the page stays as it is.
  const again = await openings[1]?.open();
  again?.cardClosed.mockImplementation(isOpen);
  await Promise.race([handlers.changed({ keys: ['data:current'] }, sender), settle()]);
  await store({ 'site:news.example': 'off' });
  close();
  await settle();
  expect(openings).toHaveLength(2);
});

test('the pointer is followed on while a page is marked anew, and not to the next address', async () => {
  const { handlers, session, openings, location, page, pointerEvents } = begin();
  await settle();
  await openings[0]?.open();
  page.outdated = true;
  await handlers.changed({ keys: ['data:current'] }, sender);
  await openings[1]?.open();
  expect(pointerEvents.end).not.toHaveBeenCalled();
  location.href = 'https://news.example/b';
  session.onNavigation();
  expect(pointerEvents.end).toHaveBeenCalled();
});

test('where the names cannot be had, nobody follows the pointer', async () => {
  const { openings, pointerEvents } = begin();
  await settle();
  await openings[0]?.fail();
  expect(pointerEvents.end).toHaveBeenCalled();
});

test('another address starts over: nothing is known of the page, and its own rules are followed', async () => {
  const { session, openings, location, follows, corrections, report } = begin({ news: [article, noNews] });
  await settle();
  await openings[0]?.open();
  location.href = 'https://news.example/b';
  session.onNavigation();
  expect(session.state).toBe('off');
  expect(report.unmarked).toHaveBeenCalledOnce();
  expect(corrections.forgetPage).toHaveBeenCalledOnce();
  expect(follows[0]?.signal.aborted).toBe(true);
  expect(follows[1]?.keys).toContain('correction:https://news.example/b');
  await settle();
  expect(session.state).toBe('not-news');
});

test('another fragment of the same address changes nothing', async () => {
  const { session, openings, location, follows } = begin();
  await settle();
  await openings[0]?.open();
  location.href += '#comments';
  session.onNavigation();
  expect(session.state).toBe('marked');
  expect(follows).toHaveLength(1);
});

test.each(['onNavigation', 'settings', 'leaveIfOrphaned'] as const)(
  'once orphaned, everything ends: %s',
  async (event) => {
    const { session, openings, follows, page, report, store } = begin();
    await settle();
    await openings[0]?.open();
    page.orphaned = true;
    if (event === 'onNavigation') session.onNavigation();
    if (event === 'settings') await store({});
    if (event === 'leaveIfOrphaned') expect(openings[0]?.options.leaveIfOrphaned()).toBe(true);
    expect(session.state).toBe('off');
    expect(openings[0]?.options.signal.aborted).toBe(true);
    expect(follows[0]?.signal.aborted).toBe(true);
    expect(report.unmarked).not.toHaveBeenCalled();
  },
);

test('`mentions` waits for the settings, the opening, the whole page and what mentions need', async () => {
  const { handlers, openings, store } = begin({ stored: null, news: [front], date: '2026-01-05' });
  const answer = handlers.mentions({}, sender);
  expect(await isPending(answer)).toBe(true);
  await store({ activation: 'everywhere' });
  expect(await isPending(answer)).toBe(true);

  let read = () => {};
  const opening = openings[0];
  if (!opening) throw new Error('not opened');
  const opened = opening.open([mention('petro')]);
  const marks = await opened;
  marks.whole.mockImplementation(() => new Promise<void>((resolve) => (read = resolve)));
  const later = handlers.mentions({}, sender);
  expect(await isPending(later)).toBe(true);
  opening.options.onNeeds({ date: true, frontPage: true });
  read();
  marks.whole.mockImplementation(async () => {});
  expect(await later).toEqual([
    {
      figure: 'petro',
      stories: [{ story: 'fair', figure: 'petro' }],
      text: 'petro',
      evidence: [{ kind: 'full-name' }],
    },
  ]);
  expect(marks.resolveAgain).toHaveBeenCalledOnce();
  expect(opening.options.facts()).toMatchObject({ date: '2026-01-05', frontPage: true });
  expect(await answer).toHaveLength(1);
});

test('`mentions` is about the stories as they are now, where they change while the page is read', async () => {
  const { session, handlers, openings, page } = begin({ news: [article] });
  await settle();
  let read = () => {};
  const before = await openings[0]?.open([]);
  before?.whole.mockImplementation(() => new Promise<void>((resolve) => (read = resolve)));
  const answer = handlers.mentions({}, sender);
  await settle();
  page.outdated = true;
  await session.onStories();
  read();
  expect(await isPending(answer)).toBe(true);
  await openings[1]?.open([mention('petro')]);
  expect(await answer).toMatchObject([{ figure: 'petro' }]);
});

test('facts that mentions need are found once, however often they are asked for', async () => {
  const { openings, session } = begin({ stored: { activation: 'everywhere' }, date: null });
  await settle();
  const marks = await openings[0]?.open();
  const options = openings[0]?.options;
  expect(options?.facts()).toMatchObject({ date: undefined, frontPage: undefined });
  const find = vi.spyOn(session.verdict.facts, 'find');
  options?.onNeeds({ date: true, frontPage: false });
  options?.onNeeds({ date: true, frontPage: false });
  await settle();
  expect(find).toHaveBeenCalledOnce();
  expect(marks?.resolveAgain).toHaveBeenCalledOnce();
  expect(options?.facts()).toMatchObject({ date: null, frontPage: undefined });
});

test('`mentions` is empty for a page that is off, and while the storage cannot be read', async () => {
  expect(await begin({ stored: { activation: 'chosen' } }).handlers.mentions({}, sender)).toEqual([]);
  const unreadable = begin({ stored: null });
  unreadable.follows[0]?.fail();
  expect(await unreadable.handlers.mentions({}, sender)).toEqual([]);
});

test('`status` says what the page is, whether it is marked and why, and whom it names how often', async () => {
  const { handlers, openings } = begin({ date: '2026-01-05' });
  await settle();
  await openings[0]?.open([mention('petro'), mention('trump'), mention('petro')]);
  expect(await handlers.status({}, sender)).toEqual({
    host: 'news.example',
    news: { kind: 'article', because: ['built'] },
    date: '2026-01-05',
    active: true,
    state: 'news',
    figures: [
      { id: 'petro', count: 2, stories: [{ story: 'fair', figure: 'petro' }] },
      { id: 'trump', count: 1, stories: [{ story: 'fair', figure: 'trump' }] },
    ],
  });
});

test('`status` waits for what the page was told has changed', async () => {
  const { handlers, store } = begin({ news: [noNews], slow: true });
  await settle();
  expect(await handlers.status({}, sender)).toMatchObject({ active: false, state: 'not-news' });
  await handlers.changed({ keys: ['site:news.example'] }, sender);
  const status = handlers.status({}, sender);
  expect(await isPending(status)).toBe(true);
  await store({ 'site:news.example': 'off' });
  expect(await status).toMatchObject({ active: false, state: 'switched-off' });
});

test('the page in another language is marked anew', async () => {
  const { openings } = begin();
  await settle();
  await openings[0]?.open();
  openings[0]?.options.onLanguage([]);
  expect(openings[0]?.options.signal.aborted).toBe(true);
  expect(openings).toHaveLength(2);
});

test('the toolbar is told how many figures are named, and again when the page comes back', async () => {
  const { session, openings, report, follows } = begin();
  await settle();
  session.onRestored();
  expect(report.repeat).not.toHaveBeenCalled();
  await settle();
  await openings[0]?.open();
  openings[0]?.options.onMentions([mention('petro'), mention('petro'), mention('trump')]);
  expect(report.marked).toHaveBeenCalledWith(2);
  session.onRestored();
  expect(report.repeat).toHaveBeenCalledOnce();
  expect(follows).toHaveLength(3);
});

test('only changes of keys that concern the page are read', async () => {
  const { handlers, openings } = begin();
  await settle();
  const marks = await openings[0]?.open();
  handlers.changed({ keys: ['site:other.example'] }, sender);
  await settle();
  expect(marks?.apply).not.toHaveBeenCalled();
  handlers.changed({ keys: ['site:news.example'] }, sender);
  await settle();
  handlers.changed({ keys: null }, sender);
  await settle();
  // A story was switched, which long compiling follows.
  handlers.changed({ keys: ['stories'] }, sender);
  await settle();
  expect(marks?.apply).toHaveBeenCalledTimes(3);
});

test('a correction that is held resolves the mentions again', async () => {
  const { openings, held } = begin();
  await settle();
  held[0]?.();
  const marks = await openings[0]?.open();
  held[0]?.();
  expect(marks?.resolveAgain).toHaveBeenCalledOnce();
});
