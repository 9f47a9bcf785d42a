// The background: toolbar button, commands, context menu, and what only the extension's own contexts may do.
// The browser may end it at any moment, so it holds nothing that cannot be had again from the storage or a page.

import { edition } from 'virtual:edition';
import { languageData } from 'virtual:languages';
import { bundledStories } from 'virtual:stories';
import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import { injectGates, injectJudge, injectReaderFor, injectReaderIfNews } from '../../extension/access.ts';
import { type KeepOptions, keepHash, keepTab, openKeepPage } from '../../extension/captures.ts';
import { isMigrationDue, migrateStorage, mute, switchSite } from '../../extension/changes.ts';
import { CURRENT } from '../../extension/compiled-keys.ts';
import { type Compiler, createCompiler, isEditionDue } from '../../extension/compiler.ts';
import { correct, pageOf, revoke } from '../../extension/corrections.ts';
import { siteOf } from '../../extension/domain.ts';
import { replaceStory } from '../../extension/edited-story.ts';
import { changesLibrary, installStories, isStoryId, SWITCHES } from '../../extension/library.ts';
import { decide } from '../../extension/merging.ts';
import { answerBackground, askPage, type Sender, tellPage } from '../../extension/messages.ts';
import { writeNote } from '../../extension/notes.ts';
import { attempt } from '../../extension/outcome.ts';
import { hasPanel, openPanel } from '../../extension/panel.ts';
import { isFigure, settingKeys } from '../../extension/settings.ts';
import { followLeftOut, indexLeftOut, LEFT_OUT, leaveOut } from '../../extension/story-places.ts';
import { openStory, searchHash } from '../../extension/story-tab.ts';
import { showOnButton } from '../../extension/toolbar.ts';
import { isPageLanguage, isPageNames, isQuestion } from '../../recognition/page-recogniser.ts';
import { storedOrNull } from '../../stories/check-story.ts';
import { createStoryCompiler } from '../../stories/compiled-texts.ts';
import { createRecognition } from './recognition.ts';

export default defineBackground({
  type: 'module',
  main() {
    const menu = [
      { id: 'look-up', title: i18n.t('menu_lookUp'), over: 'selection' },
      { id: 'keep-selection', title: i18n.t('menu_keepSelection'), over: 'selection' },
      { id: 'keep', title: i18n.t('menu_keep'), over: 'page' },
      ...(hasPanel() ? [{ id: 'panel', title: i18n.t('command_panel'), over: 'page' } as const] : []),
    ] as const;
    const migrated = isMigrationDue().then((due) => (due ? migrateStorage() : null));
    // Opened when there is something to compile: most starts of this script only pass messages on.
    let opened: Compiler | null = null;
    const compiler = () => {
      opened ??= createCompiler(createStoryCompiler(edition, languageData()), {
        async install() {
          // Stories are read as this version stores them.
          await migrated;
          await installStories(bundledStories(), new Date().toISOString());
        },
      });
      return opened;
    };

    const recognition = createRecognition((names, isPrivate) => compiler().texts(names, isPrivate));

    // 1. Messages from pages and popup
    answerBackground({
      bringReader: (_, sender) => injectReaderFor(sender),
      bringReaderToNews: (_, sender) => injectReaderIfNews(sender),
      judge: async (_, sender) => (await injectJudge(sender)) !== null,
      site: ({ host }) => siteOf(host),
      async reportFound(found, { tab }) {
        if (tab?.id !== undefined) await showOnButton(tab.id, found);
      },
      async story({ hash }, { tab }) {
        await openStory(hash, tab);
      },
      async reject({ url, scope, figure, text, undo }, sender) {
        if (!isOwnPage(url, sender) || isPrivate(sender)) return false;
        return (await (undo ? revoke : correct)({ place: placeIn(scope, url), figure, text })).ok;
      },
      async leaveOut({ url, scope, story, undo }, sender) {
        if (!isOwnPage(url, sender) || isPrivate(sender) || !isStoryId(story)) return false;
        return (await leaveOut(story, placeIn(scope, url), !undo)).ok;
      },
      async mute({ figure, undo }, sender) {
        return isFigure(figure) && !isPrivate(sender) && (await mute(figure, !undo)).ok;
      },
      async decide({ pairs, as }, sender) {
        return !isPrivate(sender) && (await decide(pairs, as)).ok;
      },
      async editStory({ story, revision }, sender) {
        if (!isOurs(sender) || isPrivate(sender)) return { fault: 'nothing is saved from a private window' };
        const done = await replaceStory(story, revision, storedOrNull);
        return { fault: done.ok ? null : done.fault };
      },
      async note({ story, figure, text }, sender) {
        return isOurs(sender) && !isPrivate(sender) && (await writeNote(story, figure, text)).ok;
      },
      texts: ({ names }, sender) => compiler().texts(names, isPrivate(sender)),
      openNames: async ({ page }, sender) => (isPageLanguage(page) ? recognition.open(page, isPrivate(sender)) : null),
      recognise: async ({ names, question }, sender) =>
        isPageNames(names) && isQuestion(question) ? recognition.recognise(names, question, isPrivate(sender)) : null,
    });

    // 2. Changes of settings are sent to all pages. If their scripts listened to the storage,
    // every write would block every page.
    browser.storage.onChanged.addListener(async (changes, area) => {
      if (area !== 'local') return;
      // Private windows may have a background of their own: one is enough.
      if (!browser.extension.inIncognitoContext) {
        if (Object.entries(changes).some(([key, change]) => changesLibrary(key, change))) void compiler().update();
        void followLeftOut(changes);
      }
      const keys = Object.keys(changes).filter(concernsPages);
      if (keys.length === 0) return;
      const tabs = await attempt(() => browser.tabs.query({}));
      // Discarded ones too: a page that is being loaded again may have read before the change and is still called so.
      for (const { id } of tabs.ok ? tabs.value : []) if (id !== undefined) void tellPage(id, keys);
    });

    // 3. Commands
    browser.commands?.onCommand.addListener(async (command, given) => {
      // First of all: later, the browser does not take it for what the key asked any more.
      if (command === 'open-panel' && given) return openPanel(given.windowId);
      const tab = given ?? (await frontTab());
      if (tab?.id === undefined) return;
      if (command === 'next-mention') await askPage(tab.id, 'reveal', { figure: null, step: 1 });
      if (command === 'previous-mention') await askPage(tab.id, 'reveal', { figure: null, step: -1 });
      if (command === 'announce') await askPage(tab.id, 'announce');
      if (command === 'keep-article') await keep(tab, { what: 'article' });
      if (command === 'toggle-site') await toggleSite(tab.id, tab.incognito);
    });

    // 4. The context menu; browsers on phones have none. Created at every start, as the one at installation may have
    // been interrupted. The browser's error about a duplicate is ignored.
    for (const { id, title, over } of menu)
      browser.contextMenus?.create({ id, title, contexts: [over] }, () => void browser.runtime.lastError);
    browser.contextMenus?.onClicked.addListener(({ menuItemId, selectionText, frameId }, tab) => {
      if (menuItemId === 'panel' && tab) void openPanel(tab.windowId);
      else if (menuItemId === 'keep' && tab) void keep(tab, { what: 'article' });
      else if (menuItemId === 'keep-selection' && tab)
        void keep(tab, { what: 'selection', selectionText, frame: frameId ?? 0 });
      else if (selectionText) void openStory(searchHash(selectionText), tab);
    });

    // 5. What another version has compiled, or a background that was ended has begun
    const compiled = isEditionDue(edition).then((due) => (due ? compiler().update() : undefined));

    // 6. Installation and update. Compiling a large library takes a minute, in which this script may be ended: nothing
    // waits for it. On the first day it is one story, without which gates would bring the reader to every page.
    browser.runtime.onInstalled.addListener(async ({ reason }) => {
      if (reason !== 'install' && reason !== 'update') return;
      await migrateStorage();
      if (reason === 'install') await attempt(() => compiled);
      await injectGates();
      await attempt(async () => {
        // Their texts may have changed.
        for (const { id, title } of menu) await browser.contextMenus?.update(id, { title });
      });
      await indexLeftOut();
      if (reason === 'install') await welcome();
    });
  },
});

const concernsPages = (key: string): boolean =>
  [CURRENT, LEFT_OUT, SWITCHES].includes(key) ||
  settingKeys.some((one) => one === key) ||
  /^(?:site|correction):/.test(key);

/** What is decided for a page, or for its site. */
const placeIn = (scope: 'page' | 'site', url: string): string =>
  scope === 'page' ? pageOf(url) : siteOf(new URL(url).hostname).domain;

/** Whether an address is of the page that sent it: a content script speaks for no other page. */
function isOwnPage(url: string, sender: Sender): boolean {
  return (
    URL.canParse(url) && URL.canParse(sender.url ?? '') && new URL(url).origin === new URL(sender.url ?? '').origin
  );
}

/** Whether a message comes from one of our own pages. */
const isOurs = ({ url }: Sender): boolean => url?.startsWith(browser.runtime.getURL('/')) ?? false;

/** Whether a message comes from a private window, which leaves nothing behind (Chromium has a background for each). */
function isPrivate({ tab }: Sender): boolean {
  return tab?.incognito || browser.extension.inIncognitoContext;
}

/** In a private window this page only: a rule would reveal later where the reader has been. */
async function toggleSite(tab: number, privately: boolean): Promise<void> {
  const status = await askPage(tab, 'status');
  if (!status.ok) return;
  const { active, host, news } = status.value;
  if (privately) await askPage(tab, 'markOnce', { on: !active });
  else await switchSite(siteOf(host).domain, !active, news.kind !== 'other');
}

/** Keeps what a tab shows. Whatever the reader has to be told or asked first, a page of ours does that. */
async function keep(tab: Browser.tabs.Tab, options: KeepOptions): Promise<void> {
  const { id, index, windowId } = tab;
  if (id === undefined) return;
  const kept = await keepTab({ id, index, windowId }, options);
  if (kept.ok) return;
  const { fault, selection } = kept;
  await openKeepPage(keepHash({ fault, selection, tab: id, frame: options.frame ?? 0, what: options.what }), tab);
}

async function frontTab(): Promise<Browser.tabs.Tab | undefined> {
  const outcome = await attempt(() => browser.tabs.query({ active: true, lastFocusedWindow: true }));
  return outcome.ok ? outcome.value[0] : undefined;
}

/** Opens the welcome page: in front for readers, in the background for developers who load an unpacked build. */
async function welcome(): Promise<void> {
  const self = await attempt(() => browser.management.getSelf());
  const active = !self.ok || self.value.installType !== 'development';
  await attempt(() => browser.tabs.create({ url: browser.runtime.getURL('/welcome.html'), active }));
}
