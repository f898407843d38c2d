import { describe, expect, test } from 'vitest';
import { encode } from '../../../../src/imports/encode.ts';
import { followed, heldIn, recognised } from '../recognised.ts';

const item = (address: string, name: string): string =>
  `<div class="item"><div class='item__main'><a href="${address}">${name}</a></div></div>\n`;
const page = (heading: string, items: string): Buffer => {
  const html = `<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>ВКонтакте</title><link rel="stylesheet" href="../style.css"></head>
<body><div class="wrap"><div class="header"><div class="ui_crumb">Профиль</div><div class="ui_crumb">${heading}</div></div><div class="page_content page_block"><h2>${heading}</h2><div class="wrap_page_content">
${items}</div></div></div></body></html>`;
  const bytes = encode(html, 'windows-1251');
  if ('missing' in bytes) throw new Error(bytes.missing);
  return bytes;
};
const items =
  item('https://vk.com/club12', 'Шифер и черепица') +
  item('https://vk.com/gutters', 'Жёлоб') +
  item('https://vk.com/public34', 'Крыша');
const all = ['vk:12', 'vk:gutters', 'vk:34'];

describe('subscriptions of VK’s archive', () => {
  test.each([
    ['Подписки', 'subscriptions0.html'],
    ['Подписки', 'страница.html'],
    ['Subscriptions', 'x.html'],
    ['Підписки', 'x.html'],
    ['', 'subscriptions1.html'],
    ['Сообщества', 'groups0.html'],
  ])('headed %j, named %s', async (heading, name) => {
    for (const inBundle of [false, true]) expect(await followed(page(heading, items), name, inBundle)).toEqual(all);
  });

  test('names are read as windows-1251, people are counted', async () => {
    expect(await recognised(page('Подписки', items + item('https://vk.com/id56', 'Мира Хольт')))).toMatchObject({
      follows: [{ title: 'Шифер и черепица' }, { title: 'Жёлоб' }, { title: 'Крыша' }],
      skipped: ['1 person'],
    });
  });

  test('a long list is read whole', async () => {
    const many = Array.from({ length: 300 }, (_, index) => item(`https://vk.com/club${index + 1}`, `Крыша ${index}`));
    expect(await followed(page('Подписки', many.join('')), 'subscriptions0.html')).toHaveLength(300);
  });

  test.each(['Друзья', 'Лайки', 'Чёрный список', 'Закладки', 'Сессии'])('%s are none', async (heading) => {
    const found = await recognised(page(heading, items), 'x.html');
    expect(await heldIn(page(heading, items), 'x.html')).toBe('other');
    expect(JSON.stringify(found)).not.toContain('Шифер');
  });
});
