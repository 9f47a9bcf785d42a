// Whether a person's name can be the subject of its sentence: not beside a word that says otherwise, and in no other
// case than the nominative.
import { foldText } from '../recognition/fold.ts';
import { keysOf } from './figures.ts';
import type { Outside, Place } from './outside-quotations.ts';
import { endsWithAny } from './special-words.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOfName } from './whole-names.ts';
import type { Word } from './words.ts';

/** A language with more endings than this has cases. */
const MANY_ENDINGS = 5;
/** Mentions of a figure whose forms are compared; all of them would take the square of the text. */
const MOST_COMPARED = 100;

/** "Berg’s lawyer", "Bergs’ lawyer": a possessive, or another ending behind an apostrophe. */
export function isOwner({ end, to }: Place, { text, words, people }: Outside, v: Vocabulary): boolean {
  const last = words[to - 1];
  // "Berg lawyer Karl Dahl".
  if (v.roles.has(words[to]?.folded ?? '') && people.some(({ from }) => from === to + 1)) return true;
  return !last || last.possessive || last.outerEnd - last.end > 1 || /^['’](?=\s+\p{L})/u.test(text.slice(end));
}

/** False where the form of the name, or what is written onto it, says that somebody does something to him. */
export function isSubject(place: Place, { text, words }: Outside, v: Vocabulary): boolean {
  const { prepositions, subjectMarks } = v.speaking;
  const [first, last] = [words[place.from] as Word, words[place.to - 1] as Word];
  // "d’Anne", "לברג": a little word written onto the name.
  const before = /[\p{L}\p{M}]+['’]?$/u.exec(text.slice(0, first.start))?.[0].replace(/['’]$/, '');
  if (before && (first.elided ? prepositions.has(foldText(before)) : !v.and.has(foldText(before)))) return false;
  if (!v.cased && place.start > first.start && !v.and.has(foldText(text.slice(first.start, place.start)))) return false;
  if (v.speaking.verbLast && subjectMarks.length > 0) {
    // "김영희 장관은": the title behind the name bears the mark.
    const behind = text.slice(place.end).split(/\s+/u, 3).join(' ');
    const marks = behind
      .replace(/["“”„«»,].*$/u, '')
      .split(' ')
      .filter(Boolean);
    return marks.some((mark) => endsWithAny(foldText(mark), subjectMarks));
  }
  return endsWithAny(last.folded, subjectMarks) || !isOblique(place, words.slice(place.from, place.to), v);
}

/** True of a form that is plainly no nominative, by the figure's other forms or by the given name in it. */
function isOblique({ figure }: Place, form: readonly Word[], v: Vocabulary): boolean {
  if (v.endings.length === 0) return false;
  const last = form.at(-1)?.folded ?? '';
  const name = wordsOfName(Object.values(figure.record.name)[0] ?? '').map(foldText);
  const keys = new Set(keysOf(last, v));
  const isForm = (other: string) => other !== last && keysOf(other, v).some((key) => key.length > 2 && keys.has(key));
  const compared = figure.mentions.slice(0, MOST_COMPARED);
  const others = compared.map(({ folded }) => folded.at(-1) ?? '').filter(isForm);
  if (others.some((other) => other.length < last.length)) return true;
  if (!name.includes(last) && name.some((word) => isForm(word) && word.length === last.length)) return true;
  const given = form.length > 1 && v.endings.length > MANY_ENDINGS ? (form[0] as Word).folded : '';
  if (!given || v.given.has(given)) return false;
  return keysOf(given, v).some((stem) =>
    ['', ...v.endings].some((ending) => stem + ending !== given && v.given.has(stem + ending)),
  );
}
