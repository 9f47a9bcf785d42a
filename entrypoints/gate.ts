// The gate: the only script that runs on every page, and so a small one. It finds out whether the page is switched on and whether a name can
// stand on it; only then it asks the background for the reader, which does everything else. Until then it answers for the reader.
import { edition } from 'virtual:dataset/edition';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { textIn, textKey } from '../extension/dataset-keys.ts';
import { enterAsGate, type Question } from '../extension/page-world.ts';
import { readActivation } from '../extension/settings.ts';
import { decide, readRule, ruleKeys } from '../extension/sites.ts';
import { createNameSearch, type NameSearch } from '../page/name-search.ts';
import { openNameFilter } from '../recognition/name-filter.ts';

/** When what failed is tried again; afterwards when the page is next looked at, or left. ms */
const TRIES = [1000, 5000];
const FILTER = textKey(edition, 'filter');

// The browser's own API: nothing of the polyfill is needed here.
const world = globalThis as unknown as Record<'chrome' | 'browser', typeof import('wxt/browser').browser>;
const api = import.meta.env.CHROME || import.meta.env.EDGE ? world.chrome : world.browser;
const here = enterAsGate(edition);

export default defineUnlistedScript(() => {
  if (!here) return;
  api.runtime.onMessage.addListener(onMessage);
  // A page that was put by was told of nothing meanwhile.
  addEventListener('pageshow', ({ isTrusted, persisted }) => isTrusted && persisted && void update());
  void update();
});

/** Whether there is still something to do: no reader yet, and the extension not gone from under the page. */
function isNeeded(): boolean {
  if (api.runtime?.id && here?.waiting) return true;
  search?.end();
  search = null;
  return false;
}

// What the reader of the page has set, read again whenever the background says that it has changed.

let search: NameSearch | null = null;
let settled = false;
let latest = 0;

async function update(): Promise<void> {
  if (!isNeeded()) return;
  latest += 1;
  const mine = latest;
  const keys = ['activation', FILTER, ...ruleKeys(location.hostname)];
  const stored = await api.storage.local.get(keys).catch(() => null);
  if (mine !== latest || !isNeeded()) return;
  if (!stored) {
    later(update);
    return;
  }
  const rule = readRule(stored, location.hostname);
  if (!decide({ activation: readActivation(stored), rule }, true).active) {
    search?.end();
    search = null;
  } else if (!search) {
    // Without a filter (the storage was emptied) every page may have a name; the reader has the texts laid out again.
    const filter = openNameFilter(textIn(stored[FILTER]) ?? '');
    search = createNameSearch(document, filter, { isNeeded, onFound: bringReader });
  }
  settled = true;
  void answerMentions();
}

// The reader, asked for once a name was found, or when there is something that it alone can answer.

let asking = false;
let refused = false;
let tries = 0;

async function bringReader(): Promise<void> {
  if (asking || refused || !isNeeded()) return;
  asking = true;
  // Nobody looks at a prerendered page yet, and perhaps nobody will.
  if ((document as { prerendering?: unknown }).prerendering === true)
    await new Promise<void>((resolve) => listenOnce('prerenderingchange', resolve));
  const answer = await api.runtime.sendMessage({ type: 'reader' }).catch(() => null);
  asking = false;
  if (!isNeeded()) return;
  if (answer === 'refused') {
    refused = true;
    for (const { respond } of here?.waiting?.splice(0) ?? []) respond(null);
  } else later(bringReader);
}

function later(again: () => void): void {
  const wait = TRIES[tries];
  tries += 1;
  if (wait !== undefined) setTimeout(again, wait);
  else listenOnce('visibilitychange', again);
}

/** By the prototype's own method, which no form of the page can hide behind a name. */
function listenOnce(type: string, onEvent: () => void): void {
  EventTarget.prototype.addEventListener.call(document, type, onEvent, { once: true });
}

// Messages. That nothing is marked can be said here; all else waits for the reader.

type OnMessage = Parameters<typeof api.runtime.onMessage.addListener>[0];
function onMessage(...[message, sender, respond]: Parameters<OnMessage>): true | undefined {
  const type = (message as { type?: unknown } | null)?.type;
  if (!here?.waiting || sender.id !== api.runtime.id || typeof type !== 'string') return undefined;
  if (type === 'changed') {
    void update();
    respond(true);
    return undefined;
  }
  here.waiting.push({ message, sender, respond });
  if (type === 'mentions') void answerMentions();
  else void bringReader();
  return true;
}

/** Answers who asks for mentions where there can be none; elsewhere the reader will. */
async function answerMentions(): Promise<void> {
  if (!settled || !here?.waiting?.some(isAboutMentions)) return;
  if (search && (await search.finish())) return;
  for (const question of here.waiting?.filter(isAboutMentions) ?? []) question.respond([]);
  here.waiting &&= here.waiting.filter((question) => !isAboutMentions(question));
}

const isAboutMentions = ({ message }: Question): boolean => (message as { type: string }).type === 'mentions';
