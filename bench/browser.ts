import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createWebClient } from '../src/web/client.ts';
import type { Web } from '../src/types/web.ts';
import { browser } from '../tests/browser/available.ts';
import { browsers, processesUnder } from '../tests/browser/processes.ts';

/** A site whose pages come as plain HTML or as an application that draws the same: 25 requests, 250 kB, 100 names. */
async function startSite(): Promise<{ origin: string; close: () => void }> {
  const names = Array.from({ length: 100 }, (_, index) => `name-${index}`);
  const items = names.map((name) => `<li><a href="/${name}">${name}</a></li>`).join('');
  const modules = Array.from({ length: 20 }, (_, index) => `import '/module-${index}.js';`).join('');
  const filling = Array.from({ length: 4000 }, (_, index) => `function f${index}() { return ${index}; }`).join('\n');
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const send = (type: string, body: string): void => {
      response.writeHead(200, { 'content-type': type }).end(body);
    };
    if (path.startsWith('/plain/')) send('text/html', `<!doctype html><ul id="list">${items}</ul>`);
    else if (path.startsWith('/drawn/')) {
      send(
        'text/html',
        '<!doctype html><link rel="stylesheet" href="/style.css"><script type="module" src="/app.js"></script>',
      );
    } else if (path === '/app.js') {
      send(
        'text/javascript',
        `${modules}
        const list = document.createElement('ul');
        for (const name of await (await fetch('/names.json')).json()) {
          const link = document.createElement('a');
          link.href = '/' + name;
          link.textContent = name;
          list.appendChild(document.createElement('li')).append(link);
        }
        list.id = 'list';
        document.body.append(list);`,
      );
    } else if (path.startsWith('/module-0')) send('text/javascript', filling);
    else if (path.startsWith('/module-')) send('text/javascript', 'export {};');
    else if (path === '/names.json') send('application/json', JSON.stringify(names));
    else if (path === '/style.css') send('text/css', 'li { color: green }');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const host = 'pages.example';

function openClient(origin: string, concurrency: number) {
  const client = createWebClient({
    clock: {
      now: () => Date.now(),
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    connectTo: new Map([[host, origin]]),
    userAgent: 'target-resources/bench',
    browser,
    pagesAtOnce: concurrency,
  });
  return { client, web: client.for({ id: 'bench', paces: [], concurrency }) };
}

/** Asks for so many pages, so many at once, and gives pages per second. */
async function perSecond(
  web: Web,
  kind: 'plain' | 'drawn',
  pages: number,
  concurrency: number,
  after: (done: number) => void = () => {},
): Promise<number> {
  let next = 0;
  let done = 0;
  const begun = performance.now();
  const worker = async (): Promise<void> => {
    for (let page = next++; page < pages; page = next++) {
      const url = `https://${host}/${kind}/${page}`;
      const { body } = await (kind === 'plain' ? web.page(url) : web.rendered(url, { waitFor: '#list li' }));
      if (body('#list a').length !== 100) throw new Error(`${url} is not complete`);
      done += 1;
      after(done);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (pages * 1000) / (performance.now() - begun);
}

/** Memory of all browser processes in megabytes: shared pages are counted once (PSS). Linux only. */
function memory(): { processes: number; megabytes: number } {
  const all = browsers().flatMap((id) => [id, ...processesUnder(id).map((each) => each.id)]);
  const sizes = all.map((id) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return { processes: all.length, megabytes: Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024) };
}

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

async function speed(origin: string): Promise<void> {
  print('pages per second, the same names as plain HTML and drawn by 25 requests of scripts, through one client');
  for (const concurrency of [1, 2, 4]) {
    const { client, web } = openClient(origin, concurrency);
    await perSecond(web, 'drawn', 2, 1);
    await perSecond(web, 'plain', 50, concurrency);
    let most = { processes: 0, megabytes: 0 };
    const watch = setInterval(() => {
      const now = memory();
      if (now.megabytes > most.megabytes) most = now;
    }, 500);
    const rates = { plain: [] as number[], drawn: [] as number[] };
    for (let round = 0; round < 3; round += 1) {
      rates.plain.push(await perSecond(web, 'plain', 200, concurrency));
      rates.drawn.push(await perSecond(web, 'drawn', 12, concurrency));
    }
    clearInterval(watch);
    await client.close();
    const [plain, drawn] = [median(rates.plain), median(rates.drawn)];
    print(
      `${concurrency} at once: plain ${plain.toFixed(0)}, drawn ${drawn.toFixed(2)}, ratio ${(plain / drawn).toFixed(0)}; ` +
        `browser at most ${most.megabytes} MB in ${most.processes} processes`,
    );
  }
}

async function growth(origin: string, pages: number): Promise<void> {
  print(`memory of the browser and of this process over ${pages} pages, 2 at once`);
  const { client, web } = openClient(origin, 2);
  const rate = await perSecond(web, 'drawn', pages, 2, (done) => {
    if (done % 50 !== 0) return;
    const { processes, megabytes } = memory();
    const own = Math.round(process.memoryUsage().rss / 1024 / 1024);
    print(`${String(done).padStart(5)} pages: browser ${megabytes} MB in ${processes} processes, own ${own} MB`);
  });
  print(`${rate.toFixed(2)} pages per second`);
  await client.close();
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const site = await startSite();
  // Without a number, the speed; with one, the memory over so many pages.
  const pages = Number(process.argv[2] ?? 0);
  try {
    print(`browser: ${browser}`);
    await (pages > 0 ? growth(site.origin, pages) : speed(site.origin));
  } finally {
    site.close();
  }
}
