// Reads mentions in scripts that set no spaces between words (Han, kana, Thai): listed places and organisations, foreign
// names around a middle dot, surnames beside titles and verbs of saying.
import { foldText } from '../recognition/fold.ts';
import { type Mention, plainMention, type Sentence } from './mention.ts';
import type { Vocabulary } from './vocabulary.ts';

/** UTF-16 code units of the longest listed name, title, part of a foreign name, Thai name. */
const LONGEST_NAME = 12;
const LONGEST_PART = 8;
const LONGEST_THAI = 24;

/** Characters with which Chinese writes the sounds of foreign names. */
const SOUNDS =
  '阿埃艾爱愛安昂奥奧巴白班邦包保鲍鮑贝貝本比彼毕畢宾賓波博伯布查达達大戴丹德登迪蒂丁东東杜顿頓多恩尔爾法范菲费費芬丰佛弗福富盖蓋甘冈岡高戈格葛根古圭哈海汉漢豪赫亨胡霍基吉加嘉贾賈杰傑金卡凯凱坎考科克肯孔库庫夸拉莱萊兰蘭朗劳勞勒雷里裡利莉林琳隆卢盧鲁魯路伦倫罗羅洛马馬玛瑪迈邁麦麥曼芒毛梅门門蒙米密缪繆摩莫默姆穆纳納娜奈南尼涅宁寧努诺諾欧歐帕潘庞龐佩彭皮平珀普奇齐齊恰切钦欽琼瓊丘让讓热熱日茹儒瑞若萨薩塞桑沙莎山尚舍申圣聖史斯丝絲松苏蘇索塔泰坦汤湯唐陶特提廷图圖托瓦万萬威韦韋维維温溫翁沃乌烏伍武西希锡錫夏香肖谢謝辛欣休许許雅亚亞延扬揚杨楊耶叶葉伊因英尤于约約泽澤扎紮詹珍芝朱卓兹茲佐川什赛賽桑内历歷滕腾騰逊遜肖姬笛缇緹娅婭绮綺妮娃黛丽麗莲蓮珊芙蕾碧翠露琪萝蘿蓓岑琼娥蔻榭菈澜瀾赫津尤扬蒙贡貢昆凡方冯馮鲍勃伯蒂夫妥斐旺朔柏桂梭梯森楚歇毛汀沁洁潔洪浦涛淑湛濑炎烈狄玻珂璐瓜甫甸略皇皮盛硕碩福科符箔米素索绍紹缅缅罕聂聶肃胜膝舒艮茂茜荷莉莎菇菜葡蒲虎蜜衮袞裴詹讷訥贤赖賴路辉輝辽连邱邵邹郎郭里钱铁铎鐸锋锡阔阙隋雍雪靳韩韓颇顾鲜麻';

export function readUnspaced(sentence: Sentence, v: Vocabulary): Mention[] {
  const taken: boolean[] = new Array(sentence.text.length).fill(false);
  const mentions: Mention[] = [];
  const readers =
    v.code === 'th'
      ? [thaiPeople, listed]
      : v.code === 'ja'
        ? [dottedKana, listed, beside, heads]
        : [dotted, listed, beside, heads];
  for (const read of readers)
    for (const mention of read(sentence, v)) {
      if (taken.slice(mention.start, mention.end).some(Boolean)) continue;
      taken.fill(true, mention.start, mention.end);
      mentions.push(mention);
    }
  return mentions.sort((a, b) => a.start - b.start);
}

const partsOf = (text: string): { words: string[]; folded: string[] } => {
  const words = text.split(/[\s·•‧・･=＝]+/u).filter(Boolean);
  return { words, folded: words.map(foldText) };
};

/** The longest listed name at each offset. */
function listed(sentence: Sentence, v: Vocabulary): Mention[] {
  const { text } = sentence;
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; at++) {
    for (let length = Math.min(LONGEST_NAME, text.length - at); length > 1; length--) {
      const name = foldText(text.slice(at, at + length));
      const place = v.places.has(name);
      if (!place && !v.knownOrganizations.has(name)) continue;
      if (/^[\x20-\x7e]*$/.test(name) || breaksKana(text, at, at + length)) continue;
      mentions.push(
        plainMention(
          sentence,
          [at, at + length],
          { words: [name], folded: [name] },
          place ? { place } : { organization: true },
        ),
      );
      at += length - 1;
      break;
    }
  }
  return mentions;
}

const isKatakana = (character: string | undefined): boolean =>
  character !== undefined && /[\u30A1-\u30FA\u30FC-\u30FE]/.test(character);

/** Inside a longer word of katakana. */
const breaksKana = (text: string, from: number, to: number): boolean =>
  (isKatakana(text[from]) && isKatakana(text[from - 1])) || (isKatakana(text[to - 1]) && isKatakana(text[to]));

/** "唐纳德·特朗普": what sounds foreign around a dot. */
function dotted(sentence: Sentence, v: Vocabulary): Mention[] {
  const { text } = sentence;
  const mentions: Mention[] = [];
  for (const dot of text.matchAll(/[·•‧・]/gu)) {
    if (mentions.some(({ end }) => end > dot.index)) continue;
    let from = dot.index;
    while (from > 0 && dot.index - from < LONGEST_PART && isSound(text[from - 1])) from--;
    let to = dot.index + 1;
    while (
      to < text.length &&
      to - dot.index <= LONGEST_PART * 2 &&
      (isSound(text[to]) || /[·•‧・]/u.test(text[to] as string))
    )
      to++;
    if (dot.index - from < 1 || to - dot.index < 2) continue;
    mentions.push(person(sentence, from, to, v, { given: true }));
  }
  return mentions;
}

const isSound = (character: string | undefined): boolean => character !== undefined && SOUNDS.includes(character);

/** "ドナルド・トランプ" */
function dottedKana(sentence: Sentence, v: Vocabulary): Mention[] {
  const mentions: Mention[] = [];
  for (const found of sentence.text.matchAll(
    /[\u30A1-\u30FA\u30FC]{2,12}(?:[・＝=][\u30A1-\u30FA\u30FC]{1,12}){1,4}/gu,
  )) {
    const end = found.index + found[0].length;
    const behind = sentence.text.slice(end, end + LONGEST_NAME);
    const isOther =
      startsWith(behind, v.organizations.has) ||
      found[0].split(/[・＝=]/u).some((part) => v.organizations.has(foldText(part)));
    if (isOther) mentions.push(plainMention(sentence, [found.index, end], partsOf(found[0]), { organization: true }));
    else mentions.push(person(sentence, found.index, end, v, { given: true }));
  }
  return mentions;
}

/** A person with what stands around the name. */
function person(
  sentence: Sentence,
  from: number,
  to: number,
  v: Vocabulary,
  shape: Partial<Mention['shape']>,
): Mention {
  const { text } = sentence;
  const behind = text.slice(to, to + LONGEST_NAME);
  const before = text.slice(Math.max(0, from - LONGEST_NAME), from);
  return plainMention(sentence, [from, to], partsOf(text.slice(from, to)), shape, {
    title: titled(before, behind, v),
    saying: startsWith(behind, v.saying.has),
    age: /^[（(]\s?[0-9０-９]{1,3}\s?[)）歳岁]/u.test(behind),
  });
}

const titled = (before: string, behind: string, v: Vocabulary): boolean =>
  startsWith(behind, (word) => isTitle(word, v)) || endsWith(before, (word) => word.length > 1 && isTitle(word, v));

const isTitle = (word: string, v: Vocabulary): boolean => v.titles.has(word) || v.roles.has(word);

function startsWith(text: string, holds: (folded: string) => boolean): boolean {
  const folded = foldText(text);
  for (let length = 1; length <= Math.min(6, folded.length); length++) if (holds(folded.slice(0, length))) return true;
  return false;
}

function endsWith(text: string, holds: (folded: string) => boolean): boolean {
  const folded = foldText(text);
  for (let length = 1; length <= Math.min(6, folded.length); length++) if (holds(folded.slice(-length))) return true;
  return false;
}

/** A surname with a given name or without, where a title, a verb of saying or an age stands right beside it. */
function beside(sentence: Sentence, v: Vocabulary): Mention[] {
  const { text } = sentence;
  const mentions: Mention[] = [];
  const add = (from: number, to: number, shape: Partial<Mention['shape']>): boolean => {
    const mention = person(sentence, from, to, v, shape);
    const { title, saying, age } = mention.context;
    if (!(title || age || (saying && shape.given))) return false;
    mentions.push(mention);
    return true;
  };
  for (let at = 0; at < text.length; at++) {
    const length = v.code === 'ja' ? readJapanese(text, at, v, add) : readChinese(text, at, v, add);
    if (length > 0) at += length - 1;
  }
  return mentions;
}

type Add = (from: number, to: number, shape: Partial<Mention['shape']>) => boolean;

/** @returns the length of the name at `at`, 0 where none stands there */
function readChinese(text: string, at: number, v: Vocabulary, add: Add): number {
  const two = text.slice(at, at + 2);
  const surname =
    v.surnames.has(two) && two.length === 2 && /欧|歐|司|诸|諸|上官|皇甫/.test(two)
      ? 2
      : v.surnames.has(text[at] ?? '')
        ? 1
        : 0;
  if (surname > 0)
    for (const given of [2, 1]) {
      const end = at + surname + given;
      const name = text.slice(at, end);
      if (!/^\p{sc=Han}+$/u.test(name) || name.length !== surname + given) continue;
      if (v.functionWords.has(name.slice(-1)) || isTitle(name.slice(surname), v) || v.places.has(name)) continue;
      if (add(at, end, { given: true, surname: true })) return surname + given;
    }
  // A foreign surname alone: sounds, and a title right beside it.
  let end = at;
  while (
    end < text.length &&
    end - at < LONGEST_PART &&
    isSound(text[end]) &&
    !startsWith(text.slice(end), (word) => word.length > 1 && isTitle(word, v))
  )
    end++;
  if (end - at >= 2 && !isSound(text[at - 1]) && !v.places.has(text.slice(at, end)) && add(at, end, {}))
    return end - at;
  return 0;
}

function readJapanese(text: string, at: number, v: Vocabulary, add: Add): number {
  if (isKatakana(text[at]) && !isKatakana(text[at - 1]) && !/[・＝]/.test(text[at - 1] ?? '')) {
    let end = at;
    while (isKatakana(text[end]) && end - at < LONGEST_NAME) end++;
    const word = text.slice(at, end);
    if (end - at >= 2 && !v.places.has(foldText(word)) && add(at, end, {})) return end - at;
    return end - at;
  }
  if (
    /\p{sc=Han}/u.test(text[at - 1] ?? '') &&
    !endsWith(text.slice(Math.max(0, at - 6), at), (word) => isTitle(word, v))
  )
    return 0;
  for (const surname of [3, 2, 1]) {
    if (!v.surnames.has(foldText(text.slice(at, at + surname)))) continue;
    for (const given of [2, 1, 3, 0]) {
      const end = at + surname + given;
      const own = text.slice(at + surname, end);
      if (own.length !== given || (given > 0 && !/^[\p{sc=Han}\p{sc=Hiragana}]+$/u.test(own))) continue;
      if (given > 0 && (isTitle(own, v) || /^[はがをにのとでも]/.test(own))) continue;
      if (add(at, end, { given: given > 0, surname: true })) return surname + given;
    }
  }
  return 0;
}

/** Words before a head of two characters or more, back to a particle, a mark or a place: "金融时报", "東京地裁". */
function heads(sentence: Sentence, v: Vocabulary): Mention[] {
  const { text } = sentence;
  const mentions: Mention[] = [];
  for (const run of text.matchAll(/[\p{sc=Han}\p{sc=Katakana}ー]{3,16}/gu)) {
    const start = run.index;
    let last: Mention | null = null;
    for (let length = 3; length <= run[0].length; length++)
      for (const head of [4, 3, 2]) {
        if (head >= length || !v.organizations.has(foldText(run[0].slice(length - head, length)))) continue;
        const from = startOf(run[0], length - head, v);
        if (length - head - from < 2) continue;
        const name = run[0].slice(from, length);
        last = plainMention(
          sentence,
          [start + from, start + length],
          { words: [name], folded: [foldText(name)] },
          { organization: true },
        );
      }
    if (last) mentions.push(last);
  }
  return mentions;
}

/** Where a name that ends at `to` begins: behind the last function word or verb of saying. */
function startOf(text: string, to: number, v: Vocabulary): number {
  for (let at = to - 1; at >= 0; at--)
    if (
      v.functionWords.has(text[at] as string) ||
      v.saying.has(text.slice(at - 1, at + 1)) ||
      /[的和与與在是对對向由被将將从從及或等并並让讓据據名个個月日年]/.test(text[at] as string)
    )
      return at + 1;
  return 0;
}

/** "นายเศรษฐา ทวีสิน": a title, then the given name, a space, the surname. */
function thaiPeople(sentence: Sentence, v: Vocabulary): Mention[] {
  const { text } = sentence;
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; at++) {
    if (/[\u0E00-\u0E7F]/.test(text[at - 1] ?? '') && !/\s/.test(text[at - 1] ?? '')) {
      if (!/[.ฯ]/.test(text[at - 1] ?? '')) continue;
    }
    const title = titleLength(text, at, v);
    const from = at + title + (title > 0 && text[at + title] === ' ' ? 1 : 0);
    const found = /^([\u0E01-\u0E4E]{2,24}) ([\u0E01-\u0E4E]{2,24})/u.exec(text.slice(from, from + LONGEST_THAI * 2));
    const one = found ? found[1] : /^[\u0E01-\u0E4E]{2,24}/u.exec(text.slice(from, from + LONGEST_THAI))?.[0];
    if (!one || one.length > LONGEST_THAI) continue;
    const given = v.given.has(foldText(one));
    if (title === 0 && !given) continue;
    const end =
      from +
      (found && !v.saying.has(found[2] ?? '') && titleLength(found[2] ?? '', 0, v) === 0
        ? found[0].length
        : one.length);
    mentions.push(
      plainMention(
        sentence,
        [from, end],
        partsOf(text.slice(from, end)),
        { given },
        { title: title > 0, saying: startsWith(text.slice(end).trimStart(), v.saying.has) },
      ),
    );
    at = end - 1;
  }
  return mentions;
}

function titleLength(text: string, at: number, v: Vocabulary): number {
  for (let length = Math.min(16, text.length - at); length > 1; length--)
    if (isTitle(foldText(text.slice(at, at + length)), v)) return length;
  return 0;
}
