// What the stories say of one figure: all that a card tells when it is expanded, and the reader's own note.
import { useState } from 'preact/hooks';
import { type CardPage, cardContent } from '../../stories/card-content.ts';
import { type CardLibrary, pageFor, partsOf, roleAt } from '../../stories/card-library.ts';
import { OpenStory, pageDateLine } from '../card/OpenStory.tsx';
import { OtherStories } from '../card/OtherStories.tsx';
import type { SectionCallbacks } from '../card/sections.tsx';
import { openAt } from '../card/view.ts';
import { direction, forStory, type Localizer } from '../localizer.ts';
import { asOf } from '../origin.ts';
import { newsCounts, newsHeading } from '../story-news.ts';
import { EditorialNote, StoryText } from '../story-text.tsx';

export function FigureView({
  localizer,
  library,
  figure: id,
  page,
  notes,
  on,
}: {
  localizer: Localizer;
  library: CardLibrary;
  /** The merged figure. */
  figure: string;
  page: CardPage;
  /** The reader's own, by `story/figure`; they are written on the story's page. */
  notes: ReadonlyMap<string, string>;
  on: SectionCallbacks;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const figure = library.figure(id);
  const parts = figure ? partsOf(library, figure, page.date) : [];
  const open = parts.find(({ story }) => story.id === chosen) ?? parts[0];
  const who = roleAt(parts, page.date);
  if (!figure || !open || !who) return null;
  const { t, locale } = localizer;
  const others = parts.filter((part) => part !== open);
  const inStory = forStory(localizer, open.story);
  const inHead = forStory(localizer, who.story);
  return (
    <article class={`card card-${figure.kind}`} dir={direction(locale)} aria-labelledby="who">
      <header>
        <div class="who">
          <StoryText as="h2" id="who" localizer={inHead} text={who.figure.name} />
          {who.role && <StoryText as="p" localizer={inHead} text={who.role} />}
          <p class="note">{asOf(inHead, who.story, who.day)}</p>
          {who.figure.editorial && <EditorialNote localizer={inHead} text={who.figure.editorial} />}
        </div>
      </header>
      {parts.map(({ story, figure: { id: member } }) => {
        const note = notes.get(`${story.id}/${member}`);
        return (
          note && (
            <section key={story.id} class="own-note">
              <h3 class="label">{t('note_yours')}</h3>
              <p class="own-words" dir="auto">
                {note}
              </p>
            </section>
          )
        );
      })}
      <OpenStory
        {...{ localizer, library, on }}
        content={cardContent(open.story, open.figure, pageFor(library, page, open.story.id), inStory, Infinity)}
        more
        part={open}
        among={others.length}
        pageDate={pageDateLine(inStory, open.story, page)}
        why=""
      />
      {open.story.news && (
        <p class="note">
          {newsHeading(inStory, open.story.news, open.story.kept)}:{' '}
          <button
            class="link"
            type="button"
            onClick={() => on.openStory({ story: open.story.id, kind: 'part', id: 'top' })}
          >
            {newsCounts(inStory, open.story.news)}
          </button>
        </p>
      )}
      <OtherStories
        localizer={localizer}
        others={others}
        view={{ ...openAt(id), more: true }}
        on={{ openPart: setChosen, more: () => {} }}
      />
      <p>
        <button
          class="link"
          type="button"
          onClick={() => on.openStory({ story: open.story.id, kind: 'figure', id: open.figure.id })}
        >
          {t('card_openStory')}
        </button>
      </p>
    </article>
  );
}
