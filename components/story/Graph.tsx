// The map of relations: names, lines between them, and on a line what the relation is. The pointer or the keyboard
// follows one figure: its lines come forward.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Story } from '../../stories/format.ts';
import { direction, joinClauses, type Localizer } from '../localizer.ts';
import type { Box, Size } from './boxes.ts';
import { type MapContent, type MapName, type MapRelation, mapContent, OTHERS } from './map-content.ts';
import { layOutMap } from './map-layout.ts';
import { toHash } from './place.ts';

/** Before the width is known, and on paper; px. */
const USUAL = { width: 880, height: 500 };
/** Narrower than this, names stand below each other. */
const NARROW = 560;
const NAME = { font: '600 15px Charter, Georgia, serif', lineHeight: 19, letter: 8.6, padding: 4 };
const LABEL = { font: '12px system-ui, sans-serif', lineHeight: 15, letter: 6.4, padding: 2 };

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
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const content = useMemo(() => mapContent(story, { language, source }), [story, language, source]);
  const othersText = t('story_others', content.others);
  const { names, lines, area } = useMemo(() => layoutOf(content, othersText, width), [content, othersText, width]);
  const relations = new Map(content.relations.map((relation) => [relation.id, relation]));
  const involves = ({ between }: MapRelation) => followed !== null && between.includes(followed);
  const near = new Set(content.relations.filter(involves).flatMap(({ between }) => between));
  const emphasis = (isNear: boolean) => (followed === null ? '' : isNear ? 'followed' : 'aside');
  return (
    <section class="graph" ref={frame} aria-label={t('story_graph')}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the section is labelled; a title would be a tooltip */}
      <svg viewBox={`0 0 ${area.width} ${area.height}`} width={area.width} height={area.height}>
        {lines.map(({ id, from, to, label }) => {
          const relation = relations.get(id);
          return (
            relation && (
              <g key={id} class={`relation ${emphasis(involves(relation))}`}>
                <path class="edge" d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
                {label && relation.label && (
                  <Words box={label} lines={relation.label.lines} lang={relation.label.language} {...LABEL} />
                )}
              </g>
            )
          );
        })}
        {content.names.map((name) => (
          <a
            key={name.id}
            href={
              name.id === OTHERS
                ? toHash({ story: story.id, kind: 'part', id: 'cast' })
                : toHash({ story: story.id, kind: 'figure', id: name.id })
            }
            class={`node node-${name.kind} ${emphasis(near.has(name.id) || name.id === followed)}`}
            aria-label={describe(localizer, content, name, othersText)}
            onPointerEnter={() => onFollow(name.id)}
            onPointerLeave={() => onFollow(null)}
            onFocus={() => onFollow(name.id)}
            onBlur={() => onFollow(null)}
          >
            <Words
              box={names.get(name.id) ?? { x: 0, y: 0, width: 0, height: 0 }}
              lines={name.kind === 'others' ? [othersText] : name.lines}
              lang={name.language}
              {...NAME}
            />
          </a>
        ))}
      </svg>
      {pairsIn(content.relations, lines) < content.pairs && (
        <p class="note">{t('story_mapPart', [pairsIn(content.relations, lines), content.pairs])}</p>
      )}
    </section>
  );
}

/** Lines of text in the middle of a box, on paper that covers the line behind. */
function Words({
  box,
  lines,
  lang,
  lineHeight,
}: {
  box: Box;
  lines: readonly string[];
  lang: string | undefined;
  lineHeight: number;
}) {
  const { x, y, width, height } = box;
  const top = y - (lines.length * lineHeight) / 2;
  return (
    <>
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={3} />
      <text lang={lang} direction={lang && direction(lang)}>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text's lines never change places
          <tspan key={at} x={x} y={Math.round(top + (at + 0.76) * lineHeight)}>
            {line}
            {/* Read, and not seen: it would move the line out of the middle. */}
            {at < lines.length - 1 && <tspan font-size="0"> </tspan>}
          </tspan>
        ))}
      </text>
    </>
  );
}

/** How many relations are drawn; what leads to all others is none. */
const pairsIn = (relations: readonly MapRelation[], lines: readonly { id: string }[]): number => {
  const toOthers = new Set(relations.filter(({ between }) => between.includes(OTHERS)).map(({ id }) => id));
  return lines.filter(({ id }) => !toOthers.has(id)).length;
};

/** A name with those that it is joined to, for who does not see the lines. */
function describe(
  { t, locale }: Localizer,
  { names, relations }: MapContent,
  name: MapName,
  othersText: string,
): string {
  const textOf = (one: MapName | undefined) => (one?.kind === 'others' ? othersText : (one?.lines.join(' ') ?? ''));
  const joined = relations
    .filter(({ between }) => between.includes(name.id))
    .map(({ between }) => textOf(names.find(({ id }) => id !== name.id && between.includes(id))));
  return joined.length > 0 ? t('story_joined', [textOf(name), joinClauses({ locale }, joined)]) : textOf(name);
}

function layoutOf({ names, relations }: MapContent, othersText: string, width: number) {
  const height = width < NARROW ? names.length * 64 : USUAL.height;
  return layOutMap(
    names.map(({ id, kind, lines }) => ({ id, ...sizeOf(kind === 'others' ? [othersText] : lines, NAME) })),
    relations.map(({ id, between, label }) => ({ id, between, label: label && sizeOf(label.lines, LABEL) })),
    { width, height },
  );
}

function sizeOf(lines: readonly string[], { font, lineHeight, letter, padding }: typeof NAME): Size {
  const pen = penOf();
  if (pen) pen.font = font;
  const width = Math.max(0, ...lines.map((line) => pen?.measureText(line).width ?? line.length * letter));
  return { width: Math.ceil(width) + 2 * padding, height: lines.length * lineHeight + padding };
}

let pen: CanvasRenderingContext2D | null | undefined;
/** Measures texts; null where nothing is drawn. */
function penOf(): CanvasRenderingContext2D | null {
  pen ??= document.createElement('canvas').getContext('2d');
  return pen ?? null;
}

/** The width of an element, px, in steps that a slowly changed window does not pass at every pixel. */
function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(USUAL.width);
  useEffect(() => {
    const measure = () => {
      const own = element.current?.clientWidth ?? 0;
      if (own > 0) setWidth(Math.max(240, Math.floor(own / 20) * 20));
    };
    measure();
    if (typeof ResizeObserver === 'undefined' || !element.current) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
