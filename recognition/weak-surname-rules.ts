// Whose one weak surname is: the rules in their order, each of which holds, is silent or leaves it to the next.
import { type FigureEvidence, onOneLine, type PlacedName } from './figure-evidence.ts';
import type { GazetteerFigure } from './figures.ts';
import type { JudgedNames } from './judged-names.ts';
import {
  firstOther,
  isIntroducer,
  isKinsOwner,
  isMostlyOthers,
  isNamedInPassing,
  isOthersGivenName,
  isPageOfOther,
  isPageOfOtherNames,
  maybeWord,
  mayMeanOther,
  type NameEvidence,
  namedForItself,
  namedInFull,
  type Silence,
} from './name-evidence.ts';
import { isAddressedAlike, namesOthersLate } from './weak-company.ts';

const MANY_OTHERS = 3; // of the story, where none of them stands in its block

/** What a weak surname is judged by. */
export interface WeakSurname {
  placed: PlacedName;
  figure: GazetteerFigure;
  evidence: FigureEvidence;
  names: JudgedNames;
  /** The page has it in many blocks before anything of the story, as a town's or a club's name. */
  isBareBeforeStory: boolean;
  /** Its figure is one of very many who bear it. */
  isCommon: boolean;
  /** Beside it or elsewhere on the page. */
  isCountryNamed: boolean;
  /** The page names the country, a place or a house in it, or its people. */
  isPlaceNamed: boolean;
  /** The page names an office of the figure. */
  isHolder: boolean;
  /** And shortly before the surname: in its block, or in one of the two before. */
  isBehindOffice: boolean;
  /** Indexes of the other people of the story whom the page surely names. */
  company: readonly number[];
  /** The page joins the surname to that of one of them ("Trump and Petro"). */
  isPaired: boolean;
  /** Its country or a place in it stands in its sentence, and nothing on the page speaks of another bearer. */
  isAtHome: boolean;
}

type Judged = NameEvidence | Silence | null;

export const surname: NameEvidence = { kind: 'surname' };

/** The rules in order: the first that says something holds. */
export const judgeWeakSurname = (weak: WeakSurname): NameEvidence | Silence =>
  byWordsBeside(weak) ??
  byOtherBearers(weak) ??
  byDoubts(weak) ??
  byWhatStandsBefore(weak) ??
  byRestOfPage(weak) ??
  byCompany(weak);

const titleOf = ({ name }: PlacedName): NameEvidence => ({ kind: 'title', text: onOneLine(name.title) });

/** A title with the country, an office, a relative: whoever else of that name is on the page. */
function byWordsBeside({ placed, evidence, isCommon, isPlaceNamed }: WeakSurname): Judged {
  const { name, fullNameBefore } = placed;
  const { fullNames, inHeadline } = evidence;
  // "Interim President Rodríguez": none of that name presides for a while over anything else.
  if (isCommon && name.isActing && (name.besideCountry || isPlaceNamed || fullNames > 0)) return titleOf(placed);
  // "the Colombian president Petro"; but "the Venezuelan assembly's president Rodríguez" is her brother.
  if (name.titleMatches && name.besideCountry && (!isCommon || name.isWomans)) return titleOf(placed);
  if (name.holdsOffice) return name.titleMatches ? titleOf(placed) : surname;
  if (name.isOfGovernment && !isCommon && (fullNames > 0 || inHeadline)) return namedInFull(placed, evidence);
  if (isIntroducer(name, evidence) && fullNameBefore >= 0) return namedInFull(placed, evidence);
  return isKinsOwner(placed, evidence) ? namedInFull(placed, evidence) : null;
}

function byOtherBearers(weak: WeakSurname): Judged {
  const { placed, evidence, names, isCommon, isCountryNamed, company, isPaired } = weak;
  const { name, block, fullNameBefore, otherBearerBefore } = placed;
  const { fullNames, inHeadline, otherInHeadline, otherBearers } = evidence;
  const [other, own] = [names.page.names[otherBearerBefore], names.page.names[fullNameBefore]];
  // "Her brother, Jorge Rodríguez, swore her in": named beside her as well.
  const isAside = Boolean(other?.name.kin) && own !== undefined;
  // "Rodríguez, whose sister is acting president Delcy Rodríguez"
  const isAsRelative = Boolean(own?.name.kinOf) && isPageOfOther(name, evidence);
  // "Jorge Rodríguez, brother of Delcy Rodríguez": whose it is in the paragraphs behind, only the headline can say.
  const isPair = other !== undefined && (isAside || isAsRelative || other.block === own?.block) && other.block < block;
  // "Nicolás Petro, son of President Gustavo Petro, was charged. ‖ Petro's lawyer …": nothing says which of the two.
  const isBesideOwner = Boolean(own?.name.kinOf) && other?.block === own?.block;
  if ((isCommon || isBesideOwner) && isPair && !inHeadline) return 'behind-a-pair';
  // "His son Nicolás Petro spoke. ‖ President Petro …": none of the others is addressed so.
  const isKnown = own !== undefined || (isCountryNamed && (isOthersGivenName(evidence) || company.length > 0));
  if (name.titleMatches && !isCommon && isKnown && evidence.otherTitles === 0) return titleOf(placed);
  if (otherBearerBefore > fullNameBefore) {
    const isPartner = name.partners.some((one) => company.includes(one));
    // "Petro Poroshenko spoke. ‖ Petro dined", on a page about "Gustavo Petro" or "Trump and Petro".
    const isGivenName = isOthersGivenName(evidence) && (own !== undefined || isPaired);
    // "The fourth meeting of Petro and Maduro", on a page about his brother.
    const isBesideCompany = own !== undefined && isPartner;
    // Out of their paragraph, and on a page whose headline names this figure, it is this figure again.
    const isOwnPage = isGivenName || isBesideCompany || (inHeadline && !otherInHeadline && fullNames >= otherBearers);
    const isOthers = isCommon && !isPair;
    const isAddressedSo = name.titleMatches && other?.name.titleMatches === true;
    // "The driver, Petro Lukić, waited, but Petro and Trump dined": joined to another of the story it is a surname.
    const isInTheirBlock = other?.block === block && !(isGivenName && isPartner);
    if (isOthers || !isOwnPage || isAddressedSo || isInTheirBlock) return 'behind-another-bearer';
  }
  if (mayMeanOther(placed, evidence, names.page.names)) return 'other-bearers';
  // "The volunteer Petro Hrytsenko … ‖ Gustavo Petro … ‖ his comrade, Petro": a page of people with that given name.
  const isBare = !name.titleMatches && name.partners.length === 0;
  const isOthersPage = weak.isBareBeforeStory || isPageOfOtherNames(evidence) || isStrangersPage(weak, own);
  // "Mr. Rodríguez left. ‖ Ms. Rodríguez stayed": nobody else of her sex is on the page.
  const isOnlyOfSex = Boolean(name.saidSex) && firstOther(name, evidence) === Infinity;
  if (isBare && own?.block !== block && isOthersPage && !isOnlyOfSex) return 'page-of-another-bearer';
  if (name.titleMatches && (!isCommon || isCountryNamed || company.length > 0)) return titleOf(placed);
  return isAsRelative && otherBearers >= namedForItself(evidence) ? 'page-of-another-bearer' : null;
}

/** The page is mostly about another bearer, and has others of the story only where it names the figure. */
const isStrangersPage = ({ evidence, names, company }: WeakSurname, own: PlacedName | undefined): boolean =>
  (isMostlyOthers(evidence, names.page.names) || isNamedInPassing(evidence, names.page.names)) &&
  !company.some((one) => names.isOutside(one, own?.block));

/** A capital that may be a given name, or a town. */
function byDoubts({ placed, figure, evidence, names, isCommon, company }: WeakSurname): Judged {
  const strength = figure.person?.strength;
  const { name, block, fullNameBefore, doubtBefore } = placed;
  // "Visa Jadi Bahasan Petro dan Trump": two of the story.
  const isOfTwo = name.partners.some((one) => company.includes(one)) && evidence.fullNames > evidence.otherBearers;
  // "Kovą D. Rodríguez priims" (lt): behind the initial of the figure's own name.
  const isOwnInitial = name.initialMatches && fullNameBefore >= 0;
  if (name.isBehindCapital && !isOwnInitial && !(isOfTwo && !isCommon)) return 'perhaps-another';
  // "Kiefer Rodríguez homered. Rodríguez is nineteen": in the paragraph, and a common surname also behind it.
  const isInDoubt = isCommon || names.page.names[doubtBefore]?.block === block;
  if (doubtBefore > fullNameBefore && isInDoubt) return 'perhaps-another';
  // "Flights to Villavicencio" on a page that has the town; before her whole name it may open a sentence too.
  const mayBeTown = name.maybeTown || (strength === 'town' && fullNameBefore < 0 && !name.title && !name.speaks);
  return mayBeTown && evidence.towns > 0 ? 'perhaps-a-word' : null;
}

/** The full name, an initial beside somebody else of the story, an office. */
function byWhatStandsBefore(weak: WeakSurname): Judged {
  const { placed, figure, evidence, isBehindOffice, company } = weak;
  const { name, fullNameBefore, otherBearerBefore, doubtBefore } = placed;
  const strength = figure.person?.strength;
  const isSure = strength === 'weak' || weak.isCountryNamed;
  if (fullNameBefore >= 0) return namedInFull(placed, evidence);
  // "D. Trumpas … G. Petro"
  if (name.initialMatches && strength === 'weak' && company.length > 0) return surname;
  // "Trump laughed. ‖ Rubio, the secretary of state, did not."
  if (name.hasTitleBehind && company.length > 0 && otherBearerBefore < 0 && isSure) return surname;
  const isBesideCompany = isAddressedAlike(weak.names, placed, company);
  if (isBesideCompany && !name.maybeOtherPerson && strength === 'weak' && otherBearerBefore < 0) return surname;
  // "The interim president of Venezuela spoke. ‖ Rodríguez promised …": whoever of that name comes later. An honorific
  // makes somebody of a town ("Ms Villavicencio").
  const mayBeHolder =
    (strength !== 'town' || name.title !== '') && otherBearerBefore < 0 && doubtBefore < 0 && !name.maybeOtherPerson;
  const isPlainWord = name.maybeCommonWord && (name.fitsCommonWord || evidence.commonWords > 0);
  return isBehindOffice && mayBeHolder && !isPlainWord ? surname : null;
}

/** Nobody of the name stands before: the first full name behind decides, or the title with its country. */
function byRestOfPage({ placed, evidence, isPaired, isCommon }: WeakSurname): Judged {
  const { name } = placed;
  // "Trump and Petro spoke. ‖ The soprano Petro Lysenko …"
  const isJoined = isPaired && isOthersGivenName(evidence);
  const { fullNames, inHeadline, otherInHeadline, firstFullName, firstByTitle } = evidence;
  const isOwnPage = inHeadline && !otherInHeadline;
  const firstOwn = isOwnPage ? -1 : Math.min(firstFullName, firstByTitle);
  const isLateOther = !isCommon && namesOthersLate(evidence);
  if ((firstOther(name, evidence) < firstOwn && !isJoined && !isLateOther) || (otherInHeadline && !inHeadline))
    return 'page-of-another-bearer';
  if (fullNames > 0 || inHeadline) return namedInFull(placed, evidence);
  const isVerb = name.isBeforeCapital && evidence.unknownGivenNames === 0;
  return name.maybeOtherPerson && !isVerb ? 'perhaps-another' : null;
}

/** The page names the figure nowhere in full: a title or an office of it, or other people of the story, may do. */
function byCompany(weak: WeakSurname): NameEvidence | Silence {
  const { placed, figure, evidence, names, isCommon, isCountryNamed, company } = weak;
  const { name } = placed;
  const { otherBearers, commonWords, matchingTitles, countryTitles, unknownGivenNames, things } = evidence;
  const strength = figure.person?.strength;
  const isHolder = weak.isHolder && otherBearers + commonWords === 0;
  // People of one country are company for many.
  const countries = new Set(company.map((other) => names.figures.get(other)?.country));
  // "Rubio met Lavrov. ‖ Trump was not there": a statesman of no story is company too, where nobody else is called so.
  const isAmongStatesmen = evidence.nearStatesmen > 0 && company.length > 0 && otherBearers + unknownGivenNames === 0;
  const isOfTwo = isAmongStatesmen || (company.length >= 2 && (countries.size >= 2 || isCountryNamed));
  // "He forbade them to buy the Petro": what the page has as a thing is in nobody's company.
  const isInCompany = strength === 'weak' && isOfTwo && things === 0;
  const isSurelyName = isHolder || matchingTitles > 0 || (isInCompany && isCountryNamed && commonWords === 0);
  if (maybeWord(name, evidence) && !(isSurelyName && !name.fitsCommonWord)) return 'perhaps-a-word';
  // "President Petro" once, or "the Colombian president", and nobody else of that name: the bare surname is his too.
  // "Maduro and Flores": nor of a common one, where its country is named. A town is no partner but where it is joined.
  const isJoined = name.partners.some((one) => company.includes(one));
  const isNamed = matchingTitles > 0 || isHolder || weak.isPaired;
  // "Interim President Rodríguezová … in Caracas. Rodríguezová …", "Maduro and Flores … in Caracas"
  const isHomeNamed = (name.isWomans || weak.isPaired) && weak.isPlaceNamed;
  // "Maduro and Flores" on a page that names somebody else of the story as well
  const isOneOfMany = weak.isPaired && company.filter((other) => names.present.has(other)).length >= 2;
  const isSure =
    strength === 'weak' ||
    (isJoined && isCountryNamed) ||
    (isCommon && (isCountryNamed || isHomeNamed || isOneOfMany || countryTitles > 0));
  if (isNamed && unknownGivenNames === 0 && isSure) return surname;
  if (!isInCompany && !(isCommon && isCommonAtHome(weak))) return 'no-evidence';
  return { kind: 'beside', figures: company.map((other) => names.figures.get(other)?.id ?? '') };
}

/**
 * "In Caracas, Rodríguez named ministers", on a page about Trump and Petro. Where her country stands elsewhere on the
 * page, nobody else may bear the surname, and somebody of the story stands in its block, or three on the page.
 */
function isCommonAtHome({ placed, evidence, names, company, isAtHome, isPlaceNamed }: WeakSurname): boolean {
  const { name, block } = placed;
  const { otherBearers, unknownGivenNames, commonWords, things } = evidence;
  const isWeakOne = (one: number) => names.figures.get(one)?.person?.strength !== 'strong';
  if (company.length < (name.isWomans && isAtHome ? 1 : 2) || !(name.isWomans || company.some(isWeakOne))) return false;
  const isOnly = otherBearers + unknownGivenNames + commonWords + things === 0;
  const isBeside = company.length >= MANY_OTHERS || company.some((one) => names.isIn(one, block));
  return isAtHome || (isPlaceNamed && isOnly && isBeside);
}
