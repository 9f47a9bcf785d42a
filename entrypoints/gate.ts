// The gate: the only script on every page, and therefore small. It finds out whether the page is switched on and may
// contain a name. Only then it asks the background for the reader, which does everything else.
import { edition } from 'virtual:edition';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FILTER, textIn } from '../extension/compiled-keys.ts';
import { enterAsGate, type Question } from '../extension/page-world.ts';
import { readActivation } from '../extension/settings.ts';
import { decide, readRule, ruleKeys } from '../extension/sites.ts';
import { createNameSearch, type NameSearch } from '../page/name-search.ts';
import { openNameFilter } from '../recognition/name-filter.ts';

/** Waits before a failed request is retried; after these, when the page's visibility changes; ms. */
const RETRIES = [1000, 5000];

// The browser's own API, without the polyfill.
const world = globalThis as unknown as Record<'chrome' | 'browser', typeof import('wxt/browser').browser>;
const api = import.meta.env.CHROME || import.meta.env.EDGE ? world.chrome : world.browser;
const here = enterAsGate(edition);

export default defineUnlistedScript(() => {
  if (!here) return;
  api.runtime.onMessage.addListener(onMessage);
  // A page in the back/forward cache gets no messages.
  addEventListener('pageshow', ({ isTrusted, persisted }) => isTrusted && persisted && void update());
  void update();
});

/** Whether the gate still has work: there is no reader yet, and the extension has not been removed or updated. */
const isNeeded = (): boolean => Boolean(api.runtime?.id && here?.waiting);

function endSearch(): void {
  search?.end();
  search = null;
}

/** Ends the search where the gate has no more work; returns whether that is so. */
function leaveIfNotNeeded(): boolean {
  if (isNeeded()) return false;
  endSearch();
  return true;
}

// Settings: read now, and again whenever the background says that they have changed.

let search: NameSearch | null = null;
let searchedFor = '';
let settingsKnown = false;
let latest = 0;

async function update(): Promise<void> {
  if (leaveIfNotNeeded()) return;
  latest += 1;
  const mine = latest;
  const keys = ['activation', FILTER, ...ruleKeys(location.hostname)];
  const stored = await api.storage.local.get(keys).catch(() => null);
  if (mine !== latest || leaveIfNotNeeded()) return;
  if (!stored) {
    retry(update);
    return;
  }
  const rule = readRule(stored, location.hostname);
  // Without a filter (the storage was emptied) any page may contain a name; the reader has the texts made again.
  const written = textIn(stored[FILTER]) ?? '';
  // Other stories have other names.
  const { active } = decide({ activation: readActivation(stored), rule }, true);
  if (!active || written !== searchedFor) endSearch();
  if (active && !search) {
    search = createNameSearch(document, openNameFilter(written), { isNeeded, onFound: requestReader });
    searchedFor = written;
  }
  settingsKnown = true;
  void answerMentions();
}

// The reader: requested when a name was found, or for a message that only the reader can answer.

let asking = false;
let refused = false;
let retries = 0;

async function requestReader(): Promise<void> {
  if (asking || refused || leaveIfNotNeeded()) return;
  asking = true;
  // A prerendered page may never be shown.
  if ((document as { prerendering?: unknown }).prerendering === true)
    await new Promise<void>((resolve) => listenOnce('prerenderingchange', resolve));
  const answer = await api.runtime.sendMessage({ type: 'bringReader' }).catch(() => null);
  asking = false;
  if (leaveIfNotNeeded()) return;
  if (answer === 'refused') {
    refused = true;
    for (const { respond } of here?.waiting?.splice(0) ?? []) respond(null);
  } else retry(requestReader);
}

function retry(again: () => void): void {
  const wait = RETRIES[retries];
  retries += 1;
  if (wait !== undefined) setTimeout(again, wait);
  else listenOnce('visibilitychange', again);
}

/** By the prototype's method: a page can replace `document.addEventListener` by an element of that name. */
function listenOnce(type: string, onEvent: () => void): void {
  EventTarget.prototype.addEventListener.call(document, type, onEvent, { once: true });
}

// Messages: the gate answers only that nothing is marked; all else waits for the reader.

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
  else void requestReader();
  return true;
}

/** Answers `mentions` if the page can contain none; otherwise the reader will. */
async function answerMentions(): Promise<void> {
  if (!settingsKnown || !here?.waiting?.some(isAboutMentions)) return;
  if (search && (await search.finish())) return;
  for (const question of here.waiting?.filter(isAboutMentions) ?? []) question.respond([]);
  here.waiting &&= here.waiting.filter((question) => !isAboutMentions(question));
}

const isAboutMentions = ({ message }: Question): boolean => (message as { type: string }).type === 'mentions';
