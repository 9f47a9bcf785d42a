// The modules that plugin.ts makes from the dataset. Each parses its payload at the first call and keeps it.
declare module 'virtual:story' {
  /** The whole story, for popup and story page. */
  export function story(): import('../../stories/story.ts').Story;
}

declare module 'virtual:story/card' {
  /** What cards need of the story, for the welcome page, the gallery and tests. The reader has it as `card_story`. */
  export function story(): import('../../stories/story.ts').CardStory;
}

declare module 'virtual:dataset' {
  /** All texts of the dataset by name, for the background, which hands them out. */
  export function dataset(): Readonly<Record<string, string>>;
}

declare module 'virtual:dataset/article' {
  /** The texts of the dataset by which an article's date and language are found; capture carries them itself. */
  export function articleTexts(): Readonly<Record<'press' | 'months' | 'languages' | 'hints', string>>;
}

declare module 'virtual:dataset/edition' {
  /** Changes whenever one of the dataset's texts or the extension's version does. */
  export const edition: string;
}
