// Every statement of the story, by paragraph of the article, with filters for figure and mode.
import { useState } from 'preact/hooks';
import type { Statement, Story } from '../../stories/format.ts';
import { splitCitation } from '../../stories/story.ts';
import type { Localizer } from '../localizer.ts';
import { sourceName } from '../sources.tsx';
import { modeName } from '../statement.ts';
import { StoryText } from '../story-text.tsx';
import { Fold } from './Fold.tsx';
import type { StoryPlace } from './place.ts';
import { StatementText } from './StatementText.tsx';

type Mode = Statement['mode'];
const modes = ['reported', 'said', 'analysis', 'ours'] as const satisfies readonly Mode[];

export function Statements({
  localizer,
  story,
  place,
  about: figure,
  onAbout,
}: {
  localizer: Localizer;
  story: Story;
  place: StoryPlace | null;
  /** The figure whose statements are shown; empty for all. */
  about: string;
  onAbout: (figure: string) => void;
}) {
  const { t } = localizer;
  const [hidden, setHidden] = useState<ReadonlySet<Mode>>(new Set());
  const linked = (statement: Statement) => place?.kind === 'statement' && place.id === statement.id;
  // The statement in the address is shown whatever the filters say.
  const shown = story.statements.filter(
    (statement) =>
      linked(statement) ||
      (!hidden.has(statement.mode) && (figure === '' || statement.figures.includes(figure) || statement.by === figure)),
  );
  return (
    <Fold label={t('story_allStatements', story.statements.length)}>
      <div class="filter">
        <label>
          {t('story_filterFigure')}{' '}
          <select value={figure} onChange={(event) => onAbout(event.currentTarget.value)}>
            <option value="">{t('story_everybody')}</option>
            {story.figures.map(({ id, name }) => (
              <StoryText key={id} as="option" value={id} localizer={localizer} text={name} />
            ))}
          </select>
        </label>
        <fieldset>
          <legend class="unseen">{t('story_filterMode')}</legend>
          {modes.map((mode) => (
            <label key={mode}>
              <input
                type="checkbox"
                checked={!hidden.has(mode)}
                onChange={() => setHidden((now) => toggled(now, mode))}
              />
              {modeName(localizer, mode)}
            </label>
          ))}
        </fieldset>
        <p class="note" role="status">
          {t('story_shown', [shown.length, story.statements.length])}
        </p>
      </div>
      {[...byParagraph(story, shown)].map(([paragraph, statements]) => (
        <div key={paragraph} class="paragraph">
          <h3 class="label">{paragraphLabel(localizer, story, paragraph)}</h3>
          <ul>
            {statements.map((statement) => {
              return (
                <li
                  key={statement.id}
                  id={`statement/${statement.id}`}
                  tabIndex={-1}
                  class={`mode mode-${statement.mode} ${linked(statement) ? 'here' : ''}`}
                >
                  <StatementText localizer={localizer} story={story} statement={statement} />
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </Fold>
  );
}

/** Statements by the paragraph that they cite first, as `source:paragraph`, in the order of the sources. */
function byParagraph({ sources }: Story, statements: readonly Statement[]): Map<string, Statement[]> {
  const order = new Map(sources.map(({ id }, at) => [id, at]));
  const sorted = statements
    .map((statement) => ({ statement, ...paragraphOf(statement) }))
    .sort((a, b) => (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0) || a.paragraph - b.paragraph);
  const groups = new Map<string, Statement[]>();
  for (const { statement, source, paragraph } of sorted) {
    const key = `${source}:${paragraph}`;
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  }
  return groups;
}

function paragraphOf({ cites }: Statement): { source: string; paragraph: number } {
  const places = cites.map(splitCitation);
  const { source = '' } = places[0] ?? {};
  const paragraphs = places.filter((one) => one.source === source).map(({ place }) => Number.parseInt(place, 10));
  return { source, paragraph: Math.min(...paragraphs) };
}

/** Of several sources, the one that the paragraph is of is named. */
function paragraphLabel(localizer: Localizer, story: Story, key: string): string {
  const { t } = localizer;
  const { source: id, place } = splitCitation(key);
  const source = story.sources.find((one) => one.id === id);
  if (!source) return t('story_ofNoSource');
  const label = place === '0' ? t('story_headline') : t('story_paragraph', [place]);
  return story.sources.length > 1 ? `${sourceName(localizer, story, source)}: ${label}` : label;
}

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
