// Build configuration: what goes into the manifest, and which modules shape the bundles.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { storyPlugin } from './data/vite-plugin.ts';
import { createLicences } from './scripts/licences.ts';

// Four suggested keys and no more: with a fifth Chromium refuses to load the extension. What has none here may be given one by the reader.
const commands = {
  _execute_action: { suggested_key: { default: 'Alt+Shift+D' } },
  'toggle-site': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_command_toggleSite__' },
  'next-mention': { suggested_key: { default: 'Alt+Shift+Period' }, description: '__MSG_command_nextMention__' },
  'previous-mention': { suggested_key: { default: 'Alt+Shift+Comma' }, description: '__MSG_command_previousMention__' },
  announce: { description: '__MSG_command_announce__' },
};

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

/** What runs on pages. */
const SCRIPTS = ['figures.js', 'content-script.js'];

/** What stands in for a package in these, where each kilobyte is paid for on every page. */
const LIGHT: Record<string, string> = {
  // What the script uses of it (promises, `sendResponse`) every supported browser has by itself.
  'webextension-polyfill': 'extension/native.ts',
  preact: 'components/card/render.ts',
  'preact/jsx-runtime': 'components/card/render.ts',
};

/** What the content script finds in the other, `entrypoints/figures.ts`, and does not bring itself. */
const FIGURES: Record<string, string[]> = {
  'components/card/host.tsx': ['createCardHost'],
  'components/story/place.ts': ['toHash'],
  'components/voice.ts': ['voiceOf'],
  'recognition/fold.ts': ['foldText'],
  'recognition/gazetteer.ts': ['languageOfScript', 'openGazetteer'],
  'recognition/recognise.ts': ['commonParts', 'createRecogniser', 'languageKey', 'languageOf', 'partsOf'],
};
const found = Object.values(FIGURES).flat();
// The names stand in both files; without this only a page would show that one is missing.
const left = readFileSync(join(import.meta.dirname, 'entrypoints/figures.ts'), 'utf8');
for (const name of found)
  if (!new RegExp(`^ +${name},$`, 'm').test(left))
    throw new Error(
      `entrypoints/figures.ts: "${name}" is not among what it leaves to the other script. Add it there, or take it from FIGURES in wxt.config.ts.`,
    );

/** Fields of what one step hands to the next within a script. They are in no data, message or storage, and no property of the DOM that the script uses, and so may be written short. */
const INNER =
  'abbreviation activate address attend author cardBox container core correcting couple dayFirst decide distance doubtful ends facts fetchTexts firstOther firstOwn fits form gap headline headlineOthers hidden isChange isLate isNear kindOf lastOther lastOwn layer lexicons lift manner marking mayBegin meta middles monthFirst named namesakes nationalityFirst near nodes notes notice objects officeFirst offsets onCard onCite onDwell onFollow onHide onLanguage onMentions onMove onShow onTree otherBefore over ownBefore ownText paintedAround paragraphs phase pinned props prose publisher qualifier quotes ranges rank recogniser root says sections setDensity setTrigger shape shown side speed starts stemOf strangers things timing titled towards turn types unsure wait whole yearFirst yearThenDay';
/** The same of what passes from one script to the other, where it is a capital in both; nothing else of one capital is a property. */
const SHARED = 'candidates end heading headlines language mention openStory present rects start story voice'
  .split(' ')
  .concat(found);

const mangle = {
  properties: {
    regex: new RegExp(`^(?:${[...INNER.split(' '), ...SHARED].join('|')})$`),
    cache: { props: Object.fromEntries(SHARED.map((name, at) => [`$${name}`, String.fromCharCode(65 + at)])) },
    keep_quoted: true,
    builtins: true,
  },
};

function lightContentScript(): Plugin {
  let built: string | undefined;
  return {
    name: 'light-content-script',
    enforce: 'pre',
    config(config) {
      const input = JSON.stringify([config.build?.lib, config.build?.rolldownOptions?.input]).replaceAll('\\\\', '/');
      built = SCRIPTS.find((script) => input.includes(`entrypoints/${script.replace('.js', '')}`));
      return built ? { build: { terserOptions: { mangle } } } : {};
    },
    resolveId(id, importer = '') {
      if (!built) return;
      if (id === 'dramatis figures') return '\0figures';
      if (Object.hasOwn(LIGHT, id)) return join(import.meta.dirname, LIGHT[id] ?? '');
      const path = relative(import.meta.dirname, join(importer, '..', id)).replaceAll('\\', '/');
      return built === SCRIPTS[1] && Object.hasOwn(FIGURES, path) ? '\0figures' : undefined;
    },
    // Whichever of the two comes last begins; not at once, for the page has just waited for it to be read.
    load: (id) =>
      id === '\0figures'
        ? `import { turn } from ${JSON.stringify(join(import.meta.dirname, 'page/turn.ts'))};
           export let ${found};
           export function begin(main) {
             const here = Symbol.for('dramatis');
             const go = () => { ({ ${found} } = globalThis[here]); turn().then(main); };
             globalThis[here] ? go() : globalThis[here] = go;
           }`
        : undefined,
    transform(_, id) {
      // Instead of what WXT puts around a script, which catches what goes wrong and throws it again.
      const [wrapper, script] = id.split('?');
      if (!built || !wrapper?.endsWith('wxt-unlisted-script-entrypoint')) return;
      const main = `import definition from ${JSON.stringify(script)};`;
      return built === SCRIPTS[1]
        ? `${main} import { begin } from 'dramatis figures'; begin(definition.main);`
        : `${main} definition.main();`;
    },
    // In ASCII it packs smaller, and browsers keep it in half the memory.
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (!built || chunk.type !== 'chunk') continue;
        chunk.code = chunk.code.replace(
          /[^\0-\x7f]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
      }
    },
  };
}

const licences = createLicences();

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox', 'edge', 'safari'],
  vite: () => ({
    plugins: [storyPlugin(), lightContentScript(), licences.plugin],
    build: {
      assetsInlineLimit: 0, // the pages' security policy refuses data: addresses
      // Nearly half a kilobyte less of the content script than the default leaves, which is paid for on every page. The bold option holds:
      // nothing of ours is called with `new` that is no class.
      minify: 'terser',
      terserOptions: {
        ecma: 2020,
        compress: { passes: 5, toplevel: true, inline: 1, unsafe_arrows: true, sequences: false },
      },
      cssTarget: ['chrome123', 'firefox147', 'safari18.2'], // what we run in, so that `light-dark()` is not spelled out for older ones
      rolldownOptions: {
        // Inlined, the list of public suffixes stood in the background three times over.
        optimization: { inlineConst: false },
        // The bundler's own minifier, after terser, finds another three hundred bytes.
        output: { minify: true },
      },
    },
  }),
  hooks: {
    'build:done': (wxt) => writeFileSync(join(wxt.config.outDir, 'THIRD-PARTY.txt'), licences.text()),
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: [
      'storage', // settings, rules for sites, corrections
      'activeTab', // the popup reaches the page it was opened over, also where access is given on click only …
      'scripting', // … and starts the content script on a page that was open before the extension was
      'contextMenus', // a selection is looked up in the story
    ],
    // Written here and not through defineContentScript, whose context announces itself to the page and can be stopped by it.
    // Chromium runs each entry in a task of its own, so that the page has its turn between them; in which order is not promised.
    content_scripts: SCRIPTS.map((script) => ({
      matches: ['http://*/*', 'https://*/*'],
      js: [script],
      run_at: 'document_idle',
    })),
    action: { default_title: '__MSG_extName__', default_icon: { 16: 'icon-off/16.png', 32: 'icon-off/32.png' } },
    commands,
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser === 'chrome' || browser === 'edge'
      ? {
          // light-dark() in our styles (123); what else is needed is older: checkVisibility's options (121), popovers (114), highlights (105).
          minimum_chrome_version: '123',
          // Private windows have a background and pages of their own, so that the story opens in them and not in the ordinary window's history.
          incognito: 'split' as const,
        }
      : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'dramatis@dramatis.example',
              // The Navigation API, by which a page's change of address is heard (147); underlines in highlights came with 146.
              strict_min_version: '147.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '147.0' },
          },
        }
      : {}),
    // A click is told to be a tap (18.2); private windows tell that they are (18.0).
    ...(browser === 'safari' ? { browser_specific_settings: { safari: { strict_min_version: '18.2' } } } : {}),
  }),
});
