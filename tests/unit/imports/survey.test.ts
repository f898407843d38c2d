import { describe, expect, test } from 'vitest';
import { openFile } from '../../../src/imports/open-file.ts';
import { recogniseFile } from '../../../src/imports/recognise.ts';
import { resolveAddress } from '../../../src/imports/resolve-address.ts';
import { formHeadings, formText, surveyLanguages } from '../../../src/imports/survey/form-text.ts';
import { answerPieces } from '../../../src/imports/survey/pieces.ts';
import { identifyResource } from '../../../src/inputs/identify.ts';
import { networks } from '../../../src/networks/index.ts';

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const csv = (...rows: string[][]): string => rows.map((cells) => cells.map(cell).join(',')).join('\n');

/** What a file tells: who reads what, who named nothing, what was left. */
async function told(text: string, isSurvey = false) {
  const reading = {
    networks,
    overrides: { roles: new Map(), found: new Set<string>() },
    encoding: null,
    delimiter: null,
  };
  const file = await openFile('answers.csv', Buffer.from(text), reading);
  const found = recogniseFile(file, (address) => identifyResource(address, networks), { isSurvey });
  if (!found || !('follows' in found)) return found && { format: found.format };
  return {
    format: found.format,
    via: found.via,
    follows: found.follows.map((follow) => {
      const resource = resolveAddress(follow, networks);
      const where = 'reason' in resource ? resource.reason : `${resource.network}:${resource.url || resource.name}`;
      return `${follow.customer} > ${where}`;
    }),
    asked: found.asked?.map(({ customer }) => customer),
    places: found.asked?.map(({ customer, network }) => `${customer}: ${network}`),
    skipped: found.skipped,
  };
}

const garden = 'https://www.facebook.com/gardenletter';

test('whoever named something of which nothing was understood does not count as asked', async () => {
  const found = await told(
    csv(
      ['Timestamp', 'Name', 'Which pages do you read?', 'And which podcasts?'],
      ['1', 'Ida Reed', 'I read a great many different things every day and could not name one of them', ''],
      ['1', 'Otto Fern', 'none', ''],
      ['1', 'Ruth Moss', '', ''],
      ['1', 'Zoe Roof', '42', garden],
      ['1', 'Carl Slug', '?!? 12345', 'nothing'],
    ),
  );
  expect(found?.asked).toEqual(['Otto Fern', 'Ruth Moss']);
  expect(found?.follows).toEqual([expect.stringContaining('Zoe Roof > facebook')]);
  expect(found?.skipped).toEqual([
    'who named something of which nothing was understood, and does not count as asked: 2 (line 2, 6)',
    expect.stringMatching(/^not understood: line 2: I read/),
    'not understood: line 5: 42',
    'not understood: line 6: ?!? 12345',
  ]);
});

test('whoever named nothing was asked where the questions ask', async () => {
  const rows = [
    ['1', 'Ida Reed', 'none', ''],
    ['1', 'Otto Fern', garden, ''],
  ];
  const ofNetworks = ['Timestamp', 'Name', 'Which Facebook pages do you read?', 'Which Telegram channels do you read?'];
  expect((await told(csv(ofNetworks, ...rows)))?.places).toEqual(['Ida Reed: facebook', 'Ida Reed: telegram']);
  const ofAll = [...ofNetworks.slice(0, 3), 'What else do you read?'];
  expect((await told(csv(ofAll, ...rows)))?.places).toEqual(['Ida Reed: null']);
});

test.each([
  ['Which pages, groups, channels, newsletters and podcasts do you read?', 'null'],
  ['Какие страницы, рассылки и подкасты вы читаете?', 'null'],
  ['Welche Seiten, Kanäle und Podcasts lesen Sie?', 'null'],
  ['Which podcasts do you listen to?', 'feed'],
  ['Which Facebook pages and groups do you follow?', 'facebook'],
])('%s asks of %s', async (question, network) => {
  const found = await told(
    csv(['Timestamp', 'Your name', question], ['1', 'Ida Reed', 'none'], ['2', 'Bo Fern', garden]),
  );
  expect(found?.places).toEqual([`Ida Reed: ${network}`]);
});

test.each([
  [
    'Google Forms',
    csv(
      ['Timestamp', 'Email Address', 'Which pages do you read?', 'Remarks'],
      ['11/20/2026 10:00:00', 'ida@moss.example', garden, 'https://moss.example/me'],
      ['11/20/2026 10:01:00', 'otto@fern.example', '', ''],
    ),
    'ida@moss.example',
    'otto@fern.example',
  ],
  [
    'Google Forms in Russian, with semicolons',
    `Отметка времени;Ваше имя;На какие страницы и группы вы подписаны?\n20.11.2026 10:00:00;Ида Рид;${garden}\n20.11.2026 10:01:00;Отто Ферн;нет\n`,
    'Ида Рид',
    'Отто Ферн',
  ],
  [
    'Microsoft Forms',
    csv(
      ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Welche Seiten lesen Sie?'],
      ['1', '11/20/26 10:00', '11/20/26 10:02', 'ida@moss.example', 'Ida Reed', `${garden};`],
      ['2', '11/20/26 10:00', '11/20/26 10:02', 'anonymous', 'Otto Fern', 'nichts'],
    ),
    'Ida Reed',
    'Otto Fern',
  ],
  [
    'Typeform',
    csv(
      [
        '#',
        'First name',
        'Last name',
        'Which *pages* do you follow?',
        'Response Type',
        'Submit Date (UTC)',
        'Network ID',
        'Tags',
      ],
      ['a1', 'Ida', 'Reed', garden, 'completed', '2026-11-20 10:00:00', 'n1', ''],
      ['b2', 'Otto', 'Fern', 'None', 'completed', '2026-11-20 10:00:00', 'n2', ''],
    ),
    'Ida Reed',
    'Otto Fern',
  ],
  [
    'Yandex Forms',
    csv(
      ['ID', 'Время создания', 'Как вас зовут?', 'Какие группы читаете'],
      ['1', '2026-11-20 10:00:00', 'Ида Рид', garden],
      ['2', '2026-11-20 10:00:00', 'Отто Ферн', '-'],
    ),
    'Ида Рид',
    'Отто Ферн',
  ],
  [
    'a sheet of questions without any form program',
    csv(['Ποιο είναι το όνομά σας;', 'Ποιες σελίδες διαβάζετε;'], ['Ίδα Ριντ', garden], ['Όττο Φερν', 'τίποτα']),
    'Ίδα Ριντ',
    'Όττο Φερν',
  ],
])('%s', async (_, text, reader, silent) => {
  expect(await told(text)).toMatchObject({
    format: 'answers to a survey',
    via: 'survey',
    follows: [`${reader} > facebook:${garden}`],
    asked: [silent],
    skipped: [],
  });
});

test.each(surveyLanguages)('the answers to the form in %s are understood', async (language) => {
  const headings = formHeadings(language);
  const answers = headings.map((heading, index) =>
    index < 2 ? ['Ida Reed', 'ida@moss.example'][index] : heading.includes('?') ? 'Moss' : 'Moss',
  );
  const found = await told(csv(headings, answers.map(String)));
  const named = ['Facebook', 'Instagram', 'Telegram', 'YouTube'].map((title) => title.toLowerCase());
  const read = found && 'follows' in found ? (found.follows ?? []).map((each) => / > (\w+):/.exec(each)?.[1]) : [];
  expect(read).toHaveLength(headings.length - 2);
  expect(read).toEqual(expect.arrayContaining([...named, 'feed', 'web']));
});

test.each(surveyLanguages)(
  'the form in %s says where it may be hosted, and that consent is a document of its own',
  (language) => {
    expect(formText(language)).toMatch(/152-(?:FZ|ФЗ)/);
    expect(formText(language)).toMatch(/Yandex Forms|Яндекс Формы/);
    expect(formText(language)).toMatch(
      /document of its own|отдельный документ|ξεχωριστό έγγραφο|eigenes Dokument|document à part|documento aparte/,
    );
  },
);

describe('what an answer names', () => {
  test.each([
    ['https://a.example, https://b.example', ['https://a.example', 'https://b.example']],
    ['@one; @two\nThree Roofs', ['@one', '@two', 'Three Roofs']],
    ['1. Moss Letter\n2) Fern Weekly\n- Roof Post.', ['Moss Letter', 'Fern Weekly', 'Roof Post']],
    ['«Мох», “Fern”', ['Мох', 'Fern']],
    ['Moss & Sons, Inc., Fern Ltd', ['Moss & Sons, Inc.', 'Fern Ltd']],
    ['https://a.example/?tags=1,2,3', ['https://a.example/?tags=1,2,3']],
    ['Moss / Fern | Roof', ['Moss', 'Fern', 'Roof']],
    ['t.me/moss t.me/fern', ['t.me/moss', 't.me/fern']],
  ])('%s', (answer, texts) => {
    expect(
      answerPieces(answer, (label) => ['Telegram', 'Instagram', 'YouTube'].includes(label)).map(({ text }) => text),
    ).toEqual(texts);
  });

  test.each([
    ['Moss Letter (https://moss.example)', { text: 'https://moss.example', title: 'Moss Letter' }],
    ['Moss Letter - https://moss.example', { text: 'https://moss.example', title: 'Moss Letter' }],
    ['Telegram: @moss', { text: '@moss', label: 'Telegram' }],
    ['Moss Letter (Instagram)', { text: 'Moss Letter', label: 'Instagram' }],
    ['Moss: the story', { text: 'Moss: the story', label: null }],
    ['YouTube: Moss: the story', { text: 'Moss: the story', label: 'YouTube' }],
    ['Instagram @moss', { text: '@moss', label: 'Instagram' }],
    ['@moss (Telegram)', { text: '@moss', label: '(Telegram)' }],
    ['Moss Letter t.me/moss', { text: 't.me/moss', title: 'Moss Letter' }],
    ['Telegram t.me/moss', { text: 't.me/moss', title: null }],
  ])('%s', (answer, piece) => {
    expect(
      answerPieces(answer, (label) => ['Telegram', 'Instagram', 'YouTube'].includes(label.replaceAll(/[()]/g, ''))),
    ).toMatchObject([piece]);
  });

  test('a network comes from the answer, else from the question; what is unclear is told with its row', async () => {
    const text = csv(
      ['Timestamp', 'Name', 'Which Instagram accounts do you follow?', 'What else do you read?'],
      [
        '1',
        'Ida Reed',
        '@moss.letter, tg: roofs, https://t.me/fern',
        '@who; 17; Moss Letter; everything that my sister sends me late in the evening',
      ],
    );
    expect(await told(text)).toMatchObject({
      follows: [
        'Ida Reed > instagram:https://www.instagram.com/moss.letter',
        'Ida Reed > telegram:https://t.me/roofs',
        'Ida Reed > telegram:https://t.me/fern',
        'Ida Reed > web:Moss Letter',
      ],
      skipped: [
        'not understood: line 2: @who',
        'not understood: line 2: 17',
        'not understood: line 2: everything that my sister sends me late in the evening',
      ],
    });
  });
});

test('answers without a name are told with their rows', async () => {
  const text = csv(
    ['Timestamp', 'Name', 'Which pages do you read?'],
    ['1', '', garden],
    ['2', 'n/a', garden],
    ['3', '', ''],
  );
  expect(await told(text)).toMatchObject({
    follows: [],
    asked: [],
    skipped: ['answers without a name: 2 (line 2, 3)'],
  });
});

test.each([
  ['a CRM', csv(['ID', 'Дата создания', 'Имя', 'Фамилия', 'Страница Facebook'], ['1', '2026', 'Ида', 'Рид', garden])],
  [
    'contacts',
    csv(['First Name', 'Last Name', 'Email', 'Website URL', 'Tags'], ['Ida', 'Reed', 'ida@moss.example', garden, '']),
  ],
])('%s is no survey, unless a person says so', async (_, text) => {
  expect(await told(text)).not.toMatchObject({ format: 'answers to a survey' });
  expect(await told(text, true)).toMatchObject({ via: 'survey' });
});

test('an address and a handle with its network in one sentence are two pages', async () => {
  const text = csv(
    ['Zeitstempel', 'Name', 'Welche Seiten lesen Sie?'],
    ['1', 'Ida Reed', 'https://www.linkedin.com/company/moss und @roofs auf Instagram'],
    ['2', 'Otto Fern', 'insta @roofs, @fern in Telegram'],
  );
  expect(await told(text)).toMatchObject({
    follows: [
      'Ida Reed > linkedin:https://www.linkedin.com/company/moss',
      'Ida Reed > instagram:https://www.instagram.com/roofs',
      'Otto Fern > instagram:https://www.instagram.com/roofs',
      'Otto Fern > telegram:https://t.me/fern',
    ],
    skipped: [],
  });
});

describe('pages to be ticked', () => {
  const question = 'Which of these do you read?';

  test('are named by the row of the grid', async () => {
    const text = csv(
      ['Timestamp', 'Name', `${question} [Moss Letter]`, `${question} [https://t.me/fern]`],
      ['1', 'Ida Reed', 'Yes', ''],
      ['2', 'Otto Fern', 'да', '✓'],
      ['3', 'Ruth Moss', 'no', '-'],
      ['4', 'Zoe Roof', 'Sometimes', ''],
    );
    expect(await told(text)).toMatchObject({
      follows: ['Ida Reed > web:Moss Letter', 'Otto Fern > web:Moss Letter', 'Otto Fern > telegram:https://t.me/fern'],
      asked: ['Ruth Moss'],
      skipped: [
        'who named something of which nothing was understood, and does not count as asked: 1 (line 5)',
        'not understood: line 5: Moss Letter: Sometimes',
      ],
    });
  });

  test('one remark in brackets is no grid, and "yes" is no page', async () => {
    const text = csv(
      ['Timestamp', 'Name', `${question} [optional]`],
      ['1', 'Ida Reed', 'Moss Letter'],
      ['2', 'Otto Fern', 'Yes'],
    );
    expect(await told(text)).toMatchObject({
      follows: ['Ida Reed > web:Moss Letter'],
      skipped: [
        'who named something of which nothing was understood, and does not count as asked: 1 (line 3)',
        'not understood: line 3: Yes',
      ],
    });
  });
});

test('a question about something else that is answered with addresses is told', async () => {
  const text = csv(
    ['Timestamp', 'Name', 'Which pages do you read?', 'Anything else?', 'Why?'],
    ['1', 'Ida Reed', garden, 'yes: https://t.me/fern', 'because'],
  );
  expect(await told(text)).toMatchObject({
    skipped: ['not read: "Anything else?" (line 2 names an address there)'],
  });
});
