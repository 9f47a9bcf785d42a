// @ts-check
// Compares the dataset with the article it is drawn from, and prints what does not agree.
//   npm run data:check -- <article.txt>
import { readGiven, root, runMain, Trouble } from './setup.mjs';
import { load } from './typescript.mjs';

runMain(async () => {
  const [path] = process.argv.slice(2);
  if (path === undefined) throw new Trouble('Name the article: npm run data:check -- <article.txt>');
  const text = readGiven(path);

  const { loadLanguages, loadStory } = /** @type {typeof import('./dataset/load.ts')} */ (
    await load('scripts/dataset/load.ts')
  );
  const { compareWithArticle, readArticle, sentenceCounts } =
    /** @type {typeof import('../stories/article-check.ts')} */ (await load('stories/article-check.ts'));

  const story = loadStory(root);
  const source = story.sources[0]?.language;
  const language = loadLanguages(root).find((one) => one.language === source);
  if (!language) throw new Trouble(`data/languages has no file for “${source}”, the article's language.`);
  const article = readArticle(text, language);
  const faults = compareWithArticle(story, article);
  if (faults.length > 0)
    throw new Trouble(
      `${faults.length} faults against the article:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );

  const sentences = sentenceCounts(story);
  const count = sentences.reduce((sum, each) => sum + each, 0);
  console.log(
    `${story.id} agrees with the article: ${count} sentences in ${sentences.length} paragraphs, all told in ${story.statements.length} statements; ${story.quotations.length} quotations verbatim; nothing copied.`,
  );
});
