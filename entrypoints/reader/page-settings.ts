// What the reader has set for this page: settings, site rules and corrections, as they change in the storage.
import { correctionKeys } from '../../extension/corrections.ts';
import { SWITCHES } from '../../extension/library.ts';
import { readSettings, type Settings, settingKeys } from '../../extension/settings.ts';
import { ruleKeys } from '../../extension/sites.ts';
import type { Stored } from '../../extension/stored.ts';
import { LEFT_OUT } from '../../extension/story-places.ts';

/** Reads keys of the storage now and whenever told to; `onFault` is called while the storage cannot be read. */
export type ReadStored = (
  keys: readonly string[],
  onChange: (stored: Stored) => void,
  signal: AbortSignal,
  onFault: () => void,
) => { readAgain(): void };

export interface PageSettings {
  /** Null until the storage has been read: nobody acts on rules that are not known. */
  readonly stored: Stored | null;
  /** The defaults until then. */
  readonly settings: Settings;
  /** Resolves when the settings are known and obeyed as they are stored now, or cannot be read. */
  readonly known: Promise<void>;
  /** Reads everything for the page's present address, and again whenever it changes. */
  watch(): void;
  /** Reads everything again: it may have changed. */
  readAgain(): void;
  /** These keys of the storage have changed; null stands for any. */
  onStoredChanged(keys: readonly string[] | null): void;
  end(): void;
}

/** The reason of every abort. Without one, `abort()` creates an error with a stack trace: 3 ms in this script. */
export const ABORT_REASON = 'over';

/** @param obey called with each change, after `stored` has changed */
export function createPageSettings(
  location: { readonly href: string; readonly hostname: string },
  readStored: ReadStored,
  obey: () => Promise<void>,
): PageSettings {
  let stored: Stored | null = null;
  let settings = readSettings({});
  let watched: { keys: readonly string[]; readAgain(): void; ends: AbortController } | null = null;
  let known = Promise.resolve();
  /** Ends the waiting for what is being read; null while nothing is. */
  let endReading: (() => void) | null = null;
  let readings = 0;

  function onReading(): void {
    readings += 1;
    if (endReading) return;
    known = new Promise((resolve) => {
      endReading = resolve;
    });
  }

  function onKnown(): void {
    endReading?.();
    endReading = null;
  }

  async function onChange(now: Stored): Promise<void> {
    const mine = readings;
    stored = now;
    settings = readSettings(now);
    await obey();
    // Otherwise it is being read again.
    if (mine === readings) onKnown();
  }

  function readAgain(): void {
    if (!watched) return;
    onReading();
    watched.readAgain();
  }

  function end(): void {
    watched?.ends.abort(ABORT_REASON);
  }

  return {
    get stored() {
      return stored;
    },
    get settings() {
      return settings;
    },
    get known() {
      return known;
    },
    watch() {
      end();
      onReading();
      const ends = new AbortController();
      const ofHere = [...ruleKeys(location.hostname), ...correctionKeys(location.href)];
      const keys = [...settingKeys, ...ofHere, LEFT_OUT, SWITCHES];
      const { readAgain } = readStored(keys, onChange, ends.signal, onKnown);
      watched = { keys, readAgain, ends };
    },
    readAgain,
    onStoredChanged(keys) {
      if (!keys || keys.some((key) => watched?.keys.includes(key))) readAgain();
    },
    end,
  };
}
