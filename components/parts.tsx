// Parts that card, popup and story page share: texts of the story, citations, quotations, icons.
import { type ComponentChildren, Fragment } from 'preact';
import { type Citation, type Quotation, type Statement, type Story, shortName, type Text } from '../stories/story.ts';
import { formatDate, type Localizer } from './localizer.ts';

/** A text of the story, marked with its language, which may differ from the interface's. */
export function StoryText({ localizer, text, class: name }: { localizer: Localizer; text: Text; class?: string }) {
  return (
    <span lang={localizer.language} class={name}>
      {text[localizer.language]}
    </span>
  );
}

/** The day for which something holds. The article does not give it, so it is marked as ours. */
export function AsOf({ localizer: { t, locale }, day }: { localizer: Localizer; day: string }) {
  return (
    <>
      <span class="bracketed">{t('asOf', [formatDate(locale, day)])}</span> {t('mode_editorial')}
    </>
  );
}

/** What we add to a figure or a quotation from outside the article. */
export function EditorialNote({ localizer, text }: { localizer: Localizer; text: Text }) {
  return (
    <p class="note mode mode-editorial">
      <StoryText localizer={localizer} text={text} /> {localizer.t('mode_editorial')}
    </p>
  );
}

/** Places in the article, as `¶2.3`. With `href` each is a link, with `onCite` a button. */
export function Citations({
  localizer,
  cites,
  ...target
}: { localizer: Localizer; cites: readonly Citation[] } & (
  | { onCite: (cite: Citation) => void }
  | { href: (cite: Citation) => string }
)) {
  return (
    <>
      {cites.map((cite, index) => {
        const [paragraph = '', sentence = ''] = cite.split('.');
        const attributes = {
          class: 'link cite',
          'aria-label':
            paragraph === '0' ? localizer.t('citeHeadline') : localizer.t('citePlace', [paragraph, sentence]),
        };
        const text = paragraph === '0' ? '¶0' : `¶${cite}`;
        return (
          <Fragment key={cite}>
            {index > 0 && ' '}
            {'href' in target ? (
              <a {...attributes} href={target.href(cite)}>
                {text}
              </a>
            ) : (
              <button {...attributes} type="button" onClick={() => target.onCite(cite)}>
                {text}
              </button>
            )}
          </Fragment>
        );
      })}
    </>
  );
}

/** How the article knows a statement, as a short text: "reported", "said by Petro". */
export function describeMode({ t, language }: Localizer, statement: Statement, figures: Story['figures']): string {
  if (statement.mode !== 'said') return t(`mode_${statement.mode}`);
  const speaker = figures.find(({ id }) => id === statement.by);
  return speaker ? t('mode_said', [shortName(speaker, language)]) : t('mode_saidBySomebody');
}

/**
 * A quotation: verbatim in English, else our translation with the original as its tooltip. What was said in the
 * reader's language and is only translated back has no quotation marks.
 */
export function QuotationWords({ localizer, quotation }: { localizer: Localizer; quotation: Quotation }) {
  if (quotation.saidIn === localizer.language)
    return (
      <>
        <span lang={localizer.language} title={quotation.words}>
          {quotation.translation[quotation.saidIn]}
        </span>{' '}
        <span class="note">{localizer.t('story_retranslated')}</span>
      </>
    );
  return localizer.language === 'en' ? (
    <span class="words" lang="en">
      “{quotation.words}”
    </span>
  ) : (
    <span class="words" lang={localizer.language} title={quotation.words}>
      «{quotation.translation[localizer.language]}»
    </span>
  );
}

const paths = {
  back: 'M10 3 5 8l5 5',
  forward: 'm6 3 5 5-5 5',
  close: 'm4 4 8 8m0-8-8 8',
  copy: 'M6 6h7v7H6zM3 10V3h7',
  dots: 'M3.5 8h0m4.5 0h0m4.5 0h0',
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
  'aria-expanded'?: boolean;
  disabled?: boolean;
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
