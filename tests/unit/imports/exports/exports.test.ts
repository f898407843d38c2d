import { expect, test } from 'vitest';
import { exportFormats } from '../../../../src/imports/exports/index.ts';
import { recognise, uselessIn } from './recognise.ts';

test('each format has an id of its own', () => {
  expect(new Set(exportFormats.map(({ id }) => id)).size).toBe(exportFormats.length);
});

test.each([
  'You have no data in this section',
  ' YOU HAVE NO DATA IN THIS SECTION.\n',
  'Er staan geen gegevens in dit gedeelte',
])('%j says that the list is empty', async (text) => {
  expect(await uselessIn(text)).toMatchObject({ reason: 'the network says that there is no data in this section' });
});

test.each([
  '',
  ' ',
  '{',
  '[',
  '"',
  'null',
  '[[]]',
  '{"a": {"b": {"c": []}}}',
  '<html>',
  '<html><body></body></html>',
  'a\nb\nc',
  ',,,',
  'window.',
  '{"chats": null}',
])("%j is nobody's", async (text) => {
  expect(await recognise(text)).toBeNull();
});

test('the start page of an export leads to the ZIP', async () => {
  const page = '<html><body><a href="connections/followers_and_following/following.html">Following</a></body></html>';
  const { format: what, whatToDo: bring } = await uselessIn(page, 'start_here.html');
  expect(what).toBe('Facebook or Instagram export: start page');
  expect(bring).toContain('ZIP');
});
