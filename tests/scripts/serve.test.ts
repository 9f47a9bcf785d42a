// The server of the demo and of the tests.
import { expect, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';

test('answers by path, with the headers that a page asks for, and with 404 otherwise', async () => {
  const server = await serve({
    '/page': { body: '<p>é</p>', headers: { 'content-security-policy': "default-src 'none'" } },
    '/echo': (url) => url.searchParams.get('say') ?? undefined,
  });
  const page = await fetch(server.url('/page'));
  expect(await page.text()).toBe('<p>é</p>');
  expect(page.headers.get('content-security-policy')).toBe("default-src 'none'");
  expect(await (await fetch(server.url('/echo?say=hello'))).text()).toBe('hello');
  expect((await fetch(server.url('/echo'))).status).toBe(404);
  expect((await fetch(server.url('/constructor'))).status).toBe(404);
  server.close();
});
