import { expect, test } from 'vitest';
import { activityPubAccounts } from '../../../src/networks/mastodon/activitypub.ts';
import { fixtureWeb } from '../fixture-web.ts';

const id = 'https://events.example/@growers';

test.each([
  ['invite_only', false],
  ['moderated', false],
  ['INVITE_ONLY', false],
  ['open', true],
  ['OPEN', true],
  [undefined, true],
])('a group whose openness is %s lets everybody write: %s', async (openness, group) => {
  const body = { id, type: 'Group', preferredUsername: 'growers', ...(openness && { openness }) };
  const web = fixtureWeb([{ request: `GET ${id}`, status: 200, body }]);
  expect(await activityPubAccounts.byUri(id, web)).toMatchObject({ group });
});
