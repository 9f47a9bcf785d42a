// Where the story comes from, what its modes mean, and everything that is not from the article.
import type { Statement, Story } from '../../stories/format.ts';
import { formatDate, type Localizer } from '../localizer.ts';
import { StoryText } from '../parts.tsx';
import { sourceLine } from '../sources.tsx';

const modes = ['reported', 'said', 'analysis', 'ours'] as const satisfies readonly Statement['mode'][];

export function Provenance({ localizer, story }: { localizer: Localizer; story: Story }) {
  const { t, locale } = localizer;
  const dated = story.events.filter(({ date, dateIsEditorial }) => date && dateIsEditorial);
  return (
    <>
      <p>{sourceLine(localizer, story)}</p>
      <p>{t('story_how')}</p>
      <ul class="modes">
        {modes.map((mode) => (
          <li key={mode} class={`mode mode-${mode}`}>
            <span>{t(`story_mode_${mode}`)}</span>
            <span class="note"> {t(`story_means_${mode}`)}</span>
          </li>
        ))}
      </ul>
      <h3 class="label">{t('story_editorial')}</h3>
      <ul class="open">
        {story.figures.map(
          ({ id, name, editorial }) =>
            editorial && (
              <li key={id}>
                <StoryText localizer={localizer} text={name} />: <StoryText localizer={localizer} text={editorial} />
              </li>
            ),
        )}
        {story.quotations.map(
          ({ id, words, language, editorial }) =>
            editorial && (
              <li key={id}>
                <q lang={language}>{words[language]}</q>: <StoryText localizer={localizer} text={editorial} />
              </li>
            ),
        )}
        {dated.map(({ id, title, date }) => (
          <li key={id}>
            <StoryText localizer={localizer} text={title} />: {date && formatDate(locale, date)}
          </li>
        ))}
        {story.figures.map(({ id, name, offices }) =>
          offices.map((office) => (
            <li key={`${id}/${office.office}/${office.from}`}>
              <StoryText localizer={localizer} text={name} />, <StoryText localizer={localizer} text={office.title} />:{' '}
              {office.to === null || office.toIsAssumed
                ? t('story_since', [formatDate(locale, office.from)])
                : t('story_term', [formatDate(locale, office.from), formatDate(locale, office.to)])}
            </li>
          )),
        )}
        {story.statements.map(
          ({ id, mode, text }) =>
            mode === 'ours' && (
              <li key={id}>
                <StoryText localizer={localizer} text={text} />
              </li>
            ),
        )}
      </ul>
    </>
  );
}
