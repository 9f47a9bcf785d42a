// How often the properties of the fuzz tests are tried, and from which seed: a few times and always the same in `npm
// test`, longer by `npm run fuzz` (scripts/fuzz.mjs).

const times = Number(process.env.FUZZ_TIMES ?? 1);
const seed = Number(process.env.FUZZ_SEED ?? 1);

/** Parameters for `fc.assert`. @param count how often the property is tried in `npm test` */
export const runs = (count: number) => ({ numRuns: Math.ceil(count * times), seed });

/** Options of a test: only a run without an end fails by its time. */
export const patient = { timeout: 240_000 * Math.max(1, times) };

/**
 * Options of a test that reads long texts, where work that grows with the square of the text must fail. Half the text
 * in a quarter of the time tells of as much.
 */
export const patientWithLongTexts = { timeout: patient.timeout / 4 };
