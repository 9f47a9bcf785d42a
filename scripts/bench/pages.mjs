// @ts-check
// The pages that the bench makes itself: different builds, made-up prose, the same on every machine and in every run;
// and how they are served.
import { serve } from '../serve.mjs';

const NAMES =
  'Donald Trump,Trump,Gustavo Petro,Petro,Nicolás Maduro,Maduro,Marco Rubio,Rubio,Delcy Rodríguez,Colombia,Venezuela,the White House,Truth Social,Caracas,the United States'.split(
    ',',
  );
/** Of nobody in the story. */
const OTHER_NAMES =
  'Anna Keller,Bergen,the Harbour Council,Robert Lind,North Bank,Ferry Lines,Ines Okafor,Old Town,the Port Authority,Saturday'.split(
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

/**
 * Says something of so many words; in every fifth saying somebody is named.
 * @param {number} seed
 * @param {readonly string[]} names
 */
function speaker(seed, names = NAMES) {
  const random = randomFrom(seed);
  /** @param {readonly string[]} list */
  const one = (list) => list[Math.floor(random() * list.length)] ?? '';
  const some = (/** @type {number} */ count) => Array.from({ length: count }, () => one(WORDS)).join(' ');
  let said = 0;
  return {
    some,
    name: () => one(names),
    say(/** @type {number} */ count) {
      const who = ++said % 5 === 0 ? one(names) : 'Officials';
      return `On ${some(3)} ${who} said that ${some(count)}.`;
    },
  };
}

/** @param {number} count @param {(at: number) => string} make */
const times = (count, make) => Array.from({ length: count }, (_, at) => make(at)).join('\n');
/** @param {string} body @param {string} head */
const page = (body, head = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>${head}<body><main>${body}</main></body></html>`;

/** A page that says that it is news, as newspapers do. @param {string} headline @param {string} paragraphs */
export function newsPage(headline, paragraphs) {
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    datePublished: '2026-01-08T06:30:00Z',
    author: { '@type': 'Person', name: 'Ines Okafor' },
    publisher: { '@type': 'NewsMediaOrganization', name: 'The Harbour Courier' },
  };
  return page(
    `<article><h1>${headline}</h1><p>By Ines Okafor</p>${paragraphs}</article>`,
    `<meta property="og:type" content="article"><meta property="og:site_name" content="The Harbour Courier"><meta property="article:published_time" content="${facts.datePublished}"><script type="application/ld+json">${JSON.stringify(facts)}</script>`,
  );
}

/** @param {ReturnType<typeof speaker>} voice */
const article = ({ some, say }) =>
  newsPage(
    some(6),
    times(40, () => `<p>${say(40)} <a href="#">${some(4)}</a>. ${say(20)}</p>`),
  );

/** News with names of the story. */
export const namedArticle = () => article(speaker(7));

export const emptyPage = () => page('<h1>Nothing</h1><p>Nothing to find on this page.</p>');

/** Pages that name nobody of the story. @returns {Record<string, string>} HTML by a name that says how it is built */
export function namelessPages() {
  const shop = speaker(12, OTHER_NAMES);
  const forum = speaker(13, OTHER_NAMES);
  const front = speaker(14, OTHER_NAMES);
  const guide = speaker(15, OTHER_NAMES);
  return {
    'an article about something else': article(speaker(11, OTHER_NAMES)),
    'a shop': page(
      `<ul>${times(240, (at) => `<li><a href="#"><img alt="${shop.some(2)}"><h3>${shop.name()} ${shop.some(3)}</h3></a><span>${(at * 37) % 400}.99 €</span> <del>${((at * 37) % 400) + 40}.00 €</del><p>${shop.some(14)}</p><button>Add to cart</button></li>`)}</ul>`,
    ),
    'a forum': page(
      times(
        300,
        (at) =>
          `<div id="p${at}"><div><b>user${at % 40}</b> <time>${at % 24}:${at % 60}</time></div><blockquote>${forum.some(12)}</blockquote><p>${forum.say(25)}</p><p>${forum.say(10)}</p><a href="#">Reply</a> <a href="#">Quote</a></div>`,
      ),
    ),
    'a front page without them': page(
      times(
        400,
        () =>
          `<section><div><a href="#"><h3><span>${front.name()}: ${front.some(7)}</span></h3></a><p>${front.say(8)}</p></div></section>`,
      ),
    ),
    documentation: page(
      times(
        120,
        (at) =>
          `<h2 id="s${at}">${guide.some(3)}</h2><p>${guide.some(20)} <code>${guide.some(1)}()</code> ${guide.some(10)}.</p><pre><code>const ${guide.some(1)} = ${at};\nreturn ${guide.some(1)};</code></pre><table><tr><th>Name</th><th>Type</th></tr><tr><td><code>${guide.some(1)}</code></td><td>number, ${guide.some(8)}</td></tr></table>`,
      ),
    ),
  };
}

/**
 * Serves pages as `/0`, `/1` and so on. Nothing of their own runs, and nothing is fetched for them.
 * @param {readonly string[]} pages HTML
 */
export function servePages(pages) {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  };
  return serve(Object.fromEntries(pages.map((body, at) => [`/${at}`, { body, headers }])));
}

/** Pages that name somebody of the story. @returns {Record<string, string>} HTML by a name that says how it is built */
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
