// What the builds ask of browser and reader, word by word: nothing is asked for that is not written here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/setup.mjs';

const asked = {
  permissions: ['storage', 'activeTab', 'scripting', 'contextMenus'],
  content_scripts: [{ matches: ['http://*/*', 'https://*/*'], js: ['content-script.js'], run_at: 'document_idle' }],
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
};
const described = ['manifest_version', 'name', 'description', 'version', 'icons', 'default_locale', 'action'];
const shared = [...described, ...Object.keys(asked), 'commands', 'background', 'options_ui'];

test.each([
  ['chrome', ['minimum_chrome_version', 'incognito']],
  ['edge', ['minimum_chrome_version', 'incognito']],
  ['firefox', ['browser_specific_settings']],
  ['safari', []],
])('%s', (target, own) => {
  const manifest = JSON.parse(readFileSync(join(root, `.output/${target}-mv3/manifest.json`), 'utf8'));
  expect(manifest).toMatchObject(asked);
  expect(Object.keys(manifest).sort()).toEqual([...shared, ...own].sort());
  const keys = Object.values(manifest.commands as Record<string, { suggested_key?: object }>);
  expect(keys.filter(({ suggested_key }) => suggested_key)).toHaveLength(4);
  if (target === 'firefox')
    expect(manifest.browser_specific_settings).toEqual({
      gecko: {
        id: 'dramatis@dramatis.example',
        strict_min_version: '150.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '150.0' },
    });
});
