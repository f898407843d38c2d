import { describe, expect, test } from 'vitest';
import { type Opinion, judgeResource } from '../../../src/judgement/judge-resource.ts';
import type { Post } from '../../../src/types/resource.ts';

const now = Date.parse('2026-11-28T12:00:00Z');

const own = (text: string, at: number): Post => ({
  url: `https://bsky.app/profile/quarryletter.example/post/${at}`,
  at: new Date(now - (at + 1) * 86_400_000).toISOString(),
  kind: 'own',
  author: 'quarry',
  text,
});

function opinionOn(texts: string[], description = 'Stone and those who cut it.', title = 'Quarry Letter'): Opinion {
  const about = { title, name: 'quarryletter', url: 'https://bsky.app/profile/quarryletter.example', open: false };
  return judgeResource({ ...about, description }, texts.map(own), now);
}

const english = [
  'The saw is back from the smith.',
  'How to tell slate from shale, and why it matters when it rains.',
  'We are closed on Monday, as the road is.',
];

describe('the same words around another name each time are a series', () => {
  test.each([
    ['with what they are', 'On the third bench: Orla Venn, blaster', 'On the third bench: Hugo Tarn, crane driver'],
    [
      'that leads to texts',
      'The dust of the week belongs to Orla Venn https://quarry.example/1',
      'The dust of the week belongs to Hugo Tarn https://quarry.example/2',
    ],
  ])('%s', (_, ...posts) => {
    const { lacking, authors, evidence } = opinionOn([...posts, ...english]);
    expect({ lacking, authors }).toEqual({ lacking: 'nothing', authors: 2 });
    expect(evidence.map(({ author }) => author)).toEqual(['Orla Venn', 'Hugo Tarn']);
  });

  test('whatever the ending of the words around them', () => {
    const opinion = opinionOn(
      [
        'К станку встал Егор Кремнёв, камнерез: пыль не беда',
        'К станку встала Вера Сланцева, взрывник: тише едешь',
        'Пила вернулась от кузнеца, и мы снова в деле.',
        'Чем сланец отличается от глины и почему это важно.',
      ],
      'О камне и о тех, кто его режет.',
      'Карьер',
    );
    expect(opinion).toMatchObject({ lacking: 'nothing', authors: 2 });
  });

  test('counted down by a number', () => {
    const posts = ['41 / Slate roofs / Orla Venn', '40 / The long fuse / Hugo Tarn', '39 / Lime / Mabel Roe'];
    expect(opinionOn([...posts, ...english])).toMatchObject({ lacking: 'nothing', authors: 3 });
  });

  test.each([
    ['one name', 'On the third bench: Orla Venn, blaster', 'On the third bench: Orla Venn, blaster again'],
    ['winners', 'Winner of the week: Orla Venn, blaster', 'Winner of the week: Hugo Tarn, crane driver'],
    ['names that lead nowhere', 'Named after Orla Venn: bench three', 'Named after Hugo Tarn: bench four'],
    [
      'pictures',
      'Camera: Orla Venn, blaster https://quarry.example/1',
      'Camera: Hugo Tarn, driver https://quarry.example/2',
    ],
  ])('but not %s', (_, ...posts) => {
    expect(opinionOn([...posts, ...english]).lacking).not.toBe('nothing');
  });
});

test('two names in one post are no series', () => {
  const post = 'On the third bench Orla Venn and on the third bench Hugo Tarn https://quarry.example/1';
  expect(opinionOn([post, ...english]).lacking).not.toBe('nothing');
});

test('three names in one breath are a crew, and none of them an author', () => {
  const crew = 'Silver for the four: Orla Venn, Hugo Tarn, Mabel Roe and Sid Fenn https://quarry.example/1';
  expect(opinionOn([crew, ...english])).toMatchObject({ lacking: 'authors', authors: 0 });
});

test('a question to somebody by name is an interview', () => {
  const posts = [
    'Orla Venn, how loud is a blast? https://quarry.example/1',
    'Hugo Tarn, what do you see from up there? https://quarry.example/2',
  ];
  expect(opinionOn([...posts, ...english])).toMatchObject({ kind: 'interviews', lacking: 'nothing', authors: 2 });
});

test('a surname that is a word is a name behind a given one', () => {
  const posts = [
    'This text is by Orla Winter https://quarry.example/1',
    'This text is by Hugo Keyes https://quarry.example/2',
  ];
  const { lacking, evidence } = opinionOn([...posts, ...english]);
  expect(lacking).toBe('nothing');
  expect(evidence.map(({ author }) => author)).toEqual(['Orla Winter', 'Hugo Keyes']);
});

test('the page’s own people have a job behind “our”; whoever sits opposite has none', () => {
  const opposite = ['Opposite me, Orla Venn, who blasts', 'Opposite me, Hugo Tarn, who drives the crane'];
  expect(opinionOn([...opposite, ...english])).toMatchObject({ lacking: 'nothing', authors: 2 });
  const staff = ['Our blaster Orla Venn, at work', 'Our driver Hugo Tarn, at work'];
  expect(opinionOn([...staff, ...english]).lacking).not.toBe('nothing');
});

describe('what is asked for behind a colon', () => {
  test.each([
    ['Nobody here is an author, which is the point: send us your stories and we print them.', 'suggest_box'],
    ['Guest authors are a fine idea for some other blog.', 'own_only'],
    ['Guest articles: not here, try elsewhere.', 'own_only'],
  ])('%s', (description, kind) => {
    expect(opinionOn(english, description).kind).toBe(kind);
  });
});

test('in Turkish, “write to us if it hurts” asks for no text', () => {
  const posts = ['Pazartesi kapalıyız, çünkü yol da kapalı.', 'Yeni bir koltuk geldi ve çok rahat.'];
  expect(opinionOn(posts, 'Randevular internetten. Dişiniz ağrıyorsa bize yazın.', 'Kuzey Diş').lacking).not.toBe(
    'nothing',
  );
  expect(opinionOn(posts, 'Taş ve ustaları için bir dergi. Yazınızı bize gönderin, yayımlayalım.', 'Taş').kind).toBe(
    'suggest_box',
  );
});
