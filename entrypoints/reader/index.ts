// The reader: put into a page by the background once the gate has found a name there. Decides whether the page is marked, by its kind and
// the settings; answers messages.
// It only wires: page/ reads text, recognition/ tells who a name means, components/ draw cards, extension/ knows settings.
import { edition } from 'virtual:dataset/edition';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { correctionKeys, type Rejected, readRejected } from '../../extension/corrections.ts';
import { readTexts } from '../../extension/dataset.ts';
import { answerPage, askBackground, isOrphaned, type PageHandlers } from '../../extension/messages.ts';
import type { Outcome } from '../../extension/outcome.ts';
import { enterAsReader } from '../../extension/page-world.ts';
import { readSettings, settingKeys } from '../../extension/settings.ts';
import { decide, type Rule, readRule, ruleKeys } from '../../extension/sites.ts';
import { createRereader, type Stored } from '../../extension/stored.ts';
import { pageDate } from '../../page/date.ts';
import { type MonthNames, takeMonths } from '../../page/dateline.ts';
import { headlinesOf } from '../../page/facts.ts';
import { judgeNews, type News } from '../../page/news.ts';
import { type PressWords, takePressWords } from '../../page/sections.ts';
import { turn } from '../../page/turn.ts';
import type { Needs, PageFacts } from '../../recognition/resolve.ts';
import { createMarks, figuresIn, type Marks } from './marks.ts';

/** A page that is built by its own scripts is not news yet when it has loaded; ms. */
const SECOND_LOOK = 1500;
/** The reason for every abort. Without one, abort() makes an error with a stack trace: measured at 3 ms in this script. */
const OVER = 'over';

export default defineUnlistedScript(() => {
  // 1. One reader a page.
  const questions = enterAsReader(edition);
  if (!questions) return;

  // 2. Texts of the dataset, fetched as they are needed.
  const texts: Record<string, string> = {};
  const fetchTexts = async (names: readonly string[]): Promise<void> => {
    const missing = names.filter((name) => !Object.hasOwn(texts, name));
    if (missing.length === 0) return;
    Object.assign(texts, await readTexts(edition, missing));
  };
  takePressWords(() => JSON.parse(texts.press || 'null') as PressWords | null);
  takeMonths(() => JSON.parse(texts.months || 'null') as MonthNames | null);

  // 3. What is known of the page, asked for when first needed and again when its address changes.
  let here: { news?: News; date?: string | null } = {};
  const newsHere = async (at = here) => {
    const found = at.news ?? (await judgeNews(document, new URL(location.href)));
    // Whoever asked first has been told.
    at.news ??= found;
    return at.news;
  };
  const dateHere = async (at = here) => {
    if (at.date === undefined) at.date = (await pageDate(document, new URL(location.href)))?.date ?? null;
    return at.date;
  };
  /** What mentions wait for: one after the other is looked for, and then decided again. */
  const wanted = new Set<() => unknown>();
  let looking: Promise<void> | undefined;
  const look = async () => {
    for (const find of wanted) {
      await turn();
      await find();
    }
    looking = undefined;
    wanted.clear();
    marked?.marking.decide();
  };
  const lookFor = ({ date, frontPage }: Needs) => {
    if (date) wanted.add(dateHere);
    if (frontPage) wanted.add(newsHere);
    looking ??= look();
  };

  // 4. What the reader has set.
  let stored: Stored | null = null;
  const settings = () => readSettings(stored ?? {});
  // Before that is known, a page that is asked would answer for a reader who has chosen nothing.
  let known = () => {};
  const settled = new Promise<void>((resolve) => {
    known = resolve;
  });
  // The welcome page runs this script itself, to have something to try it on.
  let once: Rule | null = location.protocol.endsWith('-extension:') ? 'on' : null;
  const told = { rejected: [] as Rejected[], muted: [] as string[] };
  /** From the decision to mark until its end. */
  let running: AbortController | null = null;
  /** Once the names are there. */
  let marked: Marks | null = null;
  let opening: Promise<void> | undefined;
  let following: { keys: readonly string[]; readAgain(): void; end: AbortController } | null = null;

  /** With what is known of the page: not news until it is judged. */
  const decision = (at = here) => {
    if (!stored) return { active: false, state: 'not-chosen' as const };
    const { activation } = settings();
    const isNews = (at.news?.kind ?? 'other') !== 'other';
    return decide({ activation, rule: readRule(stored, location.hostname), once }, isNews);
  };
  const facts = (language: string | null): PageFacts => ({
    language,
    date: here.date,
    frontPage: here.news && here.news.kind === 'front',
    headlines: headlinesOf(document),
    rejected: [...readRejected(stored ?? {}, location.href), ...told.rejected],
    muted: [...settings().muted, ...told.muted],
  });

  // 5. Messages: answered on every page, read or not.
  const handlers: PageHandlers = {
    status: async () => {
      await settled;
      await fetchTexts(['press', 'months']);
      const at = here;
      const news = await newsHere(at);
      const date = await dateHere(at);
      const counts = new Map<string, number>();
      for (const { figure } of marked?.marking.mentions ?? []) counts.set(figure, (counts.get(figure) ?? 0) + 1);
      return {
        host: location.hostname,
        news,
        date,
        ...decision(at),
        figures: [...counts].map(([id, count]) => ({ id, count })),
      };
    },
    mentions: async () => {
      await settled;
      await opening;
      await marked?.marking.whole();
      while (looking) {
        await looking;
        await marked?.marking.whole();
      }
      return (marked?.marking.mentions ?? []).map(({ figure, text, evidence }) => ({ figure, text, evidence }));
    },
    reveal: async ({ figure, step }) => {
      await settled;
      await opening;
      const mention = marked?.marking.reveal(figure, step) ?? null;
      if (mention) marked?.open(mention);
      return mention !== null;
    },
    once: ({ on }) => {
      once = on ? 'on' : 'off';
      update();
    },
    announce: () => marked?.announce(),
    changed: ({ keys }) => {
      if (!keys || keys.some((key) => following?.keys.includes(key))) following?.readAgain();
    },
  };

  // 6. Settings and rules, obeyed at once.
  const listen = () => {
    following?.end.abort(OVER);
    const end = new AbortController();
    const keys = [...settingKeys, ...ruleKeys(location.hostname), ...correctionKeys(location.href)];
    const { readAgain } = createRereader(
      keys,
      async (next) => {
        stored = next;
        if (decision().state === 'not-news') {
          await fetchTexts(['press']);
          await newsHere();
        }
        update();
        known();
      },
      end.signal,
      known, // who asks is told that nothing is marked
    );
    following = { keys, readAgain, end };
  };
  listen();
  answerPage(handlers, questions);

  function update(): void {
    if (leaveIfOrphaned()) return;
    const { active, state } = decision();
    if (!active) {
      stop();
      if (state === 'not-news') waitForNews();
      return;
    }
    if (!running) {
      running = new AbortController();
      opening = start(running.signal);
      return;
    }
    if (!marked) return;
    const { density, trigger, dwell } = settings();
    marked.marking.setDensity(density);
    marked.marking.setTrigger(trigger, dwell);
    marked.marking.decide();
  }

  /** A page that is not news may still become it: one look after it has loaded, and one after each change of its address. */
  let waiting = false;
  function waitForNews(): void {
    if (waiting) return;
    waiting = true;
    const look = () =>
      setTimeout(async () => {
        if (leaveIfOrphaned() || decision().state !== 'not-news') return;
        here = {};
        await newsHere();
        update();
      }, SECOND_LOOK);
    if (document.readyState === 'complete') look();
    else addEventListener('load', look, { once: true });
  }

  let address = location.href;
  const moved = () => {
    if (leaveIfOrphaned()) return;
    const before = address;
    address = location.href;
    if (withoutHash(before) === withoutHash(address)) return;
    here = {};
    waiting = false;
    told.rejected = [];
    stop();
    listen();
  };
  const { navigation } = globalThis as { navigation?: EventTarget };
  (navigation ?? globalThis).addEventListener(navigation ? 'currententrychange' : 'popstate', moved);
  addEventListener('pageshow', ({ isTrusted, persisted }) => {
    if (!isTrusted || !persisted) return;
    // Nobody told a page that was put by (Firefox) what has changed meanwhile, and the browser forgot what its button said.
    listen();
    if (marked) report();
  });

  function stop(): void {
    if (!running) return;
    end();
    tell({ active: false, figures: 0 });
  }

  /** The extension is gone from under the page, updated or removed: nothing of this script stays. Asked at whatever happens next. */
  function leaveIfOrphaned(): boolean {
    if (!isOrphaned()) return false;
    following?.end.abort(OVER);
    end();
    return true;
  }

  function end(): void {
    running?.abort(OVER);
    running = null;
    marked = null;
    wanted.clear();
  }

  let reported = -1;
  function report(): void {
    const figures = figuresIn(marked?.marking.mentions ?? []).length;
    reported = figures;
    tell({ active: true, figures });
  }

  /** One report after the other, so that the last holds; those that are out of date by then are left out. */
  let latest: object;
  let telling = Promise.resolve<unknown>(null);
  function tell(found: { active: boolean; figures: number }): void {
    latest = found;
    telling = telling.then(() => (latest === found ? askBackground('page', found) : null));
  }

  /** Has the background remember what the reader corrected. In a private window nothing is, and it holds until the page is closed. */
  async function remember(ask: () => Promise<Outcome<boolean>>, keep: () => void): Promise<boolean> {
    if (browser.extension.inIncognitoContext) {
      keep();
      marked?.marking.decide();
      return true;
    }
    const outcome = await ask();
    return outcome.ok && outcome.value;
  }

  // 7. Marking
  async function start(signal: AbortSignal): Promise<void> {
    reported = -1;
    const made = await createMarks({
      texts,
      fetchTexts,
      signal,
      settings,
      facts,
      onNeeds: lookFor,
      date: () => dateHere(),
      reject: (figure, text, scope) =>
        remember(
          () => askBackground('reject', { url: location.href, scope, figure, text }),
          () => told.rejected.push({ figure, text }),
        ),
      mute: (figure) =>
        remember(
          () => askBackground('mute', { figure }),
          () => told.muted.push(figure),
        ),
      isGone: leaveIfOrphaned,
      onMentions: (mentions) => {
        if (figuresIn(mentions).length !== reported) report();
      },
      onLanguage() {
        stop();
        update();
      },
    });
    if (made && !signal.aborted) marked = made;
  }
});

const withoutHash = (href: string): string => href.split('#')[0] ?? href;
