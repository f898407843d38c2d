import { UserError } from '../../src/errors.ts';
import { openFile } from '../../src/imports/open-file.ts';
import { describeUnknownFile, recogniseFile } from '../../src/imports/recognise.ts';
import { identifyResource } from '../../src/inputs/identify.ts';
import { networks } from '../../src/networks/index.ts';
import { bluesky } from '../../src/networks/bluesky/index.ts';
import { mastodon } from '../../src/networks/mastodon/index.ts';
import type { Network } from '../../src/types/network.ts';
import type { Resource } from '../../src/types/resource.ts';
import { textOf } from '../../src/text/html.ts';
import { all } from '../helpers/all.ts';
import { zip } from '../helpers/zips.ts';
import { noWeb } from '../unit/stages/fake-network.ts';

const reading = {
  networks,
  overrides: { roles: new Map(), found: new Set<string>() },
  encoding: null,
  delimiter: null,
};

/** What an import makes of a file; what it says of one that it cannot read is no fault. */
export async function recognise(name: string, bytes: Buffer): Promise<void> {
  try {
    const file = await openFile(name, bytes, reading);
    for (const inBundle of [false, true]) recogniseFile(file, (text) => identifyResource(text, networks), { inBundle });
    describeUnknownFile(file, networks);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

const workbook = (text: string): Promise<Buffer> =>
  zip({
    '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${documents}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${documents}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${documents}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>${escaped(text)}</t></si></sst>`,
  });

const page: Resource = {
  network: '',
  id: 'did:plc:exampleexampleexample234',
  name: 'hedge@garden.example',
  title: null,
  url: 'https://garden.example/@hedge',
  host: 'garden.example',
};

/** The facts of a page from an answer that holds the text, as a server would send it. */
async function factsFrom(network: Network, answer: (text: string) => unknown, text: string): Promise<void> {
  const body = JSON.stringify(answer(text));
  const webFinger = JSON.stringify({
    subject: 'acct:hedge@garden.example',
    links: [{ rel: 'self', type: 'application/activity+json', href: 'https://garden.example/users/hedge' }],
  });
  const web = {
    ...noWeb,
    textOf,
    json: async <Body>(url: string, shape: { parse: (value: unknown) => Body }) => ({
      body: shape.parse(JSON.parse(url.includes('/.well-known/') ? webFinger : body)),
      header: () => null,
      url,
    }),
  };
  const [described] = await all(network.readFacts([{ ...page, network: network.id }], web));
  if (!described) throw new Error(`${network.title} described nothing`);
}

const profile = (text: string) => ({
  did: page.id,
  handle: 'hedge.garden.example',
  displayName: text,
  description: text,
  followersCount: 9000,
});
const account = (text: string) => ({
  id: '1',
  username: 'hedge@garden.example',
  acct: 'hedge',
  display_name: text,
  url: page.url,
  uri: 'https://garden.example/users/hedge',
  note: text,
  followers_count: 9000,
  following_count: 1,
});

/** What reads a file or an answer that holds a text: it takes time in proportion to the length of the text. */
export const holders: [name: string, read: (text: string) => Promise<void>][] = [
  [
    'an export in JSON',
    (text) =>
      recognise('pages.json', Buffer.from(JSON.stringify([{ label_values: [{ label: 'Name', value: text }] }]))),
  ],
  [
    'an export in CSV',
    (text) => recognise('Connections.csv', Buffer.from(`First Name,Last Name,URL\n${quoted(text)},b,c\n`)),
  ],
  [
    'an export in HTML',
    (text) =>
      recognise('groups.html', Buffer.from(`<html><body><a href="https://vk.com/club1">${text}</a></body></html>`)),
  ],
  [
    'a list of feeds',
    (text) =>
      recognise(
        'feeds.opml',
        Buffer.from(
          `<opml><body><outline text="${escaped(text)}" xmlUrl="https://slates.example/feed"/></body></opml>`,
        ),
      ),
  ],
  ['a workbook', async (text) => recognise('follows.xlsx', await workbook(text))],
  ['an answer of Bluesky', (text) => factsFrom(bluesky, (held) => ({ profiles: [profile(held)] }), text)],
  ['an answer of Mastodon', (text) => factsFrom(mastodon, account, text)],
];
