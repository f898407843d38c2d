import { expect, test } from 'vitest';
import type { Exchange } from '../fixture-web.ts';
import { replay } from '../replay.ts';
import { clients, following, home, listed } from './answers.ts';

// Whoever follows an account of their own does not read it as others do.

const hedge = listed('hedge@press.example', { followers_count: 9000 });
const others = home('hedge@press.example', { followers_count: 9000 });
const mia = (more: object = {}): object => listed('mia@town.example', { followers_count: 9000, ...more });
const two = 'customer,mastodon\nMia,@mia@town.example\nMia,@mia@meadow.example\n';

test.each<[string, string, Exchange[]]>([
  ['on the same server', clients('mia@town.example'), following('mia@town.example', [mia(), hedge])],
  [
    'under a name in capitals',
    clients('Mia@Town.example'),
    following('mia@town.example', [mia({ acct: 'Mia', username: 'Mia' }), hedge]),
  ],
  [
    'from another profile of the same client',
    two,
    [...following('mia@town.example', [hedge]), ...following('mia@meadow.example', [mia(), hedge])],
  ],
  [
    'that an older one has moved to',
    two,
    [
      ...following('mia@town.example', [hedge]),
      ...following('mia@meadow.example', [
        listed('old@field.example', { moved: mia({ acct: 'mia@town.example' }) }),
        hedge,
      ]),
    ],
  ],
])('an own account %s is no resource', async (_, list, exchanges) => {
  const { rows, coverage } = await replay(list, [...exchanges, others], { thirdParty: 'ignore' });
  expect([...rows.keys()]).toEqual(['https://press.example/users/hedge']);
  expect(rows.get('https://press.example/users/hedge')).toMatchObject({ customers: 1 });
  expect(coverage.get('mastodon')).toMatchObject({ not_reached: 0 });
});

test('an own account is one through the others who follow it', async () => {
  const exchanges = [
    ...following('mia@town.example', [mia(), hedge]),
    ...following('leo@meadow.example', [mia()]),
    others,
  ];
  const { rows } = await replay(clients('mia@town.example', 'leo@meadow.example'), exchanges, {
    thirdParty: 'ignore',
  });
  expect(rows.get('https://town.example/users/mia')).toMatchObject({ customers: 1 });
});
