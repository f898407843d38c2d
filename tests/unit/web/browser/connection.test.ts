import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { type BrowserEvent, createConnection } from '../../../../src/web/browser/connection.ts';

function connected(): {
  from: PassThrough;
  connection: ReturnType<typeof createConnection>;
  heard: BrowserEvent[];
} {
  const from = new PassThrough();
  const connection = createConnection(from, new PassThrough());
  const heard: BrowserEvent[] = [];
  connection.listen('A1', (event) => heard.push(event));
  return { from, connection, heard };
}

const event = (method: string, params: object): string => `${JSON.stringify({ method, params, sessionId: 'A1' })}\0`;

test('messages are cut at zero bytes, wherever the pipe cuts them', async () => {
  const { from, connection, heard } = connected();
  const asked = connection.send(null, 'Browser.getVersion');
  const bytes = Buffer.from(`${event('Page.x', { a: 'ü' })}{"id":1,"result":{"product":"x"}}\0${event('Page.y', {})}`);
  for (const byte of bytes) from.write(Buffer.from([byte]));
  expect(await asked).toEqual({ product: 'x' });
  from.end();
  await new Promise((resolve) => from.on('close', resolve));
  expect(heard).toEqual([
    { method: 'Page.x', params: { a: 'ü' } },
    { method: 'Page.y', params: {} },
  ]);
});

test('what is no message is nothing', async () => {
  const { from, connection, heard } = connected();
  const asked = connection.send(null, 'Browser.getVersion');
  from.write('nothing\0null\0[1]\0"x"\0{}\0{"method":5}\0{"id":77,"result":{}}\0\0');
  from.write('{"id":1,"error":{"message":"no"}}\0');
  await expect(asked).rejects.toThrow('no');
  expect(heard).toEqual([]);
});

test.each<[string, string, BrowserEvent[]]>([
  [
    'a request is told as one that is too heavy',
    event('Fetch.requestPaused', { requestId: 'interception-job-1.0', request: { postData: 'x'.repeat(20_000_000) } }),
    [{ method: 'Fetch.requestPaused', params: { requestId: 'interception-job-1.0', cut: true } }],
  ],
  ['anything else is left out', event('Page.frameNavigated', { url: 'x'.repeat(20_000_000) }), []],
])('of a message that is too long, %s', async (_, message, expected) => {
  const { from, connection, heard } = connected();
  const asked = connection.send(null, 'Browser.getVersion');
  for (let at = 0; at < message.length; at += 65_536) from.write(message.slice(at, at + 65_536));
  from.write('{"id":1,"result":{}}\0');
  await asked;
  expect(heard).toEqual(expected);
});

test('an answer that is too long fails what was asked', async () => {
  const { from, connection } = connected();
  const asked = connection.send(null, 'Runtime.evaluate');
  from.write(`{"id":1,"result":{"value":"${'x'.repeat(20_000_000)}"}}\0`);
  await expect(asked).rejects.toThrow('too long');
});

test('everything that waits fails when the pipe ends', async () => {
  const { from, connection } = connected();
  const asked = connection.send(null, 'Browser.getVersion');
  from.destroy(new Error('lost'));
  await expect(asked).rejects.toThrow('the browser is closed');
  await expect(connection.send(null, 'Browser.getVersion')).rejects.toThrow('the browser is closed');
});
