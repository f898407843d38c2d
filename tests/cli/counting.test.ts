import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeEach, describe, expect, test } from 'vitest';
import { command, ownFolder } from './terminal.ts';

ownFolder();
beforeEach(() => {
  for (const path of ['.target-resources', 'output', 'input']) rmSync(path, { recursive: true, force: true });
});

const csv = (path: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;

/** What `analyze` makes of a follows file, of which every resource that anybody follows is told. */
async function counted(follows: string, clients?: string) {
  writeFileSync('follows.csv', follows);
  if (clients !== undefined) writeFileSync('clients.csv', clients);
  const inputs = clients === undefined ? [] : ['clients.csv'];
  const { code, stderr } = await command(['analyze', ...inputs, '--follows', 'follows.csv', '--min-customers', '1']);
  expect([0, 3], stderr).toContain(code);
  const rows = csv('output/candidates.csv');
  return {
    stderr,
    customers: Object.fromEntries(
      rows.map(({ network, resource_id: id, customers }) => [`${network} ${id}`, Number(customers)]),
    ),
    readable: Object.fromEntries(rows.map(({ network, customers_readable: many }) => [network, Number(many)])),
    imported: Object.fromEntries(
      csv('output/coverage.csv').map(({ network, imported }) => [network, Number(imported)]),
    ),
    problems: csv('output/problems.csv').map(({ line, value, problem }) => `${line} ${value}: ${problem}`),
  };
}

describe('whose follows are known', () => {
  test('four exports of one network and four of another are four and four', async () => {
    for (const name of ['Ada', 'Bo', 'Cy', 'Di']) {
      mkdirSync(`exports/${name}`, { recursive: true });
      const accounts = [
        { title: 'garden.letter', string_list_data: [{ href: 'https://www.instagram.com/garden.letter' }] },
      ];
      writeFileSync(`exports/${name}/following.json`, JSON.stringify({ relationships_following: accounts }));
    }
    for (const name of ['Ed', 'Flo', 'Gus', 'Hal']) {
      mkdirSync(`exports/${name}`, { recursive: true });
      const rows = 'Organization,Followed On\nGarden Letter,Mon Apr 06 16:33:17 UTC 2026\n';
      writeFileSync(`exports/${name}/Company Follows.csv`, rows);
    }
    expect((await command(['import', 'exports', '--follows', 'handed.csv'])).code).toBe(0);
    const { readable, imported } = await counted(readFileSync('handed.csv', 'utf8'));
    expect(readable).toEqual({ instagram: 4, linkedin: 4 });
    expect(imported).toEqual({ instagram: 4, linkedin: 4 });
    expect(csv('output/candidates.csv').map(({ share }) => share)).toEqual(['1.0000', '1.0000']);
  });

  test('a survey counts for the networks that each answer names', async () => {
    const { readable, imported } = await counted(
      `customer,resource\nAda,https://www.tiktok.com/@roses\nAda,https://garden.example\nBo,https://ok.ru/group/5
       Bo,https://garden.example\nCy,https://garden.example\nDi,https://www.instagram.com/roses\n`.replaceAll(
        '       ',
        '',
      ),
    );
    expect(imported).toEqual({ instagram: 1, tiktok: 1, odnoklassniki: 1, web: 3 });
    expect(readable).toEqual(imported);
  });

  test('who was asked and follows nothing counts on that network, or on all', async () => {
    const { readable, imported, problems } = await counted(
      `customer,resource,network
       Ada,garden.letter,instagram
       Bo,,instagram
       Cy,—,Instagram
       Di,,
       Ed,nichts,
       Flo,https://garden.example,
       Flo,,
       Gus,,Orkut
      `.replaceAll(/^ +/gm, ''),
    );
    expect(readable).toEqual({ instagram: 5, web: 3 });
    expect(imported).toEqual(readable);
    expect(problems).toEqual(['9 Orkut: no network is called so, and the row names no resource']);
  });

  test("a client's own profile is nobody's resource through that client", async () => {
    const { customers, readable } = await counted(
      `customer,resource
       Ada,https://www.instagram.com/ada.quince/
       Ada,https://www.instagram.com/garden.letter
       Ada,https://www.linkedin.com/in/Ada-Quince?trk=x
       Bo,https://instagram.com/Ada.Quince
       Bo,https://www.instagram.com/bo.sedge
       Cy,https://www.tiktok.com/@cy
      `.replaceAll(/^ +/gm, ''),
      'customer,instagram,linkedin,tiktok\nAda,ada.quince,https://linkedin.com/in/ada-quince,\nCy,,,@cy\n',
    );
    expect(customers).toEqual({ 'instagram ada.quince': 1, 'instagram garden.letter': 1, 'instagram bo.sedge': 1 });
    expect(readable).toEqual({ instagram: 2 });
  });
});

test('why there are no teasers: nothing is kept, or no link is given', async () => {
  const { stderr } = await counted('customer,resource\nA,https://rose.example\n');
  expect(stderr).toContain('no teasers: no resource is kept in which an article could be announced');
  expect(stderr).not.toContain('--link URL');
  writeFileSync('own.csv', 'resource,verdict\nhttps://rose.example,keep\n');
  const again = await command(['analyze', '--follows', 'follows.csv', '--min-customers', '1', '--verdicts', 'own.csv']);
  expect(again.stderr).toContain('no teasers: name the article to announce with --link URL');
});

describe('one account is one row', () => {
  test.each([
    [
      'instagram',
      'garden.letter',
      'https://m.instagram.com/Garden.Letter/?igshid=a',
      '@garden.letter',
      'Garden.Letter',
    ],
    ['tiktok', 'garden.letter', 'https://www.tiktok.com/%40Garden.Letter?lang=de', '@Garden.Letter', 'garden.letter'],
    ['threads', 'garden.letter', 'https://www.threads.net/@garden.letter', '@Garden.letter', 'garden.letter'],
    ['facebook', 'gardenletter', 'https://de-de.facebook.com/Garden.Letter/?fref=ts', '@gardenletter', 'GardenLetter'],
    ['linkedin', 'garden-letter', 'https://de.linkedin.com/in/Garden-Letter/', '@garden-letter', 'Garden-Letter'],
    ['pinterest', 'gardenletter', 'https://www.pinterest.co.uk/GardenLetter/_saved/', '@gardenletter', 'GardenLetter'],
    ['twitch', 'gardenletter', 'https://m.twitch.tv/GardenLetter/videos', '@GardenLetter', 'gardenletter'],
    ['tumblr', 'gardenletter', 'https://GardenLetter.tumblr.com/', '@gardenletter', 'GardenLetter'],
    ['odnoklassniki', 'gardenletter', 'https://m.ok.ru/GardenLetter/', '@gardenletter', 'GardenLetter'],
    ['reddit', 'r/gardening', 'https://old.reddit.com/r/Gardening/', '/r/gardening/', 'Gardening'],
  ])('%s: %s', async (network, name, ...spellings) => {
    const rows = spellings.map((each, at) => `client ${at},${each},${network}\n`);
    const { customers, problems } = await counted(`customer,resource,network\n${rows.join('')}`);
    expect(problems).toEqual([]);
    expect(Object.entries(customers)).toEqual([[expect.stringMatching(`^${network} @?${name}$`), 3]]);
  });
});

describe('several resources in one cell are several follows', () => {
  const cells = [
    'https://rose.example/a, https://spade.example/b',
    'https://rose.example/a;https://spade.example/b',
    'rose.example/a | spade.example/b',
    'https://rose.example/a https://spade.example/b',
    '"https://rose.example/a\nhttps://spade.example/b"',
    '"https://rose.example/a,\r\n https://spade.example/b;"',
  ];
  const two = { 'web rose.example/a': 1, 'web spade.example/b': 1 };

  test.each(cells)('%j', async (cell) => {
    const table = `customer\tresource\nAda\t${cell}\n`;
    expect(await counted(table)).toMatchObject({ customers: two, problems: [] });
    writeFileSync('survey.csv', table);
    const { code, stdout } = await command(['import', 'survey.csv', '--follows', 'added.csv']);
    expect(stdout).toContain('2 new');
    expect(code).toBe(0);
    expect(await counted(readFileSync('added.csv', 'utf8'))).toMatchObject({ customers: two, problems: [] });
    rmSync('added.csv');
  });

  test('handles with their sign are taken apart beside their network, names are not', async () => {
    const { customers, problems } = await counted(
      'customer,resource,network\nAda,@rose @spade,instagram\nBo,"Rose, Spade & Sons",facebook\nCy,rose spade,instagram\n',
    );
    expect(Object.keys(customers).toSorted()).toEqual([
      'facebook name:rose, spade & sons',
      'instagram name:rose spade',
      'instagram rose',
      'instagram spade',
    ]);
    expect(problems).toEqual([]);
  });

  test('columns with numbers are read all; a comma within an address parts nothing', async () => {
    const { customers } = await counted(
      'customer;page 1;page 2;page 3\nAda;https://rose.example/?tags=1,2,3;;https://spade.example/b\n',
    );
    expect(Object.values(customers)).toEqual([1, 1]);
  });
});

test('addresses with a password and folders are told, and no file holds the password', async () => {
  const { customers, problems } = await counted(
    'customer;resource\nAda;https://ada:hunter2@rose.example/a\nAda;\\\\server.example\\share\nAda;file://server/share\nAda;https://rose.example\n',
  );
  expect(customers).toEqual({ 'web rose.example': 1 });
  expect(problems).toEqual([
    expect.stringContaining('2 https://ada:…@rose.example/a: this address holds a user name or a password'),
    expect.stringContaining('3 \\\\server.example\\share: this is a file or a folder'),
    expect.stringContaining('4 file://server/share: this is a file or a folder'),
  ]);
  expect(readFileSync('output/problems.csv', 'utf8') + readFileSync('output/report.json', 'utf8')).not.toContain(
    'hunter2',
  );
});

test('what only a survey tells is marked, and whoever named nothing counts', async () => {
  const clients = 'name,email,facebook\nIda Reed,ida@moss.example,\nOtto Fern,,otto.fern\nRuth Sedge,,\nZoe Thorn,,\n';
  writeFileSync(
    'answers.csv',
    `Timestamp,Email Address,Your name,Which Instagram accounts do you follow?
1,ida@moss.example,I. Reed,"@moss.letter, roof.post"
2,,Otto Fern,moss.letter
3,,Ruth Sedge,none
`,
  );
  expect((await command(['survey', 'answers.csv', '--follows', 'told.csv'])).code).toBe(0);
  const exported = 'Otto Fern,https://www.instagram.com/moss.letter,,,,,\n';
  const { readable, imported } = await counted(readFileSync('told.csv', 'utf8') + exported, clients);
  expect(readable).toMatchObject({ instagram: 3 });
  expect(imported).toMatchObject({ instagram: 3 });
  const rows = csv('output/candidates.csv').map(({ resource, customers, surveyed }) => [resource, customers, surveyed]);
  expect(rows).toEqual([
    ['moss.letter', '2', '1'],
    ['roof.post', '1', '1'],
  ]);
});
