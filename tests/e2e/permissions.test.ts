// What the browser tells a reader at the installation: the same as for a content script alone. Chromium says what it
// would tell.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { inBothBrowsers } from './stage.ts';

inBothBrowsers((stage) => {
  if (stage.engine === 'chromium')
    test('host permissions add nothing to the warning of the content script', async () => {
      const manifest = JSON.parse(readFileSync(join(root, '.output/chrome-mv3/manifest.json'), 'utf8')) as {
        host_permissions?: string[];
        content_scripts: { matches: string[] }[];
      };
      const warnings = (of: object) =>
        stage.driver.inExtension(
          (text) =>
            (
              globalThis as unknown as {
                chrome: { management: { getPermissionWarningsByManifest(manifest: string): Promise<string[]> } };
              }
            ).chrome.management.getPermissionWarningsByManifest(text),
          JSON.stringify(of),
        );
      expect(manifest.host_permissions).toEqual(manifest.content_scripts[0]?.matches);
      const { host_permissions: _, ...without } = manifest;
      const told = await warnings(without);
      expect(told).toHaveLength(1);
      expect(await warnings(manifest)).toEqual(told);
      // It can tell more where more is asked for.
      expect(await warnings({ ...manifest, permissions: ['history'] })).not.toEqual(told);
    });
  else
    test('no host permissions are listed, for Firefox grants them with the content script', () => {
      const manifest = JSON.parse(readFileSync(join(root, '.output/firefox-mv3/manifest.json'), 'utf8')) as object;
      expect(manifest).not.toHaveProperty('host_permissions');
    });
});
