import { describe, expect, test } from 'vitest';
import { RpcError, openLine } from '../../../src/mcp/json-rpc.ts';

type Told = Record<string, unknown>;

/** Whatever was handed over has been answered. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

function line(handle: Parameters<typeof openLine>[1] = (method) => ({ method })) {
  const told: Told[] = [];
  const opened = openLine((text) => told.push(JSON.parse(text) as Told), handle);
  return { ...opened, told };
}

const request = (id: unknown, method: string, params?: unknown): string =>
  `${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`;

describe('messages', () => {
  test('in pieces and several in one piece are each answered', async () => {
    const { hear, told } = line();
    const text = request(1, 'one') + request('b', 'two');
    for (const piece of [text.slice(0, 7), text.slice(7, 60), text.slice(60)]) hear(piece);
    await settled();
    expect(told).toEqual([
      { jsonrpc: '2.0', id: 1, result: { method: 'one' } },
      { jsonrpc: '2.0', id: 'b', result: { method: 'two' } },
    ]);
  });

  test.each([
    ['no JSON', 'hello\n', -32_700],
    ['a batch', `[${request(1, 'one').trim()}]\n`, -32_600],
    ['null', 'null\n', -32_600],
    ['an older version', '{"id":1,"method":"one"}\n', -32_600],
    ['neither method nor id', '{"jsonrpc":"2.0"}\n', -32_600],
    ['too long', `${'x'.repeat(1_000_001)}\n`, -32_600],
    ['too long, in pieces', 'x'.repeat(600_000), null],
  ])('%s: told, and the next one is answered', async (_, text, code) => {
    const { hear, told } = line();
    hear(text);
    if (code === null) hear(`${'x'.repeat(600_000)}\n`);
    hear(request(2, 'next'));
    await settled();
    expect(told).toMatchObject([
      { id: null, error: { code: code ?? -32_600 } },
      { id: 2, result: { method: 'next' } },
    ]);
  });

  test('errors of the protocol say so, others nothing of the program', async () => {
    const { hear, told } = line((method) => {
      throw method === 'own' ? new RpcError('params', 'no such tool') : new TypeError('secret of the program');
    });
    hear(request(1, 'own') + request(2, 'other'));
    await settled();
    expect(told).toMatchObject([
      { error: { code: -32_602, message: 'no such tool' } },
      { error: { code: -32_603, message: 'the program failed' } },
    ]);
  });
});

test('a request that is taken back is ended and not answered', async () => {
  let ended = false;
  const { hear, told } = line(
    (_method, _params, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          ended = true;
          reject(new Error('aborted'));
        });
      }),
  );
  hear(request(5, 'long'));
  hear('{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":5}}\n');
  await settled();
  expect([ended, told]).toEqual([true, []]);
});

describe('what the other side is asked', () => {
  test('is answered by its id', async () => {
    const { request: ask, hear, told } = line();
    const answer = ask('elicitation/create', {});
    hear(`${JSON.stringify({ jsonrpc: '2.0', id: told[0]?.['id'], result: { action: 'accept' } })}\n`);
    expect(await answer).toEqual({ action: 'accept' });
  });

  test('fails with its error, and where the line ends', async () => {
    const { request: ask, hear, told, end } = line();
    const first = ask('one', {});
    hear(`${JSON.stringify({ jsonrpc: '2.0', id: told[0]?.['id'], error: { code: 1, message: 'no' } })}\n`);
    await expect(first).rejects.toThrow('no');
    const second = ask('two', {});
    end();
    await expect(second).rejects.toThrow('ended');
  });
});
