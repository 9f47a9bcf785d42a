// The JSON Schema of the format of stories, for editors and for programs in other languages. It is made from the one
// definition, and knows less: what a check of ours looks at (days, control characters, references) is no part of it.
import { toJsonSchema } from '@valibot/to-json-schema';
import { FORMAT, StorySchema } from '../../stories/format.ts';
import { Cite, Cites, Day, Id, Inert, Language, Name, Names, Phrases, Texts, Url } from '../../stories/values.ts';

export const JSON_SCHEMA_FILE = 'docs/dramatis-story-1.schema.json';

/** The text of the file. @throws Error where the definition holds something that JSON Schema does not */
export function storyJsonSchema(): string {
  const schema = toJsonSchema(StorySchema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    ignoreActions: ['check'],
    definitions: { Cite, Cites, Day, Id, Inert, Language, Name, Names, Phrases, Texts, Url },
  });
  const { $schema, ...rest } = schema;
  return `${JSON.stringify({ $schema, title: FORMAT, ...rest }, null, 2)}\n`;
}
