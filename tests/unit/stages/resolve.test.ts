import { outsideClasses } from '../../../src/types/judgement.ts';
import { expect, test } from 'vitest';
import { unresolved } from '../../../src/inputs/identify.ts';
import { count } from '../../../src/stages/count.ts';
import { createJudge } from '../../../src/stages/judge.ts';
import { openStore } from '../../../src/state/store.ts';
import { webPages } from '../../../src/networks/web.ts';
import type { Decision, ResourceName } from '../../../src/types/input.ts';
import type { Listed } from '../../../src/types/resource.ts';
import { fakeNetwork, stillClock, today } from './fake-network.ts';

const page = (slug: string, title: string | null): Listed => ({
  network: 'fake',
  id: slug,
  name: slug,
  title,
  url: `https://fake.example/${slug}`,
  host: 'fake.example',
  subscribers: 9000,
  countedBy: 'hand',
});

const bare = (name: string, network = 'fake'): Listed => ({
  ...unresolved(network, name),
  id: `name:${name.toLowerCase()}`,
  title: name,
  subscribers: null,
  countedBy: 'hand',
});

function counted(imports: Listed[][], decisions: Decision[] = []) {
  const store = openStore(':memory:', stillClock);
  store.saveInput([], new Map(imports.map((list, index) => [`client ${index}`, list])), [], today);
  const result = count(store, 1, decisions);
  return { store, ...result, candidates: [...result.candidates] };
}

const shown = (imports: Listed[][], decisions: Decision[] = []) =>
  counted(imports, decisions).candidates.map(({ resource, customers, note }) => [resource.id, customers, note]);

test('a name counts with the only resource of its network that is called exactly so, and says why', () => {
  const letter = page('letter', 'The  Garden Letter');
  expect(shown([[letter], [bare('the garden letter')], [bare('The Garden Letter'), letter]])).toEqual([
    [
      'letter',
      3,
      'counted with the name "The Garden Letter" from an export: no other fake resource here has that name',
    ],
  ]);
});

test('nothing but the exact name in the same network is a match', () => {
  const names = [bare('Garden Letters'), bare('Garden Letter', 'web'), bare('Gardén Letter')];
  const ids = shown([[page('letter', 'Garden Letter')], names]).map(([id, customers]) => [id, customers]);
  expect(ids.toSorted()).toEqual([
    ['letter', 1],
    ['name:garden letter', 1],
    ['name:garden letters', 1],
    ['name:gardén letter', 1],
  ]);
});

test('a name that two resources bear stays by itself, with both addresses', () => {
  const result = shown([[page('a', 'Garden')], [page('b', 'Garden')], [bare('Garden')]]);
  expect(result.find(([id]) => id === 'name:garden')).toEqual([
    'name:garden',
    1,
    '2 resources have that name: https://fake.example/a, https://fake.example/b',
  ]);
});

const letterName: ResourceName = {
  network: 'fake',
  id: null,
  name: 'letter',
  host: 'fake.example',
  url: 'https://fake.example/letter',
};

const meaning = (name: string, verdict: Decision['verdict'] = null): Decision => ({
  resource: unresolved('fake', name),
  verdict,
  note: '',
  means: letterName,
});

test('verdicts.csv tells which resource a name means, whatever that one is called', () => {
  const listed = { ...page('@letter', 'Quite another title') };
  expect(
    shown([[listed], [bare('Garden Letter')], [bare('The Letter')]], [meaning('garden letter'), meaning('The Letter')]),
  ).toEqual([
    [
      '@letter',
      3,
      'counted with the name "Garden Letter", as verdicts.csv says; counted with the name "The Letter", as verdicts.csv says',
    ],
  ]);
});

test('a meant resource that no list holds is counted under its own identity', () => {
  const all = counted(
    [[bare('Garden Letter')], [bare('The Letter')]],
    [meaning('Garden Letter'), meaning('The Letter')],
  );
  expect(
    all.candidates.map(({ resource, customers }) => [resource.id, resource.url, resource.title, customers]),
  ).toEqual([['@letter', 'https://fake.example/letter', 'Garden Letter', 2]]);
  expect(all.followersOf(all.candidates)).toEqual([expect.arrayContaining([0, 1])]);
  all.store.saveIdentity(letterName, page('id-7', 'Garden Letter'), today);
  const again = count(all.store, 1, [meaning('Garden Letter'), meaning('The Letter')]);
  expect(Array.from(again.candidates, ({ resource, customers }) => [resource.id, customers])).toEqual([['id-7', 2]]);
});

test('what is only a name is for a person to look at, and no network is asked about it', () => {
  const network = fakeNetwork('fake', new Map());
  const knowledge = {
    criteria: {
      minSubscribers: 5000,
      minCustomers: 1,
      thirdParty: 'ignore' as const,
      thirdPartyClasses: [...outsideClasses],
      top: 10,
    },
    networks: [network, webPages],
    decisions: [] as Decision[],
    now: today,
    asked: true,
    facts: () => null,
    evidence: () => null,
  };
  const candidate = { resource: { ...bare('Garden Letter'), subscribers: 80_000 }, customers: 3 };
  expect(createJudge(knowledge)(candidate)).toMatchObject({ verdict: 'review', reason: 'unresolved' });
  const decided = { ...knowledge, decisions: [{ ...meaning('Garden Letter', 'keep'), means: null }] };
  expect(createJudge(decided)(candidate)).toMatchObject({ verdict: 'keep', reason: 'your_decision' });
});
