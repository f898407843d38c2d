import { expect, test } from 'vitest';
import { judgeResource } from '../../../src/judgement/judge-resource.ts';
import type { Post } from '../../../src/types/resource.ts';

const now = Date.parse('2026-11-28T12:00:00Z');
const at = new Date(now - 86_400_000).toISOString();
const url = 'https://x.com/quarryletter';

/** As X shows what a page repeats: no name, no self-description. */
const repeated = (handle: string, text: string): Post => ({
  url: `https://x.com/${handle}/status/1`,
  at,
  kind: 'repost',
  author: `@${handle}`,
  text,
  by: { name: null, handle, bio: null },
});

const opinionOn = (description: string, posts: Post[]) =>
  judgeResource({ title: 'Quarry Letter', name: 'quarryletter', url, description, open: false }, posts, now);

const texts = [
  repeated('orlavenn', 'Ten things a blast taught me, a thread'),
  repeated('tarn_hugo', 'The view from the crane, an essay'),
];

test('whom the description names is of the house under a handle, too', () => {
  expect(opinionOn('Run by Orla Venn and Hugo Tarn.', texts)).toMatchObject({ lacking: 'authors', authors: 0 });
  expect(opinionOn('Stone and those who cut it.', texts)).toMatchObject({ lacking: 'nothing', authors: 2 });
});

test('a name in a post and its handle are one person', () => {
  const own: Post = {
    url: 'https://x.com/quarryletter/status/1',
    at,
    kind: 'own',
    author: 'quarry',
    text: 'Text by Orla Venn: how loud is a blast',
  };
  expect(opinionOn('Stone and those who cut it.', [own, ...texts.slice(0, 1)])).toMatchObject({ authors: 1 });
});

test('accounts whose handles differ in a few signs are different people', () => {
  const alike = ['orlavenn-01', 'orlavenn-02', 'orlavenn-03'].map((handle, index) => ({
    ...repeated(handle, texts[index % 2]?.text ?? ''),
    url: `https://x.com/${handle}/status/1`,
  }));
  expect(opinionOn('Stone and those who cut it.', alike)).toMatchObject({ authors: 3 });
});
