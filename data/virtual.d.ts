// The modules that data/vite-plugin.ts makes from the dataset. Each parses its payload at the first call and keeps it.
declare module 'virtual:story' {
  /** The whole story, for popup and story page. */
  export function story(): import('./story.ts').Story;
}

declare module 'virtual:story/card' {
  /** What cards need of the story, for the welcome page, the gallery and tests; the content script reads it as the message `story_card`. */
  export function story(): import('./story.ts').CardStory;
}
