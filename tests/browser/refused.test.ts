import { createSocket } from 'node:dgram';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnexpectedAnswer, Unreachable } from '../../src/errors.ts';
import { browser } from './available.ts';
import { failure, pageWith, show, context } from './site.ts';

/** Tries to reach an address in every way a page has, and says in `#end` how it went. */
const escapes = (port: number): string => `
  const https = 'https://127.0.0.1:${port}', http = 'http://127.0.0.1:${port}';
  const add = (tag, attributes) => document.body.append(Object.assign(document.createElement(tag), attributes));
  const log = [];
  const told = (name, promise) => promise.then(() => log.push(name + ' reached'), () => log.push(name + ' failed'));
  for (const to of [https, http, 'https://localhost:${port}', 'https://[::1]:${port}', 'https://2130706433:${port}']) {
    add('img', { src: to + '/image' });
    add('iframe', { src: to + '/frame' });
    add('script', { src: to + '/script' });
    add('video', { src: to + '/video' });
    add('object', { data: to + '/object' });
    for (const rel of ['stylesheet', 'prefetch', 'preload', 'modulepreload', 'dns-prefetch', 'preconnect', 'prerender', 'icon', 'manifest']) {
      add('link', { rel, href: to + '/' + rel, as: 'script' });
    }
    add('script', { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ urls: [to + '/spec'] }] }) });
    navigator.sendBeacon(to + '/beacon', 'x');
    const link = Object.assign(document.createElement('a'), { href: to + '/ping', download: 'file', ping: to + '/ping2' });
    document.body.append(link);
    link.click();
    window.open(to + '/window');
    new EventSource(to + '/events');
    try { new WebTransport(to + '/transport').ready.catch(() => {}); } catch {}
  }
  navigator.serviceWorker.register('/sw.js').catch(() => {});
  new SharedWorker('/shared.js');
  new Worker('/shared.js');
  const socket = (to) => new Promise((yes, no) => { const it = new WebSocket(to); it.onopen = yes; it.onerror = no; });
  const candidates = (server) => new Promise((done) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: server, username: 'a', credential: 'b' }] });
    const found = [];
    peer.onicecandidate = ({ candidate }) => candidate ? found.push(candidate.candidate) : done(found.length);
    peer.createDataChannel('x');
    peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  });
  Promise.all([
    told('fetch', fetch(https + '/fetch', { mode: 'no-cors' })),
    told('redirect', fetch('/away', { mode: 'no-cors' })),
    told('redirects', fetch('/far-away', { mode: 'no-cors' })),
    told('post', fetch(https + '/post', { method: 'POST', body: 'x', mode: 'no-cors' })),
    told('ws', socket('ws://127.0.0.1:${port}/')),
    told('wss', socket('wss://127.0.0.1:${port}/')),
    ...['stun:127.0.0.1:${port}', 'turn:127.0.0.1:${port}?transport=tcp', 'turn:127.0.0.1:${port}?transport=udp']
      .map((server) => candidates(server).then((count) => log.push(count + ' candidates'))),
  ]).then(() => { ${show('end', 'log.toSorted().join(", ")')} });`;

describe.skipIf(browser === null)('a page that tries to reach this machine', () => {
  const { web, site, client } = context();
  const heard: string[] = [];
  const stream = createServer((socket) => {
    heard.push('tcp');
    socket.destroy();
  });
  const datagrams = createSocket('udp4', () => undefined);
  let listening = 0;

  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      stream.listen(0, resolve);
    });
    const address = stream.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    listening = address.port;
    datagrams.on('message', () => heard.push('udp'));
    await new Promise<void>((resolve) => {
      datagrams.bind(listening, resolve);
    });
  });

  afterAll(() => {
    stream.close();
    datagrams.close();
  });

  it('reaches nothing, in no way', async () => {
    const { host } = site({
      '/': pageWith(escapes(listening)),
      '/away': (response) => response.writeHead(302, { location: `https://127.0.0.1:${listening}/` }).end(),
      '/far-away': (response) => response.writeHead(302, { location: '/away' }).end(),
      '/shared.js': `fetch('https://127.0.0.1:${listening}/'); new WebSocket('wss://127.0.0.1:${listening}/');`,
      '/sw.js': '',
    });
    const { body } = await web().rendered(`https://${host}/`, { waitFor: '#end' });
    expect(body('#end').text()).toBe(
      [
        '0 candidates, 0 candidates, 0 candidates',
        'fetch failed, post failed, redirect failed, redirects failed, ws failed, wss failed',
      ].join(', '),
    );
    expect(heard).toEqual([]);
    expect([...client().requests().keys()]).toEqual([host]);
  });

  it('reaches nothing through a name that leads there', async () => {
    const { host } = site({
      '/': pageWith(`fetch('https://localhost:${listening}/', { mode: 'no-cors' }).catch(() => { ${show('end')} })`),
      '/on': pageWith(`location = '/hop'`),
      '/hop': (response) => response.writeHead(302, { location: `https://localhost:${listening}/` }).end(),
    });
    await expect(web().rendered(`https://${host}/`, { waitFor: '#end' })).resolves.toBeDefined();
    for (const start of [`https://localhost:${listening}/`, `https://${host}/on`]) {
      const error = await failure(web().rendered(start, { waitFor: '#end' }));
      expect(error).toBeInstanceOf(Unreachable);
      expect(String(error)).toMatch(/its name resolves to an address that is not public|port \d+ is not asked/);
    }
    expect(heard).toEqual([]);
  });

  it.each<[string, (to: string) => Parameters<typeof site>[0]]>([
    ['by a redirect', (to) => ({ '/': (response) => response.writeHead(302, { location: to }).end() })],
    [
      'by a script',
      (to) => ({
        '/': pageWith(`location = '/hop'`),
        '/hop': (response) => response.writeHead(302, { location: to }).end(),
      }),
    ],
  ])('as a whole, %s, is not shown', async (_, pages) => {
    const { host } = site(pages(`https://127.0.0.1:${listening}/secret`));
    const error = await failure(web().rendered(`https://${host}/`, { waitFor: '#end' }));
    expect(error).toBeInstanceOf(Unreachable);
    expect(String(error)).toContain('not a public address');
    expect(heard).toEqual([]);
  });
});

describe.skipIf(browser === null)('a page that wants what it may not', () => {
  const { web, site, client } = context();

  it('goes on without: dialogs, windows, its own end, downloads, printing, permissions, file choosers', async () => {
    const { host, asked } = site({
      '/': pageWith(
        `alert('a'); const sure = confirm('b'); const said = prompt('c'); print(); window.close();
         addEventListener('beforeunload', (event) => event.preventDefault());
         const opened = [window.open('about:blank'), window.open('/window'), window.open('https://other.example/')];
         for (const link of document.querySelectorAll('a')) link.click();
         document.querySelector('input').click();
         const refused = (promise) => promise.then(() => 'granted', () => 'refused');
         (async () => {
           const answers = [String(sure), String(said), ...opened.map(String)];
           answers.push(await refused(new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))));
           answers.push(await Notification.requestPermission());
           answers.push(await refused(navigator.clipboard.readText()), await refused(navigator.clipboard.writeText('x')));
           answers.push(await refused(navigator.mediaDevices.getUserMedia({ audio: true })));
           answers.push(await refused(showOpenFilePicker()));
           ${show('end', 'answers.join()')}
         })();`,
        '<a href="/file.zip" download>1</a><a href="/window" target="_blank">2</a><input type="file">',
      ),
    });
    const { body } = await web().rendered(`https://${host}/`, { waitFor: '#end' });
    expect(body('#end').text()).toBe('false,null,null,null,null,refused,denied,refused,refused,refused,refused');
    expect(asked).toEqual(['/robots.txt', '/']);
  });

  it('loads no image, font, media, frame, prefetch, beacon, manifest or event stream', async () => {
    const { host, asked } = site({
      '/': `<!doctype html><link rel="icon" href="/icon"><link rel="manifest" href="/manifest"><link rel="prefetch" href="/prefetch">
        <style>@font-face { font-family: x; src: url(/font) } body { font-family: x; background: url(/background) }</style>
        <body><img src="/image"><video src="/video" autoplay></video><iframe src="/frame"></iframe><object data="/object"></object>
        <script>navigator.sendBeacon('/beacon'); new EventSource('/events'); fetch('/put', { method: 'PUT' }).catch(() => {});
        addEventListener('load', () => { ${show('end')} });</script>text`,
    });
    await web().rendered(`https://${host}/`, { waitFor: '#end' });
    expect(asked).toEqual(['/robots.txt', '/']);
  });

  it('may stay where it is', async () => {
    const { host } = site({
      '/': pageWith(`location = 'https://other.example/'; setTimeout(() => { ${show('end')} }, 100)`),
    });
    await expect(web().rendered(`https://${host}/`, { waitFor: '#end' })).resolves.toBeDefined();
    expect(client().requests().get('other.example')).toBeUndefined();
  });

  it('is waited for with all selectors that the browser knows', async () => {
    const { host } = site({ '/': pageWith('', '<ul><li><a href="/a>>b">1</a></li></ul>') });
    for (const waitFor of ['.empty, li:has(> a)', 'a[href*=">>"]', ':is(p, a)', 'li:nth-child(1 of li)']) {
      await expect(web().rendered(`https://${host}/`, { waitFor })).resolves.toBeDefined();
    }
  });

  it('is not looked at with selectors that the browser does not know', async () => {
    const { host } = site({ '/': '<p>' });
    const selectors = ['p:contains("x")', 'p >> b', 'text=x', '//p', 'p['];
    for (const waitFor of selectors) {
      const error = await failure(web().rendered(`https://${host}/`, { waitFor }));
      expect(error).toBeInstanceOf(UnexpectedAnswer);
      expect(String(error)).toContain(`the browser does not understand "${waitFor}"`);
    }
    const error = await failure(
      web().rendered(`https://${host}/`, { waitFor: 'p', scroll: { item: 'li:eq(1)', maxItems: 1 } }),
    );
    expect(String(error)).toContain('the browser does not understand "li:eq(1)"');
  });
});

/** 200 MB, as far as somebody takes them. */
const heavy = (start: string) => (response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.write(start);
  const block = Buffer.alloc(1_000_000, 32);
  let blocks = 0;
  const more = (): void => {
    while (blocks < 200 && !response.destroyed) {
      blocks += 1;
      if (!response.write(block)) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
};

describe.skipIf(browser === null)('a page that is too large', () => {
  const { web, site } = context({
    maxBytes: 2_000_000,
    pageLimits: { bytes: 5_000_000, requests: 20 },
  });
  it('by its document is unexpected', async () => {
    const { host } = site({ '/': heavy('<p>') });
    const error = await failure(web().rendered(`https://${host}/`, { waitFor: 'p' }));
    expect(error).toBeInstanceOf(UnexpectedAnswer);
    expect(String(error)).toContain('larger than 2000000 bytes');
  });

  it('by a part goes on without it', async () => {
    const { host } = site({
      '/': `<!doctype html><body><script src="/heavy.js"></script><script src="/light.js"></script>`,
      '/heavy.js': heavy('1;'),
      '/light.js': show('end'),
    });
    await expect(web().rendered(`https://${host}/`, { waitFor: '#end' })).resolves.toBeDefined();
  });

  it('by all its parts together, or by their number, gets no more of them', async () => {
    const { host, asked } = site({
      '/heavy': pageWith(
        `(async () => { for (let n = 0; n < 9; n += 1) await fetch('/mb?' + n).catch(() => {}); ${show('end')} })()`,
      ),
      '/many': pageWith(
        `(async () => { for (let n = 0; n < 30; n += 1) await fetch('/small?' + n).catch(() => {}); ${show('end')} })()`,
      ),
      '/mb': ' '.repeat(1_000_000),
      '/small': '1',
    });
    await web().rendered(`https://${host}/heavy`, { waitFor: '#end' });
    expect(asked.filter((path) => path.startsWith('/mb'))).toHaveLength(5);
    await web().rendered(`https://${host}/many`, { waitFor: '#end' });
    expect(asked.filter((path) => path.startsWith('/small'))).toHaveLength(20);
  });

  it('by what its scripts make of it is unexpected', async () => {
    const { host } = site({ '/': pageWith(`document.body.title = 'x'.repeat(3_000_000); ${show('end')}`) });
    const error = await failure(web().rendered(`https://${host}/`, { waitFor: '#end' }));
    expect(error).toBeInstanceOf(UnexpectedAnswer);
    expect(String(error)).toContain('the page is larger than 2000000 bytes');
  });
});

/** Script that asks for these paths, one after the other. */
const fetching = (...paths: string[]): string =>
  `(async () => { for (const path of ${JSON.stringify(paths)}) await fetch(path).catch(() => {}); })()`;

describe.skipIf(browser === null)('a page that never shows what is waited for', () => {
  const { web, site } = context({
    maxBytes: 2_000_000,
    pagesAtOnce: 6,
    pageLimits: { seconds: 8, requests: 2 },
  });

  it('says what was refused to it', async () => {
    const cases: [string, string][] = [
      [`location = 'https://other.example/'`, 'it wanted to go to other.example, another site'],
      ['location.reload()', 'it wanted to go on more than 3 times'],
      [`document.body.innerHTML = '<form method="post">'; document.forms[0].submit()`, 'it wanted to send a form'],
      [fetching('/1', 'https://127.0.0.1/'), 'HOST answered 404; 127.0.0.1: this is not a public address'],
      [fetching('/heavy'), 'HOST: an answer is larger than 2000000 bytes'],
      [fetching('/small', '/small', '/small'), 'it asks for more than 2 parts'],
    ];
    const errors = cases.map(async ([script, what]) => {
      const { host } = site({ '/': pageWith(script), '/heavy': heavy(''), '/small': '1' });
      const error = await failure(web().rendered(`https://${host}/`, { waitFor: '#end' }));
      expect(error).toBeInstanceOf(UnexpectedAnswer);
      const expected = `nothing that matches "#end" appeared within 8 seconds; ${what.replace('HOST', host)} (https://${host}/)`;
      expect(String(error)).toContain(expected);
    });
    await Promise.all(errors);
  });
});
