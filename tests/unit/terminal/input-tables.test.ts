import { expect, test } from 'vitest';
import { tablesText } from '../../../src/terminal/input-tables.ts';
import type { InputTable } from '../../../src/types/input.ts';

const table = (given: Partial<InputTable>): InputTable => ({
  file: 'clients.csv',
  encoding: 'utf-8',
  delimiter: ',',
  sheet: null,
  headingLine: 1,
  columns: [],
  ...given,
});

const column = (heading: string, role: string | null, by: InputTable['columns'][number]['by'] = 'heading') => ({
  heading,
  role,
  by,
});

test('says which column became what, and which were not read', () => {
  const columns = [
    column('Name', 'customer'),
    column('ВК', 'network:vk'),
    column('Kontakt', 'first_name', 'you'),
    column('Avatar', null, null),
    column('Secret', 'ignore', 'you'),
  ];
  expect(tablesText([table({ columns, encoding: 'windows-1251', delimiter: ';', headingLine: 4 })])).toBe(
    'clients.csv (windows-1251, semicolons, heading in line 4): Name = customer, ВК = vk, Kontakt = first name (as you said); not read: Avatar\n',
  );
});

test('a workbook has a sheet, and a table without a heading is told by its content', () => {
  const columns = [column('column 1', 'profile', 'content')];
  const workbook = table({
    file: 'crm.xlsx',
    encoding: null,
    delimiter: null,
    sheet: 'Contacts',
    headingLine: null,
    columns,
  });
  expect(tablesText([workbook])).toBe(
    'crm.xlsx (sheet "Contacts", without a heading): column 1 = profile (by its content)\n',
  );
});

test('a long table is told in one line, and what a terminal would obey is left out', () => {
  const columns = Array.from({ length: 30 }, (_, index) => column(`\u001B[2Jc${index}`, null, null));
  expect(tablesText([table({ columns })])).toBe(
    'clients.csv (utf-8, commas): no column is used; not read: [2Jc0, [2Jc1, [2Jc2, [2Jc3, [2Jc4, [2Jc5, [2Jc6, [2Jc7 and 22 more\n',
  );
});
