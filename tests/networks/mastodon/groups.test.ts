import { expect, test } from 'vitest';
import { unknownFacts } from '../../../src/stages/known-facts.ts';
import { follows, profileOf, resourceOf } from './fediverse.ts';
import { fixtureWeb } from '../fixture-web.ts';

const account = (user: string, group: boolean | null) => ({
  id: user,
  acct: `${user}@forum.example`,
  uri: `https://forum.example/c/${user}`,
  followers_count: 9000,
  group,
});

test('a list says which of its accounts are groups, for when their home is not to be asked', async () => {
  const asking = fixtureWeb([
    {
      request: 'GET https://alpha.example/api/v1/accounts/1/following?limit=80',
      status: 200,
      body: [account('seeds', true), account('news', false), account('old', null)],
    },
  ]);
  const [page] = await follows(profileOf('1 3 alpha.example', 'alpha.example'), asking);
  expect(page?.resources.map(({ group }) => group)).toEqual([true, undefined, undefined]);
  expect((page?.resources ?? []).map((resource) => unknownFacts(resource).group)).toEqual([true, false, false]);
  expect(unknownFacts(resourceOf('https://forum.example/c/seeds')).group).toBe(false);
});
