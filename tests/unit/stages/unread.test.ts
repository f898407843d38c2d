import { expect, test } from 'vitest';
import { createUnreadLog } from '../../../src/stages/unread.ts';

const day = 86_400_000;
const at = Date.parse('2026-11-20T12:00:00Z');
const down = {
  network: 'mastodon',
  host: 'social.example',
  what: 'resource',
  status: 'not_reached',
  note: 'the connection failed',
} as const;

test('a resource of which neither facts nor posts came is one, with the age of the older answer', () => {
  const log = createUnreadLog();
  log.add({ ...down, resource: 'heath', at, keptAt: at - 3 * day });
  log.add({ ...down, resource: 'heath', at, keptAt: at - 8 * day });
  log.add({ ...down, resource: 'rowan', at });
  expect(log.rows()).toMatchObject([{ count: 2, kept: 1, keptAt: at - 8 * day }]);
});

test('another reason, host or network is another row', () => {
  const log = createUnreadLog();
  log.add({ ...down, resource: 'heath', at });
  log.add({ ...down, resource: 'heath', note: 'status 500', at });
  log.add({ ...down, resource: 'heath', host: 'garden.example', at });
  expect(log.rows().map(({ count }) => count)).toEqual([1, 1, 1]);
});

test('profiles are counted one by one', () => {
  const log = createUnreadLog();
  log.add({ ...down, what: 'profile', at });
  log.add({ ...down, what: 'profile', at });
  expect(log.rows()).toMatchObject([{ count: 2, kept: 0 }]);
});
