// Where the story comes from, what its modes mean, and everything that is not from the article.
import type { Statement, Story } from '../../stories/format.ts';
import { formatDate, type Localizer } from '../localizer.ts';
import { modeName } from '../statement.ts';
import { StoryText } from '../story-text.tsx';
import { Fold } from './Fold.tsx';
import { Sources } from './Sources.tsx';

const modes = ['reported', 'said', 'analysis', 'ours'] as const satisfies readonly Statement['mode'][];

export function Provenance({ localizer, story }: { localizer: Localizer; story: Story }) {
  const { t } = localizer;
  const isRetold = story.sources.length === 1 && !story.statements.some(({ verbatim }) => verbatim);
  return (
    <>
      <Sources localizer={localizer} story={story} />
      <Fold label={t('story_howTold')}>
        <p>{isRetold ? t('story_how') : t('story_howSources')}</p>
        <ul class="modes">
          {modes.map((mode) => (
            <li key={mode} class={`mode mode-${mode}`}>
              <span>{modeName(localizer, mode)}</span>
              <span class="note"> {t(`story_means_${mode}`)}</span>
            </li>
          ))}
        </ul>
      </Fold>
      <Added localizer={localizer} story={story} />
    </>
  );
}

/** Everything that is not from the sources. */
function Added({ localizer, story }: { localizer: Localizer; story: Story }) {
  const { t, locale } = localizer;
  const items = [
    ...story.figures.flatMap(({ id, name, editorial }) =>
      editorial === null
        ? []
        : [
            <li key={`figure/${id}`}>
              <StoryText localizer={localizer} text={name} />: <StoryText localizer={localizer} text={editorial} />
            </li>,
          ],
    ),
    ...story.quotations.flatMap(({ id, words, language, editorial }) =>
      editorial === null
        ? []
        : [
            <li key={`quotation/${id}`}>
              <q lang={language}>{words[language]}</q>: <StoryText localizer={localizer} text={editorial} />
            </li>,
          ],
    ),
    ...story.events.flatMap(({ id, title, date, dateIsEditorial }) =>
      date && dateIsEditorial
        ? [
            <li key={`event/${id}`}>
              <StoryText localizer={localizer} text={title} />: {formatDate(locale, date)}
            </li>,
          ]
        : [],
    ),
    ...story.figures.flatMap(({ id, name, offices }) =>
      offices.map((term) => (
        <li key={`${id}/${term.office}/${term.from}`}>
          <StoryText localizer={localizer} text={name} />, <StoryText localizer={localizer} text={term.title} />:{' '}
          {term.to === null || term.toIsAssumed
            ? t('story_since', [formatDate(locale, term.from)])
            : t('story_term', [formatDate(locale, term.from), formatDate(locale, term.to)])}
        </li>
      )),
    ),
    ...story.statements.flatMap(({ id, mode, text }) =>
      mode === 'ours'
        ? [
            <li key={`statement/${id}`}>
              <StoryText localizer={localizer} text={text} />
            </li>,
          ]
        : [],
    ),
  ];
  if (items.length === 0) return null;
  return (
    <Fold label={t(`story_editorial_${localizer.addedBy}`)}>
      <ul class="open">{items}</ul>
    </Fold>
  );
}
