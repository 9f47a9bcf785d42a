// What is open according to the article, and, folded, what is unknown to us.
import type { Story } from '../../stories/format.ts';
import type { Localizer } from '../localizer.ts';
import { StoryText } from '../story-text.tsx';
import { Fold } from './Fold.tsx';
import { StoryCitations } from './StatementText.tsx';

type Question = Story['open'][number];

export function OpenQuestions({ localizer, story }: { localizer: Localizer; story: Story }) {
  const { t } = localizer;
  const [ofSources, ours] = [false, true].map((own) => story.open.filter((one) => one.unknownToDataset === own));
  return (
    <>
      {ofSources && ofSources.length > 0 && (
        <>
          <h3 class="label">{t('story_openArticle')}</h3>
          <Questions localizer={localizer} story={story} questions={ofSources} />
        </>
      )}
      {ours && ours.length > 0 && (
        <Fold label={t('story_openDataset')}>
          <Questions localizer={localizer} story={story} questions={ours} />
        </Fold>
      )}
    </>
  );
}

function Questions({
  localizer,
  story,
  questions,
}: {
  localizer: Localizer;
  story: Story;
  questions: readonly Question[];
}) {
  return (
    <ul class="open">
      {questions.map(({ id, text, cites }) => (
        <li key={id}>
          <StoryText localizer={localizer} text={text} />{' '}
          <StoryCitations localizer={localizer} story={story} cites={cites} />
        </li>
      ))}
    </ul>
  );
}
