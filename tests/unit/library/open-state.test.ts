import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openState } from '../../../src/library/open-state.ts';
import { networks } from '../../../src/networks/index.ts';
import { openStore } from '../../../src/state/store.ts';
import type { ProfileName } from '../../../src/types/input.ts';
import type { Store } from '../../../src/types/store.ts';
import { clockAt, day, factsOf, folder, listed, noon } from '../state/given.ts';

const name = (network: string): ProfileName => ({ network, name: 'ada', host: 'api.example' });
const profile = (network: string) => ({ network, id: 'ada', ref: 'ada', host: 'api.example' });

/** Whatever a network can say. */
function fill(store: Store, network: string): void {
  const roses = listed('roses', { network });
  store.saveFound(name(network), { profile: profile(network) }, noon);
  store.addPage(profile(network), { resources: [roses], next: null }, noon);
  store.finishList(profile(network), 'read', '', noon);
  store.addPage({ ...profile(network), id: 'bo' }, { resources: [roses], next: 'two' }, noon);
  store.saveFacts(roses, factsOf('roses'), noon);
  store.saveEvidence(roses, [], noon);
  store.saveIdentity({ ...name(network), id: null, url: '' }, roses, noon);
}

const known = (store: Store, network: string): boolean[] => [
  store.found(name(network)) !== null,
  store.list(profile(network)) !== null,
  store.facts({ network, id: 'roses' }) !== null,
  store.evidence({ network, id: 'roses' }) !== null,
  store.identity({ ...name(network), id: null, url: '' }) !== null,
];

function stateAfter(days: number): Store {
  const path = join(folder(), 'state.sqlite');
  const store = openStore(path, clockAt(noon));
  fill(store, 'youtube');
  fill(store, 'bluesky');
  store.close();
  return openState(path, networks, clockAt(noon + days * day), () => {});
}

test('what a network said is gone once its terms say so, whatever --keep says', () => {
  const inTime = stateAfter(30);
  expect(known(inTime, 'youtube')).toEqual([true, true, true, true, true]);
  inTime.close();
  const late = stateAfter(31);
  expect(known(late, 'youtube')).toEqual([false, false, false, false, false]);
  expect(known(late, 'bluesky')).toEqual([true, true, true, true, true]);
  late.close();
});

test('follows that a client told of are no answers, and stay', () => {
  const path = join(folder(), 'state.sqlite');
  const store = openStore(path, clockAt(noon));
  store.saveInput([], new Map([['anna', [listed('roses', { network: 'youtube' })]]]), [], noon);
  store.close();
  const late = openState(path, networks, clockAt(noon + 31 * day), () => {});
  expect(late.customers()).toHaveLength(1);
  late.close();
});

test('every network that is read tells its terms, with a source and the day they were read', () => {
  for (const network of networks) {
    if (network.closed) continue;
    expect(network.terms.source, network.id).toMatch(/^https:\/\//);
    expect(network.terms.read, network.id).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(network.terms.derived, network.id).not.toBe('');
  }
});
