// The graph of relations: names in boxes, lines between them, and on each line the course of the relation.
import { useMemo } from 'preact/hooks';
import type { Story } from '../../stories/format.ts';
import { inLanguage, type Languages } from '../../stories/story.ts';
import type { Localizer } from '../localizer.ts';
import { bendOf, type Point, placeBoxes } from './layout.ts';
import { toHash } from './place.ts';

const area = { width: 880, height: 620 };
/** Estimated width of a letter in a name and in a label; px. */
const letter = { name: 9, label: 6.6 };
/** Letters in a line of a label. */
const lineLength = 24;
const lineHeight = 16;
const margin = 16;

export function Graph({
  localizer,
  story,
  followed,
  onFollow,
}: {
  localizer: Localizer;
  story: Story;
  followed: string | null;
  onFollow: (figure: string | null) => void;
}) {
  const { t, language, source } = localizer;
  const { names, labels, middles, top, height } = useMemo(
    () => layoutOf(story, { language, source }),
    [story, language, source],
  );
  const near = new Set(
    labels.filter(({ between }) => followed && between.includes(followed)).flatMap(({ between }) => between),
  );
  const isFollowed = (between: readonly string[]) => followed !== null && between.includes(followed);
  const emphasis = (involved: boolean) => (followed === null ? '' : involved ? 'followed' : 'aside');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="graph" aria-label={t('story_graph')} tabIndex={0}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the section is labelled; a title would be a tooltip */}
      <svg viewBox={`0 ${top} ${area.width} ${height}`} width={area.width} height={height}>
        {labels.map(({ id, between }) => {
          const [a, b, label] = [...between, id].map((one) => middles.get(one));
          return (
            a && b && label && <path key={id} class={`edge ${emphasis(isFollowed(between))}`} d={curve(a, label, b)} />
          );
        })}
        {labels.map(({ id, between, lines, lang, width, height }) => {
          const at = middles.get(id);
          return (
            at && (
              <g key={id} class={`edge-label ${emphasis(isFollowed(between))}`}>
                <rect x={at.x - width / 2} y={at.y - height / 2} width={width} height={height} />
                <text x={at.x} y={at.y - height / 2 + 12} lang={lang}>
                  {lines.map((line, index) => (
                    <tspan key={line} x={at.x} dy={index === 0 ? 0 : lineHeight}>
                      {line}
                    </tspan>
                  ))}
                </text>
              </g>
            )
          );
        })}
        {names.map(({ id, kind, text, lang, width, height }) => {
          const at = middles.get(id);
          return (
            at && (
              <a
                key={id}
                href={toHash({ story: story.id, kind: 'figure', id })}
                class={`node node-${kind} ${emphasis(near.has(id))}`}
                onPointerEnter={() => onFollow(id)}
                onPointerLeave={() => onFollow(null)}
                onFocus={() => onFollow(id)}
                onBlur={() => onFollow(null)}
              >
                <rect x={at.x - width / 2} y={at.y - height / 2} width={width} height={height} rx={6} />
                <text x={at.x} y={at.y + 5} lang={lang}>
                  {text}
                </text>
              </a>
            )
          );
        })}
      </svg>
    </section>
  );
}

/**
 * Names and labels with the sizes of their boxes, and the middle of each by id.
 * A label holds the steps of a relation's course, each on one line or more.
 */
function layoutOf({ figures, relations }: Story, languages: Languages) {
  const names = figures
    .filter(({ id }) => relations.some(({ between }) => between.includes(id)))
    .map(({ id, kind, name }) => {
      const { text, language: lang } = inLanguage(name, languages);
      return { id, kind, text, lang, width: text.length * letter.name + 24, height: 30 };
    });
  const labels = relations.map(({ id, between, course }) => {
    const steps = course.map(({ text }) => inLanguage(text, languages));
    const lines = steps.flatMap(({ text }, index) => wrapped(index > 0 ? `→ ${text}` : text));
    const width = Math.max(0, ...lines.map((line) => line.length)) * letter.label;
    return { id: `label/${id}`, between, lines, lang: steps[0]?.language, width, height: lines.length * lineHeight };
  });
  const middles = placeBoxes(names, labels, area);
  const edges = [...names, ...labels].flatMap((box) => {
    const y = middles.get(box.id)?.y ?? 0;
    return [y - box.height / 2 - margin, y + box.height / 2 + margin];
  });
  const top = Math.min(...edges);
  return { names, labels, middles, top, height: Math.max(...edges) - top };
}

/** The path from one name through the label to the other. */
function curve(a: Point, label: Point, b: Point): string {
  const bend = bendOf(a, label, b);
  return `M${a.x} ${a.y}Q${bend.x} ${bend.y} ${b.x} ${b.y}`;
}

/** Breaks a text into lines. */
function wrapped(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + word.length >= lineLength) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}
