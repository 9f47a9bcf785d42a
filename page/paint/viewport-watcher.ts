// Which mentions are near the viewport. The browser's own IntersectionObserver knows it of elements, so that nothing
// here asks for a layout while the page scrolls. Watched elements cost every scrolled frame: on a long page only the
// nearest are watched, found anew when scrolling has come to rest. An element with very many mentions is the page
// itself, with line breaks for paragraphs: its mentions are placed one by one.
import { boxOf, ignoreIfFrameGone, listen, type Realm } from '../native.ts';
import type { PlacedMention } from '../text/mentions.ts';
import { createTimeSlicer } from '../time-slices.ts';
import { boxOfMention } from './ranges.ts';

/** How far outside the viewport something is near; viewport heights. */
const AHEAD = 0.5;
/** Elements watched at most. */
const MOST_WATCHED = 120;
/** Mentions in one element above which each is placed by itself. */
const MOST_IN_ONE = 30;
/** Pause between two measurements of element positions; ms. */
const SURVEY_REST = 150;

export interface ViewportWatcher {
  /** The mentions near the viewport, by the element they stand in. */
  readonly near: ReadonlyMap<Element, readonly PlacedMention[]>;
  /** Whether the page does not show an element, as far as is known. */
  isHidden(element: Element): boolean;
  /** Watches these elements, with the mentions in each, and no others. */
  set(mentionsIn: ReadonlyMap<Element, readonly PlacedMention[]>): void;
  /** Listens for what moves elements in a window: the page's, or that of a frame in it. */
  listenIn(window: Window): void;
}

export interface ViewportCallbacks {
  /** These will come near before long: what is costly to prepare for that can be prepared. */
  onWatch(mentions: readonly PlacedMention[]): void;
  /** `near` has changed for these elements; some may have been hidden or shown by the page. */
  onChange(changed: readonly Element[], visibilityChanged: boolean): void;
}

interface Place {
  element: Element;
  mentions: readonly PlacedMention[];
  isWatched: boolean;
  isIntersecting: boolean;
  isHidden: boolean;
}

/** Watches until `signal` is aborted. */
export function createViewportWatcher(
  document: Document,
  signal: AbortSignal,
  { onWatch, onChange }: ViewportCallbacks,
): ViewportWatcher {
  const places = new Map<Element, Place>();
  const near = new Map<Element, readonly PlacedMention[]>();
  let watchedCount = 0;
  let surveying: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver(onIntersection, { rootMargin: `${AHEAD * 100}% 0px` });

  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(surveying);
    places.clear();
    near.clear();
  });

  function onIntersection(entries: readonly IntersectionObserverEntry[]): void {
    const changed: Element[] = [];
    let visibilityChanged = false;
    for (const entry of entries) {
      const { target, isIntersecting } = entry;
      const place = places.get(target);
      if (!place) continue;
      const isHidden = !isIntersecting && isEmpty(entry.boundingClientRect);
      visibilityChanged ||= isHidden !== place.isHidden;
      place.isHidden = isHidden;
      place.isIntersecting = isIntersecting;
      if (isLarge(place)) surveySoon();
      else setNear(place, isIntersecting ? place.mentions : []);
      changed.push(target);
    }
    onChange(changed, visibilityChanged);
  }

  function setNear({ element }: Place, mentions: readonly PlacedMention[]): void {
    if (mentions.length > 0) near.set(element, mentions);
    else near.delete(element);
  }

  function watch(place: Place): void {
    if (place.isWatched) return;
    place.isWatched = true;
    watchedCount++;
    observer.observe(place.element);
    if (!isLarge(place)) onWatch(place.mentions);
  }

  function unwatch(place: Place): void {
    if (!place.isWatched) return;
    place.isWatched = false;
    watchedCount--;
    ignoreIfFrameGone(() => observer.unobserve(place.element));
    place.isIntersecting = false;
    if (!isLarge(place)) near.delete(place.element);
  }

  const needsSurvey = (): boolean => places.size > MOST_WATCHED || [...places.values()].some(isLarge);
  function onMove(): void {
    if (needsSurvey()) surveySoon();
  }

  function surveySoon(): void {
    surveying ??= setTimeout(survey, SURVEY_REST);
  }

  /** Looks where everything stands: the nearest elements are watched from then on, large ones are looked through. */
  async function survey(): Promise<void> {
    const isCurrent = (place: Place) => places.get(place.element) === place;
    const { innerHeight } = document.defaultView as Realm;
    const found = await measure([...places.values()], innerHeight, isCurrent, signal);
    if (signal.aborted) return;
    const changed: Element[] = [];
    for (const [place, mentions] of found.inLarge) {
      if (!isCurrent(place) || !isLarge(place)) continue;
      // In a pause, the page may have got other mentions.
      setNear(place, intersection(mentions, place.mentions));
      changed.push(place.element);
    }
    const byDistance = found.small.filter(({ place }) => isCurrent(place)).sort((a, b) => a.distance - b.distance);
    for (const { place } of byDistance.slice(MOST_WATCHED)) {
      if (!place.isWatched) continue;
      unwatch(place);
      changed.push(place.element);
    }
    for (const { place } of byDistance.slice(0, MOST_WATCHED)) watch(place);
    surveying = undefined;
    onChange(changed, false);
  }

  return {
    near,
    isHidden: (element) => places.get(element)?.isHidden ?? false,
    set(mentionsIn) {
      for (const [element, place] of places) {
        if (mentionsIn.has(element)) continue;
        unwatch(place);
        places.delete(element);
        near.delete(element);
      }
      for (const [element, mentions] of mentionsIn) {
        let place = places.get(element);
        if (!place) {
          place = { element, mentions, isWatched: false, isIntersecting: false, isHidden: false };
          places.set(element, place);
        }
        place.mentions = mentions;
        // Those that are new in a large element are near only once they have been looked at.
        if (isLarge(place)) setNear(place, intersection(near.get(element) ?? [], mentions));
        else setNear(place, place.isIntersecting ? mentions : []);
        if (watchedCount < MOST_WATCHED) watch(place);
      }
      onMove();
    },
    listenIn(window) {
      for (const type of ['scroll', 'resize']) listen(window, type, onMove, { capture: true, passive: true, signal });
    },
  };
}

/** How far small places are, and which mentions of large ones are near; in slices, until `signal` is aborted. */
async function measure(
  places: readonly Place[],
  innerHeight: number,
  isCurrent: (place: Place) => boolean,
  signal: AbortSignal,
) {
  const small: { place: Place; distance: number }[] = [];
  const inLarge = new Map<Place, PlacedMention[]>();
  const distanceOf = ({ top, bottom }: DOMRectReadOnly) => Math.max(0, top - innerHeight, -bottom);
  const slicer = createTimeSlicer();
  slicer.start();
  for (const place of places) {
    const near: PlacedMention[] = [];
    if (isLarge(place)) inLarge.set(place, near);
    for (const mention of isLarge(place) ? place.mentions : [null]) {
      if (slicer.isLate()) await slicer.pause();
      if (signal.aborted) return { small, inLarge };
      if (!isCurrent(place)) break;
      ignoreIfFrameGone(() => {
        const box = mention ? boxOfMention(mention) : boxOf(place.element);
        if (!mention) small.push({ place, distance: distanceOf(box) });
        else if (box.width > 0 && distanceOf(box) <= innerHeight * AHEAD) near.push(mention);
      });
    }
  }
  return { small, inLarge };
}

const isEmpty = ({ width, height }: DOMRectReadOnly): boolean => width === 0 && height === 0;

const isLarge = ({ mentions }: Place): boolean => mentions.length > MOST_IN_ONE;

function intersection<T>(some: readonly T[], others: readonly T[]): T[] {
  const known = new Set(others);
  return some.filter((one) => known.has(one));
}
