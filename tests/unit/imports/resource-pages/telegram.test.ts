import { describe, expect, test } from 'vitest';
import { ways } from '../../../doubles/pages/saved.ts';
import { resourceIn, saved, shownIn } from './read-page.ts';

const url = 'https://t.me/s/gardenletter';
const message = (number: number, text: string, forwarded = '') =>
  `<div class="tgme_widget_message js-widget_message" data-post="gardenletter/${number}">${forwarded}
  <div class="tgme_widget_message_text js-message_text">${text}</div><a class="tgme_widget_message_date"><time datetime="2026-11-1${number}T10:00:00+00:00">10:00</time></a></div>`;
const preview = (
  counter: string,
) => `<div class="tgme_channel_info"><div class="tgme_channel_info_header_title"><span>Garden Letter</span></div>
  <div class="tgme_channel_info_counters"><div class="tgme_channel_info_counter"><span>${counter.split(' ')[0] ?? ''}</span> <span>${counter.split(' ').slice(1).join(' ')}</span></div><div class="tgme_channel_info_counter"><span>99</span> <span>photos</span></div></div>
  <div class="tgme_channel_info_description">Letters from the garden. mail@garden.example <a href="https://garden.example/">garden.example</a></div></div>
  <section>${message(1, 'Guest: Anna Quince on pruning roses.')}${message(2, 'From the neighbours.', '<div><a class="tgme_widget_message_forwarded_from_name" href="https://t.me/PotPlants/7">Pot Plants</a></div>')}</section>`;

describe('a channel', () => {
  test.each(Object.entries(ways))('saved %s', async (_, save) => {
    const html = `<!DOCTYPE html>\n<html><head><link rel="canonical" href="${url}"></head><body>${preview('12.3K subscribers')}</body></html>`;
    const { resource, told, posts } = await shownIn(save({ url, html }));
    expect(resource).toMatchObject({ network: 'telegram', id: 'gardenletter' });
    expect(told).toMatchObject({
      title: 'Garden Letter',
      subscribers: 12_300,
      contacts: ['mail@garden.example', 'https://garden.example/'],
    });
    expect(posts).toMatchObject([
      { url: 'https://t.me/gardenletter/2', kind: 'repost', author: 'potplants', by: { name: 'Pot Plants' } },
      { url: 'https://t.me/gardenletter/1', kind: 'own', at: '2026-11-11T10:00:00.000Z' },
    ]);
  });

  test.each([
    ['12 345 subscribers', 12_345, undefined],
    ['12 345 подписчиков', 12_345, undefined],
    ['12 345 підписників', 12_345, undefined],
    ['12 345 Abonnenten', 12_345, undefined],
    ['12 345 members, 120 online', 12_345, true],
    ['12 345 участников, 120 в сети', 12_345, true],
  ])('the card with %s', async (extra, subscribers, group) => {
    const body = `<div class="tgme_page"><div class="tgme_page_title"><span>Garden Letter</span></div><div class="tgme_page_extra">${extra}</div></div>`;
    const { told } = await shownIn(saved('https://t.me/gardenletter', body));
    expect([told.title, told.subscribers, told.group]).toEqual(['Garden Letter', subscribers, group]);
  });
});

test.each([
  [
    'a person',
    '<div class="tgme_page"><div class="tgme_page_title">Anna</div><div class="tgme_page_extra">@annaquince</div></div>',
  ],
  ['nothing', '<main></main>'],
])('%s is no resource', async (_, body) => {
  expect(await resourceIn(saved('https://t.me/annaquince', body))).toBeNull();
});
