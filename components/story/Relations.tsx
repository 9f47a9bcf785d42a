// How the figures stand to each other: a graph to look at and to follow one figure in, and the same as a table.
import { useMemo, useState } from 'preact/hooks';
import type { Relation, Story } from '../../data/story.ts';
import { Cites, Told } from '../parts.tsx';
import type { Voice } from '../voice.ts';
import { type Graph, layOut } from './layout.ts';
import { citeHash, toHash } from './place.ts';

const width = 880;

export function Relations({ voice, story }: { voice: Voice; story: Story }) {
  const [followed, follow] = useState<string | null>(null);
  const graph = useMemo(() => layOut(story.figures, story.relations, width), [story]);
  return (
    <>
      <p class="note">{voice.t('story_graphHint')}</p>
      <Drawing voice={voice} story={story} graph={graph} followed={followed} onFollow={follow} />
      <Table voice={voice} story={story} followed={followed} />
    </>
  );
}

function Drawing({
  voice: { t, language },
  story,
  graph,
  followed,
  onFollow,
}: {
  voice: Voice;
  story: Story;
  graph: Graph;
  followed: string | null;
  onFollow: (figure: string | null) => void;
}) {
  const near = new Set(
    story.relations.filter(({ between }) => followed && between.includes(followed)).flatMap(({ between }) => between),
  );
  const shade = (involved: boolean) => (followed === null ? '' : involved ? 'followed' : 'aside');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="graph" aria-label={t('story_graph')} tabIndex={0}>
      <svg viewBox={`0 0 ${graph.width} ${graph.height}`} width={graph.width} height={graph.height} lang={language}>
        {story.relations.map((relation) => (
          <Edge
            key={relation.id}
            relation={relation}
            graph={graph}
            course={relation.course.map(({ text }) => text[language])}
            class={`edge ${shade(relation.between.some((id) => id === followed))}`}
          />
        ))}
        {story.figures.map(({ id, name, kind }) => {
          const at = graph.figures.get(id);
          return (
            at && (
              <a
                key={id}
                href={toHash({ kind: 'figure', id })}
                class={`node node-${kind} ${shade(id === followed || near.has(id))}`}
                onPointerEnter={() => onFollow(id)}
                onPointerLeave={() => onFollow(null)}
                onFocus={() => onFollow(id)}
                onBlur={() => onFollow(null)}
              >
                <rect {...boxOf(name[language], at)} />
                <text x={at.x} y={at.y + 5}>
                  {name[language]}
                </text>
              </a>
            )
          );
        })}
      </svg>
    </section>
  );
}

/** The line from one figure through the label to the other; the label tells the course, a step to a line. */
function Edge({
  relation,
  graph,
  course,
  class: name,
}: {
  relation: Relation;
  graph: Graph;
  course: string[];
  class: string;
}) {
  const [a, b] = relation.between.map((id) => graph.figures.get(id));
  const label = graph.labels.get(relation.id);
  if (!a || !b || !label) return null;
  const lines = course.flatMap((step, index) => wrap(index > 0 ? `→ ${step}` : step));
  const top = label.y - (lines.length - 1) * 8;
  return (
    <g class={name}>
      <polyline points={`${a.x},${a.y} ${label.x},${label.y} ${b.x},${b.y}`} />
      <text x={label.x} y={top + 4}>
        {lines.map((line, index) => (
          <tspan key={line} x={label.x} dy={index === 0 ? 0 : 16}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

const lineLength = 24;

function wrap(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + word.length >= lineLength) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}

function boxOf(name: string, { x, y }: { x: number; y: number }) {
  const half = name.length * 4.2 + 14;
  return { x: x - half, y: y - 15, width: 2 * half, height: 30, rx: 6 };
}

function Table({ voice, story, followed }: { voice: Voice; story: Story; followed: string | null }) {
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
            class={followed && relation.between.includes(followed) ? 'followed' : undefined}
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
