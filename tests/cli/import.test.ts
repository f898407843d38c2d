import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { zip } from '../helpers/zips.ts';
import { command, ownFolder } from './terminal.ts';

ownFolder();

const instagram = (names: string[]): string =>
  JSON.stringify({
    relationships_following: names.map((title) => ({
      title,
      string_list_data: [{ href: `https://www.instagram.com/_u/${title}`, timestamp: 1_760_000_000 }],
    })),
  });
const csv = (path: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
const companies =
  'Organization,Followed On\nGarden Letter,Mon Apr 06 16:33:17 UTC 2026\nSpade & Sons,Mon Apr 06 16:33:17 UTC 2026\n';

const likesPage = (url: string, links: string[]): string =>
  `<!DOCTYPE html>\n<!-- saved from url=(0043)${url} -->\n<html><body><div role="main"><h2><a href="${url}">Likes</a></h2><div>${links
    .map((name) => `<div><a href="https://www.facebook.com/${name}">${name}</a></div>`)
    .join('')}</div></div></body></html>`;

describe('import', () => {
  test('what a client handed over is read, told and added', async () => {
    writeFileSync('following.json', instagram(['garden.letter', 'spade_and_sons']));
    const { code, stdout } = await command(['import', 'following.json', '--customer', 'Anna Quince']);
    expect(code).toBe(0);
    expect(stdout).toContain('2 follows of Anna Quince, 2 new');
    expect(stdout).toContain('--follows input/follows.csv');
    expect(csv('input/follows.csv')).toMatchObject([
      { customer: 'Anna Quince', resource: expect.stringContaining('instagram.com/garden.letter') as string },
      { customer: 'Anna Quince', resource: expect.stringContaining('instagram.com/spade_and_sons') as string },
    ]);
  });

  test('a second import adds nothing, and a folder a client names the clients', async () => {
    mkdirSync('exports/Boris Sedge', { recursive: true });
    mkdirSync('exports/Anna Quince', { recursive: true });
    writeFileSync('exports/Boris Sedge/Company Follows.csv', companies);
    writeFileSync('exports/Anna Quince/following.json', instagram(['garden.letter']));
    const { code, stdout } = await command(['import', 'exports', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ read: 3, added: 2, complete: true });
    expect(csv('input/follows.csv')).toHaveLength(4);
  });

  test('with a client list the name of an archive, or of the folder that was handed over, says whose it is', async () => {
    writeFileSync('people.csv', 'Name,Email,Facebook\nIda Reed,ida@moss.example,ida.reed\nOtto Fern,,otto.fern\n');
    mkdirSync('handed/Otto Fern', { recursive: true });
    writeFileSync('handed/Otto Fern/Company Follows.csv', companies);
    writeFileSync('ida reed.zip', await zip({ 'following.json': instagram(['garden.letter']), 'likes.json': '{}' }));
    writeFileSync('Zoe Roof.zip', await zip({ 'following.json': instagram(['garden.letter']), 'likes.json': '{}' }));
    const files = ['handed/Otto Fern', 'ida reed.zip', 'Zoe Roof.zip'];
    const { code, stdout } = await command(['import', ...files, '--customers', 'people.csv', '--follows', 'told.csv']);
    expect(code).toBe(3);
    expect([...new Set(csv('told.csv').map(({ customer }) => customer))]).toEqual(['Otto Fern', 'Ida Reed']);
    expect(stdout).toMatch(/Zoe Roof\.zip.*\n.*does not say whose/);
  });

  test('what cannot be used says why and what to do; the rest is read, and the exit code is 3', async () => {
    writeFileSync('holiday.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]));
    const { code, stdout } = await command(['import', 'holiday.jpg', 'following.json', '--customer', 'Carol']);
    expect(code).toBe(3);
    expect(stdout).toMatch(/holiday\.jpg\n {2}.*picture.*\n {2}what to do: /);
    expect(csv('input/follows.csv')).toHaveLength(6);
  });

  test('an archive says how many of its files tell of follows, and asks about those that nobody knows', async () => {
    const archive = await zip({
      'Complete/Company Follows.csv': companies,
      'Complete/Connections.csv':
        'First Name,Last Name,URL,Connected On\nMira,Holt,https://www.linkedin.com/in/mira-holt,\n',
      'Complete/Certifications.csv':
        'Name,Url,Authority,Started On,Finished On,License Number\nSlates,https://roofs.example/,Guild,,,\n',
      'Complete/Later.csv': 'what,url\nSlates,https://www.facebook.com/slates\n',
    });
    writeFileSync('linkedin.zip', archive);
    const { code, stdout } = await command(['import', 'linkedin.zip', '--customer', 'Ola', '--follows', 'ola.csv']);
    expect(code).toBe(0);
    expect(stdout).toContain('4 files, 1 tells of follows');
    expect(stdout).toContain('people, not follows: 1 file (Connections.csv)');
    expect(stdout).toContain('nothing about follows: 1 file (Certifications.csv)');
    expect(stdout).toMatch(/asked about.*1 file \(Later\.csv\); import one by itself/);
    expect(csv('ola.csv').map(({ resource }) => resource)).toEqual(['Garden Letter', 'Spade & Sons']);
  });

  test('a list in a JSON file is shown with its path, which --path takes', async () => {
    const json = { data: { items: [{ url: 'https://www.facebook.com/slates' }, { url: 'https://t.me/gutters' }] } };
    writeFileSync('api.json', JSON.stringify(json));
    const args = ['import', 'api.json', '--customer', 'Ola', '--follows', 'api.csv'];
    const asked = await command(args);
    expect(asked.code).toBe(2);
    expect(asked.stdout).toContain('--path data.items');
    expect((await command([...args, '--path', 'data.items'])).code).toBe(0);
    expect(csv('api.csv')).toHaveLength(2);
  });

  test('the settings file names encoding, delimiter and columns for import, too', async () => {
    writeFileSync('odd.csv', 'seen~what~place\n1~Slates~slates.example\n2~Gutters~gutters.example\n');
    const args = ['import', 'odd.csv', '--customer', 'Ola', '--follows', 'odd-follows.csv'];
    writeFileSync('target-resources.json', '{"delimiter": "~", "column": ["place=resource"]}');
    const { code } = await command(args);
    rmSync('target-resources.json');
    expect(code).toBe(0);
    expect(csv('odd-follows.csv').map(({ resource }) => resource)).toEqual([
      'https://slates.example',
      'https://gutters.example',
    ]);
  });

  test('unpacked exports in no client’s folder are nobody’s', async () => {
    mkdirSync('unpacked/instagram-mira.holt-2026-11-20-AbCd', { recursive: true });
    writeFileSync('unpacked/instagram-mira.holt-2026-11-20-AbCd/following.json', instagram(['slates']));
    const { code, stdout } = await command(['import', 'unpacked', '--follows', 'nobody.csv']);
    expect(code).toBe(2);
    expect(stdout).toContain('name the customer with --customer');
    expect(existsSync('nobody.csv')).toBe(false);
  });

  test('nothing usable writes nothing: exit code 2', async () => {
    const { code, stdout } = await command(['import', 'holiday.jpg', '--customer', 'Carol', '--follows', 'other.csv']);
    expect(code).toBe(2);
    expect(stdout).toContain('nothing was written');
    expect(existsSync('other.csv')).toBe(false);
    expect((await command(['import', 'nowhere.zip', '--customer', 'Carol'])).stderr).toContain('there is no such file');
  });

  test('names count together, are shown as unresolved, and verdicts.csv says which page they mean', async () => {
    await command([
      'import',
      'exports/Boris Sedge/Company Follows.csv',
      '--customer',
      'Dora',
      '--follows',
      'names.csv',
    ]);
    await command([
      'import',
      'exports/Boris Sedge/Company Follows.csv',
      '--customer',
      'Emil',
      '--follows',
      'names.csv',
    ]);
    const analyze = ['analyze', '--follows', 'names.csv', '--verdicts', 'verdicts.csv'];
    writeFileSync('verdicts.csv', 'resource,verdict,note\nhttps://www.linkedin.com/company/other,drop,\n');
    await command(analyze);
    expect(csv('output/candidates.csv')).toMatchObject([
      {
        network: 'linkedin',
        resource: 'Garden Letter',
        url: '',
        customers: '2',
        verdict: 'review',
        reason: 'unresolved',
      },
      { network: 'linkedin', resource: 'Spade & Sons', customers: '2', reason: 'unresolved' },
    ]);
    const page = 'https://www.linkedin.com/company/garden-letter';
    writeFileSync('verdicts.csv', `resource,network,means,verdict\nGarden Letter,linkedin,${page},keep\n`);
    await command(['report', '--verdicts', 'verdicts.csv']);
    expect(csv('output/resources.csv')).toMatchObject([{ network: 'linkedin', url: page, customers: '2' }]);
    expect(csv('output/candidates.csv')[0]).toMatchObject({
      verdict: 'keep',
      note: 'counted with the name "Garden Letter", as verdicts.csv says',
    });
  });
});

describe('sites', () => {
  test('lists the shipped recipes', async () => {
    const { stdout, code } = await command(['sites']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^nodebb +\/user\/\{name\} +plain HTML$/m);
    expect(stdout).toMatch(/^misskey +.*rendered in a browser$/m);
  });

  test('check names the field that is wrong', async () => {
    writeFileSync(
      'sites.json',
      '{"sites":[{"id":"forum","host":"https://forum.example","like":"nodebb","folows":[]}]}',
    );
    const { code, stderr } = await command(['sites', 'check', 'sites.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('there is no field "folows"; did you mean "follows"?');
    expect(stderr).toContain('where: sites.json');
  });

  test('addresses of a site are its own once a recipe teaches it', async () => {
    writeFileSync('sites.json', '{"sites":[{"id":"forum","host":"forum.example","like":"nodebb"}]}');
    const lines = 'https://forum.example/user/anna\nhttps://forum.example/groups/roses\n';
    const { stdout } = await command(['networks', '--sites', 'sites.json', '--identify', '-'], lines);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { network: 'forum', kind: 'profile', name: 'anna' },
      { network: 'forum', kind: 'resource' },
    ]);
  });
});

describe('import with a client list', () => {
  const clients = [
    'customer,facebook,instagram,linkedin',
    'Anna Gardner,https://www.facebook.com/anna.gardner,anna.gardner,https://www.linkedin.com/in/anna-gardner',
    'Boris Sedge,https://www.facebook.com/boris.sedge,boris_sedge,https://www.linkedin.com/in/boris-sedge-4a1',
  ].join('\n');

  test('a saved page is its owner’s by its address, whatever the file is called', async () => {
    mkdirSync('known/intake', { recursive: true });
    writeFileSync('known/clients.csv', clients);
    writeFileSync(
      'known/intake/x1.html',
      likesPage('https://www.facebook.com/anna.gardner/likes', ['slates.daily', 'gutters']),
    );
    writeFileSync(
      'known/intake/x2.html',
      likesPage('https://www.facebook.com/boris.sedge/likes', ['slates.daily', 'ridge']),
    );
    const args = ['--customers', 'known/clients.csv', '--follows', 'known/follows.csv'];
    const { code, stdout } = await command(['import', 'known/intake', ...args]);
    expect(code).toBe(0);
    expect(stdout).toContain('2 follows of Boris Sedge, 2 new');
    expect(csv('known/follows.csv').map(({ customer }) => customer)).toEqual([
      'Anna Gardner',
      'Anna Gardner',
      'Boris Sedge',
      'Boris Sedge',
    ]);
  });

  test.each([
    [
      'a profile that nobody has',
      { 'p.html': likesPage('https://www.facebook.com/carol.reed/likes', ['slates', 'ridge']) },
    ],
    ['a folder that nobody is called as', { 'Anya/following.json': instagram(['slates']) }],
    ['an export that says nothing', { 'following.json': instagram(['slates']) }],
  ])('nobody becomes a client by accident: %s', async (what, files) => {
    const folder = `asked/${what}`;
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(`${folder}/${name}`), { recursive: true });
      writeFileSync(`${folder}/${name}`, content);
    }
    const args = ['--customers', 'known/clients.csv', '--follows', 'asked.csv'];
    const { code, stdout } = await command(['import', folder, ...args]);
    expect(code).toBe(2);
    expect(stdout).toContain('--customer');
    expect(existsSync('asked.csv')).toBe(false);
  });

  test('text that was copied from a page comes from standard input, too', async () => {
    const rows = ['Slates', '12,300 followers', 'Following', 'Ridge', '900 followers', 'Following'];
    const text = ['https://www.linkedin.com/in/boris-sedge-4a1/details/interests/', 'Interests', ...rows].join('\n');
    const args = ['import', '-', '--customers', 'known/clients.csv', '--follows', 'copied.csv'];
    const { code, stdout } = await command(args, text);
    expect(code).toBe(0);
    expect(stdout).toContain('text copied from LinkedIn: 2 follows of Boris Sedge, 2 new');
    expect(csv('copied.csv')).toMatchObject([
      { customer: 'Boris Sedge', resource: 'Slates', network: 'linkedin', subscribers: '12300' },
      { customer: 'Boris Sedge', resource: 'Ridge', network: 'linkedin', subscribers: '900' },
    ]);
    const nameless = ['LinkedIn Corporation © 2026', 'Anna Gardner', '1.2K followers · 310 following', ...rows].join(
      '\n',
    );
    expect((await command(args, nameless)).stdout).toContain('2 follows of Anna Gardner');
  });

  test('exports are their owners’ by the name of the archive or by what they say within', async () => {
    mkdirSync('owned', { recursive: true });
    const folder = 'connections/followers_and_following';
    writeFileSync(
      'owned/instagram-anna.gardner-2026-01-31-AbCd12.zip',
      await zip({ [`${folder}/following.json`]: instagram(['slates']), [`${folder}/blocked_profiles.json`]: '{}' }),
    );
    writeFileSync(
      'owned/Complete_LinkedInDataExport_01-31-2026.zip',
      await zip({
        'Company Follows.csv': companies,
        'Profile.csv':
          'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary\nBoris,Sedge,,,,"Roofs, and slates",\n',
      }),
    );
    const args = ['--customers', 'known/clients.csv', '--follows', 'owned.csv'];
    const { code, stdout } = await command(['import', 'owned', ...args]);
    expect(stdout).toContain('1 follow of Anna Gardner');
    expect(stdout).toContain('2 follows of Boris Sedge');
    expect(code).toBe(0);
  });
});
