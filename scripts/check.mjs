// @ts-check
// What can be judged without running the extension: format, lint (with the rules of the rooms), types, the purity of
// recognition, dead code.
import { tooLongLines } from './line-lengths.mjs';
import { installPackages, runMain, runPackage, Trouble } from './setup.mjs';

const TSC = 'typescript/bin/tsc';

/** @type {[name: string, check: () => Promise<boolean>][]} */
const CHECKS = [
  // Writes the types that the rest relies on, so it comes first.
  ['generated types', () => runPackage('wxt/bin/wxt.mjs', ['prepare'], { output: 'of failures' })],
  ['format and lint', () => runPackage('@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])],
  [
    'lines of comments and documents',
    async () => {
      const long = tooLongLines();
      for (const place of long) console.log(`  ${place} has more than 120 characters`);
      return long.length === 0;
    },
  ],
  ['types', () => runPackage(TSC, ['--noEmit'])],
  ['recognition is pure', () => runPackage(TSC, ['-p', 'recognition'])],
  ['stories are pure', () => runPackage(TSC, ['-p', 'stories'])],
  ['drafting is pure', () => runPackage(TSC, ['-p', 'drafting'])],
  [
    'recognition may not see the page',
    async () => !(await runPackage(TSC, ['-p', 'recognition/fixtures'], { output: 'none' })),
  ],
  ['dead code', () => runPackage('knip/bin/knip.js', ['--no-progress'])],
];

runMain(async () => {
  await installPackages();
  let failed = 0;
  for (const [name, check] of CHECKS) {
    const passed = await check();
    console.log(`${passed ? '✓' : '✗'} ${name}`);
    if (!passed) failed++;
  }
  console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
  if (failed > 0) throw new Trouble('`npx biome check --write` mends format and some of the lint.');
});
