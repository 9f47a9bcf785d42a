// Where an article comes from that no page has given: pasted text, a file, or one that waits since it was captured.
import { useState } from 'preact/hooks';
import type { Localizer } from '../localizer.ts';
import type { KeepCallbacks, KeepState } from './state.ts';

const PROBLEMS = {
  private: 'keep_problem_private',
  refused: 'keep_problem_refused',
  failed: 'keep_problem_failed',
  'no-article': 'keep_problem_noArticle',
  'no-room': 'keep_problem_noRoom',
  gone: 'keep_problem_gone',
  unreadable: 'keep_problem_unreadable',
  'no-text': 'keep_problem_noText',
  stopped: 'keep_problem_stopped',
} as const;

export function Intake({
  localizer: { t },
  problem,
  selection,
  waiting,
  on,
}: { localizer: Localizer; on: KeepCallbacks } & Extract<KeepState, { kind: 'empty' }>) {
  const [text, setText] = useState('');
  return (
    <section class="column">
      <h1>{t('keep_title')}</h1>
      {problem && <p role="alert">{t(PROBLEMS[problem])}</p>}
      {selection && (
        <p>
          <button class="button primary" type="button" onClick={on.keepSelection}>
            {t('keep_selection')}
          </button>
        </p>
      )}
      {waiting.length > 0 && (
        <>
          <h2>{t('keep_waiting')}</h2>
          <ul>
            {waiting.map(({ id, title }) => (
              <li key={id}>
                <button class="link" type="button" onClick={() => on.openCapture(id)}>
                  <bdi>{title}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <form
        class="intake"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) on.paste(text);
        }}
      >
        <label class="field">
          {t('keep_paste')}
          <textarea rows={10} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <p class="row">
          <button class="button primary" type="submit" disabled={!text.trim()}>
            {t('keep_read')}
          </button>
        </p>
        <label class="field">
          {t('keep_file')}
          <input
            type="file"
            accept=".txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) on.readFile(file);
              event.currentTarget.value = ''; // the same file can be chosen again
            }}
          />
        </label>
      </form>
    </section>
  );
}
