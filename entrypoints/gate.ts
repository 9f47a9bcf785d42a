// The gate: the only script on every page, and therefore small. It finds out whether the page is switched on and may
// contain a name. Only then it asks the background for the reader, which does everything else. Where only news is
// marked, the page is judged before.
import { edition } from 'virtual:edition';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FILTER, textIn } from '../extension/compiled-keys.ts';
import { api } from '../extension/native-api.ts';
import { enterAsGate, type Question } from '../extension/page-world.ts';
import { markingOf, ruleKeys } from '../extension/sites.ts';
import { NameSearch } from '../page/name-search.ts';
import { onNavigation, whenBuilt } from '../page/page-events.ts';
import { openNameFilter } from '../recognition/name-filter.ts';

/** Waits before a failed request is retried; after these, when the page's visibility changes; ms. */
const RETRIES = [1000, 5000];
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
/** Whatever the page is: by a rule for its site, or because everything is marked. */
let isMarkedAnyway = false;
let latest = 0;

async function update(): Promise<void> {
  if (leaveIfNotNeeded()) return;
  latest += 1;
  const mine = latest;
  const rules = ruleKeys(location.hostname);
  const stored = await api.storage.local.get(['activation', FILTER, ...rules]).catch(() => null);
  if (mine !== latest || leaveIfNotNeeded()) return;
  if (!stored) {
    retry(update);
    return;
  }
  const marking = markingOf(stored, rules);
  isMarkedAnyway = marking === 'always';
  // Without a filter (the storage was emptied) any page may contain a name; the reader has the texts made again.
  const written = textIn(stored[FILTER]) ?? '';
  // Other stories have other names.
  if (marking === 'never' || written !== searchedFor) endSearch();
  if (marking !== 'never' && !search) {
    search = new NameSearch(document, openNameFilter(written), { isNeeded, onFound: requestForName });
    searchedFor = written;
  } else if (search && isNoNews && isMarkedAnyway) void requestReader();
  settingsKnown = true;
  void answerMentions();
}

// The reader: requested when a name was found, or for a message that only the reader can answer.

let asking = false;
let refused = false;
let retries = 0;

function requestReader(): Promise<void> {
  return request('bringReader');
}

/** For a name: where only news is marked, the page has to be news. */
function requestForName(): Promise<void> {
  isNoNews = false;
  return request(isMarkedAnyway ? 'bringReader' : 'bringReaderToNews');
}

async function request(type: 'bringReader' | 'bringReaderToNews'): Promise<void> {
  if (asking || refused || leaveIfNotNeeded()) return;
  asking = true;
  // A prerendered page may never be shown.
  if ((document as { prerendering?: unknown }).prerendering === true)
    await new Promise<void>((resolve) => listenOnce('prerenderingchange', resolve));
  const address = addressHere();
  const answer = await api.runtime.sendMessage({ type }).catch(() => null);
  asking = false;
  if (leaveIfNotNeeded()) return;
  if (answer === 'refused') {
    refused = true;
    for (const { respond } of here?.waiting?.splice(0) ?? []) respond(null);
  } else if (answer !== 'no-news') retry(() => request(type));
  else if (isMarkedAnyway || here?.waiting?.some((question) => !isAboutMentions(question))) void requestReader();
  else if (address !== addressHere()) void requestForName();
  else stayOut();
}

// A page that names somebody and is no news: it is judged again at every new address, and once more where its scripts
// have gone on building it.

let isNoNews = false;
let judgedAddress = '';

function stayOut(): void {
  isNoNews = true;
  void answerMentions();
  if (judgedAddress === '') onNavigation(judgeNewAddress);
  const address = addressHere();
  if (judgedAddress === address) return;
  judgedAddress = address;
  let hasChanged = false;
  const observer = new MutationObserver(() => {
    hasChanged = true;
    observer.disconnect();
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  whenBuilt(() => {
    observer.disconnect();
    if (hasChanged && isNoNews && judgedAddress === addressHere()) void requestForName();
  });
}

function judgeNewAddress(): void {
  if (search && isNoNews && judgedAddress !== addressHere()) void requestForName();
}

const addressHere = (): string => location.href.split('#')[0] as string;

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
  if (type === 'mentions' && isSilent()) {
    respond([]);
    return undefined;
  }
  here.waiting.push({ message, sender, respond });
  if (type === 'mentions') void answerMentions();
  else void requestReader();
  return true;
}

/** Whether nothing is marked on the page as it is now. */
const isSilent = (): boolean => settingsKnown && (!search || isNoNews || search.isSilent());

/** Answers `mentions` if the page can contain none; otherwise the reader will. */
async function answerMentions(): Promise<void> {
  if (!settingsKnown || !here?.waiting?.some(isAboutMentions)) return;
  if (search && !isNoNews && (await search.finish()) && !isNoNews) return;
  for (const question of here.waiting?.filter(isAboutMentions) ?? []) question.respond([]);
  here.waiting &&= here.waiting.filter((question) => !isAboutMentions(question));
}

const isAboutMentions = ({ message }: Question): boolean => (message as { type: string }).type === 'mentions';
