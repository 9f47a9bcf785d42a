// Parts that card, popup and story set alike: citations, the mode in words, quotations, icons.
import { type ComponentChildren, Fragment } from 'preact';
import type { Citation, Figure, Language, Quotation, Statement, Story, Text } from '../data/story.ts';
import type { Voice } from './voice.ts';

/** A dataset text, marked with its language, which may not be the interface's. */
export function Told({ voice, text, class: name }: { voice: Voice; text: Text; class?: string }) {
  return (
    <span lang={voice.language} class={name}>
      {text[voice.language]}
    </span>
  );
}

/** Where in the article something stands: `¶2.3`, a way to it. `href` makes it a link, `onCite` a button. */
export function Cites({
  voice,
  cites,
  ...way
}: { voice: Voice; cites: readonly Citation[] } & (
  | { onCite: (cite: Citation) => void }
  | { href: (cite: Citation) => string }
)) {
  return (
    <>
      {cites.map((cite, index) => {
        const [paragraph = '', sentence = ''] = cite.split('.');
        const place = {
          class: 'link cite',
          'aria-label': paragraph === '0' ? voice.t('citeHeadline') : voice.t('citePlace', [paragraph, sentence]),
        };
        const text = paragraph === '0' ? '¶0' : `¶${cite}`;
        return (
          <Fragment key={cite}>
            {index > 0 && ' '}
            {'href' in way ? (
              <a {...place} href={way.href(cite)}>
                {text}
              </a>
            ) : (
              <button {...place} type="button" onClick={() => way.onCite(cite)}>
                {text}
              </button>
            )}
          </Fragment>
        );
      })}
    </>
  );
}

/** How the article knows a statement, in words. */
export function modeIn({ t, language }: Voice, statement: Statement, figures: Story['figures']): string {
  if (statement.mode !== 'said') return t(`mode_${statement.mode}`);
  const by = figures.find(({ id }) => id === statement.by);
  return by ? t('mode_said', [shortName(by, language)]) : t('mode_saidBySomebody');
}

/** A person's surname, the whole name of anything else. */
export function shortName({ kind, name }: Figure, language: Language): string {
  return kind === 'person' ? name[language].slice(name[language].lastIndexOf(' ') + 1) : name[language];
}

/**
 * The words of a quotation as the reader's language sets them, marked as translated where they are not verbatim. What was
 * said in that very language and is only translated back stands in no quotation marks.
 */
export function Words({ voice, quotation }: { voice: Voice; quotation: Quotation }) {
  if (quotation.saidIn === voice.language)
    return (
      <>
        <span lang={voice.language} title={quotation.words}>
          {quotation.translation[quotation.saidIn]}
        </span>{' '}
        <span class="note">{voice.t('story_retranslated')}</span>
      </>
    );
  return voice.language === 'en' ? (
    <span class="words" lang="en">
      “{quotation.words}”
    </span>
  ) : (
    <span class="words" lang={voice.language} title={quotation.words}>
      «{quotation.translation[voice.language]}»
    </span>
  );
}

const paths = {
  back: 'M10 3 5 8l5 5',
  forth: 'm6 3 5 5-5 5',
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

/** Not among the others: no card has it. */
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

/** A heading with what stands under it; nothing where there is nothing. */
export function Section({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section>
      <h3 class="label">{label}</h3>
      {children}
    </section>
  );
}
