import { expect, test } from 'vitest';
import { momentIn } from '../../../src/text/moments.ts';

const seen = Date.parse('2026-11-22T04:00:26Z');

const dayOf = (line: string): string | null => {
  const at = momentIn(line, seen);
  return at === null ? null : new Date(at).toISOString().slice(0, 10);
};

test.each([
  ['2h', '2026-11-22'],
  ['2 h', '2026-11-22'],
  ['5d', '2026-11-17'],
  ['3 w', '2026-11-01'],
  ['2w •', '2026-11-08'],
  ['1mo', '2026-10-22'],
  ['1 yr', '2025-11-21'],
  ['an hour ago', '2026-11-22'],
  ['vor 3 Tagen', '2026-11-19'],
  ['vor einer Woche', '2026-11-15'],
  ['2 Std.', '2026-11-22'],
  ['il y a 2 jours', '2026-11-20'],
  ['hace 3 días', '2026-11-19'],
  ['há 3 dias', '2026-11-19'],
  ['3 giorni fa', '2026-11-19'],
  ['3 дня назад', '2026-11-19'],
  ['час назад', '2026-11-22'],
  ['2 нед.', '2026-11-08'],
  ['5 днів тому', '2026-11-17'],
  ['πριν από 3 ημέρες', '2026-11-19'],
  ['2 gün önce', '2026-11-20'],
  ['2 dni temu', '2026-11-20'],
  ['just now', '2026-11-22'],
  ['только что', '2026-11-22'],
])('%s is %s, reckoned from the day the page was saved', (line, day) => expect(dayOf(line)).toBe(day));

test.each([
  ['Yesterday at 10:12 AM', '2026-11-21'],
  ['вчера в 10:12', '2026-11-21'],
  ['Χθες στις 10:12', '2026-11-21'],
  ['wczoraj o 10:00', '2026-11-21'],
  ['сегодня в 9:15', '2026-11-22'],
  ['Monday at 10:00', '2026-11-16'],
  ['понедельник в 10:00', '2026-11-16'],
  ['Sunday, November 1, 2026 at 10:22 AM', '2026-11-01'],
])('%s is %s', (line, day) => expect(dayOf(line)).toBe(day));

test.each([
  ['November 3 at 10:22 AM', '2026-11-03'],
  ['December 3', '2025-12-03'],
  ['3 November 2025', '2025-11-03'],
  ['3rd November 2025', '2025-11-03'],
  ['3 марта в 10:22', '2026-03-03'],
  ['3 мар 2025 г.', '2025-03-03'],
  ['3 дек 2025 в 10:11', '2025-12-03'],
  ['24 листопада 2025 р.', '2025-11-24'],
  ['3. März um 10:22', '2026-03-03'],
  ['3 de marzo de 2025', '2025-03-03'],
  ['3 de novembro às 10:22', '2026-11-03'],
  ['5 mai 2026', '2026-05-05'],
  ['8 nov. 2026', '2026-11-08'],
  ['5 maja', '2026-05-05'],
  ['3 Μαρτίου στις 10:22', '2026-03-03'],
  ['3 ΜΑΡΤΙΟΥ', '2026-03-03'],
  ['3 Kasım 2025', '2025-11-03'],
  ['2026-11-01', '2026-11-01'],
  ['01.11.2026', '2026-11-01'],
])('the date %s is %s', (line, day) => expect(dayOf(line)).toBe(day));

test.each([
  'Anna Quince',
  'May Rose',
  'March',
  'June',
  '12',
  '12 comments',
  '3 Likes',
  '12 подписчиков',
  '31 February 2026',
  '2 год.',
  '2030-01-01',
  'M',
  '',
  'We meet on 3 March and talk about everything that grows in a small garden and in pots',
])('"%s" tells no moment', (line) => expect(dayOf(line)).toBeNull());
