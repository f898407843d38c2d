import { describe, expect, test } from 'vitest';
import { growthOf } from '../../../helpers/growth.ts';
import { pageFinder } from '../../../../src/inputs/identify.ts';
import { networks } from '../../../../src/networks/index.ts';
import { namingsOf } from '../../../../src/stages/families/namings.ts';
import { fillFacts } from '../../../../src/types/facts.ts';
import type { Facts } from '../../../../src/types/resource.ts';

const finder = pageFinder(networks);

const page = (told: Partial<Facts>): Facts =>
  fillFacts(
    { name: 'tinferry', title: 'Tin Ferry', url: 'https://pier.example/@tinferry', host: 'pier.example' },
    told,
  );

/** What a description says of each page that it names. */
const said = (description: string, network = 'mastodon', title = 'Tin Ferry'): string[] =>
  namingsOf(network, page({ description, title }), finder).map(({ names: [name], as }) => `${as} ${name}`);

describe('addresses as people write them', () => {
  test.each([
    ['https://t.me/tinferry', 'telegram:tinferry'],
    ['t.me/s/TinFerry', 'telegram:tinferry'],
    ['(t.me/tinferry)', 'telegram:tinferry'],
    ['t.me/tinferry, every day', 'telegram:tinferry'],
    ['👉t.me/tinferry👈', 'telegram:tinferry'],
    ['TG:t.me/tinferry', 'telegram:tinferry'],
    ['Telegram: @tinferry', 'telegram:tinferry'],
    ['Telegram — @tinferry.', 'telegram:tinferry'],
    ['vk.com/tinferry', 'vk:@tinferry'],
    ['https://m.vk.com/tinferry?from=x', 'vk:@tinferry'],
    ['https://www.youtube.com/@tinferry/videos', 'youtube:@tinferry'],
    ['youtube.com/@TinFerry', 'youtube:@tinferry'],
    ['@tinferry@quay.example', 'mastodon:@tinferry@quay.example'],
    ['https://quay.example/@tinferry', 'mastodon:@tinferry@quay.example'],
    ['Mastodon: tinferry@quay.example', 'mastodon:@tinferry@quay.example'],
    ['bsky.app/profile/tinferry.press.example', 'bluesky:@tinferry.press.example'],
    ['@tinferry.press.example', 'bluesky:@tinferry.press.example'],
    ['tinferry.press.example', 'web:tinferry.press.example'],
    ['https://www.tinferry.example/', 'web:tinferry.example'],
  ])('%s', (text, name) => {
    expect(said(`A magazine of the sea. ${text}`)).toEqual([`own ${name}`]);
  });

  test.each([
    ['mail@tinferry.example'],
    ['at 18.30 or 7.5 knots'],
    ['e.g. #boats and #tin.ferry'],
    ['no word of anybody'],
    [''],
  ])('no page: %s', (text) => {
    expect(said(text).filter((each) => !each.includes(' web:'))).toEqual([]);
  });

  test('a handle alone is one of the same network', () => {
    expect(said('Also here: @tinferry_en', 'telegram')).toEqual(['own telegram:tinferry_en']);
  });
});

describe('what is said of the place', () => {
  const place = 't.me/pier_and_sea';

  test.each([
    ['Also here: '],
    ['A magazine of the sea. Find us on Telegram: '],
    ['A magazine of the sea, also on Telegram – '],
    ['Follow along on Telegram '],
    ['Our channel: '],
    ['Join us over on Telegram: '],
    ['Vous pouvez aussi nous lire ici : '],
    ['Bizi şurada da bulabilirsiniz: '],
    ['Zweites Zuhause: '],
    ['Tin Ferry on Telegram: '],
    ['Мы также тут: '],
    ['Журнал о море. Наш канал в телеграме: '],
    ['Мы в ТГ '],
    ['Auch hier: '],
    ['Ein Magazin über das Meer. Folgt uns auf Telegram: '],
    ['Aussi ici : '],
    ['Un magazine. Retrouvez-nous sur Telegram : '],
    ['También en: '],
    ['Una revista. Síguenos en '],
    ['Και εδώ: '],
    ['Περιοδικό. Βρείτε μας στο Telegram: '],
    ['Także tu: '],
    ['Magazyn. Znajdziesz nas na Telegramie: '],
    ['Burada da varız: '],
    ['Dergi. Bizi takip edin: '],
    ['A magazine of the sea.\n'],
    ['A magazine of the sea\n'],
    ['https://vk.com/tinferry | '],
  ])('its own: %s', (lead) => {
    expect(said(lead + place).at(-1)).toBe('own telegram:pier_and_sea');
  });

  test.each([
    ['Our friends: '],
    ['Our friends 👉 '],
    ['Our friends:\n'],
    ['Friends\n'],
    ['Partners – '],
    ['We also love '],
    ['Also recommended: '],
    ['Edited by the people of '],
    ['Editor: '],
    ['Sponsored by '],
    ['Not us: '],
    ['Our branch in Marlow: '],
    ['Наши друзья: '],
    ['Дружественный журнал: '],
    ['Рекомендуем: '],
    ['Главный редактор: '],
    ['Филиал в Марлоу: '],
    ['Unsere Freunde: '],
    ['Partnerheft: '],
    ['Nos amis : '],
    ['À lire aussi : '],
    ['Nos partenaires : '],
    ['Nuestros amigos: '],
    ['Οι φίλοι μας: '],
    ['Συνεργάτες: '],
    ['Nasi przyjaciele: '],
    ['Polecamy: '],
    ['Dostlarımız: '],
    ['Arkadaşlarımız: '],
    ['Our friends: vk.com/pier and '],
    ['Also here: vk.com/tinferry. Our friends: '],
  ])("somebody else's: %s", (lead) => {
    expect(said(lead + place).at(-1)).toBe('other telegram:pier_and_sea');
  });

  test.each([['Stories by the kettle '], ['Our chums by the sea '], ['Naši kamarádi: ']])('unclear: %s', (lead) => {
    expect(said(lead + place)).toEqual(['unclear telegram:pier_and_sea']);
  });

  test('a note behind it', () => {
    expect(said(`${place} (our friends), vk.com/tinferry`)[0]).toBe('other telegram:pier_and_sea');
    expect(said(`Also here: ${place} Our friends: vk.com/pier`)).toEqual([
      'own telegram:pier_and_sea',
      'other vk:@pier',
    ]);
    expect(said(`Also here: ${place} Editor: Mara`)).toEqual(['own telegram:pier_and_sea']);
  });

  test.each([
    ['Unofficial. Also here: ', 'Tin Ferry'],
    ['Пародия. Мы также тут: ', 'Tin Ferry'],
    ['Also here: ', 'Tin Ferry Fans'],
    ['Também aqui: ', 'Fã-clube Tin Ferry'],
    ['Também aqui: ', 'Fãs do Tin Ferry'],
    ['Not affiliated with anybody. Also here: ', 'Tin Ferry'],
  ])('nothing, where the page is not the real one: %s%s', (lead, title) => {
    expect(said(lead + place, 'mastodon', title)).toEqual([]);
  });

  test.each(['FA Cup Herald', 'Fado em Fa', 'FAS Letter'])(
    'what %s names, whose title only looks like a fan’s',
    (title) => {
      expect(said(`Also here: ${place}`, 'mastodon', title)).toHaveLength(1);
    },
  );
});

const inField = (link: NonNullable<Facts['links']>[number]): string[] =>
  namingsOf('mastodon', page({ links: [link] }), finder).map(({ names: [name], as, verified }) =>
    [as, verified && 'verified', name].filter(Boolean).join(' '),
  );

describe('fields', () => {
  test.each([
    ['Bluesky', 'https://bsky.app/profile/tinferry.example', 'own bluesky:@tinferry.example'],
    ['Telegram', '@tinferry', 'own telegram:tinferry'],
    ['Telegram', 'tinferry', 'own telegram:tinferry'],
    ['Tea and ferries', 't.me/tinferry', 'own telegram:tinferry'],
    ['Work', 't.me/tinferry', 'other telegram:tinferry'],
    ['Друзья', 't.me/tinferry', 'other telegram:tinferry'],
  ])('%s: %s', (label, text, expected) => {
    expect(inField({ label, text, isOwn: true })).toEqual([expected]);
  });

  test('a verified one', () => {
    const link = { label: 'Web', text: 'https://www.tinferry.example', isOwn: true, verified: true as const };
    expect(inField(link)).toEqual(['own verified web:tinferry.example']);
    expect(inField({ ...link, text: 'https://tinferry.example/people/mara' })).toEqual([
      'own verified web:tinferry.example/people/mara',
    ]);
  });

  test('a link that may be anybody’s is unclear without words', () => {
    expect(inField({ label: '', text: 't.me/tinferry', isOwn: false })).toEqual(['unclear telegram:tinferry']);
    expect(inField({ label: 'Our Telegram', text: 't.me/tinferry', isOwn: false })).toEqual(['own telegram:tinferry']);
  });

  test('a handle that is a domain', () => {
    expect(namingsOf('bluesky', page({ domain: 'tinferry.example' }), finder)).toEqual([
      { names: ['web:tinferry.example'], as: 'own', verified: true },
    ]);
  });
});

test.each([['t.me/pier '], ['a:'], ['@'], ['friends '], ['a.b']])(
  'time grows with the length of a text alone: %s',
  async (piece) => {
    expect(await growthOf(64, (text) => said(text), piece, 5000), piece).toBeLessThan(64);
  },
);
