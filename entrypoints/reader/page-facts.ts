// Finds what recognition and verdict need to know of a page besides its text: whether it is news, its date, its
// headlines. News and date are expensive, so each is found when first asked for, and kept.
import type { TextCache } from '../../extension/compiled.ts';
import { createDateFinder, type DateFinder } from '../../page/date/date-finder.ts';
import type { MonthNames } from '../../page/date/months.ts';
import type { News } from '../../page/news/judge.ts';
import { createVocabulary, type PressWords, type Vocabulary } from '../../page/news/vocabulary.ts';
import { headlinesOf } from '../../page/self-description.ts';
import { yieldToPage } from '../../page/time-slices.ts';
import type { Needs } from '../../recognition/resolve.ts';

/** The facts of one address: a page whose address changes gets a new object. */
export interface FactFinder {
  /** As far as it has been found. */
  readonly news: News | undefined;
  /** `YYYY-MM-DD`, null for a page without a date, undefined while it has not been looked for. */
  readonly date: string | null | undefined;
  headlines(): string[];
  findNews(): Promise<News>;
  findDate(): Promise<string | null>;
  /** Finds what mentions wait for; the page gets its turn before each. */
  find(needs: Needs): Promise<void>;
}

/** Who tells what the page is taken for. */
export interface NewsSource {
  /** What is known of it already, at this address. */
  known(): News | undefined;
  /** Has it judged once more. A page that cannot be judged is taken for no news. */
  judge(): Promise<News>;
}

/** Returns a function that starts over with the facts of `document`. */
export function createFactSource(
  document: Document,
  location: Location,
  texts: TextCache,
  { known, judge }: NewsSource,
): () => FactFinder {
  let first = known();
  let pressVocabulary: Vocabulary | null = null;
  let dateFinder: DateFinder | null = null;

  async function openPressVocabulary(): Promise<Vocabulary> {
    await texts.fetch(['press']);
    const press = texts.get('press');
    // Where nobody could bring it, it is asked for again next time.
    if (!press) return createVocabulary({});
    pressVocabulary ??= createVocabulary(JSON.parse(press) as Partial<PressWords>);
    return pressVocabulary;
  }

  async function openDateFinder(): Promise<DateFinder> {
    // The words of the press include the names of metadata that hold a date.
    await texts.fetch(['months', 'press']);
    const pressWords = await openPressVocabulary();
    const months = texts.get('months');
    if (!months || !pressVocabulary) return createDateFinder(null, pressWords);
    dateFinder ??= createDateFinder(JSON.parse(months) as MonthNames, pressWords);
    return dateFinder;
  }

  return () => {
    let news = first;
    first = undefined;
    let date: string | null | undefined;

    async function findNews(): Promise<News> {
      if (news) return news;
      const found = await judge();
      // If several ask at once, the first answer is everybody's.
      news ??= found;
      return news;
    }

    async function findDate(): Promise<string | null> {
      if (date !== undefined) return date;
      const finder = await openDateFinder();
      date = (await finder.find(document, new URL(location.href)))?.date ?? null;
      return date;
    }

    return {
      get news() {
        return news;
      },
      get date() {
        return date;
      },
      headlines: () => headlinesOf(document),
      findNews,
      findDate,
      async find(needs) {
        if (needs.date) {
          await yieldToPage();
          await findDate();
        }
        if (needs.frontPage) {
          await yieldToPage();
          await findNews();
        }
      },
    };
  };
}
