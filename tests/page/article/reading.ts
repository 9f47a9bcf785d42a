// With what the tests read articles: the dataset's own texts.
import { openReading } from '../../../page/article/article.ts';
import { loadDataset } from '../../../scripts/dataset/load.ts';

export const reading = openReading(loadDataset('.') as Record<'press' | 'months' | 'languages' | 'hints', string>);
