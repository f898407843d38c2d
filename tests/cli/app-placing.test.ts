import { EventEmitter, once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Served } from '../../src/app/serve.ts';
import type { Ask } from '../../src/app/work.ts';
import { type AppClient, askHere, openApp, serveHere } from '../helpers/app-client.ts';
import { command, ownFolder } from './terminal.ts';

const folder = ownFolder();
let served: Served;
let client: AppClient;

const url = 'https://vk.com/club41';

interface Detail {
  note: { version: string; text: string; isOwn: boolean; file: string };
  teasers: {
    teaser: { teaser: string; link: string; ownWording: boolean };
    wording: { version: string; text: string | null; file: string };
  }[];
}

const place = async (): Promise<Detail> =>
  (await client.get(`/api/place?url=${encodeURIComponent(url)}`)) as unknown as Detail;

/** The place once the ranking that an edit asked for has been made. */
async function placeAnew(): Promise<Detail> {
  await untilMade(client);
  return place();
}

async function untilMade(by: AppClient): Promise<void> {
  while ((await by.get('/api/ranking'))['isBusy'] === true) await new Promise(setImmediate);
}

const outputs = (): Map<string, string> =>
  new Map(
    readdirSync('output', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:csv|md|json)$/.test(name))
      .map((name) => [name, readFileSync(join('output', name), 'utf8')]),
  );

/** The same files by the command line. */
async function expectSameByCommand(): Promise<void> {
  const made = outputs();
  expect(await command(['report'])).toMatchObject({ code: 0 });
  expect(outputs()).toEqual(made);
}

beforeEach(async () => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  const settings = { link: 'https://b.example/a', campaign: 'autumn', specialization: 'roses', author: 'Ada Moss' };
  writeFileSync('target-resources.json', JSON.stringify(settings));
  mkdirSync('input');
  const followers = ['Ada', 'Bo', 'Cy'].map((name) => `${name},${url},Roses,9000`);
  writeFileSync('input/follows.csv', ['customer,resource,title,subscribers', ...followers, ''].join('\n'));
  writeFileSync('input/verdicts.csv', `resource,verdict,note\n${url},keep,\n`);
  await command(['analyze']);
  served = await serveHere();
  client = await openApp(served.address);
}, 30_000);
afterEach(() => served.close());

const letterEdit = (from: Detail, letter: string) => ({
  url,
  version: from.note.version,
  text: from.note.text.replace(/```text\n[^`]*\n```/, `\`\`\`text\n${letter}\n\`\`\``),
});

describe('a pitch', () => {
  test('is kept in its file, where no run writes over it, and can be given back', async () => {
    const before = await place();
    const { status, answer } = await client.send('PUT', '/api/note', letterEdit(before, 'Dear Roses'));
    expect({ status, answer }).toMatchObject({ status: 200, answer: { isOwn: true, file: 'pitches/vk-club41.md' } });
    expect(readFileSync('output/pitches/vk-club41.md', 'utf8')).toContain('```text\nDear Roses\n```');
    const after = await placeAnew();
    expect(after.note).toMatchObject({ isOwn: true, text: answer['text'] });
    expect(readFileSync('output/outreach.csv', 'utf8')).toContain('pitches/vk-club41.md (yours)');
    await expectSameByCommand();
    await client.send('PUT', '/api/note', { url, version: after.note.version, text: null });
    expect((await placeAnew()).note).toEqual(before.note);
    await expectSameByCommand();
  });

  test('that another page changed meanwhile is shown, not written over', async () => {
    const seen = await place();
    const first = await client.send('PUT', '/api/note', letterEdit(seen, 'Dear Roses'));
    for (const late of [letterEdit(seen, 'Hello Roses'), { ...letterEdit(seen, ''), text: null }]) {
      const { status, answer } = await client.send('PUT', '/api/note', late);
      expect(status).toBe(409);
      expect(answer).toMatchObject({ error: { code: 'conflict' }, present: first.answer });
    }
    expect((await placeAnew()).note.text).toContain('Dear Roses');
  });

  test('keeps the line ends and the mark of the editor that it was written with', async () => {
    const plain = (await place()).note.text;
    writeFileSync('output/pitches/vk-club41.md', `\uFEFF${plain.replaceAll('\n', '\r\n')}`);
    const seen = await place();
    expect(seen.note).toMatchObject({ text: plain, isOwn: false });
    const { answer } = await client.send('PUT', '/api/note', letterEdit(seen, 'Dear Roses'));
    expect(readFileSync('output/pitches/vk-club41.md', 'utf8')).toBe(
      `\uFEFF${String(answer['text']).replaceAll('\n', '\r\n')}`,
    );
  });

  test.each([
    '../verdicts.md',
    'pitches/../../input/verdicts.md',
    '/etc/passwd',
    String.raw`pitches\up.md`,
    'pitches/.md',
  ])('that a table puts at %s is nowhere, and writes nothing', async (path) => {
    const table = readFileSync('output/outreach.csv', 'utf8');
    writeFileSync('output/outreach.csv', table.replace('pitches/vk-club41.md', path));
    const { note } = await place();
    expect(note).toMatchObject({ text: null, file: null });
    const { status } = await client.send('PUT', '/api/note', { url, version: note.version, text: 'Dear Roses' });
    expect(status).toBe(422);
  });
});

const wordingEdit = (from: Detail, text: string | null, variant = 2) => ({
  url,
  variant,
  version: from.teasers[variant - 1]?.wording.version,
  text,
});

describe('a teaser', () => {
  test('is kept in a table that every run reads, with the link of that run', async () => {
    const before = await place();
    const [, second] = before.teasers;
    expect(second).toMatchObject({
      teaser: { ownWording: false },
      wording: { text: null, file: 'input/wordings.csv' },
    });
    const link = second?.teaser.link ?? '';
    const { status, answer } = await client.send(
      'PUT',
      '/api/wording',
      wordingEdit(before, `@roses, read "this": ${link}\n\n;-)`),
    );
    expect({ status, answer }).toMatchObject({ status: 200, answer: { text: `@roses, read "this": ${link}\n\n;-)` } });
    expect(readFileSync('input/wordings.csv', 'utf8')).toBe(
      `resource,variant,text\n${url},2,"'@roses, read ""this"": {link}\n\n;-)"\n`,
    );
    const after = await placeAnew();
    expect(after.teasers.map(({ teaser }) => teaser.ownWording)).toEqual([false, true, false]);
    expect(after.teasers[1]).toMatchObject({ teaser: { teaser: answer['text'] }, wording: answer });
    await expectSameByCommand();
    expect(await command(['report', '--campaign', 'spring'])).toMatchObject({ code: 0 });
    expect(readFileSync('output/teasers.csv', 'utf8')).toMatch(/read ""this"": https:\/\/b\.example\/a\?\S*spring/);
  });

  test('can be written again, and given back', async () => {
    const before = await place();
    await client.send('PUT', '/api/wording', wordingEdit(before, 'first'));
    await client.send('PUT', '/api/wording', wordingEdit(await place(), 'of the third', 3));
    const { status } = await client.send('PUT', '/api/wording', wordingEdit(await place(), 'second\r\nline'));
    expect(status).toBe(200);
    expect(readFileSync('input/wordings.csv', 'utf8')).toBe(
      `resource,variant,text\n${url},2,"second\nline"\n${url},3,of the third\n`,
    );
    await client.send('PUT', '/api/wording', wordingEdit(await place(), null));
    await client.send('PUT', '/api/wording', wordingEdit(await place(), null, 3));
    expect(readFileSync('input/wordings.csv', 'utf8')).toBe('resource,variant,text\n');
    expect(await placeAnew()).toEqual(before);
    await expectSameByCommand();
  });

  test('that another page changed meanwhile is shown, not written over', async () => {
    const seen = await place();
    const first = await client.send('PUT', '/api/wording', wordingEdit(seen, 'mine'));
    const { status, answer } = await client.send('PUT', '/api/wording', wordingEdit(seen, 'too late'));
    expect(status).toBe(409);
    expect(answer).toMatchObject({ error: { code: 'conflict' }, present: first.answer });
    expect(readFileSync('input/wordings.csv', 'utf8')).not.toContain('too late');
  });

  test.each([
    ['no such wording', 9, 'text', 404],
    ['a text without a sign', 1, ' \n', 400],
    ['more than a cell holds', 1, 'x'.repeat(4001), 400],
  ])('%s is refused', async (_, variant, text, wanted) => {
    const { status } = await client.send('PUT', '/api/wording', { url, variant, version: '', text });
    expect(status).toBe(wanted);
    expect(existsSync('input/wordings.csv')).toBe(false);
  });
});

test('edits wait until the files are written, and none of them is lost', async () => {
  const seen = await place();
  const { status } = await client.send('PUT', '/api/wording', {
    url,
    variant: 1,
    version: seen.teasers[0]?.wording.version,
    text: 'mine',
  });
  const status2 = await client.send('PUT', '/api/note', {
    url,
    version: seen.note.version,
    text: `${seen.note.text}\nmine`,
  });
  const outreach = ((await client.get('/api/placing')) as { places: { outreach: { version: string } }[] }).places[0]
    ?.outreach;
  const status3 = await client.send('PUT', '/api/place', { url, version: outreach?.version, note: 'mine too' });
  expect([status, status2.status, status3.status]).toEqual([200, 200, 200]);
  expect((await placeAnew()).note.text).toMatch(/mine$/);
  expect(readFileSync('output/outreach.csv', 'utf8')).toContain('mine too');
});

test('a verdict is written while the files are made anew, and what stands in these waits', async () => {
  const making = new EventEmitter();
  const finished = once(making, 'finish');
  // Nothing but the ranking is asked for, and the last one stands for that which is made.
  const slow = (async (name: string) => {
    if (name === 'report') await finished;
    return askHere('lastReport');
  }) as Ask;
  const other = await serveHere(slow);
  const page = await openApp(other.address);
  const decide = async (note: string) => {
    const { rows } = (await page.get('/api/rows')) as { rows: { decision: { version: string } }[] };
    return page.send('PUT', '/api/verdict', { url, verdict: 'keep', note, version: rows[0]?.decision.version });
  };
  const { places } = (await page.get('/api/placing')) as { places: { outreach: { version: string } }[] };
  expect(await decide('first')).toMatchObject({ status: 200 });
  const change = { url, version: places[0]?.outreach.version, note: 'mine' };
  const waiting = page.send('PUT', '/api/place', change);
  expect(await decide('second')).toMatchObject({ status: 200 });
  expect(readFileSync('input/verdicts.csv', 'utf8')).toContain('second');
  expect(readFileSync('output/outreach.csv', 'utf8')).not.toContain('mine');
  making.emit('finish');
  expect(await waiting).toMatchObject({ status: 200 });
  expect(readFileSync('output/outreach.csv', 'utf8')).toContain('mine');
  await untilMade(page);
  await other.close();
});
