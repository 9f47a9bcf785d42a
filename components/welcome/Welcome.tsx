// The welcome page: what the extension does, a paragraph to try it, the keys, what it can see, how to switch it off.
import { Fragment } from 'preact';
import type { Shortcut, ShortcutPage } from '../../extension/shortcuts.ts';
import { direction, type Localizer } from '../localizer.ts';
import { Shortcuts } from '../Shortcuts.tsx';

const pictures = ['marked', 'card', 'popup'] as const;
type PictureName = (typeof pictures)[number] | 'keep';

export interface WelcomeProps {
  localizer: Localizer;
  /** The address of a picture. */
  pictureOf: (name: PictureName, theme: 'light' | 'dark') => string;
  /** Empty on phones, where there are no keys. */
  shortcuts: readonly Shortcut[];
  /** Whether the browser gives access to pages; null until it is known. */
  access: boolean | null;
  on: WelcomeCallbacks;
}

export interface WelcomeCallbacks {
  grant(): void;
  openStory(): void;
  openOptions(): void;
  openShortcuts: ShortcutPage;
}

/** Id of the example paragraph. */
const tryItId = 'try-it';

export function Welcome({ localizer, pictureOf, shortcuts, access, on }: WelcomeProps) {
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
            <Picture of={pictureOf} name={name} alt={t(`welcome_${name}Alt`)} />
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
      <section class="keep" aria-labelledby="keep">
        <h2 id="keep">{t('welcome_keep')}</h2>
        <p>{t('welcome_keepMeans')}</p>
        <Picture of={pictureOf} name="keep" alt={t('welcome_keepAlt')} />
      </section>
      {shortcuts.length > 0 && (
        <section class="keys" aria-labelledby="keys">
          <h2 id="keys">{t('welcome_keys')}</h2>
          <p>{t('welcome_keysMeans')}</p>
          <Shortcuts localizer={localizer} shortcuts={shortcuts} page={on.openShortcuts} />
        </section>
      )}
      <section aria-labelledby="sees">
        <h2 id="sees">{t('welcome_sees')}</h2>
        <dl class="facts">
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

function Picture({ of, name, alt }: { of: WelcomeProps['pictureOf']; name: PictureName; alt: string }) {
  return (
    <picture>
      <source srcset={of(name, 'dark')} media="(prefers-color-scheme: dark)" />
      <img class={name} src={of(name, 'light')} alt={alt} />
    </picture>
  );
}
