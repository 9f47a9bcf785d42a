// @ts-check
// The real pages of ../shared, where they are: read from there, never copied.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../setup.mjs';

/** @typedef {{ id: string, scored: boolean, kind: string, bytes: number }} Known */

const FOLDER = join(root, '../shared/recognition');

/**
 * So many of them, from small to large; fewer where there are fewer, none where there is no such folder.
 * @param {number} count
 * @param {'somebody' | 'nobody'} named whom of the story they name: news with names, or any page without
 * @returns {Record<string, string>} HTML by name
 */
export function realPages(count, named) {
  if (!existsSync(join(FOLDER, 'manifest.json'))) return {};
  /** @type {Known[]} */
  const known = JSON.parse(readFileSync(join(FOLDER, 'manifest.json'), 'utf8'));
  const fitting = known.filter((page) => isFitting(page, named)).sort((a, b) => a.bytes - b.bytes);
  /** @type {Record<string, string>} */
  const pages = {};
  for (let at = 0; at < count; at++) {
    const { id } = fitting[Math.round(((at + 0.5) * fitting.length) / count - 0.5)] ?? { id: '' };
    if (id) pages[id] = gunzipSync(readFileSync(join(FOLDER, 'pages', `${id}.html.gz`))).toString('utf8');
  }
  return pages;
}

/** @param {Known} page @param {'somebody' | 'nobody'} named */
function isFitting({ id, scored, kind }, named) {
  if (!scored) return false;
  const hasFigure = readFileSync(join(FOLDER, 'gold', `${id}.json`), 'utf8').includes('"figure"');
  return named === 'nobody' ? !hasFigure : hasFigure && kind === 'news-article';
}
