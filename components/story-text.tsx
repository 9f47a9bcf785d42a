// Texts of a story, each marked with its language: as they stand, quoted, or added to what the article says.
import type { Quotation, Text } from '../stories/format.ts';
import { inMarks } from '../stories/quotation-marks.ts';
import { inLanguage, quoted } from '../stories/story.ts';
import { clipped } from '../stories/words.ts';
import { type Localizer, languageName } from './localizer.ts';
import { additionNote } from './origin.ts';

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

/** What was added to a figure or a quotation from outside the article. */
export function EditorialNote({ localizer, text }: { localizer: Localizer; text: Text }) {
  return (
    <p class="note mode mode-ours">
      {additionNote(localizer)} <StoryText localizer={localizer} text={text} />
    </p>
  );
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
