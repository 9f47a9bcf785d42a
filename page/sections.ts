// The words by which newspapers name their sections and themselves, in the languages of the press. A reader who can read none of
// a site's stories still knows a newspaper by its menu: politics, world, economy, sport, opinion.

/** What a section is about. */
export type Section = keyof typeof PRESS | keyof typeof COMMON;

/** Sections and pages that hardly any site has but those of the press. */
const PRESS = {
  politics:
    'politics|us politics|política|política nacional|politica|politique|politik|innenpolitik|politiek|polityka|politika|politiikka|politikk|политика|політика|πολιτική|siyaset|سياسة|السياسة|سیاسی|سیاست|פוליטי|פוליטיקה|राजनीति|রাজনীতি|அரசியல்|రాజకీయాలు|การเมือง|chính trị|siasa|时政|時政|政治|政经|정치|politică|siyasət|პოლიტიკა|ezombusazwe',
  opinion:
    'opinion|opinions|op-ed|commentary|editorial|editorials|columnists|letters to the editor|opinión|editoriales|columnas|columnistas|opinião|editoriais|colunas|opinioni|commenti|editoriali|débats|idées|tribunes|éditos|éditorial|meinung|kommentare|leitartikel|kolumnen|gastkommentar|opinie|columns & opinie|meningen|debatt|ledare|insändare|meninger|ledere|mielipide|mielipiteet|pääkirjoitus|opinie i komentarze|publicystyka|komentarze|komentáře|názory|vélemény|publicisztika|opinii|мнения|мнение|колонки|думки|погляди|коментари|kolumne|mišljenja|komentari|mnenja|απόψεις|γνώμες|yazarlar|köşe yazıları|رأي|الرأي|آراء|مقالات|دیدگاه|یادداشت|דעות|विचार|संपादकीय|ओपिनियन|মতামত|সম্পাদকীয়|கருத்து|தலையங்கம்|సంపాదకీయం|کالم|ความคิดเห็น|คอลัมน์|góc nhìn|ý kiến|opini|maoni|评论|評論|社论|社論|观点|社説|オピニオン|コラム|오피니언|사설|칼럼|nuomonės|viedokļi|arvamus|imibono',
  paper:
    "e-paper|epaper|today’s paper|today's paper|digital edition|print edition|edición impresa|hemeroteca|edição impressa|edizione digitale|edicola|édition du jour|digitale krant|e-tidning|e-avis|eavis|näköislehti|e-wydanie|obituaries|obituary|obits|death notices|obituarios|esquelas|fúnebres|necrologie|necrologi|avis de décès|nécrologie|traueranzeigen|todesanzeigen|familieberichten|dødsannonser|dödsannonser|masthead|corrections|ethics policy|editorial policy|editorial standards|editorial guidelines|tip line|news tips|send us a tip|fact check|fact checks|redaktion|redacción|redazione|la rédaction|redactie|redaksjonen|tips oss|toimitus|redakcja|redakce|redakcia|szerkesztőség|redacția|редакция|редакція|redakcija|künye|ई-पेपर|ই-পেপার|இ-பேப்பர்|朝刊|夕刊|紙面|电子报|電子報|지면보기|газета|свежий номер|النسخة الورقية|روزنامه|تحریریه|báo giấy|tòa soạn|toà soạn|redaksi|編集部|编辑部",
};

/** Sections that every newspaper has, and some other sites. */
const COMMON = {
  news: 'news|news analysis|noticias|notícias|notizie|notiziario|actualités|actualité|actu|infos|nachrichten|meldungen|aktuell|nieuws|nyheter|nyheder|uutiset|wiadomości|aktualności|zprávy|zpravodajství|správy|hírek|știri|stiri|новости|новини|вести|vijesti|vesti|novice|ειδήσεις|επικαιρότητα|haberler|haber|أخبار|الأخبار|اخبار|خبر|חדשות|समाचार|खबरें|न्यूज़|সংবাদ|খবর|செய்திகள்|వార్తలు|خبریں|ข่าว|tin tức|berita|habari|新闻|新聞|ニュース|뉴스|žinios|naujienos|ziņas|uudised|notícies|lajme|xəbərlər|nuus|izindaba',
  world:
    'world|world news|international|mundo|el mundo|internacional|internacionales|monde|esteri|mondo|estero|welt|ausland|aus aller welt|buitenland|wereld|världen|utrikes|verden|utenriks|udland|ulkomaat|maailma|świat|zagranica|svět|zahraničí|zahraničie|svet|külföld|nagyvilág|externe|internațional|свят|мир|в мире|світ|у світі|svijet|свет|κόσμος|διεθνή|dünya|العالم|عالم|دولي|عربي ودولي|عرب وعالم|جهان|بین‌الملل|بین الملل|בעולם|दुनिया|विदेश|अंतरराष्ट्रीय|আন্তর্জাতিক|বিশ্ব|உலகம்|ప్రపంచం|دنیا|بین الاقوامی|ต่างประเทศ|thế giới|dunia|internasional|antarabangsa|kimataifa|国际|國際|国際|全球|海外|세계|국제|pasaulis|pasaulē|ārzemēs|välismaa|món|bota',
  nation:
    'nation|national|u.s.|us|us news|u.s. news|uk|uk news|nacional|nacionales|país|el país|inland|binnenland|inrikes|innenriks|indland|kotimaa|kraj|domácí|domov|belföld|itthon|actualitate|naţional|național|россия|в россии|україна|българия|hrvatska|srbija|slovenija|ελλάδα|gündem|türkiye|محليات|محلي|ایران|בארץ|देश|भारत|জাতীয়|বাংলাদেশ|সারাদেশ|இந்தியா|தமிழ்நாடு|తెలంగాణ|پاکستان|ในประเทศ|thời sự|nasional|kitaifa|国内|中国|국내|lietuva|latvija|eesti',
  local:
    'local|local news|metro|regional|provincia|provincias|municipios|comunidades|cotidiano|cronaca|cronache|régions|faits divers|regionales|lokales|lokalt|regio|regiony|regióny|chronik|राज्य|राज्य-शहर|शहर|রাজধানী|மாநிலம்|شہر|지역|전국|地方|地域|daerah|megapolitan',
  economy:
    'economy|business|finance|money|markets|economía|economia|negocios|dinero|finanzas|mercado|économie|wirtschaft|finanzen|börse|economie|ekonomi|näringsliv|økonomi|næringsliv|erhverv|talous|gospodarka|biznes|ekonomika|byznys|gazdaság|afaceri|финансы|экономика|бизнес|икономика|економіка|ekonomija|gospodarstvo|οικονομία|اقتصاد|الاقتصاد|اقتصادی|כלכלה|अर्थव्यवस्था|बिजनेस|बिज़नेस|कारोबार|অর্থনীতি|বাণিজ্য|வணிகம்|బిజినెస్|వ్యాపారం|کاروبار|معیشت|เศรษฐกิจ|kinh doanh|kinh tế|bisnis|uchumi|biashara|财经|財經|经济|經濟|商业|経済|ビジネス|경제|증권|verslas|bizness|majandus|iqtisadiyyat|ეკონომიკა|ezomnotho',
  sport:
    'sport|sports|deportes|deporte|esporte|esportes|desporto|sporten|urheilu|šport|спорт|αθλητικά|αθλητισμός|spor|رياضة|الرياضة|ورزش|ورزشی|ספורט|खेल|स्पोर्ट्स|खेलकूद|খেলা|খেলাধুলা|விளையாட்டு|క్రీడలు|کھیل|กีฬา|thể thao|olahraga|sukan|michezo|体育|體育|スポーツ|스포츠|sportas|esports|idman|სპორტი|ezemidlalo',
  justice:
    'crime|crime news|courts|crime & courts|police reports|sucesos|policiales|policial|judicial|judiciales|justicia|seguridad|cronaca nera|justiz|kriminalität|blaulicht|krim|rikos|kryminalne|krimi|černá kronika|bűnügy|kékfény|криминал|происшествия|кримінал|произшествия|crna kronika|crna hronika|asayiş|حوادث|حوادث وقضايا|أمن وقضاء|משפט|अपराध|क्राइम|অপরাধ|குற்றம்|క్రైమ్|جرائم|อาชญากรรม|pháp luật|hukum|kriminal|jenayah|法治|事件・事故|사건사고|kriminalai',
  society:
    'society|sociedad|sociedade|société|gesellschaft|panorama|vermischtes|samhälle|samfunn|samfund|społeczeństwo|společnost|общество|суспільство|društvo|κοινωνία|yaşam|مجتمع|اجتماعی|समाज|সমাজ|சமூகம்|สังคม|xã hội|社会|社會|사회|visuomenė',
  latest:
    'breaking news|breaking|top stories|headlines|most read|últimas noticias|últimas|última hora|ultima hora|lo más leído|más leídas|últimas notícias|mais lidas|ultime notizie|ultime|più letti|dernières nouvelles|dernière minute|en continu|les plus lus|à la une|eilmeldungen|schlagzeilen|newsticker|liveticker|meistgelesen|laatste nieuws|net binnen|meest gelezen|senaste nytt|senaste|mest läst|siste nytt|siste|mest lest|seneste nyt|seneste|mest læste|tuoreimmat|luetuimmat|najnowsze|nejnovější|nejčtenější|najčítanejšie|legfrissebb|friss hírek|ultimele știri|лента новостей|главные новости|новости дня|последние новости|последни новини|останні новини|стрічка новин|najnovije|najnovije vijesti|najnovije vesti|τελευταία νέα|ροή ειδήσεων|son dakika|عاجل|خبر عاجل|آخر الأخبار|أهم الأخبار|الأكثر قراءة|آخرین اخبار|מבזקים|टॉप न्यूज़|ताज़ा खबर|ताजा खबर|ब्रेकिंग न्यूज़|সর্বশেষ|முக்கிய செய்திகள்|తాజా వార్తలు|تازہ ترین|ข่าวล่าสุด|ข่าวด่วน|tin mới|tin mới nhất|tin nóng|terkini|terpopuler|habari mpya|滚动|快讯|即时|即時|要闻|头条|速報|主要ニュース|トピックス|속보|많이 본 뉴스|naujausios|jaunākās',
};

/** The sections by the words that name them, in lower case. */
let words: Map<string, Section> | undefined;

/**
 * The sections that a link's text names: "Politik", "国际", two of them in "Science & Health". Usually none.
 * @param text a stranger's: of long ones nothing is read
 */
export function sectionsIn(text: string): Section[] {
  if (text.length > 60) return [];
  // Turkish capitals leave a dot above the i when lowered.
  const name = text.trim().toLowerCase().replaceAll('i\u0307', 'i');
  if (name.length === 0 || name.length > 30) return [];
  words ??= readWords();
  const whole = words.get(name);
  if (whole) return [whole];
  return SEVERAL.test(name) ? name.split(SEVERAL).flatMap((part) => words?.get(part) ?? []) : [];
}

const SEVERAL = /\s*[&/|,・·、›»(+]\s*/;

/** How much a section in its menu says for a site being news, from 0 to 1. */
export function weightOf(section: Section): number {
  return section in PRESS ? 1 : 0.5;
}

function readWords(): Map<string, Section> {
  const read = new Map<string, Section>();
  for (const table of [COMMON, PRESS])
    for (const [section, names] of Object.entries(table))
      for (const name of names.split('|')) read.set(name, section as Section);
  return read;
}

/** Words that stand in the names of newspapers, agencies and news sites. */
const NEWS_NAME = new RegExp(
  [
    // Whole words of spaced scripts.
    String.raw`(?<!\p{L})(?:news|newspaper|times|herald|tribune|gazette|chronicle|telegraph|courier|dispatch|daily|newswire|journalism|noticias|notícias|diario|diário|periódico|prensa|gaceta|jornal|correio|folha|notizie|quotidiano|giornale|gazzetta|corriere|actualités?|nouvelles|dépêche|nachrichten|zeitung|kurier|nieuws|dagblad|krant|nyheter|nyheder|tidende|tidning|avisa?|uutiset|sanomat|wiadomości|gazeta|dziennik|zprávy|deník|noviny|správy|denník|hírek|hírlap|știri|stiri|ziarul?|новости|газета|вести|известия|ведомости|новини|вісті|вестник|vijesti|vesti|novice|novosti|ειδήσεις|εφημερίδα|haber(?:ler|leri)?|gazetesi|أخبار|الأخبار|اخبار|صحيفة|جريدة|خبرگزاری|روزنامه|חדשות|समाचार|न्यूज़|न्यूज|সংবাদ|খবর|নিউজ|செய்திகள்|వార్తలు|خبریں|tin tức|tin nhanh|báo|berita|habari|izindaba|žinios|naujienos|ziņas|uudised|lajme)(?![\p{L}\p{M}])`,
    // Tails of compounds, as Germanic newspapers are named.
    String.raw`(?:zeitung|nachrichten|tageblatt|tagblatt|anzeiger|bladet|posten|avisen|tidningen|nieuws|news)(?!\p{L})`,
    // Scripts without spaces, where the word may stand anywhere.
    '新闻|新聞|日报|日報|晚报|晚報|早报|时报|時報|通讯社|通信社|ニュース|뉴스|신문|일보|통신|ข่าว|นิวส์',
  ].join('|'),
  'iu',
);

/** Whether a name is one that newspapers and news sites give themselves: "Belize News", "Süddeutsche Zeitung", "朝日新聞". */
export function isNewsName(name: string): boolean {
  return NEWS_NAME.test(name.slice(0, 300));
}

/** Words by which sites name themselves that are something else, whatever they claim to publish. */
const OTHER_NAME = new RegExp(
  [
    'wiki|(?:en[cz]y[ck]lop|enciclop|энциклопед|موسوعة|دانشنامه|百科|백과|lexikon|dictionar|diccionario|dictionnaire|dizionario|wörterbuch|словарь|辞典|词典)',
    String.raw`(?<!\p{L})(?:forums?|foren|foro|форум|documentation|docs|manual|handbook|store|shop|webshop|tienda|boutique|negozio|магазин|recipes?|recetas|receitas|recettes|ricette|rezepte|recepten|recept|przepisy|рецепты|tarifler|レシピ)(?!\p{L})`,
  ].join('|'),
  'iu',
);

/** Whether a name is that of an encyclopaedia, a dictionary, a forum, a manual, a shop or a collection of recipes. */
export function isOtherName(name: string): boolean {
  return OTHER_NAME.test(name.slice(0, 300));
}
