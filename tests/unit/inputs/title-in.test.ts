import { expect, test } from 'vitest';
import { titleIn } from '../../../src/inputs/identify.ts';
import { networks } from '../../../src/networks/index.ts';

test.each([
  'https://letter.example/issue?id=4&dclid=1&_openstat=2',
  'http://pod.example/feed.xml',
  'letter.example/?utm_source=mail',
  'www.letter.example',
  'https://t.me/gardenletter?erid=1',
  'https://www.instagram.com/garden.letter?igsh=Mz',
  '',
])('%s is what no page is called', (text) => expect(titleIn(text, networks)).toBeNull());

test.each([
  'Garden Letter',
  'Letter.example',
  'AC/DC',
  'Who?',
  'Roses/Spades',
  'https://letter.example/ – The Letter',
  '24/7',
  '№ 5/2026',
])('%s is a title', (text) => expect(titleIn(text, networks)).toBe(text));
