// Whom drafting finds in invented articles of many languages: every person, place and organisation, one entry each,
// with its forms; and no person besides.
import { afterEach, expect, test, vi } from 'vitest';
import { draft } from '../../drafting/draft.ts';
import { loadDraftingData, loadLanguages } from '../../scripts/dataset/load.ts';
import { articleOf, CODES, invented } from './articles.ts';

const data = loadDraftingData('.');
afterEach(() => vi.restoreAllMocks());

/** Figures of a kind: name → forms. */
function cast(language: string, paragraphs: string[], kind = 'person'): Record<string, string[]> {
  const story = draft(articleOf(language, paragraphs), data);
  const found = (story.figures ?? []).filter((figure) => figure.kind === kind);
  return Object.fromEntries(found.map(({ name, drawn }) => [name[language] ?? '', (drawn?.forms ?? []).toSorted()]));
}

test('every language that has words for drafting has an article', () => {
  const drafted = loadLanguages('.').filter(({ drafting }) => drafting !== undefined);
  expect(CODES.toSorted()).toEqual(drafted.map(({ language }) => language).toSorted());
});

test.each(CODES)('%s: who and what an article names', (code) => {
  const { article, expected } = invented(code);
  const { language } = article;
  const story = draft(article, data);
  const named = (kind: string) => (story.figures ?? []).filter((figure) => figure.kind === kind);
  const nameOf = (figure: { name: Record<string, string> }) => figure.name[language];
  expect(named('person').map(nameOf).sort()).toEqual(Object.keys(expected.people).sort());
  for (const kind of ['person', 'organization'] as const)
    for (const [name, forms] of Object.entries(kind === 'person' ? expected.people : expected.organizations)) {
      const figure = named(kind).find((one) => one.drawn?.forms?.includes(name));
      expect(figure?.drawn?.forms ?? [`no ${kind}: ${name}`]).toEqual(expect.arrayContaining([name, ...forms]));
    }
  expect(named('place').flatMap((figure) => figure.drawn?.forms ?? [])).toEqual(
    expect.arrayContaining(expected.places),
  );
  for (const [words, speaker] of Object.entries(expected.quotations ?? {})) {
    const quotation = (story.quotations ?? []).find((one) => one.words[language]?.includes(words));
    const by = (story.figures ?? []).find(({ id }) => id === quotation?.by);
    expect(by && nameOf(by)).toBe(speaker);
  }
});

test('a surname and a name in full are one person, and the title is no part of it', () =>
  expect(cast('en', ['Senator Anna Berg left. Berg said nothing. Ms. Berg waved.'])).toEqual({
    'Anna Berg': ['Anna Berg', 'Berg'],
  }));

test('two people of one surname are two, told apart by their titles', () =>
  expect(cast('en', ['Anna Berg and her husband, Karl Berg, voted. Mr. Berg smiled. Ms. Berg did not.'])).toEqual({
    'Anna Berg': ['Anna Berg', 'Ms. Berg'],
    'Karl Berg': ['Karl Berg', 'Mr. Berg'],
  }));

test('a place before a name is no part of it', () =>
  expect(cast('en', ['Florida Senator Marco Dahl and Reuters reporter Anna Berg met in Paris.'])).toEqual({
    'Marco Dahl': ['Marco Dahl'],
    'Anna Berg': ['Anna Berg'],
  }));

test('a particle belongs to the surname', () =>
  expect(cast('de', ['Die Präsidentin Ursula von der Heide sprach. Von der Heide ging.'])).toEqual({
    'Ursula von der Heide': ['Ursula von der Heide', 'Von der Heide'],
  }));

test('endings of names are forms of one person', () =>
  expect(cast('pl', ['Prezes Jan Nowicki odszedł. Następcą Jana Nowickiego zostanie ktoś inny.'])).toEqual({
    'Jan Nowicki': ['Jan Nowicki', 'Jana Nowickiego'],
  }));

test('an acronym in parentheses and a short form are the organisation they stand for', () =>
  expect(
    cast('en', ['The National Harbour Council (NHC) met. The NHC voted. The Harbour Council left.'], 'organization'),
  ).toEqual({ 'National Harbour Council': ['Harbour Council', 'NHC', 'National Harbour Council'] }));

test('an acronym without parentheses is the organisation whose words it begins', () =>
  expect(cast('en', ['The National Harbour Council met. Later the NHC voted.'], 'organization')).toEqual({
    'National Harbour Council': ['NHC', 'National Harbour Council'],
  }));

test('two words behind an article are nobody, and without one they may be', () => {
  expect(cast('en', ['They sailed on the Dorvik Landrell to Spain.'])).toEqual({});
  expect(cast('en', ['They sailed with Dorvik Landrell to Spain.'])).toEqual({
    'Dorvik Landrell': ['Dorvik Landrell'],
  });
});

test('the names of a country are one figure, with its code', () => {
  const story = draft(articleOf('en', ['The United States agreed. The U.S. and Japan signed. The US paid.']), data);
  expect((story.figures ?? []).map(({ iso, drawn }) => [iso, drawn?.count])).toEqual([
    ['US', 3],
    ['JP', 1],
  ]);
});

test('behind a surname a particle leads to what somebody is head of', () =>
  expect(
    cast('nl', ['Minister Anna Bergman van Verkeer sprak met Jan van Heemst. Volgens Bergman is hij tevreden.']),
  ).toEqual({
    'Anna Bergman': ['Anna Bergman', 'Bergman'],
    'Jan van Heemst': ['Jan van Heemst'],
  }));

test('a noun for people that opens the sentence is no part of the name', () =>
  expect(cast('nl', ['Woordvoerder Karel-Jan de Wit zweeg. De Wit vertrok later.'])).toEqual({
    'Karel-Jan de Wit': ['De Wit', 'Karel-Jan de Wit'],
  }));

test('a department between a title and its holder is nobody', () => {
  expect(cast('el', ['Ο υπουργός Δημόσιων Έργων Γιώργος Βλάχος παραιτήθηκε.'])).toEqual({
    'Γιώργος Βλάχος': ['Γιώργος Βλάχος'],
  });
  expect(cast('ro', ['Ministrul Sănătății a plecat. Ministrul Sănătății, Radu Moraru, a demisionat.'])).toEqual({
    'Radu Moraru': ['Radu Moraru'],
  });
});

test('an acronym with an ending is apart from the name behind it', () => {
  const text = ['Glasnogovornik NSK-a Ante Vidović nije odgovorio. NSK-u je pisao Marko Barić.'];
  expect(Object.keys(cast('hr', text)).sort()).toEqual(['Ante Vidović', 'Marko Barić']);
  expect(cast('hr', text, 'organization')).toEqual({ NSK: ['NSK'] });
});

test('a verb that opens the sentence is no part of a name that has an ending elsewhere', () =>
  expect(cast('hu', ['Távozott Szabó Márton államtitkár. Szerinte Szabó Mártonnak igaza volt.'])).toEqual({
    'Szabó Márton': ['Szabó Márton', 'Szabó Mártonnak'],
  }));

test('a name in quotation marks behind a noun for a firm is the firm', () => {
  const text = ['Договорът с фирма „Морски Фар“ е подписан. Шефът на „Морски Фар“ Иван Ганев отказа.'];
  expect(Object.keys(cast('bg', text))).toEqual(['Иван Ганев']);
  expect(Object.keys(cast('bg', text, 'organization'))).toEqual(['Морски Фар']);
});

test('words of a headline in capitals are nobody, unless the text names them', () =>
  expect(
    draft(articleOf('id', ['Harga naik lagi di pasar.'], { title: 'Menteri Perdagangan Bantah Kenaikan Harga' }), data)
      .figures,
  ).toEqual([]));

test('an initial and a surname are the one person whose given name begins so', () =>
  expect(cast('lt', ['Ministrė Rasa Petrauskienė traukiasi. „Taip bus geriau“, – sakė R. Petrauskienė.'])).toEqual({
    'Rasa Petrauskienė': ['R. Petrauskienė', 'Rasa Petrauskienė'],
  }));

test('a given name in a case ends the name of an organisation', () =>
  expect(Object.keys(cast('sk', ['Odvolal rektorku Univerzity v Nitre Zuzanu Bartošovú. Bartošová mlčí.']))).toEqual([
    'Zuzanu Bartošovú',
  ]));

test('a Korean name, the firm, and the title are one person', () =>
  expect(cast('ko', ['김도윤 동해전력 사장은 15일 부산에서 기자들과 만났다.'])).toEqual({ 김도윤: ['김도윤'] }));

test('German nouns that are given names elsewhere are nobody', () =>
  expect(cast('de', ['Die Art des Baus gefiel. Es war eine Art Haus. Der Golf lag ruhig.'])).toEqual({}));

test('words that only open a sentence are no names', () =>
  expect(cast('en', ['Meanwhile nobody came. Perhaps Monday. However, Thanks and Well were said.'])).toEqual({}));

test('a headline in capitals names nobody new, and those again who are named below', () => {
  const [berg] =
    draft(articleOf('en', ['Anna Berg won the race.'], { title: 'BERG WINS BY A MILE' }), data).figures ?? [];
  expect(berg?.drawn?.forms?.toSorted()).toEqual(['Anna Berg', 'BERG']);
});

test('a language of which nothing is known is drafted by English lists', () =>
  expect(cast('sw', ['Rais Maria Mwangi alisema. Mwangi aliondoka Nairobi.'])).toMatchObject({
    'Maria Mwangi': expect.anything(),
  }));

test.each([
  ['en', 'The mayor of Brell closed the bridge. Later the mayor of Brell opened it.'],
  ['de', 'Die Bürgermeisterin von Brell sperrte die Brücke. Der Bürgermeister von Brell schwieg.'],
  ['fr', 'Le maire de Brell a fermé le pont. Puis le maire de Brell a parlé.'],
  ['es', 'El alcalde de Brell cerró el puente. Más tarde el alcalde de Brell habló.'],
  ['it', 'Il sindaco di Brell ha chiuso il ponte. Poi il sindaco di Brell ha parlato.'],
  ['pt', 'O prefeito de Brell fechou a ponte. Depois o prefeito de Brell falou.'],
  ['nl', 'De burgemeester van Brell sloot de brug. Later sprak de burgemeester van Brell.'],
  ['sv', 'Borgmästaren i Brell stängde bron. Sedan talade borgmästaren i Brell.'],
])('what somebody is mayor of is a place: %s', (code, text) => {
  expect(cast(code, [text], 'place')).toEqual({ Brell: ['Brell'] });
  expect(cast(code, [text])).toEqual({});
});

test('two places with "and" between are both behind the preposition', () =>
  expect(Object.keys(cast('pl', ['Kontrole będą w Szczecinie i Dorvicach.'], 'place'))).toEqual([
    'Szczecinie',
    'Dorvicach',
  ]));

test('a surname and a title are the person who was named in full, and nobody by themselves (ko)', () => {
  const named = '김도현 부산항만공사 사장은 안전 점검이 미흡했다고 말했다.';
  expect(cast('ko', [named, '김 사장은 조사를 의뢰했다고 밝혔다.'])).toEqual({ 김도현: ['김 사장', '김도현'] });
  expect(cast('ko', ['김 사장은 조사를 의뢰했다고 밝혔다.'])).toEqual({});
});

test('a head behind a place makes one name of both, without what stands before', () => {
  expect(Object.keys(cast('zh', ['事故原因的调查已委托浙江大学进行。'], 'organization'))).toEqual(['浙江大学']);
  expect(cast('zh', ['他在一家美国公司工作，英国政府没有回应。'], 'organization')).toEqual({});
  expect(Object.keys(cast('ja', ['原因の調査は国土交通省と大阪大学に依頼した。'], 'organization'))).toEqual([
    '国土交通省',
    '大阪大学',
  ]);
});

test('a city that no list has is one by the character that ends it (ja)', () => {
  expect(Object.keys(cast('ja', ['港は北浜市の東にある。各都市で調べた。'], 'place'))).toEqual(['北浜市']);
});

test('what somebody is member of is nobody, and a name of three words is one (ar)', () => {
  const text = ['وصل ماركوس فيبر، عضو مجلس إدارة الشركة، والتقى وزير الداخلية عبد الرحمن الشامي.'];
  expect(Object.keys(cast('ar', text)).sort()).toEqual(['عبد الرحمن الشامي', 'ماركوس فيبر']);
});

test('two things that a party is called after are one name (ar)', () =>
  expect(Object.keys(cast('ar', ['ولم يعلق حزب العدالة والتنمية على ذلك.'], 'organization'))).toEqual([
    'حزب العدالة والتنمية',
  ]));

test('two things that an authority is called after are one name (ar)', () =>
  expect(cast('ar', ['أعلنت هيئة الزراعة والمياه إغلاق الميناء.'], 'organization')).toEqual({
    'هيئة الزراعة والمياه': ['هيئة الزراعة والمياه'],
  }));

test('"and" behind a head and one word leads to something else (ro)', () =>
  expect(Object.keys(cast('ro', ['Au semnat Universitatea Brell și Tarnova Nordică.'], 'organization'))).toEqual([
    'Universitatea Brell',
  ]));

test('a word of Hebrew may end with a geresh, and a title is no given name behind an article', () =>
  expect(Object.keys(cast('he', ['מנכ"ל הנמל, יואב ברקוביץ\', נפגש עם השרה מירי לוי. לוי הודתה לו.'])).sort()).toEqual([
    "יואב ברקוביץ'",
    'מירי לוי',
  ]));

test('a head and a listed name behind it are one organisation (id)', () =>
  expect(Object.keys(cast('id', ['Menurut Partai Golkar, PT Pelabuhan Laut tidak bersalah.'], 'organization'))).toEqual(
    ['Partai Golkar', 'PT Pelabuhan Laut'],
  ));

test('what somebody heads is no part of the name that opens the sentence (pl)', () =>
  expect(Object.keys(cast('pl', ['Szef Solidarności Zbigniew Tokarz zażądał kary. Tokarz milczy.']))).toEqual([
    'Zbigniew Tokarz',
  ]));

test('"and" inside the name of a ministry (tr)', () =>
  expect(
    Object.keys(cast('tr', ['Ulaştırma ve Altyapı Bakanlığı ile Ege Üniversitesi’ne dosya verildi.'], 'organization')),
  ).toEqual(['Ulaştırma ve Altyapı Bakanlığı', 'Ege Üniversitesi']));

test('an organisation goes on over syllables in small letters, and ends before somebody (vi)', () => {
  const text = [
    'Bộ Giao thông Vận tải giao việc cho Đại học Bách khoa Hà Nội.',
    'Chủ tịch Công đoàn Nguyễn Văn Dũng đến Quy Nhơn. Ông Dũng chờ.',
  ];
  expect(Object.keys(cast('vi', text, 'organization'))).toEqual([
    'Bộ Giao thông Vận tải',
    'Đại học Bách khoa Hà Nội',
    'Công đoàn',
  ]);
  expect(Object.keys(cast('vi', text))).toEqual(['Nguyễn Văn Dũng']);
  expect(Object.keys(cast('vi', text, 'place'))).toEqual(['Quy Nhơn']);
});

test('"Jr." is no surname', () =>
  expect(cast('en', ['Martin Dahl Jr. spoke to the crowd. Later Dahl left, and Ms. Berg stayed.'])).toMatchObject({
    'Martin Dahl Jr.': ['Dahl', 'Martin Dahl Jr.'],
  }));

test('continents are places, and countries of small languages, also where the browser has no name for them', () => {
  vi.spyOn(Intl.DisplayNames.prototype, 'of').mockReturnValue(undefined);
  const placesIn = (language: string, text: string) =>
    draft(articleOf(language, [text]), { ...data })
      .figures?.filter(({ kind }) => kind === 'place')
      .map(({ name }) => name[language]);
  expect(placesIn('en', 'They have sailed to the Americas and to Africa.')).toEqual(['Americas', 'Africa']);
  expect(placesIn('is', 'Skipið fór til Danmörk og Noregur.')).toEqual(['Danmörk', 'Noregur']);
});

test('"son of" is inside a name, and a place before a head is a part of its name', () => {
  expect(Object.keys(cast('ar', ['وقالت مديرة المتحف ليلى بن عمار إن المعرض كبير.']))).toEqual(['ليلى بن عمار']);
  expect(Object.keys(cast('hi', ['प्रदर्शनी पुणे संग्रहालय में शुरू हुई।'], 'organization'))).toEqual(['पुणे संग्रहालय']);
});

test('a place with an ending of its own is no part of the name before it (tr)', () => {
  const text = ['Fransız küratör Claire Dubois Paris’ten geldi.'];
  expect(Object.keys(cast('tr', text))).toEqual(['Claire Dubois']);
  expect(Object.keys(cast('tr', text, 'place'))).toEqual(['Paris']);
});

test('a noun for people before a given name that is a place too (sv)', () =>
  expect(Object.keys(cast('sv', ['Museichefen Sofia Rydell kom till invigningen.']))).toEqual(['Sofia Rydell']));

/** The people of an article, and how often each is named. */
const countsOf = (language: string, paragraph: string) => {
  const { figures = [] } = draft(articleOf(language, [paragraph]), data);
  return Object.fromEntries(
    figures.filter(({ kind }) => kind === 'person').map(({ name, drawn }) => [name[language], drawn?.count]),
  );
};

test.each([
  ['en', 'Mr. Donald Trump', 'Donald Trump Jr.'],
  ['en', 'Mr. Robert F. Kennedy', 'Robert F. Kennedy Jr.'],
  ['en', 'Mr. George Bush', 'George W. Bush'],
  ['en', 'Mr. George W. Bush', 'George H. W. Bush'],
  ['en', 'Mr. John Adams', 'John Quincy Adams'],
  ['en', 'Mr. Martin Luther King', 'Martin Luther King III'],
  ['en', 'Mrs. Corina Parisca', 'María Corina Machado Parisca'],
])('%s: %s and %s are two people', (language, one, other) =>
  expect(Object.keys(countsOf(language, `${one} and Mr. ${other} met on Monday. ${one} left.`)).length).toBe(2),
);

test.each([
  ['es', 'El presidente Gustavo Petro Urrego habló. El presidente Gustavo Petro salió.', 'Gustavo Petro Urrego'],
  ['en', 'Mr. Donald J. Trump spoke. Mr. Donald Trump left.', 'Donald J. Trump'],
  ['en', 'Mr. Tom Hale PhD spoke. Mr. Tom Hale left.', 'Tom Hale PhD'],
  ['ru', 'Президент Владимир Владимирович Петров приехал. Владимир Петров уехал.', 'Владимир Владимирович Петров'],
  ['en', 'Mrs. María Corina Machado spoke. Mrs. Corina Machado left.', 'María Corina Machado'],
])('%s: one person: %s', (language, paragraph, name) => expect(countsOf(language, paragraph)).toEqual({ [name]: 2 }));

test('in Spanish a surname alone is that of who is named most often with it, not of who was named last', () =>
  expect(
    countsOf(
      'es',
      'El presidente Nicolás Maduro Moros habló. El presidente Nicolás Maduro Moros viajó con el diputado Nicolás Maduro Guerra. Maduro regresó el lunes.',
    ),
  ).toEqual({ 'Nicolás Maduro Moros': 3, 'Nicolás Maduro Guerra': 1 }));
