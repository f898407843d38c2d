import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { KeptAnswer } from '../../../src/types/web.ts';
import type { Store } from '../../../src/types/store.ts';
import { day, folder, inState, noon } from './given.ts';

const request = 'https://api.example/feed';
const answer: KeptAnswer = {
  headers: { etag: '"one"', link: '<https://api.example/2>; rel="next"' },
  text: 'Ωδή \0 {}',
};

/** What a later run finds after something was done with a state that keeps an answer for two networks. */
function keptAfter(work: (store: Store) => void): (KeptAnswer | null)[] {
  const path = join(folder(), 'state.sqlite');
  inState(path, (store) => {
    store.saveAnswer('feed', request, answer, noon);
    store.saveAnswer('youtube', request, answer, noon);
  });
  inState(path, work);
  return inState(path, (store) => ['feed', 'youtube'].map((network) => store.answer(network, request)));
}

test('an answer is found again for its request alone', () => {
  expect(keptAfter(() => undefined)).toEqual([answer, answer]);
  expect(keptAfter((store) => expect(store.answer('feed', `${request}?2`)).toBeNull())).toEqual([answer, answer]);
  expect(keptAfter((store) => expect(store.answer('github', request)).toBeNull())).toEqual([answer, answer]);
});

test('a newer answer takes the place of an older one', () => {
  const newer = { headers: { etag: '"two"' }, text: '' };
  expect(keptAfter((store) => store.saveAnswer('feed', request, newer, noon + day))).toEqual([newer, answer]);
});

test.each<[string, (store: Store) => void, (KeptAnswer | null)[]]>([
  ['what is older than --keep', (store) => store.purge(noon + 1), [null, null]],
  ['nothing that is younger', (store) => store.purge(noon), [answer, answer]],
  ["what a network's terms let nobody keep", (store) => store.purgeNetwork('youtube', noon + 1), [answer, null]],
  ['everything', (store) => store.forgetAll(), [null, null]],
])('%s is removed', (_, work, expected) => {
  expect(keptAfter(work)).toEqual(expected);
});

test('whoever is forgotten takes all answers along: nobody can say whose they are', () => {
  const kept = keptAfter((store) => {
    store.saveInput([{ key: 'Ursula', profiles: [] }], new Map(), [], noon);
    store.forget('Ursula');
  });
  expect(kept).toEqual([null, null]);
});
