// @ts-check
// Reproducible zips: their bytes depend on the names and contents of the files, not on time, place or order.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';

/**
 * A zip of these files.
 * @param {string} folder
 * @param {string[]} [paths] relative to the folder; without them, everything in it
 * @returns {Uint8Array}
 */
export function zipOf(folder, paths = filesIn(folder)) {
  const names = paths.map((path) => path.replaceAll('\\', '/')).sort();
  return zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))])), {
    level: 9,
    mtime: new Date(1980, 0, 2, 12), // as local time, which is what zips hold
  });
}

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
