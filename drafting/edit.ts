// What a reader changes of a draft: names, kinds, who is one person and who is two, who is missing, who is left out.
// Each function takes a drafted story and returns another one; the statements say which sentence names whom, and all
// else follows from them.
import { BOUNDS, isInert } from '../stories/bounds.ts';
import type { Figure, Statement, Story } from '../stories/format.ts';
import { slug } from './ids.ts';
import { marksIn, placesOf } from './places-of-names.ts';
import { relationsIn } from './relations.ts';
import { unknownFigure } from './unknown-figure.ts';
import { isWholeName, namesFrom } from './whole-names.ts';

export type Kind = Figure['kind'];

/** Forms that are kept of one figure, and figures that one sentence is told of. */
const MOST_FORMS = 64;
const MOST_NAMED = 16;

const languageOf = ({ sources }: Story): string => sources[0]?.language ?? 'und';
/** The name of a drafted figure, in the language of its article. */
export const nameOf = ({ name }: Pick<Figure, 'name'>): string => Object.values(name)[0] ?? '';
const formsOf = ({ drawn }: Figure): string[] => drawn?.forms ?? [];
const wordsIn = (name: string): number => name.split(/\s+/).length;

/** One line, without what a story may not have. */
export const asText = (text: string): string =>
  [...text.replace(/\s+/g, ' ').trim()].filter(isInert).join('').slice(0, BOUNDS.text);

export function retitle(story: Story, title: string): Story {
  const text = asText(title);
  return text === '' ? story : { ...story, title: { [languageOf(story)]: text } };
}

/** @param name as `asName` returns it */
export const rename = (story: Story, id: string, name: string): Story =>
  withFigure(story, id, (figure) => ({ ...figure, name: { [languageOf(story)]: name } }));

export const setRole = (story: Story, id: string, role: string): Story => {
  const text = asText(role);
  return {
    ...story,
    figures: story.figures.map((figure) =>
      figure.id === id ? { ...figure, role: text ? { [languageOf(story)]: text } : null } : figure,
    ),
  };
};

export const setKind = (story: Story, id: string, kind: Kind): Story =>
  settled(withFigure(story, id, (figure) => ({ ...figure, kind })));

/** Takes two figures for one; it keeps the id of `id`, and whichever name is the fuller one. */
export function merge(story: Story, id: string, other: string): Story {
  const [kept, gone] = [figureOf(story, id), figureOf(story, other)];
  if (!kept || !gone || kept === gone) return story;
  const name = wordsIn(nameOf(gone)) > wordsIn(nameOf(kept)) ? gone.name : kept.name;
  const forms = [...new Set([...formsOf(kept), ...formsOf(gone)])].slice(0, MOST_FORMS);
  const count = (kept.drawn?.count ?? 0) + (gone.drawn?.count ?? 0);
  const renamed = (one: string) => (one === other ? id : one);
  const merged: Story = {
    ...story,
    figures: story.figures.filter((figure) => figure !== gone),
    statements: story.statements.map((statement) => ({
      ...statement,
      by: statement.by && renamed(statement.by),
      figures: [...new Set(statement.figures.map(renamed))],
    })),
    quotations: story.quotations.map((quotation) => ({
      ...quotation,
      by: quotation.by && renamed(quotation.by),
      about: [...new Set(quotation.about.map(renamed))].filter((one) => one !== renamed(quotation.by ?? '')),
    })),
  };
  return settled(
    withFigure(merged, id, (figure) => ({
      ...figure,
      name,
      role: figure.role ?? gone.role,
      names: { ...figure.names, sex: figure.names.sex ?? gone.names.sex },
      drawn: { forms, count },
    })),
  );
}

/** Makes a figure of its own of one surface form; the sentences that have no other form of the old one are its own. */
export function split(story: Story, id: string, form: string): Story {
  const figure = figureOf(story, id);
  const left = figure ? formsOf(figure).filter((one) => one !== form) : [];
  if (!figure || left.length === 0 || left.length === formsOf(figure).length) return story;
  const own: Figure = newFigure(story, form, figure.kind);
  let moved = 0;
  const statements = story.statements.map((statement): Statement => {
    if (!statement.figures.includes(id)) return statement;
    const marks = marksIn(nameOf({ name: statement.text }), [figure]);
    const ownMarks = marks.filter((mark) => mark.form === form).length;
    if (ownMarks === 0) return statement;
    moved += ownMarks;
    const isShared = ownMarks < marks.length;
    const figures = isShared
      ? [...statement.figures, own.id].slice(0, BOUNDS.figuresOfOne)
      : statement.figures.map((one) => (one === id ? own.id : one));
    return { ...statement, figures, by: statement.by === id && !isShared ? own.id : statement.by };
  });
  const before = figure.drawn?.count ?? moved;
  const at = story.figures.indexOf(figure);
  const figures = story.figures.toSpliced(at + 1, 0, { ...own, drawn: { forms: [form], count: moved } });
  const name = nameOf(figure) === form ? { [languageOf(story)]: fullest(left) } : figure.name;
  return settled(
    withFigure({ ...story, figures, statements }, id, (one) => ({
      ...one,
      name,
      drawn: { forms: left, count: Math.max(0, before - moved) },
    })),
  );
}

/** Adds a figure that was missed. One that has this form already is returned as it is. */
export function add(story: Story, name: string, kind: Kind): { story: Story; id: string } {
  const known = story.figures.find((figure) => formsOf(figure).includes(name) || nameOf(figure) === name);
  if (known || story.figures.length >= BOUNDS.figures) return { story, id: known?.id ?? '' };
  const figure = newFigure(story, name, kind);
  return { story: addForm({ ...story, figures: [...story.figures, figure] }, figure.id, name), id: figure.id };
}

/** Adds a surface form to a figure: all sentences with it name the figure from now on. */
export function addForm(story: Story, id: string, form: string): Story {
  const figure = figureOf(story, id);
  if (!figure || formsOf(figure).includes(form) || formsOf(figure).length >= MOST_FORMS) return story;
  const { statements, count } = withSentences(story, id, form);
  return settled(
    withFigure({ ...story, statements }, id, (one) => ({
      ...one,
      drawn: { forms: [...formsOf(one), form], count: (one.drawn?.count ?? 0) + count },
    })),
  );
}

/** Leaves figures out, and what is said of nobody else. */
export function without(story: Story, ids: ReadonlySet<string>): Story {
  if (ids.size === 0) return story;
  const statements = story.statements.flatMap((statement): Statement[] => {
    const figures = statement.figures.filter((one) => !ids.has(one));
    if (figures.length === 0 && statement.figures.length > 0) return [];
    const by = statement.by && ids.has(statement.by) ? null : statement.by;
    return [{ ...statement, figures, by }];
  });
  return settled({ ...story, figures: story.figures.filter(({ id }) => !ids.has(id)), statements });
}

/** The story with the names of all its people in parts, by the rule that no part of a name marks anybody by itself. */
export function withWholeNames(story: Story): Story {
  const order = { language: languageOf(story), surnameFirst: isSurnameFirst(story) };
  const figures = story.figures.map((figure) =>
    figure.kind === 'person' ? { ...figure, names: namesFrom(figure, nameOf(figure), formsOf(figure), order) } : figure,
  );
  return { ...story, figures };
}

const figureOf = ({ figures }: Story, id: string): Figure | undefined => figures.find((one) => one.id === id);

const fullest = (forms: readonly string[]): string =>
  forms.reduce((best, form) => (wordsIn(form) > wordsIn(best) ? form : best));

/** Changes a figure; its names in parts follow from its name, kind and forms. */
function withFigure(story: Story, id: string, change: (figure: Figure) => Figure): Story {
  const order = { language: languageOf(story), surnameFirst: isSurnameFirst(story) };
  return {
    ...story,
    figures: story.figures.map((figure) => {
      if (figure.id !== id) return figure;
      const changed = change(figure);
      return { ...changed, names: namesFrom(changed, nameOf(changed), formsOf(changed), order) };
    }),
  };
}

function newFigure(story: Story, name: string, kind: Kind): Figure {
  const id = slug(name, new Set(story.figures.map((one) => one.id)));
  const language = languageOf(story);
  const figure = unknownFigure(id, kind, { [language]: name });
  const names = namesFrom(figure, name, [], { language, surnameFirst: isSurnameFirst(story) });
  return { ...figure, names, drawn: { forms: [], count: 0 } };
}

/** Whether the story's people have their surname first, as those who drafted it knew. */
const isSurnameFirst = ({ figures }: Story): boolean =>
  figures.some(({ kind, name, names }) => {
    const [written = ''] = Object.values(name);
    return kind === 'person' && names.surname[0] !== undefined && written.startsWith(`${names.surname[0]} `);
  });

/** The statements, those of sentences with a form being of a figure too; new ones for sentences that had none. */
function withSentences(story: Story, id: string, form: string): { statements: Statement[]; count: number } {
  const byCite = new Map(story.statements.map((statement) => [statement.cites[0], statement]));
  const [source] = story.sources;
  const language = languageOf(story);
  const statements: Statement[] = [];
  const ids = new Set(story.statements.map((one) => one.id));
  let count = 0;
  (source?.text ?? []).forEach((paragraph, at) => {
    paragraph.forEach((text, number) => {
      const cite = `${source?.id}:${at}.${number + 1}`;
      const statement = byCite.get(cite);
      const found = placesOf(text, form).length;
      count += found;
      byCite.delete(cite);
      if (found === 0 || statement?.figures.includes(id)) {
        if (statement) statements.push(statement);
      } else if (statement) {
        const figures = [...statement.figures, id].slice(0, BOUNDS.figuresOfOne);
        statements.push({ ...statement, figures });
      } else if (at > 0 && ids.size < BOUNDS.statements) {
        statements.push(newStatement(slug(`s ${cite}`, ids), text, cite, id, language));
      }
    });
  });
  return { statements: [...statements, ...byCite.values()], count };
}

const newStatement = (id: string, text: string, cite: string, figure: string, language: string): Statement => ({
  id,
  text: { [language]: text },
  cites: [cite],
  mode: 'reported',
  by: null,
  figures: [figure],
  weight: 1,
  verbatim: true,
  cut: false,
  event: null,
});

/** The story with all that follows from its statements: who is named with whom, and in which events and quotations. */
function settled(story: Story): Story {
  const known = new Set(story.figures.map(({ id }) => id));
  const byCite = new Map(story.statements.map((statement) => [statement.cites[0], statement]));
  return {
    ...story,
    quotations: story.quotations.map((quotation) => {
      const statement = byCite.get(quotation.cite);
      const by = statement?.by && statement.mode === 'said' ? statement.by : quotation.by;
      const about = quotation.about.filter((id) => known.has(id) && id !== by);
      return { ...quotation, by: by && known.has(by) ? by : null, about };
    }),
    events: story.events.flatMap((event) => {
      const figures = byCite.get(event.cites[0] ?? '')?.figures.slice(0, MOST_NAMED) ?? [];
      return figures.length > 0 ? [{ ...event, figures }] : [];
    }),
    relations: relationsIn(story),
  };
}

/** People of whom the article says only a part of the name: they are kept, and marked nowhere. */
export const isNamedInPart = (story: Story, { kind, name }: Pick<Figure, 'kind' | 'name'>): boolean =>
  kind === 'person' && !isWholeName(nameOf({ name }), languageOf(story));
