// Reads the lists of data/names from disk: names and words of many countries, for drafting.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { NameLists } from '../../drafting/vocabulary.ts';
import { foldText } from '../../recognition/fold.ts';
import { readYaml } from './yaml.ts';

const FOLDER = 'data/names';

/** Each line of a list holds many names with "|" between. They are folded here, which takes longer than an article. */
const Names = v.pipe(
  v.array(v.string()),
  v.transform((lines) => [...new Set(lines.flatMap((line) => line.split('|')).map(foldText))]),
);
const Given = v.strictObject({ female: Names, male: Names, other: Names });
const ByLanguage = v.record(v.string(), Names);
const Patterns = v.record(v.string(), v.array(v.string()));
const Places = v.strictObject({ world: Names, languages: ByLanguage });
/** "002=Africa|019=Americas" */
const Regions = v.record(v.string(), v.string());
const CommonWords = v.strictObject({ function: ByLanguage, common: ByLanguage });

function read<S extends v.GenericSchema>(root: string, name: string, schema: S): v.InferOutput<S> {
  const path = `${FOLDER}/${name}.yaml`;
  return v.parse(schema, readYaml(path, readFileSync(join(root, path), 'utf8')).content);
}

const LISTS = ['given', 'surnames', 'places', 'more-places', 'regions', 'organizations', 'bylines', 'words'];

/** The files of the lists, from the project's root. */
export const listsIn = (): string[] => LISTS.map((name) => `${FOLDER}/${name}.yaml`);

/** The lists of names and words that are drafted with. @throws ValiError where one is not as it should be */
export const loadNameLists = (root: string): NameLists => ({
  given: read(root, 'given', Given),
  surnames: read(root, 'surnames', Names),
  places: read(root, 'places', Places),
  organizations: read(root, 'organizations', Patterns),
  morePlaces: read(root, 'more-places', Patterns),
  regions: read(root, 'regions', Regions),
  bylines: read(root, 'bylines', ByLanguage),
  words: read(root, 'words', CommonWords),
});
