// Offices named without the person: "the Colombian president", "secretario de Estado de EE. UU.". They are looked for
// around the country's name, which is rarer than "president". Who held the office is a question of the page's date.
import { type Candidate, candidateAt, type Reading } from './read.ts';
import { folded, isCapitalised, isCased, type Word, wordAfter, wordBefore } from './words.ts';

const REACH = 4; // words on each side of the country's name

/** The office whose phrase holds the word at `anchor` (the country's name ends at `end`), or null. */
export function findOffice(reading: Reading, text: string, anchor: Word, end: number): Candidate | null {
  const { index } = reading;
  const before: Word[] = [];
  const after: Word[] = [];
  let near = index.officeWords.has(folded(text, anchor));
  for (let at: Word = anchor, i = 0; i < REACH; i++) {
    const word = wordBefore(text, at.start);
    if (!word || word.gap === 'other') break;
    before.unshift(word);
    near ||= index.officeWords.has(folded(text, word));
    at = word;
  }
  const inside: Word[] = [];
  for (let at: Word = anchor, i = 0; i < REACH + 3; i++) {
    const word = wordAfter(text, at.end);
    if (!word || word.gap === 'other') break;
    (word.end <= end ? inside : after).push(word);
    near ||= index.officeWords.has(folded(text, word));
    at = word;
    if (after.length >= REACH) break;
  }
  if (!near) return null;
  const words = [...before, anchor, ...inside, ...after];
  const forms = words.map((word) => folded(text, word));
  for (let length = words.length; length > 0; length--) {
    for (
      let from = Math.max(0, before.length + 1 - length);
      from <= before.length && from + length <= words.length;
      from++
    ) {
      const office = index.roles.get(forms.slice(from, from + length).join(' '));
      const [first, last] = [words[from], words[from + length - 1]];
      if (office && first && last) return judge(reading, text, first.start, last.end, office);
    }
  }
  return null;
}

/** Silent where a name stands beside the office (the name says who it is) or where the word before makes it nobody in particular ("a US president"). */
function judge({ index }: Reading, text: string, start: number, end: number, office: string): Candidate | null {
  const candidate = candidateAt(start, end, -1, 'role');
  candidate.office = office;
  let next = wordAfter(text, candidate.end);
  if (next && next.gap !== 'other' && index.elect.has(folded(text, next))) {
    candidate.qualifier = 'elect';
    candidate.end = next.end;
    next = wordAfter(text, candidate.end);
  }
  if (
    next &&
    /^(?:[\s\u00A0]+|,[\s\u00A0]+|[\s\u00A0]*[-–:(“"«][\s\u00A0]*)$/.test(text.slice(candidate.end, next.start)) &&
    isName(index, text, next)
  )
    return null;
  let before = wordBefore(text, start);
  for (let i = 0; i < 3 && before; i++) {
    const form = folded(text, before);
    if (/,[\s\u00A0]*$/.test(text.slice(before.end, i === 0 ? start : before.end + 3)) && isName(index, text, before))
      return null;
    if (before.gap === 'other') break;
    if (index.former.has(form)) candidate.qualifier = 'former';
    else if (index.elect.has(form)) candidate.qualifier = 'elect';
    else if (index.indefinite.has(form)) return null;
    before = wordBefore(text, before.start);
  }
  return candidate;
}

const isName = (index: Reading['index'], text: string, word: Word): boolean =>
  isCased(text, word)
    ? isCapitalised(text, word)
    : index.surnames.has(folded(text, word)) || index.givens.has(folded(text, word));
