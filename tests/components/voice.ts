// The texts of locales/ spoken as the browser would: placeholders filled, plurals chosen as @wxt-dev/i18n chooses them.
import { type Translate, type Voice, voiceOf } from '../../components/voice.ts';
import de from '../../locales/de.json';
import en from '../../locales/en.json';
import es from '../../locales/es.json';
import fr from '../../locales/fr.json';
import pt from '../../locales/pt.json';

type Message = string | Record<string, string>;

/** A voice in `locale`, out of `messages` (a file of locales/). */
export function voiceIn(locale: string, messages: Record<string, Message> = en): Voice {
  const t = (key: string, ...args: (number | readonly (string | number)[])[]) => {
    const message = messages[key];
    if (message === undefined) throw new Error(`no text for ${key} in ${locale}`);
    const count = args.find((arg) => typeof arg === 'number');
    const values = args.find((arg) => Array.isArray(arg)) ?? (count === undefined ? [] : [count]);
    const template = typeof message === 'string' ? message : (message[String(count)] ?? message.n ?? '');
    return template.replace(/\$(\d)/g, (_, digit) => String((values as unknown[])[Number(digit) - 1] ?? ''));
  };
  return voiceOf(t as Translate, locale);
}

/** All voices that the extension has. */
export const voices = {
  en: voiceIn('en'),
  es: voiceIn('es', es),
  pt: voiceIn('pt', pt),
  fr: voiceIn('fr', fr),
  de: voiceIn('de', de),
};
