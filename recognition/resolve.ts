// Decides who is meant, from the evidence of the whole page. The rule behind every rule here: a wrong person is worse than
// a missed one, so where evidence is balanced the name stays unmarked. See README.md beside this file.
import type { Gazetteer, GazetteerFigure } from './gazetteer.ts';
import type { Candidate } from './read.ts';

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
  /** The page's date, YYYY-MM-DD, or null: then no office is resolved. */
  date: string | null;
  /** Title, headline, description: read for full names, never marked. */
  headlines: readonly string[];
  /** The reader's corrections: this surface form is not this figure. */
  rejected: readonly { figure: string; text: string }[];
  /** Figures the reader does not want marked. */
  muted: readonly string[];
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
}

/** What the page says of one figure's name. */
interface Dossier {
  /** Orders of this figure's full names (or fitting titles), and of full names of other bearers. */
  own: number[];
  others: number[];
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
): Mention[] {
  const figures = gazetteer.figures;
  const placed: Placed[] = [];
  blocks.forEach((block, at) => {
    for (const candidate of block.candidates)
      placed.push({
        ...candidate,
        block: at,
        order: placed.length,
        text: block.text.slice(candidate.start, candidate.end),
      });
  });
  const dossiers = figures.map((_, at) => dossierOf(at, placed, headlines));
  const accepted: (Mention & { at: number; form: Candidate['form'] })[] = [];
  const people = new Set<number>();
  const present = new Set<number>();
  const accept = (one: Placed, evidence: Evidence[], figure = one.figure) => {
    accepted.push({
      figure: figures[figure]?.id ?? '',
      block: one.block,
      start: one.start,
      end: one.end,
      text: one.text,
      evidence,
      at: figure,
      form: one.form,
    });
    present.add(figure);
    if (figures[figure]?.person) people.add(figure);
  };

  // 1. Names that stand for themselves: full names, places, institutions; then strong surnames.
  for (const one of placed) {
    const figure = figures[one.figure];
    if (!figure || one.says !== 'nothing') continue;
    if (one.form === 'full') accept(one, [{ kind: 'full-name' }]);
    else if (one.form === 'name' && !figure.needs) accept(one, [{ kind: 'unique' }]);
  }
  for (const one of placed) {
    const figure = figures[one.figure];
    if (one.form !== 'surname' || one.says !== 'nothing' || figure?.person?.strength !== 'strong') continue;
    const evidence = strong(one, dossiers[one.figure] as Dossier, placed, present);
    if (evidence) accept(one, evidence);
  }
  // 2. What leans on them: weak surnames, given names alone, names that need a country.
  const sure = new Set(people);
  for (const one of placed) {
    const figure = figures[one.figure];
    if (!figure || one.says !== 'nothing') continue;
    const dossier = dossiers[one.figure] as Dossier;
    if (one.form === 'surname' && figure.person && figure.person.strength !== 'strong') {
      const evidence = weak(one, figure, dossier, figures, sure, present);
      if (evidence) accept(one, evidence);
    } else if (one.form === 'given') {
      if (dossier.own.length && dossier.ownText) accept(one, [named(one, dossier)]);
      else if (dossier.headline) accept(one, [{ kind: 'named-in-full', text: dossier.ownText, where: 'headline' }]);
    } else if (one.form === 'name' && figure.needs) {
      const needed = figures.findIndex((other) => other.id === figure.needs);
      if (one.country || present.has(needed)) accept(one, [{ kind: 'beside', figures: [figure.needs] }]);
    }
  }
  // 3. Offices, by the page's date.
  for (const one of placed) {
    if (one.form !== 'role' || !facts.date) continue;
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
  return withoutOverlaps(wanted, blocks).map(({ figure, block, start, end, text, evidence }) => ({
    figure,
    block,
    start,
    end,
    text,
    evidence,
  }));
}

function dossierOf(figure: number, placed: readonly Placed[], headlines: readonly ReadBlock[]): Dossier {
  const dossier: Dossier = { own: [], others: [], ownText: '', headline: false, headlineOthers: false, titled: 0 };
  for (const one of placed) {
    if (one.figure !== figure) continue;
    if (one.says === 'other') dossier.others.push(one.order);
    if (one.couple) dossier.own.push(one.order);
    if (one.says === 'nothing' && one.form === 'full') {
      dossier.own.push(one.order);
      dossier.ownText ||= flat(one.text);
    } else if (one.says === 'nothing' && one.form === 'surname' && one.fits) dossier.titled++;
  }
  for (const headline of headlines) {
    for (const one of headline.candidates) {
      if (one.figure !== figure) continue;
      if (one.says === 'nothing' && one.form === 'full') {
        dossier.headline = true;
        dossier.ownText ||= flat(headline.text.slice(one.start, one.end));
      } else if (one.says === 'other') dossier.headlineOthers = true;
    }
  }
  return dossier;
}

const lastBefore = (orders: readonly number[], order: number): number => {
  let best = -1;
  for (const one of orders) if (one < order) best = one;
  return best;
};

function named(one: Placed, dossier: Dossier): Evidence {
  const above = lastBefore(dossier.own, one.order) >= 0;
  return {
    kind: 'named-in-full',
    text: dossier.ownText,
    where: above ? 'above' : dossier.own.length ? 'below' : 'headline',
  };
}

/** A strong surname is the figure unless the page speaks of another bearer more than of this one. */
function strong(
  one: Placed,
  dossier: Dossier,
  placed: readonly Placed[],
  present: ReadonlySet<number>,
): Evidence[] | null {
  if (one.fits) return [{ kind: 'title', text: flat(one.title) }];
  const own = dossier.own.length + dossier.titled + (dossier.headline ? 1 : 0);
  const ownBefore = lastBefore(dossier.own, one.order);
  const otherBefore = lastBefore(dossier.others, one.order);
  if (otherBefore > ownBefore) {
    // Another bearer named in the same paragraph, and this figure not named in full since: the surname is theirs or nobody's.
    if (placed[otherBefore]?.block === one.block) return null;
    // The page is about the other one.
    if (dossier.headlineOthers && !dossier.headline) return null;
  }
  if (own === 0 && dossier.headlineOthers) return null;
  if (dossier.own.length || dossier.headline) return [named(one, dossier)];
  // Where an ordinary word looks the same, the page must show elsewhere that it is the name.
  if (
    one.doubtful &&
    present.size === 0 &&
    dossier.titled === 0 &&
    !placed.some((other) => other.figure === one.figure && other.says === 'nothing' && !other.doubtful)
  )
    return null;
  return [{ kind: 'surname' }];
}

/** A weak surname needs the full name (the nearest one decides), a fitting title, or the company of the story's other people. */
function weak(
  one: Placed,
  figure: GazetteerFigure,
  dossier: Dossier,
  figures: readonly GazetteerFigure[],
  sure: ReadonlySet<number>,
  present: ReadonlySet<number>,
): Evidence[] | null {
  const ownBefore = lastBefore(dossier.own, one.order);
  const otherBefore = lastBefore(dossier.others, one.order);
  const common = figure.person?.strength === 'common';
  const country = figures.findIndex((other) => other.id === figure.country);
  const inCountry = one.country || present.has(country);
  const company = [...sure].filter((other) => other !== one.figure).map((other) => figures[other]?.id ?? '');
  if (otherBefore > ownBefore) return null;
  if (one.fits && (!common || inCountry || company.length > 0)) return [{ kind: 'title', text: flat(one.title) }];
  if (ownBefore >= 0) return [named(one, dossier)];
  const others = dossier.others.length > 0 || dossier.headlineOthers;
  if (others) return null;
  if (dossier.own.length > 0 || dossier.headline) return [named(one, dossier)];
  if (!common && !one.unsure && company.length >= 2) return [{ kind: 'beside', figures: company }];
  return null;
}

/** Who held the office on that day; null where nobody of the story did, or two. */
function holderOf(
  figures: readonly GazetteerFigure[],
  one: Placed,
  date: string,
): { figure: number; from: string; to: string | null } | null {
  if (one.qualifier !== '') return null;
  let found: { figure: number; from: string; to: string | null } | null = null;
  for (const [at, figure] of figures.entries()) {
    for (const office of figure.offices) {
      const named = one.office
        .split('|')
        .some((name) => name === office.office || name === `${figure.country}/${office.post}`);
      if (!named || date < office.from || (office.to !== null && date >= office.to)) continue;
      if (found && found.figure !== at) return null;
      found = { figure: at, from: office.from, to: office.to };
    }
  }
  return found;
}

// What is left between an office and a name that was cut off: separators and little words ("of", "de la", "'s", "の").
const LITTLE_BEFORE = /^(?:[^\p{L}\p{N}]+|\p{L}{1,3}(?=[\s\u00A0])|s(?=\s)|[の的의])+/u;
const LITTLE_AFTER = /(?:[^\p{L}\p{N}]+|(?<=[\s\u00A0'’])\p{L}{1,3})+$/u;

function trim(role: Mention, text: string): void {
  let left = text.slice(role.start, role.end);
  if (left === role.text) return;
  left = left.replace(LITTLE_BEFORE, '');
  role.start = role.end - left.length;
  left = left.replace(LITTLE_AFTER, '');
  role.end = role.start + left.length;
  role.text = left;
}

/** Document order, no overlaps: a name beats an office, a longer span a shorter one; an office gives way by losing the part that is a name. */
function withoutOverlaps<M extends Mention & { at: number; form: Candidate['form'] }>(
  mentions: M[],
  blocks: readonly ReadBlock[],
): M[] {
  const sorted = mentions.sort((a, b) => a.block - b.block || a.start - b.start || b.end - a.end);
  const names = sorted.filter((one) => one.form !== 'role');
  const kept: M[] = [];
  for (const one of names) {
    const last = kept.at(-1);
    if (last && last.block === one.block && one.start < last.end) {
      // Two figures for one span: nobody can tell, so neither.
      if (last.start === one.start && last.end === one.end && last.at !== one.at) kept.pop();
      continue;
    }
    kept.push(one);
  }
  for (const role of sorted) {
    if (role.form !== 'role') continue;
    for (const name of kept) {
      if (name.form === 'role' || name.block !== role.block || name.start >= role.end || role.start >= name.end)
        continue;
      if (name.start - role.start >= role.end - name.end) role.end = name.start;
      else role.start = name.end;
    }
    trim(role, blocks[role.block]?.text ?? '');
    if (role.start < role.end) kept.push(role);
  }
  return kept.sort((a, b) => a.block - b.block || a.start - b.start);
}
