// Rules for sites: which of them counts for a host, and whether a page is marked.
import { beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { switchSite } from '../../extension/changes.ts';
import { siteOf } from '../../extension/domain.ts';
import { readActivation } from '../../extension/settings.ts';
import { decide, domainsOf, isHost, listRules, markingOf, readRule } from '../../extension/sites.ts';

beforeEach(() => fakeBrowser.reset());

test.each([
  ['www.news.bbc.co.uk', ['www.news.bbc.co.uk', 'news.bbc.co.uk', 'bbc.co.uk', 'co.uk']],
  ['Example.COM.', ['example.com']],
  ['localhost', ['localhost']],
  ['news.localhost', ['news.localhost']],
  ['127.0.0.1', ['127.0.0.1']],
  ['[2001:db8::1]', ['[2001:db8::1]']],
  ['xn--mnchen-3ya.de', ['xn--mnchen-3ya.de']],
  ['', []],
])('domains of %s', (host, domains) => {
  expect(domainsOf(host)).toEqual(domains);
});

test('a host with a thousand labels has at most ten keys', () => {
  expect(domainsOf(`${'a.'.repeat(1000)}com`).length).toBeLessThanOrEqual(10);
});

test.each([
  ['www.bbc.co.uk', { domain: 'bbc.co.uk', subdomains: true }],
  ['reader.github.io', { domain: 'reader.github.io', subdomains: true }],
  ['github.io', { domain: 'github.io', subdomains: false }],
  ['localhost', { domain: 'localhost', subdomains: false }],
  ['127.0.0.1', { domain: '127.0.0.1', subdomains: false }],
  ['[2001:db8::1]', { domain: '[2001:db8::1]', subdomains: false }],
  ['www.example.com.', { domain: 'example.com', subdomains: true }],
])('site of %s', (host, site) => {
  expect(siteOf(host)).toEqual(site);
});

test('the nearest rule counts, and invalid ones do not', () => {
  const stored = { 'site:example.com': 'off', 'site:news.example.com': 'on', 'site:www.example.com': 7 };
  expect(readRule(stored, 'example.com')).toBe('off');
  expect(readRule(stored, 'www.example.com')).toBe('off');
  expect(readRule(stored, 'a.news.example.com')).toBe('on');
  expect(readRule(stored, 'example.org')).toBe(null);
});

describe('a page is marked', () => {
  const asked = { activation: 'news', rule: null } as const;
  test.each([
    [asked, true, { active: true, state: 'news' }],
    [asked, false, { active: false, state: 'not-news' }],
    [{ ...asked, activation: 'everywhere' }, false, { active: true, state: 'everywhere' }],
    [{ ...asked, activation: 'chosen' }, true, { active: false, state: 'not-chosen' }],
    [{ activation: 'chosen', rule: 'on' }, false, { active: true, state: 'switched-on' }],
    [{ activation: 'everywhere', rule: 'off' }, true, { active: false, state: 'switched-off' }],
    [{ ...asked, rule: 'off', once: 'on' }, false, { active: true, state: 'once' }],
    [{ ...asked, rule: 'on', once: 'off' }, true, { active: false, state: 'switched-off' }],
  ] as const)('%j, news %s', (facts, news, decision) => {
    expect(decide(facts, news)).toEqual(decision);
  });

  test('"not news" is the reason only where the page itself decides: then it is worth judging', () => {
    for (const activation of ['news', 'everywhere', 'chosen'] as const)
      for (const rule of ['on', 'off', null] as const)
        for (const once of ['on', 'off', null] as const) {
          const facts = { activation, rule, once };
          expect(decide(facts, false).state === 'not-news').toBe(
            decide(facts, true).state !== decide(facts, false).state,
          );
        }
  });
});

test('what the gate makes of the storage in one step is what is decided of it', () => {
  const keys = ['site:www.example.com', 'site:example.com'];
  for (const activation of ['news', 'everywhere', 'chosen', 'nonsense', undefined])
    for (const near of ['on', 'off', 'nonsense', undefined])
      for (const far of ['on', 'off', undefined]) {
        const stored = { activation, 'site:www.example.com': near, 'site:example.com': far };
        const facts = { activation: readActivation(stored), rule: readRule(stored, 'www.example.com') };
        const [asNews, anyway] = [decide(facts, true).active, decide(facts, false).active];
        expect(markingOf(stored, keys)).toBe(anyway ? 'always' : asNews ? 'news' : 'never');
      }
});

describe('the switch of a site', () => {
  const rules = async () => listRules(await browser.storage.local.get(null));

  test('off and on again restores a newspaper’s state', async () => {
    await switchSite('example.com', false, true);
    expect(await rules()).toEqual([{ domain: 'example.com', rule: 'off' }]);
    await switchSite('example.com', true, true);
    expect(await rules()).toEqual([]);
  });

  test('on marks a page that would not be marked otherwise', async () => {
    await switchSite('example.com', true, false);
    expect(await rules()).toEqual([{ domain: 'example.com', rule: 'on' }]);
    await switchSite('example.com', false, false);
    expect(await rules()).toEqual([{ domain: 'example.com', rule: 'off' }]);
  });

  test('on writes a rule where only chosen sites are marked, or where the parent domain is off', async () => {
    await browser.storage.local.set({ activation: 'chosen' });
    await switchSite('example.com', true, true);
    expect(await rules()).toEqual([{ domain: 'example.com', rule: 'on' }]);
    await browser.storage.local.set({ activation: 'news', 'site:github.io': 'off' });
    await switchSite('reader.github.io', true, true);
    expect(await rules()).toContainEqual({ domain: 'reader.github.io', rule: 'on' });
  });

  test('returns a fault when the storage refuses', async () => {
    const { set } = browser.storage.local;
    browser.storage.local.set = () => Promise.reject(new Error('quota'));
    expect(await switchSite('example.com', false, true)).toEqual({ ok: false, fault: 'quota' });
    browser.storage.local.set = set;
  });
});

test.each([
  ['example.com', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['localhost', true],
  ['münchen.de', false],
  ['example.com.', false],
  ['a..b', false],
  ['Example.com', false],
  ['https://example.com', false],
  ['-a.com', false],
  [`${'a'.repeat(64)}.com`, false],
  [7, false],
])('%s is a host: %s', (text, host) => {
  expect(isHost(text)).toBe(host);
});
