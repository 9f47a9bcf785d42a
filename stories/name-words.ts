// What is known of people's names the world over, whatever the story and the language of a page: particles, suffixes,
// surnames that stand first, surnames that say little because so many bear them. The words themselves are data, in
// people-words.json beside this file, since pure rooms can read no YAML: folded, with spaces between.
import people from './people-words.json' with { type: 'json' };

const setOf = (lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

/** Little words that begin a surname of several words: "von der Leyen", "de la Cruz", "bin Salman". */
export const PARTICLES = setOf(people.particles);

/**
 * Little words inside people's names as they stand in a sentence, in Cyrillic letters too, and those that join two
 * names. Fewer than of a name that stands alone: behind a surname "til" or "mac" is hardly ever a part of it.
 */
export const INNER_PARTICLES = setOf(people.innerParticles);

/** Of these, those that seldom lead to something else than a surname. */
export const FIRM_PARTICLES = setOf(people.firmParticles);

/** Two particles with which a surname begins: "Van der Tol", "De la Torre". */
export const PARTICLE_PAIRS: ReadonlySet<string> = new Set(people.particlePairs);

/** Articles of Arabic names: written in many ways, and often left out. */
export const ARABIC_ARTICLES = setOf(people.arabicArticles);

/** Of these, those that are words of other languages: a surname behind one is never without it. */
export const ARABIC_ARTICLES_THAT_ARE_WORDS = setOf(people.arabicArticlesThatAreWords);

/** "Son of": the surname is this and the next word, and what follows is the family. */
export const SON_OF = setOf(people.sonOf);

/** Join two surnames to one: "Ortega y Gasset". */
export const JOINERS = setOf(people.joiners);

/** Behind a name: which of several generations. */
export const GENERATIONS = setOf(people.generations);

/** Behind a name: which of several generations, and academic degrees. */
export const SUFFIXES = setOf([...people.generations, ...people.degrees]);

/** Endings of names after the father, which stand between the given name and the surname. */
export const PATRONYMIC_ENDINGS = setOf(people.patronymicEndings);

/** Surnames of China, Korea and Vietnam in Latin letters: they stand first. */
export const FIRST_SURNAMES = setOf(people.firstSurnames);

/** Of these, those that are given names or words elsewhere: what follows must plainly be a given name of there. */
export const MAYBE_FIRST_SURNAMES = setOf(people.maybeFirstSurnames);

/** Codes of languages in which the surname stands first; in which people have two. */
export const SURNAME_FIRST = setOf(people.languagesWithSurnameFirst);
export const TWO_SURNAMES = setOf(people.languagesWithTwoSurnames);

/** Endings of Slavic surnames in Latin letters, by which one is told from a word with a capital. */
export const SLAVIC_SURNAME_ENDINGS = setOf(people.slavicSurnameEndings);

/** Surnames that so many bear that one alone says little, by national statistics of names. */
export const FREQUENT_SURNAMES = setOf(people.frequentSurnames);
