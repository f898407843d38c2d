import { describe, expect, it } from 'vitest';
import { did } from '../../../src/demo/ids.ts';
import { account, appView, directoryOf, type Server } from '../../../src/demo/world.ts';

const meadow: Server = { host: 'meadow.example', software: 'mastodon' };

describe('account', () => {
  it('has the addresses of its software', () => {
    const ada = account(appView, 'ada.example');
    expect([ada.id, ada.url]).toEqual([did('public.api.bsky.app ada.example'), 'https://bsky.app/profile/ada.example']);
    expect(account(meadow, 'ada')).toMatchObject({
      id: 'https://meadow.example/users/ada',
      url: 'https://meadow.example/@ada',
    });
    expect(account({ ...meadow, numericActors: true }, 'ada').id).toMatch(
      /^https:\/\/meadow\.example\/ap\/users\/\d{17,}$/,
    );
    expect(account({ ...meadow, software: 'snac' }, 'ada')).toMatchObject({ id: 'https://meadow.example/ada' });
    const sharkey = account({ ...meadow, software: 'sharkey' }, 'ada');
    expect(sharkey.id).toMatch(/^https:\/\/meadow\.example\/users\/9\w{15}$/);
    expect(sharkey.url).toBe('https://meadow.example/@ada');
  });

  it('is known elsewhere with as many subscribers, unless said otherwise', () => {
    expect(account(meadow, 'ada', { subscribers: 7 }).subscribersElsewhere).toBe(7);
    expect(account(meadow, 'ada', { subscribers: 7, subscribersElsewhere: 5 }).subscribersElsewhere).toBe(5);
  });
});

describe('directoryOf', () => {
  const ada = account(meadow, 'ada');

  it('finds accounts by id and by name in any case', () => {
    const directory = directoryOf({ servers: [meadow], accounts: [ada] });
    expect(directory.account(ada.id)).toBe(ada);
    expect(directory.named('meadow.example', 'ADA')).toBe(ada);
    expect(directory.named('meadow.example', 'bob')).toBeUndefined();
    expect(directory.find('bob')).toBeUndefined();
    expect(() => directory.account('bob')).toThrow('not in the world');
  });

  it.each([
    ['a follow of nobody', [account(meadow, 'ada', { follows: ['https://meadow.example/users/bob'] })]],
    ['a move to nobody', [account(meadow, 'ada', { state: 'moved', movedTo: 'https://meadow.example/users/bob' })]],
    [
      'a repost of nobody',
      [
        account(meadow, 'ada', {
          shown: [{ kind: 'repost', at: '2026-01-01T00:00:00.000Z', of: { author: 'bob', at: '', text: '' } }],
        }),
      ],
    ],
    ['an account without a server', [account(appView, 'ada.example')]],
    ['the same account twice', [ada, account(meadow, 'ada')]],
  ])('refuses %s', (_, accounts) => {
    expect(() => directoryOf({ servers: [meadow], accounts })).toThrow(/not in the world|the same id/);
  });
});
