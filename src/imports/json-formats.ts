import type { IdentifyResource, RecognisedFile } from '../types/import.ts';
import type { ImportFile } from './import-format.ts';
import { type JsonList, jsonLines, jsonListsIn, tableRows } from './json-lists.ts';
import { knownTables, looseTables } from './tables/index.ts';

// JSON of services and scripts: a list of accounts or addresses is read like the table that it could be.

/** What the JSON of a file is; undefined where it is none. */
const jsonOf = (file: ImportFile): unknown => file.json() ?? jsonLines(file.text) ?? undefined;

export const holdsJson = (file: ImportFile): boolean => /^\s*[[{]/.test(file.text) && isContainer(jsonOf(file));

const isContainer = (json: unknown): boolean => typeof json === 'object' && json !== null;

/** The list that a person named. */
export function listAt(path: string, file: ImportFile, identify: IdentifyResource): RecognisedFile {
  const lists = jsonListsIn(jsonOf(file));
  const list = lists.find((each) => each.path === path);
  const recognised = list && readList(list, file, identify);
  if (recognised) return recognised;
  const others = lists.filter((each) => hasFollows(readList(each, file, identify))).map(shownPath);
  return {
    format: 'JSON file',
    reason: list ? `the list at ${path} holds no addresses` : `it has no list at ${path}`,
    whatToDo:
      others.length > 0 ? `choose one of its lists: --path ${others.slice(0, mostShown).join(', --path ')}` : bringList,
  };
}

const mostShown = 3;

const bringList = 'import a list of addresses, one a line, or the export itself';

/**
 * The follows of a file that is one list, or that says at one of its lists that it is followed. Lists elsewhere are told
 * with their paths: what they hold, only a person can say. Null where there is none.
 */
export function listSomewhere(file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  const json = jsonOf(file);
  const read = jsonListsIn(json).flatMap((list) => {
    const recognised = readList(list, file, identify);
    return recognised ? [{ list, recognised }] : [];
  });
  const whole = read.find(({ list }) => list.path === '');
  if (whole) return whole.recognised;
  const withFollows = read.filter(({ recognised }) => hasFollows(recognised));
  const [followed, ...more] = withFollows.filter(({ list }) => saysFollowed(list));
  if (followed && more.length === 0) return followed.recognised;
  const [first, ...others] = withFollows.map(({ list, recognised }) => ({ list, recognised }));
  if (!first) return read[0]?.recognised ?? null;
  const paths = [first, ...others].slice(0, mostShown).map(({ list }) => shownPath(list));
  return {
    format: `JSON file with ${others.length === 0 ? 'a list' : 'lists'} of addresses at ${paths.join(', ')}`,
    reason: 'it does not say whether these are follows',
    whatToDo: `if the client follows what stands there, import it again with --path ${paths[0]}`,
  };
}

const shownPath = ({ path }: JsonList): string => (/^[\w.-]+$/.test(path) ? path : JSON.stringify(path));

const hasFollows = (recognised: RecognisedFile | null): boolean => recognised !== null && 'follows' in recognised;

/** `data.following`, `following.nodes`, `subscriptions`, `followedPages`; not followers. */
const saysFollowed = ({ path }: JsonList): boolean => {
  const key = path.split('.').findLast((each) => !wrappers.test(each)) ?? '';
  return /^(?:following|follows|followed|followings|subscriptions|subscribed)(?![a-z])/i.test(key);
};

/** Keys between the name of a list and the list. */
const wrappers = /^(?:nodes|edges|items|data|results|list|values)$/i;

function readList({ items }: JsonList, file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  const rows = items.every((item) => typeof item === 'string')
    ? [[''], ...items.map((item) => [item])]
    : tableRows(items);
  // One column is a list of lines.
  const isLines = rows[0]?.length === 1;
  const text = isLines ? rows.slice(1).flat().join('\n') : '';
  const asTable: ImportFile = { ...file, table: isLines ? null : file.tableOf(rows), text };
  for (const format of [...knownTables, ...looseTables]) {
    const recognised = format.recognise(asTable, identify);
    if (recognised) return recognised;
  }
  return null;
}
