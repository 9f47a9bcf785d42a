// Who is who: people of one name who may be one, figures that several stories have, and what the reader has said.
import { useState } from 'preact/hooks';
import type { StoryFigure } from '../../stories/merge.ts';
import { inLanguage } from '../../stories/story.ts';
import type { Decided, WhoIsWho } from '../../stories/who-is-who.ts';
import { forStory, type Localizer } from '../localizer.ts';
import type { LibraryCallbacks } from './callbacks.ts';
import { pairsOf } from './pairs.ts';

type Decide = LibraryCallbacks['decide'];

/** So many are listed at a time; the rest is found by name. */
const MOST_LISTED = 30;
/** Stories of one figure that are listed. */
const MOST_STORIES = 8;

export function People({
  localizer,
  people: { offered, merged, decided },
  onDecide,
}: {
  localizer: Localizer;
  people: WhoIsWho;
  onDecide: Decide;
}) {
  const { t } = localizer;
  if (offered.length + merged.length + decided.length === 0) return null;
  return (
    <section aria-label={t('library_people')}>
      <h2>{t('library_people')}</h2>
      <p class="note">{t('library_peopleMean')}</p>
      {offered.length > 0 && (
        <>
          <h3 class="label">{t('library_offered')}</h3>
          <ul class="rows">
            {offered.slice(0, MOST_LISTED).map(([ones, others]) => (
              <Offered
                key={[ones[0], others[0]].map(keyOf).join(' ')}
                localizer={localizer}
                ones={ones}
                others={others}
                onDecide={onDecide}
              />
            ))}
          </ul>
          <More localizer={localizer} count={offered.length - MOST_LISTED} />
        </>
      )}
      {merged.length > 0 && <Merged localizer={localizer} merged={merged} onDecide={onDecide} />}
      {decided.length > 0 && (
        <details>
          <summary>{t('library_decided', decided.length)}</summary>
          <ul class="rows">
            {decided.map((one) => (
              <Said key={`${one.as} ${one.pair.join(' ')}`} localizer={localizer} decided={one} onDecide={onDecide} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Offered({
  localizer,
  ones,
  others,
  onDecide,
}: {
  localizer: Localizer;
  ones: readonly StoryFigure[];
  others: readonly StoryFigure[];
  onDecide: Decide;
}) {
  const { t } = localizer;
  const [one] = ones;
  const name = one ? nameIn(localizer, one) : '';
  return (
    <li>
      <span>
        {[ones, others].map((figures) => (
          <Place key={keyOf(figures[0])} localizer={localizer} figure={figures[0]} />
        ))}
      </span>
      <span>
        <button
          class="button"
          type="button"
          aria-label={t('library_sameNamed', [name])}
          onClick={() => onDecide(pairsOf(ones.slice(0, 1), others.slice(0, 1)), 'same')}
        >
          {t('library_same')}
        </button>
        <button
          class="button"
          type="button"
          aria-label={t('library_apartNamed', [name])}
          onClick={() => onDecide(pairsOf(ones, others), 'apart')}
        >
          {t('library_apart')}
        </button>
      </span>
    </li>
  );
}

/** Figures that are in several stories; each of these can be told apart from the others. */
function Merged({
  localizer,
  merged,
  onDecide,
}: {
  localizer: Localizer;
  merged: WhoIsWho['merged'];
  onDecide: Decide;
}) {
  const { t } = localizer;
  const [query, setQuery] = useState('');
  const isSearched = merged.length > MOST_LISTED;
  // What was typed does not count once its field is gone.
  const wanted = isSearched ? query.trim().toLowerCase() : '';
  const found = merged.filter((figures) =>
    figures.some((figure) => nameIn(localizer, figure).toLowerCase().includes(wanted)),
  );
  return (
    <details>
      <summary>{t('library_merged', merged.length)}</summary>
      {isSearched && (
        <input
          type="search"
          aria-label={t('library_findFigure')}
          placeholder={t('library_findFigure')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      <ul class="rows">
        {found.slice(0, MOST_LISTED).map((figures) => (
          <li key={figures.map(keyOf).join(' ')} class="merged">
            <span>{figures[0] && nameIn(localizer, figures[0])}</span>
            <ul>
              {figures.slice(0, MOST_STORIES).map((figure, at) => (
                <li key={figure.story.id}>
                  <Place localizer={localizer} figure={figure} />
                  {/* Two are parted whichever of them is taken away. */}
                  {(figures.length > 2 || at > 0) && (
                    <button
                      class="link"
                      type="button"
                      aria-label={t('library_partNamed', [nameIn(localizer, figure), titleIn(localizer, figure)])}
                      onClick={() =>
                        onDecide(
                          pairsOf(
                            [figure],
                            figures.filter((other) => other !== figure),
                          ),
                          'apart',
                        )
                      }
                    >
                      {t('library_part')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
            <More localizer={localizer} count={figures.length - MOST_STORIES} />
          </li>
        ))}
      </ul>
      <More localizer={localizer} count={found.length - MOST_LISTED} />
    </details>
  );
}

function Said({
  localizer,
  decided: { as, pair, figures },
  onDecide,
}: {
  localizer: Localizer;
  decided: Decided;
  onDecide: Decide;
}) {
  const { t } = localizer;
  const texts = figures.map((figure, at) =>
    figure ? t('library_figureIn', [nameIn(localizer, figure), titleIn(localizer, figure)]) : (pair[at] ?? ''),
  );
  const text = t(as === 'same' ? 'library_saidSame' : 'library_saidApart', texts as [string, string]);
  return (
    <li>
      <span>{text}</span>
      <button
        class="link"
        type="button"
        aria-label={`${t('library_takeBack')}: ${text}`}
        onClick={() => onDecide([pair], null)}
      >
        {t('library_takeBack')}
      </button>
    </li>
  );
}

/** A figure with its role, and the story that has it. */
function Place({ localizer, figure: at }: { localizer: Localizer; figure: StoryFigure | undefined }) {
  if (!at) return null;
  const { role } = at.figure;
  return (
    <span class="place">
      {nameIn(localizer, at)}
      {role && <span class="note">{inLanguage(role, forStory(localizer, at.story)).text}</span>}
      <span class="note in-story">{titleIn(localizer, at)}</span>
    </span>
  );
}

const More = ({ localizer: { t }, count }: { localizer: Localizer; count: number }) =>
  count > 0 ? <p class="note">{t('library_more', count)}</p> : null;

const keyOf = (one: StoryFigure | undefined): string => `${one?.story.id}/${one?.figure.id}`;

const nameIn = (localizer: Localizer, { story, figure }: StoryFigure): string =>
  inLanguage(figure.name, forStory(localizer, story)).text;

const titleIn = (localizer: Localizer, { story }: StoryFigure): string =>
  inLanguage(story.title, forStory(localizer, story)).text;
