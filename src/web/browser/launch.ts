import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { UserError } from '../../errors.ts';
import { type Connection, createConnection } from './connection.ts';
import { findBrowser } from './find.ts';
import { makeFolder, removeFolder, sweepFolders, temporaryIn } from './folder.ts';
import { watchMemory } from './memory.ts';

/** A browser that runs. */
export interface RunningBrowser {
  connection: Connection;
  /** Aborted when it is gone; the reason is a BrokenBrowser. */
  gone: AbortSignal;
  /** Ends it, with every process it started and everything it wrote. */
  end: () => Promise<void>;
  /** The same for one that does not answer. */
  kill: () => Promise<void>;
}

/** A page whose tab or browser ended under it. */
export class BrokenBrowser extends Error {}

/** A browser that was ended because it took more memory than it may. */
export class OutOfMemory extends BrokenBrowser {}

const startMs = 30_000;
/** What a browser may take to end by itself. */
const endMs = 5000;
/** Of what it prints, as much as says why it does not start. */
const maxPrinted = 65_536;

/**
 * Every request of a page is answered by this program. What slips past that must fail: names and addresses lead nowhere,
 * the way out is a proxy that does not exist, and WebRTC may not go around it.
 */
const hardening = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://nowhere.invalid:9',
  '--proxy-bypass-list=<-loopback>',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  // The browser without windows heeds this, the other one its popup blocker.
  '--block-new-web-contents',
  // A page whose scripts want more memory ends, not the machine: megabytes of a tab's scripts.
  '--js-flags=--max-old-space-size=512',
];

/** What a browser without a person has no use for, or would ask a person about. */
const unattended = [
  '--headless',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--no-startup-window',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-back-forward-cache',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-edgeupdater',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-hang-monitor',
  '--disable-infobars',
  '--disable-prompt-on-repost',
  '--disable-renderer-backgrounding',
  '--disable-search-engine-choice-screen',
  '--disable-stack-profiler',
  '--disable-sync',
  '--disable-updater-scheduler',
  '--do-not-de-elevate',
  '--edge-skip-compat-layer-relaunch',
  '--force-color-profile=srgb',
  '--metrics-recording-only',
  `--disable-features=${[
    'AimEnabled',
    'AvoidCorsURLLoaderRestartOnRedirect',
    'DestroyProfileOnBrowserClose',
    'HttpsFirstBalancedModeAutoEnable',
    'HttpsUpgrades',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'PaintHolding',
    'PreconnectToSearch',
    'SpareRendererForSitePerProcess',
    'msEdgeUpdateLaunchServicesPreferredVersion',
    'msForceBrowserSignIn',
  ].join(',')}`,
];

/** The path of the browser to use. @throws UserError browser_missing */
export async function browserPath(named: string | null): Promise<string> {
  return findBrowser(named, named === null ? await playwrightsOwn() : null);
}

async function playwrightsOwn(): Promise<string | null> {
  const { chromium } = await import('playwright');
  try {
    return chromium.executablePath();
  } catch {
    // Playwright throws where it has no browser for the system.
    return null;
  }
}

/** @param memoryBytes what it may take, with all of its processes @throws UserError browser_broken */
export async function launchBrowser(path: string, memoryBytes = Infinity): Promise<RunningBrowser> {
  sweepFolders();
  const folder = makeFolder();
  const child = start(path, folder);
  let printed = '';
  child.stderr?.on('data', (text: Buffer) => {
    if (printed.length < maxPrinted) printed += String(text);
  });
  const exited = once(child, 'exit').catch((error: unknown) => {
    printed += String(error);
  });
  const remove = (): void => {
    killTree(child);
    removeFolder(folder);
  };
  process.once('exit', remove);
  const gone = new AbortController();
  const connection = createConnection(child.stdio[4] as Readable, child.stdio[3] as Writable);
  const stopWatching = watchMemory(child.pid ?? 0, memoryBytes, () => {
    gone.abort(new OutOfMemory(`it takes more than ${Math.round(memoryBytes / 2 ** 20)} MB of memory`));
    killTree(child);
  });
  const ended = clearUp();

  async function clearUp(): Promise<void> {
    await exited;
    connection.close();
    stopWatching();
    gone.abort(new BrokenBrowser('the browser ended'));
    remove();
    process.off('exit', remove);
  }

  const inTime = await endsWithin(startMs, connection.send(null, 'Browser.getVersion'));
  if (!inTime || connection.isClosed()) {
    killTree(child);
    await ended;
    throw new UserError('browser_broken', path, whyNot(inTime ? printed : null));
  }

  async function kill(): Promise<void> {
    killTree(child);
    await endsWithin(endMs, ended);
  }

  return {
    connection,
    gone: gone.signal,
    kill,
    async end() {
      connection.send(null, 'Browser.close').catch(() => {});
      if (!(await endsWithin(endMs, ended))) await kill();
    },
  };
}

/** A browser whose requests come by pipe, in a process group of its own: a signal of the terminal is the program's business. */
function start(path: string, folder: string): ChildProcess {
  // Chromium refuses to start with its sandbox as root on Linux.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const args = [
    ...unattended,
    ...hardening,
    ...(isRoot ? ['--no-sandbox'] : []),
    '--remote-debugging-pipe',
    `--user-data-dir=${folder}`,
  ];
  return spawn(path, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    env: { ...process.env, TMPDIR: temporaryIn(folder) },
  });
}

/** Whether something ended in so many milliseconds, well or not. */
export function endsWithin(milliseconds: number, ending: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), milliseconds);
    const ended = (): void => {
      clearTimeout(timer);
      resolve(true);
    };
    ending.then(ended, ended);
  });
}

function killTree({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It had ended.
  }
}

/** What a browser printed says of the reason; null where it did not answer in time. */
function whyNot(printed: string | null): string {
  if (printed === null) return `it did not answer within ${startMs / 1000} seconds`;
  const library = /error while loading shared libraries: [^\n]*/.exec(printed);
  if (library) return library[0];
  if (/sandbox/i.test(printed)) {
    return 'the system does not let it set up its sandbox; a browser from the system’s own packages may be allowed to';
  }
  if (/EACCES|EPERM/.test(printed)) return 'it is not a program that you are allowed to start';
  return 'it exited at once, or is not a browser of the Chromium family';
}
