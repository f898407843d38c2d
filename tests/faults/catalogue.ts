import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Exchange, type Fault, body, everyValue, raw, status } from './exchange.ts';

const named = (kind: string, faults: Record<string, Fault['act']>): Fault[] =>
  Object.entries(faults).map(([name, act]) => ({
    kind,
    name,
    act,
    isSlow: kind === 'slow',
    isLongWait: kind === 'long wait',
  }));

const codes = [
  201, 202, 203, 204, 205, 206, 226, 300, 304, 305, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412,
  413, 414, 415, 417, 418, 421, 422, 423, 425, 426, 428, 431, 451, 499, 500, 501, 502, 503, 504, 505, 507, 508, 511,
  520, 521, 522, 525, 530, 599, 600, 999,
];

const head = (right: { body: string }): string =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(right.body)}\r\n`;

const framing = named('framing', {
  'closed without a word': raw(''),
  'connection reset': ({ response }) => void response.socket?.resetAndDestroy(),
  'half a status line': raw('HTTP/1.1 2'),
  'no HTTP at all': raw('220 mail.example ESMTP ready\r\n'),
  'greeting of SSH': raw('SSH-2.0-OpenSSH_9.6\r\n'),
  'alert of TLS': raw('\x15\x03\x01\x00\x02\x02\x28'),
  'bytes of zero': raw('\0'.repeat(5000)),
  'body without headers': raw(({ body: text }) => text),
  'version 9.9': raw('HTTP/9.9 200 OK\r\n\r\n{}'),
  'status that is no number': raw('HTTP/1.1 abc OK\r\n\r\n{}'),
  'status of six digits': raw('HTTP/1.1 200200 OK\r\n\r\n{}'),
  'negative length': raw('HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\n{}'),
  'length that is a word': raw('HTTP/1.1 200 OK\r\ncontent-length: constructor\r\n\r\n{}'),
  'two lengths': raw('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}'),
  'length past the body': raw('HTTP/1.1 200 OK\r\ncontent-length: 99999\r\n\r\n{"a":1'),
  'length before the end of the body': raw(({ body: text }) => `HTTP/1.1 200 OK\r\ncontent-length: 7\r\n\r\n${text}`),
  'length and chunks': raw(
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
  ),
  'chunk of no size': raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n'),
  'chunk of a huge size': raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n{}\r\n'),
  'chunks without an end': raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n'),
  'header without a colon': raw((right) => `${head(right)}nonsense\r\n\r\n${right.body}`),
  'header with NUL': raw((right) => `${head(right)}x-a: b\0c\r\n\r\n${right.body}`),
  'header with bare CR': raw((right) => `${head(right)}x-a: b\rset-cookie: c\r\n\r\n${right.body}`),
  'space before a colon': raw((right) => `${head(right)}x-a : b\r\n\r\n${right.body}`),
  'folded header': raw((right) => `${head(right)}x-a: b\r\n c\r\n\r\n${right.body}`),
  'header of 1 MB': raw((right) => `${head(right)}x-a: ${'a'.repeat(1_000_000)}\r\n\r\n${right.body}`),
  '5,000 headers': raw((right) => `${head(right)}${'x-a: b\r\n'.repeat(5000)}\r\n${right.body}`),
  'header named __proto__': raw((right) => `${head(right)}__proto__: constructor\r\n\r\n${right.body}`),
  '1,000 interim answers': raw(
    (right) => `${'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(1000)}${head(right)}\r\n${right.body}`,
  ),
  'another protocol without being asked': raw('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n\r\n'),
  'two answers to one request': raw((right) => `${head(right)}\r\n${right.body}${head(right)}\r\n${right.body}`),
});

const encoding = (name: string) => body(({ body: text }) => text, { 'content-encoding': name });
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 });
const encodings = named('encoding', {
  'gzip that is garbage': body('not gzip at all', { 'content-encoding': 'gzip' }),
  'gzip cut off': body(({ body: text }) => gzipSync(text).subarray(0, 30), { 'content-encoding': 'gzip' }),
  'gzip with a wrong sum': body(
    ({ body: text }) => gzipSync(text).map((byte, at, all) => (at < all.length - 8 ? byte : 7)),
    { 'content-encoding': 'gzip' },
  ),
  'gzip of 64 MB of zeros': body(bomb, { 'content-encoding': 'gzip' }),
  'gzip in gzip': body(({ body: text }) => gzipSync(gzipSync(text)), { 'content-encoding': 'gzip' }),
  'gzip that is not named': body(({ body: text }) => gzipSync(text)),
  'brotli that is garbage': body('not brotli', { 'content-encoding': 'br' }),
  'brotli cut off': body(({ body: text }) => brotliCompressSync(text).subarray(0, 20), { 'content-encoding': 'br' }),
  'encoding __proto__': encoding('__proto__'),
  'encoding constructor': encoding('constructor'),
  'encoding toString': encoding('toString'),
  'encoding zstd': encoding('zstd'),
  'encodings gzip, br, gzip': encoding('gzip, br, gzip'),
});

const deep = (open: string, close: string) => body(open.repeat(150_000) + close.repeat(150_000));
const bodies = named('body', {
  empty: body(''),
  blank: body(' \n'),
  null: body('null'),
  true: body('true'),
  '0': body('0'),
  '1e999': body('1e999'),
  'a string': body('"constructor"'),
  '[]': body('[]'),
  '{}': body('{}'),
  '[null]': body('[null]'),
  NaN: body('NaN'),
  'own __proto__': body('{"__proto__":{"a":1},"constructor":[],"toString":1}'),
  'nested arrays, 150,000 deep': deep('[', ']'),
  'nested objects, 150,000 deep': body('{"a":'.repeat(150_000) + '1' + '}'.repeat(150_000)),
  'nested markup, 150,000 deep': deep('<b>', '</b>'),
  'paragraphs without an end': body('<p>'.repeat(150_000)),
  'a comment of 9 MB': body(`<!--${'-'.repeat(9_000_000)}`),
  'a string of 9 MB': body(`"${'a'.repeat(9_000_000)}"`),
  'larger than allowed': body('[]'.padEnd(12_000_000)),
  'half of it': body(({ body: text }) => text.slice(0, text.length / 2)),
  twice: body(({ body: text }) => text + text),
  'with a mark of byte order': body(({ body: text }) => `\u{feff}${text}`),
  'no UTF-8': body(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x22, 0x7d])),
  'UTF-16': body(({ body: text }) => Buffer.from(text, 'utf16le')),
  NUL: body('\0'.repeat(100)),
  'lone surrogates': everyValue((_, value) => (typeof value === 'string' ? `${value}\u{d800}` : value)),
  'control and bidi characters': everyValue((_, value) =>
    typeof value === 'string' ? `\u{202e}\u{1b}[2J${value}` : value,
  ),
  formulas: everyValue((key, value) => (/name|title/i.test(key) && typeof value === 'string' ? '=SUM(1+1)' : value)),
  'every value null': everyValue((_, value) => (typeof value === 'object' ? value : null)),
  'every value a number': everyValue((_, value) => (typeof value === 'object' ? value : 7)),
  'every value negative': everyValue((_, value) => (typeof value === 'number' ? -1 : value)),
  'every number huge': everyValue((_, value) => (typeof value === 'number' ? 1e300 : value)),
  'every value an object': everyValue((_, value) => (typeof value === 'object' ? value : {})),
  'every value __proto__': everyValue((_, value) => (typeof value === 'string' ? '__proto__' : value)),
  'every list emptied': everyValue((_, value) => (Array.isArray(value) ? [] : value)),
  'every list an object': everyValue((_, value) =>
    Array.isArray(value) ? Object.fromEntries(value.entries()) : value,
  ),
  'every list with null in it': everyValue((_, value) =>
    Array.isArray(value) ? [null, ...(value as unknown[]), null] : value,
  ),
  'every date nonsense': everyValue((key, value) => (/at$/i.test(key) ? 'yesterday' : value)),
  'every address javascript:': everyValue((key, value) => (/ur[il]|href/i.test(key) ? 'javascript:alert(1)' : value)),
  'maintenance page': body('<!doctype html><h1>Back soon</h1>', { 'content-type': 'text/html' }),
  'page for 200 ways to log in': body('<form><input type=password>'.repeat(200), { 'content-type': 'text/html' }),
  XML: body('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>', {
    'content-type': 'text/xml',
  }),
  'an error with status 200': body('{"error":"Something broke","message":{"constructor":[]}}'),
  'an image': body(Buffer.from('89504e470d0a1a0a', 'hex'), { 'content-type': 'image/png' }),
  'charset nonsense': body(({ body: text }) => text, { 'content-type': 'application/json; charset=__proto__' }),
  'type missing': body(({ body: text }) => text, { 'content-type': '' }),
  'without an end': ({ response, right }: Exchange) => {
    response.writeHead(200, right.headers);
    const piece = Buffer.alloc(1_000_000, ' ');
    const more = (): void => {
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', more);
    more();
  },
});

const slow = named('slow', {
  never: () => undefined,
  'one byte, then nothing': ({ response, right }) => void response.writeHead(200, right.headers).write(' '),
  'drop by drop': ({ response, right }) => {
    response.writeHead(200, right.headers);
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  },
});

const to = (address: string | ((exchange: Exchange) => string)) =>
  status(302, (exchange) => ({ location: typeof address === 'string' ? address : address(exchange) }), '');
const redirects = named('redirect', {
  'without an address': status(302, {}, ''),
  'to itself': to(({ url }) => url.href),
  'round and round': to(({ url, times }) => `${url.pathname}${url.search}${url.search ? '&' : '?'}again=${times}`),
  'to 127.0.0.1': to(({ canary }) => canary),
  'to 127.1': to(({ canary }) => canary.replace('127.0.0.1', '127.1')),
  'to localhost': to(({ canary }) => canary.replace('127.0.0.1', 'localhost')),
  'to 0.0.0.0': to(({ canary }) => canary.replace('127.0.0.1', '0.0.0.0')),
  'to a number': to(({ canary }) => canary.replace('127.0.0.1', '2130706433')),
  'to [::1]': to(({ canary }) => canary.replace('127.0.0.1', '[::1]')),
  'to [::ffff:127.0.0.1]': to(({ canary }) => canary.replace('127.0.0.1', '[::ffff:127.0.0.1]')),
  'to 10.0.0.1': to('http://10.0.0.1/'),
  'to the metadata of a cloud': to('http://169.254.169.254/latest/meta-data/'),
  'to a name at home': to('https://router.example/'),
  'to a file': to('file:///etc/passwd'),
  'to javascript:': to('javascript:alert(1)'),
  'to data:': to('data:application/json,{}'),
  'to ftp:': to('ftp://files.example/'),
  'to port 22': to(({ url }) => `https://${url.hostname}:22/`),
  'with a password': to(({ url }) => `https://root:secret@${url.host}/`),
  'to an address that is none': to('https://[nowhere'),
  'to 100 KB': to(({ url }) => `${url.origin}/${'a'.repeat(10_000)}`),
  'to a host that is not there': to('https://gone.example/'),
});

const waits = named('wait', {
  ...Object.fromEntries(
    ['0', '-1', '1e9', 'constructor', '1.5', 'Thu, 01 Jan 1970 00:00:00 GMT', ' '].map((wait) => [
      `429, Retry-After: ${wait.trim() || 'blank'}`,
      status(429, { 'retry-after': wait }, '{}'),
    ]),
  ),
  '429 without a word': status(429, {}, '{}'),
  '429, two waits': status(429, { 'retry-after': ['1', '2'] }, '{}'),
  'right, but nothing is left for ever': body(({ body: text }) => text, {
    'ratelimit-remaining': '0',
    'ratelimit-reset': '1e300',
  }),
});

const longWaits = named('long wait', {
  '429, Retry-After: 99999999999': status(429, { 'retry-after': '99999999999' }, '{}'),
  '429, Retry-After: the year 9999': status(429, { 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }, '{}'),
  '503, Retry-After: 86400': status(503, { 'retry-after': '86400' }, '{}'),
  '429, reset in the year 9999': status(
    429,
    { 'x-ratelimit-reset': '9999-12-31T00:00:00Z', 'x-ratelimit-remaining': '0' },
    '{}',
  ),
});

/** A next page that is told in the way of every protocol. */
const next =
  (cursor: (exchange: Exchange) => unknown, link: (exchange: Exchange) => string) => (exchange: Exchange) => {
    const { response, right } = exchange;
    let text = right.body;
    if (/^\s*\{/.test(text)) text = JSON.stringify({ ...(JSON.parse(text) as object), cursor: cursor(exchange) });
    else if (text.includes('</div>'))
      text += `<ul class="pagination"><li class="next"><a rel="next" href="${link(exchange)}">next</a></ul>`;
    response.writeHead(right.status, { ...right.headers, link: `<${link(exchange)}>; rel="next"` }).end(text);
  };
const cursors = named('next page', {
  'the same again': next(
    () => 'same',
    ({ url }) => url.href,
  ),
  'another for ever': next(
    ({ times }) => `at${times}`,
    ({ url, times }) => `${url.origin}${url.pathname}?max_id=${times}&page=${times + 2}`,
  ),
  'a number': next(
    () => 7,
    () => '7',
  ),
  'an object': next(
    () => ({ constructor: 1 }),
    () => '{}',
  ),
  'a cursor of 100 KB': next(
    () => 'c'.repeat(100_000),
    ({ url }) => `${url.origin}${url.pathname}?max_id=${'9'.repeat(9000)}`,
  ),
  'at 127.0.0.1': next(
    () => '../x',
    ({ canary }) => canary,
  ),
  'at another host': next(
    () => 'https://other.example/',
    () => 'https://other.example/next',
  ),
  'of javascript:': next(
    () => '\0',
    () => 'javascript:alert(1)',
  ),
});

export const catalogue: Fault[] = [
  ...codes.map((code) => ({ kind: 'status', name: String(code), act: status(code) })),
  ...framing,
  ...encodings,
  ...bodies,
  ...slow,
  ...redirects,
  ...waits,
  ...longWaits,
  ...cursors,
];
