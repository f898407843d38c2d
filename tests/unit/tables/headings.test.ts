import { expect, it } from 'vitest';
import { networks } from '../../../src/networks/index.ts';
import { columnsOf, saysCustomer } from '../../../src/tables/headings.ts';

const roleOf = (heading: string): string | null =>
  columnsOf([heading], ['customer', 'profile', 'website'], networks, { roles: new Map(), found: new Set() }).roleOf(0);

it.each([
  ['x', ['Twitter/X', 'X (Twitter)', 'Usuario de X', 'Cuenta de X', 'Perfil do X', 'Usuário do X', 'Profilo X']],
  ['youtube', ['Chaîne YouTube', 'YouTube-Kanal', 'Kanał YouTube', 'Canale YouTube', 'YouTube kanalı']],
  ['instagram', ['Інстаграм', 'Профіль Інстаграм', 'Instagram hesabı', 'Λογαριασμός Instagram']],
  ['telegram', ['телега', 'Канал [телега]', 'Telegram-Benutzername']],
])('knows a column of %s by words around its name', (network, headings) => {
  expect(headings.map(roleOf)).toEqual(headings.map(() => `network:${network}`));
});

it('knows no column where two networks, or other words, stand', () => {
  expect(['Twitter/Instagram', 'X und Y', 'Kanal', 'de'].map(roleOf)).toEqual([null, null, null, null]);
});

it.each(['Klient', 'Müşteri', 'Nome do cliente', 'Nombre del cliente', 'Nome cliente'])(
  'reads %s as customers',
  (text) => {
    expect(roleOf(text)).toBe('customer');
    expect(saysCustomer(text)).toBe(true);
  },
);
