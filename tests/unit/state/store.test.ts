import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/state/store.ts';
import type { Customer, Problem, ResourceName } from '../../../src/types/input.ts';
import type { Listed } from '../../../src/types/resource.ts';
import type { ReadList, Store } from '../../../src/types/store.ts';
import { clockAt, day, factsOf, folder, hour, inState, listed, nameOf, noon, profileOf } from './given.ts';

const inMemory = (): Store => openStore(':memory:', clockAt(noon));

const customersWith = (...customers: [key: string, ...names: string[]][]): Customer[] =>
  customers.map(([key, ...names]) => ({ key, profiles: names.map(nameOf) }));

/** Finds the profile and stores its whole list. */
function read(store: Store, name: string, ids: string[], now = noon): void {
  store.saveFound(nameOf(name), { profile: profileOf(name) }, now);
  store.addPage(profileOf(name), { resources: ids.map((id) => listed(id)), next: null }, now);
  store.finishList(profileOf(name), 'read', '', now);
}

const idsOf = (store: Store, lists: ReadList[] | undefined): string[][] =>
  (lists ?? []).map(({ list }) => store.resources(list).map(({ id }) => id));

test('a state that was never used knows nothing', () => {
  const store = inMemory();
  expect(store.problems()).toBeNull();
  expect(store.customers()).toEqual([]);
  expect(store.found(nameOf('ada'))).toBeNull();
  expect(store.list(profileOf('ada'))).toBeNull();
  expect(store.unfinished(profileOf('ada'))).toBeNull();
  expect(store.keys('none')).toEqual(new Uint32Array());
  expect(store.resources('none')).toEqual([]);
  expect(store.facts({ network: 'bluesky', id: 'a' })).toBeNull();
  expect(store.evidence({ network: 'bluesky', id: 'a' })).toBeNull();
});

test('what was found is given back, before and after the list is finished', () => {
  const store = inMemory();
  store.saveFound(nameOf('ada'), { profile: profileOf('ada') }, noon);
  expect(store.found(nameOf('ada'))).toEqual({ profile: profileOf('ada'), status: null, at: noon });
  store.finishList(profileOf('ada'), 'read', '', noon + hour);
  expect(store.found(nameOf('ada'))).toEqual({ profile: profileOf('ada'), status: null, at: noon });
  expect(store.found({ ...nameOf('ada'), network: 'mastodon' })).toBeNull();
});

test('a name that the network refused has no profile; one that it did not answer is unknown', () => {
  const store = inMemory();
  for (const status of ['hidden', 'not_found', 'needs_login'] as const) {
    store.saveFound(nameOf(status), { status, note: 'so it said' }, noon);
    expect(store.found(nameOf(status))).toEqual({ profile: null, status, at: noon });
  }
  store.saveFound(nameOf('ada'), { profile: profileOf('ada') }, noon);
  store.saveFound(nameOf('ada'), { status: 'not_reached', note: 'down' }, noon + hour);
  expect(store.found(nameOf('ada')), 'the last answer stays').toMatchObject({ profile: profileOf('ada'), at: noon });
  store.saveFound(nameOf('eve'), { status: 'not_reached', note: 'down' }, noon);
  expect(store.found(nameOf('eve'))).toBeNull();
});

test('pages become one list without duplicates: order kept, first occurrence wins', () => {
  const store = inMemory();
  const ada = profileOf('ada');
  const first = listed('a', { subscribers: null, title: null, countedBy: 'elsewhere' });
  store.addPage(ada, { resources: [first, listed('b'), first], next: 'two' }, noon);
  store.addPage(ada, { resources: [], next: 'three' }, noon + 1);
  store.addPage(ada, { resources: [listed('c'), listed('a', { subscribers: 1 }), listed('b')], next: null }, noon + 2);
  expect(store.list(ada)).toBeNull();
  store.finishList(ada, 'read', '', noon + 3);
  expect(store.list(ada)).toEqual({ status: 'read', note: '', at: noon + 3 });

  store.saveFound(nameOf('ada'), { profile: ada }, noon);
  store.saveInput(customersWith(['acme', 'ada']), new Map(), [], noon);
  const [[list] = []] = store.customers();
  expect(list).toMatchObject({ network: 'bluesky', status: 'read' });
  expect(store.resources(list?.list ?? '')).toEqual([first, listed('b'), listed('c')]);
  expect(store.keys(list?.list ?? '')).toHaveLength(6);
});

test('the same id in two networks is two resources', () => {
  const store = inMemory();
  const both = [listed('a'), listed('a', { network: 'web' })];
  store.saveInput([], new Map([['acme', both]]), [], noon);
  const [[list] = []] = store.customers();
  expect(store.resources(list?.list ?? '')).toEqual(both);
  const [low, high, otherLow, otherHigh] = store.keys(list?.list ?? '');
  expect([low, high]).not.toEqual([otherLow, otherHigh]);
});

test('finishing twice is finishing once', () => {
  const store = inMemory();
  read(store, 'ada', ['a', 'b']);
  store.saveInput(customersWith(['acme', 'ada']), new Map(), [], noon);
  store.finishList(profileOf('ada'), 'read', '', noon);
  expect(idsOf(store, store.customers()[0])).toEqual([['a', 'b']]);
});

test('a refresh replaces the list only when it is finished, also by an empty or a hidden one', () => {
  const store = inMemory();
  const ada = profileOf('ada');
  read(store, 'ada', ['a', 'b']);
  store.saveInput(customersWith(['acme', 'ada']), new Map(), [], noon);
  const key = store.customers()[0]?.[0]?.list;

  store.addPage(ada, { resources: [listed('c')], next: 'two' }, noon + day);
  expect(idsOf(store, store.customers()[0])).toEqual([['a', 'b']]);
  expect(store.list(ada)?.at).toBe(noon);
  store.finishList(ada, 'truncated', 'only one page', noon + day);
  expect(idsOf(store, store.customers()[0])).toEqual([['c']]);
  expect(store.list(ada)).toEqual({ status: 'truncated', note: 'only one page', at: noon + day });

  store.finishList(ada, 'read', '', noon + 2 * day);
  expect(idsOf(store, store.customers()[0])).toEqual([[]]);

  store.addPage(ada, { resources: [listed('d')], next: 'two' }, noon + 3 * day);
  store.finishList(ada, 'hidden', 'hidden by ada', noon + 3 * day);
  expect(store.list(ada)).toEqual({ status: 'hidden', note: 'hidden by ada', at: noon + 3 * day });
  expect(store.customers()).toEqual([
    [{ list: key, names: [expect.any(String)], network: 'bluesky', status: 'hidden', at: noon + 3 * day }],
  ]);
  expect(idsOf(store, store.customers()[0])).toEqual([[]]);
  expect(store.unfinished(ada)).toBeNull();
});

test('a page that was cut short makes the list truncated', () => {
  const store = inMemory();
  store.addPage(profileOf('ada'), { resources: [listed('a')], next: 'two', cutShort: true }, noon);
  store.addPage(profileOf('ada'), { resources: [listed('b')], next: null }, noon);
  store.finishList(profileOf('ada'), 'read', '', noon);
  expect(store.list(profileOf('ada'))?.status).toBe('truncated');
});

test('a closed state goes on in the middle of a list', () => {
  const path = join(folder(), 'state.sqlite');
  const clock = clockAt(noon);
  const ada = profileOf('ada');
  let store = openStore(path, clock);
  store.saveFound(nameOf('ada'), { profile: ada }, noon);
  store.saveInput(customersWith(['acme', 'ada']), new Map(), [], noon);
  store.addPage(ada, { resources: [listed('a')], next: 'two' }, noon);
  store.addPage(ada, { resources: [listed('b')], next: 'three' }, noon + hour);
  store.close();

  store = openStore(path, clock);
  expect(store.found(nameOf('ada'))?.profile).toEqual(ada);
  expect(store.list(ada)).toBeNull();
  expect(store.unfinished(ada)).toBe('three');
  expect(store.unfinished(profileOf('bo'))).toBeNull();
  expect(store.customers()[0]?.[0]?.status).toBe('not_reached');
  store.addPage(ada, { resources: [listed('c')], next: null }, noon + hour);
  store.finishList(ada, 'read', '', noon + hour);
  store.close();

  store = openStore(path, clock);
  expect(store.unfinished(ada)).toBeNull();
  expect(idsOf(store, store.customers()[0])).toEqual([['a', 'b', 'c']]);
  store.close();
});

test.each([
  { cutShort: false, status: 'read' },
  { cutShort: true, status: 'truncated' },
] as const)('a list whose last page was stored is finished at the next start: $status', ({ cutShort, status }) => {
  const path = join(folder(), 'state.sqlite');
  const clock = clockAt(noon);
  let store = openStore(path, clock);
  store.saveFound(nameOf('ada'), { profile: profileOf('ada') }, noon);
  store.saveInput(customersWith(['acme', 'ada']), new Map(), [], noon);
  store.addPage(profileOf('ada'), { resources: [listed('a')], next: 'two' }, noon);
  store.addPage(profileOf('ada'), { resources: [listed('b')], next: null, cutShort }, noon + hour);
  store.addPage(profileOf('bo'), { resources: [listed('c')], next: 'two' }, noon);
  store.close();

  store = openStore(path, clock);
  expect(store.list(profileOf('ada'))).toEqual({ status, note: '', at: noon + hour });
  expect(store.customers()).toMatchObject([[{ network: 'bluesky', status }]]);
  expect(idsOf(store, store.customers()[0])).toEqual([['a', 'b']]);
  expect(store.list(profileOf('bo'))).toBeNull();
  expect(store.unfinished(profileOf('bo'))).toBe('two');
  store.close();
});

test('pages of a list that was begun more than a day ago are dropped', () => {
  const clock = clockAt(noon);
  const store = openStore(':memory:', clock);
  const [ada, bo] = [profileOf('ada'), profileOf('bo')];
  store.addPage(ada, { resources: [listed('a')], next: 'two' }, noon);
  store.addPage(ada, { resources: [listed('b')], next: 'three' }, noon + 20 * hour);
  store.addPage(bo, { resources: [listed('a')], next: 'two' }, noon + 20 * hour);
  clock.set(noon + day);
  expect(store.unfinished(ada)).toBe('three');
  clock.set(noon + day + 1);
  expect(store.unfinished(ada)).toBeNull();
  expect(store.unfinished(bo)).toBe('two');
  store.addPage(ada, { resources: [listed('z')], next: null }, noon + day + 1);
  store.finishList(ada, 'read', '', noon + day + 1);
  store.saveFound(nameOf('ada'), { profile: ada }, noon + day);
  store.saveInput(customersWith(['acme', 'ada']), new Map(), [], noon);
  expect(idsOf(store, store.customers()[0])).toEqual([['z']]);
});

test('every customer of the input has its lists, each once', () => {
  const store = inMemory();
  read(store, 'ada', ['a']);
  store.saveFound(nameOf('did:plc:ada'), { profile: profileOf('ada') }, noon);
  store.saveFound(nameOf('gone'), { status: 'not_found', note: '' }, noon);
  store.saveFound(nameOf('found'), { profile: profileOf('found') }, noon);
  store.saveFound(nameOf('down'), { status: 'not_reached', note: '' }, noon);
  store.saveInput(
    customersWith(
      ['two spellings', 'ada', 'did:plc:ada'],
      ['shares ada', 'ada'],
      ['many', 'gone', 'found', 'down', 'new'],
      ['none'],
    ),
    new Map([
      ['shares ada', [listed('x', { network: 'web' })]],
      ['only imported', []],
    ]),
    [],
    noon,
  );
  const customers = store.customers();
  expect(store.customers()).toEqual(customers);
  const shapes = customers.map((lists) => lists.map(({ network, status }) => `${network} ${status}`));
  expect(shapes.map((lists) => lists.toSorted().join()).toSorted()).toEqual([
    '',
    'bluesky not_found,bluesky not_reached,bluesky not_reached,bluesky not_reached',
    'bluesky read',
    'bluesky read,null read',
    'null read',
  ]);
  const ofAda = customers.flat().filter(({ network, status }) => network && status === 'read');
  expect(ofAda).toHaveLength(2);
  expect(new Set(ofAda.map(({ list }) => list)).size).toBe(1);
  const shared = customers.find(
    (lists) => lists.some(({ network }) => network) && lists.some(({ network }) => !network),
  );
  expect(shared?.at(-1)?.network).toBeNull();
  expect(idsOf(store, shared)).toEqual([['a'], ['x']]);
  expect(new Set(customers.flat().map(({ list }) => list)).size).toBe(customers.flat().length - 1);
});

test('an input replaces the one before; lists that were read stay', () => {
  const store = inMemory();
  const problem: Problem = { file: 'clients.csv', line: 3, value: '=x', problem: 'is no link', whatToDo: 'mend it' };
  read(store, 'ada', ['a']);
  store.saveInput(
    customersWith(['acme', 'ada']),
    new Map([['acme', [listed('x')]]]),
    [problem, { ...problem, line: 1 }],
    noon,
  );
  expect(store.problems()).toEqual([problem, { ...problem, line: 1 }]);

  store.saveInput(customersWith(['other', 'bo']), new Map([['other', [listed('y')]]]), [], noon + 1);
  expect(store.problems()).toEqual([]);
  expect(idsOf(store, store.customers()[0])).toEqual([[], ['y']]);
  expect(store.customers()).toHaveLength(1);
  expect(store.list(profileOf('ada'))?.status).toBe('read');

  store.saveInput(customersWith(['acme', 'ada']), new Map(), [], noon + 2);
  expect(idsOf(store, store.customers()[0])).toEqual([['a']]);
});

test('an input that cannot be saved whole is not saved at all', () => {
  const store = inMemory();
  store.saveInput(customersWith(['acme', 'ada']), new Map([['acme', [listed('x')]]]), [], noon);
  const before = store.customers();
  const broken: Problem = { file: 'f', line: 0.5, value: '', problem: '', whatToDo: '' };
  expect(() => store.saveInput(customersWith(['other', 'bo']), new Map(), [broken], noon)).toThrow(/INTEGER/);
  expect(store.customers()).toEqual(before);
  expect(idsOf(store, before[0])).toEqual([[], ['x']]);
});

const to = ({ network, id, name, title, url, host }: Listed) => ({ network, id, name, title, url, host });

test('what resources turned out to be is told, and stays while one of them is in a list', () => {
  const store = openStore(':memory:', clockAt(noon));
  const [a, b, c] = [listed('a'), listed('b'), listed('c')];
  store.saveInput(
    [
      { key: 'ada', profiles: [] },
      { key: 'bert', profiles: [] },
    ],
    new Map([['ada', [a]]]),
    [],
    noon,
  );
  store.saveFacts(a, { ...factsOf('a'), successor: { resource: to(b), moved: true } }, noon);
  store.saveFacts(b, { ...factsOf('b'), successor: { resource: to(c), moved: false } }, noon);
  store.saveFacts(c, { ...factsOf('c'), description: 'says "successor":{"moved":true}' }, noon);
  store.saveFacts(listed('d'), factsOf('d'), noon);
  const [first, second, ...more] = store.successors();
  expect(first).toMatchObject({ id: 'a', name: 'a.example', resource: { id: 'b' }, moved: true });
  expect(second).toMatchObject({ id: 'b', resource: { id: 'c' }, moved: false });
  expect(more).toEqual([]);
  const [list] = store.customers().flat();
  expect([...(first?.key ?? [])]).toEqual([...store.keys(list?.list ?? '')]);
  expect(first?.successorKey).toEqual(second?.key);
  store.forget('bert');
  expect(['a', 'b', 'c', 'd'].filter((id) => store.facts(listed(id)))).toEqual(['a', 'b', 'c']);
  store.forget('ada');
  expect(['a', 'b', 'c', 'd'].filter((id) => store.facts(listed(id)))).toEqual([]);
  store.close();
});

test('an account that has moved is kept in a list with the name it had', () => {
  const store = openStore(':memory:', clockAt(noon));
  const people = [
    listed('a', { movedFrom: 'old.example' }),
    listed('b', { group: true, movedFrom: 'older.example' }),
    listed('c', { group: true }),
  ];
  store.saveInput([{ key: 'ada', profiles: [] }], new Map([['ada', people]]), [], noon);
  const [list] = store.customers().flat();
  expect(store.resources(list?.list ?? '')).toEqual(people);
  store.close();
});

test('facts, evidence and identities are given back and replaced', () => {
  const store = inMemory();
  const page = { network: 'bluesky', id: 'a' };
  store.saveFacts(page, factsOf('a'), noon);
  store.saveFacts(page, { ...factsOf('a'), subscribers: null }, noon + 1);
  store.saveFacts({ network: 'web', id: 'a' }, factsOf('other'), noon);
  expect(store.facts(listed('a'))).toEqual({ facts: { ...factsOf('a'), subscribers: null }, at: noon + 1 });

  const post = { url: 'https://p.example/1', at: null, kind: 'repost', author: 'b', text: 'On moss' } as const;
  store.saveEvidence(page, [post], noon);
  store.saveEvidence({ network: 'web', id: 'a' }, null, noon);
  expect(store.evidence(page)).toEqual({ posts: [post], at: noon });
  expect(store.evidence({ network: 'web', id: 'a' })).toEqual({ posts: null, at: noon });
  store.saveEvidence(page, [], noon + 1);
  expect(store.evidence(page)).toEqual({ posts: [], at: noon + 1 });

  const name: ResourceName = {
    network: 'bluesky',
    name: 'a.example',
    host: 'h.example',
    id: null,
    url: 'https://h.example/a',
  };
  const { subscribers: _, countedBy: __, ...resource } = listed('a');
  store.saveIdentity(name, resource, noon);
  expect(store.identity(name)).toEqual({ resource, at: noon });
  expect(store.identity({ ...name, name: 'b.example' })).toBeNull();
  expect(store.identity({ ...name, network: 'web' })).toBeNull();
});

test('what was read before an instant is purged, and nothing else', () => {
  const store = inMemory();
  const [old, young] = [noon - 31 * day, noon - 29 * day];
  const before = noon - 30 * day;
  for (const [name, at] of [
    ['old', old],
    ['young', young],
    ['edge', before],
  ] as const) {
    read(store, name, [name], at);
    store.addPage(profileOf(`long ${name}`), { resources: [listed('a')], next: 'two' }, at);
    store.addPage(profileOf(`long ${name}`), { resources: [listed('b')], next: 'three' }, noon);
    store.saveFacts({ network: 'bluesky', id: name }, factsOf(name), at);
    store.saveEvidence({ network: 'bluesky', id: name }, null, at);
    store.saveIdentity({ ...nameOf(name), id: null, url: '' }, listed(name), at);
  }
  store.saveInput(customersWith(['acme', 'old', 'young', 'edge']), new Map([['acme', [listed('x')]]]), [], young);
  store.purge(before);

  const kept = ['old', 'young', 'edge'].map((name) =>
    [
      store.found(nameOf(name)),
      store.list(profileOf(name)),
      store.facts({ network: 'bluesky', id: name }),
      store.evidence({ network: 'bluesky', id: name }),
      store.identity({ ...nameOf(name), id: null, url: '' }),
    ].map((row) => row !== null),
  );
  expect(kept).toEqual([Array(5).fill(false), Array(5).fill(true), Array(5).fill(true)]);
  expect(
    store
      .customers()[0]
      ?.map(({ status }) => status)
      .toSorted(),
  ).toEqual(['not_reached', 'read', 'read', 'read']);

  store.purge(young + 1);
  expect(store.problems()).toBeNull();
  expect(store.customers()).toEqual([]);
});

test('an unfinished list is as old as its first page', () => {
  const store = inMemory();
  store.addPage(profileOf('ada'), { resources: [listed('a')], next: 'two' }, noon - 2 * hour);
  store.addPage(profileOf('ada'), { resources: [listed('b')], next: 'three' }, noon);
  store.purge(noon - 2 * hour);
  expect(store.unfinished(profileOf('ada'))).toBe('three');
  store.purge(noon - hour);
  expect(store.unfinished(profileOf('ada'))).toBeNull();
});

test('a ranking is known again with the lists it rests on, by a later run, within --keep and until somebody is forgotten', () => {
  const path = join(folder(), 'state.sqlite');
  const people = ['anna', 'boris'].map((key) => ({ key, profiles: [nameOf(key)] }));
  const lists = new Map([
    ['bluesky', new Set(['one', 'two'])],
    ['', new Set<string>()],
  ]);
  const basis = { lists, share: 0.5 };
  const first = openStore(path, clockAt(noon));
  first.saveInput(people, new Map(), [], noon);
  first.saveRanking('digest', basis, noon);
  first.close();
  const later = openStore(path, clockAt(noon + day));
  expect(later.basisOf('digest')).toEqual(basis);
  expect(later.basisOf('another')).toBeNull();
  later.purge(noon);
  expect(later.basisOf('digest')).toEqual(basis);
  later.forget('anna');
  expect(later.basisOf('digest')).toBeNull();
  later.saveRanking('digest', basis, noon);
  later.purge(noon + 1);
  expect(later.basisOf('digest')).toBeNull();
  later.close();
});

test('an answer that names nothing is kept with its networks, and a profile is known under its names', () => {
  const store = inMemory();
  read(store, 'ada', ['a']);
  const answers = [
    { customer: 'bo', network: 'vk' },
    { customer: 'bo', network: null },
    { customer: 'cy', network: 'vk' },
    { customer: 'bo', network: 'vk' },
  ];
  store.saveInput(customersWith(['acme', 'ada']), new Map([['cy', [listed('x')]]]), [], noon, undefined, answers);
  const lists = store.customers().flat();
  expect(lists.flatMap(({ empty }) => (empty ? [empty] : [])).toSorted()).toEqual([['vk'], ['vk', null]]);
  expect(lists.flatMap(({ list }) => store.resources(list).map(({ id }) => id)).toSorted()).toEqual(['a', 'x']);
  const own = lists.find(({ network }) => network === 'bluesky');
  const { id } = profileOf('ada');
  expect(store.ownKeys({ network: 'bluesky', id, name: 'other' })).toContain(own?.list);
  expect(own?.names).toContain(store.ownKeys({ network: 'bluesky', id: '@ada', name: nameOf('ada').name })[1]);
});

test.each([
  ['whole', {}, 'read'],
  ['cut short', { cutShort: true }, 'truncated'],
])('an end of a list that is %s need not be added first', (_, more, status) => {
  const path = join(folder(), 'state.sqlite');
  const end = { resources: [listed('b'), listed('c')], next: null, ...more };
  inState(path, (store) => {
    store.saveInput([{ key: 'Una', profiles: [nameOf('una')] }], new Map(), [], noon);
    store.saveFound(nameOf('una'), { profile: profileOf('una') }, noon);
    store.addPage(profileOf('una'), { resources: [listed('a'), listed('b')], next: 'more' }, noon);
    store.finishList(profileOf('una'), 'read', '', noon, end);
  });
  inState(path, (store) => {
    expect(store.list(profileOf('una'))?.status).toBe(status);
    expect(store.unfinished(profileOf('una'))).toBeNull();
    const [[list] = []] = store.customers();
    expect(store.resources(list?.list ?? '').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});

test('the digest of lists is the same from the check of the file and from its rows, and tells what changed', () => {
  const path = join(folder(), 'state.sqlite');
  inState(path, (store) => ['eve', 'ada', 'bob'].forEach((name) => read(store, name, ['a', name])));
  inState(path, (store) => {
    const checked = store.listsDigest();
    store.saveEvidence({ network: 'bluesky', id: 'x' }, null, noon);
    expect(store.listsDigest(), 'read anew').toBe(checked);
    read(store, 'ada', ['a'], noon + hour);
    expect(store.listsDigest()).not.toBe(checked);
  });
});
