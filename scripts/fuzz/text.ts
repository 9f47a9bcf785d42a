// The half of the fuzzer that needs no browser: what must hold for every text, date, page's facts and backup, whatever is in them.

import { backUp, type Change, inverse, planImport, planReset, readBackup } from '../../extension/backup.ts';
import { correctionKeys, readRejected } from '../../extension/corrections.ts';
import { migrate, readSettings } from '../../extension/settings.ts';
import { decide, readRule } from '../../extension/sites.ts';
import type { Stored } from '../../extension/stored.ts';
import { createDateFinder } from '../../page/date/date-finder.ts';
import { createDatelineReader } from '../../page/date/dateline.ts';
import { parseLenient } from '../../page/lenient-json.ts';
import { createNewsJudge } from '../../page/news/judge.ts';
import { createVocabulary, type PressWords } from '../../page/news/vocabulary.ts';
import { readStructured } from '../../page/structured.ts';
import { foldText } from '../../recognition/fold.ts';
import { languageKey } from '../../recognition/gazetteer.ts';
import { languageOf } from '../../recognition/language.ts';
import { createRecogniser, type Recogniser } from '../../recognition/recognise.ts';
import type { PageFacts } from '../../recognition/resolve.ts';
import { gazetteerOf } from '../../stories/gazetteer.ts';
import {
  createWriter,
  type Material,
  mutated,
  mutatedJson,
  type Random,
  randomOf,
  writtenDate,
  writtenPage,
} from './inputs.ts';

/** Tries one input; throws where something does not hold. */
type Target = (random: Random) => void | Promise<void>;

/** The targets by name, each with its weight: how many of a round's inputs are its own. */
export function createTargets(material: Material): Record<string, { weight: number; run: Target }> {
  const writer = createWriter(material);
  return {
    recognition: { weight: 25, run: recognition(material, writer) },
    dates: { weight: 60, run: dates },
    structured: { weight: 30, run: structured },
    backup: { weight: 15, run: backup },
    settings: { weight: 60, run: settings },
    pages: { weight: 1, run: pages(material, writer) },
  };
}

/** Runs one input of a target. @throws Error that says what did not hold, and with what */
export async function runInput(
  targets: ReturnType<typeof createTargets>,
  name: string,
  seed: number,
  input: number,
): Promise<void> {
  await targets[name]?.run(randomOf(seed, name, input));
}

function must(holds: boolean, what: string, ...shown: unknown[]): void {
  if (!holds) throw new Error(`${what}\n${shown.map((one) => escaped(JSON.stringify(one) ?? 'undefined')).join('\n')}`);
}

/** What nobody would see, as escapes. */
const escaped = (text: string): string =>
  text.replace(/[\p{C}\p{M}\u2028\u2029]/gu, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);

// Recognition.

function recognition({ parts }: Material, writer: ReturnType<typeof createWriter>): Target {
  const gazetteer = gazetteerOf(parts);
  const ids = new Set(gazetteer.figures.filter(({ kind }) => kind !== 'group').map(({ id }) => id));
  const recognisers = new Map<string, Recogniser>();
  const recogniserOf = (language: string) => {
    const known = recognisers.get(language) ?? createRecogniser(gazetteer, language);
    recognisers.set(language, known);
    return known;
  };
  return (random) => {
    const language = random.pick(writer.languages);
    const recogniser = recogniserOf(language);
    const blocks = random.many(1, 4, () => ({
      text: writer.text(random, random.chance(0.9) ? language : random.pick(writer.languages)),
      heading: random.chance(0.2),
      lang: random.chance(0.1) ? random.pick([...writer.languages, 'xx', '', '-', 'EN_us']) : null,
    }));
    const facts: PageFacts = {
      language,
      date: random.pick([null, '2026-01-08', '2024-05-01', '', 'soon']),
      headlines: random.many(0, 2, () => writer.text(random, language)),
      rejected: random.chance(0.1) ? [{ figure: 'trump', text: 'Trump' }] : [],
      muted: random.chance(0.1) ? ['petro'] : [],
      frontPage: random.chance(0.1),
    };
    const read = () => blocks.map((block) => ({ ...block, candidates: recogniser.read(block) }));
    const blocksRead = read();
    for (const { text, candidates } of blocksRead)
      for (const candidate of candidates) {
        const { start, end } = candidate;
        must(0 <= start && start < end && end <= text.length, 'A candidate outside of its text', text, start, end);
        const core = candidate.form === 'office' ? candidate.core : null;
        must(!core || (start <= core.start && core.end <= end), 'A core outside of its office', text, core);
      }
    const { mentions } = recogniser.resolve(blocksRead, facts);
    let last = { block: -1, end: 0 };
    for (const { figure, block, start, end, text, evidence } of mentions) {
      const whole = blocks[block]?.text ?? '';
      must(
        block >= last.block && (block > last.block || start >= last.end),
        'Mentions overlap or are out of order',
        whole,
        mentions,
      );
      last = { block, end };
      must(0 <= start && start < end && end <= whole.length, 'A mention outside of its text', whole, start, end);
      must(whole.slice(start, end) === text, 'A mention that is not its text', whole, text);
      must(
        !/^[^\S\uFEFF]|[^\S\uFEFF]$/.test(text) && foldText(text) !== '',
        'A mention that begins or ends in white space',
        whole,
        text,
      );
      must(isWhole(whole, start) && isWhole(whole, end), 'A mention that cuts a character in two', whole, text);
      must(!/[<>{}\n\r]{2}/.test(text) && text.length < 500, 'A mention that is no name', whole, text);
      must(ids.has(figure) && !facts.muted.includes(figure), 'A mention of nobody', figure);
      must(!facts.rejected.some((one) => one.figure === figure && one.text === text), 'A rejected mention', whole);
      must(evidence.length > 0, 'A mention without evidence', whole, text);
      must(evidence[0]?.kind !== 'office' || facts.date !== null, 'An office without a date', whole, text);
    }
    if (random.chance(0.1)) {
      const { mentions: again } = recogniser.resolve(read(), facts);
      must(
        JSON.stringify(again) === JSON.stringify(mentions),
        'Read again, it says something else',
        blocks,
        mentions,
        again,
      );
    }
    if (random.chance(0.05)) {
      languageOf(gazetteer, blocks.map(({ text }) => text).join(' '));
      languageKey(gazetteer, blocks[0]?.text ?? null);
    }
  };
}

/** True where no pair of surrogates is cut. */
const isWhole = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) <= 0xffff || at === 0;

// Dates.

const isDay = (date: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(date) && new Date(`${date}T00:00Z`).toISOString().slice(0, 10) === date;

const { readTimestamp, readDateline } = createDatelineReader(null);

function dates(random: Random): void {
  const { day, text, language, machine } = writtenDate(random);
  const read = machine ? readTimestamp : readDateline;
  const plain = read(text, language);
  must(plain === null || plain === day, 'A date is read as another', text, language, day, plain);
  const spoilt = mutated(random, `${random.chance(0.3) ? mutated(random, text, 3) : ''}${text}`, 1 + random.below(5));
  const tag = random.chance(0.8) ? language : mutated(random, language, 2);
  for (const found of [readTimestamp(spoilt, tag), readDateline(spoilt, tag)])
    must(found === null || isDay(found), 'No day of the calendar', spoilt, tag, found);
}

// Structured data.

const FACTS = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'NewsArticle',
      headline: 'Ferry // "stays" /* where */ it is, }',
      datePublished: '2026-01-08T06:30:00Z',
    },
  ],
};

function structured(random: Random): void {
  const json = JSON.stringify(mutatedJson(random, FACTS, random.below(5)), null, random.below(3));
  const wrapped = random.pick([
    json,
    `<!--${json}-->`,
    `<![CDATA[${json}]]>`,
    `/* ${json} */ ${json};`,
    json.replaceAll('"', '&quot;'),
  ]);
  const spoilt = mutated(random, wrapped, random.below(6));
  parseLenient(spoilt);
  must(Object.keys(Object.prototype).length === 0, 'Every object has been changed', spoilt);
}

function pages({ press }: Material, writer: ReturnType<typeof createWriter>): Target {
  const vocabulary = createVocabulary(JSON.parse(press) as PressWords);
  const { judge } = createNewsJudge(vocabulary);
  const finder = createDateFinder(null, vocabulary);
  const parser = new DOMParser();
  return async (random) => {
    const html = writtenPage(random, writer);
    let parsed: Document;
    try {
      parsed = parser.parseFromString(html, 'text/html');
    } catch {
      return; // the test's own parser, and no fault of ours
    }
    const address = new URL(
      random.pick([
        'https://example.com/2026/01/07/ferry',
        'https://example.com/',
        'http://[::1]/20260230/',
        'file:///a/2026-1-8-x',
      ]),
    );
    const structured = readStructured(parsed);
    for (const one of structured.things) {
      must(
        one.types.every((type) => typeof type === 'string'),
        'A type that is none',
        html,
      );
      for (const property of ['datePublished', '__proto__', 'constructor', 'author', '']) {
        must(typeof one.text(property) === 'string', 'A text that is none', html);
        one.objects(property);
      }
    }
    must(
      !(await judge(parsed, address)).because.some(({ kind }) => kind === 'unreadable'),
      'A page that cannot be judged',
      html,
    );
    const found = await finder.find(parsed, address);
    if (!found) return;
    must(isDay(found.date), 'No day of the calendar', html, found);
    must(found.date <= new Date(Date.now() + 864e5).toISOString().slice(0, 10), 'A day to come', html, found);
    must(
      JSON.stringify(await finder.find(parsed, address)) === JSON.stringify(found),
      'Asked again, another date',
      html,
      found,
    );
  };
}

// Settings and their backup.

const STORED: Stored = {
  activation: 'everywhere',
  density: { person: 'every', place: 'none', organization: 'first' },
  trigger: 'key',
  dwell: 400,
  muted: ['rubio', 'petro'],
  'site:example.com': 'off',
  'site:xn--bcher-kva.example': 'on',
  'correction:example.com': [{ figure: 'flores', text: 'Flores' }],
  'correction:https://example.org/a': [{ figure: 'trump', text: 'Trump' }],
  version: 1,
  'from the future': { kept: true },
};

const carriedOut = (before: Stored, changes: readonly Change[]): Stored => {
  const after = new Map(Object.entries(before));
  for (const { key, after: value } of changes) value === undefined ? after.delete(key) : after.set(key, value);
  return Object.fromEntries(after);
};
const inOrder = (stored: Stored) => JSON.stringify(Object.entries(stored).sort(([a], [b]) => (a < b ? -1 : 1)));

function backup(random: Random): void {
  const json = JSON.stringify(mutatedJson(random, backUp(STORED), random.below(6)));
  const text = random.chance(0.3) ? mutated(random, json, 1 + random.below(4)) : json;
  const before = (random.chance(0.5) ? STORED : mutatedJson(random, STORED, 3)) as Stored;
  const stored: Stored = typeof before === 'object' && before !== null && !Array.isArray(before) ? before : {};
  const { backup: found, faults } = readBackup(text);
  must(Object.keys(Object.prototype).length === 0, 'Every object has been changed', text);
  if (!found) {
    must(faults.length === 1 && faults[0]?.kind !== 'entry', 'Refused without a reason', text, faults);
    return;
  }
  for (const how of ['merge', 'replace'] as const) {
    const changes = planImport(stored, found, how);
    for (const { key, after } of changes) {
      must(/^(?:activation|density|trigger|dwell|muted|site:.+|correction:.+)$/.test(key), 'A foreign key', text, key);
      must(after !== undefined || how === 'replace', 'Merging removes', text, key);
    }
    const done = carriedOut(stored, changes);
    must(planImport(done, found, how).length === 0, 'Done twice, it changes more', text, planImport(done, found, how));
    must(inOrder(carriedOut(done, inverse(changes))) === inOrder(stored), 'Not undone', text, stored);
    const written = readBackup(JSON.stringify(backUp(done)));
    must(
      written.backup !== null && (how === 'merge' || written.faults.length === 0),
      'What was imported is not read back',
      text,
      written.faults,
    );
  }
}

function settings(random: Random): void {
  const spoilt = mutatedJson(random, STORED, 1 + random.below(6));
  const stored = (typeof spoilt === 'object' && spoilt !== null ? spoilt : { activation: spoilt }) as Stored;
  const read = readSettings(stored);
  must(JSON.stringify(readSettings({ ...read })) === JSON.stringify(read), 'Read again, other settings', stored, read);
  must(
    ['news', 'everywhere', 'chosen'].includes(read.activation) && Number.isInteger(read.dwell),
    'No settings',
    stored,
    read,
  );
  const url = random.pick([
    'https://www.example.com/a?b',
    'http://127.0.0.1:80/',
    'https://[::1]/',
    'http://localhost/#',
  ]);
  const { hostname } = new URL(url);
  for (const { figure, text } of readRejected(stored, url))
    must(typeof figure === 'string' && typeof text === 'string', 'No correction', stored);
  must(correctionKeys(url).length > 0, 'No key for a page', url);
  const { state } = decide({ activation: read.activation, rule: readRule(stored, hostname) }, true);
  must(typeof state === 'string', 'No decision', stored);
  const sound = readBackup(JSON.stringify(backUp(stored)));
  must(sound.backup !== null, 'A backup that cannot be read', stored, sound.faults);
  migrate(stored);
  planReset(stored);
}

// Growth.

/** What may be repeated without end. Each is read with n, 2n and 4n repetitions; work that grows faster than these is a find. */
export function createGrowth(
  material: Material,
): (random: Random) => { name: string; work: (times: number) => () => void } {
  const writer = createWriter(material);
  const gazetteer = gazetteerOf(material.parts);
  return (random) => {
    const language = random.pick(writer.languages);
    const recogniser = createRecogniser(gazetteer, language);
    const piece = writer.text(random, language).slice(0, 1 + random.below(60));
    const edge = writer.text(random, language).slice(0, random.below(40));
    const textOf = (times: number) => edge + piece.repeat(times) + edge;
    const facts: PageFacts = {
      language,
      date: '2026-01-08',
      headlines: [],
      rejected: [],
      muted: [],
      frontPage: false,
    };
    const opening = random.pick(['{"@type":"NewsArticle","a":"', '', '/*', '//', '"']);
    const kinds: Record<string, (times: number) => () => void> = {
      'one text': (times) => {
        const text = textOf(times);
        return () => {
          const candidates = recogniser.read({ text, heading: false, lang: null });
          recogniser.resolve([{ text, candidates }], facts);
        };
      },
      'many blocks': (times) => () => {
        const blocks = Array.from({ length: times }, () => ({
          text: edge + piece,
          candidates: recogniser.read({ text: edge + piece, heading: false, lang: null }),
        }));
        recogniser.resolve(blocks, facts);
      },
      'structured data': (times) => {
        const json = opening + textOf(times);
        return () => parseLenient(json);
      },
      backup: (times) => {
        const json = JSON.stringify({
          dramatis: 1,
          corrections: Array.from({ length: times }, (_, at) => ({
            place: 'example.com',
            figure: 'trump',
            text: `${piece}${at}`.slice(0, 200),
          })),
        });
        return () => {
          const { backup: found } = readBackup(json);
          if (found) planImport(STORED, found, 'merge');
        };
      },
    };
    const name = random.pick(Object.keys(kinds));
    return { name: `${name}, ${language}, ${escaped(JSON.stringify([edge, piece]))}`, work: kinds[name]! };
  };
}
