// What a reader changes of the figures of a story that was written by hand: only the record says who is meant, so that
// names, languages and references are carried over, and nothing is drafted anew.
import { asName, BOUNDS } from '../stories/bounds.ts';
import { splitOffice } from '../stories/figures.ts';
import type { Figure, Story, StoryLanguage, Text } from '../stories/format.ts';
import { inLanguage, type Languages } from '../stories/story.ts';
import { asText } from './edit.ts';
import { slug } from './ids.ts';
import { marksIn, placesOf } from './places-of-names.ts';
import { unknownFigure } from './unknown-figure.ts';
import { namesFrom } from './whole-names.ts';

/** Entries of a figure's lists, steps of a relation, UTF-16 code units of an id (`stories/format.ts`). */
const MOST_ENTRIES = 32;
const MOST_STEPS = 64;
const LONGEST_ID = 64;

type Names = Figure['names'];
/** The lists of names that say who the figure is. `others` are the names of somebody else. */
const LISTS = ['full', 'given', 'middle', 'surname', 'aliases', 'handles', 'alone'] as const;

/** A text with other words in the language in which it is told. */
export const replaced = (text: Text, words: string, languages: Languages): Text => ({
  ...text,
  [inLanguage(text, languages).language]: words,
});

export const roleOf = ({ role }: Figure, languages: Languages): string =>
  role ? inLanguage(role, languages).text : '';

/** Changes name, role and kind of a figure. What can be no name is not taken. */
export function changeWritten(
  story: Story,
  { figure: id, name, role, as }: { figure: string; name: string; role: string; as: Figure['kind'] },
  languages: Languages,
): Story {
  const before = story.figures.find((one) => one.id === id);
  const named = asName(name);
  if (!before) return story;
  const figure: Figure = { ...before, kind: as };
  if (named && named !== inLanguage(before.name, languages).text) {
    figure.name = replaced(before.name, named, languages);
    const list = as === 'person' ? 'full' : 'aliases';
    figure.names = { ...before.names, [list]: union([named], before.names[list], BOUNDS.forms) };
  }
  const text = asText(role);
  if (text !== roleOf(before, languages)) figure.role = text ? replaced(before.role ?? {}, text, languages) : null;
  const isSame = figure.kind === before.kind && figure.name === before.name && figure.role === before.role;
  return isSame ? story : { ...story, figures: story.figures.map((one) => (one === before ? figure : one)) };
}

/** The whole names of a figure, by which it can be told apart from another. */
export const wholeNames = ({ name, names }: Pick<Figure, 'name' | 'names'>): string[] => [
  ...new Set([...Object.values(name), ...names.full, ...names.aliases]),
];

/** Takes two figures for one, which keeps the id, the name and whatever else the story says of `id`. */
export function mergeWritten(story: Story, id: string, other: string): Story {
  const kept = story.figures.find((one) => one.id === id);
  const gone = story.figures.find((one) => one.id === other);
  if (!kept || !gone || kept === gone) return story;
  const renamed = (one: string) => (one === other ? id : one);
  const all = (ids: readonly string[]) => [...new Set(ids.map(renamed))];
  const owners = story.figures.map(({ id: owner, iso }) => ({ id: owner, iso: iso ?? undefined }));
  const office = (one: string) => {
    const { owner, post } = splitOffice(one, owners);
    return owner === other && one.startsWith(`${other}-`) ? `${id}-${post}`.slice(0, LONGEST_ID) : one;
  };
  const figures = story.figures
    .filter((one) => one !== gone)
    .map((one) => (one === kept ? mergedFigure(kept, gone) : one))
    .map((one) => ({
      ...one,
      needs: one.needs && renamed(one.needs),
      country: one.country && renamed(one.country),
      offices: one.offices.map((term) => ({ ...term, office: office(term.office) })),
    }));
  return {
    ...story,
    figures: withoutCircles(figures, id),
    statements: story.statements.map((one) => ({ ...one, by: one.by && renamed(one.by), figures: all(one.figures) })),
    quotations: story.quotations.map((one) => {
      const by = one.by && renamed(one.by);
      return { ...one, by, about: all(one.about).filter((about) => about !== by) };
    }),
    events: story.events.map((one) => ({ ...one, figures: all(one.figures) })),
    relations: mergedRelations(story.relations, id, other),
    languages: Object.fromEntries(
      Object.entries(story.languages).map(([code, language]) => [code, mergedLanguage(language, renamed, office)]),
    ),
  };
}

/** Makes a figure of its own of one whole name; what is told by that name alone is told of it. */
export function splitWritten(story: Story, id: string, form: string): Story {
  const figure = story.figures.find((one) => one.id === id);
  const left = figure ? wholeNames(figure).filter((one) => one !== form) : [];
  if (!figure || left.length === 0 || left.length === wholeNames(figure).length) return story;
  if (story.figures.length >= BOUNDS.figures) return story;
  const own = newFigure(story, figure, form);
  const rest = {
    ...figure,
    name: renamedWithout(figure.name, form, left),
    names: namesWithout(figure.names, form, left),
  };
  const tellsOf = (text: Text): 'own' | 'both' | 'other' => {
    const marks = Object.values(text).flatMap((words) => marksIn(words, [asDrawn(own), asDrawn(rest)]));
    const ownMarks = marks.filter((mark) => mark.figure === own.id).length;
    return ownMarks === 0 ? 'other' : ownMarks < marks.length ? 'both' : 'own';
  };
  const told = (figures: readonly string[], text: Text) => {
    const whom = figures.includes(id) ? tellsOf(text) : 'other';
    if (whom === 'other') return [...figures];
    if (whom === 'own') return figures.map((one) => (one === id ? own.id : one));
    return [...figures, own.id].slice(0, BOUNDS.figuresOfOne);
  };
  const statements = story.statements.map((one) => {
    const figures = told(one.figures, one.text);
    // A speaker whom the statement does not tell of stays who he was.
    const isOwn = one.by === id && one.figures.includes(id) && !figures.includes(id);
    return { ...one, figures, by: isOwn ? own.id : one.by };
  });
  const speakers = new Map(
    statements.flatMap(({ by, cites }) => (by === own.id ? cites.map((cite) => [cite, by]) : [])),
  );
  return {
    ...story,
    figures: story.figures.flatMap((one) => (one === figure ? [rest, own] : [one])),
    statements,
    quotations: story.quotations.map((one) => (one.by === id && speakers.has(one.cite) ? { ...one, by: own.id } : one)),
    events: story.events.map((one) => ({ ...one, figures: told(one.figures, one.title) })),
  };
}

function mergedFigure(kept: Figure, gone: Figure): Figure {
  const names = { ...kept.names };
  for (const list of [...LISTS, 'others'] as const)
    names[list] = union(kept.names[list], gone.names[list], BOUNDS.forms);
  const whole = gone.kind === 'person' && kept.kind === 'person' ? 'full' : 'aliases';
  names[whole] = union(names[whole], Object.values(gone.name), BOUNDS.forms);
  // What would have marked one of them surely might now mark the other.
  if (names.strength !== gone.names.strength) names.strength = 'weak';
  names.sex ??= gone.names.sex;
  return {
    ...kept,
    names,
    role: kept.role ?? gone.role,
    iso: kept.iso ?? gone.iso,
    needs: kept.needs ?? gone.needs,
    country: kept.country ?? gone.country,
    offices: [...kept.offices, ...gone.offices].slice(0, BOUNDS.offices),
    same: union(kept.same, gone.same, MOST_ENTRIES),
    editorial: kept.editorial ?? gone.editorial,
    description: kept.description ?? gone.description,
    unmarked: kept.unmarked && gone.unmarked,
    unknown: [...kept.unknown, ...gone.unknown].slice(0, MOST_ENTRIES),
  };
}

/** Figures that no longer need each other in a circle, by way of the one that was merged. */
function withoutCircles(figures: readonly Figure[], id: string): Figure[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const leadsBack = (field: 'needs' | 'country') => {
    const seen = new Set<string>();
    let one = byId.get(id)?.[field];
    while (one && one !== id && !seen.has(one)) {
      seen.add(one);
      one = byId.get(one)?.[field];
    }
    return one === id;
  };
  const [needs, country] = [leadsBack('needs'), leadsBack('country')];
  return figures.map((figure) =>
    figure.id === id
      ? { ...figure, needs: needs ? null : figure.needs, country: country ? null : figure.country }
      : figure,
  );
}

/** What joined the two is gone; what joined both with a third goes on from one to the other. */
function mergedRelations(relations: Story['relations'], id: string, other: string): Story['relations'] {
  const pairOf = (between: readonly string[]) => [...between].sort().join(' ');
  const kept = relations.filter(({ between }) => !between.includes(other));
  const places = new Map(kept.map(({ between }, at) => [pairOf(between), at]));
  for (const relation of relations) {
    if (!relation.between.includes(other) || relation.between.includes(id)) continue;
    const [from, to] = relation.between;
    const between: [string, string] = [from === other ? id : from, to === other ? id : to];
    const at = places.get(pairOf(between));
    const known = at === undefined ? undefined : kept[at];
    if (at !== undefined && known)
      kept[at] = { ...known, course: [...known.course, ...relation.course].slice(0, MOST_STEPS) };
    else places.set(pairOf(between), kept.push({ ...relation, between }) - 1);
  }
  return kept;
}

type Rename = (id: string) => string;

function mergedLanguage(language: StoryLanguage, renamed: Rename, office: Rename): StoryLanguage {
  const forms = (one: readonly string[], more: readonly string[]) => union(one, more, BOUNDS.forms);
  return {
    ...language,
    names: joined(language.names, renamed, forms),
    people: joined(language.people, renamed, (one, more) => ({
      ...one,
      given: forms(one.given, more.given),
      surname: forms(one.surname, more.surname),
      full: forms(one.full, more.full),
    })),
    relatives: joined(language.relatives, renamed, (one, more) => union(one, more, BOUNDS.phrases)),
    offices: joined(language.offices, office, (one, more) => union(one, more, BOUNDS.phrases)),
  };
}

/** A record under other keys; what comes under one key is joined. */
function joined<Value>(
  record: Readonly<Record<string, Value>>,
  renamed: Rename,
  join: (one: Value, more: Value) => Value,
): Record<string, Value> {
  const values = new Map<string, Value>();
  for (const [key, value] of Object.entries(record)) {
    const before = values.get(renamed(key));
    values.set(renamed(key), before === undefined ? value : join(before, value));
  }
  return Object.fromEntries(values);
}

function newFigure(story: Story, figure: Figure, form: string): Figure {
  const id = slug(form, new Set(story.figures.map((one) => one.id)));
  const { language = 'und' } = story.sources[0] ?? {};
  const named = namesFrom(figure, form, [], { language, surnameFirst: false });
  const { given, middle, surname } = figure.names;
  const parts = { given: within(given, form), middle: within(middle, form), surname: within(surname, form) };
  const isPerson = figure.kind === 'person' && !figure.names.aliases.includes(form);
  const names: Names = isPerson
    ? { ...named, ...(parts.surname.length > 0 && parts), sex: null }
    : { ...named, full: [], given: [], middle: [], surname: [], aliases: [form] };
  const name = Object.fromEntries(Object.keys(figure.name).map((code) => [code, form]));
  return { ...unknownFigure(id, figure.kind, name), names, unmarked: figure.unmarked };
}

/** The names that are left to a figure: without the form, and without the parts that only the form has. */
function namesWithout(names: Names, form: string, left: readonly string[]): Names {
  const rest = { ...names };
  for (const list of LISTS)
    rest[list] = names[list].filter(
      (one) =>
        one !== form && !(within([one], form).length > 0 && left.every((name) => within([one], name).length === 0)),
    );
  return rest;
}

/** The name of a figure in each language; the fullest that is left takes the place of the form. */
function renamedWithout(name: Text, form: string, left: readonly string[]): Text {
  const fullest = left.reduce((best, one) => (one.length > best.length ? one : best));
  return Object.fromEntries(Object.entries(name).map(([code, one]) => [code, one === form ? fullest : one]));
}

/** Those of some names that stand in a longer one. */
const within = (parts: readonly string[], name: string): string[] =>
  parts.filter((part) => placesOf(name, part).length > 0);

/** A figure as its names are looked for in sentences. */
const asDrawn = (figure: Figure): Pick<Figure, 'id' | 'drawn'> => ({
  id: figure.id,
  drawn: { forms: [...wholeNames(figure), ...figure.names.surname, ...figure.names.alone], count: 0 },
});

const union = <Value>(one: readonly Value[], more: readonly Value[], most: number): Value[] =>
  [...new Set([...one, ...more])].slice(0, most);
