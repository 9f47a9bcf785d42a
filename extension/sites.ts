// Site rules, and whether a page is marked. Each rule has its own storage key: two tabs never overwrite each other.
import type { Settings } from './settings.ts';
import type { Stored } from './stored.ts';

export type Rule = 'on' | 'off';

/** Why a page is marked or not. `once`: the reader asked for it, for as long as the page stays open. */
export type MarkingState = 'switched-on' | 'switched-off' | 'everywhere' | 'not-chosen' | 'news' | 'not-news' | 'once';

export interface Decision {
  active: boolean;
  state: MarkingState;
}

const prefix = 'site:';

/**
 * A host and its parent domains, nearest first; each may have a rule. No list of public suffixes is needed:
 * rules are written for registrable domains, so `co.uk` never has one. IP addresses and single words have no parents.
 */
export function domainsOf(host: string): string[] {
  const labels = host.toLowerCase().split('.').slice(-10);
  // "example.org." names the same host.
  if (labels.at(-1) === '') labels.pop();
  const last = labels.at(-1);
  if (last === undefined) return [];
  // As in the URL standard, what ends in a number is an address. No regular expression: every page would compile it.
  if (host.includes(':') || Number(last) >= 0) return [labels.join('.')];
  const domains = [labels.join('.')];
  while (labels.length > 2) {
    labels.shift();
    domains.push(labels.join('.'));
  }
  return domains;
}

/** The storage keys that may hold a rule for `host`. */
export function ruleKeys(host: string): string[] {
  return domainsOf(host).map(ruleKey);
}

/** The storage key of a domain's own rule. */
export function ruleKey(domain: string): string {
  return prefix + domain;
}

/** The rule for a host: that of the nearest domain that has one. */
export const readRule = (stored: Stored, host: string): Rule | null => firstRule(stored, ruleKeys(host));

const firstRule = (stored: Stored, keys: readonly string[]): Rule | null =>
  keys.map((key) => stored[key]).find(isRule) ?? null;

/**
 * Whether a page is marked, and why.
 * @param once what the reader asked for this page alone; overrides everything
 * @param isNews whether the page is news; counts when activation is `news` and nothing else decides
 */
export function decide(
  { activation, rule, once = null }: { activation: Settings['activation']; rule: Rule | null; once?: Rule | null },
  isNews: boolean,
): Decision {
  if (once === 'on') return { active: true, state: 'once' };
  if (once === 'off' || rule === 'off') return { active: false, state: 'switched-off' };
  if (rule === 'on') return { active: true, state: 'switched-on' };
  if (activation === 'everywhere') return { active: true, state: 'everywhere' };
  if (activation === 'chosen') return { active: false, state: 'not-chosen' };
  return isNews ? { active: true, state: 'news' } : { active: false, state: 'not-news' };
}

/**
 * The same for the gate, in one step: whether a page is marked whatever it is, only as news, or not at all.
 * @param keys those of the rules that may hold, the nearest first
 */
export function markingOf(stored: Stored, keys: readonly string[]): 'always' | 'news' | 'never' {
  const rule = firstRule(stored, keys);
  const { activation } = stored;
  if (rule === 'on' || (!rule && activation === 'everywhere')) return 'always';
  return rule === 'off' || activation === 'chosen' ? 'never' : 'news';
}

/** All rules in the storage by domain, in alphabetical order. */
export function listRules(stored: Stored): { domain: string; rule: Rule }[] {
  return Object.entries(stored)
    .flatMap(([key, rule]) =>
      key.startsWith(prefix) && isRule(rule) ? [{ domain: key.slice(prefix.length), rule }] : [],
    )
    .sort((a, b) => (a.domain < b.domain ? -1 : 1));
}

export function isRule(value: unknown): value is Rule {
  return value === 'on' || value === 'off';
}

/**
 * Whether this can be a host: a name as in URLs (`bbc.co.uk`, `localhost`, `xn--espaa-rta.es` for other scripts), or an
 * IP address (`127.0.0.1`, `[::1]`). Not `_dmarc.example.com`, `-a.com`, `a..b` or `example.com.`.
 */
export function isHost(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 253 &&
    /^(?!_)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.(?!$)|$))+$|^\[[0-9a-f:.]+\]$/.test(value)
  );
}
