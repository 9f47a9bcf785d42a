// The story in full: cast, relations, timeline, every statement, quotations, what is open, where it all comes from.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Figure, Story } from '../../data/story.ts';
import { Cites, SearchIcon, Told, Words } from '../parts.tsx';
import { Results } from '../Results.tsx';
import type { Found } from '../search.ts';
import { dateIn, direction, type Voice } from '../voice.ts';
import { Provenance } from './Provenance.tsx';
import { citeHash, type StoryPlace, toHash } from './place.ts';
import { Relations } from './Relations.tsx';
import { Statements } from './Statements.tsx';

export interface StoryPageProps {
  voice: Voice;
  story: Story;
  /** What the address points to. */
  place: StoryPlace | null;
  /** What it asks to search for. */
  query: string;
  search: (query: string) => readonly Found[];
  go: (place: StoryPlace) => void;
}

const parts = ['cast', 'relations', 'timeline', 'statements', 'quotations', 'open', 'provenance'] as const;

export function StoryPage(props: StoryPageProps) {
  const { voice, story, place } = props;
  const { t, locale, language } = voice;
  const here = place && `${place.kind}/${place.id}`;
  useEffect(() => {
    if (here) goTo(here);
  }, [here]);
  return (
    <div class="surface page story" lang={locale} dir={direction(locale)}>
      <header>
        <p class="note">{t('extName')}</p>
        <h1 lang={language}>{story.title[language]}</h1>
        <p class="note">
          <span class="bracketed">{t('asOf', [dateIn(locale, story.asOf)])}</span> {t('mode_editorial')}
        </p>
      </header>
      <div class="aside">
        <nav aria-label={t('story_contents')}>
          <ul>
            {parts.map((part) => (
              <li key={part}>
                <a href={`#${part}`}>{t(`story_${part}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <Find {...props} />
      </div>
      <main>
        <div class="summary">
          {story.summary.map(({ text, cites }) => (
            <p key={text.en}>
              <Told voice={voice} text={text} />{' '}
              <Cites voice={voice} cites={cites} href={(cite) => citeHash(story, cite)} />
            </p>
          ))}
        </div>
        <Part id="cast" label={t('story_cast')}>
          <Cast voice={voice} story={story} here={here} />
        </Part>
        <Part id="relations" label={t('story_relations')}>
          <Relations voice={voice} story={story} here={here} />
        </Part>
        <Part id="timeline" label={t('story_timeline')}>
          <Timeline voice={voice} story={story} here={here} />
        </Part>
        <Part id="statements" label={t('story_statements')}>
          <Statements voice={voice} story={story} place={place} />
        </Part>
        <Part id="quotations" label={t('story_quotations')}>
          <Quotations voice={voice} story={story} here={here} />
        </Part>
        <Part id="open" label={t('story_open')}>
          <Open voice={voice} story={story} />
        </Part>
        <Part id="provenance" label={t('story_provenance')}>
          <Provenance voice={voice} story={story} />
        </Part>
      </main>
    </div>
  );
}

/** A linked place is scrolled to and takes the focus, so that reading goes on from there. */
function goTo(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}

function Part({ id, label, children }: { id: string; label: string; children: ComponentChildren }) {
  return (
    <section id={id} aria-labelledby={`${id}-label`}>
      <h2 id={`${id}-label`}>{label}</h2>
      {children}
    </section>
  );
}

function Find({ voice, query: asked, search, go }: StoryPageProps) {
  const [query, setQuery] = useState(asked);
  useEffect(() => setQuery(asked), [asked]);
  const label = voice.t('search_label');
  return (
    <search>
      <label class="find">
        <SearchIcon />
        <input
          type="search"
          aria-label={label}
          placeholder={label}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      {query.trim() && (
        <Results
          voice={voice}
          found={search(query)}
          onOpen={(place) => {
            setQuery('');
            go(place);
          }}
        />
      )}
    </search>
  );
}

interface ListProps {
  voice: Voice;
  story: Story;
  /** Id of the element that the address points to. */
  here: string | null;
}

const kinds = ['person', 'place', 'organization', 'group'] as const satisfies readonly Figure['kind'][];

function Cast({ voice, story, here }: ListProps) {
  const { t, locale, language } = voice;
  return kinds.map((kind) => (
    <div key={kind}>
      <h3 class="label">{t(`story_${kind}`)}</h3>
      <ul class="cast">
        {story.figures
          .filter((figure) => figure.kind === kind)
          .map((figure) => {
            const id = `figure/${figure.id}`;
            return (
              <li key={id} id={id} tabIndex={-1} class={here === id ? 'here' : undefined}>
                <h4 lang={language}>{figure.name[language]}</h4>
                <p lang={language}>{figure.role[language]}</p>
                {figure.description && <p lang={language}>{figure.description[language]}</p>}
                <p class="note">
                  <span class="bracketed">{t('asOf', [dateIn(locale, figure.asOf)])}</span> {t('mode_editorial')}
                  {figure.unmarked && <> · {t('story_unmarked')}</>}
                </p>
                {figure.editorial && (
                  <p class="note mode mode-editorial">
                    <Told voice={voice} text={figure.editorial} /> {t('mode_editorial')}
                  </p>
                )}
                {figure.unknown?.map((text) => (
                  <p key={text.en} class="note">
                    {t('card_unknown')}: <Told voice={voice} text={text} />
                  </p>
                ))}
              </li>
            );
          })}
      </ul>
    </div>
  ));
}

function Timeline({ voice, story, here }: ListProps) {
  const { t, locale, language } = voice;
  const events = [...story.events].sort((a, b) => a.order - b.order);
  return (
    <ol class="timeline">
      {events.map((event) => {
        const id = `event/${event.id}`;
        const state = `${event.planned ? 'planned' : ''} ${here === id ? 'here' : ''}`;
        return (
          <li key={id} id={id} tabIndex={-1} class={state}>
            <p class="note">
              {event.date && (
                <>
                  <time dateTime={event.date} class={event.dateIsEditorial ? 'bracketed' : undefined}>
                    {dateIn(locale, event.date)}
                  </time>{' '}
                  {event.dateIsEditorial && <>{t('mode_editorial')} · </>}
                </>
              )}
              <Told voice={voice} text={event.when} />
              {event.planned && <> · {t('story_planned')}</>}
            </p>
            <p>
              <Told voice={voice} text={event.title} />{' '}
              <Cites voice={voice} cites={event.cites} href={(cite) => citeHash(story, cite)} />
            </p>
            <p class="note" lang={language}>
              {story.figures
                .filter((figure) => event.figures.includes(figure.id))
                .map((figure, index) => (
                  <span key={figure.id}>
                    {index > 0 && ' · '}
                    <a href={toHash({ kind: 'figure', id: figure.id })}>{figure.name[language]}</a>
                  </span>
                ))}
            </p>
          </li>
        );
      })}
    </ol>
  );
}

function Quotations({ voice, story, here }: ListProps) {
  const { t, language } = voice;
  const nameOf = (id: string) => story.figures.find((figure) => figure.id === id)?.name[language] ?? id;
  return [...new Set(story.quotations.map(({ by }) => by))].map((by) => (
    <div key={by}>
      <h3 class="label" lang={by === null ? undefined : language}>
        {by === null ? t('story_nobodyNamed') : nameOf(by)}
      </h3>
      {story.quotations
        .filter((quotation) => quotation.by === by)
        .map((quotation) => {
          const id = `quotation/${quotation.id}`;
          return (
            <blockquote key={id} id={id} tabIndex={-1} class={here === id ? 'here' : undefined}>
              <p class="words" lang="en">
                “{quotation.words}”
              </p>
              {language !== 'en' && (
                <p>
                  <Words voice={voice} quotation={quotation} />{' '}
                  {quotation.saidIn !== language && <span class="note">{t('story_translated')}</span>}
                </p>
              )}
              <p class="note">
                <Told voice={voice} text={quotation.to} />{' '}
                <Cites voice={voice} cites={[quotation.cite]} href={(cite) => citeHash(story, cite)} />
              </p>
              {quotation.editorial && (
                <p class="note mode mode-editorial">
                  <Told voice={voice} text={quotation.editorial} /> {t('mode_editorial')}
                </p>
              )}
            </blockquote>
          );
        })}
    </div>
  ));
}

function Open({ voice, story }: { voice: Voice; story: Story }) {
  const { t } = voice;
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
                <Told voice={voice} text={question.text} />{' '}
                <Cites voice={voice} cites={question.cites} href={(cite) => citeHash(story, cite)} />
              </li>
            ))}
          </ul>
        </div>
      ),
  );
}
