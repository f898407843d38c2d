import { describe, expect, test } from 'vitest';
import { judgeResource } from '../../../src/judgement/judge-resource.ts';
import type { Post } from '../../../src/types/resource.ts';

const now = Date.parse('2026-11-28T12:00:00Z');
const daysAgo = (days: number): string => new Date(now - days * 86_400_000).toISOString();

const about = {
  title: 'Harbour Letter',
  name: 'harbourletter',
  url: 'https://bsky.app/profile/harbourletter.example',
  description: 'News of the harbour.',
  open: false,
};

const own = (text: string, days: number, more: Partial<Post> = {}): Post => ({
  url: `https://bsky.app/profile/harbourletter.example/post/${days}`,
  at: daysAgo(days),
  kind: 'own',
  author: 'harbour',
  text,
  ...more,
});

const news = [own('The ferry runs again from Monday.', 2), own('The crane on quay four is back at work.', 5)];
const pinned = { pinned: true } as const;

describe('a post that is pinned', () => {
  test.each([
    [
      'Write for us: send your article to desk@harbourletter.example',
      'News of the harbour and of those who work there.',
    ],
    [
      'Пишите нам: присылайте свои статьи, мы их публикуем',
      'Новости порта и тех, кто в нём работает, для всех, кто живёт у моря.',
    ],
    [
      'Schreiben Sie für uns und schicken Sie uns Ihren Gastbeitrag',
      'Nachrichten aus dem Hafen und von denen, die dort arbeiten.',
    ],
  ])('invites however old it is: %s', (text, description) => {
    const page = { ...about, description };
    const opinion = judgeResource(page, [own(text, 900, pinned), ...news], now);
    expect(opinion).toMatchObject({ kind: 'suggest_box', lacking: 'nothing', latest: 2 });
    expect(opinion.evidence[0]).toMatchObject({ rule: 'asks_for_texts', quote: text, at: null });
    expect(judgeResource(page, [...news, own(text, 900)], now).lacking).not.toBe('nothing');
  });

  test('refuses as a description does, whatever newer posts say', () => {
    const refusal = own('We do not accept guest posts, please do not send any.', 700, pinned);
    const invitation = own('Write for us: send your article to desk@harbourletter.example', 3);
    expect(judgeResource(about, [refusal, invitation, ...news], now)).toMatchObject({ kind: 'own_only' });
  });

  test('shows nobody of half a year ago', () => {
    const guests = ['Ada Quince', 'Ben Sloe'].map((name, at) =>
      own(`Text by ${name}: what the tide leaves behind`, 300 + at, pinned),
    );
    expect(judgeResource(about, [...guests, ...news], now).lacking).not.toBe('nothing');
  });

  test('is no part of the share of the latest', () => {
    const guest: Post = { ...own('How I rig a dinghy', 400, pinned), kind: 'repost', author: 'ada' };
    expect(judgeResource(about, [guest, ...news], now)).toMatchObject({ outside: 0, latest: 2 });
  });
});
