// With what the tests read articles: the dataset's own texts.
import { openReading } from '../../../page/article/article.ts';
import { loadArticleTexts } from '../../../scripts/dataset/load.ts';

export const reading = openReading(loadArticleTexts('.'));
