import { expect, test } from 'vitest';
import { hintsIn } from '../../../src/stages/hints.ts';
import { isProven, thirdPartyOf } from '../../../src/stages/third-party.ts';
import type { Evidence, Facts, Hint } from '../../../src/types/resource.ts';
import { today } from './fake-network.ts';

const day = 86_400_000;

const post = (author: string, daysAgo: number, about: Partial<Evidence> = {}): Evidence => ({
  url: `https://posts.example/${author}/${daysAgo}`,
  at: new Date(today - daysAgo * day).toISOString(),
  kind: author === 'self' ? 'own' : 'repost',
  author,
  hints: [],
  ...about,
});

const own = (count: number, hints: Hint[] = []): Evidence[] =>
  Array.from({ length: count }, (_, index) => post('self', 1, { url: `https://posts.example/self/${index}`, hints }));

const facts = (description: string | null, group = false): Facts => ({
  name: 'weekly',
  title: 'Weekly',
  url: 'https://weekly.example',
  subscribers: 9000,
  description,
  group,
  exists: true,
  ref: '',
  host: '',
  wishes: [],
});

const judged = (posts: Evidence[] | null, about: Facts | null = facts(null)) =>
  thirdPartyOf(posts, about, today, today);

test('two distinct outside authors, the newest within 180 days, are evidence: the newest post shows it', () => {
  expect(judged([post('a', 3), post('b', 200), ...own(8)])).toEqual({
    kind: 'reposts',
    share: 0.2,
    authors: 2,
    evidenceUrl: 'https://posts.example/a/3',
    evidenceDate: new Date(today - 3 * day).toISOString(),
    lacking: 'nothing',
  });
});

test.each([
  ['one author, however often', [post('a', 1), post('a', 2), post('a', 3)], 'own_only', 'authors'],
  ['180 days ago', [post('a', 180), post('b', 180)], 'reposts', 'nothing'],
  ['181 days ago', [post('a', 181), post('b', 190)], 'own_only', 'recency'],
  ['without a date', [post('a', 1, { at: null }), post('b', 1, { at: null })], 'unknown', 'posts'],
  ['among the last 50', [...own(48), post('a', 1), post('b', 1)], 'reposts', 'nothing'],
  ['the 51st', [...own(49), post('a', 1), post('b', 1)], 'own_only', 'authors'],
  ['own posts only', own(5), 'own_only', 'authors'],
  ['no posts at all', [], 'unknown', 'posts'],
  ['posts that are not shown', null, 'unknown', 'posts'],
])('%s', (_, posts, kind, lacking) => {
  expect(judged(posts)).toMatchObject({ kind, lacking });
});

test('a group repeats what its members write, also where its posts are not shown', () => {
  const group = facts(null, true);
  expect(judged([post('a', 1), post('b', 1)], group)).toMatchObject({ kind: 'open_wall', lacking: 'nothing' });
  expect(judged(null, group)).toMatchObject({
    kind: 'open_wall',
    evidenceUrl: 'https://weekly.example',
    lacking: 'nothing',
  });
  expect(judged(own(3), group)).toMatchObject({ kind: 'own_only', lacking: 'authors' });
});

test('words in posts and in the description say how outsiders are published', () => {
  expect(judged(own(2, ['interviews']))).toMatchObject({ kind: 'interviews', authors: 2, lacking: 'nothing' });
  expect(judged(own(1, ['interviews']))).toMatchObject({ kind: 'own_only', authors: 1 });
  expect(judged(own(3), facts('News. Write for us!'))).toMatchObject({
    kind: 'suggest_box',
    evidenceUrl: 'https://weekly.example',
    lacking: 'nothing',
  });
  expect(judged(own(3), facts('Advertise with us'))).toMatchObject({ kind: 'paid_only', lacking: 'authors' });
  expect(judged([post('a', 1), post('b', 1)], facts('Advertise with us'))).toMatchObject({ kind: 'reposts' });
});

test('what is proven stays proven: reading on is of no use', () => {
  expect(isProven([post('a', 1), post('b', 1)], today)).toBe(true);
  expect(isProven([post('a', 1), ...own(39)], today)).toBe(false);
});

test.each<[string, Hint[]]>([
  ['Guest post by Anna', ['guest_posts']],
  ['Наши гости: колонка от Анны', ['guest_posts']],
  ['Предложить новость можно в личку', ['suggest_box']],
  ['Interview with a gardener', ['interviews']],
  ['Συνέντευξη με την Άννα', ['interviews']],
  ['Коммерческие посты — платные', ['paid_only']],
  ['Writing for usual readers', []],
  ['An unguest poster', []],
  ['Just news', []],
])('%s', (text, hints) => {
  expect(hintsIn(text)).toEqual(hints);
});
