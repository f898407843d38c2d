import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, describe, expect, test } from 'vitest';
import { type RunSettings, analyze, writeReport } from '../../src/index.ts';
import type { DoubleAnswer } from '../doubles/graph.ts';
import { serve } from '../doubles/serve.ts';
import { hurriedClock } from '../helpers/clock.ts';

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'author-pages-'));
  closers.push(() => rm(path, { recursive: true }));
  return path;
}

const html = (body: string): DoubleAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><title>x</title>${body}`,
});

const rules = `<nav><p>Our links and adverts are here.</p></nav><main><h1>Write for us</h1>
<p>We publish guest posts by gardeners. Texts have 800 to 1,200 words.</p>
<ul><li>Only original work that is unpublished elsewhere.</li><li>No promotional or commercial pieces, please.</li>
<li>One link in your bio, none in the text.</li></ul><p>Send your text to desk@hedge.example.</p></main>`;

interface Site {
  home?: string;
  pages?: Record<string, DoubleAnswer>;
  robots?: string;
}

/** Two ranked sites, of which one answers with these pages. */
async function run({ home, pages = {}, robots }: Site, given: RunSettings = {}) {
  const answers = new Map(Object.entries(pages));
  if (home !== undefined) answers.set('/', html(home));
  if (robots !== undefined)
    answers.set('/robots.txt', { status: 200, headers: { 'content-type': 'text/plain' }, body: robots });
  const site = {
    hosts: ['hedge.example'],
    answer: ({ path }: { path: string }) => answers.get(path) ?? { status: 404, body: '' },
  };
  const served = await serve([site]);
  closers.push(() => served.close());
  const output = await folder();
  const settings: RunSettings = {
    follows: ['Quentin', 'Zuzanna'].map((customer) => ({
      customer,
      resource: 'https://hedge.example/',
      title: 'Hedge Weekly, letters to the gardeners of the county',
      subscribers: 9000,
    })),
    verdicts: [{ resource: 'https://hedge.example/', verdict: 'keep' }],
    authorPages: true,
    output,
    state: join(output, 'state.sqlite'),
    connectTo: served.connectTo,
    ...given,
  };
  await analyze(settings, { clock: hurriedClock() });
  const read = async () => {
    const [name = ''] = await readdir(join(output, 'pitches'));
    const [row] = Papa.parse<Record<string, string>>(await readFile(join(output, 'outreach.csv'), 'utf8'), {
      header: true,
      delimiter: ',',
    }).data;
    return { note: await readFile(join(output, 'pitches', name), 'utf8'), row };
  };
  const asked = () => served.asked.map(({ path }) => path).filter((path) => path !== '/robots.txt');
  return { settings, asked, read, ...(await read()) };
}

const home = '<a href="/about">About</a> <a href="/join-in">Write for us</a>';
const onJoinIn = { '/join-in': html(rules) };

describe('the page for authors', () => {
  test('is found on the site of the resource, quoted and obeyed', async () => {
    const { note, row, asked } = await run({ home, pages: onJoinIn });
    expect(asked()).toEqual(['/', '/join-in']);
    expect(row?.['author_page']).toBe('https://hedge.example/join-in');
    for (const rule of [
      'Texts have 800 to 1,200 words',
      'Only original work that is unpublished elsewhere',
      'No promotional or commercial pieces, please',
      'One link in your bio, none in the text',
    ]) {
      expect(row?.['author_rules']).toContain(`“${rule}”`);
      expect(note).toContain(rule);
    }
    expect(note).not.toContain('Our links and adverts');
    expect(note).toContain('it wants texts sent to desk@hedge.example');
    expect(note).toContain('use no short link');
    expect(note).toContain('The text would be new, and appear nowhere else.');
  });

  test('is read once, and kept', async () => {
    const { settings, asked, read, note } = await run({ home, pages: onJoinIn });
    await analyze(settings, { clock: hurriedClock() });
    expect(asked()).toHaveLength(2);
    const { authorPages: _, connectTo: __, follows: ___, ...kept } = settings;
    await writeReport(kept);
    expect((await read()).note).toBe(note);
  });

  test('is not looked for unless it is asked for', async () => {
    const { asked, note, row } = await run({ home, pages: onJoinIn }, { authorPages: false });
    expect(asked()).toEqual([]);
    expect(row?.['author_page']).toBe('');
    expect(note).toContain('say \\-\\-author-pages'.replaceAll('\\', ''));
  });

  test("is not read where the site's robots.txt says no", async () => {
    const { asked, row } = await run({ home, pages: onJoinIn, robots: 'User-agent: *\nDisallow: /join-in' });
    expect(asked()).toEqual(['/']);
    expect(row?.['author_page']).toBe('');
  });

  test.each([
    ['no link to one', '<a href="/about">About</a>', {}],
    ['a link to nothing', home, {}],
    ['a link to itself alone', '<a href="/">Write for us</a>', {}],
    ['a link that is none', '<a href="mailto:x@hedge.example">Write for us</a>', {}],
    ['no markup', 'x', { '/': { status: 200, body: 'plain text' } }],
  ])('is missing where the site has %s, and nobody asks again', async (_, start, pages) => {
    const { settings, asked, row } = await run({ home: start, pages });
    expect(row?.['author_page']).toBe('');
    const before = asked().length;
    await analyze(settings, { clock: hurriedClock() });
    expect(asked()).toHaveLength(before);
  });

  test('that refuses texts leaves no pitch', async () => {
    const refusing = html('<main><p>We do not accept guest posts. Please do not send us articles.</p></main>');
    const { note } = await run({ home, pages: { '/join-in': refusing } });
    expect(note).toContain('None: its page for authors takes no texts: “We do not accept guest posts”');
  });

  test('with a form says where it is', async () => {
    const formed = html(
      '<main><p>Texts have 800 words at most.</p><form action="/s"><textarea name="text"></textarea></form></main>',
    );
    const { note } = await run({ home, pages: { '/join-in': formed } });
    expect(note).toContain('it wants texts sent to https://hedge.example/join-in');
  });

  test.each([
    [
      'ru',
      '<a href="/a">Стать автором</a>',
      'Мы публикуем статьи читателей, если они пишут о своём опыте. Объём текста от 3000 знаков.',
      '3000 знаков',
    ],
    ['el', '<a href="/a">Γράψτε για εμάς</a>', 'Το κείμενο έχει έως 900 λέξεις.', '900 λέξεις'],
    ['de', '<a href="/a">Gastautor werden</a>', 'Der Text hat höchstens 900 Wörter.', '900 Wörter'],
    ['fr', '<a href="/a">Proposer un article</a>', 'Le texte compte 900 mots au plus.', '900 mots'],
    ['es', '<a href="/a">Escribe para nosotros</a>', 'El texto tiene 900 palabras como máximo.', '900 palabras'],
    [
      'uk',
      '<a href="/a">Стати автором</a>',
      'Ми публікуємо статті читачів, якщо вони пишуть про свій досвід. Обсяг тексту від 3000 знаків.',
      '3000 знаків',
    ],
    ['the address alone', '<a href="/become-an-author">Join</a>', 'Texts have 900 words.', '900 words'],
  ])('in %s', async (_, start, text, quoted) => {
    const page = html(`<main><p>${text}</p></main>`);
    const { row } = await run({ home: start, pages: { '/a': page, '/become-an-author': page } });
    expect(row?.['author_rules']).toContain(quoted);
  });
});
