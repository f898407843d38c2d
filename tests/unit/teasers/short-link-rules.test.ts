import { expect, test } from 'vitest';
import { refusesShortLinks } from '../../../src/teasers/short-link-rules.ts';

test.each([
  'No URL shorteners, please.',
  'Posts with shortened links are removed.',
  "Don't use bit.ly or other redirects.",
  'Short links and link shorteners are banned here.',
  'Сокращённые ссылки запрещены.',
  'Публикуем без коротких ссылок и редиректов.',
  'Скорочені посилання видаляємо.',
  'Keine Kurzlinks und keine Weiterleitungen.',
  'Gekürzte Links sind nicht erlaubt.',
  'Pas de liens raccourcis.',
  'Los enlaces acortados están prohibidos.',
  'No se permiten acortadores.',
  'Χωρίς συντομευμένους συνδέσμους.',
  'Bez skróconych linków.',
])('%s', (rule) => {
  expect(
    refusesShortLinks(['We write about slates. Be kind.', `Rules:\n• Be kind.\n• ${rule}\n• Stay on topic.`]),
  ).toBe(rule);
});

test.each([
  'We do not publish advertising. Short links are fine.',
  'Links are welcome, no need to use short links.',
  'Not only short links, long ones too are welcome.',
  'No links at all.',
  'A short story without links.',
  'Kurze Texte, keine Werbung.',
  'Короткие истории без рекламы.',
  'The shortlist is not public.',
  `No ${'very '.repeat(80)} short links`,
])('says nothing of short links: %s', (text) => {
  expect(refusesShortLinks([text])).toBeNull();
});
