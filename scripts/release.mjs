// @ts-check
// Makes what the stores are given, in .output/release/: the zips of the four builds, the sources that Firefox's
// reviewers ask for, and the SHA-256 sums of all.
//   npm run release [-- --twice]
// With --twice it makes them again in two other folders, from a clone of the last commit and from the sources archive,
// and compares byte by byte.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages, root, run, runMain, runPackage, Trouble } from './setup.mjs';

const TARGETS = ['chrome', 'edge', 'firefox', 'safari'];
const SUMS = 'SHA256SUMS';

/** Where a release is made of the project in `home`. @param {string} home */
const releaseIn = (home) => join(home, '.output', 'release');

/**
 * Runs a script of the project in `home`.
 * @param {string} title
 * @param {string} home
 * @param {string} script
 * @param {string[]} args
 */
async function step(title, home, script, ...args) {
  console.log(title);
  if (!(await run(process.execPath, [join(home, 'scripts', script), ...args]))) throw new Trouble(`${title}: failed.`);
}

/** What a program prints. @param {string} program @param {string[]} args */
function ask(program, ...args) {
  return execFileSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  }).toString();
}

/** What ships may have no known hole of high severity. Where no registry answers, that can only be said. */
function audit() {
  let answer = '';
  try {
    answer = ask('npm', 'audit', '--omit=dev', '--json');
  } catch (error) {
    answer = String(/** @type {{ stdout?: Buffer }} */ (error).stdout ?? ''); // it fails when it finds something
  }
  const { metadata } = JSON.parse(answer || '{}');
  if (!metadata) {
    console.log('  not checked: no registry answered `npm audit`');
    return;
  }
  const { total, high, critical } = metadata.vulnerabilities;
  console.log(`  ${total} known, ${high + critical} of them high or critical`);
  if (high + critical > 0) throw new Trouble('`npm audit --omit=dev` tells which.');
}

/** Zips everything and writes down the sums. */
async function pack() {
  const { zipOf } = await import('./archive.mjs');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!readFileSync(join(root, 'CHANGELOG.md'), 'utf8').includes(`\n## ${version}`))
    throw new Trouble(`CHANGELOG.md says nothing of version ${version}.`);
  const zips = new Map(TARGETS.map((target) => [target, zipOf(join(root, '.output', `${target}-mv3`))]));
  // An unpacked sources archive has nothing to tell sources from the rest by, and needs no archive of itself.
  if (existsSync(join(root, '.git')))
    zips.set('sources', zipOf(root, ask('git', 'ls-files', '-z').split('\0').filter(Boolean)));
  const folder = releaseIn(root);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const sums = [...zips].map(([name, bytes]) => {
    const file = `dramatis-${version}-${name}.zip`;
    writeFileSync(join(folder, file), bytes);
    console.log(`  ${file.padEnd(30)} ${(bytes.length / 1000).toFixed(0).padStart(5)} kB`);
    return `${createHash('sha256').update(bytes).digest('hex')}  ${file}\n`;
  });
  writeFileSync(join(folder, SUMS), sums.join(''));
}

/** Makes the release again in two other folders and compares. */
async function proveTwice() {
  const { unzipSync } = await import('fflate');
  const places = mkdtempSync(join(tmpdir(), 'dramatis-'));
  try {
    const clone = join(places, 'a-clone');
    ask('git', 'clone', '--quiet', root, clone);
    const unpacked = join(places, 'sources/unpacked/deeper');
    const made = readFileSync(join(releaseIn(root), SUMS), 'utf8')
      .trim()
      .split('\n');
    const archive = /** @type {string} */ (made.at(-1)?.split('  ')[1]);
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(releaseIn(root), archive))))) {
      mkdirSync(dirname(join(unpacked, name)), { recursive: true });
      writeFileSync(join(unpacked, name), bytes);
    }
    for (const home of [clone, unpacked]) {
      await step(`Once more, in ${home}`, home, 'release.mjs');
      const again = readFileSync(join(releaseIn(home), SUMS), 'utf8')
        .trim()
        .split('\n');
      const expected = home === clone ? made : made.slice(0, -1);
      const other = expected.filter((line, index) => line !== again[index]);
      if (other.length > 0 || again.length !== expected.length)
        throw new Trouble(`Not the same bytes: ${other.map((line) => line.split('  ')[1]).join(', ')}`);
    }
    console.log('\nThe same bytes three times: here, in a clone, and out of the sources archive.');
  } finally {
    rmSync(places, { recursive: true, force: true });
  }
}

runMain(async () => {
  const { twice } = parseArgs({ options: { twice: { type: 'boolean', default: false } } }).values;
  if (twice && ask('git', 'status', '--porcelain'))
    throw new Trouble('Commit first: a clone holds only what is committed.');
  await installPackages();
  await step('Builds and their sizes', root, 'build.mjs');
  console.log('The Firefox build as its store sees it');
  const lint = ['lint', '--source-dir', join(root, '.output/firefox-mv3'), '--no-config-discovery'];
  if (!(await runPackage('web-ext/bin/web-ext.js', lint, { env: { NO_UPDATE_NOTIFIER: '1' } })))
    throw new Trouble('The store would complain of this build.');
  console.log('Known holes in what ships');
  audit();
  console.log('.output/release');
  await pack();
  if (twice) await proveTwice();
});
