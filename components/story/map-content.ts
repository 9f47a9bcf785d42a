// What the map of relations shows: the figures with the most relations, the rest as one, and the lines that tell most.
import type { Figure, Relation, Story } from '../../stories/format.ts';
import { inLanguage, type Languages } from '../../stories/story.ts';

/** Names that a laptop's window has room for, the one for all others with them. */
export const MOST_NAMES = 15;
/** Lines for each name: of a story in which all are named together, the table tells the rest. */
const LINES_PER_NAME = 1.6;
/** Lines of a label, and letters in one. */
const LABEL = { lines: 4, letters: 19 };

/** The id of the name that stands for all others; no figure has a capital in its id. */
export const OTHERS = 'OTHERS';

export interface MapName {
  id: string;
  kind: Figure['kind'] | 'others';
  /** Lines of its text; of `others` none: that is a text of the interface. */
  lines: string[];
  language: string | undefined;
}

export interface MapRelation {
  /** The relation's own; `OTHERS/<figure>` for a line to all others. */
  id: string;
  between: readonly [string, string];
  label: { lines: string[]; language: string } | null;
}

export interface MapContent {
  names: MapName[];
  relations: MapRelation[];
  /** Figures that the one name for others stands for. */
  others: number;
  /** Pairs of figures with a relation. */
  pairs: number;
}

export function mapContent(
  { figures, relations }: Pick<Story, 'figures' | 'relations'>,
  languages: Languages,
): MapContent {
  const pairs = distinctPairs(relations);
  const weights = new Map<string, number>();
  for (const relation of pairs)
    for (const id of relation.between) weights.set(id, (weights.get(id) ?? 0) + 1 + relation.course.length / 100);
  const related = figures.filter(({ id }) => weights.has(id));
  const ranked = [...related].sort((a, b) => (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0));
  const alone = ranked.slice(0, ranked.length > MOST_NAMES ? MOST_NAMES - 1 : MOST_NAMES);
  const names = alone.map(({ id, kind, name }): MapName => {
    const { text, language } = inLanguage(name, languages);
    return { id, kind, lines: wrapped(text, 22, 2), language };
  });
  const others = ranked.length - alone.length;
  if (others > 0) names.push({ id: OTHERS, kind: 'others', lines: [], language: undefined });
  const shown = new Set(alone.map(({ id }) => id));
  const between = pairs.filter((relation) => relation.between.every((id) => shown.has(id)));
  return {
    names,
    relations: [
      ...telling(between, Math.round(names.length * LINES_PER_NAME)).map((relation) => labelled(relation, languages)),
      ...toOthers(pairs, shown),
    ],
    others,
    pairs: pairs.length,
  };
}

/** One relation for each pair: the first that has a label, else the first. */
function distinctPairs(relations: readonly Relation[]): Relation[] {
  const pairs = new Map<string, Relation>();
  for (const relation of relations) {
    const key = [...relation.between].sort().join(' ');
    const known = pairs.get(key);
    if (!known || (known.label === null && relation.label !== null)) pairs.set(key, relation);
  }
  return [...pairs.values()];
}

/** Relations that join all figures, the most telling ones; then the most telling of the others, so many in all. */
function telling(relations: readonly Relation[], most: number): Relation[] {
  const rank = ({ label, course }: Relation) => (label ? 100 : 0) + course.length;
  const ranked = [...relations].sort((a, b) => rank(b) - rank(a));
  // Kruskal, 1956.
  const group = new Map<string, string>();
  const groupOf = (id: string): string => {
    const above = group.get(id);
    return above === undefined ? id : groupOf(above);
  };
  const joining = ranked.filter(({ between: [one, other] }) => {
    const [a, b] = [groupOf(one), groupOf(other)];
    if (a === b) return false;
    group.set(a, b);
    return true;
  });
  const rest = ranked.filter((relation) => !joining.includes(relation));
  return [...joining, ...rest].slice(0, Math.max(most, joining.length));
}

/** A line to all others from each of the three that have most relations there. */
function toOthers(pairs: readonly Relation[], shown: ReadonlySet<string>): MapRelation[] {
  const counts = new Map<string, number>();
  for (const { between } of pairs) {
    const [inside] = between.filter((id) => shown.has(id));
    if (inside !== undefined && !between.every((id) => shown.has(id)))
      counts.set(inside, (counts.get(inside) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([id]) => ({ id: `${OTHERS}/${id}`, between: [id, OTHERS], label: null }));
}

/** Its label, else its course where that is short: a sentence of an article has no place on a line. */
function labelled({ id, between, label, course }: Relation, languages: Languages): MapRelation {
  const told = label ? inLanguage(label, languages) : courseOf(course, languages);
  const lines = told ? wrapped(told.text, LABEL.letters, LABEL.lines) : [];
  const isShort = lines.length > 0 && lines.every((line) => line.length <= LABEL.letters * 1.6);
  return { id, between, label: isShort && told ? { lines, language: told.language } : null };
}

function courseOf(course: Relation['course'], languages: Languages): { text: string; language: string } | null {
  const steps = course.map(({ text }) => inLanguage(text, languages));
  const text = steps.map((step) => step.text).join(' → ');
  return steps[0] && text.length <= LABEL.lines * LABEL.letters ? { text, language: steps[0].language } : null;
}

/** Breaks a text into lines of about one length, at most so many of them: where it is longer, into longer ones. */
function wrapped(text: string, letters: number, most: number): string[] {
  const count = Math.min(most, Math.ceil(text.length / letters));
  const target = Math.max(text.length / count, Math.min(letters, text.length));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && longer.length > Math.ceil(target) && lines.length < count - 1) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
