import { describe, expect, test } from 'vitest';
import { networks } from '../../../src/networks/index.ts';
import { type HandPerson, enoughClients, handWork } from '../../../src/stages/hand-work.ts';
import { byHandText } from '../../../src/terminal/by-hand.ts';

const person = (profilesOn: string, readOn = ''): HandPerson => ({
  profilesOn: new Set(profilesOn.split(' ').filter(Boolean)),
  readOn: new Set(readOn.split(' ').filter(Boolean)),
});

const many = (count: number, profilesOn: string, readOn?: string): HandPerson[] =>
  Array.from({ length: count }, () => person(profilesOn, readOn));

const workOf = (people: HandPerson[]) => handWork(people, networks, ({ closed }) => closed !== undefined);

describe('what is left to a person', () => {
  test.each<[string, HandPerson[], ReturnType<typeof workOf>]>([
    ['nothing without clients', [], null],
    ['nothing where a program reads all', many(5, 'bluesky', 'bluesky'), null],
    ['nothing where no page shows a list', many(5, 'reddit'), null],
    ['nothing where all lists came in', many(5, 'instagram', 'instagram'), null],
    [
      'one page and under a minute of one client',
      [person('instagram')],
      {
        clients: 1,
        readable: 0,
        brings: 1,
        pages: 1,
        minutes: 1,
        networks: [
          {
            network: 'instagram',
            title: 'Instagram',
            clients: 1,
            unread: 1,
            wanted: 1,
            pages: 1,
            minutes: 1,
            brings: 1,
          },
        ],
      },
    ],
    [
      'three pages a client on Facebook: 3 × 45 seconds',
      [...many(3, 'facebook'), ...many(1, 'facebook', 'facebook')],
      {
        clients: 4,
        readable: 1,
        brings: 3,
        pages: 9,
        minutes: 7,
        networks: [
          { network: 'facebook', title: 'Facebook', clients: 4, unread: 3, wanted: 3, pages: 9, minutes: 7, brings: 3 },
        ],
      },
    ],
    [
      'no more of those who can be read elsewhere',
      many(2, 'instagram bluesky', 'bluesky'),
      {
        clients: 2,
        readable: 2,
        brings: 0,
        pages: 2,
        minutes: 2,
        networks: [
          {
            network: 'instagram',
            title: 'Instagram',
            clients: 2,
            unread: 2,
            wanted: 2,
            pages: 2,
            minutes: 2,
            brings: 0,
          },
        ],
      },
    ],
  ])('%s', (_, people, work) => {
    expect(workOf(people)).toEqual(work);
  });

  test('a client with profiles on two networks is brought once, what brings most stands first', () => {
    const work = workOf([...many(2, 'facebook instagram'), ...many(3, 'linkedin'), ...many(1, 'instagram', 'web')]);
    expect(work?.brings).toBe(5);
    expect(work?.networks.map(({ network, brings }) => [network, brings])).toEqual([
      ['linkedin', 3],
      ['instagram', 2],
      ['facebook', 2],
    ]);
  });

  test('the order of the clients changes nothing', () => {
    const people = [
      ...many(40, 'facebook instagram'),
      ...many(40, 'facebook linkedin'),
      ...many(20, 'instagram'),
      ...many(20, 'facebook bluesky', 'bluesky'),
    ];
    const mixed = people.map((_, at) => people[(at * 37) % people.length] ?? person(''));
    expect(workOf(mixed)).toEqual(workOf(people));
    expect(workOf(people.toReversed())).toEqual(workOf(people));
  });

  test('of many clients so many are reckoned as tell what all share, blank ones first', () => {
    const work = workOf([...many(10, 'instagram', 'bluesky'), ...many(90, 'instagram')]);
    const enough = enoughClients(100);
    expect(work?.networks[0]).toMatchObject({ clients: 100, unread: 100, wanted: enough, brings: enough });
    expect(workOf([...many(enough, 'instagram', 'instagram'), ...many(100 - enough, 'instagram')])).toBeNull();
  });
});

describe('at a terminal', () => {
  test('says what can be read, what it takes, and what to type', () => {
    const text = byHandText(workOf([...many(2, 'facebook'), person('bluesky', 'bluesky')]), 'my clients.csv');
    expect(text).toContain('1 of 3 clients can be read now; about 5 minutes');
    expect(text).toContain(
      'Facebook: 2 clients unread; about 5 minutes (6 pages of 2 clients) would bring 2 more clients',
    );
    expect(text).toContain('next: target-resources worksheet "my clients.csv"\n');
  });

  test('where nobody would be won, no number of none is told', () => {
    const text = byHandText(workOf([...many(2, 'facebook bluesky', 'bluesky'), person('bluesky', 'bluesky')]), null);
    expect(text).toContain('3 of 3 clients can be read now; pages saved by hand would bring no more');
    expect(text).toContain('Facebook: 2 clients unread; about 5 minutes (6 pages of 2 clients)\n');
    expect(text).not.toMatch(/\b0 more/);
  });

  test.each([
    ['clients.csv', 'next: target-resources worksheet clients.csv\n'],
    ['C:\\lists\\clients.csv', 'next: target-resources worksheet C:\\lists\\clients.csv\n'],
    [null, 'next: target-resources worksheet\n'],
  ])('the list %j', (list, line) => {
    expect(byHandText(workOf([person('instagram')]), list)).toContain(line);
  });

  test('without anything to open says what else there is', () => {
    expect(byHandText(null, null)).toContain('target-resources survey');
    expect(byHandText(null, null)).not.toContain('next:');
  });
});
