import type { RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refused, Stopped, UnexpectedAnswer, Unreachable } from '../../../src/errors.ts';
import { clientTo, reply, script, serve } from './local.ts';

const page = 'https://social.example/pages/one?p=1';
const html = '<!DOCTYPE html><html><body><h1>Garden &amp; letter</h1></body></html>';

const send =
  (body: string, status = 200, headers: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, headers).end(body);
  };

/** A site with this robots.txt, and the paths it was asked for. */
async function site(robots: (response: ServerResponse) => void, rest = send(html)) {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/robots.txt') robots(response);
    else rest(response);
  };
  return { asked, origin: await serve(listener) };
}

const noRobots = send('', 404);

const failure = (asking: Promise<unknown>): Promise<unknown> =>
  asking.then(
    () => 'it was answered',
    (error: unknown) => error,
  );

describe('robots.txt', () => {
  it.each<[string, string]>([
    ['an empty file', ''],
    ['rules for other paths', 'User-agent: *\nDisallow: /private'],
    ['rules for other programs', 'User-agent: otherbot\nDisallow: /'],
    ['an exception', 'User-agent: *\nDisallow: /\nAllow: /pages/'],
    [
      'a group of our own before the one for all',
      'User-agent: target-resources\nAllow: /\n\nUser-agent: *\nDisallow: /',
    ],
    ['a page that is no rules', html],
  ])('with %s allows the page', async (_, robots) => {
    const { origin, asked } = await site(send(robots));
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    expect((await web.page(page)).body('h1').text()).toBe('Garden & letter');
    expect(asked).toEqual(['/robots.txt', '/pages/one?p=1']);
  });

  it.each<[string, string]>([
    ['everything', 'User-agent: *\nDisallow: /'],
    ['the path', 'User-agent: *\nDisallow: /pages'],
    ['the query', 'User-agent: *\nDisallow: /*?p='],
    ['our own name, in any case', 'User-agent: Target-Resources\nDisallow: /\n\nUser-agent: *\nAllow: /'],
    ['our own name among others', 'User-agent: otherbot\nUser-agent: target-resources\nDisallow: /pages/'],
    ['all, after a mark of byte order', '\uFEFFUser-agent: *\r\nDisallow: /\r\n'],
  ])('that forbids %s is obeyed', async (_, robots) => {
    const { origin, asked } = await site(send(robots));
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    const error = await failure(web.page(page));
    expect(error).toBeInstanceOf(Unreachable);
    expect(String(error)).toContain("the site's robots.txt does not allow it (https://social.example/pages/one)");
    expect(asked).toEqual(['/robots.txt']);
  });

  it.each(['html', 'xml'] as const)('is obeyed for %s, not for an API', async (kind) => {
    const { origin } = await site(send('User-agent: *\nDisallow: /'), send('{}'));
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    await expect(web.page(page, { kind })).rejects.toThrow('does not allow');
    await expect(web.json(page, z.unknown())).resolves.toMatchObject({ body: {} });
  });

  it.each([400, 401, 403, 404, 410])('that is answered with %d allows everything', async (status) => {
    const { origin } = await site(send('User-agent: *\nDisallow: /', status));
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    await expect(web.page(page)).resolves.toBeDefined();
  });

  it.each<[string, (response: ServerResponse) => void, string]>([
    ['500', send('', 500), 'the server answered 500'],
    ['503', send('', 503), 'the server answered 503'],
    ['429', send('', 429), 'the server answered 429'],
    ['a redirect without an address', send('', 302), 'the server answered 302'],
    ['a redirect to no address', send('', 302, { location: 'https://' }), 'not an address'],
    ['a redirect in a circle', send('', 302, { location: '/robots.txt' }), 'redirected more than 5 times'],
    ['a broken connection', (response) => response.destroy(), 'the connection failed'],
    ['more than can be read', send('#'.repeat(200_000)), 'larger than'],
  ])('that is answered with %s allows nothing, and is not asked for again', async (_, robots, what) => {
    const { origin, asked } = await site(robots);
    const { web } = clientTo({ hosts: { 'social.example': origin }, maxBytes: 100_000 });
    const error = await failure(web.page(page));
    expect(error).toBeInstanceOf(Unreachable);
    expect(String(error)).toContain('whose robots.txt cannot be read');
    expect(String(error)).toContain(what);
    const before = asked.length;
    expect(String(await failure(web.page('https://social.example/pages/two')))).toContain(what);
    expect(asked).toHaveLength(before);
    expect(new Set(asked)).toEqual(new Set(['/robots.txt']));
  });

  it('is asked for once a run, however many pages are wanted at once', async () => {
    const { origin, asked } = await site(noRobots);
    const { client, web } = clientTo({ hosts: { 'social.example': origin } });
    const other = client.for({ id: 'other', paces: [], concurrency: 4 });
    await Promise.all([web.page(page), web.page(page), other.page(page), web.page(page, { kind: 'html' })]);
    expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
    expect(asked).toHaveLength(5);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['that was read', noRobots],
    ['that could not be read', (response) => response.destroy()],
  ])('%s is asked for again after a day', async (_, first) => {
    const day = 86_400_000;
    let robots = first;
    const { origin, asked } = await site((response) => robots(response));
    const { origin: other } = await site(noRobots);
    const { web, clock } = clientTo({ hosts: { 'social.example': origin, 'other.example': other } });
    // Where nobody at all answers, nobody is asked again.
    await web.page('https://other.example/');
    await failure(web.page(page));
    robots = send('User-agent: *\nDisallow: /pages/two');
    await clock.sleep(day - 60_000);
    await failure(web.page(page));
    const before = asked.filter((path) => path === '/robots.txt').length;
    await clock.sleep(60_000);
    await Promise.all([web.page(page), web.page(page)]);
    expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(before + 1);
    expect(String(await failure(web.page('https://social.example/pages/two')))).toContain('does not allow');
  });

  it('is obeyed to its last line, also where it is longer than 500 KiB', async () => {
    const rules = `User-agent: *\n${'Disallow: /no-such-path\n'.repeat(26_000)}Disallow: /pages`;
    expect(rules.length).toBeGreaterThan(500 * 1024);
    const { origin } = await site(send(rules));
    await expect(clientTo({ hosts: { 'social.example': origin } }).web.page(page)).rejects.toThrow('does not allow');
  });

  it('may be redirected five times, also to another host, and speaks for the first', async () => {
    const elsewhere = await site(send('User-agent: *\nDisallow: /pages'));
    const hop = (to: string) => send('', 301, { location: to });
    let hops = 0;
    const { origin } = await site((response) => {
      hops += 1;
      hop('https://rules.example/robots.txt')(response);
    });
    const { web } = clientTo({ hosts: { 'social.example': origin, 'rules.example': elsewhere.origin } });
    await expect(web.page(page)).rejects.toThrow('does not allow');
    await expect(web.page('https://social.example/else')).resolves.toBeDefined();
    expect(hops).toBe(1);

    const long = await serve((request, response) => {
      const step = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0);
      if (request.url?.startsWith('/pages')) send(html)(response);
      else if (step < 5) hop(`/robots.txt?step=${step + 1}`)(response);
      else send('User-agent: *\nDisallow: /other')(response);
    });
    const far = clientTo({ hosts: { 'social.example': long } });
    await expect(far.web.page(page)).resolves.toBeDefined();
    await expect(far.web.page('https://social.example/other')).rejects.toThrow('does not allow');
  });

  it('is asked of every site, and for every address, that a page redirects to', async () => {
    const closed = await site(send('User-agent: *\nDisallow: /'));
    const toClosed = await site(noRobots, send('', 302, { location: 'https://closed.example/' }));
    const hosts = { 'social.example': toClosed.origin, 'closed.example': closed.origin };
    const error = await failure(clientTo({ hosts }).web.page(page));
    expect(String(error)).toContain('robots.txt does not allow it (https://closed.example/)');
    expect(closed.asked).toEqual(['/robots.txt']);

    const toPrivate = await site(send('User-agent: *\nDisallow: /private'), send('', 302, { location: '/private' }));
    const one = clientTo({ hosts: { 'social.example': toPrivate.origin } });
    await expect(one.web.page(page)).rejects.toThrow('does not allow');
    expect(toPrivate.asked).toEqual(['/robots.txt', '/pages/one?p=1']);
  });

  it('that a stopped network wanted is asked for by the next one', async () => {
    const { origin, asked } = await site(noRobots);
    const { client, web } = clientTo({ hosts: { 'social.example': origin } });
    web.stop('the quota is spent');
    await expect(web.page(page)).rejects.toBeInstanceOf(Stopped);
    expect(asked).toEqual([]);
    await expect(client.for({ id: 'other', paces: [], concurrency: 1 }).page(page)).resolves.toBeDefined();
  });

  it('is asked at the pace of the host, and says who asks', async () => {
    const agents = new Set<string | undefined>();
    const origin = await serve((request, response) => {
      agents.add(request.headers['user-agent']);
      if (request.url === '/robots.txt') noRobots(response);
      else send(html)(response);
    });
    const { web, clock } = clientTo({ hosts: { 'social.example': origin }, paces: [{ requests: 1, seconds: 2.5 }] });
    await web.page(page);
    expect(clock.sleeps).toEqual([2500]);
    expect([...agents]).toEqual(['target-resources/test (+https://project.example)']);
  });
});

const pageFrom = async (body: string, kind: 'html' | 'xml', status = 200) => {
  const { origin } = await site(noRobots, send(body, status));
  return clientTo({ hosts: { 'social.example': origin } }).web.page(page, { kind });
};

describe('a page', () => {
  it('is asked for in its own kind, with headers', async () => {
    const accepted: unknown[] = [];
    const origin = await serve((request, response) => {
      if (request.url !== '/robots.txt') accepted.push([request.headers.accept, request.headers['accept-language']]);
      send('<a/>', request.url === '/robots.txt' ? 404 : 200)(response);
    });
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    await web.page(page, { headers: { 'Accept-Language': 'en' } });
    await web.page(page, { kind: 'xml' });
    expect(accepted).toEqual([
      ['text/html', 'en'],
      ['text/xml, application/xml', undefined],
    ]);
  });

  it('in XML keeps CDATA, and tags as they are written', async () => {
    const answer = await pageFrom(
      '<?xml version="1.0"?>\n<list><groupID64>103582791429521412</groupID64><t><![CDATA[a <b> & c]]></t><link/><p>1</p></list>',
      'xml',
    );
    expect(answer.body('list > groupID64').text()).toBe('103582791429521412');
    expect(answer.body('t').text()).toBe('a <b> & c');
    expect(answer.body('list > p').text()).toBe('1');
  });

  it('tells its headers and where it was found', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/robots.txt') send('', 404)(response);
      else if (request.url === '/end') send(html, 200, { 'x-mark': 'here' })(response);
      else send('', 302, { location: '/end' })(response);
    });
    const answer = await clientTo({ hosts: { 'social.example': origin } }).web.page(page);
    expect(answer.url).toBe('https://social.example/end');
    expect(answer.header('X-Mark')).toBe('here');
  });

  it.each<[string, string, 'html' | 'xml', string]>([
    ['JSON where HTML belongs', '{"error":"busy"}', 'html', 'the answer is JSON, not HTML'],
    ['JSON where XML belongs', '[]', 'xml', 'the answer is JSON, not XML'],
    ['text', 'Too many requests', 'xml', 'the answer is text, not XML'],
    ['nothing', ' \n', 'html', 'the answer is empty, not HTML'],
    ['HTML where XML belongs', html, 'xml', 'the answer is HTML, not XML'],
    ['HTML after blanks and a note', '\n<!-- node 7 -->\n<HTML lang="en">', 'xml', 'the answer is HTML, not XML'],
  ])('that is %s is unexpected', async (_, body, kind, what) => {
    const error = await failure(pageFrom(body, kind));
    expect(error).toBeInstanceOf(UnexpectedAnswer);
    expect(String(error)).toContain(what);
  });

  it.each(['<a><b>1</b>', '<a><b/>', '<?xml version="1.0"?>\n<a', '<?xml version="1.0"?>', '<a><b>1</b></a'])(
    'in incomplete XML is unexpected: %s',
    async (body) => {
      const error = await failure(pageFrom(body, 'xml'));
      expect(error).toBeInstanceOf(UnexpectedAnswer);
      expect(String(error)).toContain('incomplete');
    },
  );

  it.each(['<a/>', '<?xml version="1.0"?>\n<a b="1" />\n', '<!-- n --><a>\n<b/></a>\n\n'])(
    'in XML is whole where its root ends: %s',
    async (body) => {
      expect((await pageFrom(body, 'xml')).body('a').length).toBe(1);
    },
  );

  it('in XML may start with any number of notes', async () => {
    expect((await pageFrom(`${'<!-- -->'.repeat(2000)}<x>1</x>`, 'xml')).body('x').text()).toBe('1');
  });

  it('in XML may have a root whose name starts like HTML', async () => {
    expect((await pageFrom('<header-list><x>1</x></header-list>', 'xml')).body('x').text()).toBe('1');
  });

  it.each([401, 403, 404, 410])('that is refused with %d says so at once', async (status) => {
    await expect(pageFrom(html, 'html', status)).rejects.toMatchObject({ name: 'Refused', status, body: null });
  });

  it('that is not ready yet is asked for again', async () => {
    const steps = script(
      send('<html>busy</html>', 503),
      send('<html>busy</html>', 429, { 'retry-after': '7' }),
      send(html),
    );
    const origin = await serve((request, response) => {
      if (request.url === '/robots.txt') send('', 404)(response);
      else steps(request, response);
    });
    const { web, clock } = clientTo({ hosts: { 'social.example': origin } });
    expect((await web.page(page)).body('h1').length).toBe(1);
    expect(clock.sleeps).toContain(7000);
  });

  it('can be the answer to a form', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/robots.txt') send('', 404)(response);
      else void text(request).then((body) => send(`<p>${request.method} ${body}</p>`)(response));
    });
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    expect((await web.page(page, { form: { q: 'a b' } })).body('p').text()).toBe('POST q=a+b');
  });
});

describe('a form', () => {
  it('is posted as one, and shows in no error', async () => {
    const seen: unknown[] = [];
    const origin = await serve((request, response) => {
      void (async () => {
        seen.push([request.method, request.headers['content-type'], await text(request)]);
        reply(response, seen.length === 1 ? 200 : 400);
      })();
    });
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    const ask = () =>
      web.json('https://social.example/method', z.unknown(), { form: { token: 'secret&1', ids: '1,2' } });
    await ask();
    expect(seen).toEqual([['POST', 'application/x-www-form-urlencoded', 'token=secret%261&ids=1%2C2']]);
    const error = await failure(ask());
    expect(error).toBeInstanceOf(Refused);
    expect(JSON.stringify(error) + String(error)).not.toContain('secret');
  });
});

const Wait = z.object({ wait: z.number() });
const busy = (body: unknown): number | null => Wait.safeParse(body).data?.wait ?? null;
const broken = (): number | null => {
  throw new TypeError('a bug');
};
const shape = z.object({ good: z.boolean() });

describe('a "too busy" of status 200', () => {
  it('is waited for, like a 429', async () => {
    const origin = await serve(
      script(
        (response) => reply(response, 200, { wait: 3 }),
        (response) => reply(response, 200, { good: true }),
      ),
    );
    const { web, clock, waits } = clientTo({ hosts: { 'social.example': origin } });
    await expect(web.json(page, shape, { busy })).resolves.toMatchObject({ body: { good: true } });
    expect(clock.sleeps).toEqual([3000]);
    expect(waits).toMatchObject([{ host: 'social.example' }]);
  });

  it('without end ends the request', async () => {
    const origin = await serve((_, response) => reply(response, 200, { wait: 1 }));
    const { web, client } = clientTo({ hosts: { 'social.example': origin } });
    await expect(web.json(page, shape, { busy })).rejects.toBeInstanceOf(Unreachable);
    expect(client.requests().get('social.example')).toBe(9);
  });

  it('is looked for in a 403, but in no other refusal, nor in what is not JSON', async () => {
    const refusing = await serve((_, response) => reply(response, 404, { wait: 3 }));
    const one = clientTo({ hosts: { 'social.example': refusing } });
    await expect(one.web.json(page, shape, { busy })).rejects.toMatchObject({ status: 404 });
    const limiting = await serve((_, response) => reply(response, 403, { wait: 3 }));
    const another = clientTo({ hosts: { 'social.example': limiting } });
    await expect(another.web.json(page, shape, { busy })).rejects.toThrow('the server answered 429');
    const garbled = await serve((_, response) => response.end('{"wait":'));
    const other = clientTo({ hosts: { 'social.example': garbled } });
    await expect(other.web.json(page, shape, { busy })).rejects.toBeInstanceOf(UnexpectedAnswer);
  });

  it('lets an error of the reader through', async () => {
    const origin = await serve((_, response) => reply(response, 200, { good: true }));
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    await expect(web.json(page, shape, { busy: broken })).rejects.toThrow('a bug');
  });
});

describe('a network of one client', () => {
  const anything = z.unknown();

  it('has its own token', () => {
    const { client, web } = clientTo({ hosts: {}, tokens: new Map([['test', 'secret']]) });
    expect(web.token).toBe('secret');
    expect(client.for({ id: 'other', paces: [], concurrency: 1 }).token).toBeNull();
  });

  it('spends until its budget says no, and is stopped then', async () => {
    const origin = await serve((_, response) => reply(response, 200));
    const taken: [string, number][] = [];
    const takeFromBudget = (network: string, amount: number): string | null => {
      if (taken.length === 2) return 'the quota is spent';
      taken.push([network, amount]);
      return null;
    };
    const { client, web } = clientTo({ hosts: { 'social.example': origin }, takeFromBudget });
    await expect(web.json(page, anything, { cost: 1 })).resolves.toBeDefined();
    await expect(web.json(page, anything, { cost: 50 })).resolves.toBeDefined();
    await expect(web.json(page, anything, { cost: 1 })).rejects.toThrow(Stopped);
    expect(taken).toEqual([
      ['test', 1],
      ['test', 50],
    ]);
    await expect(web.json(page, anything)).rejects.toThrow('the quota is spent');
    await expect(client.for({ id: 'other', paces: [], concurrency: 1 }).json(page, anything)).resolves.toBeDefined();
    expect(client.requests().get('social.example')).toBe(3);
  });

  it('once stopped asks nothing, waits for nothing and spends nothing, and keeps its first reason', async () => {
    const origin = await serve((_, response) => reply(response, 200));
    let taken = 0;
    const takeFromBudget = (): null => {
      taken += 1;
      return null;
    };
    const { client, web, clock } = clientTo({
      hosts: { 'social.example': origin },
      takeFromBudget,
      paces: [{ requests: 1, seconds: 60 }],
    });
    await web.json(page, anything);
    const stopped = web.stop('the token was refused');
    expect(stopped).toBeInstanceOf(Stopped);
    expect(web.stop('another reason')).toBe(stopped);
    await expect(web.json(page, anything, { cost: 1 })).rejects.toThrow('the token was refused');
    expect(taken).toBe(0);
    for (let request = 0; request < 5; request += 1) {
      await expect(web.json(page, anything)).rejects.toBe(stopped);
    }
    expect(clock.sleeps).toEqual([]);
    expect(client.requests().get('social.example')).toBe(1);
  });

  it('that is stopped sends nothing of what was already waiting', async () => {
    const origin = await serve((_, response) => reply(response, 200));
    const { client, web } = clientTo({ hosts: { 'social.example': origin }, hostAtOnce: 1 });
    const waiting = [1, 2, 3].map(() => web.json(page, anything));
    web.stop('the quota is spent');
    const ends = await Promise.allSettled(waiting);
    expect(ends.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(2);
    expect(client.requests().get('social.example') ?? 0).toBeLessThanOrEqual(1);
  });
});
