// @ts-check
// What Chromium alone lets a driver do, through the DevTools protocol and its page of extensions.
import { sleep, until } from './wait.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').Browser} Browser */
/**
 * @typedef {{ call: (body: string) => Promise<string | undefined>, release: () => Promise<void> }} Hold
 *   a shadow root on which functions can be called
 */

/**
 * An extension in Chromium.
 * @param {Browser} browser
 * @param {string} id
 */
export function createChromiumControls(browser, id) {
  /** Calls a function of Chromium's page of extensions. @param {string} path @param {unknown[]} given */
  const onExtensionsPage = async (path, ...given) => {
    const page = await browser.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(
      async (/** @type {string} */ name, /** @type {unknown[]} */ args) => {
        const { chrome } = /** @type {any} */ (globalThis);
        await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        const [room = '', act = ''] = name.split('.');
        await chrome[room][act](...args);
      },
      path,
      given,
    );
    await page.close();
  };
  /** @type {import('puppeteer-core').CDPSession | undefined} */
  let devtools;
  /**
   * The background's worker in Chromium, while it runs. Attached to by hand: puppeteer loses one that ends and starts
   * again at once.
   */
  const worker = async () => {
    devtools ??= await browser.target().createCDPSession();
    const { send, connection } = { send: devtools.send.bind(devtools), connection: devtools.connection() };
    const { targetInfos } = await send('Target.getTargets');
    // Of several, those that were ended may still be listed.
    for (const target of targetInfos.reverse()) {
      if (target.type !== 'service_worker' || !target.url.startsWith(`chrome-extension://${id}/`)) continue;
      const session = await connection?.createSession(target).catch(() => null);
      if (!session) continue;
      const lives = session.send('Runtime.evaluate', { expression: 'true' }).catch(() => null);
      if (!(await Promise.race([lives, sleep(5000)]))) {
        await session.detach().catch(() => {});
        continue;
      }
      return {
        /**
         * @template {unknown[]} A
         * @template T
         * @param {(...args: A) => T} body
         * @param {A} args
         * @returns {Promise<Awaited<T>>}
         */
        async evaluate(body, ...args) {
          const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
            expression: `(${body})(...${JSON.stringify(args)})`,
            awaitPromise: true,
            returnByValue: true,
          });
          if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
          return result.value;
        },
        /** Bytes of its heap, after everything that can be collected has been. */
        async heap() {
          for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
          return (await session.send('Runtime.getHeapUsage')).usedSize;
        },
        /** Ends it. */
        async close() {
          await send('Target.closeTarget', { targetId: target.targetId });
          await session.detach().catch(() => {});
        },
        /** Lets go of it: a worker that is looked into is not ended for being idle. */
        release: () => session.detach().catch(() => {}),
      };
    }
    return null;
  };
  return {
    /** The background, where it can be looked into: not while it is ended. */
    worker,
    /** Ends the background, as browsers do when it has been idle; the next event starts it again. */
    endBackground: () =>
      until('the background to end', async () => {
        await (await worker())?.close(); // it may be ending by itself just now
        return true;
      }),
    /** @param {boolean} enabled */
    setEnabled: (enabled) => onExtensionsPage('management.setEnabled', id, enabled),
    /**
     * Chromium's own settings of the extension, as its page of extensions sets them.
     * @param {{ hostAccess?: 'ON_CLICK' | 'ON_ALL_SITES', incognitoAccess?: boolean }} settings
     */
    configure: (settings) =>
      onExtensionsPage('developerPrivate.updateExtensionConfiguration', { extensionId: id, ...settings }),
  };
}

/**
 * A closed shadow root, through the DevTools protocol.
 * @param {Page} page
 * @param {string} host selector
 * @returns {Promise<Hold | null>}
 */
export async function shadowRootInChromium(page, host) {
  const devtools = await page.createCDPSession();
  const { result: element } = await devtools.send('Runtime.evaluate', {
    expression: `document.querySelector('${host}')`,
  });
  const release = () => devtools.detach();
  if (!element.objectId) {
    await release();
    return null;
  }
  const { node } = await devtools.send('DOM.describeNode', { objectId: element.objectId, pierce: true, depth: 1 });
  const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
  if (!backendNodeId) {
    await release();
    return null;
  }
  const { object } = await devtools.send('DOM.resolveNode', { backendNodeId });
  return {
    async call(body) {
      const { result } = await devtools.send('Runtime.callFunctionOn', {
        objectId: /** @type {string} */ (object.objectId),
        functionDeclaration: `function () { return (${body})(this) }`,
        returnByValue: true,
      });
      return result.value;
    },
    release,
  };
}

/** How many objects of a class live in the extension's own world of a page. @param {Page} page @param {string} name */
export async function countObjects(page, name) {
  const devtools = await page.createCDPSession();
  /** @type {{ id: number, origin: string }[]} */
  const worlds = [];
  devtools.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await devtools.send('Runtime.enable');
  const world = worlds.find(({ origin }) => origin.startsWith('chrome-extension:'));
  if (!world) throw new Error('The extension has no world in this page.');
  const { result: prototype } = await devtools.send('Runtime.evaluate', {
    expression: `${name}.prototype`,
    contextId: world.id,
  });
  const { objects } = await devtools.send('Runtime.queryObjects', {
    prototypeObjectId: /** @type {string} */ (prototype.objectId),
  });
  const { result } = await devtools.send('Runtime.callFunctionOn', {
    objectId: /** @type {string} */ (objects.objectId),
    functionDeclaration: 'function () { return this.length }',
    returnByValue: true,
  });
  await devtools.detach();
  return /** @type {number} */ (result.value);
}
