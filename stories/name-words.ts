// What is known of people's names the world over, whatever the story and the language of a page: particles, suffixes,
// surnames that stand first, surnames that say little because so many bear them. All folded.

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Little words that begin a surname of several words: "von der Leyen", "de la Cruz", "bin Salman". */
export const PARTICLES = setOf(`
  von vom van vande vanden vander zu zum zur de der den des del della delle dello degli dei di da do dos das du d la le
  les lo los las ten ter te op 't af av til st saint san santa abu ibn bin bint ben ould mac al el ul`);

/** Articles of Arabic names: written in many ways, and often left out. */
export const ARABIC_ARTICLES = setOf('al el ul ad an ar as ash at az es en er');

/** "Son of": the surname is this and the next word, and what follows is the family. */
export const SON_OF = setOf('bin ibn bint ben ould');

/** Join two surnames to one: "Ortega y Gasset". */
export const JOINERS = setOf('y e i');

/** Behind a name: which of several generations, and academic degrees. */
export const SUFFIXES = setOf(`
  jr jnr junior sr snr senior ii iii iv v vi fils pere filho neto netto sobrinho hijo jun sen ml mladsi starsi phd md esq
  kc qc obe mbe`);

/** Surnames of China, Korea and Vietnam in Latin letters: they stand first. */
export const FIRST_SURNAMES = setOf(`
  xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng feng cao
  peng zeng xiao tian dong yuan pan cai jiang yu du ye cheng wei su lu ding ren shen yao hou tan shi qin gu ng tsai tsang
  cheung wong chan leung lau kwok chow tse ho lai lam tam mak kwong hsu hsieh chiang bai cui duan fang fu hao jia kang
  kong lei long meng mo qian qiu song wen wan xiong xue yan yin zou nguyen tran pham phan vo dang bui duong phuc truong
  kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn moon hong ko ban bae noh roh chung`);

/** Of these, those that are given names or words elsewhere: what follows must plainly be a given name of there. */
export const MAYBE_FIRST_SURNAMES = setOf(
  'kim lee park song long han moon ban ko oh cho he ma su lu wan ho lam mo fang',
);

/** Surnames that so many bear that one alone says little, by national statistics of names. */
export const FREQUENT_SURNAMES = setOf(`
  smith johnson williams brown jones miller davis wilson anderson taylor thomas moore martin jackson thompson white lee
  harris clark lewis robinson walker hall allen young king wright scott hill green adams baker nelson carter mitchell
  roberts turner phillips campbell parker evans edwards collins stewart morris murphy cook rogers morgan cooper bailey
  bell kelly howard ward cox richardson wood watson brooks bennett gray james hughes price long foster sanders ross
  garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez torres flores rivera gomez diaz cruz reyes
  morales ortiz gutierrez chavez ramos ruiz alvarez mendoza castillo jimenez romero herrera medina aguilar vargas
  castro fernandez guzman munoz rojas moreno vazquez delgado suarez molina silva santos oliveira souza sousa pereira
  lima costa ferreira rodrigues almeida nascimento carvalho araujo ribeiro alves gomes martins barbosa rocha dias
  muller schmidt schneider fischer weber meyer wagner becker schulz hoffmann bauer koch richter klein wolf schroder
  neumann schwarz zimmermann braun kruger hofmann lange werner krause lehmann maier huber
  bernard dubois durand moreau laurent simon michel lefebvre leroy roux david bertrand morel fournier girard
  rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti costa giordano mancini
  nowak kowalski wisniewski wojcik kowalczyk kaminski lewandowski zielinski novak svoboda novotny dvorak horvath
  kovacs nagy toth szabo varga popescu ionescu popa ivanov ivanova smirnov smirnova kuznetsov petrov petrova popov
  johansson andersson karlsson nilsson eriksson larsson olsson persson hansen johansen olsen larsen jensen nielsen
  pedersen andersen korhonen virtanen makinen nieminen jansen vries visser bakker peeters janssens
  yilmaz kaya demir sahin celik yildiz aydin ozturk arslan dogan
  wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin kim park choi jung nguyen tran le pham
  sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato
  singh kumar sharma khan patel gupta das ali ahmed hassan hussein mohamed mohammed ibrahim rahman hossain begum
  cohen levi mizrahi tesfaye abebe adeyemi okafor mensah dlamini ndlovu`);
