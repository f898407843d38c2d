import type { TakenList } from '../imports/taken-files.ts';
import { whoseIs } from '../imports/whose.ts';
import type { FoundFile } from '../imports/find-files.ts';
import { identifyProfile } from '../inputs/identify.ts';
import type { ParsedFollow, SavedResource, ToldOwner } from '../types/import.ts';
import type { Gathered } from './gather-follows.ts';
import { type ImportedFile, emptyFolder, mostNamed, nothing } from './imported.ts';
import { type Looked, type Rest, seenIn } from './look-at-files.ts';
import { type Brought, take, takeEmpty, takeShown } from './take-follows.ts';

export async function readHanded(handed: FoundFile, gathered: Gathered, onlyListed: boolean): Promise<Brought> {
  const { said, directory } = gathered;
  const isBundle = await handed.isBundle();
  const rest: Rest = { files: 0, kinds: new Map(), told: [], names: { people: [], other: [], unknown: [] } };
  const { seen, owner } = await seenIn(handed, isBundle, gathered, rest);
  const folder = said === null ? handed.customer : null;
  const rows: ImportedFile[] = [];
  const brought: Brought = { rows, customers: new Map(), lists: [], onlyListed };
  for (const { name, file, isWhole, found } of seen) {
    const marks = 'owner' in found ? found.owner : undefined;
    const whose = whoseIs({ said, folder, owner: marks ?? owner, label: handed.label }, directory);
    const list = marks && whose.customer !== null ? listShown(marks, 'follows' in found, gathered) : null;
    if (list) brought.lists.push(list);
    if ('savedAt' in found) rows.push(takeShown(found, file, gathered));
    else if ('follows' in found) rows.push(take(found, file, whose, gathered, brought));
    else if ('emptyOn' in found && found.emptyOn !== undefined && whose.customer !== null)
      rows.push(takeEmpty(found, { customer: whose.customer, network: found.emptyOn }, file, gathered, brought));
    else if (isWhole) rows.push({ file, ...nothing, ...saying(found), customer: marks ? whose.customer : null });
    else if ('format' in found && found.holds === undefined) rest.told.push(found);
    else rest.names['format' in found ? (found.holds ?? 'other') : 'other'].push(name);
  }
  const isList = (row: ImportedFile): boolean => row.what !== null && !gathered.shown.has(row);
  return isBundle ? { ...brought, rows: [...rows, ...wholeBundle(handed, rows, isList, rest)] } : brought;
}

/** Which list of whom a saved page showed. */
function listShown(
  { profiles: [address = ''], list }: ToldOwner,
  hasFollows: boolean,
  { reading }: Gathered,
): TakenList | null {
  const profile = list === undefined ? null : identifyProfile(address, reading.networks);
  if (list === undefined || profile === null || 'reason' in profile) return null;
  return { profile: `${profile.network}:${profile.name}`, list, state: hasFollows ? 'came' : 'empty' };
}

const saying = (found: Exclude<Looked, { follows: ParsedFollow[] } | SavedResource>) =>
  'format' in found
    ? { what: found.format, problem: found.reason, whatToDo: found.whatToDo }
    : { problem: found.problem, whatToDo: found.whatToDo };

/** What an archive held besides; or, where it told of no follows at all, what is to be done. */
function wholeBundle(
  { label, customer }: FoundFile,
  rows: ImportedFile[],
  isList: (row: ImportedFile) => boolean,
  { files, kinds, told, names }: Rest,
): ImportedFile[] {
  const left = [
    ...new Set(told.map(({ format, reason }) => `${format}: ${reason}`)),
    ...filesNamed(names.people, 'people, not follows'),
    ...filesNamed(names.other, 'nothing about follows'),
    ...filesNamed(names.unknown, 'asked about, for nobody knows whether they list follows', askedAbout),
    ...Array.from(kinds, ([kind, count]) => `${kind}: ${count}`),
  ];
  const contents = { files, follows: rows.filter(isList).length };
  const isBroken = rows.some(({ file }) => file === label);
  const isOfUse = rows.some(({ what }) => what !== null);
  if (isBroken || isOfUse) return left.length > 0 ? [{ file: label, ...nothing, customer, contents, left }] : [];
  const problem = left.length > 0 ? 'nothing in it lists follows' : emptyFolder.problem;
  const whatToDo = told[0]?.whatToDo ?? 'import the export or the saved page that lists what the customer follows';
  return [{ file: label, ...nothing, customer, contents, left, problem, whatToDo }];
}

const askedAbout = '; import one by itself if the client follows what it lists';

function filesNamed(names: string[], what: string, more = ''): string[] {
  if (names.length === 0) return [];
  const shown = [...new Set(names)];
  const list = `${shown.slice(0, mostNamed).join(', ')}${shown.length > mostNamed ? ' …' : ''}`;
  return [`${what}: ${names.length} ${names.length === 1 ? 'file' : 'files'} (${list})${more}`];
}
