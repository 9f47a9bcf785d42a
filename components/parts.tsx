// Parts that card, popup and story page share: texts of the story, citations, quotations, icons.
import type { ComponentChildren } from 'preact';
import type { Figure, Quotation, Source, Statement, Text } from '../stories/format.ts';
import { inMarks } from '../stories/quotation-marks.ts';
import { inLanguage, quoted, shortName } from '../stories/story.ts';
import { clipped } from '../stories/words.ts';
import { formatDate, type Localizer, languageName } from './localizer.ts';

/** A text of the story, marked with its language, which may differ from the interface's. */
export function StoryText({
  localizer,
  text,
  as: Tag = 'span',
  most = Infinity,
  ...rest
}: {
  localizer: Localizer;
  text: Text;
  as?: 'span' | 'p' | 'h1' | 'h2' | 'h3' | 'h4' | 'li' | 'option';
  /** The rest of a text of more words is its tooltip. */
  most?: number;
  class?: string;
  id?: string;
  value?: string;
}) {
  const told = inLanguage(text, localizer);
  const shown = clipped(told.text, most);
  return (
    <Tag lang={told.language} {...(shown === told.text ? {} : { title: told.text })} {...rest}>
      {shown}
    </Tag>
  );
}

/** The day for which something holds, and whose date it is unless a source bears it. */
export function asOf(
  { t, locale, addedBy }: Localizer,
  story: { sources: readonly Pick<Source, 'date'>[] },
  day: string,
): string {
  return t(isOfSource(story, day) ? 'asOf' : `asOf_${addedBy}`, [formatDate(locale, day)]);
}

export const isOfSource = ({ sources }: { sources: readonly Pick<Source, 'date'>[] }, day: string): boolean =>
  sources.some(({ date }) => date === day);

/** "added by us": whose words those are that no source has. */
export const addedNote = ({ t, addedBy }: Localizer): string => t(`added_${addedBy}`);

/** "Added by us:", before such words. */
export const additionNote = ({ t, addedBy }: Localizer): string => t(`addition_${addedBy}`);

/** The name of a mode, as of a list. */
export const modeName = ({ t, addedBy }: Localizer, mode: Statement['mode']): string =>
  t(mode === 'ours' ? `story_added_${addedBy}` : `story_mode_${mode}`);

/** What was added to a figure or a quotation from outside the article. */
export function EditorialNote({ localizer, text }: { localizer: Localizer; text: Text }) {
  return (
    <p class="note mode mode-ours">
      {additionNote(localizer)} <StoryText localizer={localizer} text={text} />
    </p>
  );
}

/** How the article knows a statement, as a short text: "reported", "said by Petro". */
export function describeMode(
  localizer: Localizer,
  statement: Pick<Statement, 'mode' | 'by'>,
  figures: readonly Pick<Figure, 'id' | 'kind' | 'name'>[],
): string {
  const { t } = localizer;
  if (statement.mode === 'ours') return addedNote(localizer);
  if (statement.mode !== 'said') return t(`mode_${statement.mode}`);
  const speaker = figures.find(({ id }) => id === statement.by);
  return speaker ? t('mode_said', [shortName(speaker, localizer)]) : t('mode_saidBySomebody');
}

type QuotedWords = Pick<Quotation, 'words' | 'language' | 'saidIn'>;

/**
 * A quotation: verbatim where the reader reads its source's language, else our translation with the original as its
 * tooltip. What was said in the reader's language and is only translated back has no quotation marks.
 */
export function QuotationWords({ localizer, quotation }: { localizer: Localizer; quotation: QuotedWords }) {
  const { text, language, isTranslation, isTranslatedBack } = quoted(quotation, localizer);
  const original = isTranslation ? quotation.words[quotation.language] : undefined;
  if (isTranslatedBack)
    return (
      <>
        <span lang={language} title={original}>
          {text}
        </span>{' '}
        <span class="note">{retranslationNote(localizer, quotation)}</span>
      </>
    );
  return (
    <span class="words" lang={language} title={original}>
      {inMarks(text, language)}
    </span>
  );
}

/** Says from which language a quotation was translated back, and in which it was said. */
export function retranslationNote({ t, locale }: Localizer, { language, saidIn }: QuotedWords): string {
  return t('story_retranslated', [languageName(locale, language), languageName(locale, saidIn ?? language)]);
}

const paths = {
  back: 'M10 3 5 8l5 5',
  forward: 'm6 3 5 5-5 5',
  close: 'm4 4 8 8m0-8-8 8',
  copy: 'M6 6h7v7H6zM3 10V3h7',
  pin: 'M6 2.5h4L9.5 7 12 9.5H4L6.5 7zM8 9.5V14',
};

export type IconName = keyof typeof paths;

const Icon = ({ name }: { name: IconName }) => (
  <svg class={name} viewBox="0 0 16 16" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);

/** Apart from `paths`, so that the card's script does not carry it. */
export const SearchIcon = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d="M7 11.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9zm3.3-1.2L14 14" />
  </svg>
);

export function IconButton({
  icon,
  label,
  ...rest
}: {
  icon: IconName;
  label: string;
  onClick: () => void;
  'aria-pressed'?: boolean;
}) {
  return (
    <button class="icon" type="button" aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}

/** A heading with its content. */
export function Section({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section>
      <h3 class="label">{label}</h3>
      {children}
    </section>
  );
}
