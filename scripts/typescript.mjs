// @ts-check
// Runs the project's TypeScript, which Node 20 does not: Vite does. Installs what is needed for that.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, root, runPackage, Trouble } from './setup.mjs';

/** @type {Promise<typeof import('vite')> | undefined} */
let opened;

async function openVite() {
  await installPackages();
  // tsconfig.json extends a file that WXT writes, and Vite reads both.
  const isPrepared = existsSync(join(root, '.wxt/tsconfig.json'));
  if (!isPrepared && !(await runPackage('wxt/bin/wxt.mjs', ['prepare'], { output: 'of failures' })))
    throw new Trouble('The types could not be generated: `npx wxt prepare` shows more.');
  return import('vite');
}

/**
 * @param {string} file from the project's root
 * @returns {Promise<any>} what it exports
 */
export async function load(file) {
  opened ??= openVite();
  const { runnerImport } = await opened;
  const { module } = await runnerImport(join(root, file), { root, configFile: false, logLevel: 'error' });
  return module;
}
