/** What a table holds, and what a row of it that was lost means. */
interface Table {
  /** The checksum included, which is always the last one. */
  columns: number;
  /** The column that names the network, where there is one. */
  network?: number;
  row: string;
  whatToDo: string;
}

const readAgain = 'run `target-resources analyze`: it is read again';
const inputAgain = 'run `target-resources analyze`: your input files are read again';

/** Every table of the newest version. */
export const tables: ReadonlyMap<string, Table> = new Map([
  ['meta', { columns: 3, row: 'what the state knows of itself', whatToDo: inputAgain }],
  ['customer', { columns: 2, row: 'a client of the last input', whatToDo: inputAgain }],
  ['member', { columns: 4, network: 2, row: 'a profile of a client', whatToDo: inputAgain }],
  ['name', { columns: 7, network: 5, row: 'who a profile is', whatToDo: readAgain }],
  ['list', { columns: 9, network: 1, row: 'the list of what a profile follows', whatToDo: readAgain }],
  ['page', { columns: 9, network: 2, row: 'a part of an unfinished list', whatToDo: readAgain }],
  ['identity', { columns: 5, network: 0, row: 'which resource a name means', whatToDo: readAgain }],
  ['facts', { columns: 5, network: 0, row: 'the facts of a resource', whatToDo: readAgain }],
  ['evidence', { columns: 5, network: 0, row: 'the posts of a resource', whatToDo: readAgain }],
  [
    'spending',
    {
      columns: 4,
      network: 0,
      row: "an amount spent of a network's budget",
      whatToDo: 'look up with the network what was spent, and lower the budget by it',
    },
  ],
  ['opted_out', { columns: 3, row: 'a name of a profile on the opt-out list', whatToDo: inputAgain }],
  ['author_page', { columns: 5, network: 0, row: "a resource's page for authors", whatToDo: readAgain }],
  [
    'draft',
    {
      columns: 5,
      network: 0,
      row: 'drafts for a resource',
      whatToDo: 'run `target-resources analyze`: the assistant is asked again',
    },
  ],
  ['segment', { columns: 3, row: 'the segment of a client', whatToDo: inputAgain }],
  [
    'short_link',
    { columns: 4, row: 'a short link', whatToDo: 'run `target-resources analyze`: it is asked for again' },
  ],
  ['answer', { columns: 5, network: 1, row: 'a kept answer of a server', whatToDo: readAgain }],
  ['counted', { columns: 4, row: 'a part of what was counted', whatToDo: 'nothing: it is counted again' }],
  ['problem', { columns: 7, row: 'an input row that could not be used', whatToDo: inputAgain }],
  [
    'ranking',
    { columns: 4, row: 'whose an earlier ranking was', whatToDo: 'nothing: only changes since then cannot be told' },
  ],
]);
