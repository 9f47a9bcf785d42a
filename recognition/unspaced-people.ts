// What stands around a person's name in scripts that write words without spaces, and whether a place's name is
// somebody's there.
import { isOfTerm } from './appositions.ts';
import type { NameCandidate } from './candidate.ts';
import { type GazetteerFigure, isWeak } from './figures.ts';
import type { Unspaced } from './gazetteer.ts';
import { split } from './lists.ts';
import { holdsTitle, isForeignTitle } from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';

const LONGEST_JOIN = 2; // letters between a name and the noun for a relative (及其, の)

const SECOND_SURNAME = /^[・·•‧＝=･ \u00A0](\p{L}.*)/su;

export const SEPARATOR = /[・·•‧.＝=･\s\u00A0]+$/u;

/**
 * "ヒメナ・カラカスさん", "希梅娜·加拉加斯", "アナ・コロンビア": an honorific, the dot inside one person's name, or a given name before
 * the dot that stands between anything makes a place a surname.
 */
export function isSurname(vocabulary: Vocabulary, { figure }: NameCandidate, before: string, after: string): boolean {
  const { figures, titles } = vocabulary;
  if (figures.get(figure)?.kind !== 'place') return false;
  return (
    /\p{L}[·•‧]$/u.test(before) ||
    isBehindGivenName(vocabulary, before, after) ||
    titles.all.some(([title, kind]) => /^m[rs]$/.test(kind) && after.startsWith(title))
  );
}

/**
 * "オービル・トランプ": a frequent given name stands before the dot; or any, and behind the surname an honorific that
 * no two statesmen get, between whom a dot stands as well ("さん").
 */
function isBehindGivenName({ given, familiar }: Vocabulary, before: string, after: string): boolean {
  const [, name = ''] = /([\p{sc=Katakana}\p{M}ー]+)[・･＝=]$/u.exec(before) ?? [];
  return given.has(name) || (name !== '' && familiar.all.some((one) => after.startsWith(one)));
}

/**
 * "ニコラス・マドゥロ・ゲラ": his son has both surnames. But "唐纳德·特朗普 梅拉尼娅·特朗普" in a list of labels is two people.
 */
function isBeforeSecondSurname(vocabulary: Vocabulary, { figure }: NameCandidate, after: string): boolean {
  const [, second = ''] = SECOND_SURNAME.exec(after) ?? [];
  const beginsWithSurname = (text: string) =>
    vocabulary.unspaced.some((one) => one.kind === 'surname' && one.figure === figure && text.startsWith(one.text));
  return vocabulary
    .relativesOf(figure)
    .some(
      (name) =>
        second.startsWith(name) && !beginsWithSurname(second.slice(name.length).replace(/^[・·•‧＝=･ \u00A0]/, '')),
    );
}

/** What stands around a person's name: given names, separators, titles, the figure's country. */
export function readPerson(vocabulary: Vocabulary, candidate: NameCandidate, before: string, after: string): void {
  const figure = vocabulary.figures.get(candidate.figure) as GazetteerFigure;
  const apart = before.replace(SEPARATOR, '');
  const isSurname = candidate.form === 'surname';
  const weak = isWeak(figure);
  const isOwnGivenName = ({ kind, figure: bearer, text }: Unspaced) =>
    kind === 'given' && bearer === candidate.figure && apart.endsWith(text);
  const relatives = vocabulary.relativesOf(candidate.figure);
  if (
    relatives.some((name) => apart.endsWith(name)) ||
    (!isSurname && isBeforeSecondSurname(vocabulary, candidate, after))
  )
    candidate.context = 'otherPerson';
  else if (isSurname && apart.length < before.length && vocabulary.unspaced.some(isOwnGivenName))
    candidate.form = 'full';
  // Chinese sets the middle dot only inside one person's name; Japanese also between two people, so there only a weak
  // name gives way.
  else if (
    isSurname &&
    (/\p{L}[·•‧.]$/u.test(before) ||
      // "トランプ・ペトロ会談", "コロンビア・ペトロ大統領": what stands before the dot is a surname itself, or his country.
      (weak &&
        /[・＝･]$/.test(before) &&
        !endsWithName(vocabulary, apart) &&
        !endsWithCountry(vocabulary, apart, figure)) ||
      isBehindGivenName(vocabulary, before, after))
  )
    candidate.context = 'otherPerson';
  const bare = after.replace(/^[(（]\d{1,3}[)）]/, '');
  const behind = behindCountry(vocabulary, figure, bare);
  candidate.besideCountry = behind.length < bare.length - 1;
  candidate.isAnother = isSurname && weak && vocabulary.another.all.some((word) => before.endsWith(word));
  if (candidate.isAnother) candidate.context = 'namesake';
  if (isSurname && isBeforeSurname(vocabulary, after)) candidate.context = 'otherPerson';
  // "教练特朗普", "マドゥロ監督"
  if (isSurname && vocabulary.sports.all.some((word) => before.endsWith(word) || after.startsWith(word)))
    candidate.context = 'otherPerson';
  // A separator behind a weak surname makes it somebody's given name ("ペトロ・ポロシェンコ").
  if (weak && candidate.form === 'surname' && behind === bare && /^[·・＝･•‧]/.test(after))
    candidate.context = 'otherPerson';
  const apposed = beforeLink(vocabulary, figure, before);
  for (const [title, kind] of vocabulary.titles.all) {
    const isBeside = behind.startsWith(title) || before.endsWith(title) || apposed === title;
    if (!isBeside || title.length < candidate.title.length) continue;
    candidate.title = title;
    candidate.titleMatches = holdsTitle(figure, kind);
    candidate.isActing = candidate.titleMatches && vocabulary.acting.all.some((word) => title.includes(word));
    // "氏" is said of women too.
    if (candidate.form === 'surname' && kind !== 'mr' && isForeignTitle(figure, kind))
      candidate.context = 'otherPerson';
  }
  for (const [word, country] of vocabulary.nationality.all)
    if (country === figure.country && before.includes(word)) candidate.besideCountry = true;
  if (isSurname && weak && takesActingOffice(vocabulary, figure, after)) {
    candidate.holdsOffice = true;
    candidate.besideCountry = true;
  }
  if (isSurname && weak)
    candidate.partners = relativesBefore(vocabulary, before).filter((one) => one !== candidate.figure);
}

/** "罗德里格斯宣誓就任代理总统": the title of who presides for a while stands behind a verb of becoming, in her clause. */
function takesActingOffice(vocabulary: Vocabulary, figure: GazetteerFigure, after: string): boolean {
  const { acting, bare, kin, titles, unspaced } = vocabulary;
  if (!holdsTitle(figure, 'president')) return false;
  const [clause = ''] = after.split(/[，。；,;]/);
  const holds = (text: string) => clause.includes(text);
  const isActing = titles.all.some(
    ([title, kind]) =>
      kind === 'president' && acting.all.some((word) => bare.all.some((verb) => holds(verb + word + title))),
  );
  // Whom else the clause names may be the one who becomes it.
  return isActing && !kin.all.some(holds) && !unspaced.some((one) => isPersons(one) && holds(one.text));
}

/** "马杜罗及其夫人弗洛雷斯", "マドゥロ大統領と妻のフロレス氏": the figures whose relative is named behind the noun for one. */
function relativesBefore(vocabulary: Vocabulary, before: string): number[] {
  const { kin, links, titles, unspaced } = vocabulary;
  const text = links.has(before.slice(-1)) ? before.slice(0, -1) : before;
  const noun = kin.all.find((one) => text.endsWith(one));
  if (!noun) return [];
  const apart = text.slice(0, -noun.length);
  return unspaced.flatMap((one) => {
    const at = isPersons(one) ? apart.lastIndexOf(one.text) : -1;
    if (at < 0) return [];
    const between = apart.slice(at + one.text.length);
    const title = titles.all.find(([word]) => between.startsWith(word))?.[0] ?? '';
    return between.length - title.length <= LONGEST_JOIN ? [one.figure] : [];
  });
}

/** "コロンビア大統領の|ペトロ": the title before the link, if it ends the name of an office that the figure held; else "". */
function beforeLink({ links, titles, unspaced }: Vocabulary, figure: GazetteerFigure, before: string): string {
  if (!links.has(before.slice(-1))) return '';
  const apart = before.slice(0, -1);
  const isOwn = ({ kind, text, office }: Unspaced) =>
    kind === 'office' && apart.endsWith(text) && figure.offices.some((term) => isOfTerm(figure, term, split(office)));
  if (!unspaced.some(isOwn)) return '';
  return titles.all.find(([title]) => apart.endsWith(title))?.[0] ?? '';
}

/** What stands behind a dot and the figure's country ("マドゥロ・ベネズエラ大統領"), if a title does; else the whole text. */
function behindCountry({ figures, unspaced, titles }: Vocabulary, figure: GazetteerFigure, after: string): string {
  if (!/^[・･]/.test(after)) return after;
  // The title may hold the country ("米国務長官").
  const countries = unspaced.flatMap(({ kind, text, figure: at }) =>
    kind === 'name' && figures.get(at)?.id === figure.country ? [text] : [],
  );
  const behind = ['', ...countries].filter((one) => after.startsWith(one, 1)).map((one) => after.slice(1 + one.length));
  return behind.find((rest) => titles.all.some(([title]) => rest.startsWith(title))) ?? after;
}

/**
 * "马杜罗·格拉", "マドゥロ・ゲラ氏": a dot behind the surname goes on with somebody else's name; in kana, where it stands
 * between two people as well, before one honorific.
 */
function isBeforeSurname(vocabulary: Vocabulary, after: string): boolean {
  if (/^[·•‧]\p{sc=Han}/u.test(after)) return !startsWithName(vocabulary, after.slice(1));
  const [, name = '', behind = ''] = /^[・･]([\p{sc=Katakana}\p{M}ー]+)(.*)/u.exec(after) ?? [];
  const isHonorific = ([title, kind]: readonly [string, string]) => /^m[rs]$/.test(kind) && behind.startsWith(title);
  return name !== '' && !startsWithName(vocabulary, name) && vocabulary.titles.all.some(isHonorific);
}

const isPersons = ({ kind }: Unspaced): boolean => kind === 'surname' || kind === 'full';

export const endsWithName = ({ unspaced }: Vocabulary, text: string): boolean =>
  unspaced.some((one) => isPersons(one) && text.endsWith(one.text));

/** "コロンビア・ペトロ大統領": the figure's country before the dot. */
const endsWithCountry = ({ unspaced, figures }: Vocabulary, text: string, { country }: GazetteerFigure): boolean =>
  unspaced.some(({ kind, text: name, figure }) => {
    return kind === 'name' && text.endsWith(name) && figures.get(figure)?.id === country;
  });

export const startsWithName = ({ unspaced }: Vocabulary, text: string): boolean =>
  unspaced.some((one) => (isPersons(one) || one.kind === 'given') && text.startsWith(one.text));
