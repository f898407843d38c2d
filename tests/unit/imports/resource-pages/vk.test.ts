import { describe, expect, test } from 'vitest';
import { languages } from '../../../doubles/pages/languages.ts';
import { shownFollows } from '../../../doubles/pages/markup.ts';
import { ways } from '../../../doubles/pages/saved.ts';
import { vkGroups, vkPerson } from '../../../doubles/pages/vk.ts';
import { resourceIn, saved, shownIn } from './read-page.ts';

const url = 'https://vk.com/gardenletter';
const page = (count: string) => `<div id="page_body"><h1 class="page_name">Garden Letter</h1>
  <div class="group_info">Письма для всех, у кого есть сад, балкон или один горшок. <a href="/away.php?to=https%3A%2F%2Fgarden.example&amp;cc_key=">garden.example</a></div>
  <a href="/search?c[group]=123">${count}</a>
  <div class="post" id="post-123_45" data-post-id="-123_45"><div class="post_author"><a href="/gardenletter">Garden Letter</a></div>
  <a href="/wall-123_45"><span class="rel_date" time="1795000000">18 ноя в 14:06</span></a><div class="wall_post_text">Гость номера: Анна Садова рассказывает об обрезке роз.</div></div>
  <div class="post" id="post-123_46" data-post-id="-123_46"><div class="post_author"><a href="/id77">Борис Грушин</a></div>
  <a href="/wall-123_46"><span class="rel_date">три дня назад</span><span>3 дня назад</span></a><div class="wall_post_text">Мой первый год с плетистыми розами, и что из этого вышло.</div></div></div>`;

describe('a community', () => {
  test.each(Object.entries(ways))('saved %s', async (_, save) => {
    const html = `<!DOCTYPE html>\n<html><head><link rel="canonical" href="${url}"></head><body>${page('Подписчики 12 345')}</body></html>`;
    const { resource, otherIds, told, posts } = await shownIn(save({ url, html }));
    expect([resource.network, resource.name, otherIds]).toEqual(['vk', 'gardenletter', ['123']]);
    expect(told).toMatchObject({ title: 'Garden Letter', subscribers: 12_345, contacts: ['https://garden.example/'] });
    expect(posts).toMatchObject([
      { kind: 'own', url: 'https://vk.com/wall-123_45', at: '2026-11-18T11:06:40.000Z' },
      { kind: 'repost', place: 'wall', author: 'id77', by: { name: 'Борис Грушин' } },
    ]);
  });

  test.each([
    ['12,3 тыс. подписчиков', 12_300],
    ['12 345 участников', 12_345],
    ['12K followers', 12_000],
    ['12 345 підписників', 12_345],
    ['1,2 млн подписчиков', 1_200_000],
  ])('with %s', async (count, subscribers) => {
    expect((await shownIn(saved('https://vk.ru/club123', page(count)))).told.subscribers).toBe(subscribers);
  });
});

const field = (label: string) =>
  `<div id="submit_post_box" class="submit_post_box"><div id="post_field" contenteditable="true" placeholder="${label}"></div></div>`;
const withField = (box: string) => saved(url, page('12 345 подписчиков').replace('<div class="post"', `${box}$&`));

describe('an open wall', () => {
  test.each(['Напишите что-нибудь…', 'Write something…', 'Напишіть щось…', 'Schreib etwas…', ''])(
    'has a field for posts: %s',
    async (label) => {
      expect((await shownIn(withField(field(label)))).told.group).toBe(true);
    },
  );

  test.each([
    ['no field', ''],
    ['a field for suggestions', `<div id="page_suggest_post">${field('')}</div>`],
    ['a field that asks for suggestions', field('Предложите новость…')],
    ['a field that asks for them in English', field('Suggest news…')],
    ['the field of who manages it', `<a href="/gardenletter?act=edit">Управление</a>${field('Напишите что-нибудь…')}`],
  ])('is not told by %s', async (_, box) => {
    expect((await shownIn(withField(box))).told.group).toBeUndefined();
  });
});

describe('a field for suggested posts', () => {
  test.each([
    ['marked as one', `<div id="page_suggest_post">${field('')}</div>`],
    ['that asks for them', field('Предложите новость…')],
    ['that asks for them in English', field('Suggest news…')],
    ['that asks for them in Ukrainian', field('Запропонувати новину')],
    ['behind a button', '<button type="button"><span>Предложить новость</span></button>'],
    ['behind another button', '<div role="button" aria-label="Предложить запись"><svg></svg></div>'],
    ['behind a link', '<a id="page_wall_suggest" href="/gardenletter?w=suggest">Suggest a post</a>'],
    ['behind a German button', '<button>Beitrag vorschlagen</button>'],
  ])('is one %s', async (_, box) => {
    const { told } = await shownIn(withField(box));
    expect([told.suggestions, told.group]).toEqual([true, undefined]);
  });

  test.each([
    ['no field', ''],
    ['a field for posts', field('Напишите что-нибудь…')],
    ['who manages the page', `<a href="/gardenletter?act=edit">Управление</a><button>Предложить новость</button>`],
    ['a button for friends', '<button>Предложить друзьям</button>'],
    ['a sentence', '<p>Мы не публикуем предложенные новости и посты от читателей.</p>'],
    ['a hidden button', '<button hidden>Предложить новость</button>'],
  ])('is not told by %s', async (_, box) => {
    expect((await shownIn(withField(box))).told.suggestions).toBeUndefined();
  });

  test('of another community, in a post, says nothing of this one', async () => {
    const shared = page('12 345 подписчиков').replace(
      'Гость номера',
      '<a href="/other">Предложить новость</a> Гость номера',
    );
    expect((await shownIn(saved(url, shared))).told.suggestions).toBeUndefined();
  });
});

describe('no resource is', () => {
  test.each(languages.slice(0, 3))('a person’s page or list of communities, in $code', async (language) => {
    const scene = { follows: shownFollows(3, 8), language, seed: 3 };
    for (const save of Object.values(ways))
      for (const made of [vkPerson(scene), vkGroups(scene, 'vk.com')]) expect(await resourceIn(save(made))).toBeNull();
  });

  test('a page that has no number', async () => {
    expect(await resourceIn(saved(url, '<h1>Garden Letter</h1><p>12 345 подписчиков</p>'))).toBeNull();
  });
});
