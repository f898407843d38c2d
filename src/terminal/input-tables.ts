import { lookup } from '../text/lookup.ts';
import type { InputTable } from '../types/input.ts';
import { sanitize } from '../text/sanitize.ts';

/** Which column of each input file became what, and how the file was read. */
export const tablesText = (tables: InputTable[]): string => tables.map((each) => `${sanitize(line(each))}\n`).join('');

function line({ file, encoding, delimiter, sheet, headingLine, columns }: InputTable): string {
  const how =
    sheet === null
      ? `${encoding}, ${delimiter === null ? 'address cards (vCard)' : (lookup(delimiterNames, delimiter) ?? delimiter)}`
      : `sheet "${sheet}"`;
  const read = columns.flatMap(({ heading, role, by }) =>
    role === null || role === 'ignore' ? [] : [`${heading} = ${plainRole(role)}${marks[by ?? 'heading']}`],
  );
  const left = columns.filter(({ role }) => role === null).map(({ heading }) => heading);
  const head = headingLine === null ? ', without a heading' : headingLine > 1 ? `, heading in line ${headingLine}` : '';
  const unread = left.length > 0 ? `; not read: ${left.slice(0, mostNamed).join(', ')}${more(left.length)}` : '';
  return `${file} (${how}${head}): ${read.join(', ') || 'no column is used'}${unread}`;
}

const mostNamed = 8;
const more = (count: number): string => (count > mostNamed ? ` and ${count - mostNamed} more` : '');

const delimiterNames: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };

/** How a role was found, where it was not by the heading. */
const marks = { heading: '', content: ' (by its content)', you: ' (as you said)' };

const plainRole = (role: string): string => role.replace(/^network:/, '').replace('_', ' ');
