import { describe, expect, test } from 'vitest';
import { readInput } from '../../../src/inputs/read-input.ts';
import { networks } from '../../../src/networks/index.ts';
import type { RowsInput } from '../../../src/tables/read-table.ts';

const table = (text: string): RowsInput => text.split('\n').map((line) => line.trim().split('|'));

const read = (customers: string, follows: string[] = []) =>
  readInput(
    {
      customers: { name: 'clients', rows: table(customers) },
      follows: follows.map((rows) => ({ name: 'follows', rows: table(rows) })),
      verdicts: null,
      columns: new Map(),
    },
    networks,
  );

const keysOf = async (customers: string): Promise<string[]> => (await read(customers)).customers.map(({ key }) => key);

const facebook = (name: string): string => `https://www.facebook.com/${name}`;
const linkedin = (name: string): string => `https://www.linkedin.com/in/${name}`;

test('a client column beside another surname tells of different people', async () => {
  const { told } = await read(`Kunde|Nachname|Facebook
    Ida|Reed|ida.reed
    Ida|Fern|ida.fern`);
  expect(told?.doubts).toEqual([{ client: 'Ida', lines: [2, 3], together: true, differs: 'name' }]);
});

const rowOf = (name: string): string => `${name}|Reed|Moss||${facebook(name)}`;

test.each([
  ['Google in German', 'Vorname|Nachname|Firma|Website 1 - Bezeichnung|Website 1 - Wert'],
  ['Google in French', 'Prénom|Nom de famille|Entreprise|Libellé|Website 1 - Valeur'],
  ['Outlook in Russian', 'Имя|Фамилия|Организация|Категории|Веб-страница'],
  ['amoCRM', 'Имя|Фамилия|Компания контакта|Ответственный|Соц. сети (контакт)'],
  ['Bitrix24', 'Имя|Фамилия|Компания|Ответственный|Сайт Facebook'],
])('the column of profiles is known: %s', async (_, headings) => {
  const { customers } = await read([headings, rowOf('ida'), rowOf('otto')].join('\n'));
  expect(customers.map(({ profiles }) => profiles.map(({ name }) => name))).toEqual([['ida'], ['otto']]);
});

describe('a person is a client, and no company', () => {
  test.each([
    ['Company|Contact|Facebook', 'Moss & Co|Ida Reed|ida.reed', 'Moss & Co|Otto Fern|otto.fern'],
    ['Organization Name|First Name|Last Name|Facebook', 'Moss|Ida|Reed|ida.reed', 'Moss|Otto|Fern|otto.fern'],
    ['Компания|Фамилия|Имя|Отчество|Facebook', 'Мох|Рид|Ида|Олеговна|ida.reed', 'Мох|Ферн|Отто|Олегович|otto.fern'],
    ['Firma|Nachname|Vorname|Facebook', 'Moos GmbH|Reed|Ida|ida.reed', 'Moos GmbH|Fern|Otto|otto.fern'],
    ['Entreprise|Prénom|Nom|Facebook', 'Mousse|Ida|Reed|ida.reed', 'Mousse|Otto|Fern|otto.fern'],
    ['Empresa|Nombre|Apellidos|Facebook', 'Musgo|Ida|Reed|ida.reed', 'Musgo|Otto|Fern|otto.fern'],
    ['Azienda|Nome|Cognome|Facebook', 'Muschio|Ida|Reed|ida.reed', 'Muschio|Otto|Fern|otto.fern'],
    ['ŞİRKET|AD|SOYADI|Facebook', 'Yosun|Ida|Reed|ida.reed', 'Yosun|Otto|Fern|otto.fern'],
    ['ΕΤΑΙΡΕΙΑ|ΟΝΟΜΑ|ΕΠΩΝΥΜΟ|Facebook', 'Βρύα|Ida|Reed|ida.reed', 'Βρύα|Otto|Fern|otto.fern'],
    ['Bedrijf|Voornaam|Tussenvoegsel|Achternaam|Facebook', 'Mos|Ida|de|Reed|ida.reed', 'Mos|Otto|de|Fern|otto.fern'],
    ['Firma|Imię|Nazwisko|Facebook', 'Mech|Ida|Reed|ida.reed', 'Mech|Otto|Fern|otto.fern'],
    ['会社名|姓|名|Facebook', '苔|Reed|Ida|ida.reed', '苔|Fern|Otto|otto.fern'],
    ['Company|Email|Facebook', 'Moss|ida@moss.example|ida.reed', 'Moss|otto@moss.example|otto.fern'],
    ['Company|LinkedIn', 'Moss|ida-reed', 'Moss|otto-fern'],
    ['Name|Organization 1 - Name|Facebook', 'Ida Reed|Moss|ida.reed', 'Otto Fern|Moss|otto.fern'],
    ['First Name|Additional Name|Last Name|Facebook', 'Ida|Joy|Reed|ida.reed', 'Otto|Joy|Fern|otto.fern'],
    [
      'Organization - Email|Person - Name|Facebook',
      'a@moss.example|Ida Reed|i.reed',
      'a@moss.example|Otto Fern|o.fern',
    ],
    ['First Name|Facebook', 'Ida|ida.reed', 'Ida|ida.moss'],
    [
      'Osoba - Imię|Osoba - Nazwisko|Osoba - E-mail - Praca|Organizacja - Nazwa|Osoba - Instagram',
      'Ida|Reed|ida@moss.example|Moss|ida.reed',
      'Otto|Reed||Moss|otto.reed',
    ],
    ['Pessoa - Nome|Organização - Nome|Pessoa - Facebook', 'Ida Reed|Moss|ida.reed', 'Otto Fern|Moss|otto.fern'],
    ['Ad|Soyad|Şirket|Instagram adresi', 'Ida|Reed|Moss|ida.reed', 'Otto|Reed|Moss|otto.reed'],
    ['Компанія|Ел. пошта|Фейсбук', 'ФОП|ida@moss.example|ida.reed', 'ФОП|otto@moss.example|otto.fern'],
    ['Компания контакта|Имя контакта|Instagram (контакт)', 'Мох|Ида|@ida.reed', 'Мох|Отто|@otto.fern'],
    ['Naam|Facebook pagina', 'Ida|ida.reed', 'Otto|otto.fern'],
    ['Kontakt|Firma|Facebook', 'Ida Reed|Moos|ida.reed', 'Otto Fern|Moos|otto.fern'],
    ['Contacto|Empresa|Facebook', 'Ida Reed|Musgo|ida.reed', 'Otto Fern|Musgo|otto.fern'],
    ['İlgili Kişi|Şirket|Facebook', 'Ida Reed|Yosun|ida.reed', 'Otto Fern|Yosun|otto.fern'],
  ])('%s', async (...lines) => {
    expect(await keysOf(lines.join('\n'))).toHaveLength(2);
  });

  test.each(['Instagram (контакт)', 'Instagram adresi', 'Osoba - Instagram', 'Användarnamn Instagram'])(
    'a handle under %s is one of Instagram',
    async (heading) => {
      const { customers } = await read(`Name|${heading}\nIda Reed|@ida.reed`);
      expect(customers[0]?.profiles).toMatchObject([{ network: 'instagram', name: 'ida.reed' }]);
    },
  );

  test.each([
    'Self-employed',
    'SELF EMPLOYED',
    'Freelance',
    'Selbstständig',
    'Indépendant',
    'Autónoma',
    'Libero professionista',

    'Самозанятый',
    'Фриланс',
    'ФОП',
    'Ελεύθερος επαγγελματίας',
    'Serbest çalışan',
    'Własna działalność',
    'n/a',
    '(not set)',
    'Stealth Startup',
    'Частное лицо',
    '自由职业',
    '-',
  ])('%s is the name of nobody', async (word) => {
    expect(await keysOf(`Company|Facebook\n${word}|ida.reed\n${word}|otto.fern`)).toHaveLength(2);
    expect(await keysOf(`Client|Facebook\n${word}|ida.reed\n${word}|otto.fern`)).toHaveLength(2);
  });

  test('a company alone is a client with all its pages', async () => {
    expect(await keysOf('Company|Facebook|Instagram\nMoss|moss|\nMoss||moss.co')).toEqual(['moss']);
  });
});

describe('rows of one person', () => {
  test.each([
    ['the same name', 'Name|Facebook|Instagram\nIda Reed|ida.reed|\nida  reed||ida.r'],
    ['an e-mail in one of them', 'Name|Email|Facebook\nIda Reed|ida@moss.example|ida.reed\nIda Reed||ida.r'],
    [
      'an e-mail without a name in the other',
      'Name|Email|Facebook\nIda Reed|ida@moss.example|i.reed\n|ida@moss.example|ida.r',
    ],
    [
      'one of two e-mails',
      'Name|Email|Facebook\nIda Reed|a@moss.example b@moss.example|i.reed\nIda Reed|b@moss.example|ida.r',
    ],
    ['the same account on LinkedIn, without a name', `Name|Link\nIda Reed|${linkedin('ida-r')}\n|${linkedin('ida-r')}`],
  ])('%s make one client, in either order', async (_, text) => {
    const [heading = '', one = '', other = ''] = text.split('\n');
    const first = await read([heading, one, other].join('\n'));
    const second = await read([heading, other, one].join('\n'));
    expect(first.customers).toHaveLength(1);
    expect(second.customers).toMatchObject(first.customers.map(({ key }) => ({ key })));
  });

  test.each([
    [
      'e-mail addresses',
      'Name|Email|Facebook\nIda Reed|a@moss.example|ida.reed\nIda Reed|b@fern.example|ida.r',
      'email',
    ],
    ['accounts on LinkedIn', 'Name|LinkedIn\nIda Reed|ida-reed-1\nIda Reed|ida-reed-2', 'profile'],
  ])('namesakes with different %s are two clients, and it is told', async (_, text, differs) => {
    const { customers, told } = await read(text);
    expect(customers).toHaveLength(2);
    expect(told?.doubts).toEqual([{ client: 'Ida Reed', lines: [2, 3], together: false, differs }]);
  });

  test('people who share an address of the office are two clients', async () => {
    const text = 'Name|Email|Facebook\nIda Reed|info@moss.example|ida.reed\nOtto Fern|info@moss.example|otto.fern';
    expect(await keysOf(text)).toEqual(['ida reed', 'otto fern']);
  });

  test.each([
    ['names', 'Client|Contact|Facebook\nMoss|Ida Reed|moss\nMoss|Otto Fern|moss.two', 'Moss', 'name'],
    [
      'e-mail addresses',
      'Client|Email|Facebook\nMoss|a@moss.example|moss\nMoss|b@moss.example|moss.two',
      'Moss',
      'email',
    ],
    ['companies', 'Full name|Company|Facebook\nIda Reed|Moss|ida.reed\nIda Reed|Fern|ida.r', 'Ida Reed', 'company'],
    ['accounts', 'Full name|Facebook\nIda Reed|ida.reed\nIda Reed|ida.r', 'Ida Reed', 'profile'],
  ])('one client of rows with different %s is doubtful', async (_, text, client, differs) => {
    const { customers, told } = await read(text);
    expect(customers).toHaveLength(1);
    expect(told?.doubts).toEqual([{ client, lines: [2, 3], together: true, differs }]);
  });

  test('two accounts in one row, and rows for two networks, are no doubt', async () => {
    const text = `Full name|Facebook|Instagram\nIda Reed|${facebook('ida')} ${facebook('ida.r')}|\nIda Reed||ida.r`;
    expect((await read(text)).told).toEqual({
      file: 'clients',
      clients: 1,
      by: [{ basis: 'name', headings: ['Full name'], clients: 1 }],
      doubts: [],
    });
  });
});

describe('whom a table of follows means', () => {
  const clients = `Company|First name|Middle name|Last name|Email|Facebook
    Moss|Ida|Joy|Reed|ida@moss.example|ida.reed
    Fern|Otto||Fern|otto@fern.example|otto.fern
    Fern|Ruth||Sedge|ruth@fern.example|ruth.sedge`;

  test.each([
    ['customer', 'Ida Joy Reed'],
    ['customer', 'ida reed'],
    ['customer', 'Reed Ida'],
    ['customer', 'IDA@moss.example'],
    ['name', 'Ida Reed'],
    ['email', 'ida@moss.example'],
    ['customer', 'Moss'],
    ['company', 'Moss'],
  ])('%s %s is the client of the list', async (heading, value) => {
    const { follows, problems } = await read(clients, [`${heading}|resource\n${value}|https://roses.example`]);
    expect(follows.map(({ customer }) => customer)).toEqual(['ida joy reed']);
    expect(problems).toEqual([]);
  });

  test('a company of two clients is neither, and that is a problem', async () => {
    const { follows, problems } = await read(clients, ['customer|resource\nFern|https://roses.example']);
    expect(follows).toEqual([]);
    expect(problems).toMatchObject([
      {
        file: 'follows',
        line: 2,
        value: 'Fern',
        problem: expect.stringContaining('2 clients of the list are called so') as string,
      },
    ]);
  });

  test('an e-mail address tells namesakes apart', async () => {
    const two = 'Name|Email|Facebook\nIda Reed|a@moss.example|ida.reed\nIda Reed|b@fern.example|ida.r';
    const rows = 'name|email|resource\nIda Reed|b@fern.example|https://roses.example\nIda Reed||https://moss.example';
    const { follows, problems } = await read(two, [rows]);
    expect(follows.map(({ customer }) => customer)).toEqual(['ida reed (b@fern.example)']);
    expect(problems).toHaveLength(1);
  });

  test('somebody who is not on the list is a client beside it', async () => {
    const { follows } = await read(clients, ['customer|resource\nZoe Thorn|https://roses.example']);
    expect(follows.map(({ customer }) => customer)).toEqual(['zoe thorn']);
  });

  test('names alone are a client list where follows come with it', async () => {
    const { customers, problems } = await read('Name\nIda Reed\nOtto Fern', [
      'name|page\nIda Reed|https://roses.example',
    ]);
    expect(customers.map(({ key }) => key)).toEqual(['ida reed', 'otto fern']);
    expect(problems).toEqual([]);
    await expect(read('Name\nIda Reed')).rejects.toMatchObject({ code: 'column_missing' });
  });
});
