// @ts-check
// A saved page as our server answers it: without scripts, and without anything from elsewhere.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { givenPath, Trouble } from './setup.mjs';

/**
 * @param {string} page a file of HTML, perhaps packed with gzip
 * @param {string} [style] in which it is to be read, in ASCII
 * @returns {import('./serve.mjs').Reply}
 */
export function readSavedPage(page, style) {
  try {
    const bytes = readFileSync(givenPath(page));
    const text = page.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    // Behind the text: before it, a page without a head has no place for it, and one that names its encoding names it
    // too late.
    const body = style ? Buffer.concat([text, Buffer.from(`\n<style>${style}</style>`)]) : text;
    const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    return { body, headers: { 'content-type': contentType(text), 'content-security-policy': policy } };
  } catch (error) {
    throw new Trouble(`${page} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** Pages that are saved as UTF-8 may still call themselves something else. @param {Buffer} text */
function contentType(text) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(text);
    return 'text/html; charset=utf-8';
  } catch {
    return 'text/html';
  }
}
