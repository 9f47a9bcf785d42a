// How the figures stand to each other: a graph to look at and to follow one figure in, and the same as a table.
import { useMemo, useState } from 'preact/hooks';
import type { Language, Story } from '../../stories/story.ts';
import { Cites, Told } from '../parts.tsx';
import type { Voice } from '../voice.ts';
import { bendOf, layOut, type Point } from './layout.ts';
import { citeHash, toHash } from './place.ts';

const area = { width: 880, height: 620 };
/** About as wide as a letter of a name and of a label is, px; a label's lines hold so many letters. */
const letter = { name: 9, label: 6.6 };
const lineLength = 24;
const lineHeight = 16;
const margin = 16;

export function Relations({ voice, story, here }: { voice: Voice; story: Story; here: string | null }) {
  const [followed, follow] = useState<string | null>(null);
  return (
    <>
      <p class="note">{voice.t('story_graphHint')}</p>
      <Graph voice={voice} story={story} followed={followed} onFollow={follow} />
      <Table voice={voice} story={story} followed={followed} here={here} />
    </>
  );
}

function Graph({
  voice: { t, language },
  story,
  followed,
  onFollow,
}: {
  voice: Voice;
  story: Story;
  followed: string | null;
  onFollow: (figure: string | null) => void;
}) {
  const { names, ties, places, top, height } = useMemo(() => drawn(story, language), [story, language]);
  const near = new Set(
    ties.filter(({ between }) => followed && between.includes(followed)).flatMap(({ between }) => between),
  );
  const isOf = (between: readonly string[]) => followed !== null && between.includes(followed);
  const shade = (involved: boolean) => (followed === null ? '' : involved ? 'followed' : 'aside');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="graph" aria-label={t('story_graph')} tabIndex={0}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the section is labelled, and a title would hang over every name as a tooltip */}
      <svg viewBox={`0 ${top} ${area.width} ${height}`} width={area.width} height={height} lang={language}>
        {ties.map(({ id, between }) => {
          const [a, b, label] = [...between, id].map((one) => places.get(one));
          return a && b && label && <path key={id} class={`edge ${shade(isOf(between))}`} d={curve(a, label, b)} />;
        })}
        {ties.map(({ id, between, lines, width, height }) => {
          const at = places.get(id);
          return (
            at && (
              <g key={id} class={`tie ${shade(isOf(between))}`}>
                <rect x={at.x - width / 2} y={at.y - height / 2} width={width} height={height} />
                <text x={at.x} y={at.y - height / 2 + 12}>
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
        {names.map(({ id, kind, text, width, height }) => {
          const at = places.get(id);
          return (
            at && (
              <a
                key={id}
                href={toHash({ kind: 'figure', id })}
                class={`node node-${kind} ${shade(near.has(id))}`}
                onPointerEnter={() => onFollow(id)}
                onPointerLeave={() => onFollow(null)}
                onFocus={() => onFollow(id)}
                onBlur={() => onFollow(null)}
              >
                <rect x={at.x - width / 2} y={at.y - height / 2} width={width} height={height} rx={6} />
                <text x={at.x} y={at.y + 5}>
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

/** Names and labels with the sizes of their boxes, and where each goes. Labels tell the course, a step to a line or more. */
function drawn({ figures, relations }: Story, language: Language) {
  const names = figures
    .filter(({ id }) => relations.some(({ between }) => between.includes(id)))
    .map(({ id, kind, name }) => {
      const text = name[language];
      return { id, kind, text, width: text.length * letter.name + 24, height: 30 };
    });
  const ties = relations.map(({ id, between, course }) => {
    const lines = course.flatMap(({ text }, index) => wrapped(index > 0 ? `→ ${text[language]}` : text[language]));
    const width = Math.max(...lines.map((line) => line.length)) * letter.label;
    return { id: `tie/${id}`, between, lines, width, height: lines.length * lineHeight };
  });
  const places = layOut(names, ties, area);
  const edges = [...names, ...ties].flatMap((box) => {
    const y = places.get(box.id)?.y ?? 0;
    return [y - box.height / 2 - margin, y + box.height / 2 + margin];
  });
  const top = Math.min(...edges);
  return { names, ties, places, top, height: Math.max(...edges) - top };
}

/** From one name through the label to the other. */
function curve(a: Point, label: Point, b: Point): string {
  const bend = bendOf(a, label, b);
  return `M${a.x} ${a.y}Q${bend.x} ${bend.y} ${b.x} ${b.y}`;
}

function wrapped(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + word.length >= lineLength) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}

function Table({
  voice,
  story,
  followed,
  here,
}: {
  voice: Voice;
  story: Story;
  followed: string | null;
  here: string | null;
}) {
  const { t, language } = voice;
  const nameOf = (id: string) => story.figures.find((figure) => figure.id === id)?.name[language] ?? id;
  return (
    <table>
      <caption class="unseen">{t('story_relations')}</caption>
      <thead>
        <tr class="note">
          <th scope="col">{t('story_between')}</th>
          <th scope="col">{t('story_relation')}</th>
          <th scope="col">{t('story_course')}</th>
        </tr>
      </thead>
      <tbody>
        {story.relations.map((relation) => (
          <tr
            key={relation.id}
            id={`relation/${relation.id}`}
            tabIndex={-1}
            class={`${followed && relation.between.includes(followed) ? 'followed' : ''} ${here === `relation/${relation.id}` ? 'here' : ''}`}
          >
            <th scope="row" lang={language}>
              {relation.between.map((id, index) => (
                <span key={id}>
                  {index > 0 && ' – '}
                  <a href={toHash({ kind: 'figure', id })}>{nameOf(id)}</a>
                </span>
              ))}
            </th>
            <td>
              <Told voice={voice} text={relation.label} />
            </td>
            <td>
              <ol class="course">
                {relation.course.map((step) => (
                  <li key={step.text.en}>
                    <Told voice={voice} text={step.text} />{' '}
                    <Cites voice={voice} cites={step.cites} href={(cite) => citeHash(story, cite)} />
                  </li>
                ))}
              </ol>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
