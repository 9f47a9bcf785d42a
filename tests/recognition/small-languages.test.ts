// Texts in small languages, some without a file of their own: none may be taken for a neighbour, whose rules would
// cost it its names.
import { expect, it } from 'vitest';
import { languageOf } from '../../recognition/language.ts';
import { gazetteer } from './story.ts';

/** Of our own. */
const texts: { language: string; name: string; text: string }[] = [
  {
    language: 'sw',
    name: 'Swahili',
    text: `Wakazi wa kijiji hicho walisema kuwa mvua ya jana usiku ilikuwa kubwa na ilibomoa daraja la mbao. Mwenyekiti wa kijiji
      alisema serikali ya wilaya imeahidi kuleta vifaa na mafundi kabla ya mwisho wa wiki. Watoto walishindwa kwenda shule, na wagonjwa
      wawili walibebwa kwa ng'ambo kwa mtumbwi. Mkulima mmoja alisema hajawahi kuona maji ya mto huo yakipanda namna hiyo, na kwamba
      shamba lake la mahindi limesombwa lote. Mkuu wa wilaya aliwaomba wakazi wawe na subira na kuepuka kuvuka mto wakati wa usiku.
      Barabara za kijiji ni mbovu, nyumba za udongo ni dhaifu na fedha za ukarabati ni chache. Haya ni matatizo ya miaka mingi, na
      ahadi za viongozi ni nyingi; kazi za mikono ni za vijana, na zawadi za wazee ni busara.`,
  },
  {
    language: 'af',
    name: 'Afrikaans',
    text: `Die inwoners van die dorp sê die reën van gisteraand was so swaar dat dit die houtbrug weggespoel het. Die burgemeester het
      belowe dat werkers nog voor die einde van die week sal kom. Kinders kon nie skool toe gaan nie, en twee pasiënte is met 'n boot
      oor die rivier gebring. 'n Boer het gesê hy het nog nooit gesien dat die water so vinnig styg nie, en dat sy hele land met mielies
      verlore is. Die polisie het mense gevra om geduldig te wees en nie in die nag deur die rivier te ry nie.`,
  },
  {
    language: 'sq',
    name: 'Albanian',
    text: `Banorët e fshatit thanë se shiu i mbrëmshëm ishte aq i fortë sa mori me vete urën prej druri. Kryetari i komunës premtoi se
      punëtorët do të vijnë para fundit të javës. Fëmijët nuk mundën të shkojnë në shkollë dhe dy të sëmurë u kaluan me varkë në anën
      tjetër të lumit. Një bujk tha se kurrë nuk e kishte parë ujin të ngrihej kaq shpejt dhe se e kishte humbur të gjithë arën me misër.
      Policia u kërkoi njerëzve të kenë durim dhe të mos e kalojnë lumin natën.`,
  },
  {
    language: 'be',
    name: 'Belarusian',
    text: `Жыхары вёскі сказалі, што ўчорашні дождж быў такі моцны, што знёс драўляны мост. Старшыня сельсавета паабяцаў, што рабочыя
      прыедуць да канца тыдня. Дзеці не змаглі пайсці ў школу, а двух хворых перавезлі цераз раку на лодцы. Адзін фермер сказаў, што
      ніколі не бачыў, каб вада так хутка паднімалася, і што ўсё яго поле з кукурузай прапала. Міліцыя папрасіла людзей пацярпець і не
      пераязджаць раку ўначы, пакуль яе ўзровень не ўпадзе.`,
  },
  {
    language: 'eu',
    name: 'Basque',
    text: `Herriko bizilagunek esan dute atzo gaueko euria hain gogorra izan zela, non zurezko zubia eraman baitzuen. Alkateak agindu du
      langileak astea amaitu baino lehen etorriko direla. Umeak ezin izan dira eskolara joan, eta bi gaixo txalupaz eraman dituzte ibaiaren
      beste aldera. Baserritar batek esan du ez duela inoiz ikusi ura hain azkar igotzen, eta arto sail osoa galdu duela. Ertzainek pazientzia
      eskatu diete herritarrei, eta ibaia gauez ez zeharkatzeko.`,
  },
  {
    language: 'is',
    name: 'Icelandic',
    text: `Íbúar þorpsins sögðu að rigningin í gærkvöldi hefði verið svo mikil að hún hreif með sér trébrúna. Oddvitinn lofaði að
      verkamenn kæmu fyrir lok vikunnar. Börnin komust ekki í skóla og tveir sjúklingar voru fluttir yfir ána á báti. Bóndi nokkur sagðist
      aldrei hafa séð vatnið hækka svo hratt og að allur kornakurinn væri ónýtur. Lögreglan bað fólk að sýna þolinmæði og fara ekki yfir
      ána að nóttu til, þangað til hún hefur sjatnað.`,
  },
  {
    language: 'cy',
    name: 'Welsh',
    text: `Dywedodd trigolion y pentref fod y glaw neithiwr mor drwm nes iddo gario'r bont bren i ffwrdd. Addawodd y cadeirydd y byddai
      gweithwyr yn dod cyn diwedd yr wythnos. Ni allai'r plant fynd i'r ysgol, a chludwyd dau glaf dros yr afon mewn cwch. Dywedodd un
      ffermwr nad oedd erioed wedi gweld y dŵr yn codi mor gyflym, a'i fod wedi colli ei gae cyfan o ŷd. Gofynnodd yr heddlu i bobl fod yn
      amyneddgar a pheidio â chroesi'r afon yn y nos.`,
  },
  {
    language: 'tl',
    name: 'Tagalog',
    text: `Sinabi ng mga residente ng baryo na napakalakas ng ulan kagabi kaya tinangay nito ang tulay na kahoy. Nangako ang kapitan na
      darating ang mga manggagawa bago matapos ang linggo. Hindi nakapasok sa eskuwela ang mga bata, at dalawang maysakit ang itinawid sa
      ilog sakay ng bangka. Sabi ng isang magsasaka, ngayon lang niya nakita ang tubig na tumaas nang ganoon kabilis, at nasira ang buong
      taniman niya ng mais. Hiniling ng pulisya sa mga tao na magtiis at huwag tumawid sa ilog sa gabi.`,
  },
];

for (const { language, name, text } of texts) {
  it(`${name} is nobody's neighbour, whether the page says its language or not`, () => {
    expect([null, language]).toContain(languageOf(gazetteer, text));
    expect(languageOf(gazetteer, text, language)).toBe(language);
  });
}
