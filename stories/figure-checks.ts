// Checks of the figures: their names, countries and terms of office, and names that several of them bear.
import type * as v from 'valibot';
import { foldText } from '../recognition/fold.ts';
import type { Path, Report } from './faults.ts';
import { splitOffice } from './figures.ts';
import type { Entries, Entry } from './records.ts';
import type { FigureRecord, StoryRecord } from './yaml-schema.ts';

export type FigureValue = v.InferOutput<typeof FigureRecord>;
export type StoryValue = v.InferOutput<typeof StoryRecord>;

/** Reports every fault of the figures. */
export function checkFigures(figures: Entries<FigureValue>): void {
  for (const entry of figures.entries) checkFigure(entry, figures.ids);
  checkCountries(figures.entries);
  checkTerms(figures.entries);
  if (figures.complete) checkOffices(figures.entries);
  if (figures.complete) checkSharedNames(figures.entries);
}

/** Reports ids that are no figure’s; `figures` are the ids there are. */
export function checkIds(ids: readonly string[], path: Path, figures: ReadonlySet<string>, report: Report): void {
  for (const id of ids)
    if (!figures.has(id))
      report(
        path,
        `names the figure “${id}”, who is not in figures.yaml`,
        `Add the figure there, or write one of ${[...figures].join(', ')}`,
      );
}

function checkFigure({ value, report }: Entry<FigureValue>, ids: ReadonlySet<string>): void {
  const { kind, unmarked, names } = value;
  if (kind === 'group' && !unmarked)
    report(['kind'], 'is a group that would be marked on pages', 'Write unmarked: true');
  if (unmarked && names) report(['names'], 'has names although it is never marked', 'Take out `names` or `unmarked`');
  for (const field of ['needs', 'country'] as const)
    if (names?.[field] !== undefined) checkIds([names[field]], ['names', field], ids, report);
  if (unmarked) return;
  const wanted =
    kind === 'person' ? (['full', 'given', 'surname', 'strength', 'sex'] as const) : (['aliases'] as const);
  for (const field of wanted)
    if (names?.[field] === undefined)
      report(
        ['names'],
        `lacks “names.${field}”, by which pages name a ${kind}`,
        `Write ${field}, or unmarked: true if it is never to be marked`,
      );
  for (const full of names?.full ?? []) {
    const parts = full.replaceAll('.', '').split(' ');
    const at = parts.findIndex((part) => names?.surname?.includes(part));
    const before = new Set([...(names?.given ?? []), ...(names?.middle ?? [])]);
    const strange = at < 0 ? parts.at(-1) : parts.slice(0, at).find((part) => !before.has(part));
    if (strange !== undefined)
      report(
        ['names', 'full'],
        `has a full name “${full}” in which “${strange}” is no name of the figure’s`,
        'Add it to given, middle or surname',
      );
  }
}

/** Nationality words and offices find a country by its code, so that only one may bear it. */
function checkCountries(figures: readonly Entry<FigureValue>[]): void {
  const bearers = new Map<string, string>();
  for (const { value, report } of figures) {
    if (value.iso === undefined) continue;
    const other = bearers.get(value.iso);
    if (value.kind !== 'place') report(['iso'], 'has a country code and is no place', 'Take `iso` out');
    if (other !== undefined) report(['iso'], `has the country code of “${other}”`, 'Correct one of the two');
    bearers.set(value.iso, value.id);
  }
}

/** An office is a place's or an institution's, which must be in the story. */
function checkOffices(figures: readonly Entry<FigureValue>[]): void {
  const owners = figures.flatMap(({ value }) => (value.kind === 'person' ? [] : [value]));
  for (const { value, report } of figures)
    value.offices?.forEach(({ office }, at) => {
      if (splitOffice(office, owners).owner === null)
        report(
          ['offices', at, 'office'],
          `holds the office ${office} of nobody in the story`,
          `Begin it with a country’s code or a figure’s id: one of ${owners.map(({ id }) => id).join(', ')}`,
        );
    });
}

/** Terms end after they begin, and an office has one holder at a time, else a role would mean two people. */
function checkTerms(figures: readonly Entry<FigureValue>[]): void {
  const held: { office: string; from: string; to: string; id: string }[] = [];
  for (const { value, report } of figures)
    value.offices?.forEach(({ office, from, to = '9999' }, at) => {
      if (to <= from)
        report(
          ['offices', at],
          `holds the office ${office} until ${to}, which is not after ${from}`,
          'Correct `from` or `to`; `to` is the first day out of office',
        );
      const other = held.find((term) => term.office === office && term.from < to && from < term.to);
      if (other)
        report(
          ['offices', at],
          `holds the office ${office} while “${other.id}” holds it from ${other.from}`,
          'Correct the terms, so that they do not overlap',
        );
      held.push({ office, from, to, id: value.id });
    });
}

/**
 * People may share a surname: their full names on the page tell them apart. Any other name that two figures bear would
 * never be marked.
 */
function checkSharedNames(figures: readonly Entry<FigureValue>[]): void {
  const bearers = new Map<string, { id: string; isSurname: boolean }[]>();
  for (const { value, report } of figures) {
    const { id, names = {} } = value;
    const { full = [], surname = [], alone = [], aliases = [], handles = [] } = names;
    for (const alias of [...full, ...surname, ...alone, ...aliases, ...handles.map((handle) => `@${handle}`)]) {
      const name = foldText(alias);
      const isSurname = surname.includes(alias);
      const others = bearers.get(name) ?? [];
      const other = others.find((one) => one.id !== id && !(one.isSurname && isSurname));
      if (other)
        report(
          ['names'],
          `shares the name “${alias}” with “${other.id}”`,
          'Take it from one of them, or write the longer name',
        );
      bearers.set(name, [...others, { id, isSurname }]);
    }
  }
}
