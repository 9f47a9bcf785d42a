// With what the tests read articles: the texts of all languages.
import { openReading } from '../../../page/article/article.ts';
import { loadArticleTexts } from '../../../scripts/dataset/load.ts';

export const reading = openReading(loadArticleTexts('.'));
