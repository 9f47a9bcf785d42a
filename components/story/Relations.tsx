// How the figures stand to each other: a graph in which one figure can be followed, and the same as a table.
import { useState } from 'preact/hooks';
import type { Relation, Story } from '../../stories/format.ts';
import { inLanguage } from '../../stories/story.ts';
import type { Localizer } from '../localizer.ts';
import { StoryText } from '../story-text.tsx';
import { Fold } from './Fold.tsx';
import { Graph } from './Graph.tsx';
import { toHash } from './place.ts';
import { StoryCitations } from './StatementText.tsx';

export function Relations({ localizer, story, here }: { localizer: Localizer; story: Story; here: string | null }) {
  const [followed, setFollowed] = useState<string | null>(null);
  return (
    <>
      <p class="note">{localizer.t('story_graphHint')}</p>
      <Graph localizer={localizer} story={story} followed={followed} onFollow={setFollowed} />
      <Fold label={localizer.t('story_table')}>
        <Table localizer={localizer} story={story} followed={followed} here={here} />
      </Fold>
    </>
  );
}

function Table({
  localizer,
  story,
  followed,
  here,
}: {
  localizer: Localizer;
  story: Story;
  followed: string | null;
  here: string | null;
}) {
  const { t } = localizer;
  const isFollowed = ({ between }: Relation) => followed !== null && between.includes(followed);
  const nameOf = (id: string) => {
    const figure = story.figures.find((one) => one.id === id);
    return figure ? inLanguage(figure.name, localizer) : { text: id, language: undefined };
  };
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
            class={`${isFollowed(relation) ? 'followed' : ''} ${here === `relation/${relation.id}` ? 'here' : ''}`}
          >
            <th scope="row">
              {relation.between.map((id, index) => (
                <span key={id}>
                  {index > 0 && ' – '}
                  <a href={toHash({ story: story.id, kind: 'figure', id })} lang={nameOf(id).language}>
                    {nameOf(id).text}
                  </a>
                </span>
              ))}
            </th>
            <td>{relation.label && <StoryText localizer={localizer} text={relation.label} />}</td>
            <td>
              <ol class="course">
                {relation.course.map((step, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: steps have no ids, and never change places
                  <li key={at}>
                    <StoryText localizer={localizer} text={step.text} />{' '}
                    <StoryCitations localizer={localizer} story={story} cites={step.cites} />
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
