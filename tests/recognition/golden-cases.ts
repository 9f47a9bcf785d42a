// Golden cases: a sentence in, mentions out. What the tests that run them have in common.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { explain } from '../../recognition/explain.ts';
import type { Gazetteer } from '../../recognition/gazetteer.ts';
import { createRecogniser, type Recogniser } from '../../recognition/recognise.ts';

export interface Golden {
  name: string;
  lang: string;
  text?: string;
  blocks?: string[];
  date?: string;
  headlines?: string[];
  /** On a front page. */
  front?: boolean;
  /** Not promised yet. Such a case may leave the evidence open; once it holds, its test says so and the line goes. */
  fails?: boolean;
  /** What the reader rejected, and whom he muted, by the ids of mentions. */
  rejected?: { figure: string; text: string }[];
  muted?: string[];
  /** `also`: further figures of that name, where the page does not tell them apart. */
  mentions: { text: string; figure: string; evidence?: string; also?: string[] }[];
}

/** The cases of a folder, file by file. */
export const casesIn = <T = Golden>(folder: string): { file: string; cases: T[] }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((file) => ({ file, cases: parse(readFileSync(join(folder, file), 'utf8')) as T[] }));

/** All cases of the bundled story. In `kinds/` they are grouped by what readers saw go wrong on pages. */
export const goldenFiles = casesIn('tests/golden');

/** One for each language: to make one takes longer than to read a case, and what was read before changes nothing. */
const recognisers = new WeakMap<Gazetteer, Map<string, Recogniser>>();

function recogniserOf(gazetteer: Gazetteer, lang: string): Recogniser {
  const known = recognisers.get(gazetteer) ?? new Map<string, Recogniser>();
  recognisers.set(gazetteer, known);
  const recogniser = known.get(lang) ?? createRecogniser(gazetteer, lang);
  known.set(lang, recogniser);
  return recogniser;
}

/** A case as the recogniser reads it. */
function readCase(gazetteer: Gazetteer, golden: Golden) {
  const recogniser = recogniserOf(gazetteer, golden.lang);
  const read = (text: string) => ({ text, candidates: recogniser.read({ text, lang: null }) });
  const blocks = (golden.blocks ?? [golden.text ?? '']).map(read);
  const facts = {
    date: golden.date ?? null,
    headlines: golden.headlines ?? [],
    rejected: golden.rejected ?? [],
    muted: golden.muted ?? [],
    frontPage: golden.front ?? false,
  };
  return { recogniser, blocks, facts, headlines: facts.headlines.map(read) };
}

/** What the recogniser finds in a case, in the shape a case writes it. */
function mentionsOf(gazetteer: Gazetteer, golden: Golden): Golden['mentions'] {
  const { recogniser, blocks, facts } = readCase(gazetteer, golden);
  return recogniser.resolve(blocks, facts).mentions.map((mention) => ({
    text: mention.text,
    figure: mention.figure,
    evidence: mention.evidence[0]?.kind ?? '',
    ...(mention.also ? { also: mention.also } : {}),
  }));
}

/** Why names of a case stay unmarked, for the message of a failure. */
function silencesOf(gazetteer: Gazetteer, golden: Golden): string {
  const { blocks, facts, headlines } = readCase(gazetteer, golden);
  const unmarked = explain(gazetteer, blocks, headlines, facts);
  return unmarked.map(({ text, figure, reason }) => `${text} is not marked as ${figure}: ${reason}`).join('\n');
}

/** Expects what a case promises; a failure says why names stayed unmarked. */
export function expectMentions(gazetteer: Gazetteer, golden: Golden) {
  const found = mentionsOf(gazetteer, golden);
  const isSame = JSON.stringify(found) === JSON.stringify(golden.mentions);
  return expect(found, isSame ? '' : silencesOf(gazetteer, golden));
}
