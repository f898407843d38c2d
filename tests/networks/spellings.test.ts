import { expect, test } from 'vitest';
import { networks } from '../../src/networks/index.ts';
import { foldHeading } from '../../src/text/normalise.ts';

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
  ['инст', 'instagram'],
  ['Ίνστα', 'instagram'],
  ['インスタ', 'instagram'],
  ['인스타그램', 'instagram'],
  ['انستغرام', 'instagram'],
  ['TW', 'x'],
  ['икс', 'x'],
  ['ツイッター', 'x'],
  ['Masto', 'mastodon'],
  ['федиверс', 'mastodon'],
  ['Φβ', 'facebook'],
  ['脸书', 'facebook'],
  ['페이스북', 'facebook'],
  ['VK.ru', 'vk'],
  ['텔레그램', 'telegram'],
  ['tgk', 'telegram'],
  ['יוטיוב', 'youtube'],
  ['јутјуб', 'youtube'],
  ['TT', 'tiktok'],
  ['领英', 'linkedin'],
  ['Git Hub', 'github'],
  ['ブルースカイ', 'bluesky'],
  ['ок', 'odnoklassniki'],
  ['ok', 'odnoklassniki'],
  ['тг', 'telegram'],
  ['фб', 'facebook'],
  ['ютуб', 'youtube'],
])('the heading %s is %s', (heading, id) => {
  const isName = ({ aliases }: { aliases: string[] }): boolean =>
    aliases.map(foldHeading).includes(foldHeading(heading));
  expect(networks.filter(isName).map((network) => network.id)).toEqual([id]);
});
