// @ts-check
// What every command needs before it can begin: the packages, and a way to run other programs. Node's own modules only,
// because this runs before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A fault that the reader of the terminal can mend: printed without a stack. */
export class Trouble extends Error {}

/** A path that was given on the command line: npm runs scripts in the root. @param {string} path */
export const givenPath = (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

/** The text of a file that was given on the command line. @param {string} path */
export function readGiven(path) {
  const file = givenPath(path);
  if (!existsSync(file)) throw new Trouble(`There is no file ${path}.`);
  if (statSync(file).isDirectory()) throw new Trouble(`${path} is a folder. Name a file in it.`);
  return readFileSync(file, 'utf8');
}

/**
 * @typedef {object} RunOptions
 * @property {'all' | 'of failures' | 'none' | ((printed: string) => void)} [output] a function is given all that was
 *   printed, at the end
 * @property {Record<string, string>} [env] besides that of this process
 * @property {string} [cwd]
 */

/**
 * Runs a command, in the project's root where nothing else is said.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<boolean>} whether it exited with 0
 */
export function run(command, args, { output = 'all', env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: output === 'all' ? 'inherit' : 'pipe',
      shell: process.platform === 'win32' && command === 'npm', // a batch file there
    });
    /** @type {Buffer[]} */
    const printed = [];
    child.stdout?.on('data', (chunk) => printed.push(chunk));
    child.stderr?.on('data', (chunk) => printed.push(chunk));
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on('close', (code) => {
      if (code !== 0 && output === 'of failures') process.stderr.write(Buffer.concat(printed));
      if (typeof output === 'function') output(Buffer.concat(printed).toString());
      resolve(code === 0);
    });
  });
}

/**
 * Runs an installed package's program with this very Node.
 * @param {string} program its file, from node_modules
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runPackage(program, args, options) {
  return run(process.execPath, [join(root, 'node_modules', program), ...args], options);
}

/** Whether node_modules lacks something that the lock file asks for. */
function packagesAreStale() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.keys(want).some((path) => path && !want[path].optional && have[path]?.version !== want[path].version);
}

/** Installs the packages if they are missing or older than the lock file. */
export async function installPackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Trouble(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  if (!packagesAreStale()) return;
  console.log('Installing packages (once, about a minute) …');
  if (!(await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']))) {
    throw new Trouble('The packages could not be installed: is the network there? `npm ci` shows more.');
  }
}

/**
 * Runs a command's `main` and ends the process: with 1 and a clear message when it throws.
 * @param {() => Promise<void>} main
 */
export function runMain(main) {
  main().then(
    () => process.exit(),
    (error) => {
      console.error(error instanceof Trouble ? `\n${error.message}` : error);
      process.exit(1);
    },
  );
}
