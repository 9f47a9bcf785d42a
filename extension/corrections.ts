// Corrections ("that is somebody else"), for a page or a whole site: one storage key each, holding a list.
// Nothing is written from private windows.
import { browser } from 'wxt/browser';
import type { Outcome } from './outcome.ts';
import { isFigure } from './settings.ts';
import { domainsOf, isHost } from './sites.ts';
import { amend, type Stored } from './stored.ts';

/** A surface form that is not this figure, told as `figureIn` tells it. */
export interface Rejected {
  figure: string;
  text: string;
}

export interface Correction extends Rejected {
  /** A page (`https://host/path`) or a site (its domain). */
  place: string;
}

const prefix = 'correction:';
/** As long as addresses of pages are in practice; UTF-16 code units. */
const longestPlace = 1000;
/** No name on a page is longer; UTF-16 code units. */
const longestText = 200;
/** More than anybody corrects on one page; beyond it the oldest corrections are dropped. */
const mostPerPlace = 200;

/** `settings.ts` allows as many. */
const MOST_STORIES = 6;

/**
 * How corrections and mutes tell a figure: by `story/figure` in each of its stories, as far as there are not too many.
 * A merged figure's own id goes over to somebody else where its first story is switched off.
 */
export const figureIn = (members: readonly { story: string; figure: string }[]): string =>
  members
    .slice(0, MOST_STORIES)
    .map(({ story, figure }) => `${story}/${figure}`)
    .join(' ');

/** The page of an address, as corrections store it: without query and fragment, which may be private. */
export function pageOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** The places that a page is at: itself, its host and the domains above. */
export const placesOf = (url: string): string[] => [pageOf(url), ...domainsOf(new URL(url).hostname)];

/** The storage keys that may hold corrections for a page: its own and those of its site. */
export function correctionKeys(url: string): string[] {
  return placesOf(url).map((place) => prefix + place);
}

/** What the reader rejected on this page or its site. */
export function readRejected(stored: Stored, url: string): Rejected[] {
  return correctionKeys(url).flatMap((key) => readList(stored[key]));
}

/** All corrections in the storage, by place. */
export function listCorrections(stored: Stored): Correction[] {
  return Object.entries(stored)
    .filter(([key]) => key.startsWith(prefix))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]) => readList(value).map((rejected) => ({ place: key.slice(prefix.length), ...rejected })));
}

/** Saves a correction. Only in the extension's own contexts: a content script sends `reject` instead. */
export async function correct({ place, figure, text }: Correction): Promise<Outcome<void>> {
  if (browser.extension.inIncognitoContext) return { ok: false, fault: 'private windows leave nothing behind' };
  if (!isCorrection({ place, figure, text })) return { ok: false, fault: 'not a correction' };
  return amend(prefix + place, (value) => addTo(value, [{ figure, text }]));
}

/** Removes a correction; with the last one of a place goes its key. */
export function revoke({ place, figure, text }: Correction): Promise<Outcome<void>> {
  return amend(prefix + place, (value) => {
    const left = listed(value).filter((one) => one.figure !== figure || one.text !== text);
    return left.length > 0 ? left : undefined;
  });
}

/** A stored list with more corrections added, each once. Keeps fields that a newer version has added. */
export function addTo(value: unknown, more: readonly Rejected[]): Rejected[] {
  const each = new Map<string, Rejected>();
  for (const one of [...listed(value), ...more]) {
    const key = `${one.figure}\n${one.text}`;
    if (!each.has(key)) each.set(key, one);
  }
  return [...each.values()].slice(-mostPerPlace);
}

export function isCorrection(value: { [Key in keyof Correction]?: unknown }): value is Correction {
  return isPlace(value.place) && isFigure(value.figure) && isText(value.text);
}

/** The storage key of a place's corrections. */
export function correctionKey(place: string): string {
  return prefix + place;
}

function readList(value: unknown): Rejected[] {
  return listed(value).map(({ figure, text }) => ({ figure, text }));
}

function listed(value: unknown): Rejected[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (one: { [Key in keyof Rejected]?: unknown } | null) => one && isFigure(one.figure) && isText(one.text),
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longestText;
}

/** Whether this can be a place: a domain or a page. */
export function isPlace(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > longestPlace) return false;
  if (isHost(value)) return true;
  return /^https?:/.test(value) && URL.canParse(value) && pageOf(value) === value;
}
