import { expect, test } from 'vitest';
import { createEventHub } from '../../../src/app/events.ts';

test('a page that does not read is let go, and the others hear on', async () => {
  const hub = createEventHub();
  const asleep = hub.listen([], new AbortController().signal).body?.getReader();
  for (let told = 0; told < 3000; told++) hub.changed(['ranking']);
  let heard = 0;
  while (heard < 2000 && (await asleep?.read())?.done === false) heard++;
  expect(heard).toBeGreaterThan(500);
  expect(heard).toBeLessThan(1500);
  const awake = hub.listen([], new AbortController().signal).body?.getReader();
  hub.changed(['files']);
  await awake?.read();
  expect(new TextDecoder().decode((await awake?.read())?.value)).toContain('"files"');
  hub.close();
});

test('a page that went away is told no more, and the others hear on', async () => {
  const hub = createEventHub();
  const going = new AbortController();
  const gone = hub.listen([], going.signal).body?.getReader();
  const closed = hub.listen([], new AbortController().signal).body?.getReader();
  const here = hub.listen([], new AbortController().signal).body?.getReader();
  going.abort();
  await closed?.cancel();
  hub.changed(['files']);
  await gone?.read();
  expect((await gone?.read())?.done).toBe(true);
  await here?.read();
  expect(new TextDecoder().decode((await here?.read())?.value)).toContain('"files"');
  hub.close();
});
