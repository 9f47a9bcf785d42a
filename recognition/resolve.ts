// Decides who is meant, from the evidence of the whole page. The rule behind every rule here: a wrong person is worse than
// a missed one, so where evidence is balanced the name stays unmarked. See README.md beside this file.

import type { Candidate } from './candidate.ts';
import type { Gazetteer, GazetteerFigure } from './gazetteer.ts';

/** Why a name was taken for a figure; the card says it in words. */
export type Evidence =
  | { kind: 'full-name' }
  | { kind: 'unique' }
  | { kind: 'surname' }
  | { kind: 'named-in-full'; text: string; where: 'above' | 'below' | 'headline' }
  | { kind: 'title'; text: string }
  | { kind: 'beside'; figures: string[] }
  | { kind: 'office'; office: string; from: string; to: string | null; date: string };

/** One mention: the figure, the block it stands in (index into the blocks given) and its span in that block's text. */
export interface Mention {
  figure: string;
  block: number;
  start: number;
  end: number;
  text: string;
  evidence: Evidence[];
}

/** What is known of the page besides its text. */
export interface PageFacts {
  /** BCP 47 language of the page, or null. */
  language: string | null;
  /** The page's date, YYYY-MM-DD. null: it has none, and no office is resolved; undefined: nobody has looked yet. */
  date: string | null | undefined;
  /** Title, headline, description: read for full names, never marked. */
  headlines: readonly string[];
  /** The reader's corrections: this surface form is not this figure. */
  rejected: readonly { figure: string; text: string }[];
  /** Figures the reader does not want marked. */
  muted: readonly string[];
  /** Whether it is a front page, on which each block may be about something else. undefined: not judged yet, so it may be one. */
  frontPage: boolean | undefined;
}

/** Facts that are not known yet, and on which a mention hangs. */
export interface Needs {
  date: boolean;
  frontPage: boolean;
}

export interface Resolution {
  mentions: Mention[];
  needs: Needs;
}

/** A block with the candidates found in it. */
export interface ReadBlock {
  text: string;
  candidates: readonly Candidate[];
}

interface Placed extends Candidate {
  block: number;
  /** Position in document order. */
  order: number;
  text: string;
  /** Orders of the last full name of this figure, and of another bearer, before this place; -1 where there is none. */
  ownBefore: number;
  otherBefore: number;
}

/** A mention on its way out. */
interface Accepted extends Mention {
  at: number;
  form: Candidate['form'];
  core: Candidate['core'];
}

/** What the page says of one figure's name. */
interface Dossier {
  /** How often the figure is named in full, and other bearers of the name are. */
  own: number;
  others: number;
  /** Orders of the last of them while the page is gone through. */
  lastOwn: number;
  lastOther: number;
  /** Orders of the first of them. */
  firstOwn: number;
  firstOther: number;
  /** A bare surname that cannot be an ordinary word. */
  plain: boolean;
  /** How often the page writes the name small, as a word; has it behind a capital that may be another given name; bears the given name otherwise. */
  words: number;
  strangers: number;
  namesakes: number;
  ownText: string;
  headline: boolean;
  headlineOthers: boolean;
  titled: number;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Resolves the candidates of a page to mentions, in document order, spans never overlapping.
 * Cost grows with the number of candidates and not with the text; to be run again after every change of the page.
 */
export function resolve(
  gazetteer: Gazetteer,
  blocks: readonly ReadBlock[],
  headlines: readonly ReadBlock[],
  facts: PageFacts,
): Resolution {
  const needs: Needs = { date: false, frontPage: false };
  const figures = gazetteer.figures;
  const placed: Placed[] = [];
  blocks.forEach((block, at) => {
    for (const candidate of block.candidates)
      placed.push({
        ...candidate,
        block: at,
        order: placed.length,
        text: block.text.slice(candidate.start, candidate.end),
        ownBefore: -1,
        otherBefore: -1,
      });
  });
  const dossiers = dossiersOf(figures.length, placed, headlines);
  const accepted: Accepted[] = [];
  const people = new Set<number>();
  /** Figures, and each of them with the block it stands in. */
  const present = new Set<number | string>();
  const accept = (one: Placed, evidence: Evidence[], figure = one.figure) => {
    accepted.push({ ...one, figure: figures[figure]?.id ?? '', evidence, at: figure });
    present.add(figure).add(`${figure} ${one.block}`);
    if (figures[figure]?.person) people.add(figure);
  };

  // 1. Names that stand for themselves: full names, places, institutions; then strong surnames.
  for (const one of placed) {
    const figure = figures[one.figure];
    if (!figure || one.says !== 'nothing') continue;
    if (one.form === 'full') accept(one, [{ kind: 'full-name' }]);
    else if (one.form === 'name' && !figure.needs) accept(one, [{ kind: 'unique' }]);
  }
  // Somebody else of the story, or one of its institutions: then the page is about it.
  const storied = figures.flatMap(({ kind, person }, at) => {
    const { own = 0, headline = false, titled = 0, plain = false, words = 0, strangers = 0 } = dossiers[at] ?? {};
    const shown = own || headline || titled || (person?.strength === 'strong' && plain && !words && !strangers);
    return shown || (kind === 'organization' && present.has(at)) ? [at] : [];
  });
  const isAmong = (figure: number) => storied.some((other) => other !== figure);
  for (const one of placed) {
    const figure = figures[one.figure];
    if (one.form !== 'surname' || one.says !== 'nothing' || figure?.person?.strength !== 'strong') continue;
    const evidence = strong(one, dossiers[one.figure] as Dossier, placed, isAmong(one.figure));
    if (evidence) accept(one, evidence);
  }
  // 2. What leans on them: weak surnames, given names alone, names that need a country.
  const sure = new Set(people);
  for (const one of placed) {
    const figure = figures[one.figure];
    if (!figure || one.says !== 'nothing') continue;
    const dossier = dossiers[one.figure] as Dossier;
    if (one.form === 'surname' && figure.person && figure.person.strength !== 'strong') {
      const evidence = weak(one, figure, dossier, placed, figures, sure, present);
      // A front page speaks of as many Rodríguez as it has news.
      const near = one.fits || one.block - (placed[one.ownBefore]?.block ?? -2) < 2;
      if (!evidence) continue;
      if (near || facts.frontPage === false) accept(one, evidence);
      else needs.frontPage ||= facts.frontPage === undefined;
    } else if (one.form === 'given') {
      if (dossier.namesakes > 0 && dossier.namesakes >= dossier.own) continue;
      if (dossier.own > 0 && dossier.ownText) accept(one, [named(one, dossier)]);
      else if (dossier.headline) accept(one, [{ kind: 'named-in-full', text: dossier.ownText, where: 'headline' }]);
    } else if (one.form === 'name' && figure.needs) {
      const needed = figures.findIndex((other) => other.id === figure.needs);
      if (one.country || present.has(`${needed} ${one.block}`))
        accept(one, [{ kind: 'beside', figures: [figure.needs] }]);
    }
  }
  // 3. Offices, by the page's date.
  const taken = new Set(
    placed.flatMap((one) => (one.form === 'role' && one.says === 'other' && !one.qualifier ? [one.office] : [])),
  );
  for (const one of placed) {
    if (one.form !== 'role' || one.says !== 'nothing' || (!one.qualifier && taken.has(one.office))) continue;
    needs.date ||= facts.date === undefined;
    if (!facts.date) continue;
    const holder = holderOf(figures, one, facts.date);
    if (holder)
      accept(
        one,
        [{ kind: 'office', office: one.office, from: holder.from, to: holder.to, date: facts.date }],
        holder.figure,
      );
  }

  const rejected = new Set(facts.rejected.map((one) => `${one.figure} ${flat(one.text).toLowerCase()}`));
  const wanted = accepted.filter((one) => {
    const figure = figures[one.at];
    return (
      figure &&
      figure.kind !== 'group' &&
      !facts.muted.includes(one.figure) &&
      !rejected.has(`${one.figure} ${flat(one.text).toLowerCase()}`)
    );
  });
  const mentions = withoutOverlaps(wanted, blocks).map(({ figure, block, start, end, text, evidence }) => ({
    figure,
    block,
    start,
    end,
    text,
    evidence,
  }));
  return { mentions, needs };
}

/** Gathers, in one pass in document order, what each figure's name is accompanied by. */
function dossiersOf(count: number, placed: readonly Placed[], headlines: readonly ReadBlock[]): Dossier[] {
  const dossiers = Array.from(
    { length: count },
    (): Dossier => ({
      own: 0,
      others: 0,
      lastOwn: -1,
      lastOther: -1,
      firstOwn: Infinity,
      firstOther: Infinity,
      plain: false,
      words: 0,
      strangers: 0,
      namesakes: 0,
      ownText: '',
      headline: false,
      headlineOthers: false,
      titled: 0,
    }),
  );
  for (const one of placed) {
    const dossier = dossiers[one.figure];
    if (!dossier) continue;
    one.ownBefore = dossier.lastOwn;
    one.otherBefore = dossier.lastOther;
    if (one.says === 'word') dossier.words++;
    else if (one.says === 'family') dossier.strangers++;
    else if (one.says === 'other') {
      // "Donald Tusk", "Donald Trump Jr.": nobody is "Donald" alone then.
      if (one.form !== 'surname') dossier.namesakes++;
      if (one.form === 'given') continue;
      dossier.others++;
      dossier.lastOther = one.order;
      dossier.firstOther = Math.min(dossier.firstOther, one.order);
    }
    const whole = one.says === 'nothing' && one.form === 'full';
    if (whole || one.couple) {
      dossier.own++;
      dossier.lastOwn = one.order;
      dossier.firstOwn = Math.min(dossier.firstOwn, one.order);
    }
    if (whole) dossier.ownText ||= flat(one.text);
    if (one.says === 'nothing' && one.form === 'surname') {
      if (one.fits) dossier.titled++;
      if (one.unsure) dossier.strangers++;
      else if (!one.doubtful) dossier.plain = true;
    }
  }
  for (const headline of headlines) {
    for (const one of headline.candidates) {
      const dossier = dossiers[one.figure];
      if (!dossier) continue;
      if (one.says === 'nothing' && one.form === 'full') {
        dossier.headline = true;
        dossier.ownText ||= flat(headline.text.slice(one.start, one.end));
      } else if (one.says === 'other') dossier.headlineOthers = true;
    }
  }
  return dossiers;
}

function named(one: Placed, dossier: Dossier): Evidence {
  const where = one.ownBefore >= 0 ? 'above' : dossier.own > 0 ? 'below' : 'headline';
  return { kind: 'named-in-full', text: dossier.ownText, where };
}

/** A strong surname is the figure unless the page speaks of another bearer more than of this one. */
function strong(one: Placed, dossier: Dossier, placed: readonly Placed[], storied: boolean): Evidence[] | null {
  if (one.fits) return [{ kind: 'title', text: flat(one.title) }];
  const own = dossier.own + dossier.titled + (dossier.headline ? 1 : 0);
  const { ownBefore, otherBefore } = one;
  if (otherBefore > ownBefore) {
    // Another bearer named in the same paragraph, and this figure not named in full since: the surname is theirs or nobody's.
    if (placed[otherBefore]?.block === one.block) return null;
    // The page is about the other one.
    if (dossier.headlineOthers && !dossier.headline) return null;
  }
  if (dossier.headlineOthers && !dossier.headline && dossier.others >= own) return null;
  if (dossier.own > 0 || dossier.headline) return [named(one, dossier)];
  // Where the page has the name as an ordinary word too, or perhaps as another's, it must show elsewhere whom it means.
  const foreign = dossier.words + dossier.strangers + dossier.others > 0;
  if ((foreign || (one.doubtful && !dossier.plain)) && !storied && dossier.titled === 0) return null;
  return [{ kind: 'surname' }];
}

/** A weak surname needs the full name (the nearest one decides), a fitting title, or the company of the story's other people. */
function weak(
  one: Placed,
  figure: GazetteerFigure,
  dossier: Dossier,
  placed: readonly Placed[],
  figures: readonly GazetteerFigure[],
  sure: ReadonlySet<number>,
  present: ReadonlySet<number | string>,
): Evidence[] | null {
  const { ownBefore, otherBefore } = one;
  const common = figure.person?.strength === 'common';
  const country = figures.findIndex((other) => other.id === figure.country);
  const inCountry = one.country || present.has(country);
  const company = [...sure].filter((other) => other !== one.figure);
  const from = (at: number) => placed[at]?.block ?? -2;
  // "Jorge Rodríguez, brother of Delcy Rodríguez": whose it is in the paragraphs behind, only the headline can say.
  const pair = otherBefore >= 0 && from(otherBefore) === from(ownBefore) && from(ownBefore) < one.block;
  if (common && pair && !dossier.headline) return null;
  if (otherBefore > ownBefore) {
    // Out of their paragraph, and on a page whose headline names this figure, it is this figure again.
    const own = dossier.headline && !dossier.headlineOthers && dossier.own >= dossier.others;
    if (common || !own || from(otherBefore) === one.block) return null;
  }
  if (one.fits && (!common || inCountry || company.length > 0)) return [{ kind: 'title', text: flat(one.title) }];
  if (ownBefore >= 0) return [named(one, dossier)];
  // Nobody named before: the first full name decides.
  if (dossier.firstOther < dossier.firstOwn || (dossier.headlineOthers && !dossier.headline)) return null;
  if (dossier.own > 0 || dossier.headline) return [named(one, dossier)];
  if (one.unsure || (one.doubtful && !dossier.plain)) return null;
  // "President Petro" once, and nobody else of that name: the bare surname is his too.
  const rare = figure.person?.strength === 'weak';
  if (dossier.titled > 0 && dossier.strangers === 0 && (rare || (common && inCountry))) return [{ kind: 'surname' }];
  // People of one country are company for many.
  const countries = new Set(company.map((other) => figures[other]?.country));
  if (!rare || company.length < 2 || (countries.size < 2 && !inCountry)) return null;
  return [{ kind: 'beside', figures: company.map((other) => figures[other]?.id ?? '') }];
}

/** Who held the office on that day, or was elect; null where nobody of the story did, or two, or where a year beside it is from before. */
function holderOf(
  figures: readonly GazetteerFigure[],
  one: Placed,
  date: string,
): { figure: number; from: string; to: string | null } | null {
  if (one.qualifier === 'former') return null;
  let found: { figure: number; from: string; to: string | null } | null = null;
  for (const [at, figure] of figures.entries()) {
    for (const office of figure.offices) {
      const named = one.office
        .split('|')
        .some((name) => name === office.office || name === `${figure.country}/${office.post}`);
      const [from, to] = one.qualifier ? [office.elected ?? '9', office.from] : [office.from, office.to];
      if (!named || date < from || (to !== null && date >= to) || (one.year && one.year < from.slice(0, 4))) continue;
      if (found && found.figure !== at) return null;
      found = { figure: at, from: office.from, to: office.to };
    }
  }
  return found;
}

/** Document order, no overlaps: a name beats an office, a longer span a shorter one; an office gives way by losing the part that is a name. */
function withoutOverlaps(mentions: Accepted[], blocks: readonly ReadBlock[]): Accepted[] {
  const sorted = mentions.sort((a, b) => a.block - b.block || a.start - b.start || b.end - a.end);
  const names = sorted.filter((one) => one.form !== 'role');
  const kept: Accepted[] = [];
  for (const one of names) {
    const last = kept.at(-1);
    if (last && last.block === one.block && one.start < last.end) {
      // Two figures for one span: nobody can tell, so neither.
      if (last.start === one.start && last.end === one.end && last.at !== one.at) kept.pop();
      continue;
    }
    kept.push(one);
  }
  const named = kept.length;
  let from = 0;
  for (const role of sorted) {
    if (role.form !== 'role') continue;
    const before = (one: Accepted) => one.block < role.block || (one.block === role.block && one.end <= role.start);
    while (from < named && before(kept[from] as Accepted)) from++;
    for (let at = from; at < named; at++) {
      const name = kept[at] as Accepted;
      if (name.block !== role.block || name.start >= role.end) break;
      // The name inside it is marked on its own; the office keeps what is its own.
      const core = role.core;
      [role.start, role.end] = core ? [core.start, core.end] : [role.end, role.end];
      if (core && core.start < name.end && name.start < core.end) role.end = role.start;
    }
    role.text = (blocks[role.block]?.text ?? '').slice(role.start, role.end);
    const last = kept.at(-1) as Accepted | undefined;
    const doubled = kept.length > named && last?.block === role.block && last.end > role.start;
    if (role.start < role.end && !doubled) kept.push(role);
  }
  return kept.sort((a, b) => a.block - b.block || a.start - b.start);
}
