import { join } from 'node:path';
import { expect, test } from 'vitest';
import { networks } from '../../../src/networks/index.ts';
import { readInput } from '../../../src/inputs/read-input.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/inputs');

async function read(file: string, columns: [string, string][] = []) {
  const files = { customers: join(fixtures, file), follows: [], verdicts: null, columns: new Map(columns) };
  const input = await readInput(files, networks);
  return {
    customers: Object.fromEntries(
      input.customers.map(({ key, profiles }) => [key, profiles.map(({ network, name }) => `${network}:${name}`)]),
    ),
    problems: input.problems.map(({ line, value, problem }) => [line, value, problem]),
    roles: Object.fromEntries(
      input.tables.flatMap((table) =>
        table.columns.filter(({ role }) => role !== null).map(({ heading, role }) => [heading, role]),
      ),
    ),
    table: input.tables[0],
  };
}

test('HubSpot contacts: company site, ids, pictures, counts, biography and record links are no profiles', async () => {
  const { customers, problems, roles } = await read('hubspot/contacts.csv');
  expect(customers).toEqual({
    'rowan ashby': ['x:rowanashby', 'linkedin:rowan-ashby'],
    'tilda brandt': [],
    'birch & sons': ['facebook:birchandsons', 'x:birchsons'],
  });
  expect(problems).toEqual([[3, expect.stringContaining('Tilda'), 'the row has no profile']]);
  expect(roles).toEqual({
    'First Name': 'first_name',
    'Last Name': 'last_name',
    Email: 'email',
    'Company Name': 'company',
    'Website URL': 'website',
    'Twitter Username': 'network:x',
    'Twitter ID': 'website',
    'LinkedIn Bio': 'website',
    'LinkedIn URL': 'network:linkedin',
    Link: 'profile',
  });
});

test('Salesforce report: own fields by their API names', async () => {
  const { customers, roles } = await read('salesforce/report.csv');
  expect(customers).toEqual({ 'rowan ashby': ['linkedin:rowan-ashby', 'x:rowanashby'], 'tilda brandt': [] });
  expect(roles).toMatchObject({ 'Account Name': 'company', LinkedIn_Profile__c: 'network:linkedin' });
  expect(Object.keys(roles)).not.toContain('Contact ID');
  expect(Object.keys(roles)).not.toContain('Email Opt Out');
});

test('Pipedrive people: a profile written as website counts, a website does not', async () => {
  const { customers, problems } = await read('pipedrive/people.csv');
  expect(customers).toEqual({
    'rowan ashby': ['linkedin:rowan-ashby', 'bluesky:rowan.test'],
    'tilda brandt': [],
  });
  expect(problems).toHaveLength(1);
});

test('Mailchimp audience: merge fields beside 16 columns of its own', async () => {
  const { customers, roles } = await read('mailchimp/audience.csv');
  expect(customers).toEqual({ 'rowan ashby': ['bluesky:rowan.test'], 'tilda brandt': [] });
  expect(Object.keys(roles)).toEqual(['Email Address', 'First Name', 'Last Name', 'Company', 'Bluesky Handle']);
});

test('Bitrix24 contacts in windows-1251: its record number is no name, its chats are no profiles', async () => {
  const { customers, problems, roles, table } = await read('bitrix24/contacts.csv');
  expect(customers).toEqual({
    'иван ясенев': ['vk:ivan.yasenev', 'facebook:ivanyasenev'],
    'мария берёзкина': ['vk:m.berezkina', 'x:berezkina_m'],
  });
  expect(problems).toEqual([]);
  expect(table).toMatchObject({ encoding: 'windows-1251', delimiter: ';', headingLine: 1 });
  expect(roles).toMatchObject({
    Компания: 'company',
    'Рабочий e-mail': 'email',
    'Имя, Фамилия': 'name',
    'Личная страница': 'website',
    'Страница ВКонтакте': 'network:vk',
    'Микроблог Twitter': 'network:x',
    'Контакт Telegram': 'website',
  });
  expect(Object.keys(roles)).not.toContain('ID');
  expect(Object.keys(roles)).not.toContain('Фотография');
});

test('amoCRM contacts', async () => {
  const { customers, problems } = await read('amocrm/contacts.csv');
  expect(customers).toEqual({
    'иван ясенев': ['instagram:ivan.yasenev', 'telegram:ivan_yasenev'],
    'мария берёзкина': ['vk:m.berezkina'],
  });
  expect(problems).toEqual([]);
});

test('--column changes what a column is, and leaves one out', async () => {
  const { customers, roles, table } = await read('hubspot/contacts.csv', [
    ['Company Name', 'ignore'],
    ['LinkedIn URL', 'ignore'],
    ['Record ID', 'customer'],
  ]);
  expect(customers).toEqual({
    '101': ['x:rowanashby'],
    '102': [],
    '103': ['facebook:birchandsons', 'x:birchsons'],
  });
  expect(roles).toMatchObject({ 'Record ID': 'customer', 'LinkedIn URL': 'ignore' });
  expect(table?.columns.find(({ heading }) => heading === 'Record ID')).toMatchObject({ by: 'you' });
  expect(table?.columns.find(({ heading }) => heading === 'Email')).toMatchObject({ by: 'heading' });
  expect(table?.columns.find(({ heading }) => heading === 'Phone Number')).toMatchObject({ role: null, by: null });
});
