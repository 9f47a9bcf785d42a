// Names of a large library are not written in all their forms. "virta*3" stands for "virta" with each ending that the
// language's rule 3 puts on.

/** The folded endings of each rule of a language. */
export type Endings = readonly (readonly string[])[];

/** What stands behind the stem. No name has a "*" in it. */
export const ruleMark = (rule: number): string => `*${rule}`;

/** All forms of a written name: of one without a rule itself. */
export function writtenForms(written: string, endings: Endings): string[] {
  const [stem, rule] = written.split('*');
  return rule ? (endings[Number(rule)] ?? []).map((ending) => `${stem}${ending}`) : [written];
}
