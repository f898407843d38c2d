import { resourcePieces } from '../../inputs/cell-pieces.ts';
import { trimEnd } from '../../text/trim.ts';

/** One thing that an answer names: an address, a handle or a name, and what stands beside it. */
export interface AnswerPiece {
  text: string;
  /** What the page is called, where the answer gives an address beside it. */
  title: string | null;
  /** A word before a colon or behind in brackets, which may name a network. */
  label: string | null;
}

/** Words behind a comma that belong to the name of a company. */
const legalForms =
  /^(?:inc|llc|ltd|llp|plc|corp|co|company|gmbh|ag|kg|ug|se|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy|aps|ооо|оао|зао|ао|α ?ε|ε ?π ?ε)\b/iu;

/**
 * What an answer names. Several stand in lines, between semicolons or bars, or between commas; an address keeps its own
 * commas, and a company its `Inc`.
 * @param isLabel whether words before a colon, or in brackets at the end, say where something is
 */
export function answerPieces(answer: string, isLabel: (text: string) => boolean): AnswerPiece[] {
  return answer
    .split(/[\r\n;|•·]+| \/ /)
    .flatMap(byCommas)
    .map(bare)
    .filter((text) => text !== '')
    .flatMap((text) => withAddresses(text, isLabel));
}

function byCommas(line: string): string[] {
  const parts: string[] = [];
  for (const part of line.split(/[,،、]/)) {
    const before = parts.at(-1);
    const isSame = before !== undefined && (legalForms.test(part.trim()) || isOpenAddress(before, part));
    if (isSame) parts[parts.length - 1] = `${before},${part}`;
    else parts.push(part);
  }
  return parts;
}

/** An address goes on behind a comma where no blank follows. */
const isOpenAddress = (before: string, part: string): boolean =>
  /https?:\/\/\S*$/i.test(before.slice(-500)) && /^[^\s]/.test(part) && !/^(?:https?:|www\.|@)/i.test(part);

/** Without the marks of lists, quotes and full stops around it. */
const bare = (text: string): string =>
  text
    .trim()
    .replace(/^(?:\d{1,2}[.)]\s+|[-–—*]\s+)/u, '')
    .replace(/^["'«»“”„‘’]{1,20}/u, '')
    .replace(/["'«»“”„‘’.!]{1,20}$/u, (end) => (end === '.' && abbreviated.test(text.trim()) ? end : ''))
    .trim();

/** Names end in these with their full stop. */
const abbreviated = /\b(?:inc|co|ltd|corp|bros|jr|sr|cie|s\.a|s\.l|s\.r\.l|b\.v|n\.v)\.$/i;

/** `Garden Letter (https://letter.example)`: an address, and what it is called; `Telegram: @letter`: a label. */
function withAddresses(text: string, isLabel: (text: string) => boolean): AnswerPiece[] {
  const colon = text.slice(0, mostLabel).indexOf(':');
  const before = text.slice(0, Math.max(0, colon)).trim();
  if (colon > 0 && !text.startsWith('//', colon + 1) && isLabel(before))
    return withAddresses(bare(text.slice(colon + 1)), () => false).map((each) => ({ ...each, label: before }));
  const words = text.split(/\s+/);
  const addresses = words.map(addressIn).filter((each) => each !== '');
  const rest = bare(
    words
      .map(besideAddress)
      .join(' ')
      .replaceAll(/[()[\]]/g, ' ')
      .replaceAll(/\s+/g, ' '),
  );
  if (addresses.length > 0) {
    const handled = handleAmong(rest, isLabel);
    const isTitle = addresses.length === 1 && !handled && /\p{L}/u.test(rest) && !isLabel(rest);
    const title = isTitle ? bare(rest.replace(/[-–—:]$/u, '')) : null;
    return [...addresses.map((address) => ({ text: address, title, label: null })), ...(handled ? [handled] : [])];
  }
  const handled = handleAmong(text, isLabel);
  if (handled) return [handled];
  const pieces = resourcePieces(text);
  if (pieces.length > 1) return pieces.map((piece) => ({ text: piece, title: null, label: null }));
  const open = text.search(/[([][^()[\]]{1,30}[)\]]$/);
  const behind = open > 0 ? text.slice(open + 1, -1).trim() : '';
  return [
    isLabel(behind)
      ? { text: bare(text.slice(0, open)), title: null, label: behind }
      : { text, title: null, label: null },
  ];
}

const mostLabel = 30;

/** An address in a word, with its scheme or with a path, without what a sentence puts around it; else nothing. */
function addressIn(word: string): string {
  const start = word.search(/https?:\/\//i);
  const address = start === -1 ? word.replace(/^[(["'«“„<]{1,10}/u, '') : word.slice(start);
  const isAddress = start !== -1 || /^[a-z\d][a-z\d.-]{0,100}\.[a-z]{2,20}\/[^\s/]/i.test(address);
  return isAddress ? trimEnd(address, /[)\],.!"'»”>]/) : '';
}

/** What stands in a word before its address, or the word. */
const besideAddress = (word: string): string =>
  addressIn(word) === '' ? word : word.slice(0, Math.max(0, word.search(/https?:\/\//i)));

/** `insta @moss`, `@moss in Telegram`: a handle with its network among few other words. */
function handleAmong(text: string, isLabel: (text: string) => boolean): AnswerPiece | null {
  const words = text.split(' ');
  const [handle, ...others] = words.filter((word) => /^@[\w.]/.test(word));
  const rest = words.filter((word) => word !== handle).join(' ');
  if (handle === undefined || others.length > 0 || words.length > mostWords || !isLabel(rest)) return null;
  return { text: trimEnd(handle, /[.,!]/), title: null, label: rest };
}

const mostWords = 6;
