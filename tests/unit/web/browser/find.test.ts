import { expect, it } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { findBrowser, type Machine } from '../../../../src/web/browser/find.ts';

const machine = (platform: NodeJS.Platform, ...there: string[]): Machine => ({
  platform,
  home: platform === 'win32' ? 'C:\\Users\\ann' : '/home/ann',
  exists: (path) => there.includes(path),
});
const own = '/cache/chromium-1/chrome';

it.each<[NodeJS.Platform, string]>([
  ['linux', '/usr/bin/chromium'],
  ['linux', '/usr/bin/chromium-headless-shell'],
  ['linux', '/usr/bin/chromium-browser'],
  ['linux', '/usr/bin/google-chrome'],
  ['linux', '/usr/bin/google-chrome-stable'],
  ['linux', '/usr/bin/microsoft-edge'],
  ['linux', '/snap/bin/chromium'],
  ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['darwin', '/home/ann/Applications/Chromium.app/Contents/MacOS/Chromium'],
  ['darwin', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
  ['win32', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
  ['win32', 'C:\\Users\\ann\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'],
  ['win32', 'C:\\Users\\ann\\AppData\\Local\\Chromium\\Application\\chrome.exe'],
])('on %s it is found at %s', (platform, path) => {
  expect(findBrowser(null, own, machine(platform, path))).toBe(path);
  expect(findBrowser(null, null, machine(platform, path))).toBe(path);
});

it("is the one that was named, else Playwright's own, else an installed one", () => {
  const all = machine('linux', '/opt/named', own, '/usr/bin/chromium', '/snap/bin/chromium');
  expect(findBrowser('/opt/named', own, all)).toBe('/opt/named');
  expect(findBrowser(null, own, all)).toBe(own);
  expect(findBrowser(null, null, all)).toBe('/usr/bin/chromium');
});

it.each([
  [
    '/cache/chromium-1255/chrome-linux64/chrome',
    '/cache/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell',
  ],
  [
    '/Library/chromium-1255/chrome-mac-arm64/Chrome.app/Contents/MacOS/Chrome',
    '/Library/chromium_headless_shell-1255/chrome-headless-shell-mac-arm64/chrome-headless-shell',
  ],
  [
    'C:\\cache\\chromium-1255\\chrome-win64\\chrome.exe',
    'C:\\cache\\chromium_headless_shell-1255\\chrome-headless-shell-win64\\chrome-headless-shell.exe',
  ],
])('is the one without windows beside %s', (beside, shell) => {
  expect(findBrowser(null, beside, machine('linux', beside, shell, '/usr/bin/chromium'))).toBe(shell);
  expect(findBrowser(null, beside, machine('linux', beside, '/usr/bin/chromium'))).toBe(beside);
});

it.each<[string | null, string]>([
  [null, 'the places where freebsd has its programs'],
  ['/opt/named', '/opt/named'],
])('that is missing where %s was named is a message', (named, where) => {
  const find = () => findBrowser(named, own, machine('freebsd', '/usr/local/bin/chrome'));
  expect(find).toThrow(UserError);
  expect(find).toThrow(expect.objectContaining({ code: 'browser_missing', where }));
  expect(find).toThrow('npx playwright install chromium');
});
