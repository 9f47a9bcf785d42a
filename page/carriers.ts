// Which elements may carry another tree (an open shadow root, a document of the same origin): no event and no selector tells, so these are
// looked at one by one. Elements that can have no shadow root are left out as far as they are frequent.

// The most frequent first; frames and all that has a hyphen in its name are left.
const ORDINARY =
  'div,span,a,li,p,img,path,svg,script,ul,i,b,strong,em,br,button,section,article,h3,h2,figure,picture,source,input,label,td,tr';
/** Empty boxes: the rarer part first, in a third of the time. */
export const EMPTY = ':empty:is(div,section,article,main,aside,span)';

/** Selectors for elements that may carry a tree. */
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
