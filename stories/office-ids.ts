// Ids of offices over several stories: two offices that two stories call "mayor" are two, unless they are one post of
// one country or institution.
import { splitOffice } from './figures.ts';
import type { Story } from './format.ts';
import { keyOf } from './merge.ts';
import type { Steps } from './steps.ts';

const STORIES_A_STEP = 100;

/** An office as recognition knows it. */
export interface OfficeId {
  office: string;
  /** The merged figure whose office it is; null: of none. */
  owner: string | null;
  post: string;
  /** The post as only this story calls it; undefined for the first story, whose words for posts hold for all. */
  ownPost: string | undefined;
}

/** What a story's office is; undefined where nobody in the story holds it. */
export type OfficeIds = (story: Story, office: string) => OfficeId | undefined;

export function* officeIdsOf(
  stories: readonly Story[],
  idIn: (story: Story, figure: string) => string | undefined,
): Steps<OfficeIds> {
  /** By story and office; by office, whose post it is; by that, the office. */
  const known = new Map<string, OfficeId>();
  const meanings = new Map<string, string>();
  const offices = new Map<string, string>();
  for (const [at, story] of stories.entries()) {
    if (at % STORIES_A_STEP === 0) yield;
    const hasWords =
      at > 0 && Object.values(story.languages).some((language) => Object.keys(language.offices).length > 0);
    for (const { office } of story.figures.flatMap((figure) => figure.offices)) {
      const key = keyOf(story.id, office);
      if (known.has(key)) continue;
      const { owner, post } = splitOffice(
        office,
        story.figures.map(({ id, iso }) => ({ id, iso: iso ?? undefined })),
      );
      const whose = (owner !== null && idIn(story, owner)) || null;
      const meaning = JSON.stringify(whose === null ? [story.id, office] : [whose, post, '']);
      const id = offices.get(meaning) ?? (meanings.has(office) ? key : office);
      meanings.set(id, meaning);
      offices.set(meaning, id);
      known.set(key, { office: id, owner: whose, post, ownPost: hasWords ? keyOf(story.id, post) : undefined });
    }
  }
  return (story, office) => known.get(keyOf(story.id, office));
}
