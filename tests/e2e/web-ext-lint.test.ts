// The Firefox build as its store sees it: no error, and no warning but the one that store/README.md explains to
// reviewers.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root } from '../../scripts/setup.mjs';

interface Finding {
  code: string;
  file?: string;
  message: string;
}

test('web-ext lint finds nothing but Preact’s own dangerouslySetInnerHTML, and Readability at work on its copy', async () => {
  const webExt = join(root, 'node_modules/web-ext/bin/web-ext.js');
  const options = ['--source-dir', join(root, '.output/firefox-mv3'), '--output', 'json', '--no-config-discovery'];
  const { stdout } = await promisify(execFile)(process.execPath, [webExt, 'lint', ...options], {
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
    maxBuffer: 1e8,
  }).catch((failure: { stdout: string }) => failure); // it exits with 1 for errors, which are looked at below
  const { errors, warnings } = JSON.parse(stdout) as { errors: Finding[]; warnings: Finding[] };
  expect(errors).toEqual([]);
  const isExplained = ({ code, file = '' }: Finding) =>
    code === 'UNSAFE_VAR_ASSIGNMENT' && /^(?:reader|capture|chunks\/[\w-]+)\.js$/.test(file);
  expect(warnings.filter((warning) => !isExplained(warning))).toEqual([]);
  expect(warnings, 'store/README.md explains a warning that is gone').not.toEqual([]);
});
