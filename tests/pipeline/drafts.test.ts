import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type RunSettings, analyze, writeReport } from '../../src/index.ts';
import { hurriedClock } from '../helpers/clock.ts';

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'drafts-'));
  closers.push(() => rm(path, { recursive: true }));
  return path;
}

/** An endpoint that answers with these texts, whatever it is asked for; what was sent is kept. */
async function assistantWith(answer: { pitch: string | null; teaser: string | null }) {
  const sent: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      sent.push(await text(request));
      const content = JSON.stringify(answer);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, sent };
}

const clients = ['Quentin Abernathy', 'Zuzanna Wilk', 'Ferdinand Osei'];
const follows = clients.flatMap((customer) =>
  ['https://hedge.example/', 'https://moss.example/'].map((resource) => ({
    customer,
    resource,
    title: resource.includes('hedge') ? 'Hedge Weekly' : 'Moss Letters',
    subscribers: 9000,
  })),
);
const settings: RunSettings = {
  follows,
  verdicts: [
    { resource: 'https://hedge.example/', verdict: 'keep' },
    { resource: 'https://moss.example/', verdict: 'keep' },
  ],
  link: 'https://blog.example/roses',
  campaign: 'roses',
  connectTo: { 'blog.example': 'http://127.0.0.1:9' },
  specialization: 'pruning of old roses',
  experience: 'gardener since 2009',
  headline: ['Three cuts that save a rose'],
  benefit: 'a calendar to print',
  sample: ['https://quince.example/work'],
  author: 'Maria Quince',
  problem: 'Half of all roses die in their first winter.',
  solution: 'Three cuts in October save them.',
};

const honest = {
  pitch:
    'Hello,\n\nmy field is pruning of old roses, since 2009. Would “Three cuts that save a rose” suit you?\n\nMaria Quince',
  teaser: 'Half of all roses die in their first winter. Three cuts save them: {link}',
};

const run = async (answer: Parameters<typeof assistantWith>[0], given: RunSettings = {}) => {
  const assistant = await assistantWith(answer);
  const output = await folder();
  const state = join(output, 'state.sqlite');
  const all = { ...settings, assistant: assistant.url, drafts: true, output, state, ...given };
  const result = await analyze(all, { clock: hurriedClock(), tokens: new Map([['assistant', 'key-of-the-test']]) });
  const names = await readdir(join(output, 'pitches'));
  const notes = await Promise.all(names.map((name) => readFile(join(output, 'pitches', name), 'utf8')));
  return { ...assistant, ...result, all, output, notes };
};

test('drafts that rest on the page and the settings are shown, marked as drafts', async () => {
  const { report, notes, output, sent } = await run(honest);
  expect(sent).toHaveLength(2);
  const drafts = report.teasers.filter(({ variant }) => variant === 1);
  for (const { draft, link, warnings } of drafts) {
    expect(draft).toBe(
      `[draft by the assistant: check every word]\nHalf of all roses die in their first winter. Three cuts save them: ${link}`,
    );
    expect(warnings).toEqual([]);
  }
  expect(report.teasers.filter(({ variant, draft }) => variant > 1 && draft !== null)).toEqual([]);
  for (const note of notes) {
    expect(note).toContain('## Draft by the assistant\n\nA machine wrote this.');
    expect(note).toContain('my field is pruning of old roses, since 2009.');
  }
  expect(report.notices.map(({ code }) => code)).toContain('drafts');
  expect(await readFile(join(output, 'teasers.csv'), 'utf8')).toContain('[draft by the assistant: check every word]');
});

test('nothing of clients is sent', async () => {
  const { sent } = await run(honest);
  for (const body of sent) {
    for (const client of clients) expect(body).not.toContain(client.split(' ')[1]);
    expect(body).not.toContain('customers');
    const { messages } = JSON.parse(body) as { messages: { content: string }[] };
    const data = JSON.parse(messages[1]?.content.split('\n')[1] ?? '') as Record<string, unknown>;
    expect(Object.keys(data)).toEqual(['network', 'language', 'page', 'article', 'own']);
    expect(data['page']).toEqual({ name: expect.stringMatching(/Hedge|Moss/), description: '', posts: [] });
  }
});

test.each([
  ['a number', { ...honest, pitch: `${honest.pitch} I have 4,000 readers.` }, 'the number 4,000'],
  ['a name', { ...honest, pitch: `${honest.pitch} As Oliver Stone says.` }, 'Oliver Stone'],
  ['a quotation', { ...honest, pitch: 'You wrote “moss is the new rose”. Would it suit you?' }, 'moss is the new rose'],
  ['an address', { ...honest, pitch: 'See https://evil.example/x' }, 'evil.example'],
  ['too many words', { ...honest, pitch: 'roses '.repeat(160) }, '160 words'],
  ['nothing', { ...honest, pitch: null }, 'too little'],
])('a pitch with %s is not shown, and the note says why', async (_, answer, why) => {
  const { notes, report } = await run(answer);
  for (const note of notes) {
    expect(note).toMatch(/## Draft by the assistant\n\nNone is shown: /);
    expect(note.split('## Draft by the assistant')[1]?.replaceAll('\\', '')).toContain(why);
    expect(note).not.toContain('A machine wrote this');
  }
  expect(report.teasers[0]?.draft).not.toBeNull();
});

test.each([
  ['a number', 'Ninety of 100 roses die: {link}', 'the number Ninety'],
  ['no place for the link', 'Roses die.', 'no place for the link'],
  ['two places for it', 'Roses die: {link} {link}', '2 places for the link'],
  ['a link of its own', 'Roses die: https://evil.example/ {link}', 'https://evil.example/'],
])('a teaser with %s is not shown, and a warning says why', async (_, teaser, why) => {
  const { report } = await run({ ...honest, teaser });
  expect(report.teasers.map(({ draft }) => draft).filter((draft) => draft !== null)).toEqual([]);
  expect(report.teasers[0]?.warnings).toEqual([expect.stringContaining(why)]);
});

test('what was drafted is kept, and asked for again only where something has changed', async () => {
  const { all, sent, report } = await run(honest);
  const again = await analyze(all, { clock: hurriedClock() });
  expect(sent).toHaveLength(2);
  const { assistant: _, ...alone } = all;
  const { report: later } = await writeReport(alone);
  for (const each of [again.report, later]) expect(each.teasers[0]?.draft).toBe(report.teasers[0]?.draft);
  const other = { ...alone, solution: 'Mulch saves them.' };
  expect((await writeReport(other)).report.teasers[0]?.draft).toBeNull();
  await analyze({ ...all, solution: 'Mulch saves them.' }, { clock: hurriedClock() });
  expect(sent).toHaveLength(4);
});

test('is off by default, and needs an assistant', async () => {
  const { sent, notes, report } = await run(honest, { drafts: false });
  expect(sent).toEqual([]);
  expect(notes.join('')).not.toContain('Draft by the assistant');
  expect(report.teasers[0]?.draft).toBeNull();
  await expect(analyze({ ...settings, drafts: true })).rejects.toThrow('name the assistant');
});

test('an endpoint that is silent stops nothing', async () => {
  const output = await folder();
  const { report } = await analyze(
    { ...settings, drafts: true, assistant: 'http://127.0.0.1:9/v1', output },
    { clock: hurriedClock() },
  );
  expect(report.teasers[0]?.draft).toBeNull();
  expect(report.teasers).toHaveLength(6);
});
