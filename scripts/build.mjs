// @ts-check
// Builds the extension for one browser or for all four, and refuses a build that weighs too much.
//   node scripts/build.mjs [chrome|firefox|edge|safari …]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { installPackages, root, runMain, runPackage, Trouble } from './setup.mjs';

const TARGETS = ['chrome', 'firefox', 'edge', 'safari'];

/**
 * What may weigh how much, in kB after gzip: the gate starts on every page, the judge where a page names somebody, the
 * reader where it is to be marked, the popup on every click.
 */
const LIMITS = [
  { what: 'gate', files: ['gate.js'], limit: 6 },
  { what: 'judge', files: ['judge.js'], limit: 16 },
  { what: 'reader', files: ['reader.js'], limit: 80 },
  { what: 'popup', files: ['popup.html'], limit: 48 },
];

/**
 * Files with everything that they load at once (scripts, style sheets, and what these import), in kB after gzip.
 * @param {string} folder
 * @param {string[]} files
 */
function weigh(folder, files) {
  const seen = new Set(files);
  for (const path of seen) {
    if (!/\.(html|js)$/.test(path)) continue;
    for (const [, asked] of readFileSync(join(folder, path), 'utf8').matchAll(
      /(?:src|href|from|import)\s*=?\s*["'](\.{0,2}\/[^"']+\.(?:js|css))["']/g,
    )) {
      if (asked) seen.add(asked.startsWith('/') ? asked.slice(1) : join(path, '..', asked));
    }
  }
  return [...seen].reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0) / 1000;
}

/**
 * Builds one target.
 * @param {string} target one of TARGETS
 * @returns {Promise<string[]>} what is wrong with it, empty when all is well
 */
async function build(target) {
  const started = Date.now();
  if (!(await runPackage('wxt/bin/wxt.mjs', ['build', '-b', target, '--mv3'], { output: 'of failures' })))
    return [`${target} does not build`];
  const folder = join(root, '.output', `${target}-mv3`);
  const weights = LIMITS.map((one) => ({ ...one, weight: weigh(folder, one.files) }));
  const rows = weights.map(({ what, weight, limit }) => `${what} ${weight.toFixed(1)} of ${limit} kB`);
  console.log(
    `  ${target.padEnd(8)} ${((Date.now() - started) / 1000).toFixed(1)} s   ${rows.join('   ')}   ${readdirSync(folder, { recursive: true }).length} files`,
  );
  return weights
    .filter(({ weight, limit }) => weight > limit)
    .map(({ what, weight, limit }) => `${target}: ${what} weighs ${weight.toFixed(2)} kB, more than ${limit} kB`);
}

runMain(async () => {
  const targets = process.argv.slice(2);
  const unknown = targets.find((target) => !TARGETS.includes(target));
  if (unknown) throw new Trouble(`There is no target ${unknown}: ${TARGETS.join(', ')}.`);
  await installPackages();
  const faults = [];
  for (const target of targets.length > 0 ? targets : TARGETS) faults.push(...(await build(target)));
  if (faults.length > 0) throw new Trouble(faults.join('\n'));
});
