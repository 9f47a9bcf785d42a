// @ts-check
// The pages that the bench makes itself: different builds, made-up prose, the same on every machine and in every run.

const NAMES =
  'Donald Trump,Trump,Gustavo Petro,Petro,Nicolás Maduro,Maduro,Marco Rubio,Rubio,Delcy Rodríguez,Colombia,Venezuela,the White House,Truth Social,Caracas,the United States'.split(
    ',',
  );
const WORDS =
  'the harbour council met again on thursday and spoke at length about ferries tolls grain prices and a bridge that nobody wants to pay for while old members asked who had counted'.split(
    ' ',
  );

/** A sequence of numbers below 1 that only its seed decides. @param {number} seed */
function randomFrom(seed) {
  let at = seed;
  return () => {
    at = (at * 1103515245 + 12345) % 2147483648;
    return at / 2147483648;
  };
}

/** Says something of so many words; in every fifth saying somebody is named. @param {number} seed */
function speaker(seed) {
  const random = randomFrom(seed);
  /** @param {readonly string[]} list */
  const one = (list) => list[Math.floor(random() * list.length)] ?? '';
  const some = (/** @type {number} */ count) => Array.from({ length: count }, () => one(WORDS)).join(' ');
  let said = 0;
  return {
    some,
    name: () => one(NAMES),
    say(/** @type {number} */ count) {
      const who = ++said % 5 === 0 ? one(NAMES) : 'Officials';
      return `On ${some(3)} ${who} said that ${some(count)}.`;
    },
  };
}

/** @param {number} count @param {(at: number) => string} make */
const times = (count, make) => Array.from({ length: count }, (_, at) => make(at)).join('\n');
/** @param {string} body */
const page = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><body><main>${body}</main></body></html>`;

/** @returns {Record<string, string>} HTML by a name that says how it is built */
export function madePages() {
  const short = speaker(1);
  const long = speaker(2);
  const live = speaker(3);
  const front = speaker(4);
  const cells = speaker(5);
  const lines = speaker(6);
  return {
    'short news': page(
      `<h1>${short.some(8)}</h1>${times(25, () => `<p>${short.say(30)} <a href="#">${short.some(4)}</a>.</p>`)}`,
    ),
    'long read': page(
      times(400, (at) => {
        const drop = at % 40 === 0 ? '<span>T</span>here is more. ' : '';
        return `<p>${drop}${long.say(40)} <em>${long.some(3)}</em> ${long.some(10)}<!-- note --><wbr> <a href="#"><b>${long.some(3)}</b></a>. ${long.say(25)}</p>`;
      }),
    ),
    'live blog': page(
      times(
        1200,
        (at) =>
          `<article><header><time>${at % 24}:${at % 60}</time> <span>${live.some(2)}</span></header><div><p>${live.say(18)}</p></div></article>`,
      ),
    ),
    'front page': page(
      times(
        600,
        () =>
          `<section><div><div><a href="#"><h3><span>${front.some(7)}</span></h3></a></div><p>${front.say(8)}</p><ul><li><a href="#">${front.some(4)}</a></li><li><a href="#">${front.some(5)}</a></li></ul></div></section>`,
      ),
    ),
    'large table': page(
      `<table>${times(900, (at) => `<tr><td>${at}</td><td>${cells.some(2)}</td><td>${at % 5 ? cells.some(2) : cells.name()}</td><td>${at * 7}</td></tr>`)}</table>`,
    ),
    'lines with breaks': page(`<div>${times(2500, () => `${lines.say(12)}<br>`)}</div>`),
  };
}
