import type { TableRow } from './rows.ts';

/** Address cards as phones and mail programs write them: vCard 2.1 to 4.0 (RFC 6350, RFC 9554). */
export const isVcard = (text: string): boolean => /^\s*BEGIN:VCARD[ \t]*[\r\n]/i.test(text);

/** Services of social profiles that a card may give by a handle alone; each is a column. */
const services = [
  'Twitter',
  'X',
  'Facebook',
  'LinkedIn',
  'Instagram',
  'VK',
  'Telegram',
  'YouTube',
  'Bluesky',
  'Mastodon',
];

const fields = ['Full name', 'First name', 'Middle name', 'Last name', 'Email', 'Company', 'Profile', 'Website'];

/** What the columns of cards are called, in words that a client list may have. */
export const cardHeadings: string[] = [...fields, ...services];

/** Photos, keys and sounds are not kept; what else has more characters is cut. */
const mostCharacters = 4096;

/** The cards of a text that comes in pieces, one row each, with the line on which it begins. */
export async function* cardRows(pieces: AsyncIterable<string>): AsyncGenerator<TableRow[]> {
  const reader = createCardReader();
  let left = '';
  for await (const piece of pieces) {
    const lines = (left + piece).split(/\r\n|\n|\r(?!$)/);
    left = (lines.pop() ?? '').slice(0, mostCharacters);
    for (const line of lines) reader.read(line);
    yield reader.take();
  }
  reader.read(left.replace(/\r$/, ''));
  reader.read('');
  yield reader.take();
}

/** Reads line by line; a property is done when the next one begins. */
function createCardReader() {
  const rows: TableRow[] = [];
  let line = 0;
  let property = { text: '', line: 0 };
  let card: TableRow | null = null;

  function endProperty(): void {
    const { text } = property;
    if (/^BEGIN:VCARD/i.test(text)) card = { line: property.line, cells: cardHeadings.map(() => '') };
    else if (/^END:VCARD/i.test(text)) {
      if (card?.cells.some((cell) => cell !== '')) rows.push(card);
      card = null;
    } else if (card) addProperty(card.cells, text);
  }

  return {
    /** A line goes on in the next one where that begins with a blank, or where quoted text ends in `=`. */
    read(text: string): void {
      line += 1;
      const isSoft = isQuoted(property.text) && property.text.endsWith('=');
      if (isSoft || /^[ \t]/.test(text)) {
        const joined = isSoft ? property.text.slice(0, -1) + text : property.text + text.slice(1);
        property.text = joined.slice(0, mostCharacters);
        return;
      }
      endProperty();
      property = { text: text.slice(0, mostCharacters), line };
    },
    take: (): TableRow[] => rows.splice(0),
  };
}

const isQuoted = (text: string): boolean => /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(text);

function addProperty(cells: string[], text: string): void {
  const [, head = '', value = ''] = /^((?:[^:"]|"[^"]*")*):(.*)$/s.exec(text) ?? [];
  const [first = '', ...parameters] = head.split(';');
  const name = first.slice(first.lastIndexOf('.') + 1).toUpperCase();
  const plain = isQuoted(text) ? fromQuotedPrintable(value, parameterOf(parameters, 'CHARSET')) : value;
  const add = (heading: string, cell: string): void => {
    const at = cardHeadings.indexOf(heading);
    if (at === -1 || cell === '') return;
    cells[at] = cells[at] ? `${cells[at]} ${cell}` : cell;
  };
  const set = (heading: string, cell: string): void => {
    if (cells[cardHeadings.indexOf(heading)] === '') add(heading, cell);
  };
  switch (name) {
    case 'FN':
      set('Full name', unescaped(plain));
      break;
    case 'N': {
      const [last = '', given = '', middle = ''] = plain.split(/(?<!\\);/).map(unescaped);
      set('Last name', last);
      set('First name', given);
      set('Middle name', middle);
      break;
    }
    case 'EMAIL':
      add('Email', unescaped(plain));
      break;
    case 'ORG':
      set('Company', unescaped(plain.split(/(?<!\\);/)[0] ?? ''));
      break;
    case 'URL':
      add('Website', unescaped(plain));
      break;
    case 'X-SOCIALPROFILE':
    case 'SOCIALPROFILE':
      addSocial(unescaped(plain), parameters, add);
      break;
    default: {
      const service = services.find((each) => name === `X-${each.toUpperCase()}`);
      if (service !== undefined) add(service, unescaped(plain));
    }
  }
}

/** `type=twitter;x-user=anna:x-apple:anna`, or an address. */
function addSocial(value: string, parameters: string[], add: (heading: string, cell: string) => void): void {
  const said = [parameterOf(parameters, 'SERVICE-TYPE'), ...parameters.map((each) => each.replace(/^type=/i, ''))];
  const words = new Set(said.flatMap((each) => each.toLowerCase().split(',')));
  const service = services.find((each) => words.has(each.toLowerCase()));
  const handle = parameterOf(parameters, 'USERNAME') || parameterOf(parameters, 'X-USER');
  if (/^https?:\/\/\S/i.test(value)) add('Profile', value);
  else if (service !== undefined) add(service, handle || value.replace(/^x-apple:/i, ''));
}

function parameterOf(parameters: readonly string[], name: string): string {
  const found = parameters.find((each) => each.toUpperCase().startsWith(`${name}=`)) ?? '';
  return found.slice(name.length + 1).replaceAll('"', '');
}

const unescaped = (text: string): string =>
  text.replaceAll(/\\([\\,;:nN])/g, (_, sign: string) => (/n/i.test(sign) ? ' ' : sign)).trim();

function fromQuotedPrintable(text: string, charset: string): string {
  const bytes = Buffer.from(
    text.replaceAll(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
  try {
    return new TextDecoder(charset || 'utf-8').decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}
