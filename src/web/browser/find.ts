import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { UserError } from '../../errors.ts';

/** Where to look, for tests of machines other than this one. */
export interface Machine {
  platform: NodeJS.Platform;
  home: string;
  exists: (path: string) => boolean;
}

const here: Machine = { platform: process.platform, home: homedir(), exists: existsSync };

/** Chromium without windows draws a page with a quarter of the processor time: it comes first (measured 2026-11). */
const linux = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/usr/bin/microsoft-edge-stable',
  '/usr/bin/microsoft-edge',
  '/opt/microsoft/msedge/msedge',
  '/snap/bin/chromium',
];

const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const windows = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The program that draws pages: the one that was named, else one that Playwright installs, else Chrome, Chromium or Edge
 * where they are usually installed.
 * @param own where Playwright would have its own; null where it has none for this system
 * @throws UserError browser_missing
 */
export function findBrowser(named: string | null, own: string | null, { platform, home, exists } = here): string {
  if (named !== null) {
    if (exists(named)) return named;
    throw new UserError('browser_missing', named, 'there is no such file');
  }
  const places = [...(own === null ? [] : [shellBeside(own), own]), ...usualPlaces(platform, home)];
  const found = places.find((path) => exists(path));
  if (found === undefined) throw new UserError('browser_missing', `the places where ${platform} has its programs`);
  return found;
}

/**
 * Where Playwright 1.65.1 puts the browser without windows that it installs together with the other one: beside
 * `chromium-1/chrome-linux64/chrome` lies `chromium_headless_shell-1/chrome-headless-shell-linux64/chrome-headless-shell`.
 */
const shellBeside = (own: string): string =>
  own.replace(
    /([\\/])chromium-(\d+)([\\/])chrome-([\w-]+)[\\/].*?(\.exe)?$/,
    '$1chromium_headless_shell-$2$3chrome-headless-shell-$4$3chrome-headless-shell$5',
  );

function usualPlaces(platform: NodeJS.Platform, home: string): string[] {
  if (platform === 'darwin') return [...mac, ...mac.map((path) => posix.join(home, path))];
  if (platform !== 'win32') return linux;
  const roots = ['C:\\Program Files', 'C:\\Program Files (x86)', win32.join(home, 'AppData\\Local')];
  return windows.flatMap((path) => roots.map((root) => win32.join(root, path)));
}
