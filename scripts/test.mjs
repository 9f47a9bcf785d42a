// @ts-check
// Everything that must hold, from a fresh clone: packages, browsers, checks, unit tests, the four builds, the dataset against its
// article where that is at hand, and the built extension in real Chromium and real Firefox. The last line is the sum.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browsersFor, installPackages, root, run, runMain, runPackage } from './setup.mjs';

const ARTICLE = join(root, '../shared/story/article.txt');
const sum = { passed: 0, failed: 0 };

/** @param {string} title */
const heading = (title) => console.log(`\n── ${title} ${'─'.repeat(Math.max(2, 70 - title.length))}`);

/** A script of ours as one step of the sum. @param {string} title @param {string} script @param {string[]} args */
async function step(title, script, ...args) {
  heading(title);
  sum[(await run(process.execPath, [join(root, 'scripts', script), ...args])) ? 'passed' : 'failed']++;
}

/** Tests of these vitest projects; without a report the whole run counts as one failure. @param {string} title @param {string[]} projects */
async function tests(title, projects) {
  heading(title);
  const folder = mkdtempSync(join(tmpdir(), 'dramatis-'));
  const file = join(folder, 'report.json');
  const ran = await runPackage('vitest/vitest.mjs', [
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 };
  sum.passed += report.numPassedTests;
  // A file that cannot even be loaded has no tests to fail, and must not pass for that.
  sum.failed += Math.max(report.numFailedTests, ran ? 0 : 1);
  rmSync(folder, { recursive: true });
}

runMain(async () => {
  await installPackages();
  await browsersFor(['chromium', 'firefox']);
  await step('Checks', 'check.mjs');
  await tests('Unit tests', ['pure', 'dom']);
  await step('Fuzzing for ten seconds', 'fuzz.mjs', '--seconds', '10', '--seed', '1');
  await step('Builds for Chrome, Firefox, Edge and Safari', 'build.mjs');
  await step('The Firefox build as its store sees it', 'addons.mjs');
  if (existsSync(ARTICLE)) await step('The dataset against its article', 'data-check.mjs', ARTICLE);
  await tests('End to end, in Chromium and Firefox', ['e2e']);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  if (sum.failed > 0) process.exit(1);
});
