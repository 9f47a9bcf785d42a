// Build configuration: what goes into the manifest, and which modules shape the bundles.
import { defineConfig } from 'wxt';
import { storyPlugin } from './data/vite-plugin.ts';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox', 'edge', 'safari'],
  vite: () => ({
    plugins: [storyPlugin()],
    build: { assetsInlineLimit: 0 },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage'],
    // Written here and not through defineContentScript, whose context announces itself to the page and can be stopped by it.
    content_scripts: [{ matches: ['http://*/*', 'https://*/*'], js: ['content-script.js'], run_at: 'document_idle' }],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'dramatis@dramatis.example',
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
  }),
});
