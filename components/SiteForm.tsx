// A field for the address of a site, with what is to be done with that; says so where it is none.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Localizer } from './localizer.ts';

export function SiteForm({
  localizer: { t },
  action,
  onSite,
  children,
}: {
  localizer: Localizer;
  /** What its button says. */
  action: string;
  /** Called with the host of what was typed. */
  onSite: (host: string) => void;
  /** Further fields, before the button. */
  children?: ComponentChildren;
}) {
  const [text, setText] = useState('');
  const [faulty, setFaulty] = useState(false);
  const fault = useId();
  return (
    <form
      class="actions"
      onSubmit={(event) => {
        event.preventDefault();
        const host = hostIn(text);
        setFaulty(host === null);
        if (host === null) return;
        onSite(host);
        setText('');
      }}
    >
      <input
        type="text"
        inputMode="url"
        aria-label={t('options_site')}
        aria-invalid={faulty}
        aria-describedby={fault}
        placeholder="example.com"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {children}
      <button class="button" type="submit">
        {action}
      </button>
      <p class="note" id={fault} role="alert">
        {faulty && t('options_notASite')}
      </p>
    </form>
  );
}

/** The host in what the reader typed or pasted, an address or a bare name; null if there is none. */
export function hostIn(text: string): string | null {
  const typed = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || /\s/.test(typed) || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && /^[a-z0-9.[\]:_-]+$/.test(hostname) && /[.:]|^localhost$/.test(hostname)
    ? hostname
    : null;
}
