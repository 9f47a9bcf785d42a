// An article as the page gave it: what drafting takes.

/** An article that was captured from a page, a file or a pasted text. All of it is inert text. */
export interface Article {
  title: string | null;
  publisher: string | null;
  author: string | null;
  /** `YYYY-MM-DD`. */
  date: string | null;
  /** BCP 47. */
  language: string;
  url: string | null;
  /** The body in order, without the headline. */
  paragraphs: string[];
  /** Names that the page itself tags: JSON-LD `about` and `mentions`, `meta keywords`, links to tag pages. */
  tagged: string[];
  /** True where the page shows only the beginning. */
  partial: boolean;
}
