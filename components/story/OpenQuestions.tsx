// What is open according to the article, and what is unknown to us.
import type { Story } from '../../stories/format.ts';
import type { Localizer } from '../localizer.ts';
import { StoryText } from '../parts.tsx';
import { Citations } from '../sources.tsx';
import { placeCiting, toHash } from './place.ts';

export function OpenQuestions({ localizer, story }: { localizer: Localizer; story: Story }) {
  const { t } = localizer;
  const groups = [
    { label: t('story_openArticle'), questions: story.open.filter((question) => !question.unknownToDataset) },
    { label: t('story_openDataset'), questions: story.open.filter((question) => question.unknownToDataset) },
  ];
  return groups.map(
    ({ label, questions }) =>
      questions.length > 0 && (
        <div key={label}>
          <h3 class="label">{label}</h3>
          <ul class="open">
            {questions.map((question) => (
              <li key={question.id}>
                <StoryText localizer={localizer} text={question.text} />{' '}
                <Citations
                  localizer={localizer}
                  story={story}
                  cites={question.cites}
                  href={(cite) => toHash(placeCiting(story, cite))}
                />
              </li>
            ))}
          </ul>
        </div>
      ),
  );
}
