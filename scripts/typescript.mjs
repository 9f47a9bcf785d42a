// @ts-check
// Runs the project's TypeScript, which Node 20 does not: Vite does.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './setup.mjs';

/**
 * @param {string} file from the project's root
 * @returns {Promise<any>} what it exports
 */
export const load = (file) =>
  runnerImport(join(root, file), { root, configFile: false, logLevel: 'error' }).then(({ module }) => module);
