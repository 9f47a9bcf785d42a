// Where the story comes from, how its modes are told apart, and all that does not come from the article.
import type { Mode, Story } from '../../data/story.ts';
import { Told } from '../parts.tsx';
import { dateIn, type Voice } from '../voice.ts';

const modes = ['reported', 'said', 'analysis', 'editorial'] as const satisfies readonly Mode[];

export function Provenance({ voice, story }: { voice: Voice; story: Story }) {
  const { t, locale, language } = voice;
  const dated = story.events.filter(({ date, dateIsEditorial }) => date && dateIsEditorial);
  return (
    <>
      <p>{t('card_source', [story.source[language], dateIn(locale, story.asOf)])}</p>
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
                <Told voice={voice} text={name} />: <Told voice={voice} text={editorial} />
              </li>
            ),
        )}
        {story.quotations.map(
          ({ id, words, editorial }) =>
            editorial && (
              <li key={id}>
                <q lang="en">{words}</q>: <Told voice={voice} text={editorial} />
              </li>
            ),
        )}
        {dated.map(({ id, title, date }) => (
          <li key={id}>
            <Told voice={voice} text={title} />: {date && dateIn(locale, date)}
          </li>
        ))}
        {story.figures.map(({ id, name, offices }) =>
          offices?.map((office) => (
            <li key={`${id}/${office.office}/${office.from}`}>
              <span lang={language}>
                {name[language]}, {office.title[language]}
              </span>
              :{' '}
              {office.to === null
                ? t('story_since', [dateIn(locale, office.from)])
                : t('story_term', [dateIn(locale, office.from), dateIn(locale, office.to)])}
            </li>
          )),
        )}
        {story.statements.map(
          ({ id, mode, text }) =>
            mode === 'editorial' && (
              <li key={id}>
                <Told voice={voice} text={text} />
              </li>
            ),
        )}
      </ul>
    </>
  );
}
