// A statement in words: its text, in quotation marks where it is the source's own, and how the source knows it.
import type { Figure, Source, Statement } from '../stories/format.ts';
import { inMarks } from '../stories/quotation-marks.ts';
import { inLanguage, sameLanguage, shortName, splitCitation, type Told } from '../stories/story.ts';
import type { Localizer } from './localizer.ts';
import { addedNote } from './origin.ts';
import { type SourcedStory, sourceName } from './sources.tsx';

interface Telling {
  localizer: Localizer;
  story: Omit<SourcedStory, 'sources'> & {
    sources: readonly (SourcedStory['sources'][number] & Pick<Source, 'id' | 'language'>)[];
    figures: readonly Pick<Figure, 'id' | 'kind' | 'name'>[];
  };
}

type ToldStatement = Pick<Statement, 'text' | 'cites' | 'mode' | 'by' | 'verbatim'>;

/** The text of a statement. What is translated is verbatim no more, and has no quotation marks. */
export function statementText({ localizer, story }: Telling, statement: ToldStatement): Told & { isVerbatim: boolean } {
  const { text, language } = inLanguage(statement.text, localizer);
  const source = sourceOf(story, statement);
  const isVerbatim = statement.verbatim && (source === undefined || sameLanguage(language, source.language));
  return { text: isVerbatim ? inMarks(text, language) : text, language, isVerbatim };
}

/** How the source knows it; of its own words, which source that is. */
export function describeStatement({ localizer, story }: Telling, statement: ToldStatement): string {
  const mode = describeMode(localizer, statement, story.figures);
  if (!statement.verbatim) return mode;
  const name = sourceName(localizer, story, sourceOf(story, statement));
  return statement.mode === 'said' ? `${name}, ${mode}` : name;
}

const sourceOf = ({ sources }: Telling['story'], { cites: [cite = ''] }: ToldStatement) =>
  sources.find(({ id }) => id === splitCitation(cite).source);

/** The name of a mode, as of a list. */
export const modeName = ({ t, addedBy }: Localizer, mode: Statement['mode']): string =>
  t(mode === 'ours' ? `story_added_${addedBy}` : `story_mode_${mode}`);

/** How the article knows a statement, as a short text: "reported", "said by Petro". */
export function describeMode(
  localizer: Localizer,
  statement: Pick<Statement, 'mode' | 'by'>,
  figures: readonly Pick<Figure, 'id' | 'kind' | 'name'>[],
): string {
  const { t } = localizer;
  if (statement.mode === 'ours') return addedNote(localizer);
  if (statement.mode !== 'said') return t(`mode_${statement.mode}`);
  const speaker = figures.find(({ id }) => id === statement.by);
  return speaker ? t('mode_said', [shortName(speaker, localizer)]) : t('mode_saidBySomebody');
}
