/** What a hostile page does beside its list; `read`: the list is read all the same. */
export type Attack = [name: string, body: string, ending: 'read' | RegExp];

const script = (text: string): string => `<script>${text}</script>`;

/** The list that every page has. */
export const list = '<ul class="groups"><li>seeds</li><li>bees</li></ul>';

const hosts = [
  'https://xn--a',
  'https://xn--zzzzzz.example',
  'http://a..b',
  'https://a..b',
  'https://[::1',
  'https://[::ffff:7f00:1]',
  'https://1.2.3.4.5',
  'https://0x7f.1',
  'https://2130706433',
  'https://%00',
  'https://a%zz.example',
  'https://',
  'https:///',
  'https://:443',
  'https://a:99999',
  'https://user:pass@nowhere.example:1',
  'https://bücher.example',
  'https://\u202e.example',
  `https://${'a'.repeat(300)}.example`,
  `https://${'a.'.repeat(200)}example`,
  'https://nowhere.example.',
  'https://_x_.example',
  'ftp://nowhere.example',
  'file://',
  'chrome://version',
  'javascript:',
  'about:',
  'data:text/javascript,1;',
  'blob:https://nowhere.example/1',
  'filesystem:https://nowhere.example',
];

const each = (tag: (address: string) => string): string => hosts.map((host) => tag(`${host}/x`)).join('');
const heavy = `const heavy = 'x'.repeat(3e8);`;

/** What is changed in the page's own world, or hides behind a name. */
export const clobbers: Attack[] = [
  ['querySelectorAll as a name', '<img name="querySelectorAll">', 'read'],
  ['querySelector and documentElement as names', '<img name="querySelector"><form name="documentElement">', 'read'],
  ['scrollingElement and body as names', '<form name="scrollingElement"></form><img name="body">', 'read'],
  ['createDocumentFragment as an id', '<embed name="createDocumentFragment"><object id="defaultView">', 'read'],
  [
    'names of builtins as ids',
    '<p id="Reflect"><p id="Object"><p id="Document"><p id="globalThis"><p id="window">',
    'read',
  ],
  [
    'a form that hides what an element has',
    script(
      `const form = document.createElement('form'); form.innerHTML = ['parentElement', 'scrollTop', 'scrollHeight', 'outerHTML', 'parentNode'].map((name) => '<input name=' + name + '>').join(''); document.querySelector('ul').replaceWith(form); form.innerHTML += '<ul class=groups><li>seeds</li><li>bees</li></ul>';`,
    ),
    'read',
  ],
  ['no MutationObserver', script('window.MutationObserver = undefined'), 'read'],
  ['no frames', script('window.requestAnimationFrame = null'), 'read'],
  [
    'frames and timers that are called off',
    script(
      'setInterval(() => { for (let n = 0; n < 5000; n += 1) { cancelAnimationFrame(n); clearTimeout(n + 9); } }, 1)',
    ),
    'read',
  ],
  ['no timers', script('window.setTimeout = window.setInterval = () => { throw 1; }'), 'read'],
  ['no root', script(`Object.defineProperty(document, 'documentElement', { get: () => null })`), 'read'],
  [
    'outerHTML that throws',
    script(`Object.defineProperty(Element.prototype, 'outerHTML', { get() { throw new Error('no'); } })`),
    'read',
  ],
  [
    'outerHTML that lies',
    script(
      `Object.defineProperty(Element.prototype, 'outerHTML', { get: () => '<ul class=groups><li>lie</li></ul>' })`,
    ),
    'read',
  ],
  ['another Promise', script('window.Promise = class { constructor() { throw 5; } }'), 'read'],
  ['then of promises', script('Promise.prototype.then = () => { throw 1; }'), 'read'],
  [
    'map, filter and iterators of arrays',
    script(
      'Array.prototype.map = Array.prototype.filter = Array.prototype.push = Array.prototype[Symbol.iterator] = () => { throw 1; }',
    ),
    'read',
  ],
  ['JSON', script('JSON.stringify = JSON.parse = () => { throw 1; }; window.JSON = null'), 'read'],
  ['Reflect and Object', script('Reflect.apply = () => 7; Object.getOwnPropertyDescriptor = () => ({})'), 'read'],
  ['toString', script(`Object.prototype.toString = String.prototype.toString = () => { throw 1; }`), 'read'],
  ['slices of texts', script('String.prototype.slice = String.prototype.toWellFormed = () => "lie"'), 'read'],
  ['calls', script('Function.prototype.call = Function.prototype.apply = () => { throw 1; }'), 'read'],
  [
    'every object has a getter',
    script(
      `for (const name of ['get', 'set', 'value', 'then', 'length']) Object.defineProperty(Object.prototype, name, { get() { throw 1; }, set() {} })`,
    ),
    'read',
  ],
  [
    'frozen prototypes',
    script(
      `for (const name of Object.getOwnPropertyNames(window)) try { Object.freeze(window[name].prototype); } catch {} Object.freeze(window.Object)`,
    ),
    'read',
  ],
  ['a selector that finds nothing', script('Document.prototype.querySelectorAll = () => []'), 'read'],
  ['a selector that finds a million', script('Document.prototype.querySelectorAll = () => ({ length: 1e6 })'), 'read'],
  [
    'scrolling that throws',
    script(
      `Object.defineProperty(Element.prototype, 'scrollTop', { get() { throw 1; }, set() { throw 1; } }); addEventListener('scroll', () => { throw 1; })`,
    ),
    'read',
  ],
  [
    'events that throw',
    script('EventTarget.prototype.dispatchEvent = () => { throw 1; }; window.Event = null'),
    'read',
  ],
  [
    'mutation watchers that throw',
    script('new MutationObserver(() => { throw 1; }).observe(document, { childList: true, subtree: true })'),
    'read',
  ],
  ['keptHtml as a name', '<img name="keptHtml" id="keptHtml">', 'read'],
  [
    'a policy that forbids scripts',
    '<meta http-equiv="content-security-policy" content="default-src \'none\'">',
    'read',
  ],
  ['half a sign', script(`document.body.append('\\ud83d'); document.body.title = '\\udc00'`), 'read'],
];

/** What is asked for that is no address, or may not be had. */
export const oddHosts: Attack[] = [
  ['scripts', each((address) => `<script src="${address}.js"></script>`), 'read'],
  ['style sheets', each((address) => `<link rel="stylesheet" href="${address}.css">`), 'read'],
  ['images and frames', each((address) => `<img src="${address}"><iframe src="${address}"></iframe>`), 'read'],
  ['modules', each((address) => `<script type="module">import '${address}.js'</script>`), 'read'],
  [
    'fetched',
    script(
      `for (const host of ${JSON.stringify(hosts)}) { fetch(host + '/x').catch(() => {}); fetch(host + '/x', { method: 'POST', body: 'x', mode: 'no-cors' }).catch(() => {}); }`,
    ),
    'read',
  ],
  [
    'gone to',
    script(
      `let next = 0; const hosts = ${JSON.stringify(hosts.filter((host) => !/^(?:javascript|about|blob|data)/.test(host)))}; const go = () => { try { location = hosts[next] + '/x'; } catch {} next += 1; if (next < hosts.length) setTimeout(go, 5); }; go()`,
    ),
    'read',
  ],
  ['an address of two megabytes', script(`fetch('/' + 'x'.repeat(2e6)).catch(() => {})`), 'read'],
  [
    'a script of an address that is long',
    script(`document.body.append(Object.assign(document.createElement('script'), { src: '/' + 'x'.repeat(500000) }))`),
    'read',
  ],
];

/** What a page may try, and gets nowhere with. */
export const nuisances: Attack[] = [
  ['dialogs', script(`for (let n = 0; n < 5; n += 1) { alert(n); confirm(n); prompt(n); }`), 'read'],
  ['a dialog that is long', script(`alert('x'.repeat(3e7))`), 'read'],
  [
    'a dialog at its end',
    script(`addEventListener('beforeunload', (event) => event.preventDefault()); location = 'https://other.example/'`),
    'read',
  ],
  ['windows', script(`for (let n = 0; n < 50; n += 1) window.open('about:blank')`), 'read'],
  [
    'downloads',
    `<a href="/x.zip" download>x</a>${script(`for (let n = 0; n < 50; n += 1) document.querySelector('a').click()`)}`,
    'read',
  ],
  ['printing', script('for (let n = 0; n < 5; n += 1) print()'), 'read'],
  ['its own end', script('window.stop(); window.close(); close()'), 'read'],
  ['breakpoints', script('for (let n = 0; n < 50; n += 1) debugger'), 'read'],
  [
    'a heavy console',
    script(`${heavy} console.log(heavy, heavy); console.error(heavy); console.table([heavy])`),
    'read',
  ],
  [
    'heavy errors',
    script(`setTimeout(() => { throw new Error('x'.repeat(3e7)); }); Promise.reject('x'.repeat(3e7))`),
    'read',
  ],
  ['a heavy body', script(`${heavy} fetch('/x', { method: 'POST', body: heavy }).catch(() => {})`), 'read'],
  [
    'a heavy body of the old way',
    script(`${heavy} const asked = new XMLHttpRequest(); asked.open('POST', '/x'); asked.send(heavy)`),
    'read',
  ],
  ['a heavy title', script(`document.title = 'x'.repeat(1e6); window.name = 'x'.repeat(3e7)`), 'read'],
  ['history', script(`for (let n = 0; n < 150; n += 1) history.pushState({}, '', '/' + 'x'.repeat(1000) + n)`), 'read'],
  [
    'workers of all kinds',
    script(
      `navigator.serviceWorker.register('/x.js').catch(() => {}); new SharedWorker('/x.js'); for (let n = 0; n < 20; n += 1) new Worker(URL.createObjectURL(new Blob(['for(;;);'])))`,
    ),
    'read',
  ],
  [
    'sockets',
    script(
      `for (let n = 0; n < 50; n += 1) new WebSocket('wss://other.example/' + n); new RTCPeerConnection({ iceServers: [{ urls: 'stun:other.example' }] }).createOffer()`,
    ),
    'read',
  ],
  [
    'permissions',
    script(
      `Notification.requestPermission(); navigator.geolocation.getCurrentPosition(() => {}); navigator.mediaDevices.getUserMedia({ video: true }).catch(() => {})`,
    ),
    'read',
  ],
  [
    'frames in frames',
    script(
      `for (let n = 0; n < 30; n += 1) document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: '<iframe srcdoc="<script>for(let n=0;n<9;n+=1)alert(n)<\\/script>"></iframe>' }))`,
    ),
    'read',
  ],
  [
    'full screen, pointers, keys',
    script(
      `document.body.requestFullscreen().catch(() => {}); document.body.requestPointerLock?.(); navigator.keyboard?.lock?.().catch(() => {})`,
    ),
    'read',
  ],
  ['another base', '<base href="https://xn--a/">', 'read'],
  ['addresses with a mark', script(`for (let n = 0; n < 100; n += 1) location.hash = 'x'.repeat(1000) + n`), 'read'],
];

const never = /nothing that matches|still grew|could not be read|tab crashed/;

/** What does not end, or takes too much. */
export const endless: Attack[] = [
  ['a loop', script('for (;;);'), never],
  ['a loop later on', script('setTimeout(() => { for (;;); }, 5); document.querySelector("ul").remove()'), never],
  ['a loop at scrolling', script(`addEventListener('scroll', () => { for (;;); })`), never],
  ['dialogs for ever', script('for (;;) alert(1)'), never],
  ['promises for ever', script('const on = () => Promise.resolve().then(on); on()'), never],
  ['an expression that backtracks', script(`/^(a+)+$/.test('a'.repeat(50) + 'b')`), never],
  [
    'a list for ever',
    script(`setInterval(() => document.querySelector('ul').append(document.createElement('li')), 40)`),
    never,
  ],
  ['no list any more', script('document.documentElement.remove()'), never],
  [
    'requests for ever',
    script(`document.querySelector('ul').remove(); const on = () => fetch('/x' + Math.random()).finally(on); on()`),
    never,
  ],
  [
    'a request that blocks',
    script(`const asked = new XMLHttpRequest(); asked.open('GET', '/never', false); asked.send()`),
    never,
  ],
  [
    'away and away',
    script(`document.querySelector('ul').remove(); location.replace('/' + Math.random())`),
    /404|nothing that matches/,
  ],
  [
    'a million elements',
    script(
      `const all = document.createDocumentFragment(); for (let n = 0; n < 1e6; n += 1) all.append(document.createElement('b')); document.body.append(all)`,
    ),
    /larger than 2000000 bytes|memory|crashed|nothing that matches/,
  ],
  [
    'a heavy attribute',
    script(`document.body.title = 'x'.repeat(5e7)`),
    /larger than 2000000 bytes|memory|crashed|nothing that matches/,
  ],
  [
    'a heavy text',
    script(`document.body.append('<'.repeat(2e6))`),
    /larger than 2000000 bytes|memory|crashed|nothing that matches/,
  ],
];

/** Pages that take memory until they are ended, how soon hangs on the machine. */
export const hungry: Attack[] = [
  [
    'scripts that take all memory',
    script('const all = []; for (;;) all.push(new Array(1e6).fill(1.5))'),
    /crashed|memory/,
  ],
  [
    'bytes that take all memory',
    script(
      `document.querySelector('ul').remove(); const all = []; setInterval(() => { all.push(new Uint8Array(5e7).fill(7)); }, 20)`,
    ),
    /memory|crashed/,
  ],
  [
    'a blob that takes all memory',
    script(
      `document.querySelector('ul').remove(); const all = []; setInterval(() => { all.push(new Blob([new Uint8Array(5e7).fill(7)])); }, 20)`,
    ),
    /memory|crashed/,
  ],
  [
    'pages of memory',
    script(
      `document.querySelector('ul').remove(); const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 }); setInterval(() => { memory.grow(800); new Uint8Array(memory.buffer).fill(7); }, 20)`,
    ),
    /memory|crashed|nothing/,
  ],
];
