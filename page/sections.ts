// The words by which newspapers name their sections and themselves. The words themselves are data (data/press.yaml) that the
// entrypoint hands over: they are of forty languages, and most pages need them only once.

/** The vocabulary: sections by name with the words for them, and patterns for names of sites. */
export interface PressWords {
  /** Sections and pages that hardly any site has but those of the press. */
  press: Record<string, string[]>;
  /** Sections that every newspaper has, and some other sites. */
  common: Record<string, string[]>;
  newsNames: string[];
  otherNames: string[];
  notFound: string[];
  carts: string[];
  datelines: string[];
  otherTypes: string[];
  software: string[];
}

interface Known {
  sections: Map<string, string>;
  press: ReadonlySet<string>;
  newsName: RegExp;
  otherName: RegExp;
  notFound: RegExp;
  cart: RegExp;
  dateline: RegExp;
  otherType: RegExp;
  software: RegExp;
}

let load: () => PressWords | null = () => null;
let known: Known | undefined;

/** Says where the words come from; they are asked for when the first page is judged. Without them sections and names say nothing. */
export function takePressWords(from: () => PressWords | null): void {
  load = from;
  known = undefined;
}

const NOTHING = ['(?!)'];
const NONE: PressWords = {
  press: {},
  common: {},
  newsNames: NOTHING,
  otherNames: NOTHING,
  notFound: NOTHING,
  carts: NOTHING,
  datelines: NOTHING,
  otherTypes: NOTHING,
  software: NOTHING,
};

const pattern = (parts: readonly string[], flags: string): RegExp => new RegExp(parts.join('|'), flags);

function read(): Known {
  const words = load() ?? NONE;
  const sections = new Map<string, string>();
  for (const table of [words.common, words.press])
    for (const section in table) for (const name of table[section] ?? []) sections.set(name, section);
  return {
    sections,
    press: new Set(Object.keys(words.press)),
    newsName: pattern(words.newsNames, 'iu'),
    otherName: pattern(words.otherNames, 'iu'),
    notFound: pattern(words.notFound, 'iu'),
    cart: pattern(words.carts, 'iu'),
    dateline: pattern(words.datelines, 'u'),
    otherType: pattern(words.otherTypes, 'u'),
    software: pattern(words.software, 'iu'),
  };
}

const words = (): Known => {
  known ??= read();
  return known;
};

const SEVERAL = /\s*[&/|,・·、›»(+]\s*/;

/**
 * The sections that a link's text names: "Politik", "国际", two of them in "Science & Health". Usually none.
 * @param text a stranger's: of long ones nothing is read
 */
export function sectionsIn(text: string): string[] {
  if (text.length > 60) return [];
  // Turkish capitals leave a dot above the i when lowered.
  const name = text.trim().toLowerCase().replaceAll('i\u0307', 'i');
  if (name.length === 0 || name.length > 30) return [];
  const { sections } = words();
  const whole = sections.get(name);
  if (whole) return [whole];
  return SEVERAL.test(name) ? name.split(SEVERAL).flatMap((part) => sections.get(part) ?? []) : [];
}

/** How much a section in its menu says for a site being news, from 0 to 1. */
export function weightOf(section: string): number {
  return words().press.has(section) ? 1 : 0.5;
}

/** Whether a name is one that newspapers and news sites give themselves: "Belize News", "Süddeutsche Zeitung", "朝日新聞". */
export function isNewsName(name: string): boolean {
  return words().newsName.test(name.slice(0, 300));
}

/** Whether a name is that of an encyclopaedia, a dictionary, a forum, a manual, a shop or a collection of recipes. */
export function isOtherName(name: string): boolean {
  return words().otherName.test(name.slice(0, 300));
}

/** Whether a page that calls itself this type of schema.org is no news: a product, a recipe. */
export function isOtherType(type: string): boolean {
  return words().otherType.test(type);
}

/** What a page says it was made with, where that makes no newspapers; else undefined. */
export function otherSoftware(generator: string): string | undefined {
  return words().software.exec(generator)?.[0];
}

/** Whether a short title says that there is no page: "404", "Seite nicht gefunden". */
export function saysNotFound(title: string): boolean {
  return words().notFound.test(title);
}

/** Whether a link's text is that of a shopping cart. */
export function isCart(text: string): boolean {
  return words().cart.test(text);
}

/** Whether a story begins as agencies and correspondents begin: "MOSCOW (AP) —", "BERLIN, 3 May –", "新华社北京4月24日电". */
export function opensWithDateline(lead: string): boolean {
  return words().dateline.test(lead);
}
