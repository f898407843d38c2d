import { describe, expect, it } from 'vitest';
import { Refused, UnexpectedAnswer, Unreachable } from '../../src/errors.ts';
import { browser } from './available.ts';
import { failure, pageWith, show, context } from './site.ts';

const list = `
  const list = document.body.appendChild(document.createElement('ul'));
  for (const name of names) list.append(Object.assign(document.createElement('li'), { textContent: name }));`;

describe.skipIf(browser === null)('a rendered page', () => {
  const { web, site, client } = context();

  it('is what its scripts made of it: bundle, style sheet, data, worker', async () => {
    const { host, asked, requests } = site({
      '/people?p=1': `<!doctype html><link rel="stylesheet" href="/style.css"><script type="module" src="/app.js"></script>`,
      '/style.css': 'body { color: green }',
      '/app.js': `import { load } from './load.js';
        const names = await load();
        new Worker('/worker.js').onmessage = ({ data }) => { names.push(data, getComputedStyle(document.body).color); ${list} }`,
      '/load.js': `export const load = async () => (await fetch('/list.json', { method: 'POST', body: '{"page":1}' })).json();`,
      '/list.json': '["Garden", "Füße"]',
      '/worker.js': 'postMessage("worker")',
    });
    const answer = await web().rendered(`https://${host}/people?p=1#top`, { waitFor: 'ul > li, .empty' });
    const names = answer
      .body('li')
      .toArray()
      .map((each) => answer.body(each).text());
    expect(names).toEqual(['Garden', 'Füße', 'worker', 'rgb(0, 128, 0)']);
    expect(answer.url).toBe(`https://${host}/people?p=1`);
    expect(answer.header('Content-Type')).toBe('text/html; charset=utf-8');
    expect(asked.slice(0, 2)).toEqual(['/robots.txt', '/people?p=1']);
    expect(asked.toSorted()).toEqual(
      ['/app.js', '/list.json', '/load.js', '/people?p=1', '/robots.txt', '/style.css', '/worker.js'].toSorted(),
    );
    expect(client().requests().get(host)).toBe(asked.length);
    expect(new Set(requests.map(({ headers }) => headers['user-agent']))).toEqual(
      new Set(['target-resources/test (+https://project.example)']),
    );
  });

  it('shows who asks and in which language to its scripts too', async () => {
    const { host, requests } = site({ '/': pageWith(show('who', 'navigator.userAgent + " " + navigator.languages')) });
    const { body } = await web().rendered(`https://${host}/`, { waitFor: '#who' });
    expect(body('#who').text()).toBe('target-resources/test (+https://project.example) en-US');
    expect(requests.find(({ url }) => url === '/')?.headers['accept-language']).toBe('en-US');
  });

  it('takes what other hosts serve, where they let the page read it', async () => {
    const cdn = site({
      '/lib.js': `globalThis.greet = () => 'from the library';`,
      '/open.json': (response) => response.writeHead(200, { 'access-control-allow-origin': '*' }).end('1'),
      '/own.json': '2',
    });
    const { host } = site({
      '/': `<!doctype html><body><script src="https://${cdn.host}/lib.js"></script><script>
        const read = (path) => fetch('https://${cdn.host}' + path).then((answer) => answer.text(), () => 'not allowed');
        Promise.all([read('/open.json'), read('/own.json')]).then((both) => { ${show('end', "greet() + ', ' + both")} });
        </script>`,
    });
    const { body } = await web().rendered(`https://${host}/`, { waitFor: '#end' });
    expect(body('#end').text()).toBe('from the library, 1,not allowed');
    expect(cdn.asked).not.toContain('/robots.txt');
  });

  it('shares no script with another page, however fresh its server calls it', async () => {
    let asked = 0;
    const { host } = site({
      '/1': '<body><script src="/app.js"></script>',
      '/2': '<body><script src="/app.js"></script>',
      '/app.js': (response) => {
        asked += 1;
        response
          .writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'max-age=3600' })
          .end(show('end', String(asked)));
      },
    });
    for (const path of ['/1', '/2']) {
      const { body } = await web().rendered(`https://${host}${path}`, { waitFor: '#end' });
      expect(body('#end').text()).toBe(path.slice(1));
    }
  });

  it('gets data that it asked for ahead of time', async () => {
    const { host, asked } = site({
      '/': `<!doctype html><link rel="preload" as="fetch" href="/list.json" crossorigin><body><script>
        fetch('/list.json').then((answer) => answer.text()).then((text) => { ${show('end', 'text')} });</script>`,
      '/list.json': '7',
    });
    expect((await web().rendered(`https://${host}/`, { waitFor: '#end' })).body('#end').text()).toBe('7');
    expect(asked).toEqual(['/robots.txt', '/', '/list.json']);
  });

  it('keeps nothing from the page before', async () => {
    const { host, requests } = site({
      '/': (response) =>
        response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'server=1; Path=/' }).end(
          pageWith(`${show('had', 'document.cookie + (localStorage.mark ?? "") + (sessionStorage.mark ?? "")')}
              document.cookie = 'script=1'; localStorage.mark = sessionStorage.mark = 'x';
              fetch('/more.json').finally(() => { ${show('end')} });`),
        ),
      '/more.json': '1',
    });
    for (let time = 0; time < 2; time += 1) {
      const { body } = await web().rendered(`https://${host}/`, { waitFor: '#end' });
      expect(body('#had').text()).toBe('');
    }
    expect(requests.filter(({ headers }) => headers.cookie !== undefined)).toEqual([]);
  });

  it('that goes on by itself is followed on its site, asking robots.txt for each document', async () => {
    const { host, asked } = site({
      '/robots.txt': 'User-agent: *\nDisallow: /closed',
      '/': pageWith(`location.replace('/two?a=1')`),
      '/two': (response) => response.writeHead(302, { location: '/three' }).end(),
      '/three': '<!doctype html><meta http-equiv="refresh" content="0;url=/four">',
      '/four': pageWith(show('end')),
      '/to-closed': pageWith(`location = '/closed'`),
      '/to-missing': pageWith(`location = '/missing'`),
    });
    const answer = await web().rendered(`https://${host}/`, { waitFor: '#end' });
    expect(answer.url).toBe(`https://${host}/four`);
    expect(asked).toEqual(['/robots.txt', '/', '/two?a=1', '/three', '/four']);
    const closed = await failure(web().rendered(`https://${host}/to-closed`, { waitFor: '#end' }));
    expect(closed).toBeInstanceOf(Unreachable);
    expect(String(closed)).toContain(`robots.txt does not allow it (https://${host}/closed)`);
    const missing = await failure(web().rendered(`https://${host}/to-missing`, { waitFor: '#end' }));
    expect(missing).toMatchObject({ name: 'Refused', status: 404 });
  });

  it('may go to another part of its site', async () => {
    const mobile = site({ '/': pageWith(show('end')) }, 'm.social.example');
    const { host } = site({ '/': pageWith(`location = 'https://${mobile.host}/'`) }, 'www.social.example');
    const answer = await web().rendered(`https://${host}/`, { waitFor: '#end' });
    expect(answer.url).toBe('https://m.social.example/');
  });
});

describe.skipIf(browser === null)('the document of a rendered page', () => {
  const { web, site, clock, waits } = context({ paces: [{ requests: 1, seconds: 2.5 }] });

  it('is asked for in its turn, again where the server is busy, and its parts wait for nothing', async () => {
    let tries = 0;
    const { host, asked } = site({
      '/': (response) => {
        tries += 1;
        if (tries === 1) response.writeHead(429, { 'retry-after': '7' }).end();
        else if (tries === 2) response.writeHead(503).end();
        else response.writeHead(200, { 'content-type': 'text/html' }).end('<body><script src="/a.js"></script>');
      },
      '/a.js': show('end'),
    });
    await web().rendered(`https://${host}/`, { waitFor: '#end' });
    expect(asked).toEqual(['/robots.txt', '/', '/', '/', '/a.js']);
    expect(clock.sleeps).toEqual([2500, 7000, 500, 2000]);
    expect(waits).toMatchObject([{ host, why: 'the server answered 429' }]);
  });

  it('waits where the server wanted to be left alone while a page was loading', async () => {
    const { host } = site({
      '/': pageWith(`fetch('/busy.json').then(({ status }) => { ${show('end', 'status')} })`),
      '/busy.json': (response) => response.writeHead(429, { 'retry-after': '60' }).end(),
    });
    expect((await web().rendered(`https://${host}/`, { waitFor: '#end' })).body('#end').text()).toBe('429');
    const before = clock.now();
    await web().rendered(`https://${host}/`, { waitFor: '#end' });
    expect(clock.now() - before).toBeGreaterThanOrEqual(60_000);
  });

  it.each<[string, string, string]>([
    ['robots.txt forbids', 'User-agent: *\nDisallow: /pages', 'does not allow it'],
    ['robots.txt forbids by name', 'User-agent: target-resources\nDisallow: /', 'does not allow it'],
  ])('%s is not asked for', async (_, robots, what) => {
    const { host, asked } = site({ '/robots.txt': robots, '/pages/1': pageWith(show('end')) });
    const error = await failure(web().rendered(`https://${host}/pages/1`, { waitFor: '#end' }));
    expect(error).toBeInstanceOf(Unreachable);
    expect(String(error)).toContain(what);
    expect(asked).toEqual(['/robots.txt']);
  });

  it('whose robots.txt cannot be had is not asked for', async () => {
    const { host, asked } = site({ '/robots.txt': (response) => response.writeHead(500).end(), '/': '<p>' });
    await expect(web().rendered(`https://${host}/`, { waitFor: 'p' })).rejects.toThrow('robots.txt cannot be read');
    expect(new Set(asked)).toEqual(new Set(['/robots.txt']));
  });

  it.each([401, 403, 404, 410])('that is answered with %d is refused, as for a plain page', async (status) => {
    const { host } = site({ '/': (response) => response.writeHead(status).end(pageWith(show('end'))) });
    const error = await failure(web().rendered(`https://${host}/`, { waitFor: '#end' }));
    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({ status });
  });

  it.each<[string, string]>([
    ['{"error":1}', 'the answer is JSON, not HTML'],
    ['', 'the answer is empty, not HTML'],
  ])('that is %j is unexpected', async (body, what) => {
    const { host } = site({ '/': body });
    const error = await failure(web().rendered(`https://${host}/`, { waitFor: 'p' }));
    expect(error).toBeInstanceOf(UnexpectedAnswer);
    expect(String(error)).toContain(what);
  });

  it('is found where redirects lead, to another site too', async () => {
    const end = site({
      '/end': pageWith(`fetch('more.json').then((a) => a.text()).then((t) => { ${show('end', 't')} })`),
      '/more.json': '7',
    });
    const { host } = site({
      '/': (response) => response.writeHead(301, { location: `https://${end.host}/end` }).end(),
    });
    const answer = await web().rendered(`https://${host}/`, { waitFor: '#end' });
    expect([answer.url, answer.body('#end').text()]).toEqual([`https://${end.host}/end`, '7']);
    expect(end.asked[0]).toBe('/robots.txt');
  });

  it('may be in another encoding', async () => {
    const { host } = site({
      '/': (response) =>
        response
          .writeHead(200, { 'content-type': 'text/html; charset=windows-1251' })
          .end(Buffer.from([...Buffer.from('<p>'), 0xd1, 0xe0, 0xe4, ...Buffer.from('</p>')])),
    });
    expect((await web().rendered(`https://${host}/`, { waitFor: 'p' })).body('p').text()).toBe('Сад');
  });
});
