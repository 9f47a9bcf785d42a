// The modules that plugin.ts makes from the dataset. Each parses its payload at the first call and keeps it.
declare module 'virtual:story' {
  /** The whole story, for popup and story page. */
  export function story(): import('../../stories/format.ts').Story;
}

declare module 'virtual:story/card' {
  /** What cards need of the story, for the welcome page, the gallery and tests. The reader has them as texts. */
  export function story(): import('../../stories/story.ts').CardStory;
}

declare module 'virtual:languages' {
  /** What the background compiles pages' texts from, besides stories. */
  export function languageData(): import('../../stories/compiled-texts.ts').LanguageData;
}

declare module 'virtual:stories' {
  /** The stories that come with the extension, for the background, which puts them into the library. */
  export function bundledStories(): import('../../stories/format.ts').Story[];
}

declare module 'virtual:drafting' {
  /** What drafting takes besides an article: the languages with all their words, and the lists of names. */
  export function draftingData(): import('../../drafting/vocabulary.ts').DraftingData;
}

declare module 'virtual:article' {
  /** The texts by which an article's date and language are found; capture carries them itself. */
  export function articleTexts(): Readonly<Record<'press' | 'months' | 'languages' | 'hints', string>>;
}

declare module 'virtual:edition' {
  /** Changes whenever the languages, the bundled stories or the extension's version do. */
  export const edition: string;
}
