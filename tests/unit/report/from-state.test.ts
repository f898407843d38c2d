import { expect, test } from 'vitest';
import { networks } from '../../../src/networks/index.ts';
import { rankFromState } from '../../../src/report/from-state.ts';
import { inputFiles, parseSettings } from '../../../src/settings.ts';
import { openStore } from '../../../src/state/store.ts';
import { clockAt, listed, noon } from '../state/given.ts';

const clock = clockAt(noon);
const settings = parseSettings({}, 'a test');

test('a state with resources of a site whose recipe is gone asks for the recipe', async () => {
  const store = openStore(':memory:', clock);
  store.saveInput([], new Map([['anna', [listed('roses', { network: 'garden-forum' })]]]), [], noon);
  await expect(rankFromState(settings, inputFiles(settings), networks, store, clock)).rejects.toMatchObject({
    code: 'site_unknown',
    message: expect.stringMatching(/garden-forum.*sites/s) as string,
  });
  store.close();
});

test('a state of networks that are known is counted and ranked', async () => {
  const store = openStore(':memory:', clock);
  store.saveInput([], new Map([['anna', [listed('roses')]]]), [], noon);
  const { rows } = await rankFromState(settings, inputFiles(settings), networks, store, clock);
  expect(rows).toMatchObject([{ network: 'bluesky', resourceId: 'roses', customers: 1 }]);
  store.close();
});
