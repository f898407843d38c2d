import type { Browser } from 'playwright';
import { UserError } from '../../errors.ts';
import { findBrowser } from './find.ts';

/** A browser that runs. */
export interface RunningBrowser {
  browser: Browser;
  /** Ends it, with every process it started. */
  end: () => Promise<void>;
  /** The same for one that does not answer. */
  kill: () => Promise<void>;
}

const startMs = 30_000;
/** What a browser may take to end by itself. */
const endMs = 5000;

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
  // The browser without windows heeds this, the other one the popup blocker that Playwright would turn off.
  '--block-new-web-contents',
  // A page whose scripts want more memory ends, not the machine: megabytes of a tab's scripts.
  '--js-flags=--max-old-space-size=512',
];

/** Switches of Playwright that let pages open windows, and flood the browser with calls. */
const unwanted = ['--disable-popup-blocking', '--disable-ipc-flooding-protection'];

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

/** @throws UserError browser_broken */
export async function launchBrowser(path: string): Promise<RunningBrowser> {
  const { chromium } = await import('playwright');
  let browser: Browser;
  try {
    browser = await chromium.launch({
      executablePath: path,
      args: hardening,
      ignoreDefaultArgs: unwanted,
      // Chromium refuses to start with its sandbox as root on Linux.
      chromiumSandbox: !(process.platform === 'linux' && process.getuid?.() === 0),
      // Signals are the program's business: Playwright would end the process.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: startMs,
    });
  } catch (error) {
    throw new UserError('browser_broken', path, whyNot(String(error)), { cause: error });
  }
  const id = await processId(browser);

  async function kill(): Promise<void> {
    const gone = new Promise((resolve) => browser.once('disconnected', resolve));
    if (id === null || !browser.isConnected()) return;
    killProcess(id);
    await endsWithin(endMs, gone);
  }

  return {
    browser,
    kill,
    async end() {
      if (!(await endsWithin(endMs, browser.close()))) await kill();
    },
  };
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

/** Null where it ended before it could say. */
async function processId(browser: Browser): Promise<number | null> {
  try {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return processInfo.find(({ type }) => type === 'browser')?.id ?? null;
  } catch {
    return null;
  }
}

function killProcess(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It had ended.
  }
}

/** What Playwright's report, which holds the whole command line, says of the reason. */
function whyNot(report: string): string {
  const library = /error while loading shared libraries: [^\n]*/.exec(report);
  if (library) return library[0];
  if (/sandbox/i.test(report.replaceAll(/<launching>[^\n]*/g, ''))) {
    return 'the system does not let it set up its sandbox; a browser from the system’s own packages may be allowed to';
  }
  if (/EACCES|EPERM/.test(report)) return 'it is not a program that you are allowed to start';
  if (/Timeout \d+ms exceeded/.test(report)) return `it did not answer within ${startMs / 1000} seconds`;
  return 'it exited at once, or is not a browser of the Chromium family';
}
