// @ts-check
// The Firefox build as its store sees it: no error, and no warning but those that are explained here.
//   node scripts/addons.mjs [folder or zip]
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installPackages, root, runMain, Trouble } from './setup.mjs';

/** Each warning that stays, the files that may have it, and why it is none. */
const EXPLAINED = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^(?:reader|chunks\/[\w-]+)\.js$/,
    why: 'Preact’s own code for dangerouslySetInnerHTML, which no component of ours uses: the lint rule lint/no-markup.grit and Biome’s noDangerouslySetInnerHtml refuse it.',
  },
];

runMain(async () => {
  await installPackages();
  const target = process.argv[2] ?? join(root, '.output/firefox-mv3');
  const linter = join(root, 'node_modules/addons-linter/bin/addons-linter');
  const { stdout } = await promisify(execFile)(process.execPath, [linter, target, '--output=json'], {
    maxBuffer: 1e8,
  }).catch((/** @type {{ stdout: string }} */ failure) => failure); // it fails for errors, which are told below
  /** @type {{ errors: Finding[], warnings: Finding[] }} */
  const { errors, warnings } = JSON.parse(stdout);
  const unexplained = warnings.filter(
    ({ code, file = '' }) => !EXPLAINED.some((one) => one.code === code && one.file.test(file)),
  );
  for (const { code, file, message } of [...errors, ...unexplained])
    console.error(`  ${code} ${file ?? ''} ${message}`);
  const stale = EXPLAINED.filter(({ code }) => !warnings.some((warning) => warning.code === code));
  for (const { code } of stale) console.error(`  ${code} is explained and no longer there: scripts/addons.mjs`);
  console.log(
    `  ${errors.length} errors, ${unexplained.length} warnings; ${warnings.length - unexplained.length} explained in scripts/addons.mjs`,
  );
  if (errors.length + unexplained.length + stale.length > 0)
    throw new Trouble('The store would complain of this build.');
});

/** @typedef {{ code: string, file?: string, message: string }} Finding */
