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

/** The same of many lines, which is faster. @throws SyntaxError */
export const allListedIn = (lines: readonly string[]): Listed[] =>
  (JSON.parse(`[${lines.join(',')}]`) as Line[]).map(listedOf);

const listedOf = ([
  network,
  id,
  name,
  title,
  url,
  host,
  subscribers,
  counted,
  group,
  movedFrom,
  via,
]: Line): Listed => ({
  network,
  id,
  name,
  title,
  url,
  host,
  subscribers,
  countedBy: countedBy[counted],
  ...(group && { group }),
  ...(movedFrom != null && { movedFrom }),
  ...(via && { via }),
});

/** The network that a line begins with. */
export const networkOfLine = (line: string): string => head(line)[0];

export const idOfLine = (line: string): string => head(line)[1];

/** Key of the resource of a line, see `resourceKey`. */
export const keyOfLine = (line: string): string => head(line).join(':');

export const isSurveyed = (line: string): boolean => line.endsWith(',"survey"]');

/** Only the first two cells are read, at no cost where they have no escapes. */
function head(line: string): [network: string, id: string] {
  const first = line.indexOf('"', 2);
  const second = line.indexOf('"', first + 3);
  const text = line.slice(0, second + 1);
  if (text.includes('\\')) {
    const [network, id] = JSON.parse(line) as Line;
    return [network, id];
  }
  return [line.slice(2, first), line.slice(first + 3, second)];
}
