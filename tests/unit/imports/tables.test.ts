import { describe, expect, test } from 'vitest';
import { encode } from '../../../src/imports/encode.ts';
import { openFile } from '../../../src/imports/open-file.ts';
import { knownTables, looseTables } from '../../../src/imports/tables/index.ts';
import { ownTable } from '../../../src/imports/tables/own.ts';
import { identifyResource } from '../../../src/inputs/identify.ts';
import { networks } from '../../../src/networks/index.ts';
import type { RecognisedFile } from '../../../src/types/import.ts';
import { unsaid } from './unsaid.ts';

const identify = (address: string) => identifyResource(address, networks);

/** What the first format that knows the text makes of it. */
async function recognised(text: string | Buffer): Promise<RecognisedFile | null> {
  const file = await openFile('handed.txt', Buffer.from(text), unsaid);
  for (const format of [...knownTables, ...looseTables]) {
    const found = format.recognise(file, identify);
    if (found) return found;
  }
  return null;
}

/** Follows as `customer | address or network/name | title | subscribers`, and what was left. */
async function told(text: string | Buffer): Promise<{ format: string; follows: string[]; skipped: string[] }> {
  const found = await recognised(text);
  if (!found || 'whatToDo' in found) throw new Error(`no follows: ${JSON.stringify(found)}`);
  const follows = found.follows.map(({ customer, address, network, title, subscribers }) =>
    [customer, network && `${network}/`, address, title, subscribers].map((part) => part ?? '').join(' | '),
  );
  return { format: found.format, follows, skipped: found.skipped };
}

describe('lists, one a line', () => {
  test('addresses, ids of VK communities with a minus, and short names where other lines are of VK', async () => {
    const list = 'https://vk.com/garden\nclub12\npublic34\n-56\n78\nvk.com/id9\n@roses_club\n\n';
    expect(await told(list)).toEqual({
      format: 'list of addresses',
      follows: [
        'https://vk.com/garden',
        'club12',
        'public34',
        'https://vk.com/club56',
        'https://vk.com/club78',
        'vk.com/id9',
        'https://vk.com/roses_club',
      ].map((address) => ` |  | ${address} |  | `),
      skipped: [],
    });
  });

  test('in one line with commas, with a heading, with Windows line ends', async () => {
    expect((await told('-1, -2,-3')).follows).toHaveLength(3);
    expect((await told('Ссылка\r\nhttps://t.me/garden\r\nt.me/roses\r\n')).follows).toHaveLength(2);
  });

  test('numbers alone are refused, with what to do', async () => {
    expect(await recognised('123456\n234567\n')).toMatchObject({
      reason: expect.stringContaining('123456'),
      whatToDo: expect.stringContaining('club123456'),
    });
  });

  test('numbers beside people of VK stay ambiguous and are told', async () => {
    expect(await told('vk.com/id1\n123456\nvk.com/id2')).toMatchObject({
      follows: [' |  | vk.com/id1 |  | ', ' |  | vk.com/id2 |  | '],
      skipped: ['numbers that may be people or communities: 1 (123456)'],
    });
  });

  test('short names alone, or beside addresses of another network, belong to none', async () => {
    expect(await recognised('@garden\n@roses\n')).toMatchObject({ reason: expect.stringContaining('@garden') });
    expect((await told('https://t.me/a_channel\n@roses_club\n')).skipped).toEqual([
      'short names of no known network: 1 (@roses_club)',
    ]);
  });

  test('a text is no list', async () => {
    expect(await recognised('Dear Anna,\nplease look at https://t.me/garden and at vk.com/roses.\nYours')).toBeNull();
  });
});

describe('tables of the parsers of VK', () => {
  test('the address before the id, the name, the count', async () => {
    const table =
      '\uFEFFID;НАЗВАНИЕ;ССЫЛКА;ПОДПИСЧИКОВ\r\n12;"Сад; и огород";https://vk.com/garden;12 500\r\n34;Розы;https://vk.com/club34;900\r\n';
    expect(await told(table)).toEqual({
      format: 'table of VK communities',
      follows: [' |  | https://vk.com/garden | Сад; и огород | 12500', ' |  | https://vk.com/club34 | Розы | 900'],
      skipped: [],
    });
  });

  test('ids alone where the heading speaks of communities or of their members', async () => {
    expect((await told('id группы;Название\n12;Сад\n')).follows).toEqual([' |  | https://vk.com/club12 | Сад | ']);
    expect((await told('ID;Название;Участников\n-12;Сад;7000\n34;Розы;\n')).follows).toEqual([
      ' |  | https://vk.com/club12 | Сад | 7000',
      ' |  | https://vk.com/club34 | Розы | ',
    ]);
  });

  test('a short name in the place of the address; a row without any', async () => {
    expect(await told('Короткое имя;Название;ID группы\ngarden;Сад;\n;Без адреса;\n;Розы;34')).toMatchObject({
      follows: [' |  | https://vk.com/garden | Сад | ', ' |  | https://vk.com/club34 | Розы | '],
      skipped: ['rows without the address of a community: 1 (Без адреса)'],
    });
  });

  test('a table of posts tells of no follows', async () => {
    expect(
      await recognised('ССЫЛКА НА ПОСТ;НАЗВАНИЕ ВЛАДЕЛЬЦА;ТЕКСТ\nhttps://vk.com/wall-2_30;Сад;Розы цветут\n'),
    ).toMatchObject({ holds: 'other' });
  });

  test('windows-1251, as older parsers write it', async () => {
    const cyrillic = 'ID;Название;Ссылка\n12;Садоводы Подмосковья и любители роз;https://vk.com/garden\n';
    const bytes = encode(cyrillic, 'windows-1251') as Buffer;
    expect((await told(bytes)).follows).toEqual([
      ' |  | https://vk.com/garden | Садоводы Подмосковья и любители роз | ',
    ]);
  });
});

describe('minet', () => {
  const tail = 'did,url,handle,display_name,description,lists';
  const roses = 'did:plc:abcdefghijklmnopqrstuvwx,https://bsky.app/profile/roses.example,roses.example,Roses,,';

  test('bluesky profile-follows: the columns of the input name who follows', async () => {
    expect(await told(`handle,note,${tail}\nanna.example,x,${roses}\n`)).toEqual({
      format: 'minet: Bluesky profiles',
      follows: ['anna.example | bluesky/ | did:plc:abcdefghijklmnopqrstuvwx | Roses | '],
      skipped: [],
    });
    expect(
      (await told(`bluesky,customer,did,handle,display_name\n@a,Anna,${roses.split(',')[0]},r.example,Roses\n`))
        .follows,
    ).toEqual(['Anna | bluesky/ | did:plc:abcdefghijklmnopqrstuvwx | Roses | ']);
  });

  test('without columns of the input the file is one customer’s', async () => {
    expect((await told(`${tail}\n${roses}\n`)).follows).toEqual([
      ' | bluesky/ | did:plc:abcdefghijklmnopqrstuvwx | Roses | ',
    ]);
  });

  test('instagram user-following and twitter friends; a customer that follows nobody', async () => {
    expect(await told('account,id,username,full_name,is_private\nanna,7,roses,Roses,False\nbob,,,,\n')).toMatchObject({
      follows: ['anna | instagram/ | roses | Roses | '],
      skipped: ['rows that found nothing: 1'],
    });
    expect((await told('screen_name,friends_id\nanna,1234567\n')).follows).toEqual(['anna | x/ | 1234567 |  | ']);
  });

  test('followers are not follows', async () => {
    expect(await recognised('screen_name,followers_id\nanna,1234567\n')).toMatchObject({
      reason: expect.stringContaining('who follows the customer'),
    });
  });
});

describe('graphs of follows', () => {
  test.each([
    ['source,target', 'source → target'],
    ['Follower;Followed', 'follower → followed'],
    ['from\tto', 'from → to'],
  ])('%s', async (heading, shown) => {
    const sign = /[,;\t]/.exec(heading)?.[0] ?? ',';
    const text = [
      heading,
      ['Anna', 'https://t.me/garden'].join(sign),
      ['Bob', '@roses@social.example'].join(sign),
    ].join('\n');
    expect(await told(text)).toEqual({
      format: `graph of follows (${shown})`,
      follows: ['Anna |  | https://t.me/garden |  | ', 'Bob |  | @roses@social.example |  | '],
      skipped: [],
    });
  });

  test('handles need a column that says of which network they are', async () => {
    expect(await recognised('source,target\nanna,garden\n')).toMatchObject({
      whatToDo: expect.stringContaining('network'),
    });
    expect(await told('source,target,network\nanna,garden,telegram\nbob,,telegram\n')).toMatchObject({
      follows: ['anna | telegram/ | garden |  | '],
      skipped: ['edges with one end: 1'],
    });
  });
});

describe('own tables', () => {
  test('customer and resource, names with their network, rows without a customer', async () => {
    expect(
      await told(
        'customer,resource,title,subscribers,network\nAnna,https://t.me/garden,Garden,"12,500",\nBob,Booking.com,,,Facebook\nBob,facebook.com/roses,,,facebook\n,https://t.me/lost,,,\n',
      ),
    ).toEqual({
      format: 'table of customers and what they follow',
      follows: [
        'Anna |  | https://t.me/garden | Garden | 12500',
        'Bob | Facebook/ |  | Booking.com | ',
        'Bob |  | facebook.com/roses |  | ',
      ],
      skipped: ['rows without a customer: 1 (line 5)'],
    });
  });

  test('a client list is no list of follows', async () => {
    expect(await recognised('customer,profile\nAnna,https://bsky.app/profile/anna.example\n')).toBeNull();
  });
});

describe('any table with addresses', () => {
  test('the column of known addresses, not the one of pictures', async () => {
    expect(
      await told(
        'Name,Avatar URL,Profile URL,Followers\nGarden,https://www.instagram.com/p/x,https://www.instagram.com/garden/,12.5K\nRoses,,https://www.instagram.com/roses/,\n,,,\n',
      ),
    ).toMatchObject({
      format: 'table with addresses in its column "profile url"',
      follows: [
        ' |  | https://www.instagram.com/garden/ | Garden | 12500',
        ' |  | https://www.instagram.com/roses/ | Roses | ',
      ],
    });
  });

  test('without a heading; websites only where a heading says so', async () => {
    expect((await told('Garden|https://t.me/garden\nRoses|https://t.me/roses\n')).follows).toHaveLength(2);
    expect((await told('title,website\nGarden,https://garden.example\n')).follows).toEqual([
      ' |  | https://garden.example | Garden | ',
    ]);
    expect(await recognised('title,version\nGarden,garden.example\n')).toBeNull();
  });

  test('a table without addresses is none', async () => {
    expect(await recognised('name,phone\nAnna,12345\n')).toBeNull();
  });
});

test('columns of networks are follows only where a person says so', async () => {
  const table = 'client,instagram,telegram\nAnn,"@potplants, @roseweekly",gardenletter\n';
  expect(await recognised(table)).toBeNull();
  const roles = new Map([
    ['instagram', 'resource'],
    ['telegram', 'resource'],
  ]);
  const said = { ...unsaid, overrides: { roles, found: new Set<string>() } };
  const found = ownTable.recognise(await openFile('handed.csv', Buffer.from(table), said), identify);
  expect(found).toMatchObject({
    follows: [
      { customer: 'Ann', network: 'instagram', title: '@potplants' },
      { customer: 'Ann', network: 'instagram', title: '@roseweekly' },
      { customer: 'Ann', network: 'telegram', title: 'gardenletter' },
    ],
  });
});
