import { describe, expect, test } from 'vitest';
import { followed, heldIn, recognised } from './recognised.ts';

const mira = 'https://www.linkedin.com/in/mira-holt';
const ola = 'https://www.linkedin.com/in/ola-fell';
const connections = (headings: string): string =>
  `${headings}\nMira,Holt,${mira},,Slates,Owner,12 Mar 2026\nOla,Fell,${ola},,,,\n`;

describe('tables of people are never follows', () => {
  test.each([
    ['LinkedIn in German', connections('Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am')],
    ['LinkedIn in French', connections('Prénom,Nom de famille,URL,Adresse e-mail,Entreprise,Poste,Connecté le')],
    ['LinkedIn in Russian', connections('Имя,Фамилия,URL,Адрес эл. почты,Компания,Должность,Дата')],
    ['LinkedIn in Polish', connections('Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Data kontaktu')],
    ['LinkedIn in Greek', connections('Όνομα,Επώνυμο,URL,Email,Εταιρεία,Θέση,Σύνδεση')],
    ['LinkedIn in a language that is not known', connections('Aaa,Bbb,URL,Ccc,Ddd,Eee,Fff')],
    [
      'HubSpot',
      `Record ID,First Name,Last Name,Email,Associated Company,LinkedIn URL,Twitter Username\n1,Mira,Holt,mira@slates.example,Slates,${mira},miraholt\n`,
    ],
    [
      'Salesforce',
      `Salutation,First Name,Last Name,Title,Account Name,Email,LinkedIn__c\nMs,Mira,Holt,Owner,Slates,mira@slates.example,${mira}\n`,
    ],
    [
      'Pipedrive',
      `Person - Name,Person - Email - Work,Person - Organization,Person - Phone - Work,Person - Facebook\nMira Holt,mira@slates.example,Slates,1,https://www.facebook.com/mira.holt\n`,
    ],
    [
      'Mailchimp',
      `Email Address,First Name,Last Name,Website\nmira@slates.example,Mira,Holt,https://www.facebook.com/mira.holt\n`,
    ],
    [
      'amoCRM',
      `Полное имя контакта,Компания контакта,Рабочий email,Рабочий телефон,Ссылка\nМира Хольт,Шифер,mira@slates.example,1,https://vk.com/mira_holt\n`,
    ],
    [
      'Bitrix24',
      `ID,Имя,Фамилия,Рабочий телефон,Рабочий e-mail,Страница ВКонтакте\n1,Мира,Хольт,1,mira@slates.example,https://vk.com/mira_holt\n`,
    ],
    [
      'Google Contacts',
      'First Name,Middle Name,Last Name,E-mail 1 - Value,Website 1 - Value\nMira,,Holt,mira@slates.example,https://www.facebook.com/mira.holt\n',
    ],
    [
      'Contacts.csv of LinkedIn',
      `Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Sites,FullName,Profiles\nGOOGLE,Mira,Holt,,,m@slates.example,,,https://www.facebook.com/mira.holt,Mira Holt,${mira}\n`,
    ],
    [
      'without a heading',
      'Mira,Holt,mira@slates.example,https://www.facebook.com/mira.holt\nOla,Fell,ola@slates.example,https://www.facebook.com/ola.fell\n',
    ],
    ['a whole name and a telephone', 'ФИО,Телефон,Ссылка\nХольт Мира Олеговна,1,https://vk.com/mira_h\n'],
    ['in Greek', 'Ονοματεπώνυμο;Τηλέφωνο;Σύνδεσμος\nΜίρα Χολτ;1;https://www.facebook.com/mira.holt\n'],
    ['semicolons', `Vorname;Nachname;Profil\nMira;Holt;https://www.instagram.com/mira.holt\n`],
    ['vCard', `BEGIN:VCARD\nVERSION:3.0\nFN:Mira Holt\nURL:${mira}\nEND:VCARD\n`],
  ])('%s', async (_, text) => {
    expect(await heldIn(text)).toBe('people');
    expect(await recognised(text)).toMatchObject({ whatToDo: expect.stringMatching(/`analyze`|Company Follows/) });
  });
});

const two = (headings: string, first: string, second: string): string => `${headings}\n${first}\n${second}\n`;

describe('what may be people as well as pages is asked about', () => {
  test.each([
    [
      'an address and an e-mail address each, in Arabic',
      two(
        'الاسم,البريد الإلكتروني,الرابط',
        'آنا,a@slates.example,https://www.facebook.com/anna.s',
        'بوب,b@slates.example,https://www.facebook.com/bob.r',
      ),
    ],
    [
      'in Ukrainian',
      two(
        'Ім’я;Пошта;Посилання',
        'Ганна;a@slates.example;https://vk.com/ganna_a',
        'Богдан;b@slates.example;https://vk.com/bohdan_o',
      ),
    ],
    [
      'an e-mail address and a link each',
      two(
        'email;link',
        'mira@slates.example;https://www.facebook.com/mira.holt',
        'ola@slates.example;https://www.facebook.com/ola.fell',
      ),
    ],
    ['addresses of persons', two('Name,Profile', `Mira Holt,${mira}`, `Ola Fell,${ola}`)],
    ['names of persons', two('ФИО;Ссылка', 'Хольт Мира;https://vk.com/mira_h', 'Фелл Ола;https://vk.com/ola_f')],
    [
      'clients with one address and one e-mail address each',
      two(
        'Client,Email,Link',
        'Mira,m@slates.example,https://www.facebook.com/mira.holt',
        'Ola,o@slates.example,https://www.facebook.com/ola.fell',
      ),
    ],
    [
      'a column of one network',
      two(
        'Name,Facebook',
        'Mira Holt,https://www.facebook.com/mira.holt',
        'Ola Fell,https://www.facebook.com/ola.fell',
      ),
    ],
  ])('%s', async (_, text) => {
    expect(await heldIn(text)).toBe('unknown');
    expect(await recognised(text)).toMatchObject({
      whatToDo: expect.stringMatching(/`analyze`.*--column ".+=resource"/),
    });
  });

  test.each([
    [
      'names that come again',
      two('Name,Email,Link', 'Mira,m@slates.example,https://t.me/roofs', 'Mira,m@slates.example,https://t.me/slates'),
    ],
    [
      'numbers of followers',
      two(
        'Name,Facebook,Followers',
        'Roofs,https://www.facebook.com/roofs,12K',
        'Slates,https://www.facebook.com/slates,9K',
      ),
    ],
    [
      'customers with several pages',
      two('Client,Email,Link', 'Mira,m@slates.example,https://t.me/roofs', 'Mira,m@slates.example,https://t.me/slates'),
    ],
    ['customers', two('Client,Link', 'Mira,https://t.me/roofs', 'Ola,https://t.me/slates')],
    [
      'persons and communities',
      two('ФИО,Ссылка на сообщество', 'Хольт Мира,https://vk.com/slates', 'Фелл Ола,https://vk.com/roofs'),
    ],
  ])('%s are follows', async (_, text) => expect(await heldIn(text)).toBe('follows'));
});

describe('tables of pages stay follows', () => {
  test.each([
    [
      'a scraper',
      'profileUrl,screenName,name,bio,website,company,email,followersCount\nhttps://x.com/slates,slates,Slates,,,,a@slates.example,5\n',
    ],
    [
      'first and last names beside what they follow',
      'first name,last name,page\nMira,Holt,https://www.facebook.com/slates\n',
    ],
    ['a survey by e-mail', 'email,company,resource\nmira@slates.example,Slates,https://t.me/gutters\n'],
    ['pages with a category', 'Name,Category,Link\nSlates,Crafts,https://www.facebook.com/slates\n'],
    ['pages with contacts', 'Title,Email,URL\nSlates,post@slates.example,https://t.me/slates\n'],
    ['companies', 'Name,City,URL\nSlates,Oslo,https://www.linkedin.com/company/slates\n'],
  ])('%s', async (_, text) => expect(await followed(text)).toHaveLength(1));
});
