import { trimEnd } from '../../text/trim.ts';
import type { PageFinder, ResourceName } from '../../types/input.ts';
import { foldedWords } from './lead.ts';

/** A word of a text, or an address in it. */
export interface Piece {
  kind: 'word' | 'address';
  /** Folded; empty for an address. */
  word: string;
  /** What the address names; null where that is no page. */
  name: ResourceName | null;
  /** What stands between it and the piece before. */
  gap: string;
  /** What begins with it. */
  opens: 'nothing' | 'line' | 'sentence';
}

/** Addresses and words begin with a letter or a sign of a handle, and end at blanks and at what encloses them. */
const runs = /[\p{L}\p{N}@!_#][^\s,;|•·<>()[\]{}"«»„“”]*/gu;

/** What no address ends with. */
const isBehind = /[^\p{L}\p{N}/_=&#-]/u;

/** A word glued to an address by a colon: `TG:t.me/name`. */
const labelled = /^(\p{L}{1,20}):(?!\/\/)(.+)$/u;

/**
 * The words and addresses of a text, in order. A handle alone is one of the network that was named before it, else one of
 * this network. Hashtags and e-mail addresses are left out.
 */
export function* piecesOf(text: string, network: string, finder: PageFinder): Generator<Piece> {
  let end = 0;
  let beside: string | null = null;
  const nameIn = (run: string): ResourceName | null => {
    if (!/[\p{L}\p{N}]\.\p{L}|@/u.test(run)) return null;
    const found = finder.byAddress(run);
    if (found || !run.includes('@')) return found;
    if (run.startsWith('@')) return finder.byHandle(run, beside ?? network);
    return beside === null ? null : finder.byHandle(`@${run}`, beside);
  };
  for (const match of text.matchAll(runs)) {
    const run = trimEnd(match[0], isBehind);
    if (run === '' || run.startsWith('#')) continue;
    let gap = text.slice(end, match.index);
    end = match.index + run.length;
    const whole = nameIn(run);
    const [, label, address = run] = (whole === null && labelled.exec(run)) || [];
    const isAddress = (name: ResourceName | null): boolean => name !== null || address.includes('://');
    const words = label ?? (isAddress(whole) || run.includes('@') ? '' : run);
    for (const word of foldedWords(words)) {
      yield { kind: 'word', word, name: null, gap, opens: openingOf(gap) };
      beside = finder.networkCalled(word) ?? beside;
      gap = '';
    }
    const name = label === undefined ? whole : nameIn(address);
    if (isAddress(name)) {
      const before = label === undefined ? gap : ':';
      yield { kind: 'address', word: '', name, gap: before, opens: openingOf(before) };
      beside = null;
    } else if (label !== undefined) {
      for (const word of foldedWords(address)) yield { kind: 'word', word, name: null, gap: ':', opens: 'nothing' };
    }
  }
}

/** A colon leads to what follows, also over the end of a line. */
function openingOf(gap: string): Piece['opens'] {
  if (/[.!?…](?:\s|$)/.test(gap)) return 'sentence';
  return !gap.includes(':') && /[\n|•·]/.test(gap) ? 'line' : 'nothing';
}
