import { account, appView, type DemoAccount, type State, type World } from '../../../src/demo/world.ts';

// The accounts that tests of the demo's Bluesky server ask about.

export const xrpc = 'https://public.api.bsky.app/xrpc';

export const author = account(appView, 'author.example', { title: 'Author', subscribers: 12 });
export const gone = account(appView, 'gone.example', { state: 'deactivated' });
const banned = account(appView, 'banned.example', { state: 'takendown' });
export const shy = account(appView, 'shy.example', { state: 'logged_in_only' });
const words = { author: author.id, at: '2026-11-01T10:00:00.000Z', text: 'Seen elsewhere' };
export const page = account(appView, 'page.example', {
  title: 'Page',
  description: 'All & sundry',
  subscribers: 5000,
  shown: [
    { kind: 'repost', at: '2026-11-06T10:00:00.000Z', of: words },
    { kind: 'quote', at: '2026-11-05T10:00:00.000Z', text: 'Read this', of: words },
    { kind: 'reply', at: '2026-11-04T10:00:00.000Z', text: 'Thanks', to: words },
    { kind: 'repost', at: '2026-11-03T10:00:00.000Z', of: { ...words, author: gone.id } },
    { kind: 'quote', at: '2026-11-02T10:00:00.000Z', text: 'Lost', of: { ...words, author: gone.id } },
    { kind: 'own', at: '2026-11-01T10:00:00.000Z', text: 'Our own' },
  ],
});
export const numbered = (count: number, kind: string, state: State = 'active'): DemoAccount[] =>
  Array.from({ length: count }, (_, index) => account(appView, `${kind}${index}.example`, { state }));

export const worldWith = (...accounts: DemoAccount[]): World => ({
  servers: [appView],
  accounts: [author, gone, banned, shy, page, ...accounts],
});
