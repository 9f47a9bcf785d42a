// @ts-check
// What the soak reads: stories and pages of its own making, each a little different, the same in every run.

const GIVEN = 'Ruth Paolo Oskar Nadia Amina Tomas Ingrid Kwame Leila Marek Sunniva Bogdan Yara Emeka Tuija'.split(' ');
const SURNAMES =
  'Adeyemi Serra Lindqvist Petrovic Diallo Novak Halvorsen Mensah Haddad Kowalski Ozturk Fonseca Varga Lehtinen Quispe Bianchi Ramos Ekwueme Sorensen Tanaka'.split(
    ' ',
  );
const SAID = [
  'said that the harbour would stay closed for another week',
  'promised the fishermen that nobody would have to pay for the ships outside',
  'spoke with the engineers about the old lighthouse',
  'asked why the bridge to the island had been opened before its last test',
];
const PEOPLE_PER_STORY = 6;
/** The bundled story's figures in languages of which each is compiled when a page first needs it. */
const ELSEWHERE = [
  { language: 'es', text: 'El presidente Gustavo Petro habló el jueves con Donald Trump sobre Venezuela.' },
  { language: 'de', text: 'Am Donnerstag sprach Donald Trump mit Gustavo Petro über Venezuela.' },
  { language: 'fr', text: 'Jeudi, Donald Trump a parlé avec Gustavo Petro du Venezuela.' },
  { language: 'ja', text: 'ドナルド・トランプは木曜日にグスタボ・ペトロと話した。' },
];

/** The full name of the person with this number. @param {number} at */
const nameOf = (at) =>
  `${GIVEN[at % GIVEN.length]} ${SURNAMES[Math.floor(at / GIVEN.length) % SURNAMES.length]}${at < GIVEN.length * SURNAMES.length ? '' : 'son'}`;

/**
 * A story of six people, as a program makes it of an article.
 * @param {number} at its number
 */
export function soakStory(at) {
  const people = Array.from({ length: PEOPLE_PER_STORY }, (_, one) => at * PEOPLE_PER_STORY + one);
  const sentence = (/** @type {number} */ one) => `${nameOf(one)} ${SAID[one % SAID.length]}.`;
  return {
    format: 'dramatis-story/1',
    id: `soak-${at}`,
    title: { en: `The harbour, part ${at}` },
    made: { how: 'draft' },
    asOf: '2026-01-06',
    sources: [
      {
        id: 'a',
        title: `The harbour, part ${at}`,
        publisher: 'The Harbour Post',
        url: `https://post.example/harbour-${at}`,
        date: '2026-01-06',
        language: 'en',
        paragraphs: [1, ...people.map(() => 1)],
        text: [[`The harbour, part ${at}`], ...people.map((one) => [sentence(one)])],
      },
    ],
    summary: [{ text: { en: sentence(people[0] ?? 0) }, cites: ['a:1.1'] }],
    figures: people.map((one) => ({
      id: `person-${one}`,
      kind: 'person',
      name: { en: nameOf(one) },
      role: { en: 'engineer of the harbour' },
      names: {
        full: [nameOf(one)],
        given: nameOf(one).split(' ').slice(0, 1),
        surname: nameOf(one).split(' ').slice(1),
        strength: 'weak',
      },
    })),
    statements: people.map((one, place) => ({
      id: `statement-${one}`,
      text: { en: sentence(one) },
      cites: [`a:${place + 1}.1`],
      mode: 'reported',
      figures: [`person-${one}`],
      weight: 2,
      verbatim: true,
    })),
  };
}

/**
 * A page: mostly news on a story, some in other languages, some that name nobody, some that are no news; with frames,
 * shadow trees, text that comes late, and addresses that change without loading.
 * @param {number} at its number
 * @param {number} stories how many there are to name somebody of
 */
export function soakPage(at, stories) {
  const elsewhere = at % 7 === 3 ? ELSEWHERE[Math.floor(at / 7) % ELSEWHERE.length] : undefined;
  const first = (at % stories) * PEOPLE_PER_STORY;
  const paragraphs = Array.from({ length: 5 + ((at * 7) % 40) }, (_, line) => {
    if (elsewhere) return elsewhere.text;
    const who = at % 5 === 4 ? 'The council' : nameOf(first + (line % PEOPLE_PER_STORY));
    return `On Thursday ${who} ${SAID[(at + line) % SAID.length]}. Donald Trump was not there, page ${at}.`;
  });
  const body = paragraphs.map((text, line) => `<p>${text} <a href="#n${line}">${line}</a></p>`).join('\n');
  const more = [
    at % 4 === 1 ? `<iframe srcdoc="<p>${nameOf(first)} in a frame</p>"></iframe>` : '',
    at % 4 === 2 ? `<div><template shadowrootmode="open"><p>${nameOf(first)} in a shadow</p></template></div>` : '',
    at % 4 === 3 ? `<script>${LATE}</script>` : '',
  ].join('');
  const language = elsewhere?.language ?? 'en';
  const news = at % 6 === 5 ? '' : '<meta property="article:published_time" content="2026-01-08T06:30:00Z">';
  const built = news ? 'article' : 'div';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Page ${at}</title>
    ${news && '<meta property="og:type" content="article"><script type="application/ld+json">{"@type":"NewsArticle"}</script>'}${news}
    </head><body><${built}><h1>The harbour on day ${at}</h1>${body}${more}</${built}></body></html>`;
}

/** Text that comes late, twice, and an address that changes with it. */
const LATE = `
  for (const [turn, wait] of [50, 150].entries())
    setTimeout(() => {
      history.pushState(null, '', location.pathname + '?' + turn);
      document.body.append(document.querySelector('p').cloneNode(true));
    }, wait);`;
