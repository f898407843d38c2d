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
  const addresses = text.match(/https?:\/\/[^\s<>"]+/gi) ?? [];
  if (addresses.length > 0) {
    const rest = addresses.reduce((left, address) => left.replace(address, ' '), text).replaceAll(/[()[\]]/g, ' ');
    const title = bare(rest.trim().replace(/[-–—:]$/u, ''));
    return addresses.map((address) => ({
      text: trimEnd(address, /[)\],.!]/),
      title: addresses.length === 1 && /\p{L}/u.test(title) ? title : null,
      label: null,
    }));
  }
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
