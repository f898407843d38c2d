import { normaliseName } from '../../text/normalise.ts';
import type { ImportFile } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile, ParsedFollow } from '../../types/import.ts';

/** One line of an exported list: an address, a bare name of the list's network, or an address with its title. */
export interface Entry {
  address: string | null;
  title: string | null;
}

/** A list as it stands in an export. */
export interface ExportedList {
  format: string;
  network: string;
  /** Null is an entry that names nothing. */
  entries: (Entry | null)[];
  skipped: string[];
  /** There are other lists of the same network's follows: that this one is empty says nothing of them. */
  isPart?: true;
  /** What to do where the list holds nothing. */
  whatToDo: string;
}

/** What a list tells, each resource once; a list that tells nothing says why. */
export function recognisedList(list: ExportedList, identify: IdentifyResource): RecognisedFile {
  const { format, network, entries, skipped, whatToDo, isPart = false } = list;
  const follows = new Map<string, ParsedFollow>();
  for (const entry of entries) {
    if (!entry) continue;
    const { address, title } = entry;
    const key = keyOf(entry, identify);
    if (key === '' || follows.has(key)) continue;
    follows.set(key, { customer: null, address, network: address === null ? network : null, title, subscribers: null });
  }
  const named = entries.filter((entry) => entry !== null).length;
  if (follows.size === 0)
    return {
      format,
      reason: entries.length === 0 ? 'the list is empty' : 'none of its entries names anything',
      whatToDo,
      ...(entries.length === 0 && skipped.length === 0 && !isPart && { emptyOn: network }),
    };
  return {
    format,
    follows: [...follows.values()],
    skipped: [
      ...skipped,
      ...skippedCount(named - follows.size, 'repeated entry', 'repeated entries'),
      ...skippedCount(entries.length - named, 'entry without a name', 'entries without a name'),
    ],
  };
}

/** Two spellings of one account have one key, as have two spellings of one name. */
function keyOf({ address, title }: Entry, identify: IdentifyResource): string {
  if (address === null) return normaliseName(title ?? '');
  const named = identify(address);
  return named && 'name' in named ? `${named.network}:${named.id ?? named.name}` : address;
}

/** The first of these that is an address of this network's resources; null where none is. */
export function addressAmong(candidates: string[], network: string, identify: IdentifyResource): string | null {
  for (const candidate of candidates) {
    const named = candidate === '' ? null : identify(candidate);
    if (named && 'name' in named && named.network === network) return candidate;
  }
  return null;
}

/** `1 hashtag`, `12 hashtags`, or nothing. */
export const skippedCount = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

/** Says of a text that holds one of these marks and is no JSON that it is damaged; null where it holds none. */
export function damaged(file: ImportFile, marks: RegExp, format: string): RecognisedFile | null {
  if (!/^\s*[[{]/.test(file.text) || file.json() !== undefined || !marks.test(file.text)) return null;
  return brokenJson(file.text, format);
}

export const brokenXml = (format: string): RecognisedFile => ({
  format,
  reason: 'the file is damaged or cut off before its end',
  whatToDo: 'export it again, and bring it unchanged',
});

export const brokenJson = (text: string, format: string): RecognisedFile => ({
  format,
  reason: /[\]}];?\s*$/.test(text) ? 'the file is damaged: it is not valid JSON' : 'the file is cut off before its end',
  whatToDo: 'unpack it from the archive again, or download the archive again, and bring it unchanged',
});
