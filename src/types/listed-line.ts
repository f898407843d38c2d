import type { Listed } from './resource.ts';

/** The words that stand in a line for who counted. */
const writtenCounts = { home: 'at_home', elsewhere: 'elsewhere', hand: 'by_hand' } as const;
const countedBy = { at_home: 'home', elsewhere: 'elsewhere', by_hand: 'hand' } as const;

type Line = [
  network: string,
  id: string,
  name: string,
  title: string | null,
  url: string,
  host: string,
  subscribers: number | null,
  counted: (typeof writtenCounts)[Listed['countedBy']],
  /** Only where it is true, or something stands behind it. */
  group?: boolean,
  movedFrom?: string | null,
  via?: 'survey',
];

/** What a list says of a resource as a JSON array: one line, as JSON escapes line ends in texts. */
export function lineOf({
  network,
  id,
  name,
  title,
  url,
  host,
  subscribers,
  countedBy: by,
  group,
  movedFrom,
  via,
}: Listed): string {
  const line: Line = [network, id, name, title, url, host, subscribers, writtenCounts[by]];
  if (group || movedFrom !== undefined || via) line.push(group === true);
  if (movedFrom !== undefined || via) line.push(movedFrom ?? null);
  if (via) line.push(via);
  return JSON.stringify(line);
}

/** @throws SyntaxError where it is no line */
export const listedIn = (line: string): Listed => listedOf(JSON.parse(line) as Line);

/** The same of all lines of a text, which is faster. @throws SyntaxError */
export const allListedIn = (text: string): Listed[] =>
  (JSON.parse(`[${text.replaceAll('\n', ',')}]`) as Line[]).map(listedOf);

function listedOf(line: Line): Listed {
  const [network, id, name, title, url, host, subscribers, counted, group, movedFrom, via] = line;
  const listed: Listed = { network, id, name, title, url, host, subscribers, countedBy: countedBy[counted] };
  // Spread into the object, what nearly no line has would cost twice as much as all the rest.
  if (group) listed.group = group;
  if (movedFrom != null) listed.movedFrom = movedFrom;
  if (via) listed.via = via;
  return listed;
}

/** The network that a line begins with. */
export const networkOfLine = (line: string): string => head(line).network;

export const idOfLine = (line: string): string => head(line).id;

/** What tells whose page a line is of. */
export const ownedIn = (line: string): Pick<Listed, 'network' | 'id' | 'name'> => head(line);

/** Key of the resource of a line, see `resourceKey`. */
export function keyOfLine(line: string): string {
  const { network, id } = head(line);
  return `${network}:${id}`;
}

export const isSurveyed = (line: string): boolean => line.endsWith(',"survey"]');

/** Only the first three cells are read, at no cost where they have no escapes. */
function head(line: string): { network: string; id: string; name: string } {
  const first = line.indexOf('"', 2);
  const second = line.indexOf('"', first + 3);
  const third = line.indexOf('"', second + 3);
  const escape = line.indexOf('\\');
  if (escape >= 0 && escape < third) {
    const [network, id, name] = JSON.parse(line) as Line;
    return { network, id, name };
  }
  return { network: line.slice(2, first), id: line.slice(first + 3, second), name: line.slice(second + 3, third) };
}
