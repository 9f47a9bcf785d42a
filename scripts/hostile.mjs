// @ts-check
// Shows that the cases of tests/e2e/hostile are worth something: takes each guard out of a copy of the project, builds the copy, and lets
// the cases run that the guard is for. They must fail there, in both browsers.
//   node scripts/hostile.mjs [guard …]              all of them, or these, one after the other
//   node scripts/hostile.mjs --together guard …     these at once, in one copy: quicker, where none is in another's way
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { GUARDS } from '../tests/e2e/hostile/guards.mjs';
import { installPackages, root, run, runMain, Trouble } from './setup.mjs';

/** What a copy does without: it is large, made anew, or linked. */
const LEFT_OUT = new Set(['node_modules', '.git', '.output', '.wxt', 'coverage']);
const ENGINES = /** @type {const} */ (['chromium', 'firefox']);

/** @param {string} text */
const asPattern = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * The cases that failed without these guards, in a copy of the project.
 * @param {import('../tests/e2e/hostile/guards.mjs').Guard[]} guards
 * @returns {Promise<{ name: string, fault: string }[]>}
 */
async function failuresWithout(guards) {
  const proven = guards.flatMap((guard) => guard.proven);
  const copy = mkdtempSync(join(tmpdir(), 'dramatis-without-'));
  try {
    cpSync(root, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(relative(root, path).split(sep)[0] ?? '') });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    for (const [file, text, instead] of guards.flatMap(({ changes }) => changes)) {
      const before = readFileSync(join(copy, file), 'utf8');
      if (before.split(text).length !== 2) throw new Trouble(`${file} does not hold once: ${text}`);
      writeFileSync(
        join(copy, file),
        before.replace(text, () => instead),
      );
    }
    const report = join(copy, 'report.json');
    for (const target of ['chrome', 'firefox']) {
      const build = [join(copy, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', target, '--mv3'];
      const built = await run(process.execPath, build, { output: 'of failures', cwd: copy });
      if (!built) throw new Trouble(`${target} does not build`);
    }
    const vitest = [join(copy, 'node_modules/vitest/vitest.mjs'), 'run', '--project=e2e-*', '--retry=0'];
    const cases = ['tests/e2e/hostile', 'tests/e2e/requests.test.ts', '-t', proven.map(asPattern).join('|')];
    const reported = ['--reporter=json', `--outputFile=${report}`];
    // Here a case is to fail, and need not wait as long for it as on a slow machine.
    const env = { PATIENCE: '10' };
    await run(process.execPath, [...vitest, ...cases, ...reported], { output: 'none', cwd: copy, env });
    if (!existsSync(report)) throw new Trouble('The cases did not run.');
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    return testResults
      .flatMap((/** @type {any} */ file) => file.assertionResults)
      .filter((/** @type {any} */ { status }) => status === 'failed')
      .map((/** @type {any} */ { fullName, failureMessages }) => ({
        name: fullName,
        fault: failureMessages[0]?.split('\n')[0].slice(0, 160) ?? '',
      }));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

runMain(async () => {
  await installPackages();
  const together = process.argv.includes('--together');
  const names = process.argv.slice(2).filter((name) => name !== '--together');
  const unknown = names.find((name) => !GUARDS.some((guard) => guard.name === name));
  if (unknown) throw new Trouble(`There is no guard ${unknown}: ${GUARDS.map(({ name }) => name).join(', ')}.`);
  const guards = GUARDS.filter(({ name }) => names.length === 0 || names.includes(name));
  let missing = 0;
  for (const group of together ? [guards] : guards.map((guard) => [guard])) {
    const failures = await failuresWithout(group);
    for (const { name, proven, only } of group)
      for (const one of proven) {
        const passing = ENGINES.filter(
          (engine) =>
            (only ?? engine) === engine &&
            !failures.some((failed) => failed.name.includes(`in ${engine}`) && failed.name.includes(one)),
        );
        missing += passing.length;
        const end = passing.length === 0 ? '' : ` still passes in ${passing.join(' and ')}`;
        console.log(`${passing.length === 0 ? '✓' : '✗'} without ${name}: ${one}${end}`);
        // How it failed shows whether it was for this guard.
        const faults = failures.filter((failed) => failed.name.includes(one)).map(({ fault }) => fault);
        for (const fault of new Set(faults)) console.log(`    ${fault}`);
      }
  }
  console.log(missing === 0 ? 'Every case fails without its guard.' : `${missing} cases pass without their guard.`);
  if (missing > 0) process.exit(1);
});
