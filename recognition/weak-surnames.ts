// Gives weak surnames ("Petro", "Rodríguez") to their figures: too many bear them, so something on the page must say
// that it is the figure's. What is gathered of the page for that; the rules: weak-surname-rules.ts.
import type { PlacedName } from './figure-evidence.ts';
import { indexOf, isWeak } from './figures.ts';
import { sharedHeadlines } from './front-page.ts';
import type { JudgedNames } from './judged-names.ts';
import { sentencesOf } from './page-sentences.ts';
import {
  bareBeforeStory,
  countriesOf,
  createIsAtHome,
  firstInBlocks,
  isBehindOffice,
  isBesidePartner,
} from './weak-company.ts';
import { pairedIn } from './weak-pairs.ts';
import { judgeWeakSurname, surname } from './weak-surname-rules.ts';

const NEAR_BLOCKS = 1; // on a front page a full name counts for its own block and so many behind it

/** Gives weak surnames to their figures. Whom the page has named so is company for the rest. */
export function giveWeakSurnames(names: JudgedNames): void {
  const weak = names.clear.filter((one) => one.name.form === 'surname' && isWeak(names.figureOf(one)));
  const first = giveSome(names, weak);
  const open = first.map(([placed]) => placed);
  const isAgain = open.length > 0 && open.length < weak.length;
  for (const one of isAgain ? giveSome(names, open) : first) names.leave(...one);
}

/** @returns those that stay unmarked, and why */
function giveSome(names: JudgedNames, weak: readonly PlacedName[]): Parameters<JudgedNames['leave']>[] {
  const { figures, page, clear, accepted, present } = names;
  const { frontPage, offices } = names.facts;
  const holders = new Set(offices.map(({ figure }) => figure));
  // "Trump waits. The Colombian president is silent. Rubio …": whom the page names by the office is company too.
  const people = [...new Set([...present, ...holders])].filter((figure) => figures.get(figure)?.person);
  const sentences = sentencesOf(names);
  const countries = countriesOf(names);
  const paired = pairedIn(names, people, countries, sentences);
  const isAtHome = createIsAtHome(names, sentences);
  const firstOffices = firstInBlocks(offices);
  const bare = bareBeforeStory(names, weak);
  const headlines = frontPage === false ? null : sharedHeadlines(figures, page, clear, accepted);
  const left: ReturnType<typeof giveSome> = [];
  for (const placed of weak) {
    const { name, block, fullNameBefore } = placed;
    const figure = names.figureOf(placed);
    const isCommon = figure.person?.strength === 'common';
    const hasPartner = isCommon && isBesidePartner(names, placed);
    const judged = judgeWeakSurname({
      placed,
      figure,
      evidence: names.evidenceOf(placed),
      names,
      isBareBeforeStory: bare.has(name.figure),
      isCommon,
      isCountryNamed: name.besideCountry || present.has(indexOf(figures, figure.country)),
      isPlaceNamed: countries.has(figure.country ?? ''),
      isHolder: holders.has(name.figure),
      isBehindOffice: isBehindOffice(placed, firstOffices),
      company: [...new Set([...people, ...paired])].filter((other) => names.areCompany(other, name.figure)),
      isPaired: paired.has(name.figure),
      isAtHome: isCommon && isAtHome(placed),
    });
    // Each story on a front page may mean another Rodríguez: only a title, a full name nearby or "Maduro and …" counts.
    const fullName = page.names[fullNameBefore];
    const isNear =
      name.titleMatches ||
      name.holdsOffice ||
      hasPartner ||
      fullName?.block === block ||
      // "Delcy Rodríguez frees prisoners ‖ Rodriguez homers twice"
      (fullName !== undefined && block - fullName.block <= NEAR_BLOCKS && !name.maybeOtherPerson);
    const shared = headlines?.get(placed);
    if (typeof judged !== 'string' && (isNear || frontPage === false)) names.accept(placed, judged);
    else if (shared && frontPage) names.accept(placed, { kind: 'beside', figures: shared });
    // "The Maduro-Flores case" on a front page: whoever bears it in other headlines.
    else if (frontPage && hasPartner) names.accept(placed, surname);
    else {
      const mayBeAccepted = typeof judged !== 'string' || shared !== undefined;
      const why = typeof judged === 'string' ? judged : 'front-page';
      left.push([placed, why, frontPage === undefined && mayBeAccepted]);
    }
  }
  return left;
}
