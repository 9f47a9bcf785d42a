// What the builds ask of browser and reader, word by word, and whose code they carry: nothing comes in that is not
// written here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/setup.mjs';

const PAGES = ['http://*/*', 'https://*/*'];

/** The same in all four. PRIVACY.md justifies each permission and the sites. */
const everywhere = {
  manifest_version: 3,
  name: '__MSG_extName__',
  description: '__MSG_extDescription__',
  version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
  default_locale: 'en',
  icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
  permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus'],
  content_scripts: [{ matches: PAGES, js: ['gate.js'], run_at: 'document_idle' }],
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
  action: {
    default_title: 'Dramatis',
    default_icon: { 16: 'icon-off/16.png', 32: 'icon-off/32.png' },
    default_popup: 'popup.html',
  },
  commands: {
    _execute_action: { suggested_key: { default: 'Alt+Shift+D' } },
    'toggle-site': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_command_toggleSite__' },
    'next-mention': { suggested_key: { default: 'Alt+Shift+Period' }, description: '__MSG_command_nextMention__' },
    'previous-mention': {
      suggested_key: { default: 'Alt+Shift+Comma' },
      description: '__MSG_command_previousMention__',
    },
    announce: { description: '__MSG_command_announce__' },
    'keep-article': { description: '__MSG_command_keep__' },
  },
};
const commands = { ...everywhere.commands, 'open-panel': { description: '__MSG_command_panel__' } };

const worker = { type: 'module', service_worker: 'background.js' };
const options_ui = { page: 'options.html', open_in_tab: true };
const chromium = {
  permissions: [...everywhere.permissions, 'sidePanel'],
  commands,
  side_panel: { default_path: 'sidepanel.html' },
  background: worker,
  options_ui,
  minimum_chrome_version: '123',
  host_permissions: PAGES,
  incognito: 'split',
};

/** What each has of its own. */
const own = {
  chrome: chromium,
  edge: chromium,
  firefox: {
    commands,
    sidebar_action: { default_panel: 'sidepanel.html', default_title: 'Dramatis', open_at_install: false },
    background: { type: 'module', scripts: ['background.js'] },
    options_ui,
    browser_specific_settings: {
      gecko: {
        id: '{a45d7967-159e-4d29-bbaf-30e830ea53cd}',
        strict_min_version: '147.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '147.0' },
    },
  },
  safari: {
    background: worker,
    options_ui: { page: 'options.html' },
    browser_specific_settings: { safari: { strict_min_version: '18.2' } },
  },
};

/** Whose code is bundled, under which licence. */
const carried = `@mozilla/readability (Apache-2.0)
@wxt-dev/browser (MIT)
@wxt-dev/i18n (MIT)
@wxt-dev/webextension-polyfill (MIT)
fuse.js (Apache-2.0)
preact (MIT)
rolldown (MIT)
tldts (MIT)
tldts-core (MIT)
valibot (MIT)
vite (MIT)
webextension-polyfill (MPL-2.0)
wxt (MIT)`.split('\n');

/** Whose work the lists of names are drawn from (data/names/NOTICES.txt). */
const drawnFrom = ['The lists of data/names', '@faker-js/faker', 'stopwords-iso', 'SCOWL', 'Unicode CLDR', 'GeoNames'];

describe.each(Object.entries(own))('%s', (target, itsOwn) => {
  const read = (file: string) => readFileSync(join(root, `.output/${target}-mv3`, file), 'utf8');

  test('asks the browser for this and no more', () => {
    expect(JSON.parse(read('manifest.json'))).toEqual({ ...everywhere, ...itsOwn });
  });

  test('keeps reading lastError, which tells the browser that the error was seen', () => {
    expect(read('background.js').match(/\.lastError\b/g)).toHaveLength(2);
  });

  test('names the licences of all code that it carries', () => {
    const [, ...parts] = read('THIRD-PARTY.txt').split(/^─+$/m);
    const packages = parts.slice(0, carried.length);
    const heads = packages.map((part) => /^(\S+) [\d.]+ (\(.+\))\nSource: https:\/\/\S+\n/.exec(part.trim()));
    expect(heads.map((head) => head?.slice(1).join(' '))).toEqual(carried);
    const lists = parts.slice(carried.length).map((part) => part.trim());
    expect(lists.map((part) => drawnFrom.find((name) => part.startsWith(name)))).toEqual(drawnFrom);
    // Whatever is a dependency of what ships is among them.
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const name of Object.keys(dependencies)) expect(carried.join('\n')).toContain(`${name} (`);
    for (const part of [...packages, ...lists.slice(1)]) expect(part).toMatch(/permission|license/i);
    for (const part of [...packages, ...lists.slice(1)]) expect(part.length).toBeGreaterThan(500);
  });
});
