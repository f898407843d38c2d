import type { AnyNetwork } from '../types/network.ts';
import { isBlankWord } from './blank-words.ts';
import { networkLabelled } from './network-words.ts';

/**
 * The profiles that a cell may name. Several share a cell where each of them is an address or has the sign of a handle;
 * in a cell with other words only full addresses are taken apart from them, since "Anna Quince" is one name and not
 * the accounts `anna` and `quince`. What people write into an empty cell is nothing.
 */
export function profilePieces(cell: string): string[] {
  if (cell === '' || isBlankWord(cell)) return [];
  const pieces = cell
    .split(/[\s,;|]+/)
    .filter((piece) => piece !== '' && !isBlankWord(piece))
    .map(bareAddress);
  if (pieces.length < 2 || pieces.every(tellsItself)) return pieces;
  const addresses = pieces.filter(hasScheme);
  if (addresses.length === 0) return [cell];
  return [...addresses, pieces.filter((piece) => !hasScheme(piece)).join(' ')];
}

/**
 * The parts of a cell that says itself on which network each is: `Insta: @anna / FB: anna.quince`, `insta @anna`. Null for
 * any other cell.
 */
export function labelledPieces(
  cell: string,
  networks: readonly AnyNetwork[],
): { text: string; network: AnyNetwork }[] | null {
  const [, first = ''] = /^(\S{1,20}) +@/.exec(cell) ?? [];
  if (!/[:=](?!\/\/)|\s[–—-]/.test(cell) && !networkLabelled(first, networks)) return null;
  const parts: { text: string; network: AnyNetwork }[] = [];
  for (const piece of cell.split(/[\s,;|]+/)) {
    const [, label = '', rest = ''] = /^([^:=/@]{1,20})[:=](?!\/\/)(.*)$/s.exec(piece) ?? [];
    const network = networkLabelled(label, networks);
    const alone = networkLabelled(piece, networks);
    if (network && network.id !== 'web') parts.push({ text: rest, network });
    else if (alone && alone.id !== 'web') parts.push({ text: '', network: alone });
    else if (!/^[/:=–—-]*$/.test(piece)) {
      const last = parts.at(-1);
      if (!last) return null;
      if (last.text === '') last.text = piece;
      else if (tellsItself(bareAddress(piece))) parts.push({ text: piece, network: last.network });
      else last.text += ` ${piece}`;
    }
  }
  const filled = parts.flatMap(({ text, network }) => (text === '' ? [] : [{ text: bareAddress(text), network }]));
  return filled.length > 0 ? filled : null;
}

/**
 * The resources that a cell names: several where each piece is an address or has the sign of a handle, else one text,
 * which may be the name of a page.
 */
export function resourcePieces(cell: string): string[] {
  const pieces = cell
    .split(/[\s,;|]+/)
    .filter((piece) => piece !== '')
    .map(bareAddress);
  return pieces.length > 0 && pieces.every(tellsItself) ? pieces : [cell];
}

/**
 * The same where no network stands beside the cell, so that a name alone tells nothing: then several stand in lines, between
 * semicolons, or between commas of which one parts an address from the rest.
 */
export function mixedPieces(cell: string): string[] {
  const pieces = resourcePieces(cell);
  if (pieces.length > 1) return pieces;
  return cell
    .split(/[\r\n;]+/)
    .flatMap((line) => {
      const parts = line.split(/,\s+/);
      return parts.some((part) => tellsItself(part.trim())) ? parts : [line];
    })
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** Signs that people put around an address. */
const opening = /^[([<{"'«“„‘]/;
const closing = /[)\]>}"'»”“’.,;:!?]$/;

/** A bracket belongs to an address that has its other half. */
const halves = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** Signs on either side that are looked at. */
const mostSigns = 8;

/** An address or a handle without what a sentence puts around it: brackets, quotes, a full stop. Anything else as it is. */
function bareAddress(piece: string): string {
  let text = piece;
  for (let round = 0; round < mostSigns; round++) {
    text = text.replace(opening, '');
    const half = halves.get(text.at(-1) ?? '');
    if (half === undefined || !text.includes(half)) text = text.replace(closing, '');
  }
  return text !== '' && tellsItself(text) ? text : piece;
}

const hasScheme = (piece: string): boolean => /^<?[a-z][a-z\d+.-]*:\/\/\S/i.test(piece);

/** Whether a text is an address, or has the sign of a handle: it can be nothing else. */
const tellsItself = (piece: string): boolean =>
  hasScheme(piece) ||
  /^@\S/.test(piece) ||
  /^did:[a-z]+:/i.test(piece) ||
  /^[!@]?[^\s@/]+@[^\s@/][^\s@/.]*\.[^\s@/]+$/.test(piece) ||
  startsWithHost(piece);

/** A name of 253 characters (RFC 1035, section 3.1), a dot and a port. */
const longestHost = 260;

/** A host with a name in front of its end, and perhaps a path: `anna.example`, `www.site.example/anna`. */
function startsWithHost(piece: string): boolean {
  const [host = ''] = piece.replace(/^\/\//, '').split('/', 1);
  if (host.length > longestHost) return false;
  const labels = host.split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => label !== '') &&
    /^(?:\p{L}{2,}|xn--[a-z\d-]+)(?::\d+)?$/u.test(labels.at(-1) ?? '')
  );
}
