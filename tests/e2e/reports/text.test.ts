// What is one text to a reader is one text to us, however it is cut up in the markup; and which text is read at all.
import { expect, test } from 'vitest';
import type { Tab } from '../driver/tab.mjs';
import { article, inBothBrowsers } from '../stage.ts';

inBothBrowsers((stage) => {
  const mentions = async (tab: Tab) => (await tab.mentions()).map(({ figure }) => figure);
  /** Everything that is painted, joined. */
  const marked = async (tab: Tab) => (await tab.painted()).join('');

  test('letters and words that stand in boxes of their own', async () => {
    const letters = (tag: string, text: string) =>
      [...text].map((one) => `<${tag} class="char">${one}</${tag}>`).join('');
    const words = (tag: string, text: string) =>
      text
        .split(' ')
        .map((word) => `<${tag} class="word">${letters(tag, word)}</${tag}>`)
        .join(' ');
    const tab = await stage.show(
      article(
        `<h2><div class="line">${words('div', 'Donald Trump calls Gustavo Petro')}</div></h2>
        <h2><span class="line">${words('span', 'Nicolás Maduro was not asked')}</span></h2>
        <h2>${'Marco Rubio of the State Department was there'
          .split(' ')
          .map((word) => `<div class="word">${word}</div>`)
          .join(' ')}</h2>
        <h2>${['The call was made by Delcy', 'Rodríguez in the evening'].map((line) => `<div style="display: inline-block">${line}</div>`).join(' ')}</h2>
        <h2><div style="display: inline-flex">${letters('div', 'Cilia')}</div> <div style="display: inline-flex">${letters('div', 'Flores')}</div> came</h2>
        <h2>${['It', 'was', 'Donald', 'Trump'].map((word) => `<div class="word apart">${word}</div>`).join('')}</h2>
        <h2 id="lines"></h2>
        <script>lines.innerHTML = '<div class="line">It was said by Nicolás</div><div class="line">Maduro in Caracas</div>'</script>`,
        '<style>.char, .word { display: inline-block; position: relative } .line { display: block } .apart { margin-right: .25em }</style>',
      ),
    );
    await expect
      .poll(() => mentions(tab))
      .toEqual(['trump', 'petro', 'maduro', 'rubio', 'rodriguez', 'flores', 'trump', 'maduro', 'caracas']);
    await expect
      .poll(() => marked(tab))
      .toBe(
        'Donald TrumpGustavo PetroNicolás MaduroMarco RubioDelcy RodríguezCilia FloresDonaldTrumpNicolásMaduroCaracas',
      );
  });

  test('labels side by side are texts of their own', async () => {
    const tab = await stage.show(
      article(
        `<div>${['World', 'Trump', 'Politics', 'Melania'].map((label) => `<div class="tag">${label}</div>`).join('')}</div>
        <ul>${['Donald', 'Trump'].map((label) => `<li>${label}</li>`).join(' ')}</ul>
        <p>It was Donald Trump.</p>`,
        '<style>.tag, li { display: inline-block; padding: 2px 8px; margin-right: 6px }</style>',
      ),
    );
    expect((await tab.mentions()).map(({ text }) => text)).toEqual(['Trump', 'Trump', 'Donald Trump']);
  });

  test('reading aids over Han characters are no part of the name, and neither is the space between them', async () => {
    const tab = await stage.show(
      article(`<p>总统<ruby>唐<rt>táng</rt></ruby><ruby>纳<rt>nà</rt></ruby><ruby>德<rt>dé</rt></ruby>·<ruby>特<rt>tè</rt></ruby><ruby>朗<rt>lǎng</rt></ruby><ruby>普<rt>pǔ</rt></ruby>通电话。</p>
        <p>周四<ruby>
          <rb>特</rb>
          <rt>tè</rt>
          <rb>朗</rb>
          <rt>lǎng</rt>
          <rb>普</rb>
          <rt>pǔ</rt>
        </ruby>说，<ruby>
          佩<rt>pèi</rt>
          特<rt>tè</rt>
          罗<rt>luó</rt>
        </ruby>很客气。</p>
        <p>古斯塔沃·佩特罗和<ruby>马杜罗<rp>（</rp><rt>mǎ dù luó</rt><rp>）</rp></ruby>，尼古拉斯·马杜罗。</p>`).replace(
        'lang="en"',
        'lang="zh-CN"',
      ),
    );
    await expect.poll(() => mentions(tab)).toEqual(['trump', 'trump', 'petro', 'petro', 'maduro', 'maduro']);
    await expect
      .poll(async () => (await marked(tab)).replace(/\s/g, ''))
      .toBe('唐纳德·特朗普特朗普佩特罗古斯塔沃·佩特罗马杜罗尼古拉斯·马杜罗');
  });

  test('a name that stands nowhere but over reading aids lets the reader in', async () => {
    const tab = await stage.show(
      article(
        '<p>是<ruby>唐<rt>táng</rt>纳<rt>nà</rt>德<rt>dé</rt></ruby>·<ruby>特<rt>tè</rt>朗<rt>lǎng</rt>普<rt>pǔ</rt></ruby>。</p>',
      ).replace('lang="en"', 'lang="zh-CN"'),
    );
    await expect.poll(() => mentions(tab)).toEqual(['trump']);
  });

  test('a translation that is put below each paragraph', async () => {
    const tab = await stage.show(
      article('<p>It was Donald Trump who called Gustavo Petro.</p><p>Nicolás Maduro was not asked.</p>'),
    );
    await expect.poll(() => mentions(tab)).toEqual(['trump', 'petro', 'maduro']);
    const translate = (language: string | null, lines: readonly string[]) =>
      tab.page.evaluate(
        (lang, texts) => {
          document.querySelectorAll('article > p').forEach((paragraph, at) => {
            const font = document.createElement('font');
            if (lang) font.lang = lang;
            font.innerHTML = `<br><font><font>${texts[at]}</font></font>`;
            paragraph.append(font);
          });
        },
        language,
        lines,
      );
    await translate('zh-CN', ['打电话给古斯塔沃·佩特罗的是唐纳德·特朗普。', '没有人问尼古拉斯·马杜罗。']);
    await expect.poll(() => mentions(tab)).toEqual(['trump', 'petro', 'petro', 'trump', 'maduro', 'maduro']);
    // And one that does not say its language.
    await translate(null, ['Дональд Трамп позвонил Густаво Петро.', 'Николаса Мадуро не спросили.']);
    await expect
      .poll(() => mentions(tab))
      .toEqual(['trump', 'petro', 'petro', 'trump', 'trump', 'petro', 'maduro', 'maduro', 'maduro']);
  });

  test('a page of nobody whose translation names somebody', async () => {
    const tab = await stage.show(article('<p id="late">Two presidents talked.</p>'));
    expect(await tab.mentions()).toEqual([]);
    await tab.page.evaluate(() => {
      document
        .querySelector('#late')!
        .insertAdjacentHTML('beforeend', '<p lang="ja">ドナルド・トランプ氏が話した。</p>');
    });
    await expect.poll(() => mentions(tab)).toEqual(['trump']);
  });

  test('prose that is set as it was typed is read, code is not', async () => {
    const tab = await stage.show(
      article(`<pre>POOL REPORT NO. 4

President Donald Trump told the pool that he had
spoken to Gustavo Petro of Colombia. Secretary of
State Marco
Rubio was in the room.

Nicolás

Maduro was not mentioned.</pre>
        <pre><code>const caller = 'Donald Trump';</code></pre>
        <pre class="highlight"><span>Donald Trump</span></pre>
        <pre>{
  "caller": "Donald Trump",
  "called": "Gustavo Petro"
}</pre>
        <pre>print("Delcy Rodríguez")</pre>
        <p>The field <code>Donald Trump</code> and <kbd>Petro</kbd> are code.</p>`),
    );
    const texts = async () => (await tab.mentions()).map(({ text }) => text.replace(/\s+/g, ' '));
    await expect.poll(texts).toEqual(['Donald Trump', 'Gustavo Petro', 'Colombia', 'Marco Rubio', 'Maduro']);
  });

  test('a document of plain text is read', async () => {
    await stage.driver.settings({ activation: 'everywhere' });
    const type = { 'content-type': 'text/plain; charset=utf-8' };
    const tab = await stage.show({
      headers: type,
      body: 'POOL REPORT NO. 4, January 8, 2026\n\nPresident Donald Trump told the pool that he had spoken to\nGustavo Petro. Secretary of State Marco Rubio was there.\n',
    });
    await expect.poll(() => mentions(tab)).toEqual(['trump', 'petro', 'rubio']);
    await expect.poll(() => marked(tab)).toBe('Donald TrumpGustavo PetroMarco Rubio');
    const code = await stage.show({
      headers: type,
      body: 'const caller = "Donald Trump";\nconst called = "Gustavo Petro";\n',
    });
    expect(await mentions(code)).toEqual([]);
  });

  test('HTML in a drawing is read, the letters of the drawing are not', async () => {
    const tab = await stage.show(
      article(`<svg viewBox="0 0 600 160" width="600"><text x="10" y="40">Donald Trump</text>
        <foreignObject x="10" y="70" width="500" height="80"><p xmlns="http://www.w3.org/1999/xhtml">Marco Rubio stands here.</p></foreignObject></svg>
        <p>Gustavo Petro is named below <svg width="10" height="10"><title>Nicolás Maduro</title></svg>.</p>`),
    );
    await expect.poll(() => mentions(tab)).toEqual(['rubio', 'petro']);
  });

  test('the frames of a frameset are read', async () => {
    await stage.driver.settings({ activation: 'everywhere' });
    const inner = stage.address(article('<p>It was Donald Trump.</p>'));
    const tab = await stage.show(
      `<!doctype html><title>Frames</title><frameset cols="40%,60%"><frame src="${inner}"><frame src="${inner}"></frameset>`,
    );
    await expect.poll(() => mentions(tab)).toEqual(['trump', 'trump']);
  });
});
