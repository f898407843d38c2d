import normalizeUrl from 'normalize-url';
import { stripInvisible } from '../../text/normalise.ts';
import { canParseUrl } from '../../text/web-address.ts';
import type { NotIdentified, ResourceName } from '../../types/input.ts';
import { asWritten, isNetworkDrive, parseUrl } from './address.ts';
import { withoutTracking } from './tracking.ts';

/** A host in the open: its last part is no number, so that dates, prices and phone numbers are none. */
const host = /^(?:[^\s/@:?#.\\]+\.)+(?!\d)[^\s/@:?#.\\]{2,}\.?(?=[/:?#]|$)/u;

/** A file, a folder of a network drive, a mail, a number: what has another scheme, or two strokes of the wrong kind. */
const elsewhere = /^(?:\\\\|(?!https?:)[a-z][a-z\d+.-]*:(?!\d))/i;

/** The page at an address, under one id however it is written: without tracking, `www.` and scheme. */
export function parsePage(network: string, input: string): ResourceName | NotIdentified | null {
  const text = stripInvisible(input).normalize('NFC');
  if (elsewhere.test(text)) return pathOf(text);
  const written = asWritten(text);
  const rest = written.slice(written.indexOf('://') + 3);
  if (/^https?:\/\/[^/?#]*@/i.test(text) && canParseUrl(written)) return { reason: wayIn };
  const page = parseUrl(text);
  if (page === null || /\s/.test(rest) || !host.test(rest)) return null;
  const href = withoutTracking(page);
  const plain = { stripHash: true, removeQueryParameters: false, removeTrailingSlash: true } as const;
  const url = normalizeUrl(href, { ...plain, stripWWW: false });
  const id = normalizeUrl(href, { ...plain, stripWWW: true, stripProtocol: true }).replace(phone, '');
  return { network, id, name: id, url, host: new URL(url).hostname.replace(/^www\./, '') };
}

/** The same pages for small screens: `m.garden.example`. */
const phone = /^(?:m|mobile)\.(?=[^/?#.]+\.[^/?#])/;

const wayIn = "this address holds a user name or a password: it is one person's way in, not a page for everybody";

/** Why a path into a file system is no page; null where a text only begins like one. */
const pathOf = (text: string): NotIdentified | null =>
  isNetworkDrive(text) || /^(?:[a-z]:[\\/]|(?:file|smb|ftp|sftp):)/i.test(text)
    ? { reason: 'this is a file or a folder, not a page on the web' }
    : null;
