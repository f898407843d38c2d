import { describe, expect, test } from 'vitest';
import { measureWords } from '../../../src/results/measure-words.ts';
import { listedWords, measureOf } from '../../../src/results/measures.ts';
import { decimalSignIn, numberIn } from '../../../src/results/number-cells.ts';

describe('a heading counts', () => {
  test.each([
    ['Sessions', 'visits'],
    ['nb_visits', 'visits'],
    ['ym:s:visits', 'visits'],
    ['Sitzungen', 'visits'],
    ['Sessioni', 'visits'],
    ['工作階段', 'visits'],
    ['訪問数', 'visits'],
    ['total_sessions', 'visits'],
    ['Количество визитов', 'visits'],
    ['Liczba sesji', 'visits'],
    ['Eindeutige Besucher', 'visitors'],
    ['activeUsers', 'visitors'],
    ['Всего пользователей', 'visitors'],
    ['screenPageViews', 'views'],
    ['visitsSummary.nonBots', 'clicks'],
    ['visit_count', 'clicks'],
    ['keyEvents', 'conversions'],
    ['Kluczowe zdarzenia', 'conversions'],
    ['Événements clés', 'conversions'],
    ['Конверсии', 'conversions'],
    ['Целевые визиты (Заказ звонка)', 'converted'],
    ['ym:s:goal4711reaches', 'reached'],
    ['goals_idgoal=2_nb_conversions', 'conversions'],
  ])('%s: %s', (heading, kind) => {
    expect(measureOf(heading)?.kind ?? null).toBe(kind);
  });

  test.each([
    'Engaged sessions',
    'Engaged sessions per active user',
    'Session manual ad content',
    'Session key event rate',
    'New users',
    'Event count',
    'Total revenue',
    'Besuche mit Konversionen',
    'Повторные посещения',
    'Конверсия',
    'Конверсия (Заказ звонка)',
    'nb_visits_converted',
    'Sessions (mobile)',
    'Отказы',
    'bounce_rate',
    'constructor',
    '',
  ])('nothing of ours: %s', (heading) => {
    expect(measureOf(heading)).toBeNull();
  });

  test('the goal that stands in brackets or in the name', () => {
    expect(measureOf('Достижения цели (Заказ звонка)')?.goal).toBe('Заказ звонка');
    expect(measureOf('ym:s:goal4711visits')?.goal).toBe('4711');
    expect(measureOf('keyEvents:sign_up')?.goal).toBe('sign_up');
    expect(measureOf('Conversions')?.goal).toBeNull();
  });

  test('one thing in all languages', () => {
    const kinds = new Map<string, Set<string>>();
    for (const [kind, languages] of Object.entries(measureWords)) {
      for (const word of Object.values(languages).flatMap(listedWords)) {
        kinds.set(word, (kinds.get(word) ?? new Set()).add(kind));
      }
    }
    expect([...kinds].filter(([, of]) => of.size > 1).map(([word]) => word)).toEqual([]);
  });
});

describe('a number is read', () => {
  test.each([
    ['5.00', null, 5],
    ['1 234', null, 1234],
    ['1.234', null, 1234],
    ['1.234', '.', 1.234],
    ['1.234,5', null, 1234.5],
    ['12,34,567', null, 1_234_567],
    ['3,9 %', ',', 3.9],
    ['1,234', '.', 1234],
    ['', null, null],
    ['-', null, null],
    ['00:01:12', null, null],
    ['(not set)', null, null],
    ['9'.repeat(30), null, null],
  ] as const)('%j with %j as %j', (cell, sign, value) => {
    expect(numberIn(cell, sign)).toBe(value);
  });

  test('with the decimal sign of its table', () => {
    expect(decimalSignIn(['214', '0.4883', '1,843'])).toBe('.');
    expect(decimalSignIn(['3,9 %', '1.204', '12'])).toBe(',');
    expect(decimalSignIn(['1.234', '12', 'x.5'])).toBeNull();
  });
});
