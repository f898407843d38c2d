import { expect, test } from 'vitest';
import { strangerAmong } from '../../../src/report/text-language.ts';

const english = ['Half of all roses die in their first winter.', 'Three cuts in October save them.', null];
const russian = ['Половина роз гибнет в первую зиму, и не только у вас.', 'Что с этим делать, знают немногие.'];

test.each([
  ['en', english, null],
  ['el', english, 'English'],
  ['de', english, 'English'],
  ['ru', english, 'English'],
  ['ru', russian, null],
  ['en', russian, 'Russian'],
  ['el', ['Die Hälfte der Rosen stirbt im ersten Winter.'], 'German'],
  ['fr', ['La mitad de las rosas muere en el primer invierno.'], 'Spanish'],
  ['el', ['Τα μισά τριαντάφυλλα χάνονται τον πρώτο χειμώνα.'], null],
])('in a text in %s around %j the stranger is %s', (language, texts, stranger) => {
  expect(strangerAmong(texts)(language)).toBe(stranger);
});

test('too short for a language, texts are still in an alphabet', () => {
  expect(strangerAmong(['Roses'])('ru')).toBe('Latin letters');
  expect(strangerAmong(['Розы'])('el')).toBe('Cyrillic letters');
  expect(strangerAmong(['Roses'])('de')).toBeNull();
});

test.each([[[]], [[null, '']], [['12.11']], [['バラ']]])('%j is no stranger', (texts) => {
  expect(strangerAmong(texts)('ru')).toBeNull();
});
