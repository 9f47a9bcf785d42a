// The welcome page: what the extension does, a paragraph to try it, what it can see, how to switch it off.
import { Fragment } from 'preact';
import { direction, type Localizer } from '../localizer.ts';

const pictures = ['marked', 'card', 'popup'] as const;

export interface WelcomeProps {
  localizer: Localizer;
  /** Addresses of the pictures. */
  pictures: Record<(typeof pictures)[number], string>;
  /** Whether the browser gives access to pages; null until it is known. */
  access: boolean | null;
  on: WelcomeCallbacks;
}

export interface WelcomeCallbacks {
  grant(): void;
  openStory(): void;
  openOptions(): void;
}

/** Id of the example paragraph. */
const tryItId = 'try-it';

export function Welcome({ localizer, pictures: sources, access, on }: WelcomeProps) {
  const { t, locale } = localizer;
  return (
    <main class="surface page welcome" lang={locale} dir={direction(locale)}>
      <header>
        <h1>{t('extName')}</h1>
        <p class="lead">{t('welcome_lead')}</p>
      </header>
      {access === false && (
        <section class="access" aria-labelledby="access">
          <h2 id="access">{t('welcome_access')}</h2>
          <p>{t('welcome_accessWhy')}</p>
          <p>
            <button class="button" type="button" onClick={on.grant}>
              {t('grant')}
            </button>
          </p>
        </section>
      )}
      <section class="pictures">
        {pictures.map((name) => (
          <figure key={name}>
            <img src={sources[name]} alt={t(`welcome_${name}Alt`)} />
            <figcaption>{t(`welcome_${name}`)}</figcaption>
          </figure>
        ))}
      </section>
      <section aria-labelledby="try">
        <h2 id="try">{t('welcome_try')}</h2>
        <p class="note">{t('welcome_tryHow')}</p>
        <p id={tryItId} class="try">
          {t('welcome_tryText')}
        </p>
      </section>
      <section aria-labelledby="sees">
        <h2 id="sees">{t('welcome_sees')}</h2>
        <dl>
          {(['reads', 'keeps', 'sends', 'off'] as const).map((point) => (
            <Fragment key={point}>
              <dt>{t(`welcome_${point}`)}</dt>
              <dd>{t(`welcome_${point}Means`)}</dd>
            </Fragment>
          ))}
        </dl>
      </section>
      <p class="actions">
        <button class="button" type="button" onClick={on.openStory}>
          {t('popup_openStory')}
        </button>
        <button class="button" type="button" onClick={on.openOptions}>
          {t('popup_options')}
        </button>
      </p>
    </main>
  );
}
