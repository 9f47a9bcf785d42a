// Which elements may carry another tree: an open shadow root, or a document of the same origin. No event and no
// selector finds them, so elements are asked one by one. The first access to a kind of element makes the browser build
// its JavaScript wrapper class. So kinds are left out that can have no shadow root
// (https://dom.spec.whatwg.org/#dom-element-attachshadow) or hardly ever have one: what ordinary pages are made of,
// drawings and formulas.

/**
 * The frequent ones first: each element is compared with one after the other. What is rare is not listed: asking it
 * costs less than a longer list costs every page.
 */
const ORDINARY =
  'div,span,a,li,p,img,path,svg,script,ul,i,b,strong,em,br,math,math *,' +
  'svg :not(foreignObject *),button,section,article,h3,h2,figure,picture,source,input,label,' +
  'td,tr,h1,h4,h5,h6,header,footer,nav,main,aside,form,time,small,sup,sub,use,g,title,meta,' +
  'link,style,noscript,head,body,html,table,tbody,thead,th,ol,dl,dt,dd,hr,blockquote,cite,' +
  'code,pre,select,option,textarea,abbr,' +
  'figcaption,video,audio,canvas,template,slot,details,summary,dialog,center,' +
  'font,mark,ruby,rt';
/** Empty boxes: the rarer part first, in a third of the time. */
export const EMPTY = ':empty:is(div,section,article,main,aside,span)';

/** Selectors for elements that may carry a tree: custom elements and frames, empty boxes. */
export const CARRIERS: readonly string[] = [`:not(${ORDINARY})`, EMPTY];
/** When to look whether elements have got their shadow root meanwhile, for no event reports attachShadow(); ms. */
export const LATE_ROOTS: readonly number[] = [1000, 4000];
/** Elements that are looked at then. */
export const MOST_LATE = 200;
/** Documents of frames that are looked into: each costs a world of its own. */
export const MOST_FRAMES = 20;

const SMALLEST_FRAME = { width: 320, height: 200 }; // px
/** What is smaller is an advertisement or a counter. */
export const isLargeFrame = (frame: HTMLIFrameElement): boolean =>
  frame.clientWidth >= SMALLEST_FRAME.width && frame.clientHeight >= SMALLEST_FRAME.height;
