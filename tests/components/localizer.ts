// Localizers for tests, from the files in locales/. Fills placeholders and chooses plurals as @wxt-dev/i18n does.
import { createLocalizer, type Localizer, type Translate } from '../../components/localizer.ts';
import ar from '../../locales/ar.json';
import de from '../../locales/de.json';
import en from '../../locales/en.json';
import es from '../../locales/es.json';
import fr from '../../locales/fr.json';
import it from '../../locales/it.json';
import ja from '../../locales/ja.json';
import pl from '../../locales/pl.json';
import pt from '../../locales/pt.json';
import uk from '../../locales/uk.json';

type Message = string | Record<string, string>;

/** A localizer for `locale` with the texts of `messages` (a file of locales/). */
export function localizerIn(locale: string, messages: Record<string, Message> = en): Localizer {
  const t = (key: string, ...args: (number | readonly (string | number)[])[]) => {
    const message = messages[key];
    if (message === undefined) throw new Error(`no text for ${key} in ${locale}`);
    const count = args.find((arg) => typeof arg === 'number');
    const values = args.find((arg) => Array.isArray(arg)) ?? (count === undefined ? [] : [count]);
    const template = typeof message === 'string' ? message : (message[String(count)] ?? message.n ?? '');
    return template.replace(/\$(\d)/g, (_, digit) => String((values as unknown[])[Number(digit) - 1] ?? ''));
  };
  return createLocalizer(t as Translate, locale);
}

/** One for each file in locales/. */
export const localizers = {
  en: localizerIn('en'),
  es: localizerIn('es', es),
  pt: localizerIn('pt', pt),
  fr: localizerIn('fr', fr),
  de: localizerIn('de', de),
  it: localizerIn('it', it),
  pl: localizerIn('pl', pl),
  uk: localizerIn('uk', uk),
  ar: localizerIn('ar', ar),
  ja: localizerIn('ja', ja),
};
