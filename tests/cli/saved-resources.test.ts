import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeEach, describe, expect, test } from 'vitest';
import { facebookGroup } from '../doubles/pages/facebook-group.ts';
import { ways } from '../doubles/pages/saved.ts';
import { zip } from '../helpers/zips.ts';
import { command, ownFolder } from './terminal.ts';

ownFolder();
beforeEach(() => {
  for (const path of ['.target-resources', 'output', 'input']) rmSync(path, { recursive: true, force: true });
  writeFileSync('follows.csv', follows);
});

const csv = (path: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;

const group = 'https://www.facebook.com/groups/rosegrowers';
const follows = `customer,resource\nAda,${group}\nBo,${group}/\nCy,https://www.facebook.com/groups/potplants\n`;

const page = facebookGroup({
  name: 'rosegrowers',
  title: 'Rose Growers',
  members: 'Public group · 12.3K members',
  about: 'Everything about growing roses in small gardens. Write to letters@roses.example.',
  posts: [
    { author: 'Anna Quince', number: 11, text: 'How I prune my roses before winter, step by step.', when: '2h' },
    { author: 'Ben Pear', number: 12, text: 'My first year with climbing roses and what I learned.', when: '5d' },
    { author: 'Cleo Plum', number: 13, text: 'Which soil do roses like, and how do you mix it?', when: '3w' },
  ],
});
const chrome = ways['complete, by Chrome'] ?? (() => Buffer.from(''));

const analyze = (...more: string[]) => command(['analyze', '--follows', 'follows.csv', ...more]);
const days = (count: number): Date => new Date(Date.now() - count * 86_400_000);
const rowOf = (path: string, resource: string) => csv(path).find((row) => row['resource'] === resource);

describe('a saved page of a resource', () => {
  test('is kept as facts and posts, by which the resource is ranked', async () => {
    writeFileSync('group.html', chrome(page));
    const imported = await command(['import', 'group.html', '--follows', 'follows.csv']);
    expect(imported.code, imported.stdout).toBe(0);
    expect(imported.stdout).toContain(
      'saved page of a Facebook group: Rose Growers (groups/rosegrowers), 12,300 subscribers, 3 posts with 3 outside authors, saved on ',
    );
    expect(readFileSync('follows.csv', 'utf8')).toBe(follows);
    expect((await analyze()).code).toBe(0);
    expect(rowOf('output/resources.csv', 'groups/rosegrowers')).toMatchObject({
      rank: '1',
      title: 'Rose Growers',
      url: group,
      customers: '2',
      subscribers: '12300',
      third_party: 'open_wall',
      third_party_authors: '3',
      evidence_url: `${group}/posts/9000`,
      contact: 'letters@roses.example',
      facts_from: 'saved_page',
      age_days: '0',
    });
    const { rows } = JSON.parse(readFileSync('output/report.json', 'utf8')) as {
      rows: { resource: string; thirdParty: { evidence: { author: string; quote: string }[] } }[];
    };
    expect(rows.find(({ resource }) => resource === 'groups/rosegrowers')?.thirdParty.evidence).toMatchObject([
      { author: 'Anna Quince', quote: 'How I prune my roses before winter, step by step.' },
      { author: 'Ben Pear' },
      { author: 'Cleo Plum' },
      { author: '' },
    ]);
    expect(rowOf('output/candidates.csv', 'groups/potplants')).toMatchObject({
      verdict: 'review',
      reason: 'subscribers_unknown',
      facts_from: '',
    });
    expect((await command(['explain', group])).stdout).toContain('a page saved by hand on ');
  });

  test('imported again changes nothing', async () => {
    writeFileSync('group.html', chrome(page));
    await command(['import', 'group.html', '--follows', 'follows.csv']);
    await analyze();
    const before = readFileSync('output/report.json');
    const again = await command(['import', 'group.html', '--follows', 'follows.csv', '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({ resources: 1, read: 0, files: [{ shows: { isNew: false } }] });
    await command(['report']);
    expect(readFileSync('output/report.json')).toEqual(before);
  });

  test('a page below the floor is dropped by the same rule as any other', async () => {
    writeFileSync('group.html', chrome(page));
    await command(['import', 'group.html', '--follows', 'follows.csv']);
    await analyze('--min-subscribers', '20000');
    expect(rowOf('output/candidates.csv', 'groups/rosegrowers')).toMatchObject({
      verdict: 'drop',
      reason: 'below_floor',
    });
  });

  test('that nobody follows is told, and kept', async () => {
    writeFileSync('follows.csv', 'customer,resource\nAda,https://www.facebook.com/groups/potplants\n');
    writeFileSync('group.html', chrome(page));
    const { code, stdout } = await command(['import', 'group.html', '--follows', 'follows.csv']);
    expect(code).toBe(0);
    expect(stdout).toContain('no client in follows.csv follows it');
    writeFileSync('follows.csv', follows);
    await analyze();
    expect(rowOf('output/resources.csv', 'groups/rosegrowers')).toMatchObject({ subscribers: '12300' });
  });

  test('is never a follow, in an archive or a folder named after a client either', async () => {
    const archive = await zip({ 'a.html': chrome(page).toString(), 'notes.txt': 'Nothing.' });
    writeFileSync('pages.zip', archive);
    const { code, stdout } = await command(['import', 'pages.zip', '--customer', 'Ada', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ read: 0, resources: 1, complete: true });
    expect(existsSync('input/follows.csv')).toBe(false);
  });

  test('older than --keep is not kept, and what is kept is dropped when it is as old', async () => {
    writeFileSync('group.html', chrome(page));
    utimesSync('group.html', days(40), days(40));
    const old = await command(['import', 'group.html', '--follows', 'follows.csv']);
    expect(old.code).toBe(2);
    expect(old.stdout).toMatch(/it was saved on \S+, 40 days ago/);
    utimesSync('group.html', days(20), days(20));
    expect((await command(['import', 'group.html', '--follows', 'follows.csv'])).code).toBe(0);
    await analyze();
    expect(rowOf('output/resources.csv', 'groups/rosegrowers')).toMatchObject({ age_days: '20' });
    await analyze('--keep', '10');
    expect(rowOf('output/candidates.csv', 'groups/rosegrowers')).toMatchObject({
      verdict: 'review',
      reason: 'subscribers_unknown',
      facts_from: '',
    });
  });
});

const saved = (address: string, entries: object[]): string =>
  `<!DOCTYPE html>\n<!-- saved from url=(${String(address.length).padStart(4, '0')})${address} -->\n<html><body><div role="main"><h1>Slates Daily</h1><a href="${address}">12K followers</a></div><script type="application/json">${JSON.stringify({ require: entries })}</script></body></html>`;
const entry = (id: string, url: string) => ({ user: { __typename: 'User', id, url, name: 'Slates Daily' } });

describe('a Facebook page that clients follow under its name and its number', () => {
  const site = 'https://www.facebook.com';
  const number = '100012345678901';
  const both = `customer,resource\nAda,${site}/slates.daily\nBo,${site}/profile.php?id=${number}\nCy,${site}/people/Slates-Daily/${number}/\n`;
  const read = async (html: string) => {
    writeFileSync('follows.csv', both);
    writeFileSync('page.html', html);
    const imported = await command(['import', 'page.html', '--follows', 'follows.csv']);
    expect(imported.code, imported.stdout).toBe(0);
    await analyze('--third-party', 'ignore');
    return csv('output/candidates.csv').map(({ resource, customers, subscribers, verdict }) => [
      resource,
      customers,
      subscribers,
      verdict,
    ]);
  };

  test.each([
    ['its name', `${site}/slates.daily`],
    ['its number', `${site}/profile.php?id=${number}`],
  ])('is one row where the page, saved under %s, proves that both are one', async (_, address) => {
    const html = saved(address, [entry(number, `${site}/slates.daily`), entry('100099', `${site}/somebody.else`)]);
    expect(await read(html)).toEqual([['slatesdaily', '3', '12000', 'keep']]);
  });

  test.each([
    ['nothing says so', []],
    ['the entry is of another page', [entry(number, `${site}/slates.weekly`)]],
    [
      'two numbers have its name',
      [entry(number, `${site}/slates.daily`), entry('100012345678902', `${site}/slates.daily`)],
    ],
    ['it is a post of the page', [entry(number, `${site}/slates.daily/posts/1`)]],
  ])('stays two where %s', async (_, entries) => {
    const rows = await read(saved(`${site}/slates.daily`, entries));
    expect(new Map(rows.map(([name, clients]) => [name, clients]))).toEqual(
      new Map([
        [number, '2'],
        ['slatesdaily', '1'],
      ]),
    );
  });
});
