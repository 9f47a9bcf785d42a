// A statement as the story page tells it: its text, how its source knows it, and where it stands there.
import type { Statement, Story } from '../../stories/format.ts';
import { fragmentAt } from '../../stories/text-fragment.ts';
import type { Localizer } from '../localizer.ts';
import { Citations } from '../sources.tsx';
import { describeStatement, statementText } from '../statement.ts';
import { placeCiting, toHash } from './place.ts';

export function StatementText({
  localizer,
  story,
  statement,
}: {
  localizer: Localizer;
  story: Story;
  statement: Statement;
}) {
  const { text, language, isVerbatim } = statementText({ localizer, story }, statement);
  return (
    <>
      <span lang={language} class={isVerbatim ? 'words' : undefined}>
        {text}
      </span>{' '}
      <span class="note">
        {describeStatement({ localizer, story }, statement)}{' '}
        <Citations
          localizer={localizer}
          story={story}
          cites={statement.cites}
          find={fragmentAt}
          href={() => toHash({ story: story.id, kind: 'statement', id: statement.id })}
        />
      </span>
    </>
  );
}

/** Citations that lead, where they do not open an article of the web, to the first statement on their sentence. */
export function StoryCitations({
  localizer,
  story,
  cites,
}: {
  localizer: Localizer;
  story: Story;
  cites: readonly string[];
}) {
  return (
    <Citations
      localizer={localizer}
      story={story}
      cites={cites}
      find={fragmentAt}
      href={(cite) => toHash(placeCiting(story, cite))}
    />
  );
}
