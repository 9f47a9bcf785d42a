// Every statement of the story, by paragraph of the article, with filters for figure and mode.
import { useState } from 'preact/hooks';
import type { Statement, Story } from '../../stories/format.ts';
import { splitCitation } from '../../stories/story.ts';
import type { Localizer } from '../localizer.ts';
import { Citations, describeMode, StoryText } from '../parts.tsx';
import { type StoryPlace, toHash } from './place.ts';

type Mode = Statement['mode'];
const modes = ['reported', 'said', 'analysis', 'ours'] as const satisfies readonly Mode[];

export function Statements({
  localizer,
  story,
  place,
}: {
  localizer: Localizer;
  story: Story;
  place: StoryPlace | null;
}) {
  const { t } = localizer;
  const [figure, setFigure] = useState('');
  const [hidden, setHidden] = useState<ReadonlySet<Mode>>(new Set());
  const linked = (statement: Statement) => place?.kind === 'statement' && place.id === statement.id;
  // The statement in the address is shown whatever the filters say.
  const shown = story.statements.filter(
    (statement) =>
      linked(statement) || (!hidden.has(statement.mode) && (figure === '' || statement.figures.includes(figure))),
  );
  return (
    <>
      <div class="filter">
        <label>
          {t('story_filterFigure')}{' '}
          <select value={figure} onChange={(event) => setFigure(event.currentTarget.value)}>
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
              {t(`story_mode_${mode}`)}
            </label>
          ))}
        </fieldset>
        <p class="note" role="status">
          {t('story_shown', [shown.length, story.statements.length])}
        </p>
      </div>
      {[...new Set(shown.map(paragraphOf))]
        .sort((a, b) => a - b)
        .map((paragraph) => (
          <div key={paragraph} class="paragraph">
            <h3 class="label">{paragraph === 0 ? t('story_headline') : t('story_paragraph', [paragraph])}</h3>
            <ul>
              {shown
                .filter((statement) => paragraphOf(statement) === paragraph)
                .map((statement) => (
                  <li
                    key={statement.id}
                    id={`statement/${statement.id}`}
                    tabIndex={-1}
                    class={`mode mode-${statement.mode} ${linked(statement) ? 'here' : ''}`}
                  >
                    <p>
                      <StoryText localizer={localizer} text={statement.text} />
                    </p>
                    <p class="note">
                      {describeMode(localizer, statement, story.figures)}{' '}
                      <Citations
                        localizer={localizer}
                        cites={statement.cites}
                        href={() => toHash({ kind: 'statement', id: statement.id })}
                      />
                    </p>
                  </li>
                ))}
            </ul>
          </div>
        ))}
    </>
  );
}

function paragraphOf({ cites }: Statement): number {
  return Math.min(...cites.map((cite) => Number(splitCitation(cite).place.split('.')[0])));
}

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
