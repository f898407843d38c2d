import { verdictOf } from '../../src/inputs/verdict-words.ts';
import { profilePieces, resourcePieces } from '../../src/inputs/cell-pieces.ts';
import { identifyProfile, identifyResource, pageFinder } from '../../src/inputs/identify.ts';
import { networks } from '../../src/networks/index.ts';
import { nextPage } from '../../src/networks/kit/pages.ts';
import { writtenAddresses } from '../../src/networks/kit/written-addresses.ts';
import { namingsOf } from '../../src/stages/families/namings.ts';
import { rowsIn } from '../../src/tables/rows.ts';
import { countIn, likesIn, subscribersIn } from '../../src/text/counts.ts';
import { dayIn } from '../../src/text/day.ts';
import { textOf } from '../../src/text/html.ts';
import { looksTyped } from '../../src/text/looks-typed.ts';
import { mailsIn } from '../../src/text/mails.ts';
import { loadMarkup } from '../../src/text/markup.ts';
import { momentIn } from '../../src/text/moments.ts';
import { normaliseHeading, normaliseName, splitCamelCase, stripInvisible } from '../../src/text/normalise.ts';
import { csvText, jsonText, pageText, sanitize, sanitizeLines, workbookText } from '../../src/text/sanitize.ts';
import { sentenceEnds } from '../../src/text/sentences.ts';
import { fillFacts } from '../../src/types/facts.ts';
import { coolDownOf } from '../../src/web/rate-headers.ts';
import { robotsRule } from '../../src/web/robots.ts';

/** What reads a text from outside, and what it reads. */
type Parser = [name: string, read: (text: string) => unknown];

const finder = pageFinder(networks);

function namings(description: string): unknown {
  const named = { name: 'hedge', title: 'Hedge', url: 'https://garden.example/@hedge', host: 'garden.example' };
  return namingsOf('mastodon', fillFacts(named, { description }), finder);
}

function robots(text: string): unknown {
  const reply = { status: 200, header: () => null, headers: {}, body: { text, bytes: new Uint8Array() } };
  return robotsRule('https://garden.example', reply, 'reader')('https://garden.example/letter');
}

/** Each is tried with any text: it throws nothing, and takes time in proportion to the length. */
export const parsers: Parser[] = [
  ...networks.flatMap((network): Parser[] => [
    [`profiles of ${network.id}`, (text) => network.parseProfile(text)],
    [`handles of ${network.id}`, (text) => network.parseHandle(text)],
    [`resources of ${network.id}`, (text) => network.parseResource(text)],
  ]),
  ['a profile of any network', (text) => identifyProfile(text, networks)],
  ['a resource of any network', (text) => identifyResource(text, networks)],
  ['profiles in a cell', profilePieces],
  ['resources in a cell', resourcePieces],
  ['addresses in a text', writtenAddresses],
  ['pages in a description', namings],
  ['mails', mailsIn],
  ['a count', countIn],
  ['subscribers', subscribersIn],
  ['likes', likesIn],
  ['a day', dayIn],
  ['a moment', (text) => momentIn(text, 0)],
  ['HTML', textOf],
  ['HTML as a tree', (text) => loadMarkup(text, 'html')],
  ['XML as a tree', (text) => loadMarkup(text, 'xml')],
  ['sentences', sentenceEnds],
  ['what was typed', looksTyped],
  ['a verdict', verdictOf],
  ['a heading', normaliseHeading],
  ['a name', normaliseName],
  ['words in one', splitCamelCase],
  ['what is seen', stripInvisible],
  ['rows', (text) => rowsIn(text, ',')],
  ['a Link header', (text) => nextPage(text, 'https://garden.example/')],
  ['a Retry-After header', (text) => coolDownOf(429, () => text, 0)],
  ['robots.txt', robots],
  ['a cell of CSV', csvText],
  ['a cell of a workbook', workbookText],
  ['a text of a page', pageText],
  ['a text of JSON', jsonText],
  ['a line of a terminal', sanitize],
  ['lines of a terminal', sanitizeLines],
];

/** Of which texts are made that take long where something is looked for again and again. */
export const pieces = ['.', 'a.', '/', '@', '1万', '"', ' ', '%41', '<p>', '<'];
