import { UserError } from '../errors.ts';
import { ownerToldBy } from '../imports/export-files/owner.ts';
import { ownerInExportName } from '../imports/export-names.ts';
import { joinOwners } from '../imports/whose.ts';
import { openFile } from '../imports/open-file.ts';
import type { FileKind } from '../tables/file-kinds.ts';
import { type ImportItem, shownName } from '../imports/import-item.ts';
import { isNoText, noText } from '../imports/unread-files.ts';
import { recogniseFile, describeUnknownFile } from '../imports/recognise.ts';
import { savedResource } from '../imports/resource-pages/index.ts';
import type { FoundFile } from '../imports/find-files.ts';
import { identifyResource } from '../inputs/identify.ts';
import type { HoldsNoFollows, ParsedFollow, RecognisedFile, SavedResource, ToldOwner } from '../types/import.ts';
import type { Gathered } from './gather-follows.ts';

/** One of the files handed over, before it is known whose they are. */
interface Seen {
  name: string;
  file: string;
  /** It was handed over by itself. */
  isWhole: boolean;
  found: Looked;
}

/** All that lies in a file, an archive or a folder; and whose it is, which its last file may say. */
export async function seenIn(
  handed: FoundFile,
  isBundle: boolean,
  gathered: Gathered,
  rest: Rest,
): Promise<{ seen: Seen[]; owner: ToldOwner | null }> {
  const seen: Seen[] = [];
  const owners = isBundle ? [ownerInExportName(handed.label)] : [];
  for await (const { item, isOnly } of withCompany(handed.items)) {
    rest.files += 1;
    const { name } = item;
    const isWhole = !isBundle || name === shownName(handed.label);
    const file = isWhole ? handed.label : `${handed.label}: ${name}`;
    if ('problem' in item) seen.push({ name, file, isWhole: true, found: item });
    else if ('kind' in item && isWhole) seen.push({ name, file, isWhole, found: asProblem(item.kind) });
    else if ('kind' in item) addTo(rest.kinds, item.kind.many);
    else if (!isWhole && isNoText(item.bytes)) addTo(rest.kinds, noText);
    else {
      const { found, owner } = await look(item, gathered, !isWhole && !isOnly);
      seen.push({ name, file, isWhole, found });
      owners.push(owner);
    }
  }
  return { seen, owner: joinOwners(owners) };
}

/** Whether a file is the only one in its archive: then it was packed, and is no part of an export. */
async function* withCompany(items: AsyncIterable<ImportItem>): AsyncGenerator<{ item: ImportItem; isOnly: boolean }> {
  let first: ImportItem | null = null;
  let count = 0;
  for await (const item of items) {
    count += 1;
    if (count === 1) first = item;
    else {
      if (first) yield { item: first, isOnly: false };
      first = null;
      yield { item, isOnly: false };
    }
  }
  if (first) yield { item: first, isOnly: true };
}

export type WithFollows = Extract<RecognisedFile, { follows: ParsedFollow[] }>;
export type WithoutFollows = Extract<RecognisedFile, { reason: string }>;

/** What an archive or an unpacked export holds besides follows. */
export interface Rest {
  /** All its files, those with follows too. */
  files: number;
  kinds: Map<string, number>;
  /** Files that say why they tell of no follows although they might. */
  told: WithoutFollows[];
  /** Names of files that hold none. */
  names: Record<HoldsNoFollows, string[]>;
}

export type Looked = RecognisedFile | SavedResource | { problem: string; whatToDo: string };

async function look(
  { name, bytes, changedAt }: Extract<ImportItem, { bytes: Buffer }>,
  { reading, path, isSurvey, clock }: Gathered,
  inBundle: boolean,
): Promise<{ found: Looked; owner: ToldOwner | null }> {
  const { networks } = reading;
  try {
    const file = await openFile(name, bytes, reading, changedAt ?? clock.now());
    const identify = (address: string) => identifyResource(address, networks);
    const shown = path === null && !isSurvey ? savedResource(file, identify) : null;
    const recognised = shown ?? recogniseFile(file, identify, { inBundle, path, isSurvey });
    return { found: recognised ?? describeUnknownFile(file, networks), owner: ownerToldBy(file) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [problem = ''] = error.typed.message.split('\n');
    const [, line] = /:(\d+)$/.exec(error.where) ?? [];
    const told = line === undefined ? problem : `line ${line}: ${problem}`;
    return { found: { problem: told, whatToDo: error.typed.whatToDo }, owner: null };
  }
}

const asProblem = ({ one, whatToDo }: FileKind) => ({ problem: `it is ${one}`, whatToDo });

const addTo = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
