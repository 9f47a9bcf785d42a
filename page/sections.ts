// The words by which newspapers name their sections and themselves, in the languages of the press. A reader who knows none of
// a site's stories still knows a newspaper by its menu: politics, world, economy, sport, opinion.

/** What a section is about. */
export type Section = keyof typeof PRESS | keyof typeof HARD | keyof typeof SOFT;

/** Sections and pages that hardly any site has but those of the press. */
const PRESS = {
  politics:
    'politics|political news|us politics|política|política nacional|politica|politique|politik|innenpolitik|außenpolitik|politiek|polityka|politika|politiikka|politikk|политика|політика|πολιτική|siyaset|سياسة|السياسة|سیاسی|سیاست|פוליטיקה|פוליטי|राजनीति|राजकारण|রাজনীতি|அரசியல்|రాజకీయాలు|രാഷ്ട്രീയം|การเมือง|chính trị|siasa|时政|時政|政治|정치|politică|politikë|siyasət|პოლიტიკა|քաղաքական|саясат',
  opinion:
    'opinion|opinions|opinion & editorial|op-ed|comment|commentary|editorial|editorials|columnists|columns|letters|letters to the editor|views|perspectives|opinión|editoriales|columnas|columnistas|opinião|editoriais|colunas|opinioni|commenti|editoriali|débats|idées|tribunes|éditos|édito|éditorial|meinung|kommentare|leitartikel|kolumnen|gastkommentar|debatte|opinie|columns & opinie|meningen|debatt|ledare|ledarsidan|insändare|meninger|leder|debat|ledere|mielipide|mielipiteet|pääkirjoitus|opinie i komentarze|opinia|publicystyka|komentarze|komentáře|názory|názory a analýzy|vélemény|publicisztika|opinii|editoriale|мнения|мнение|колонки|думки|погляди|коментари|анализи|kolumne|stavovi|mišljenja|komentari|mnenja|απόψεις|γνώμες|yazarlar|köşe yazıları|görüş|رأي|الرأي|آراء|مقالات|كتاب وآراء|قضايا وآراء|دیدگاه|یادداشت|דעות|דעות ופרשנויות|विचार|संपादकीय|ओपिनियन|মতামত|সম্পাদকীয়|கருத்து|தலையங்கம்|సంపాదకీయం|کالم|اداریہ|ความคิดเห็น|คอลัมน์|บทความ|góc nhìn|ý kiến|bình luận|opini|kolom|pendapat|maoni|评论|評論|社论|社論|观点|社説|オピニオン|コラム|論説|오피니언|사설|칼럼|nuomonės|viedokļi|arvamus|opinió',
  justice:
    'crime|crime & courts|crime news|courts|crime & justice|justice|police reports|police|law & order|sucesos|policiales|policial|judicial|judiciales|justicia|seguridad|tribunales|polícia|segurança|crimen|giustizia|cronaca nera|justiz|kriminalität|blaulicht|polizei|justitie|misdaad|112|krim|kriminalitet|rikos|rikokset|kryminalne|krimi|černá kronika|krimi a nehody|bűnügy|kékfény|justiție|криминал|происшествия|кримінал|надзвичайні події|произшествия|crna kronika|crna hronika|хроника|αστυνομικό|asayiş|3. sayfa|حوادث|قضاء|أمن وقضاء|حوادث وقضايا|حوادث وقضاء|حوادث کشور|משפט|משפט ופלילים|अपराध|क्राइम|অপরাধ|আইন-আদালত|குற்றம்|క్రైమ్|جرائم|อาชญากรรม|pháp luật|hukum|kriminal|jenayah|法治|事件|事件・事故|사건사고|kriminalai|kriminalinė',
  latest:
    'latest news|breaking news|breaking|top stories|headlines|most read|live updates|últimas noticias|últimas|última hora|ultima hora|lo más leído|más leídas|últimas notícias|plantão|mais lidas|ultime notizie|ultimora|ultim’ora|ultime|più letti|dernières nouvelles|dernière minute|en continu|le fil info|les plus lus|à la une|eilmeldungen|schlagzeilen|newsticker|liveticker|meistgelesen|neueste nachrichten|laatste nieuws|net binnen|meest gelezen|senaste nytt|senaste|mest läst|siste nytt|siste|mest lest|seneste nyt|seneste|mest læste|tuoreimmat|luetuimmat|najnowsze|z ostatniej chwili|na żywo|nejnovější|nejčtenější|najčítanejšie|najnovšie|legfrissebb|friss hírek|percről percre|ultimele știri|ultimele stiri|ultima oră|лента новостей|главные новости|новости дня|последние новости|последни новини|останні новини|стрічка новин|najnovije|najnovije vijesti|najnovije vesti|najčitanije|τελευταία νέα|ροή ειδήσεων|ροή|son dakika|son dakika haberleri|عاجل|آخر الأخبار|أهم الأخبار|الأكثر قراءة|آخرین اخبار|تازه‌ها|מבזקים|חדשות היום|टॉप न्यूज़|ताज़ा खबर|ताजा खबर|ब्रेकिंग न्यूज़|ব্রেকিং নিউজ|সর্বশেষ|শীর্ষ খবর|முக்கிய செய்திகள்|తాజా వార్తలు|تازہ ترین|ข่าวล่าสุด|ข่าวด่วน|tin mới|tin mới nhất|tin nóng|terkini|berita terkini|terpopuler|habari mpya|滚动|快讯|即时|即時|要闻|头条|速報|主要ニュース|トピックス|속보|많이 본 뉴스|naujausios|jaunākās|viimased uudised',
  paper:
    "e-paper|epaper|e-paper lesen|today’s paper|today's paper|digital edition|print edition|edición impresa|edición digital|hemeroteca|edição impressa|edizione digitale|edicola|edicola digitale|le journal|édition du jour|kiosque|zeitung|digitale krant|digitale editie|e-tidning|etidning|e-avis|eavis|e-avisen|näköislehti|e-wydanie|e-gazeta|newspaper|obituaries|obituary|obits|death notices|obituarios|esquelas|avisos fúnebres|fúnebres|necrologie|necrologi|avis de décès|nécrologie|deuils|traueranzeigen|todesanzeigen|familieberichten|dødsannonser|minneord|dödsannonser|horoscope|horoscopes|horóscopo|horoskop|horoskopy|horoscopo|ई-पेपर|ই-পেপার|இ-பேப்பர்|ఈపేపర్|朝刊|夕刊|紙面|電子版|电子报|紙面ビューアー|신문보기|지면보기|газета|свежий номер|печатная версия|النسخة الورقية|روزنامه|صفحه نخست روزنامه|báo giấy|koran|classifieds|weather|wetter|el tiempo|météo|meteo",
  newsroom:
    'newsroom|masthead|corrections|corrections & clarifications|ethics policy|editorial policy|editorial standards|editorial guidelines|code of ethics|tip line|tips|news tips|submit a tip|send us a tip|send a tip|send tips|letters to the editor|fact check|fact checks|fact-check|journalists|our journalists|reprints|redaktion|redacción|redação|redazione|rédaction|la rédaction|redactie|redaktionen|redaksjonen|tips oss|tipsa|tipsa oss|tip os|toimitus|redakcja|redakce|redakcia|szerkesztőség|redacția|редакция|редакція|redakcija|künye|هيئة التحرير|تحریریه|toà soạn|tòa soạn|redaksi|編集部|编辑部|기사제보|제보|verificación|fact checking|faktencheck|faktisk',
};

/** Sections that every newspaper has, and some other sites. */
const HARD = {
  world:
    'world|world news|international|mundo|el mundo|internacional|internacionales|monde|le monde|esteri|mondo|internazionale|estero|welt|ausland|buitenland|wereld|världen|utrikes|verden|utenriks|udland|ulkomaat|maailma|świat|zagranica|svět|zahraničí|zahraničie|svet|külföld|nagyvilág|externe|internațional|свят|мир|в мире|за рубежом|світ|у світі|svijet|свет|κόσμος|διεθνή|dünya|العالم|عالم|دولي|عربي ودولي|عرب وعالم|جهان|بین‌الملل|بین الملل|بين الملل|בעולם|חדשות העולם|दुनिया|विदेश|अंतरराष्ट्रीय|অন্তর্জাতিক|আন্তর্জাতিক|বিশ্ব|உலகம்|ప్రపంచం|అంతర్జాతీయం|دنیا|بین الاقوامی|ต่างประเทศ|รอบโลก|thế giới|dunia|internasional|antarabangsa|kimataifa|国际|國際|両岸|国際|海外|세계|국제|pasaulis|pasaulē|ārzemēs|välismaa|món|bota|dünyada',
  nation:
    'nation|national|u.s.|us|us news|u.s. news|uk|uk news|india|canada|australia|nacional|nacionales|país|el país|españa|brasil|méxico|argentina|france|italia|inland|deutschland|schweiz|österreich|binnenland|inrikes|sverige|innenriks|norge|indland|danmark|kotimaa|kraj|polska|domácí|domov|domáce|belföld|itthon|actualitate|naţional|național|românia|россия|в россии|украина|україна|българия|hrvatska|srbija|slovenija|србија|ελλάδα|gündem|türkiye|محليات|محلي|لبنان|مصر|ایران|ישראל|בארץ|देश|भारत|জাতীয়|বাংলাদেশ|সারাদেশ|இந்தியா|தமிழ்நாடு|తెలంగాణ|پاکستان|ในประเทศ|ภูมิภาค|thời sự|nasional|kitaifa|国内|內地|中国|社会・国内|국내|lietuva|latvija|eesti',
  local:
    'local|local news|metro|city|cities|regional|region|regions|provincia|provincias|local e provincia|municipios|comunidades|ciudad|locales|cidades|cotidiano|cronaca|cronache|régions|faits divers|regionales|regionen|lokales|lokal|lokalt|regio|in de regio|regiony|regiony a města|regionálně|regióny|chronik|राज्य|राज्य-शहर|शहर|রাজধানী|மாநிலம்|இந்தியா-தமிழ்நாடு|شہر|지역|전국|地方|地域|cuộc sống|daerah|megapolitan',
  economy:
    'economy|business|business news|finance|money|markets|economía|economia|negocios|dinero|finanzas|economia e finanza|mercado|économie|éco|entreprises|wirtschaft|finanzen|börse|economie|financieel|geld|ekonomi|näringsliv|økonomi|næringsliv|erhverv|talous|gospodarka|biznes|pieniądze|ekonomika|byznys|ekonomika a podnikání|gazdaság|pénz|afaceri|finanțe|финансы|экономика|бизнес|икономика|економіка|економика|ekonomija|gospodarstvo|poslovne|οικονομία|اقتصاد|الاقتصاد|اقتصادی|مال وأعمال|כלכלה|כסף|अर्थव्यवस्था|बिजनेस|बिज़नेस|कारोबार|অর্থনীতি|বাণিজ্য|வணிகம்|బిజినెస్|వ్యాపారం|کاروبار|معیشت|เศรษฐกิจ|ธุรกิจ|kinh doanh|kinh tế|bisnis|uchumi|biashara|财经|財經|商业|商業|政经|经济|經濟|経済|ビジネス|マネー|金融|경제|증권|verslas|bizness|majandus|iqtisadiyyat|ეკონომიკა',
  sport:
    'sport|sports|deportes|deporte|zona deportiva|esporte|esportes|desporto|sporten|sports news|sporty|urheilu|šport|спорт|αθλητικά|αθλητισμός|σπορ|spor|رياضة|الرياضة|ورزش|ورزشی|ספורט|खेल|स्पोर्ट्स|क्रीडा|খেলা|খেলাধুলা|விளையாட்டு|క్రీడలు|کھیل|กีฬา|thể thao|olahraga|sukan|michezo|体育|體育|スポーツ|스포츠|sportas|sports un|esports|idman|სპორტი|sportul',
  society:
    'society|sociedad|sociales|sociedade|société|gesellschaft|panorama|vermischtes|maatschappij|samhälle|samfunn|samfund|yhteiskunta|społeczeństwo|společnost|spoločnosť|societate|social|общество|суспільство|društvo|друштво|družba|κοινωνία|yaşam|مجتمع|اجتماعی|جامعه|समाज|সমাজ|சமூகம்|สังคม|xã hội|社会|社會|사회|visuomenė|sabiedrība|ühiskond|societat|shoqëri',
};

/** Sections that newspapers share with magazines, blogs and portals. */
const SOFT = {
  culture:
    'culture|arts|arts & culture|cultura|cultura e spettacoli|spettacoli|espectáculos|kultur|feuilleton|cultuur|kulttuuri|kultura|kultúra|культура|πολιτισμός|kültür|kültür sanat|ثقافة|ثقافة وفن|فرهنگ|فرهنگی|فرهنگ و هنر|תרבות|संस्कृति|সংস্কৃতি|সাহিত্য|văn hóa|budaya|utamaduni|文化|カルチャー|문화|kultūra|kultuur',
  science:
    'science|tech|technology|sci-tech|ciencia|tecnología|ciência|tecnologia|scienza|scienze|sciences|technologie|wissen|wissenschaft|technik|wetenschap|vetenskap|teknik|viten|teknologi|videnskab|tiede|nauka|technologia|věda|věda a technika|tudomány|tech-tudomány|știință|наука|технологии|технології|znanost|tehnologija|επιστήμη|τεχνολογία|bilim|teknoloji|علوم|علوم وتكنولوجيا|تكنولوجيا|دانش|علمی|فناوری|מדע|טכנולוגיה|विज्ञान|टेक्नोलॉजी|প্রযুক্তি|বিজ্ঞান|அறிவியல்|سائنس|ٹیکنالوجی|เทคโนโลยี|khoa học|công nghệ|số hóa|teknologi|sains|科技|科学|科學|it・科学|サイエンス|テクノロジー|과학|it·과학',
  health:
    'health|coronavirus|covid-19|salud|saúde|salute|santé|gesundheit|gezondheid|hälsa|helse|sundhed|terveys|zdrowie|zdraví|egészség|sănătate|здоровье|здоров’я|zdravlje|υγεία|sağlık|صحة|صحة وتغذية|سلامت|בריאות|स्वास्थ्य|स्वास्थ्य व फिटनेस|স্বাস্থ্য|உடல்நலம்|صحت|สุขภาพ|sức khỏe|kesehatan|健康|ヘルス|건강',
  entertainment:
    'entertainment|showbiz|celebrity|celebrities|entretenimiento|farándula|famosos|gente|entretenimento|celebridades|spettacolo|people|culture & people|promis|leute|showbizz|nöje|kjendis|underholdning|kendte|viihde|rozrywka|celebrity news|showbyznys|bulvár|monden|шоу-бизнес|шоубиз|estrada|showbiz news|ψυχαγωγία|magazin|فن|فنّ|منوعات|هنر|בידור|मनोरंजन|बॉलीवुड|विनोदन|বিনোদন|சினிமா|సినిమా|شوبز|บันเทิง|giải trí|hiburan|burudani|娱乐|娛樂|エンタメ|芸能|연예|pramogos',
  education:
    'education|educación|educação|istruzione|scuola|éducation|bildung|onderwijs|utbildning|utdanning|edukacja|vzdělávání|образование|освіта|eğitim|تعليم|آموزش|חינוך|शिक्षा|শিক্ষা|கல்வி|تعلیم|การศึกษา|giáo dục|pendidikan|elimu|教育|교육',
  environment:
    'environment|climate|medio ambiente|clima|clima y medio ambiente|meio ambiente|ambiente|environnement|planète|climat|umwelt|klima|klimaat|miljö|klimat|miljø|ympäristö|środowisko|klíma|mediu|экология|довкілля|okoliš|περιβάλλον|çevre|بيئة|محیط زیست|סביבה|पर्यावरण|পরিবেশ|môi trường|lingkungan|环境|環境|환경',
};

/** The sections by the words that name them, in lower case. */
let words: Map<string, Section> | undefined;

/**
 * The sections that a link's text names: "Politik", "国际", two of them in "Science & Health". Usually none.
 * @param text a stranger's: of long ones nothing is read
 */
export function sectionsIn(text: string): Section[] {
  if (text.length > 60) return [];
  const name = text.trim().toLowerCase();
  if (name.length === 0 || name.length > 30) return [];
  words ??= readWords();
  const whole = words.get(name);
  if (whole) return [whole];
  return name.split(/\s*[&/|,・·、›»(+]\s*/).flatMap((part) => words?.get(part) ?? []);
}

/** How much a section in its menu says for a site being news, from 0 to 1. */
export function weightOf(section: Section): number {
  return section in PRESS ? 1 : section in HARD ? 0.5 : 0.1;
}

function readWords(): Map<string, Section> {
  const read = new Map<string, Section>();
  for (const table of [SOFT, HARD, PRESS])
    for (const [section, names] of Object.entries(table))
      for (const name of names.split('|')) read.set(name, section as Section);
  return read;
}

/** Words that stand in the names of newspapers, agencies and news sites, and hardly in others. */
const NEWS_NAME = new RegExp(
  [
    // Whole words of spaced scripts.
    String.raw`(?<!\p{L})(?:news|newspaper|the times|times|herald|tribune|gazette|chronicle|telegraph|courier|dispatch|bulletin|daily|newswire|noticias|notícias|notícies|diario|diário|periódico|prensa|gaceta|jornal|correio|folha|notizie|quotidiano|giornale|gazzetta|corriere|actualités?|nouvelles|dépêche|nachrichten|presse|zeitung|kurier|nieuws|dagblad|krant|nyheter|nyheder|tidende|tidning|avisen?|uutiset|sanomat|lehti|wiadomości|gazeta|dziennik|zprávy|deník|noviny|správy|denník|hírek|hírlap|újság|știri|stiri|ziarul?|новости|газета|вести|известия|ведомости|новини|газета|вісті|вестник|vijesti|vesti|novice|novosti|ειδήσεις|νέα|εφημερίδα|haber(?:ler|leri)?|gazetesi|son dakika|أخبار|الأخبار|اخبار|الاخبار|إخبارية|صحيفة|جريدة|خبرگزاری|روزنامه|חדשות|समाचार|न्यूज़|न्यूज|खबर|सমাচार|সংবাদ|খবর|নিউজ|செய்திகள்|வார்தা|వార్తలు|خبریں|اخبار|tin tức|tin nhanh|báo|berita|kabar|habari|izindaba|žinios|naujienos|ziņas|uudised|lajme)(?!\p{L})`,
    // Tails of compounds, as Germanic newspapers are named.
    String.raw`(?:zeitung|nachrichten|tageblatt|tagblatt|anzeiger|bladet|posten|avisen|tidningen|nieuws|krant|news)(?!\p{L})`,
    // Scripts without spaces, where the word may stand anywhere.
    '新闻|新聞|日报|日報|晚报|晚報|早报|时报|時報|通讯社|通信社|ニュース|뉴스|신문|일보|통신|ข่าว|นิวส์',
  ].join('|'),
  'iu',
);

/** Whether a name is one that newspapers and news sites give themselves: "Belize News", "Süddeutsche Zeitung", "朝日新聞". */
export function isNewsName(name: string): boolean {
  return NEWS_NAME.test(name.slice(0, 300));
}
