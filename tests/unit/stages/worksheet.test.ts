import { describe, expect, test } from 'vitest';
import { networks } from '../../../src/networks/index.ts';
import { worksheet } from '../../../src/stages/worksheet.ts';
import { enoughClients } from '../../../src/stages/hand-work.ts';
import type { Customer } from '../../../src/types/input.ts';

const profile = (network: string, name: string) => ({ network, name, host: `${network}.com` });

type Sources = Parameters<typeof worksheet>[3];

/** The worksheet of some clients, of whom nothing came in where nothing is said. */
const sheetOf = (customers: Customer[], known: Partial<Sources> = {}) =>
  worksheet(customers, networks, '2026-11-28', {
    follows: [],
    emptyAnswers: [],
    nameOf: (customer) => customer,
    isByHand: ({ byHand }) => byHand !== undefined,
    isRead: () => false,
    isReadable: ({ network }) => network === 'mastodon',
    saved: () => undefined,
    ...known,
  });

const resource = {
  network: 'facebook',
  name: 'slates',
  host: 'facebook.com',
  id: null,
  url: 'https://facebook.com/slates',
};
const follow = (customer: string) => ({ customer, resource, title: null, subscribers: null });

/** How often at most one follower is among those drawn: every draw is counted. */
function missed(clients: number, followers: number, drawn: number): number {
  let few = 0;
  let all = 0;
  const draw = (from: number, left: number, found: number): void => {
    if (left === 0) {
      all += 1;
      if (found < 2) few += 1;
      return;
    }
    for (let at = from; at <= clients - left; at += 1) draw(at + 1, left - 1, found + Number(at < followers));
  };
  draw(0, drawn, 0);
  return few / all;
}

describe('after how many clients a further one would change little', () => {
  test.each([6, 10, 11, 15, 16, 20])('of %i clients, as counting every draw says', (clients) => {
    const followers = Math.ceil(clients / 5);
    const enough = enoughClients(clients);
    expect(missed(clients, followers, enough)).toBeLessThanOrEqual(0.05);
    expect(missed(clients, followers, enough - 1)).toBeGreaterThan(0.05);
  });

  test('of a few all are needed, and of endlessly many 22', () => {
    expect([0, 1, 2, 5].map(enoughClients)).toEqual([0, 1, 2, 5]);
    expect(enoughClients(1_000_000)).toBe(22);
    expect(enoughClients(30)).toBeLessThan(22);
  });
});

describe('the worksheet', () => {
  const anna: Customer = { key: 'anna', profiles: [profile('facebook', 'anna'), profile('mastodon', 'anna')] };
  const boris: Customer = { key: 'boris', profiles: [profile('facebook', 'boris'), profile('instagram', 'boris')] };
  const carol: Customer = { key: 'carol', profiles: [profile('facebook', 'carol')] };

  test('begins with clients of whom no list can be read, and ends with those of whom all came in', () => {
    const { people, blank } = sheetOf([anna, carol, boris], { follows: [follow('carol')] });
    expect(people.map(({ name, blank: isBlank }) => [name, isBlank])).toEqual([
      ['boris', true],
      ['anna', false],
      ['carol', false],
    ]);
    expect(blank).toBe(1);
    expect(people[2]?.tasks.map(({ state }) => state)).toEqual(['came', 'came', 'came']);
  });

  test('a saved page is one list that came in, an export all of them, a memory none', () => {
    const { people, networks: shown } = sheetOf([anna, boris, carol], {
      follows: [follow('anna'), follow('carol'), { ...follow('boris'), via: 'survey' }],
      saved: ({ name }, list) => (name === 'anna' && list === 'likes' ? 'came' : undefined),
    });
    const states = Object.fromEntries(
      people.map(({ name, tasks }) => [name, tasks.map(({ state }) => state).join(' ')]),
    );
    expect(states).toEqual({
      anna: 'came missing missing',
      boris: 'missing missing missing missing',
      carol: 'came came came',
    });
    expect(shown.find(({ network }) => network === 'facebook')).toMatchObject({ clients: 3, read: 2 });
  });

  test('what came in hidden is not asked for again', () => {
    const { people } = sheetOf([carol], { saved: () => 'empty' });
    expect(people[0]?.tasks.every(({ state }) => state === 'empty')).toBe(true);
  });

  test('pages beyond what is enough are spare, and cost nothing', () => {
    const many = Array.from({ length: 40 }, (_, at): Customer => ({
      key: `client ${at}`,
      profiles: [profile('facebook', `client${at}`)],
    }));
    const {
      people,
      networks: [facebook],
      work,
    } = sheetOf(many);
    const wanted = people.filter(({ tasks }) => tasks.every(({ spare }) => !spare));
    expect(wanted).toHaveLength(facebook?.enough ?? 0);
    expect(wanted.length).toBeLessThan(40);
    expect(work).toMatchObject({ pages: wanted.length * 3, clients: wanted.length });
    expect(work.minutes).toBe(Math.ceil((wanted.length * 3 * 45) / 60));
  });
});
