import { describe, expect, test } from 'vitest';
import { isProven, thirdPartyOf } from '../../../src/stages/third-party.ts';
import { type OutsideClass, outsideClasses } from '../../../src/types/judgement.ts';
import type { Facts, Post } from '../../../src/types/resource.ts';
import { today } from './fake-network.ts';

const day = 86_400_000;

const post = (author: string, daysAgo: number, about: Partial<Post> = {}): Post => ({
  url: `https://posts.example/${author}/${daysAgo}`,
  at: new Date(today - daysAgo * day).toISOString(),
  kind: author === 'self' ? 'own' : 'repost',
  author,
  text: 'The hedge is in bloom and the bees are back',
  ...about,
});

const own = (count: number, ...texts: string[]): Post[] =>
  Array.from({ length: count }, (_, index) => {
    const text = texts[index];
    return post('self', 1, { url: `https://posts.example/self/${index}`, ...(text !== undefined && { text }) });
  });

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

const judged = (
  posts: Post[] | null,
  about: Facts | null = facts(null),
  wanted: readonly OutsideClass[] = outsideClasses,
) => {
  const { thirdParty, lacking } = thirdPartyOf(posts, about, today, today, wanted);
  return { ...thirdParty, lacking };
};

test('two distinct outside authors within 180 days are evidence, and each is shown with the words', () => {
  const at = new Date(today - 3 * day).toISOString();
  expect(judged([post('a', 3), post('b', 100), ...own(8)])).toMatchObject({
    kind: 'reposts',
    classes: ['reposts'],
    share: 0.2,
    postsRead: 10,
    authors: 2,
    evidenceUrl: 'https://posts.example/a/3',
    evidenceDate: at,
    evidence: [
      { rule: 'repeated', class: 'reposts', url: 'https://posts.example/a/3', at, author: 'a' },
      { rule: 'repeated', url: 'https://posts.example/b/100', quote: 'The hedge is in bloom and the bees are back' },
    ],
    lacking: 'nothing',
  });
});

test.each([
  ['one author, however often', [post('a', 1), post('a', 2), post('a', 3)], 'own_only', 'authors'],
  ['180 days ago', [post('a', 180), post('b', 180)], 'reposts', 'nothing'],
  ['181 days ago', [post('a', 181), post('b', 190)], 'own_only', 'recency'],
  ['one of them too long ago', [post('a', 3), post('b', 200)], 'own_only', 'authors'],
  ['without a date', [post('a', 1, { at: null }), post('b', 1, { at: null })], 'unknown', 'posts'],
  ['among the last 50', [...own(48), post('a', 1), post('b', 1)], 'reposts', 'nothing'],
  ['the 51st', [...own(49), post('a', 1), post('b', 1)], 'own_only', 'authors'],
  ['own posts only', own(5), 'own_only', 'authors'],
  ['no posts at all', [], 'unknown', 'posts'],
  ['posts that are not shown', null, 'unknown', 'posts'],
])('%s', (_, posts, kind, lacking) => {
  expect(judged(posts)).toMatchObject({ kind, lacking });
});

test('the share is taken of the latest 20 posts', () => {
  expect(judged([...own(15), post('a', 1), post('b', 1), ...own(30)])).toMatchObject({ share: 0.1, postsRead: 20 });
});

test('a group repeats what its members write; where its posts are hidden, nobody knows', () => {
  const group = facts(null, true);
  expect(judged([post('a', 1), post('b', 1)], group)).toMatchObject({ kind: 'open_wall', lacking: 'nothing' });
  expect(judged([], group)).toMatchObject({
    kind: 'open_wall',
    evidenceUrl: 'https://weekly.example',
    lacking: 'nothing',
  });
  expect(judged(null, group)).toMatchObject({ kind: 'unknown', lacking: 'posts' });
});

test('texts of posts and of the description say how outsiders are published', () => {
  const asking = ['Interview with Anna Berg about hedges', 'Ten questions for Tom Lee'];
  expect(judged(own(3, ...asking))).toMatchObject({ kind: 'interviews', authors: 2, lacking: 'nothing' });
  expect(judged(own(3, asking[0] ?? ''))).toMatchObject({ kind: 'own_only', authors: 1 });
  expect(judged(own(3), facts('News of the garden. Write for us!'))).toMatchObject({
    kind: 'suggest_box',
    evidenceUrl: 'https://weekly.example',
    evidence: [{ rule: 'asks_for_texts', at: null, quote: 'Write for us' }],
    lacking: 'nothing',
  });
  expect(judged(own(3), facts('We do not take guest posts.'))).toMatchObject({ kind: 'own_only', lacking: 'refused' });
  expect(judged(own(3), facts('Advertise with us'))).toMatchObject({ kind: 'paid_only', lacking: 'paid' });
  const both = judged([post('a', 1), post('b', 1)], facts('Advertise with us'));
  expect(both).toMatchObject({ kind: 'reposts', lacking: 'nothing' });
  expect(both.evidence.map(({ rule }) => rule)).toContain('sells_places');
});

test('only the chosen classes count', () => {
  const posts = [post('a', 1), post('b', 1)];
  expect(judged(posts, facts(null), ['guest_posts'])).toMatchObject({ kind: 'reposts', lacking: 'choice' });
  expect(judged(posts, facts('Write for us!'), ['suggest_box'])).toMatchObject({
    kind: 'suggest_box',
    classes: ['reposts', 'suggest_box'],
    lacking: 'nothing',
  });
});

test('what is proven stays proven: reading on is of no use', () => {
  expect(isProven([post('a', 1), post('b', 1)], facts(null), today)).toBe(true);
  expect(isProven([post('a', 1), ...own(39)], facts(null), today)).toBe(false);
});

describe('a field for suggested posts', () => {
  const taking = { ...facts(null), suggestions: true } as const;
  const signed = post('reader', 3, { place: 'signed', by: { name: 'Anna Quince', handle: null, bio: null } });

  test('is evidence where one text of others is shown', () => {
    expect(judged([signed, ...own(8)], taking)).toMatchObject({
      kind: 'suggest_box',
      lacking: 'nothing',
      evidence: [
        { rule: 'signed', author: 'Anna Quince' },
        { rule: 'suggestions', class: 'suggest_box', url: 'https://weekly.example', at: null },
      ],
    });
    expect(judged([signed, ...own(8)]).lacking).toBe('authors');
  });

  test('is left to a person where none is, for every page may have it', () => {
    expect(judged(own(8), taking)).toMatchObject({
      kind: 'unknown',
      lacking: 'posts',
      evidence: [{ rule: 'suggestions' }],
    });
    expect(judged([post('self', 3, { kind: 'repost', author: 'a' }), ...own(8)], taking).lacking).toBe('posts');
  });

  test.each([
    ['refuses texts', { ...taking, description: 'We do not accept guest posts or articles of others.' }, 'refused'],
    ['sells places', { ...taking, description: 'Sponsored posts and paid placement: prices on request.' }, 'paid'],
  ])('is none where the page %s', (_, about, lacking) => {
    expect(judged(own(8), about).lacking).toBe(lacking);
  });
});
