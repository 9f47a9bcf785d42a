// @ts-check
// Draws the bench's results: how many times as long others take, page by page, on a logarithmic scale, and what living pages pay.

/** @typedef {{ name: string, ratios: number[], ours?: boolean }} Row one number a page: times our time */
/** @typedef {{ name: string, value: number, unit: string }} Figure */

const PAPER = '#fffdf8';
const INK = '#1c1a17';
const FAINT = '#6b645a';
const HAIRLINE = '#e4ddd0';
const ACCENT = '#8f2d1c';
const WIDTH = 920;
const LEFT = 250;
const RIGHT = 96;
const STEP = 46;
const TOP = 108;

/** @param {string} text */
const plain = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** @param {number} ratio */
const said = (ratio) => `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString('en')} ×`;

/**
 * @param {{ rows: Row[], figures: Figure[], caption: string, percentile: (values: readonly number[], share: number) => number }} results
 * @returns {string} SVG
 */
export function chart({ rows, figures, caption, percentile }) {
  const all = rows.flatMap(({ ratios }) => ratios);
  const low = Math.floor(Math.log10(Math.min(...all, 0.5)) * 2) / 2;
  const high = Math.ceil(Math.log10(Math.max(...all, 10)) * 2) / 2;
  const x = (/** @type {number} */ ratio) =>
    LEFT + ((Math.log10(Math.max(ratio, 10 ** low)) - low) / (high - low)) * (WIDTH - LEFT - RIGHT);
  const bottom = TOP + rows.length * STEP;
  const height = bottom + 92 + figures.length * 26;
  /** @param {number} left @param {number} top @param {string} words @param {string} [rules] */
  const text = (left, top, words, rules = '') =>
    `<text x="${left.toFixed(1)}" y="${top.toFixed(1)}" ${rules}>${plain(words)}</text>`;
  const ticks = [0.1, 1, 10, 100, 1000, 10_000].filter((tick) => Math.log10(tick) >= low && Math.log10(tick) <= high);

  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="14" fill="${INK}">
<rect width="100%" height="100%" fill="${PAPER}"/>
${text(32, 42, 'Finding and marking the names of a page', 'font-family="Charter, Georgia, serif" font-size="22"')}
${text(32, 66, caption, `font-size="12" fill="${FAINT}"`)}
${ticks
  .map(
    (tick) =>
      `<line x1="${x(tick)}" x2="${x(tick)}" y1="${TOP - 14}" y2="${bottom - 8}" stroke="${tick === 1 ? INK : HAIRLINE}"/>${text(x(tick), TOP - 20, said(tick).replace('.0', ''), `font-size="12" fill="${FAINT}" text-anchor="middle"`)}`,
  )
  .join('\n')}
${rows
  .map(({ name, ratios, ours }, at) => {
    const middle = TOP + at * STEP + 14;
    const [median, late] = [percentile(ratios, 0.5), percentile(ratios, 0.9)];
    const [from, to] = [Math.min(x(1), x(median)), Math.max(x(1), x(median))];
    const colour = ours ? ACCENT : INK;
    const furthest = Math.max(...ratios.map(x), x(late), x(1));
    return `<g>${text(LEFT - 18, middle + 5, name, `text-anchor="end" fill="${colour}" ${ours ? 'font-weight="600"' : ''}`)}
<rect x="${from.toFixed(1)}" y="${middle - 7}" width="${Math.max(to - from, ours ? 3 : 0).toFixed(1)}" height="14" rx="2" fill="${colour}" opacity="${ours ? 1 : 0.16}"/>
${ours ? '' : `<line x1="${x(late).toFixed(1)}" x2="${x(late).toFixed(1)}" y1="${middle - 9}" y2="${middle + 9}" stroke="${ACCENT}" stroke-width="1.5"/>`}
${ours ? '' : ratios.map((ratio) => `<circle cx="${x(ratio).toFixed(1)}" cy="${middle}" r="2.6" fill="${INK}" opacity=".45"/>`).join('')}
${ours ? text(x(1) + 12, middle + 5, '1', `fill="${ACCENT}" font-weight="600"`) : text(furthest + 12, middle + 5, said(median), 'font-weight="600"')}</g>`;
  })
  .join('\n')}
${text(LEFT, bottom + 14, 'bar: the median page · line: nine pages in ten are left of it · dots: the pages', `font-size="12" fill="${FAINT}"`)}
${text(32, bottom + 58, 'What living pages pay with us beyond what they pay without', 'font-family="Charter, Georgia, serif" font-size="17"')}
${figures
  .map(({ name, value, unit }, at) => {
    const line = bottom + 88 + at * 26;
    return `${text(32, line, name)}${text(WIDTH - 32, line, `${value} ${unit}`, 'text-anchor="end" font-weight="600"')}<line x1="32" x2="${WIDTH - 32}" y1="${line + 8}" y2="${line + 8}" stroke="${HAIRLINE}"/>`;
  })
  .join('\n')}
</svg>
`;
}
