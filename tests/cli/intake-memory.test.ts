import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Imported } from '../../src/index.ts';
import { forgedZip } from '../helpers/zips.ts';
import { randomNumbers } from '../helpers/random.ts';
import { ownFolder } from './terminal.ts';

const folder = ownFolder();
const program = join(import.meta.dirname, '../../dist/cli.js');

const megabyte = 1024 ** 2;
const people = 20;

/** An import in a process of its own, with the most that it ever held, in bytes: what a collection of garbage leaves. */
function imported(into: string): { result: Imported; held: number } {
  const watch = `let most = 0;
    const look = () => {
      gc();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      most = Math.max(most, heapUsed + arrayBuffers);
    };
    setInterval(look, 1000).unref();
    process.on('exit', () => {
      look();
      process.stderr.write('held ' + most);
    });`;
  const preload = `data:text/javascript,${encodeURIComponent(watch)}`;
  const args = ['--expose-gc', '--import', preload, program, 'import', `${into}/intake`, '--json'];
  const files = ['--customers', 'clients.csv', '--follows', `${into}/follows.csv`];
  const { stdout, stderr } = spawnSync(process.execPath, [...args, ...files], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * megabyte,
    timeout: 200_000,
  });
  return { result: JSON.parse(stdout) as Imported, held: Number(/held (\d+)/.exec(stderr)?.[1]) };
}

/** So many saved pages, and an export with so many large files of messages beside one that lists follows. */
function fill(into: string, { pages, messages }: { pages: number; messages: number }): void {
  mkdirSync(`${into}/intake`, { recursive: true });
  for (let at = 0; at < pages; at += 1) {
    const url = `https://www.facebook.com/person.${String.fromCodePoint(97 + (at % people))}/likes`;
    const links = [at % 40, 41].map(
      (page) => `<div><a href="https://www.facebook.com/page${page}">Page ${page}</a></div>`,
    );
    writeFileSync(
      `${into}/intake/${at}.html`,
      `<!-- saved from url=(0042)${url} --><html><body><div role="main"><h2><a href="${url}">Likes</a></h2><div>${links.join('')}</div></div><!-- ${at} --></body></html>`,
    );
  }
  const random = randomNumbers(3);
  const words = Array.from({ length: 400_000 }, () => Math.floor(random() * 1e9).toString(36));
  const content = Buffer.from(JSON.stringify({ messages: [{ content: words.join(' ').repeat(3) }] }));
  expect(content.length).toBeGreaterThan(7 * megabyte);
  const entry = { packed: deflateRawSync(content, { level: 1 }), crc: crc32(content), size: content.length };
  const following = { relationships_following: [{ title: 'slates', string_list_data: [] }] };
  const archive = forgedZip([
    ...Array.from({ length: messages }, (_, at) => ({ name: `messages/inbox/${at}/message_1.json`, ...entry })),
    { name: 'connections/followers_and_following/following.json', content: Buffer.from(JSON.stringify(following)) },
  ]);
  writeFileSync(`${into}/intake/instagram-person_0-2026-11-20-Ab12.zip`, archive);
}

test('a thousand files and a large archive take no more memory than with a small one, and are read once', () => {
  const clients = Array.from({ length: people }, (_, at) => {
    const letter = String.fromCodePoint(97 + at);
    return `Person ${letter},https://www.facebook.com/person.${letter},person_${at}`;
  });
  writeFileSync('clients.csv', ['customer,facebook,instagram', ...clients].join('\n'));
  fill('small', { pages: people, messages: 2 });
  fill('large', { pages: 1000, messages: 30 });
  const small = imported('small');
  const large = imported('large');
  for (const { result } of [small, large]) {
    expect(result.complete).toBe(true);
    expect(result.customers).toHaveLength(people);
  }
  // 28 files more, of more than 7 MB each: whoever kept half of their bytes would hold more.
  expect(large.held - small.held).toBeLessThan(90 * megabyte);
  const { size } = statSync('large/follows.csv');
  const again = imported('large');
  expect(again.result).toMatchObject({ read: 0, added: 0, before: 1001, files: [] });
  expect(statSync('large/follows.csv').size).toBe(size);
}, 240_000);
