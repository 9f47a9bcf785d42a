// What the stories say of one figure: all that a card tells when it is expanded, and the reader's own note.
import { useState } from 'preact/hooks';
import { type CardPage, cardContent } from '../../stories/card-content.ts';
import { type CardLibrary, pageFor, partsOf, roleAt } from '../../stories/card-library.ts';
import { inLanguage } from '../../stories/story.ts';
import { OpenStory, pageDateLine } from '../card/OpenStory.tsx';
import { OtherStories } from '../card/OtherStories.tsx';
import type { SectionCallbacks } from '../card/sections.tsx';
import { openAt } from '../card/view.ts';
import { direction, forStory, type Localizer } from '../localizer.ts';
import { Note } from '../Note.tsx';
import { newsCounts, newsHeading } from '../news.ts';
import { asOf, EditorialNote, StoryText } from '../parts.tsx';

export interface FigureViewCallbacks extends SectionCallbacks {
  /** Saves a note on a figure of a story; an empty one is removed. */
  note(story: string, figure: string, text: string): void;
}

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
  /** The reader's own, by `story/figure`. */
  notes: ReadonlyMap<string, string>;
  on: FigureViewCallbacks;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const figure = library.figure(id);
  const parts = figure ? partsOf(library, figure, page.date) : [];
  const open = parts.find(({ story }) => story.id === chosen) ?? parts[0];
  const who = roleAt(parts, page.date);
  if (!figure || !open || !who) return null;
  const { t, locale } = localizer;
  const others = parts.filter((part) => part !== open);
  // On the figure of the open story one can be written.
  const noted = [open, ...others.filter((part) => notes.has(`${part.story.id}/${part.figure.id}`))];
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
      {noted.map(({ story, figure: { id: member, name } }) => (
        <Note
          key={`${story.id}/${member}`}
          localizer={localizer}
          name={inLanguage(name, forStory(localizer, story)).text}
          text={notes.get(`${story.id}/${member}`) ?? ''}
          onSave={(text) => on.note(story.id, member, text)}
        />
      ))}
      <OpenStory
        {...{ localizer, library, on }}
        content={cardContent(open.story, open.figure, pageFor(library, page, open.story.id), inStory, Infinity)}
        more
        part={open}
        among={others.length}
        pageDate={pageDateLine(inStory, open.story, page.date)}
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
