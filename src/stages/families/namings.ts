import { stripInvisible } from '../../text/normalise.ts';
import type { PageFinder, ResourceName } from '../../types/input.ts';
import type { Facts, Link } from '../../types/resource.ts';
import { spellings } from '../decisions.ts';
import type { Naming } from './join.ts';
import { foldedWords, isUnofficial, meaningOf, tellOfOurs } from './lead.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** Who reads the texts of one page. */
interface Reader {
  /** The network of the page: a handle alone is one of its own. */
  network: string;
  finder: PageFinder;
  /** Whether a word is a network's name, or one of the page's own. */
  isNeutral: (word: string) => boolean;
}

/** The places that a page names, in its description and in its fields; none where it says that it is not the real one. */
export function namingsOf(network: string, facts: Facts, finder: PageFinder): Naming[] {
  const { title, name, description, links = [], domain } = facts;
  const titleWords = foldedWords(title ?? '');
  if (isUnofficial(titleWords, foldedWords(description ?? ''))) return [];
  const own = new Set([...titleWords, ...foldedWords(name)]);
  const isNeutral = (word: string): boolean => own.has(word) || finder.networkCalled(word) !== null;
  const reader: Reader = { network, finder, isNeutral };
  return [
    ...namingsIn(description ?? '', reader),
    ...links.flatMap((link) => namingsInField(link, reader)),
    ...(domain === undefined ? [] : [{ names: [domainName(domain)], as: 'own' as const, verified: true }]),
  ];
}

/** How the start page of a domain is spelled. */
export const domainName = (domain: string): string => `web:${domain.toLowerCase()}`;

/** A field for places of the page itself holds one, whatever it is called, unless its name is that of somebody else. */
function namingsInField({ text, label, isOwn, verified }: Link, reader: Reader): Naming[] {
  const { finder } = reader;
  const address = stripInvisible(text);
  const beside = finder.networkCalled(label.trim());
  const name = finder.byAddress(address) ?? (beside === null ? null : finder.byHandle(address, beside));
  if (!name) return namingsIn(`${label}: ${text}`, reader);
  const words = foldedWords(label);
  const meaning = words.length === 0 ? 'unclear' : meaningOf(words, reader.isNeutral);
  return [{ names: namesOf(name), as: isOwn && meaning === 'unclear' ? 'own' : meaning, verified: verified === true }];
}

const namesOf = (name: ResourceName): string[] =>
  [name, ...(name.otherwise ? [name.otherwise] : [])].flatMap(spellings);

function namingsIn(text: string, { network, finder, isNeutral }: Reader): Naming[] {
  const pieces = [...piecesOf(text, network, finder)];
  const namings: Naming[] = [];
  let start = 0;
  let before: Naming['as'] = 'own';
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'word') continue;
    const lead = pieces.slice(Math.max(start, at - longestLead), at);
    const note = pieces.slice(at + 1, at + 1 + longestNote);
    before = isNotedOther(note, isNeutral) ? 'other' : meaningAt(piece, lead, before, isNeutral);
    if (piece.name) namings.push({ names: namesOf(piece.name), as: before, verified: false });
    start = at + 1;
  }
  return namings;
}

/** Words in front of an address, and behind it, that are looked at. */
const longestLead = 40;
const longestNote = 12;

/** So many words, and nothing of "ours" among them, tell what the page is, and are no heading of the address behind. */
const leastWords = { sentence: 2, line: 4 };

/**
 * What the words between the last address and this one say of it. An address alone is one more of what was named before it;
 * so is one behind no more than "and" or the name of a network. Behind a sentence about the page it is the page's own.
 */
function meaningAt(
  { opens }: Piece,
  lead: readonly Piece[],
  before: Naming['as'],
  isNeutral: (word: string) => boolean,
): Naming['as'] {
  if (lead.length === 0) return before;
  const start = lead.findLastIndex((piece) => piece.opens !== 'nothing');
  const words = lead.slice(Math.max(0, start)).map(({ word }) => word);
  const meaning = meaningOf(words, isNeutral);
  if (meaning === 'own') return start === -1 && before !== 'own' && !tellOfOurs(words) ? before : 'own';
  if (meaning === 'other' || opens === 'nothing' || tellOfOurs(words)) return meaning;
  return words.length >= leastWords[opens] ? 'own' : 'unclear';
}

/**
 * Whether a note calls the address somebody else's: "t.me/name (our friends)". Words that lead to another address are that
 * one's, unless a bracket or a dash begins them.
 */
function isNotedOther(behind: readonly Piece[], isNeutral: (word: string) => boolean): boolean {
  const [first] = behind;
  if (!first || first.opens !== 'nothing') return false;
  const end = behind.findIndex(({ kind, opens }, at) => kind === 'address' || (at > 0 && opens !== 'nothing'));
  const note = end === -1 ? behind : behind.slice(0, end);
  const leadsOn = behind[end]?.kind === 'address' || note.some(({ gap }, at) => at > 0 && gap.includes(':'));
  if (leadsOn && !/[([–—-]/.test(first.gap)) return false;
  return (
    meaningOf(
      note.map(({ word }) => word),
      isNeutral,
    ) === 'other'
  );
}
