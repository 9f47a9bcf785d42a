// @ts-check
// What the bench does with many numbers.

/** @param {readonly number[]} values @param {number} share 0.5 is the median */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
/** What a table says of many times. @param {readonly number[]} all ms */
export const times = (all) => ({
  'median, ms': short(median(all)),
  'longest, ms': short(Math.max(...all)),
  times: all.length,
});

/** Without digits that mean nothing. @param {number} value */
export const short = (value) => (Math.abs(value) < 10 ? +value.toFixed(2) : Math.round(value));
