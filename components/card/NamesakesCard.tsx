// The card of a name that several figures of the reader's stories have: shows them all. Of two people it asks whether
// they are one.
import type { CardPage } from '../../stories/card-content.ts';
import { type CardLibrary, partsOf, roleAt } from '../../stories/card-library.ts';
import type { MergedFigure } from '../../stories/library.ts';
import { inLanguage } from '../../stories/story.ts';
import { IconButton } from '../icons.tsx';
import { direction, forStory, type Localizer } from '../localizer.ts';
import { asOf } from '../origin.ts';
import { SourceNote } from '../sources.tsx';
import { StoryText } from '../story-text.tsx';
import { ROLE_WORDS } from './Header.tsx';
import { Outcome } from './Outcome.tsx';
import type { CardView } from './view.ts';

export interface NamesakesCardProps {
  localizer: Localizer;
  library: CardLibrary;
  /** The name as it stands on the page. */
  name: string;
  figures: readonly MergedFigure[];
  /** Whether the reader is asked if two people are one. */
  isAsked: boolean;
  page: CardPage;
  notice: CardView['notice'];
  role: 'dialog' | 'tooltip';
  on: NamesakesCallbacks;
}

export interface NamesakesCallbacks {
  /** Shows the card of one of them. */
  goTo(figure: string): void;
  openArticle(address: string): void;
  close(): void;
  onSame(one: MergedFigure, other: MergedFigure): void;
  onApart(one: MergedFigure, other: MergedFigure): void;
}

export function NamesakesCard({
  localizer,
  library,
  name,
  figures,
  isAsked,
  page,
  notice,
  role,
  on,
}: NamesakesCardProps) {
  const { t, locale } = localizer;
  const [one, other, ...others] = figures;
  const arePeople = figures.every(({ kind }) => kind === 'person');
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it can have are labelled
    <div
      class="surface card card-namesakes"
      role={role}
      aria-labelledby="who"
      tabIndex={-1}
      lang={locale}
      dir={direction(locale)}
    >
      <header>
        <div class="who">
          <h2 id="who">
            <bdi>{name}</bdi>
          </h2>
          <p class="note">{t(others.length > 0 ? 'card_severalOfName' : 'card_twoOfName')}</p>
        </div>
        <div class="tools">
          <IconButton icon="close" label={t('card_close')} onClick={on.close} />
        </div>
      </header>
      {figures.map((figure) => (
        <Namesake key={figure.id} localizer={localizer} library={library} figure={figure} page={page} on={on} />
      ))}
      {one && other && others.length === 0 && isAsked && arePeople && (
        <footer>
          <button class="button" type="button" onClick={() => on.onSame(one, other)}>
            {t('card_onePerson')}
          </button>
          <button class="button" type="button" onClick={() => on.onApart(one, other)}>
            {t('card_twoPeople')}
          </button>
          <Outcome localizer={localizer} notice={notice} />
        </footer>
      )}
    </div>
  );
}

function Namesake({
  localizer: everywhere,
  library,
  figure,
  page,
  on,
}: Pick<NamesakesCardProps, 'localizer' | 'library' | 'page' | 'on'> & { figure: MergedFigure }) {
  const who = roleAt(partsOf(library, figure, page.date), page.date);
  if (!who) return null;
  const { story, role, day } = who;
  const localizer = forStory(everywhere, story);
  return (
    <section class="part">
      <h3>
        <button class="name" type="button" onClick={() => on.goTo(figure.id)}>
          {inLanguage(who.figure.name, localizer).text}
        </button>
      </h3>
      {role && <StoryText as="p" localizer={localizer} text={role} most={ROLE_WORDS} />}
      <p class="note">{asOf(localizer, story, day)}</p>
      <SourceNote localizer={localizer} story={story} arrival={story} onArticle={on.openArticle} />
    </section>
  );
}
