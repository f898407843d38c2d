import { expect, test } from 'vitest';
import { networks } from '../../src/networks/index.ts';

// What people write under a heading, and the headings themselves.

test.each([
  ['pg/GardenLetter', 'gardenletter'],
  ['/pg/garden.letter/', 'gardenletter'],
  ['people/Anna-Gardner/100004444555566', '100004444555566'],
  ['people/Анна/100004444555566/', '100004444555566'],
  ['profile.php?id=100004444555566', '100004444555566'],
  ['/profile.php?sk=about&id=100004444555566', '100004444555566'],
  ['Anna.Gardner', 'annagardner'],
])('%s in a Facebook column is %s', (written, name) => {
  const facebook = networks.find(({ id }) => id === 'facebook');
  expect(facebook?.parseHandle(written)).toMatchObject({ name });
});

test.each([
  ['инста', 'instagram'],
  ['ок', 'odnoklassniki'],
  ['ok', 'odnoklassniki'],
  ['тг', 'telegram'],
  ['фб', 'facebook'],
  ['ютуб', 'youtube'],
])('the heading %s is %s', (heading, id) => {
  expect(networks.filter(({ aliases }) => aliases.includes(heading)).map((network) => network.id)).toEqual([id]);
});
