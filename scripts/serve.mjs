// @ts-check
// A small server of pages on 127.0.0.1, for the demo and for tests. It keeps no process alive.
import { createServer } from 'node:http';

/** @typedef {{ body: string | Buffer, headers?: Record<string, string> }} Reply */
/** @typedef {Reply | string | ((url: URL) => Reply | string | undefined)} Route a string is a page of HTML */

/**
 * Serves pages by path; what is not there is a 404.
 * @param {Record<string, Route>} routes by path, such as `/article`; more may be added to the object at any time
 * @param {(address: string) => void} [heard] told of every request. As the proxy of a browser the server hears of every
 *   host; what is encrypted (`host:443`) it lets nobody have.
 * @returns {Promise<{ port: number, url: (path?: string, host?: string) => string, close: () => void }>}
 */
export async function serve(routes, heard = () => {}) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    heard(url.href);
    const route = Object.hasOwn(routes, url.pathname) ? routes[url.pathname] : undefined;
    const found = typeof route === 'function' ? route(url) : route;
    const reply = typeof found === 'string' ? { body: found } : found;
    if (reply)
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        ...reply.headers,
      });
    else response.writeHead(404);
    response.end(reply?.body);
  });
  server.on('connect', (request, socket) => {
    heard(request.url ?? '');
    socket.destroy();
  });
  server.unref();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    url: (path = '/', host = '127.0.0.1') => `http://${host}:${port}${path}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
