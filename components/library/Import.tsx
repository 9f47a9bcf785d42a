// Story files come in by a picker, dropped anywhere on the page, or pasted. What they would bring is shown first.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Incoming } from '../../stories/story-import.ts';
import type { Localizer } from '../localizer.ts';
import type { ImportCallbacks } from './callbacks.ts';
import { Preview } from './Preview.tsx';

export function Import({
  localizer,
  incoming,
  reading,
  on,
}: {
  localizer: Localizer;
  incoming: readonly Incoming[] | null;
  reading: boolean;
  on: ImportCallbacks;
}) {
  const { t } = localizer;
  const isOver = useDropsAndPastes(on);
  return (
    <section class={isOver ? 'import over' : 'import'} aria-label={t('library_importing')}>
      <h2>{t('library_importing')}</h2>
      <div class="actions">
        <label class="button file">
          {t('library_import')}
          <input
            type="file"
            multiple
            accept="application/json,.json"
            onChange={(event) => {
              on.readFiles([...(event.currentTarget.files ?? [])]);
              // So that the same file can be chosen again after it was corrected.
              event.currentTarget.value = '';
            }}
          />
        </label>
        <span class="note">{t('library_drop')}</span>
        <Paste localizer={localizer} isDone={incoming === null} onRead={on.readText} />
      </div>
      <div role="status">{reading && <p>{t('incoming_reading')}</p>}</div>
      {incoming && <Preview localizer={localizer} incoming={incoming} on={on} />}
    </section>
  );
}

/**
 * Takes files that are dropped on the page, and files or text pasted outside its fields; whether files are above it.
 */
function useDropsAndPastes({ readFiles, readText }: ImportCallbacks): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    // A file that is dropped elsewhere would be opened in place of the page.
    const over = (event: DragEvent) => {
      event.preventDefault();
      setIsOver(event.dataTransfer?.types.includes('Files') === true);
    };
    addEventListener('dragover', over, { signal });
    addEventListener(
      'dragleave',
      ({ relatedTarget }) => {
        if (relatedTarget === null) setIsOver(false);
      },
      { signal },
    );
    addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        setIsOver(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) readFiles(files);
      },
      { signal },
    );
    addEventListener(
      'paste',
      (event) => {
        if (event.target instanceof Element && event.target.closest('input, textarea')) return;
        const files = [...(event.clipboardData?.files ?? [])];
        const text = event.clipboardData?.getData('text/plain') ?? '';
        if (files.length > 0) readFiles(files);
        else if (text.trimStart().startsWith('{')) readText(text);
      },
      { signal },
    );
    return () => stop.abort();
  }, [readFiles, readText]);
  return isOver;
}

function Paste({
  localizer: { t },
  isDone,
  onRead,
}: {
  localizer: Localizer;
  /** What was read has been imported, or is not to be. */
  isDone: boolean;
  onRead: (text: string) => void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const read = useRef('');
  useEffect(() => {
    // Until then it can be corrected; and what was changed since is not yet read.
    if (isDone && field.current?.value === read.current) field.current.value = '';
  }, [isDone]);
  return (
    <details class="paste">
      <summary>{t('library_paste')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const text = field.current?.value ?? '';
          if (text.trim() === '') return;
          read.current = text;
          onRead(text);
        }}
      >
        {/* Uncontrolled: it may be given five million characters. */}
        <textarea ref={field} rows={4} dir="ltr" spellcheck={false} aria-label={t('library_pasteLabel')} />
        <button class="button" type="submit">
          {t('library_read')}
        </button>
      </form>
    </details>
  );
}
