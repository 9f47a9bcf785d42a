// Whether the page is to be marked: by what is known of it, what the reader has set, and what was asked for it alone.
import { type Decision, decide, type Rule, readRule } from '../../extension/sites.ts';
import type { FactFinder } from './page-facts.ts';
import { createPageSettings, type PageSettings, type ReadStored } from './page-settings.ts';

export interface VerdictOptions {
  location: { readonly href: string; readonly hostname: string };
  /** Whether the page is marked whatever the settings say: the welcome page, which loads the reader itself. */
  always: boolean;
  /** The facts of the page at its present address, none of them found yet. */
  createFacts(): FactFinder;
  readStored: ReadStored;
  /** Calls back when a page that is built by its own scripts should have its content. */
  whenBuilt(callback: () => void): void;
}

export interface Verdict {
  /** Those of the present address. */
  readonly facts: FactFinder;
  readonly pageSettings: PageSettings;
  /** By these facts, as far as they have been found: a page is not news until it has been judged. */
  decision(facts?: FactFinder): Decision;
  /** Marks this page, or leaves it alone, until it is closed. */
  setOnce(rule: Rule): void;
  /** Judges a page once more that is not news: its scripts may still be building it. Once for each address. */
  judgeAgain(): void;
  /** Begins with a new address: nothing is known of it. */
  startOver(): void;
}

/** @param onChange called whenever the decision may have changed */
export function createVerdict(options: VerdictOptions, onChange: () => void): Verdict {
  const { location, createFacts } = options;
  let facts = createFacts();
  let once: Rule | null = options.always ? 'on' : null;
  let judgedAgain = false;
  /** The site's rule as it was known last; undefined before any was. */
  let lastRule: Rule | null | undefined;

  const pageSettings = createPageSettings(location, options.readStored, async () => {
    const rule = readRule(pageSettings.stored ?? {}, location.hostname);
    // Who switches the site means this page as well.
    if (lastRule !== undefined && rule !== lastRule && !options.always) once = null;
    lastRule = rule;
    if (decision().state === 'not-news') await facts.findNews();
    onChange();
  });

  function decision(known: FactFinder = facts): Decision {
    const { stored, settings } = pageSettings;
    if (!stored) return { active: false, state: 'not-chosen' };
    const isNews = (known.news?.kind ?? 'other') !== 'other';
    return decide({ activation: settings.activation, rule: readRule(stored, location.hostname), once }, isNews);
  }

  return {
    get facts() {
      return facts;
    },
    pageSettings,
    decision,
    setOnce(rule) {
      once = rule;
      onChange();
    },
    judgeAgain() {
      if (judgedAgain) return;
      judgedAgain = true;
      options.whenBuilt(async () => {
        if (decision().state !== 'not-news') return;
        facts = createFacts();
        await facts.findNews();
        onChange();
      });
    },
    startOver() {
      facts = createFacts();
      judgedAgain = false;
      pageSettings.watch();
    },
  };
}
