import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exchange } from '../networks/fixture-web.ts';
import { home } from '../networks/mastodon/answers.ts';
import { replay } from '../networks/replay.ts';

const folder = mkdtempSync(join(tmpdir(), 'families-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);

const at = (daysAgo: number): string => `{{iso+${-daysAgo * 86_400}}}`.replace('+-', '+');

/** A channel with its card and its latest posts. */
function channel(name: string, title: string, description: string, posts: string[] = []): Exchange[] {
  const card = `<div class="tgme_page"><div class="tgme_page_title"><span>${title}</span></div><div class="tgme_page_extra">12 000 subscribers</div><div class="tgme_page_description">${description}</div></div>`;
  const shown = posts.map(
    (text, index) =>
      `<div class="tgme_widget_message" data-post="${name}/${index + 1}"><div class="tgme_widget_message_text js-message_text">${text}</div><a class="tgme_widget_message_date"><time datetime="${at(0)}"></time></a></div>`,
  );
  const preview = `<section class="tgme_channel_history">${shown.join('')}</section>`;
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return [
    { request: `GET https://t.me/${name}`, status: 200, headers, text: card },
    { request: `GET https://t.me/s/${name}`, status: 200, headers, text: preview },
  ];
}

const exchanges = [
  ...channel('rowanpost', 'Rowan Post', 'A letter from the hedge. Also here: @rowan@press.example', [
    'Guest post by Mara Quint: how I pruned the rowan.',
    'We publish your letters: send us your story at letters@rowan.example.',
    'Guest post by Tomas Bryn: a wall of nests.',
    'Guest post by Ida Varn: the berries of November.',
  ]),
  home('rowan@press.example', {
    display_name: 'Rowan Post',
    followers_count: 9000,
    note: '<p>A letter from the hedge. Also here: <a href="https://t.me/rowanpost">https://t.me/rowanpost</a></p>',
    fields: [
      { name: 'Instagram', value: '<a href="https://www.instagram.com/rowan.post">rowan.post</a>', verified_at: null },
    ],
  }),
  ...channel('thornwood', 'Thornwood', 'Our friends: @rowan@press.example'),
];

const follows = Object.entries({
  'https://t.me/rowanpost': ['anna', 'boris', 'clara'],
  'https://press.example/@rowan': ['clara', 'dora'],
  'https://www.instagram.com/rowan.post': ['edgar', 'anna'],
  'https://t.me/thornwood': ['anna', 'dora'],
}).flatMap(([page, clients]) => clients.map((client) => `${client},${page}\n`));

type Line = Record<string, string>;

const linesOf = (name: string): Line[] =>
  Papa.parse<Line>(readFileSync(path(`output/${name}`), 'utf8'), { header: true, skipEmptyLines: true }).data;

async function run(verdicts?: string, thirdParty: 'require' | 'ignore' = 'ignore') {
  writeFileSync(path('follows.csv'), `customer,resource\n${follows.join('')}`);
  if (verdicts !== undefined) writeFileSync(path('verdicts.csv'), verdicts);
  const settings = { follows: path('follows.csv'), thirdParty, output: path('output') };
  const { rows } = await replay('', exchanges, {
    ...settings,
    ...(verdicts !== undefined && { verdicts: path('verdicts.csv') }),
  });
  const byUrl = new Map([...rows.values()].map((row) => [row.url, row]));
  return (url: string) => byUrl.get(`https://${url}`);
}

describe('one publisher on several networks', () => {
  let rowOf: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    rowOf = await run();
  });

  test('is one family with all who follow any of its pages, and keeps its rows', () => {
    const family = 'mastodon:https://press.example/users/rowan';
    expect(rowOf('t.me/rowanpost')).toMatchObject({ family, familyCustomers: 4, customers: 3, rank: 1 });
    expect(rowOf('press.example/@rowan')).toMatchObject({ family, familyCustomers: 4, customers: 2 });
    expect(rowOf('t.me/thornwood')).toMatchObject({ family: null, familyCustomers: null, familyHints: [] });
  });

  test('what only one page names is a hint, and a question in review.csv', () => {
    expect(rowOf('www.instagram.com/rowan.post')).toMatchObject({
      family: null,
      familyHints: [{ how: 'named_by', url: 'https://press.example/@rowan' }],
    });
    const candidates = linesOf('candidates.csv');
    expect(candidates.find(({ network }) => network === 'mastodon')).toMatchObject({
      family_customers: '4',
      family_hint: 'names https://www.instagram.com/rowan.post',
    });
    expect(linesOf('review.csv').filter(({ same_as: other }) => other !== '')).toMatchObject([
      { resource: 'https://press.example/@rowan', verdict: '', same_as: 'https://www.instagram.com/rowan.post' },
    ]);
  });
});

/** `review.csv` with this word as the answer to every question about two pages. */
const answered = (word: string): string =>
  Papa.unparse(linesOf('review.csv').map((line) => (line['same_as'] === '' ? line : { ...line, verdict: word })));

describe("a person's answer", () => {
  beforeAll(async () => {
    await run();
  });

  test.each([
    ['yes', () => answered('yes')],
    ['means', () => 'resource,means\nhttps://www.instagram.com/rowan.post,https://press.example/@rowan\n'],
  ])('%s joins a page behind a login', async (_, verdicts) => {
    const rowOf = await run(verdicts());
    const joined = rowOf('www.instagram.com/rowan.post');
    expect(joined).toMatchObject({ familyCustomers: 5, familyHints: [], verdict: 'keep', subscribers: 9000 });
    expect(joined?.family).toBe(rowOf('press.example/@rowan')?.family);
    expect(joined?.note).toContain(
      'posts are those of another page of the same publisher, as you said: https://press.example/@rowan',
    );
    // The size of another network's page says nothing of chance on this one.
    expect(joined).toMatchObject({ expectedByChance: null, massPage: null });
    expect(linesOf('review.csv').filter(({ same_as: other }) => other !== '')).toEqual([]);
  });

  test('no ends the question', async () => {
    await run();
    const rowOf = await run(answered('no'));
    expect(rowOf('www.instagram.com/rowan.post')).toMatchObject({ family: null, familyHints: [] });
    expect(linesOf('review.csv').filter(({ same_as: other }) => other !== '')).toEqual([]);
  });

  test('the page behind the login gets the evidence of one that nobody counted, too', async () => {
    const verdicts = 'resource,means\nhttps://www.instagram.com/rowan.post,https://t.me/rowanpost\n';
    const rowOf = await run(verdicts, 'require');
    const open = rowOf('t.me/rowanpost');
    expect(open?.thirdParty.evidence.length).toBeGreaterThan(0);
    expect(rowOf('www.instagram.com/rowan.post')?.thirdParty).toEqual(open?.thirdParty);
    expect(rowOf('www.instagram.com/rowan.post')).toMatchObject({ verdict: 'keep', reason: 'third_party_evidence' });
  });
});
