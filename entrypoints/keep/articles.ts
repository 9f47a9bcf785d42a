// Articles that come as text: pasted, selected, or from a file. Those that a page has given are captured already.
import type { CapturedArticle } from '../../extension/capture.ts';
import type { Capture } from '../../extension/captures.ts';

/** Bytes of the largest file that is read. */
const LARGEST = 20_000_000;

const reading = async () => {
  const [{ openReading }, { articleTexts }, fromText] = await Promise.all([
    import('../../page/article/article.ts'),
    import('virtual:article'),
    import('../../page/article/from-text.ts'),
  ]);
  return { reading: openReading(articleTexts()), ...fromText };
};

/** The article of a capture. */
export async function articleOf({ article, text }: Capture): Promise<CapturedArticle> {
  return article ?? articleOfText(text ?? '');
}

export async function articleOfText(text: string): Promise<CapturedArticle> {
  const { reading: opened, articleFromText } = await reading();
  return articleFromText(text, opened);
}

/**
 * The article in a file: a saved page, Markdown, else plain text.
 * @throws where the browser cannot read it, or `signal` aborts
 */
export async function articleOfFile(file: File, signal: AbortSignal): Promise<CapturedArticle | null> {
  if (file.size > LARGEST) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { reading: opened, ...from } = await reading();
  const text = from.decodeHtml(bytes);
  if (/\.x?html?$/i.test(file.name) || file.type === 'text/html') return from.articleFromHtml(text, opened, signal);
  return /\.(?:md|markdown)$/i.test(file.name)
    ? from.articleFromMarkdown(text, opened)
    : from.articleFromText(text, opened);
}

/** Words of an article, as far as spaces part them. */
export const wordsIn = ({ paragraphs }: CapturedArticle): number =>
  paragraphs.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
