// Rules for sites: one key each, so that two tabs never overwrite each other, and whether a page is to be read at all.
import type { Settings } from './settings.ts';
import type { Stored } from './stored.ts';

export type Rule = 'on' | 'off';

/** Why a page is read or left alone. `once`: the reader asked for it, for as long as the page stays open. */
export type Reason = 'switched-on' | 'switched-off' | 'everywhere' | 'not-chosen' | 'news' | 'not-news' | 'once';

export interface Decision {
  active: boolean;
  state: Reason;
}

const prefix = 'site:';

/**
 * A host and the domains above it, nearest first, each of which may have a rule. No list of public suffixes is asked: rules are
 * written for registrable domains, so `co.uk` simply has none. An address and a single word are only themselves.
 */
export function domainsOf(host: string): string[] {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name === '') return [];
  if (/^[\d.]+$|[[:]/.test(name)) return [name];
  const labels = name.split('.').slice(-10);
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, index) => labels.slice(index).join('.'));
}

/** The storage keys under which a rule for `host` may lie. */
export function ruleKeys(host: string): string[] {
  return domainsOf(host).map(ruleKey);
}

/** The storage key of a domain's own rule. */
export function ruleKey(domain: string): string {
  return prefix + domain;
}

/** The rule for a host: that of the nearest domain that has one. */
export function readRule(stored: Stored, host: string): Rule | null {
  for (const key of ruleKeys(host)) {
    const rule = stored[key];
    if (isRule(rule)) return rule;
  }
  return null;
}

/**
 * Whether a page is to be read, and why.
 * @param isNews whether the page is; decides where nothing else does
 * @param once what the reader asked for this page alone; beats everything
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

/** Whether this can be a host: a name as URLs spell it (`xn--…` for other scripts), or an address. */
export function isHost(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 253 &&
    /^(?!_)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.(?!$)|$))+$|^\[[0-9a-f:.]+\]$/.test(value)
  );
}
