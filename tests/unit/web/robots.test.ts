import { expect, test } from 'vitest';
import { robotsRule } from '../../../src/web/robots.ts';

const rule = (text: string) =>
  robotsRule(
    'https://site.example',
    { status: 200, headers: {}, header: () => null, body: { text, bytes: new Uint8Array() } },
    'target-resources/1.0 (+https://site.example)',
  );

test.each([
  'target-resources',
  'target-resources*',
  'Target-Resources/2.1',
  'target-resources and its friends',
  'TARGET-RESOURCES # by name',
])('a group for "%s" is meant for this program', (agent) => {
  const isAllowed = rule(`User-agent: *\nAllow: /\n\nUser-agent: ${agent}\nDisallow: /private\n`);
  expect(isAllowed('https://site.example/private/1')).not.toBeNull();
  expect(isAllowed('https://site.example/open')).toBeNull();
});

test.each(['target-resources-other', 'target', 'other target-resources'])('a group for "%s" is not', (agent) => {
  const isAllowed = rule(`User-agent: *\nAllow: /\n\nUser-agent: ${agent}\nDisallow: /\n`);
  expect(isAllowed('https://site.example/private/1')).toBeNull();
});
