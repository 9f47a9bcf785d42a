// People in Chinese text: foreign names around a middle dot, and a surname with one or two characters more beside a
// title or a verb of saying.
import type { Mention, Sentence } from './mention.ts';
import { endsWith, isTitle, personAt, startsWith, wordStarts } from './unspaced-text.ts';
import type { Vocabulary } from './vocabulary.ts';

const LONGEST_PART = 8; // characters of one part of a foreign name

/** Characters with which Chinese writes the sounds of foreign names. */
const SOUNDS =
  '阿埃艾爱愛安昂奥奧巴白班邦包保鲍鮑贝貝本比彼毕畢宾賓波博伯布查达達大戴丹德登迪蒂丁东東杜顿頓多恩尔爾法范菲费費芬丰佛弗福富盖蓋甘冈岡高戈格葛根古圭哈海汉漢豪赫亨胡霍基吉加嘉贾賈杰傑金卡凯凱坎考科克肯孔库庫夸拉莱萊兰蘭朗劳勞勒雷里裡利莉林琳隆卢盧鲁魯路伦倫罗羅洛马馬玛瑪迈邁麦麥曼芒毛梅门門蒙米密缪繆摩莫默姆穆纳納娜奈南尼涅宁寧努诺諾欧歐帕潘庞龐佩彭皮平珀普奇齐齊恰切钦欽琼瓊丘让讓热熱日茹儒瑞若萨薩塞桑沙莎山尚舍申圣聖史斯丝絲松苏蘇索塔泰坦汤湯唐陶特提廷图圖托瓦万萬威韦韋维維温溫翁沃乌烏伍武西希锡錫夏香肖谢謝辛欣休许許雅亚亞延扬揚杨楊耶叶葉伊因英尤于约約泽澤扎紮詹珍芝朱卓兹茲佐川什赛賽桑内历歷滕腾騰逊遜肖姬笛缇緹娅婭绮綺妮娃黛丽麗莲蓮珊芙蕾碧翠露琪萝蘿蓓岑琼娥蔻榭菈澜瀾赫津尤扬蒙贡貢昆凡方冯馮鲍勃伯蒂夫妥斐旺朔柏桂梭梯森楚歇毛汀沁洁潔洪浦涛淑湛濑炎烈狄玻珂璐瓜甫甸略皇皮盛硕碩福科符箔米素索绍紹缅缅罕聂聶肃胜膝舒艮茂茜荷莉莎菇菜葡蒲虎蜜衮袞裴詹讷訥贤赖賴路辉輝辽连邱邵邹郎郭里钱铁铎鐸锋锡阔阙隋雍雪靳韩韓颇顾鲜麻';
const DOT = /[·•‧・]/u;

const sounds = new Set(SOUNDS);
const isSound = (character: string | undefined): boolean => character !== undefined && sounds.has(character);

/** "唐纳德·特朗普": what sounds foreign around a dot. */
export function dottedNames(sentence: Sentence, v: Vocabulary): Mention[] {
  const { text } = sentence;
  const mentions: Mention[] = [];
  let end = 0;
  for (const { index } of text.matchAll(new RegExp(DOT, 'gu'))) {
    if (index < end) continue;
    let from = index;
    while (from > end && index - from < LONGEST_PART && isSound(text[from - 1])) from--;
    let to = index + 1;
    while (to < text.length && to - index <= LONGEST_PART * 2 && (isSound(text[to]) || DOT.test(text[to] as string)))
      to++;
    while (DOT.test(text[to - 1] as string)) to--;
    if (index - from < 1 || to - index < 2) continue;
    mentions.push(personAt(sentence, [from, to], v, { given: true }));
    end = to;
  }
  return mentions;
}

/** Surnames of two characters. */
const DOUBLE = /^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|皇甫|司徒|夏侯|慕容|尉迟|尉遲)/u;

/** Names beside a title, a verb of saying or an age. */
export function chineseNames(sentence: Sentence, v: Vocabulary): Mention[] {
  const { text } = sentence;
  const mentions: Mention[] = [];
  const starts = wordStarts(text, v);
  for (let at = 0; at < text.length; at++) {
    const mention = ownName(sentence, at, starts, v) ?? foreignSurname(sentence, at, v);
    if (!mention) continue;
    mentions.push(mention);
    at = mention.end - 1;
  }
  return mentions;
}

function ownName(sentence: Sentence, at: number, starts: ReadonlySet<number>, v: Vocabulary): Mention | null {
  const { text } = sentence;
  const surname = DOUBLE.test(text.slice(at, at + 2)) ? 2 : v.surnames.has(text[at] ?? '') ? 1 : 0;
  if (surname === 0) return null;
  for (const given of [2, 1]) {
    const end = at + surname + given;
    const name = text.slice(at, end);
    // A word of the dictionary goes on behind it: "姚颂表|示".
    if (!/^\p{sc=Han}+$/u.test(name) || name.length !== surname + given || !starts.has(end)) continue;
    const own = name.slice(surname);
    if (/[部局厅廳院委副]/u.test(own)) continue;
    if (v.functionWords.has(name.slice(-1)) || isTitle(own, v) || v.organizations.has(own) || v.places.has(name))
      continue;
    const mention = personAt(sentence, [at, end], v, { given: true, surname: true });
    const { title, saying, age } = mention.context;
    // One word of the dictionary as a whole is no name: "贺信".
    const isWord = starts.has(at) && ![...name].some((_, inner) => inner > 0 && starts.has(at + inner));
    if (isWord && given === 1) continue;
    if (title || age || (saying && !isWord)) return mention;
  }
  return null;
}

/** A foreign surname alone: sounds, and a title right beside them. */
function foreignSurname(sentence: Sentence, at: number, v: Vocabulary): Mention | null {
  const { text } = sentence;
  if (!isSound(text[at]) || isSound(text[at - 1])) {
    if (
      !isSound(text[at]) ||
      !endsWith(text.slice(Math.max(0, at - 8), at), (word) => word.length > 1 && isTitle(word, v))
    )
      return null;
  }
  let end = at;
  const isTitleAhead = () => startsWith(text.slice(end, end + 8), (word) => word.length > 1 && isTitle(word, v));
  while (end < text.length && end - at < LONGEST_PART && isSound(text[end]) && !(end > at && isTitleAhead())) end++;
  if (end - at < 2 || v.places.has(text.slice(at, end))) return null;
  const mention = personAt(sentence, [at, end], v, {});
  return mention.context.title ? mention : null;
}
