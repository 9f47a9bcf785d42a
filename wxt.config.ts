// Build configuration: what goes into the manifest, and which modules shape the bundles.
import { defineConfig } from 'wxt';
import { storyPlugin } from './scripts/dataset/plugin.ts';
import { licenceHooks } from './scripts/licences.ts';

// Chromium refuses an extension that suggests more than four keys. The reader may give one to the others.
const commands = (browser: string) => ({
  _execute_action: { suggested_key: { default: 'Alt+Shift+D' } },
  'toggle-site': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_command_toggleSite__' },
  'next-mention': { suggested_key: { default: 'Alt+Shift+Period' }, description: '__MSG_command_nextMention__' },
  'previous-mention': { suggested_key: { default: 'Alt+Shift+Comma' }, description: '__MSG_command_previousMention__' },
  announce: { description: '__MSG_command_announce__' },
  'keep-article': { description: '__MSG_command_keep__' },
  // Safari has no panel at the side.
  ...(browser !== 'safari' && { 'open-panel': { description: '__MSG_command_panel__' } }),
});

// The extension's own pages load their own scripts, styles and pictures, and nothing from anywhere else.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGES = ['http://*/*', 'https://*/*'];

/** What only some browsers ask for, with the oldest version that can do what we need (PRIVACY.md lists it). */
const chromium = {
  minimum_chrome_version: '123', // light-dark() in styles
  // Private windows get their own background and pages, so the story never enters the ordinary window's history.
  incognito: 'split' as const,
  // `scripting` needs it here; Firefox and Safari grant it with the content script's matches. It adds no warning.
  host_permissions: PAGES,
};
const firefox = {
  browser_specific_settings: {
    gecko: {
      id: '{a45d7967-159e-4d29-bbaf-30e830ea53cd}', // never to change: Firefox keeps what is stored under it
      strict_min_version: '147.0', // the Navigation API, which tells of a new address
      data_collection_permissions: { required: ['none' as const] },
    },
    gecko_android: { strict_min_version: '147.0' },
  },
};
const safari = { browser_specific_settings: { safari: { strict_min_version: '18.2' } } }; // clicks know whether they are taps
const own: Record<string, object> = { chrome: chromium, edge: chromium, firefox, safari };

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox', 'edge', 'safari'],
  vite: () => ({
    plugins: [storyPlugin()],
    build: {
      assetsInlineLimit: 0, // the pages' security policy refuses data: addresses
      cssTarget: ['chrome123', 'firefox147', 'safari18.2'], // keeps `light-dark()` as it is written
      // Inlined constants put the list of public suffixes into the background three times.
      rolldownOptions: { optimization: { inlineConst: false } },
    },
  }),
  hooks: licenceHooks,
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: [
      'storage', // settings, rules for sites, corrections, stories
      'unlimitedStorage', // Chromium's 10 MB hold two hundred stories; no browser warns of it
      'activeTab', // the popup reaches the page it was opened over, also where access is given on click only …
      'scripting', // the gate of a page that names somebody has the background put the reader there
      'contextMenus', // a selection is looked up in the story
    ],
    // Written here and not with defineContentScript: its context announces itself to the page, which can then stop it.
    content_scripts: [{ matches: PAGES, js: ['gate.js'], run_at: 'document_idle' }],
    action: { default_title: '__MSG_extName__', default_icon: { 16: 'icon-off/16.png', 32: 'icon-off/32.png' } },
    commands: commands(browser),
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...own[browser],
  }),
});
