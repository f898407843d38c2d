import type { Imported, ImportedFile } from '../library/import-files.ts';
import { sanitize } from '../text/sanitize.ts';
import { table } from './tables.ts';

/** What became of each file, then of each client, then what to do next. */
export function importedText({ files, customers, follows, read, added }: Imported): string {
  const perCustomer = customers.map(({ customer, read: all, added: fresh }) => [
    `  ${customer}`,
    counted(all, 'follow'),
    fresh === all ? '' : `${fresh} of them new`,
  ]);
  const total = `${counted(read, 'follow')} of ${counted(customers.length, 'client')}, ${added} of them new`;
  const next = `${follows} is read by \`target-resources analyze\`; with a client list named, add --follows ${follows}`;
  return [
    ...files.map(fileText),
    ...(customers.length > 0 ? [`${total}\n`, table(perCustomer)] : []),
    read > 0 ? `${sanitize(next)}\n` : 'nothing was written\n',
  ].join('');
}

function fileText({ file, customer, what, read, added, left, problem, whatToDo }: ImportedFile): string {
  const whose = customer === null ? '' : ` of ${customer}`;
  const follows =
    what !== null && problem === null ? `${what}: ${counted(read, 'follow')}${whose}, ${added} new` : null;
  const lines = [
    follows ?? (problem === null ? what : [what, problem].filter((text) => text !== null).join(': ')),
    whatToDo === null ? null : `what to do: ${whatToDo}`,
    ...left.map((each) => `left: ${each}`),
  ];
  const shown = lines.filter((line) => line !== null).map((line) => `  ${sanitize(line)}\n`);
  return `${sanitize(file)}\n${shown.join('')}`;
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
