// Serves the compiled dataset to the bundles as virtual modules.
import type { Plugin } from 'vite';
export function storyPlugin(): Plugin {
  return { name: 'dramatis-story' };
}
