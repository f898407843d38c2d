import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Served } from '../../src/app/serve.ts';
import { fileNameFor, storeUpload } from '../../src/app/upload.ts';
import { type AppClient, askPlainly, openApp, serveHere } from '../helpers/app-client.ts';
import { ownFolder } from './terminal.ts';

const folder = ownFolder();
let served: Served;
let client: AppClient;

beforeAll(async () => {
  served = await serveHere();
  client = await openApp(served.address);
});
afterAll(() => served.close());
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});

const own = () => ({ cookie: client.cookie, origin: client.origin });
const port = () => new URL(client.origin).port;

const post = (headers: Record<string, string>) =>
  askPlainly(client.origin, '/api/clients/lines', {
    method: 'POST',
    headers: { cookie: client.cookie, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ text: 'https://bsky.app/profile/mole.sky.example' }),
  });

describe('who is answered', () => {
  test('the address of the start gives a cookie that no script reads and no other site sends, and goes', async () => {
    const { pathname, search } = new URL(served.address);
    const { status, headers } = await askPlainly(client.origin, pathname + search);
    expect(status).toBe(303);
    expect(headers['location']).toBe('/');
    expect(String(headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(String(headers['set-cookie'])).not.toContain(new URLSearchParams(search).get('token'));
  });

  test.each([
    ['without a cookie', () => ({})],
    ['with a cookie of its own making', () => ({ cookie: `target-resources-${port()}=guessed` })],
  ])('%s nobody is', async (_, cookies: () => Record<string, string>) => {
    const headers = cookies();
    for (const path of ['/', '/api/workspace', '/api/events', '/api/files/outreach.csv']) {
      const { status, text } = await askPlainly(client.origin, path, { headers });
      expect({ path, status }).toEqual({ path, status: 401 });
      expect(text).toContain('unauthorised');
    }
    expect((await askPlainly(client.origin, '/?token=guessed')).status).toBe(401);
  });

  test('the address of the start is good for the start alone', async () => {
    const { search } = new URL(served.address);
    const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    for (const path of ['/index.html', '/api/workspace']) {
      const { status, headers } = await askPlainly(client.origin, path + search);
      expect({ path, status, cookie: headers['set-cookie'] }).toEqual({ path, status: 401, cookie: undefined });
    }
    const posted = await askPlainly(client.origin, `/${search}`, { method: 'POST', headers: elsewhere });
    expect({ status: posted.status, cookie: posted.headers['set-cookie'] }).toEqual({ status: 403, cookie: undefined });
  });

  test('another program of the same kind has its own cookie, and both go on', async () => {
    const other = await serveHere();
    const second = await openApp(other.address);
    const [mine = '', its = ''] = [client, second].map(({ cookie }) => cookie);
    expect(its.split('=')[0]).not.toBe(mine.split('=')[0]);
    expect(its.split('=')[1]).not.toBe(mine.split('=')[1]);
    expect(its.split('=')[1]).toMatch(/^[\w-]{43}$/);
    for (const { origin } of [client, second])
      expect(
        (await askPlainly(origin, '/api/workspace', { headers: { cookie: `${mine}; ${its}`, origin } })).status,
      ).toBe(200);
    await other.close();
  });

  test.each(['rebound.example', 'rebound.example:80', '127.0.0.1', '127.0.0.1:1', 'localhost.example'])(
    'the name %j, which leads here by DNS, is refused, with the cookie too',
    async (host) => {
      const { status } = await askPlainly(client.origin, '/api/workspace', { headers: { ...own(), host } });
      expect(status).toBe(403);
      const { pathname, search } = new URL(served.address);
      expect((await askPlainly(client.origin, pathname + search, { headers: { host } })).status).toBe(403);
    },
  );

  test('the page itself is, under both names of this machine', async () => {
    expect(await client.get('/api/workspace')).toMatchObject({ clients: null, hasRanking: false });
    const host = `localhost:${port()}`;
    const { status } = await askPlainly(client.origin, '/api/workspace', {
      headers: { cookie: client.cookie, host, origin: `http://${host}` },
    });
    expect(status).toBe(200);
  });

  test.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:9' }],
    ['a page without an origin', { origin: 'null' }],
    ['nobody', {}],
  ])('a post with the cookie from %s changes nothing', async (_, headers: Record<string, string>) => {
    expect((await post(headers)).status).toBe(403);
    expect(existsSync('input')).toBe(false);
  });

  test.each(['cross-site', 'same-site'])('what a browser calls %s is refused, reading too', async (site) => {
    for (const path of ['/api/workspace', '/api/events', '/index.html']) {
      const headers = { cookie: client.cookie, 'sec-fetch-site': site };
      expect((await askPlainly(client.origin, path, { headers })).status).toBe(403);
    }
    expect((await post({ origin: client.origin, 'sec-fetch-site': site })).status).toBe(403);
  });

  test('a post that a browser calls nobody’s is refused: no link and no bookmark posts', async () => {
    expect((await post({ origin: client.origin, 'sec-fetch-site': 'none' })).status).toBe(403);
    const headers = { cookie: client.cookie, 'sec-fetch-site': 'none' };
    expect((await askPlainly(client.origin, '/api/workspace', { headers })).status).toBe(200);
  });

  test.runIf(process.platform === 'linux')('no other address of this machine answers', async () => {
    const code = `require('node:net').connect(${port()}, '127.0.0.2')
      .on('error', (error) => console.log(error.code))
      .on('connect', () => process.exit(console.log('answers')))`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', code]);
    expect(stdout.trim()).toBe('ECONNREFUSED');
  });

  test('an event stream of another origin is refused', async () => {
    const headers = { cookie: client.cookie, origin: 'https://elsewhere.example', accept: 'text/event-stream' };
    expect((await askPlainly(client.origin, '/api/events', { headers })).status).toBe(403);
  });

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'])(
    'a form (%s) is no request',
    async (type) => {
      expect((await post({ origin: client.origin, 'content-type': type })).status).toBe(415);
      const headers = { ...own(), 'content-type': type };
      const asked = { method: 'PUT', headers, body: '<p>hello' };
      expect((await askPlainly(client.origin, '/api/intake?name=up.html', asked)).status).toBe(415);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test('every answer forbids other scripts, frames and guessing of types, and is kept by nobody', async () => {
    for (const path of ['/', '/api/workspace', '/api/nothing']) {
      const { headers } = await askPlainly(client.origin, path, { headers: own() });
      expect(String(headers['content-security-policy']).split('; ').toSorted()).toEqual([
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "frame-src 'self'",
        "img-src 'self' data:",
        "script-src 'self'",
        "style-src 'self'",
      ]);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      });
    }
  });

  test('the report page runs in a sandbox without an origin', async () => {
    mkdirSync('output');
    writeFileSync('output/report.html', '<script>1</script>');
    const { status, headers } = await askPlainly(client.origin, '/api/report-page', { headers: own() });
    expect(status).toBe(200);
    expect(String(headers['content-security-policy'])).toMatch(/^sandbox allow-scripts/);
    expect(String(headers['content-security-policy'])).toContain("; default-src 'none'; ");
    expect(String(headers['content-security-policy'])).not.toContain('allow-same-origin');
    expect(String(headers['content-security-policy'])).toMatch(/; frame-ancestors 'self'$/);
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  });
});

describe('which files are touched', () => {
  test.each([
    ['../../up.csv', 'up.csv'],
    [String.raw`..\..\up.csv`, 'up.csv'],
    ['/etc/passwd', 'passwd'],
    ['.env', 'env'],
    ['...', 'file'],
    ['', 'file'],
    ['a\u0000b\u202Egpj.exe', 'abgpj.exe'],
    ['CON.csv', 'CON_.csv'],
    ['list.', 'list'],
    ['50%.csv', '50.csv'],
    [`a.${'x'.repeat(50)}`, `a.${'x'.repeat(15)}`],
    ['C:stream.txt', 'Cstream.txt'],
    [`${'й'.repeat(300)}.csv`, `${'й'.repeat(60)}.csv`],
    ['список клиентов.xlsx', 'список клиентов.xlsx'],
  ])('an upload called %j gets a name that is no path', (said, name) => {
    expect(fileNameFor(said)).toBe(name);
  });

  test('an upload stays in its folder whatever it is called, for its owner alone', async () => {
    const { answer } = await client.upload('/api/intake?name=..%2F..%2Fup.html', '<p>hello');
    expect(answer.name).toBe('up.html');
    expect(readdirSync(folder)).toEqual(['intake']);
    expect(statSync('intake/up.html').mode & 0o777).toBe(0o600);
    const again = await client.upload('/api/intake?name=up.html', '<p>other');
    expect(again.answer.name).toBe('up 2.html');
    expect(readFileSync('intake/up.html', 'utf8')).toBe('<p>hello');
  });

  test('a pasted text stays there, too', async () => {
    const { answer } = await client.send('POST', '/api/intake/text', { text: 'hello', name: '../../up' });
    expect(answer['name']).toBe('up.txt');
    expect(readdirSync(folder)).toEqual(['intake']);
  });

  test('an upload without a file is none', async () => {
    await expect(storeUpload(null, 'intake', 'nothing')).rejects.toMatchObject({ status: 400 });
    expect(existsSync('intake')).toBe(false);
  });

  test('an upload that is too large ends there, and leaves nothing', async () => {
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(1000)) });
    await expect(storeUpload(endless, 'intake', 'large', 10_000)).rejects.toMatchObject({ status: 413 });
    expect(readdirSync('intake')).toEqual([]);
    const { status } = await client.send('POST', '/api/clients/lines', { text: 'x'.repeat(2 ** 20) });
    expect(status).toBe(413);
  });

  test('an upload that says that it is too large is not taken at all', async () => {
    const headers = { ...own(), 'content-type': 'application/octet-stream', 'content-length': String(2 ** 31 + 1) };
    const asked = { method: 'PUT', headers };
    expect((await askPlainly(client.origin, '/api/intake?name=large.zip', asked)).status).toBe(413);
    expect(existsSync('intake')).toBe(false);
  });

  test.each(['../target-resources.json', '/etc/passwd', '.hidden.html', 'nothing.html'])(
    'what was dropped cannot be %s',
    async (name) => {
      await client.upload('/api/intake?name=up.html', '<p>hello');
      writeFileSync('intake/.hidden.html', '<p>hello');
      writeFileSync('target-resources.json', '{}');
      const { status } = await client.send('POST', '/api/intake/read', { files: [{ name }] });
      expect(status).toBe(404);
    },
  );

  test.each(['../../elsewhere', String.raw`..\..\elsewhere`, '/elsewhere', '.elsewhere'])(
    'a client called %s has no folder of that name',
    async (customer) => {
      await client.upload('/api/intake?name=up.html', '<p>hello');
      await client.send('POST', '/api/intake/read', { files: [{ name: 'up.html', customer }] });
      expect(existsSync('intake/up.html')).toBe(true);
    },
  );

  test('what is downloaded is saved, and never shown', async () => {
    mkdirSync('output');
    writeFileSync('output/report.html', '<script>1</script>');
    const { status, headers } = await askPlainly(client.origin, '/api/files/report.html', { headers: own() });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toMatch(/^attachment; /);
  });

  test.each([
    '../target-resources.json',
    '..%2F.env',
    '%2Fetc%2Fpasswd',
    '.secret.csv',
    'link.csv',
    'state.sqlite',
    'history/old.csv',
  ])('a download of %s is refused', async (name) => {
    mkdirSync('output/history', { recursive: true });
    writeFileSync('output/history/old.csv', 'secret');
    writeFileSync('.env', 'VK_TOKEN=secret');
    writeFileSync('output/.secret.csv', 'secret');
    writeFileSync('output/state.sqlite', 'secret');
    symlinkSync('../.env', 'output/link.csv');
    const { status, text } = await askPlainly(client.origin, `/api/files/${encodeURIComponent(name)}`, {
      headers: own(),
    });
    expect(status).toBe(404);
    expect(text).not.toContain('secret');
  });

  test.each([
    'customers',
    'follows',
    'state',
    'output',
    'template',
    'connectTo',
    'browser',
    'shortenAt',
    'assistant',
    'paid',
  ])('the setting %s, which names a file, a host or a program, is no page’s', async (name) => {
    const { version } = await client.get('/api/settings');
    const { status } = await client.send('PATCH', '/api/settings', { version, change: { [name]: '/etc/passwd' } });
    expect(status).toBe(422);
    expect(existsSync('target-resources.json')).toBe(false);
  });

  test('a change of settings that others have changed meanwhile is asked about', async () => {
    const { version } = await client.get('/api/settings');
    writeFileSync('target-resources.json', '{"top":7}');
    const { status, answer } = await client.send('PATCH', '/api/settings', { version, change: { top: 9 } });
    expect({ status, answer }).toMatchObject({ status: 409, answer: { present: { own: { top: 7 } } } });
    expect(readFileSync('target-resources.json', 'utf8')).toBe('{"top":7}');
  });

  test('a topic is words, no file', async () => {
    writeFileSync('words.txt', 'secret words');
    const { version } = await client.get('/api/settings');
    const change = { topic: [join(folder, 'words.txt')] };
    expect((await client.send('PATCH', '/api/settings', { version, change })).status).toBe(422);
    const words = { topic: ['en: payroll, vat'] };
    expect((await client.send('PATCH', '/api/settings', { version, change: words })).status).toBe(200);
    expect(JSON.parse(readFileSync('target-resources.json', 'utf8'))).toEqual(words);
  });
});

describe('tokens', () => {
  test('go into .env for the owner alone, and come back nowhere', async () => {
    writeFileSync('.env', '# mine\nOTHER="kept\nas it is"\nVK_TOKEN=old\n', { mode: 0o644 });
    const { answer } = await client.send('PUT', '/api/tokens/VK_TOKEN', { token: 'vk1.a.Secret_token-1' });
    expect(answer).toMatchObject({ variable: 'VK_TOKEN', isSet: true, isFromEnvironment: false });
    expect(readFileSync('.env', 'utf8')).toBe('# mine\nOTHER="kept\nas it is"\nVK_TOKEN=vk1.a.Secret_token-1\n');
    expect(statSync('.env').mode & 0o777).toBe(0o600);
    mkdirSync('input');
    writeFileSync('input/customers.csv', 'customer,profile\nAnna,https://vk.com/anna_quince\n');
    for (const path of ['/api/plan', '/api/settings', '/api/workspace', '/api/clients']) {
      const told = JSON.stringify(await client.get(path));
      expect(told).not.toContain('Secret_token');
    }
    await client.send('DELETE', '/api/tokens/VK_TOKEN');
    expect(readFileSync('.env', 'utf8')).toBe('# mine\nOTHER="kept\nas it is"\n');
  });

  test.each(['NODE_OPTIONS', 'PATH', '__proto__', 'vk_token'])('the variable %s cannot be set', async (variable) => {
    expect((await client.send('PUT', `/api/tokens/${variable}`, { token: 'x' })).status).toBe(404);
    expect(existsSync('.env')).toBe(false);
  });

  test('no other variable can be taken away', async () => {
    writeFileSync('.env', 'NODE_OPTIONS=--trace-warnings\n');
    expect((await client.send('DELETE', '/api/tokens/NODE_OPTIONS')).status).toBe(404);
    expect(readFileSync('.env', 'utf8')).toBe('NODE_OPTIONS=--trace-warnings\n');
  });

  test('a token that would be two lines sets nothing', async () => {
    expect((await client.send('PUT', '/api/tokens/VK_TOKEN', { token: 'a\nNODE_OPTIONS=--inspect' })).status).toBe(422);
    expect(existsSync('.env')).toBe(false);
  });
});

describe('the client list', () => {
  test('what each column became, corrected, and read by the command line in the same way', async () => {
    const rows = 'Kontakt,Netz\nAnna Quince,https://bsky.app/profile/annaquince.sky.example\nBo Sedge,no address\n';
    const { answer } = await client.upload('/api/clients?name=Liste.csv', rows);
    expect(answer).toMatchObject({
      file: 'input/customers.csv',
      samples: [
        ['Anna Quince', 'Bo Sedge'],
        ['https://bsky.app/profile/annaquince.sky.example', 'no address'],
      ],
    });
    const roles = { Kontakt: 'customer', Netz: 'profile' };
    const corrected = await client.send('PUT', '/api/clients/columns', { version: answer.version, roles });
    expect(corrected.answer).toMatchObject({
      failure: null,
      clients: { clients: 2 },
      problems: [{ file: 'input/customers.csv', line: 3 }],
    });
    expect(JSON.parse(readFileSync('target-resources.json', 'utf8'))).toEqual({
      column: ['Kontakt=customer', 'Netz=profile'],
    });
    const late = await client.send('PUT', '/api/clients/columns', { version: answer.version, roles });
    expect(late.status).toBe(409);
    expect(late.answer).toMatchObject({ error: { code: 'conflict' }, present: corrected.answer });
  });

  test('another list keeps the one before, and forgets what was said of its columns', async () => {
    await client.upload('/api/clients?name=a.csv', 'customer,profile\nAnna,https://vk.com/anna_quince\n');
    await client.upload('/api/clients?name=b.csv', 'customer,profile\nBo,https://vk.com/bo_sedge\n');
    expect(readdirSync('input').toSorted()).toEqual([
      'customers.csv',
      expect.stringMatching(/^customers\.until-\d{4}-\d\d-\d\d\.csv$/),
    ]);
  });

  test('the example does not take the place of a list', async () => {
    await client.upload('/api/clients?name=a.csv', 'customer,profile\nAnna,https://vk.com/anna_quince\n');
    expect(await client.send('POST', '/api/demo')).toMatchObject({
      status: 409,
      answer: { error: { code: 'not_empty' } },
    });
  });

  test('lines that were pasted before another list are kept beside the new ones', async () => {
    await client.send('POST', '/api/clients/lines', { text: 'https://vk.com/anna_quince' });
    await client.upload('/api/clients?name=a.csv', 'customer,profile\nBo,https://vk.com/bo_sedge\n');
    await client.send('POST', '/api/clients/lines', { text: 'https://vk.com/cy_fern' });
    expect(readdirSync('input')).toContainEqual(expect.stringMatching(/^pasted\.until-\d{4}-\d\d-\d\d\.txt$/));
    expect(readFileSync('input/pasted.txt', 'utf8')).toBe('https://vk.com/cy_fern\n');
  });

  test('lines that are pasted, and more of them', async () => {
    await client.send('POST', '/api/clients/lines', { text: 'https://vk.com/anna_quince' });
    const { answer } = await client.send('POST', '/api/clients/lines', { text: 'https://vk.com/bo_sedge\n' });
    expect(answer).toMatchObject({ file: 'input/pasted.txt', clients: { clients: 2 } });
  });
});

describe('what a request may say', () => {
  const url = 'https://vk.com/club41';
  const long = 'x'.repeat(200_001);

  test.each([
    ['GET', '/api/rows?limit=201', undefined],
    ['PUT', '/api/verdict', { url, verdict: 'perhaps', note: '', version: '' }],
    ['PUT', '/api/verdict', { url, verdict: 'keep', note: long, version: '' }],
    ['PUT', '/api/place', { url, version: '', note: long }],
    ['PUT', '/api/note', { url, version: '', text: long }],
    ['PUT', '/api/wording', { url, variant: 1, version: '', text: long }],
    ['POST', '/api/measure', { url, text: long }],
    ['POST', '/api/intake/read', { files: [] }],
    ['POST', '/api/intake/read', { files: [{ name: 'up.html', customer: long }] }],
  ])('is measured first: %s %s', async (method, path, body) => {
    const { status, text } = await askPlainly(client.origin, path, {
      method,
      headers: { ...own(), 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(status).toBe(400);
    expect(text).toContain('not_understood');
  });

  test('comes back without what a terminal or a page takes for its own', async () => {
    const name = 'a\u001B[2J\u202Eb.html';
    const { status, answer } = await client.send('POST', '/api/intake/read', { files: [{ name }] });
    expect(status).toBe(404);
    const { message } = answer['error'] as { message: string };
    expect(['\u001B', '\u202E'].filter((each) => message.includes(each))).toEqual([]);
  });
});
