import { describe, expect, it } from 'vitest';
import { type DemoAccount, account } from '../../src/demo/world.ts';
import { running } from '../unit/demo/ask.ts';
import {
  compost,
  craft,
  garden,
  idsOf,
  ledger,
  listAddress,
  meadow,
  page,
  shed,
  worldWith,
} from '../unit/demo/mastodon-world.ts';
import { answerProblems, requestProblems } from './openapi.ts';

describe('the demo answers as described', () => {
  const of = { author: ledger.id, at: '2026-11-01T10:00:00.000Z', text: 'Cash' };
  const shown: DemoAccount['shown'] = [
    { kind: 'repost', at: '2026-11-06T10:00:00.000Z', of },
    { kind: 'quote', at: '2026-11-05T10:00:00.000Z', text: 'Read this', of },
    { kind: 'reply', at: '2026-11-04T10:00:00.000Z', text: 'Thanks', to: of },
    { kind: 'own', at: '2026-11-03T10:00:00.000Z', text: 'Ours' },
  ];

  it.each([meadow, craft, garden, shed, compost])('on $host', async (server) => {
    const everybody: DemoAccount[] = [
      account(server, 'moved', { state: 'moved', movedTo: ledger.id }),
      account(server, 'bad', { state: server.software === 'sharkey' ? 'limited' : 'suspended' }),
      account(server, 'quiet', { state: 'limited', subscribers: -1, noindex: true }),
    ];
    const reader = account(server, 'reader', { shown, follows: idsOf([page, ...everybody]) });
    const { ask } = await running(worldWith(reader, ...everybody));
    const address = await listAddress(ask, server.host, 'reader');
    const lookups = ['reader', 'moved', 'bad', 'quiet', `page@${meadow.host}`].map(
      (acct) => `https://${server.host}/api/v1/accounts/lookup?acct=${acct}`,
    );
    for (const question of [...lookups, address, `${address}/following?limit=80`, `${address}/statuses?limit=40`]) {
      const { status, body } = await ask(question);
      expect([question, status, requestProblems(question)]).toEqual([question, 200, []]);
      expect([question, answerProblems(question, status, body)]).toEqual([question, []]);
    }
  });

  it('in refusals, too', async () => {
    const { ask } = await running(worldWith());
    for (const question of [
      'https://meadow.example/api/v1/accounts/lookup?acct=nobody',
      'https://nursery.example/api/v1/accounts/lookup?acct=yusuf',
    ]) {
      const { status, body } = await ask(question);
      expect([question, answerProblems(question, status, body)]).toEqual([question, []]);
    }
  });
});
