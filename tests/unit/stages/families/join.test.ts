import { describe, expect, test } from 'vitest';
import { type Naming, type Page, joinFamilies } from '../../../../src/stages/families/join.ts';

/** Pages by key, `network:name`, and whom each names: a sign says how, nothing that it is its own. */
function pages(namings: Record<string, string>): Page[] {
  return Object.entries(namings).map(([key, named]) => ({
    key,
    network: key.split(':')[0] ?? '',
    names: [key],
    namings: named.split(' ').filter(Boolean).map(naming),
  }));
}

function naming(text: string): Naming {
  const [, sign = '', name = ''] = /^([!?~]?)(.+)$/.exec(text) ?? [];
  const as = sign === '?' ? 'unclear' : sign === '~' ? 'other' : 'own';
  return { names: [name], as, verified: sign === '!' };
}

const nothingSaid = { same: [], apart: [] };
const join = (namings: Record<string, string>, said: Parameters<typeof joinFamilies>[1] = nothingSaid) => {
  const { families, hints } = joinFamilies(pages(namings), said);
  const told = [...hints].map(([key, own]) => [key, own.map((hint) => `${hint.how} ${hint.key}`)] as const);
  return { families, hints: Object.fromEntries(told) };
};

describe('what is one family', () => {
  test('two that name each other', () => {
    expect(join({ 'tg:a': 'vk:a', 'vk:a': 'tg:a' })).toEqual({ families: [['tg:a', 'vk:a']], hints: {} });
  });

  test('three of which the middle one is bound to both', () => {
    expect(join({ 'tg:a': 'vk:a', 'vk:a': 'tg:a bs:a', 'bs:a': 'vk:a' }).families).toEqual([['bs:a', 'tg:a', 'vk:a']]);
  });

  test('one whose naming of the other is verified', () => {
    expect(join({ 'ma:a': '!bs:a', 'bs:a': '' }).families).toEqual([['bs:a', 'ma:a']]);
  });

  test('whatever the order of the pages', () => {
    const named = { 'tg:a': 'vk:a', 'vk:a': 'tg:a', 'bs:b': 'ma:b', 'ma:b': 'bs:b' };
    const turned = Object.fromEntries(Object.entries(named).toReversed());
    expect(join(turned)).toEqual(join(named));
  });
});

describe('what is none', () => {
  test.each([
    ['one naming', { 'tg:a': 'vk:a', 'vk:a': '' }, ['names vk:a'], ['named_by tg:a']],
    ['unclear words on one side', { 'tg:a': 'vk:a', 'vk:a': '?tg:a' }, ['each_other vk:a'], ['each_other tg:a']],
  ])('%s is a hint', (_, namings, left, right) => {
    expect(join(namings)).toEqual({ families: [], hints: { 'tg:a': left, 'vk:a': right } });
  });

  test('friends, who get no hint either', () => {
    expect(join({ 'tg:a': '~vk:b', 'vk:b': '~tg:a' })).toEqual({ families: [], hints: {} });
  });

  test('two of one network', () => {
    const { families, hints } = join({ 'ma:a': '!ma:b', 'ma:b': 'ma:a' });
    expect(families).toEqual([]);
    expect(hints['ma:a']).toEqual(['each_other ma:b']);
  });

  test('a head and its branches on one network; another page of the head stays with it', () => {
    const { families, hints } = join({
      'ma:head': 'bs:one bs:two tg:head',
      'bs:one': 'ma:head',
      'bs:two': 'ma:head',
      'tg:head': 'ma:head',
    });
    expect(families).toEqual([['ma:head', 'tg:head']]);
    expect(hints['ma:head']).toEqual(['each_other bs:one', 'each_other bs:two']);
  });

  test('an editor and a magazine for whom one domain vouches', () => {
    expect(join({ 'ma:editor': '!bs:magazine', 'ma:magazine': '!bs:magazine', 'bs:magazine': '' }).families).toEqual(
      [],
    );
  });

  test('a chain that leads to two of one network', () => {
    const chain = { 'ma:a': 'tg:b', 'tg:b': 'ma:a vk:c', 'vk:c': 'tg:b bs:d', 'bs:d': 'vk:c ma:e', 'ma:e': 'bs:d' };
    expect(join(chain).families).toEqual([]);
  });

  test('a name of two pages of one network', () => {
    const [first, second, third] = pages({ 'tg:a': 'vk:a', 'vk:1': 'tg:a', 'vk:2': '' });
    const renamed = [first, { ...second, names: ['vk:1', 'vk:a'] }, { ...third, names: ['vk:2', 'vk:a'] }] as Page[];
    expect(joinFamilies(renamed, nothingSaid).families).toEqual([]);
  });
});

describe('what a person said', () => {
  test('joins, also two of one network', () => {
    const said = { same: [['ma:a', 'ma:b'] as const], apart: [] };
    expect(join({ 'ma:a': '', 'ma:b': 'ma:a' }, said)).toEqual({ families: [['ma:a', 'ma:b']], hints: {} });
  });

  test('keeps apart, and ends the hint', () => {
    const said = { same: [], apart: [['vk:a', 'tg:a'] as const] };
    expect(join({ 'tg:a': 'vk:a', 'vk:a': 'tg:a' }, said)).toEqual({ families: [], hints: {} });
  });

  test('keeps apart through a third page, too', () => {
    const said = { same: [], apart: [['tg:a', 'bs:a'] as const] };
    expect(join({ 'tg:a': 'vk:a', 'vk:a': 'tg:a bs:a', 'bs:a': 'vk:a' }, said).families).toEqual([]);
  });

  test('goes before what the pages prove, where both would bring two of one network together', () => {
    const said = { same: [['ma:a', 'tg:a'] as const], apart: [] };
    expect(join({ 'ma:a': '', 'tg:a': 'ma:b', 'ma:b': 'tg:a' }, said).families).toEqual([['ma:a', 'tg:a']]);
  });

  test('of pages that are not there is nothing', () => {
    const said = { same: [['tg:a', 'ig:a'] as const], apart: [] };
    expect(join({ 'tg:a': '' }, said).families).toEqual([]);
  });
});

test('pages that all name one another take no longer than their namings', () => {
  const everybody = Array.from({ length: 300 }, (_, at) => `n${at}:x`);
  const namings = Object.fromEntries(everybody.map((key) => [key, everybody.join(' ')]));
  expect(join(namings).families).toEqual([everybody.toSorted()]);
});
