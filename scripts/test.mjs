// @ts-check
// Everything that must hold, from a fresh clone: packages, browsers, checks, unit tests, the four builds, the dataset
// against its article (where that is at hand), the built extension in Chromium and in Firefox, and the gallery. Two
// things run at a time, for a machine of two cores. Last come the tests that passed only at the second try, what
// failed, the minutes, and the sum.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browsersFor } from './browsers.mjs';
import { installPackages, root, run, runMain, runPackage } from './setup.mjs';

const ARTICLE = join(root, '../shared/story/article.txt');
const started = Date.now();
const minutesSince = (/** @type {number} */ begin) => ((Date.now() - begin) / 60_000).toFixed(1);
let passed = 0;
/** Steps and tests. @type {import('./report.mjs').Fault[]} */
const failed = [];
/** Tests that passed only at the second try. @type {import('./report.mjs').Fault[]} */
const flaky = [];
const folder = mkdtempSync(join(tmpdir(), 'dramatis-'));

/** What a step prints is kept until it has ended, so that two of them do not mix. @param {string} title */
function headed(title) {
  const begin = Date.now();
  return (/** @type {string} */ printed) =>
    console.log(
      `\n── ${title}, ${minutesSince(begin)} minutes ${'─'.repeat(Math.max(2, 60 - title.length))}\n${printed}`,
    );
}

/** A script of ours as one step of the sum. @param {string} title @param {string} script @param {string[]} args */
async function step(title, script, ...args) {
  let fault = '';
  const show = headed(title);
  const ran = await run(process.execPath, [join(root, 'scripts', script), ...args], {
    output(printed) {
      show(printed);
      const lines = printed.split('\n').filter((line) => line.trim() !== '');
      // Which of the checks, else what was said last.
      fault = lines.filter((line) => line.startsWith('✗')).join(', ') || (lines.at(-1) ?? '');
    },
  });
  if (ran) passed++;
  else failed.push({ name: title, fault });
}

/**
 * Tests of some vitest projects.
 * @param {string[]} projects
 * @param {import('./setup.mjs').RunOptions['output']} [output]
 */
async function tests(projects, output = 'all') {
  const file = join(folder, `${projects.join()}.json`);
  const ran = await runPackage(
    'vitest/vitest.mjs',
    [
      'run',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      `--reporter=${join(root, 'scripts/report.mjs')}`,
    ],
    // With CI set, vitest draws no live window over what runs beside it.
    { output, env: { TEST_REPORT: file, CI: 'true' } },
  );
  /** @type {import('./report.mjs').Report} */
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: [], flaky: [] };
  passed += report.passed;
  failed.push(...report.failed);
  // It may have ended before it could tell.
  if (!ran && report.failed.length === 0) failed.push({ name: projects.join(), fault: 'vitest failed without a test' });
  flaky.push(...report.flaky);
}

runMain(async () => {
  await installPackages();
  await browsersFor(['chromium', 'firefox']);
  const builds = (async () => {
    // One after the other, for each of them writes the generated types.
    await step('Checks', 'check.mjs');
    await step('Builds for Chrome, Firefox, Edge and Safari', 'build.mjs');
  })();
  await Promise.all([
    (async () => {
      await builds;
      await tests(['e2e-chromium']);
    })(),
    (async () => {
      await tests(['pure', 'dom', 'page'], headed('Unit tests'));
      if (existsSync(ARTICLE)) await step('The dataset against its article', 'data-check.mjs', ARTICLE);
      await builds;
      await tests(['built'], headed('The builds, looked through'));
      // The gallery, which needs no build, ends the half that has fewer tests.
      await tests(['e2e-firefox', 'gallery']);
    })(),
  ]);
  rmSync(folder, { recursive: true });

  for (const { name, fault } of flaky) console.log(`passed at the second try: ${name}\n${fault}\n`);
  // Once more, and briefly: of a long log often the end alone is seen.
  for (const { name, fault } of failed) console.log(`failed: ${name}: ${fault.trim().split('\n')[0]}`);
  console.log(`\nflaky: ${flaky.length}, ${minutesSince(started)} minutes`);
  console.log(`${passed} passed, ${failed.length} failed`);
  if (failed.length > 0) process.exit(1);
});
