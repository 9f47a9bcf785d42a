// @ts-check
// What it costs the background to take stories together and to compile them, in Node: CPU time, and how long others
// wait for their turn meanwhile.
import { createHash } from 'node:crypto';
import { root } from '../setup.mjs';
import { load as loadScript } from '../typescript.mjs';
import { short } from './figures.mjs';

/** As extension/slices.ts: others get their turn after so many ms. */
const SLICE = 12;

/** CPU time of this thread or, where Node cannot tell it, of the process; ms. */
function cpu() {
  const { threadCpuUsage = process.cpuUsage } = /** @type {any} */ (process);
  const { user, system } = threadCpuUsage.call(process);
  return (user + system) / 1000;
}

/**
 * Does work as the background does it.
 * @param {Generator<void, any, void>} steps
 * @returns {{ value: any, ms: number, longest: number }} `longest`: between two turns of others
 */
function measured(steps) {
  const began = cpu();
  let longest = 0;
  for (let since = began; ; ) {
    const { done, value } = steps.next();
    const now = cpu();
    longest = Math.max(longest, now - since);
    if (done) return { value, ms: now - began, longest };
    if (now - since >= SLICE) since = now;
  }
}

/**
 * @param {number} count stories of fifteen figures, beside the bundled one
 * @param {readonly string[]} languages codes; all where none is named
 * @returns {Promise<Record<string, { ms: number, 'longest slice, ms': number, 'texts, kB': number, digest: string }>>}
 *   by what was done; `digest` tells whether two builds compile to the same texts
 */
export async function measureCompiling(count, languages = []) {
  const { manyStories } = await loadScript('scripts/bench/many-stories.ts');
  const { loadBundledStories, loadLanguageData } = await loadScript('scripts/dataset/load.ts');
  const { createStoryCompiler } = await loadScript('stories/compiled-texts.ts');
  const stories = [...loadBundledStories(root), ...manyStories(root, count)];
  const compiler = createStoryCompiler('bench', loadLanguageData(root));
  const origins = stories.map((story, at) => ({
    story,
    bundled: at === 0,
    kept: { added: '2026-01-08', from: at === 0 ? 'bundled' : 'file', looked: at === 0 },
    reading: { read: null, unread: [] },
  }));
  /** @type {Awaited<ReturnType<typeof measureCompiling>>} */
  const rows = {};
  const note = (
    /** @type {string} */ what,
    /** @type {{ ms: number, longest: number }} */ { ms, longest },
    /** @type {readonly string[]} */ texts,
  ) => {
    const hash = createHash('sha256');
    for (const text of texts) hash.update(text);
    const size = texts.reduce((sum, text) => sum + text.length, 0);
    rows[what] = {
      ms: short(ms),
      'longest slice, ms': short(longest),
      'texts, kB': Math.round(size / 1000),
      digest: hash.digest('hex').slice(0, 8),
    };
  };
  const library = measured(compiler.library(origins));
  const { source, common } = library.value;
  note('all stories together', library, [...source, ...Object.entries(common).flat()]);
  const filter = measured(compiler.filter(source));
  note('name filter', filter, [filter.value]);
  for (const code of compiler.languages) {
    if (languages.length > 0 && !languages.includes(code)) continue;
    // As a background that has just started: it has the source as texts.
    const fresh = createStoryCompiler('bench', loadLanguageData(root));
    const one = measured(fresh.language(source, code));
    note(code, one, Object.entries(/** @type {Record<string, string>} */ (one.value)).flat());
  }
  return rows;
}
