// Pages that live: what arrives late, hides, moves, stands in other trees, or is no ordinary HTML at all.
import { expect, test } from 'vitest';
import { article, inBothBrowsers } from './stage.ts';

const CALL = '<p>Donald Trump called Gustavo Petro.</p>';
const MARKED = ['Donald Trump', 'Gustavo Petro'];

inBothBrowsers((stage) => {
  const show = async (page: Parameters<typeof stage.show>[0]) => {
    await stage.driver.settings({ activation: 'everywhere' });
    return stage.show(page);
  };
  type Shown = Awaited<ReturnType<typeof show>>;
  /** The painted texts, those of shadow trees among them, in alphabetical order. */
  const painted = (tab: Shown) =>
    tab.page.evaluate(() =>
      [...CSS.highlights.values()]
        .flatMap((highlight) => [...highlight])
        .map(({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return range.toString();
        })
        .sort(),
    );
  const marks = (tab: Shown, expected: string[]) => expect.poll(() => painted(tab)).toEqual([...expected].sort());
  /** What the content script knows, painted or not. */
  const knows = (tab: Shown, expected: string[]) =>
    expect.poll(async () => (await tab.mentions()).map(({ text }) => text)).toEqual(expected);

  test('open shadow roots: there from the start, written in the markup, attached later', async () => {
    const tab = await show(
      article(`${CALL}
        <x-early></x-early>
        <div><template shadowrootmode="open"><p>Marco Rubio was told.</p></template></div>
        <div id="late"></div>
        <script>document.querySelector('x-early').attachShadow({ mode: 'open' }).innerHTML = '<p>Nicolás Maduro was not.</p>'</script>`),
    );
    await marks(tab, [...MARKED, 'Nicolás Maduro', 'Marco Rubio']);
    await tab.page.evaluate(() => {
      const host = document.querySelector('#late') as HTMLElement;
      host.attachShadow({ mode: 'open' }).innerHTML = '<p>Delcy Rodríguez waits.</p>';
    });
    await marks(tab, [...MARKED, 'Nicolás Maduro', 'Marco Rubio', 'Delcy Rodríguez']);
    await tab.page.evaluate(() => {
      const root = document.querySelector('x-early')?.shadowRoot as ShadowRoot;
      root.innerHTML = '<p>Nobody was.</p>';
    });
    await marks(tab, [...MARKED, 'Marco Rubio', 'Delcy Rodríguez']);
  });

  test('a name in a shadow root opens its card, also where the pointer comes over the rest of its host', async () => {
    const tab = await show(
      article(`<x-card></x-card><script>
        document.querySelector('x-card').attachShadow({ mode: 'open' }).innerHTML =
          '<style>:host { display: block; padding: 60px } p { margin: 0 }</style><p>Then Gustavo Petro spoke.</p>'</script>`),
    );
    await marks(tab, ['Gustavo Petro']);
    const word = (await tab.ranges())[0]!;
    for (const x of [10, 20, 30]) await tab.move(word.left + x, word.top - 30);
    await tab.move(word.left + 20, word.top + word.height / 2);
    expect(await (await tab.card()).text()).toContain('Petro');
  });

  test('text right in a shadow root is read and led to, and so is what stands behind it', async () => {
    const tab = await show(
      article(`<x-lead></x-lead><p>Then Marco Rubio spoke.</p><script>
        document.querySelector('x-lead').attachShadow({ mode: 'open' }).innerHTML =
          'Here Gustavo <b>Petro</b> spoke of <i>Delcy Rodríguez</i> at length.'</script>`),
    );
    // No highlight is painted on what stands right in it: its line is drawn.
    const lines = () => tab.page.evaluate(() => document.querySelector('dramatis-lines') !== null);
    await knows(tab, ['Gustavo Petro', 'Delcy Rodríguez', 'Marco Rubio']);
    await marks(tab, ['Delcy Rodríguez', 'Marco Rubio']);
    expect(await lines()).toBe(true);
    await tab.page.evaluate(() => {
      document.querySelector('x-lead')?.shadowRoot?.append(' There Nicolás Maduro waits.');
      document.querySelector('article')?.append('The White House was silent.');
    });
    await knows(tab, ['Gustavo Petro', 'Delcy Rodríguez', 'Nicolás Maduro', 'Marco Rubio', 'White House']);
    await marks(tab, ['Delcy Rodríguez', 'Marco Rubio', 'White House']);
    expect(await tab.send({ type: 'reveal', figure: 'petro', step: 1 } as unknown as { type: string })).toBe(true);
    expect(await (await tab.card()).text()).toContain('Petro');
  });

  test('a frame with an article in it is read, an advertisement’s is not', async () => {
    const frame = (width: number, height: number) =>
      `<iframe width="${width}" height="${height}" srcdoc="<p style='margin: 30px'>Here Marco Rubio travels.</p>"></iframe>`;
    const tab = await show(article(`${CALL}${frame(600, 300)}${frame(300, 250)}${frame(1, 1)}`));
    await knows(tab, [...MARKED, 'Marco Rubio']);
    const sizes = () =>
      tab.page.evaluate(() =>
        [...document.querySelectorAll('iframe')].map((one) => {
          const { highlights } = (one.contentWindow as Window & typeof globalThis).CSS;
          return [...highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
        }),
      );
    await expect.poll(sizes).toEqual([1, 0, 0]);
    const box = await tab.page.evaluate(() => {
      const { left, top } = (document.querySelector('iframe') as Element).getBoundingClientRect();
      return { left, top };
    });
    await tab.move(box.left + 100, box.top + 120);
    await tab.move(box.left + 110, box.top + 45);
    const card = await tab.card();
    expect(await card.text()).toContain('Rubio');
    expect((await card.box()).top).toBeGreaterThan(box.top + 40);
    // In Firefox nobody can touch what belonged to a frame that was taken away, its open card least of all.
    await tab.page.evaluate(() => document.querySelector('iframe')?.remove());
    await knows(tab, MARKED);
    await tab.cardGone();
    await tab.page.evaluate(() => document.querySelector('p')?.append(' Delcy Rodríguez was told.'));
    await marks(tab, [...MARKED, 'Delcy Rodríguez']);
    await tab.hover('Gustavo Petro');
    expect(await (await tab.card()).text()).toContain('Petro');
    await stage.driver.settings({ 'site:example.com': 'off' });
    await marks(tab, []);
    expect(await tab.page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });

  test('a pointer that goes over a name into a frame opens no card', async () => {
    const tab = await show(
      article('<p>Donald Trump waits.</p><iframe width="300" height="100" srcdoc="Nobody is here."></iframe>'),
    );
    await marks(tab, ['Donald Trump']);
    const { x, y, inside } = await tab.page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('p') as Element);
      const { left, top, height } = range.getBoundingClientRect();
      const { top: edge } = (document.querySelector('iframe') as Element).getBoundingClientRect();
      return { x: left + 30, y: top + height / 2, inside: edge + 50 };
    });
    await tab.page.mouse.move(x - 10, y);
    await tab.page.mouse.move(x, y);
    await tab.page.mouse.move(x, inside);
    await tab.after(500);
    expect(await tab.cardIsOpen()).toBe(false);
  });

  test('a frame that moves on is painted anew, page for page', async () => {
    const page = (name: string) => `<title>Frame</title><p style="margin: 30px">Here <b>${name}</b> travels.</p>`;
    const tab = await show(
      article(
        `<p>Donald Trump waits.</p><iframe width="600" height="300" src="${stage.address(page('Marco Rubio'))}"></iframe>`,
      ),
    );
    const inFrame = () =>
      tab.page.evaluate(() => {
        const { contentWindow, contentDocument } = document.querySelector('iframe') as HTMLIFrameElement;
        const { CSS } = contentWindow as Window & typeof globalThis;
        const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
        const texts = ranges.map(({ startContainer }) => startContainer.parentElement?.textContent);
        return { texts, isStyled: (contentDocument?.adoptedStyleSheets.length ?? 0) > 0 };
      });
    await expect.poll(inFrame).toEqual({ texts: ['Marco Rubio'], isStyled: true });
    for (const name of ['Gustavo Petro', 'Nicolás Maduro', 'Delcy Rodríguez', 'Marco Rubio']) {
      await tab.page.evaluate(
        (address) => {
          (document.querySelector('iframe') as HTMLIFrameElement).src = address;
        },
        stage.address(page(name)),
      );
      await expect.poll(inFrame).toEqual({ texts: [name], isStyled: true });
      expect(await tab.painted()).toEqual(['Donald Trump']);
    }
    const box = await tab.page.evaluate(() => {
      const frame = document.querySelector('iframe') as HTMLIFrameElement;
      const { left, top } = frame.getBoundingClientRect();
      const name = frame.contentDocument?.querySelector('b')?.getBoundingClientRect() as DOMRect;
      return { x: left + frame.clientLeft + name.left + 20, y: top + frame.clientTop + name.top + 8 };
    });
    await tab.move(box.x, box.y + 60);
    await tab.move(box.x, box.y);
    expect(await (await tab.card()).text()).toContain('Rubio');
  });

  test('frames that grow, or are shown later, are read then', async () => {
    const frame = (name: string) => `<iframe width="600" height="150" srcdoc="<p>Here ${name} travels.</p>"></iframe>`;
    const hidden = `<div id="later" style="display: none">${frame('Delcy Rodríguez').replace('150', '300')}</div>`;
    const tab = await show(article(`${CALL}${frame('Marco Rubio')}${hidden}`));
    await knows(tab, MARKED);
    await tab.page.evaluate(() => document.querySelector('iframe')?.setAttribute('height', '300'));
    await knows(tab, [...MARKED, 'Marco Rubio']);
    await tab.page.evaluate(() => {
      (document.querySelector('#later') as HTMLElement).style.display = 'block';
    });
    await knows(tab, [...MARKED, 'Marco Rubio', 'Delcy Rodríguez']);
  });

  test('a page without a name gets its first, then others where the pointer already is, and one in a frame', async () => {
    const line = '<p class="line" style="margin: 60px; font: 40px serif">Nobody was there.</p>';
    const frame = `<iframe width="600" height="300" srcdoc="<p style='margin: 30px'>Nobody was there.</p>"></iframe>`;
    const tab = await show(article(`${line}${line}${frame}`));
    await knows(tab, []);
    const placeOf = (selector: string, number = 0) =>
      tab.page.evaluate(
        (selector, number) => {
          const { left, top } = (document.querySelectorAll(selector)[number] as Element).getBoundingClientRect();
          return { left, top };
        },
        selector,
        number,
      );
    const all = [];
    for (const [number, name] of ['Gustavo Petro', 'Donald Trump'].entries()) {
      const { left, top } = await placeOf('.line', number);
      // More than once where there is nothing, so that it is known to be nothing.
      for (const x of [40, 60, 50]) await tab.move(left + x, top + 20);
      await tab.page.evaluate(
        (number, text) => {
          (document.querySelectorAll('.line')[number] as HTMLElement).textContent = text;
        },
        number,
        `${name} was there.`,
      );
      all.push(name);
      // Where the card is open already, its word stands in a second highlight.
      await expect.poll(async () => [...new Set(await painted(tab))]).toEqual([...all].sort());
      await tab.move(left + 60, top + 25);
      expect(await (await tab.card()).text()).toContain(name);
      await tab.page.keyboard.press('Escape');
      await tab.cardGone();
    }
    await tab.page.evaluate(() => {
      const inside = document.querySelector('iframe')?.contentDocument as Document;
      (inside.querySelector('p') as HTMLElement).textContent = 'Marco Rubio was there.';
    });
    await knows(tab, [...all, 'Marco Rubio']);
    const { left, top } = await placeOf('iframe');
    await tab.move(left + 100, top + 120);
    await tab.move(left + 60, top + 45);
    expect(await (await tab.card()).text()).toContain('Rubio');
  });

  test('text that is revealed is marked: details, tabs, a rule of a style sheet', async () => {
    const tab = await show(
      article(`${CALL}<details><summary>More</summary><p>Marco Rubio</p></details>
        <div id="tab" style="display: none"><p>Nicolás Maduro</p></div>
        <div style="height: 4000px"></div><div style="content-visibility: auto"><p id="far">Delcy Rodríguez</p></div>`),
    );
    await knows(tab, [...MARKED, 'Marco Rubio', 'Nicolás Maduro', 'Delcy Rodríguez']);
    await marks(tab, MARKED);
    await tab.page.evaluate(() => {
      document.querySelector('details')?.setAttribute('open', '');
    });
    await marks(tab, [...MARKED, 'Marco Rubio']);
    await tab.page.evaluate(() => {
      (document.querySelector('#tab') as HTMLElement).style.display = 'block';
    });
    await marks(tab, [...MARKED, 'Marco Rubio', 'Nicolás Maduro']);
    await tab.page.evaluate(() => document.querySelector('#far')?.scrollIntoView());
    await marks(tab, ['Delcy Rodríguez']);
  });

  test('the first mention is the first visible one', async () => {
    const tab = await show(article(`<p hidden>Venezuela</p>${CALL}<p>In Venezuela. Of Venezuela.</p>`));
    await marks(tab, [...MARKED, 'Venezuela']);
    expect(
      await tab.page.evaluate(() =>
        [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).map(({ startOffset }) => startOffset),
      ),
    ).toContain(3);
  });

  test('a page of line breaks is painted near the viewport', async () => {
    const lines = Array.from({ length: 400 }, (_, at) => `Line ${at}: Donald Trump and others.<br>`).join('');
    const tab = await show(`<!doctype html><meta charset="utf-8"><title>Lines</title><body>${lines}</body>`);
    await expect.poll(async () => (await tab.mentions()).length).toBe(400);
    await expect.poll(async () => (await painted(tab)).length).toBeGreaterThan(20);
    await expect.poll(async () => (await painted(tab)).length).toBeLessThan(150);
    await tab.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const last = () =>
      tab.page.evaluate(() =>
        [...CSS.highlights.values()]
          .flatMap((highlight) => [...highlight])
          .some(({ startContainer }) => startContainer.textContent?.includes('Line 399')),
      );
    await expect.poll(last).toBe(true);
    await expect.poll(async () => (await painted(tab)).length).toBeLessThan(150);
  });

  test('a long page is painted near the viewport', async () => {
    const items = Array.from({ length: 400 }, (_, at) => `<p id="p${at}">${at}: Donald Trump and others.</p>`).join('');
    const tab = await show(article(items));
    await expect.poll(async () => (await tab.mentions()).length).toBe(400);
    await expect.poll(async () => (await painted(tab)).length).toBeGreaterThan(5);
    for (const place of [380, 3, 200]) {
      await tab.page.evaluate((id) => document.querySelector(`#p${id}`)?.scrollIntoView(), place);
      const there = () =>
        tab.page.evaluate(
          (id) =>
            [...CSS.highlights.values()]
              .flatMap((highlight) => [...highlight])
              .some(({ startContainer }) => startContainer.parentElement?.id === `p${id}`),
          place,
        );
      await expect.poll(there).toBe(true);
    }
    await expect.poll(async () => (await painted(tab)).length).toBeLessThan(80);
  });

  test('a live blog grows on top, a list at its end, and the order is kept', async () => {
    const tab = await show(article(`<div id="blog"><p>Donald Trump spoke.</p></div>`));
    await knows(tab, ['Donald Trump']);
    await tab.page.evaluate(() => {
      const blog = document.querySelector('#blog') as HTMLElement;
      blog.insertAdjacentHTML('afterbegin', '<p>Gustavo Petro spoke.</p>');
      blog.insertAdjacentHTML('beforeend', '<p>Marco Rubio spoke.</p>');
      setTimeout(() => blog.insertAdjacentHTML('afterbegin', '<p>Nicolás Maduro spoke.</p>'), 300);
    });
    await knows(tab, ['Nicolás Maduro', 'Gustavo Petro', 'Donald Trump', 'Marco Rubio']);
  });

  test('a card closes when its word is overwritten, and stays when the rest of its line is', async () => {
    const tab = await show(article('<p><b id="word">Donald Trump</b> spoke for <i id="time">1</i> minute.</p>'));
    await tab.hover('Donald Trump');
    await tab.card();
    await tab.page.evaluate(() => {
      (document.querySelector('#time') as HTMLElement).textContent = 'two, say Marco Rubio’s people, or three';
    });
    await knows(tab, ['Donald Trump', 'Marco Rubio']);
    await marks(tab, ['Donald Trump', 'Donald Trump', 'Marco Rubio']); // one of them outlined
    expect(await tab.cardIsOpen()).toBe(true);
    await tab.page.evaluate(() => {
      const all = document.querySelector('article') as HTMLElement;
      all.innerHTML = `${all.innerHTML}<p>Nicolás Maduro too.</p>`;
    });
    await marks(tab, ['Donald Trump', 'Donald Trump', 'Marco Rubio', 'Nicolás Maduro']);
    expect(await tab.cardIsOpen()).toBe(true);
    // Placed anew, it is placed beside the word that stands there now.
    await tab.page.evaluate(async () => {
      dispatchEvent(new Event('resize'));
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    });
    expect(await tab.cardIsOpen()).toBe(true);
    await tab.page.evaluate(() => {
      (document.querySelector('#word') as HTMLElement).textContent = 'Aurora Mora';
    });
    await tab.cardGone();
    await marks(tab, ['Marco Rubio', 'Nicolás Maduro']);
  });

  test('text that is edited where it stands, also in the middle of a mention', async () => {
    const tab = await show(article('<p id="p">Donald Trump met <b>Gustavo</b> Petro.</p>'));
    await marks(tab, MARKED);
    const edits: [edit: (paragraph: HTMLElement) => void, expected: string[]][] = [
      [(paragraph) => (paragraph.firstChild as Text).replaceData(0, 6, 'Melania'), ['Gustavo Petro']],
      [
        (paragraph) => (paragraph.firstChild as Text).replaceData(0, 13, 'Marco Rubio'),
        ['Marco Rubio', 'Gustavo Petro'],
      ],
      [(paragraph) => (paragraph.firstChild as Text).insertData(0, 'Late at night '), ['Marco Rubio', 'Gustavo Petro']],
      // One node becomes three, and one again.
      [
        (paragraph) => {
          const [text] = paragraph.childNodes;
          (text as Text).splitText(17).splitText(5);
        },
        ['Marco Rubio', 'Gustavo Petro'],
      ],
      [(paragraph) => (paragraph.childNodes[1] as Text).deleteData(3, 2), ['Gustavo Petro']],
      [(paragraph) => (paragraph.childNodes[1] as Text).insertData(3, 'Ru'), ['Marco Rubio', 'Gustavo Petro']],
      [(paragraph) => paragraph.normalize(), ['Marco Rubio', 'Gustavo Petro']],
      [
        (paragraph) => ((paragraph.querySelector('b') as HTMLElement).firstChild as Text).appendData('s'),
        ['Marco Rubio'],
      ],
      [
        (paragraph) => ((paragraph.querySelector('b') as HTMLElement).textContent = 'Gustavo'),
        ['Marco Rubio', 'Gustavo Petro'],
      ],
      [
        (paragraph) => (paragraph.lastChild as Text).appendData(' Venezuela'),
        ['Marco Rubio', 'Gustavo Petro', 'Venezuela'],
      ],
      [
        (paragraph) => (paragraph.querySelector('b') as HTMLElement).after(document.createElement('br')),
        ['Marco Rubio', 'Venezuela'],
      ],
    ];
    for (const [edit, expected] of edits) {
      await tab.page.evaluate(`(${edit})(document.querySelector('#p'))`);
      await knows(tab, expected);
      await marks(tab, expected);
    }
  });

  test('frames of other origins are left alone', async () => {
    const inside = `<p style='margin: 30px'>Here Marco Rubio travels.</p>`;
    const tab = await show(
      article(`${CALL}<iframe sandbox width="600" height="300" srcdoc="${inside}"></iframe>
        <iframe sandbox="allow-scripts" width="600" height="300" srcdoc="${inside}"></iframe>
        <iframe width="600" height="300" src="data:text/html,${encodeURIComponent(inside)}"></iframe>
        <iframe sandbox="allow-same-origin" width="600" height="300" srcdoc="${inside}"></iframe>`),
    );
    // The last is the page's own: its scripts are off, its text is not.
    await knows(tab, [...MARKED, 'Marco Rubio']);
    await marks(tab, MARKED);
    const marksInside = Promise.all(
      tab.page
        .frames()
        .slice(1)
        .map((frame) => frame.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0))),
    );
    expect((await marksInside).sort()).toEqual([0, 0, 0, 1]);
  });

  test('a frame’s marks do not replace the page’s once our code is compiled', async () => {
    // Firefox compiles what ran often in the tab’s process before, and then takes one window’s registry for another’s.
    const tab = await show(article(CALL.repeat(100)));
    await knows(tab, Array(100).fill(MARKED).flat());
    for (let visit = 0; visit < 2; visit++) {
      await tab.page.reload();
      await expect.poll(async () => (await painted(tab)).length).toBeGreaterThan(10);
    }
    const inside = `<p style='margin: 30px'>Here Marco Rubio travels.</p>`;
    await tab.page.goto(stage.address(article(`${CALL}<iframe width="600" height="300" srcdoc="${inside}"></iframe>`)));
    await knows(tab, [...MARKED, 'Marco Rubio']);
    await marks(tab, MARKED);
    const [, frame] = tab.page.frames();
    await expect
      .poll(() => frame?.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)))
      .toBe(1);
  });

  test('a frame in design mode, as older editors use', async () => {
    const tab = await show(
      article(`${CALL}<iframe width="600" height="300"></iframe>
        <script>
          const editor = document.querySelector('iframe').contentDocument;
          editor.designMode = 'on';
          editor.body.innerHTML = '<p>Marco Rubio</p>';
        </script>`),
    );
    await knows(tab, MARKED);
    const inside = () =>
      tab.page.evaluate(() => {
        const frame = document.querySelector('iframe') as HTMLIFrameElement;
        const { highlights } = (frame.contentWindow as Window & typeof globalThis).CSS;
        return [
          [...highlights.values()].reduce((sum, { size }) => sum + size, 0),
          frame.contentDocument?.body.innerHTML,
        ];
      });
    await tab.page.evaluate(() => {
      const body = document.querySelector('iframe')?.contentDocument?.body as HTMLElement;
      body.querySelector('p')?.append(' met Nicolás Maduro');
      document.querySelector('article')?.insertAdjacentHTML('beforeend', '<p>Delcy Rodríguez was not asked.</p>');
    });
    await knows(tab, [...MARKED, 'Delcy Rodríguez']);
    expect(await inside()).toEqual([0, '<p>Marco Rubio met Nicolás Maduro</p>']);
  });

  test('editable text is left alone, and read once the page makes it static', async () => {
    const tab = await show(article(`${CALL}<div id="note" contenteditable="true" style="min-height: 40px"></div>`));
    await marks(tab, MARKED);
    await tab.page.focus('#note');
    await tab.page.keyboard.type('Marco Rubio');
    await tab.page.evaluate(() => document.querySelector('p')?.insertAdjacentHTML('afterend', '<p>Nicolás Maduro</p>'));
    await knows(tab, [...MARKED, 'Nicolás Maduro']);
    expect(await tab.page.evaluate(() => document.querySelector('#note')?.innerHTML)).toBe('Marco Rubio');
    await tab.page.evaluate(() => document.querySelector('#note')?.removeAttribute('contenteditable'));
    await marks(tab, [...MARKED, 'Nicolás Maduro', 'Marco Rubio']);
    await tab.page.evaluate(() => document.querySelector('#note')?.setAttribute('contenteditable', ''));
    await marks(tab, [...MARKED, 'Nicolás Maduro']);
  });

  test('pages without a body, and bodies that come and go', async () => {
    const sets = await show(
      '<!doctype html><title>Frames</title><frameset cols="50%,50%"><frame src="about:blank"><frame src="about:blank"></frameset>',
    );
    await knows(sets, []);
    const tab = await show(article(CALL));
    await marks(tab, MARKED);
    await tab.page.evaluate(() => document.body.remove());
    await knows(tab, []);
    await marks(tab, []);
    await tab.page.evaluate(() => {
      const body = document.createElement('body');
      body.append('Then came ', Object.assign(document.createElement('b'), { textContent: 'Marco Rubio' }), '.');
      document.documentElement.append(body);
    });
    await marks(tab, ['Marco Rubio']);
    await tab.page.evaluate(() => {
      const root = document.createElement('html');
      root.append(Object.assign(document.createElement('body'), { textContent: 'All is new, said Nicolás Maduro.' }));
      document.replaceChild(root, document.documentElement);
    });
    await marks(tab, ['Nicolás Maduro']);
    await tab.hover('Nicolás Maduro');
    expect(await (await tab.card()).text()).toContain('Maduro');
    await tab.page.evaluate(() => document.documentElement.remove());
    await knows(tab, []);
  });

  test('a browser’s translation is marked in its language', async () => {
    const tab = await show(article('<p>Donald Trump phoned. The White House confirmed.</p>'));
    await marks(tab, ['Donald Trump', 'White House']);
    await tab.page.evaluate(() => {
      document.documentElement.lang = 'es';
      const paragraph = document.querySelector('p') as HTMLElement;
      paragraph.innerHTML =
        '<font><font>Donald Trump llamó. </font></font><font><font>La Casa Blanca lo confirmó.</font></font>';
    });
    await marks(tab, ['Donald Trump', 'Casa Blanca']);
  });

  test('editors are left alone, and the rest is marked', async () => {
    const tab = await show(
      article(`${CALL}<div contenteditable="true"><p>Marco Rubio</p></div><textarea>Marco Rubio</textarea>`),
    );
    await knows(tab, MARKED);
    await tab.page.evaluate(() => {
      document.querySelector('[contenteditable] p')?.append(' met Nicolás Maduro');
      document.querySelector('article')?.insertAdjacentHTML('beforeend', '<p>Delcy Rodríguez was not asked.</p>');
    });
    // What came later has been read.
    await knows(tab, [...MARKED, 'Delcy Rodríguez']);
  });

  test('XHTML and SVG documents', async () => {
    const xhtml = `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
      <body><script>//<![CDATA[
      var x = 'Marco Rubio'; //]]></script><p>Donald <b>Trump</b> called <![CDATA[Gustavo Petro]]>.</p></body></html>`;
    const tab = await show({ body: xhtml, headers: { 'content-type': 'application/xhtml+xml' } });
    await marks(tab, MARKED);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><text y="40">Donald Trump</text></svg>`;
    const drawing = await show({ body: svg, headers: { 'content-type': 'image/svg+xml' } });
    await knows(drawing, []);
  });

  test('a document that is rewritten by document.write', async () => {
    const tab = await show(article(CALL));
    await marks(tab, MARKED);
    await tab.page.evaluate(() => {
      document.open();
      document.write('<!doctype html><title>New</title><body><p>Now Marco Rubio is in charge.</p></body>');
      document.close();
    });
    await marks(tab, ['Marco Rubio']);
    await tab.hover('Marco Rubio');
    await tab.card();
  });

  test('a thousand changes at once: all is marked in the end', async () => {
    const tab = await show(article('<main></main>'));
    await tab.page.evaluate(async () => {
      const main = document.querySelector('main') as HTMLElement;
      for (let storm = 0; storm < 1000; storm++) {
        const made = document.createElement('p');
        made.textContent = storm % 10 ? `Nobody spoke, ${storm}.` : 'Donald Trump spoke.';
        main.append(made);
        if (main.childElementCount > 40) main.firstElementChild?.remove();
        main.querySelectorAll('p').forEach((one) => {
          one.style.order = `${storm}`;
          (one.firstChild as Text).data += ' ';
        });
        if (storm % 100 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
    });
    await knows(tab, Array(4).fill('Donald Trump'));
  });

  test('named fields and a named body change nothing', async () => {
    const fields = [
      'parentNode',
      'childNodes',
      'firstChild',
      'textContent',
      'closest',
      'querySelectorAll',
      'isConnected',
    ]
      .map((name) => `<input name="${name}">`)
      .join('');
    const images = [
      'createTreeWalker',
      'adoptedStyleSheets',
      'addEventListener',
      'querySelectorAll',
      'defaultView',
      'documentElement',
    ]
      .map((name) => `<img name="${name}" alt="">`)
      .join('');
    const tab = await show(article(`<form name="body">${fields}${CALL}</form>${images}`));
    await knows(tab, MARKED);
    await marks(tab, MARKED);
  });

  test('highlights that the page clears come back', async () => {
    const tab = await show(article(CALL));
    await marks(tab, MARKED);
    await tab.page.evaluate(() => CSS.highlights.clear());
    await tab.page.evaluate(() => document.querySelector('p')?.insertAdjacentHTML('afterend', '<p>Marco Rubio</p>'));
    await marks(tab, [...MARKED, 'Marco Rubio']);
  });
});
