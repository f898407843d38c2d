import { jsonText } from '../text/sanitize.ts';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Option } from 'commander';
import { UserError } from '../errors.ts';
import { table } from '../terminal/table.ts';
import type { AnyNetwork, Network, Terms } from '../types/network.ts';
import { type CliCommand, asJson, networksLibrary, settingsOf } from './command.ts';

export const networksCommand: CliCommand = {
  name: 'networks',
  summary: 'show what each network can give',
  settings: ['sites'],
  options: [
    new Option('--json', 'print what each network can give and its terms as JSON'),
    new Option('--identify <file>', 'show what each line of this file (- for standard input) names, as JSON lines'),
  ],
  async run({ options, io }) {
    const { identify, networksFor } = await networksLibrary();
    const known = await networksFor(settingsOf(options));
    const { identify: file } = options as { identify?: string };
    if (!file) {
      io.stdout.write(options['json'] === true ? asJson(known.map(described)) : networksTable(known));
      return 0;
    }
    const input = file === '-' ? io.stdin : await opened(file);
    const lines = createInterface({ input, crlfDelay: Infinity });
    let fault: Error | null = null;
    lines.once('error', (error: Error) => {
      fault = error;
      lines.close();
    });
    for await (const line of lines) if (line.trim()) io.stdout.write(`${jsonText(identify(line.trim(), known))}\n`);
    if (fault) throw new UserError('file_unreadable', file, '', { cause: fault });
    return 0;
  },
};

function opened(file: string): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    const stream = createReadStream(file);
    stream.once('open', () => resolve(stream));
    stream.once('error', () => reject(new UserError('file_missing', file)));
  });
}

function networksTable(networks: readonly AnyNetwork[]): string {
  const rows = networks.map((network) => [
    network.id,
    network.title,
    network.closed ? `not read: ${network.closed.reason}; ${network.closed.whatToDo}` : readable(network),
    network.examples.find(({ profile }) => profile)?.input ?? '',
  ]);
  const terms = networks.flatMap((network) => (network.closed ? [] : [[network.id, ...termsOf(network.terms)]]));
  return [
    table([['network', 'name', 'follows', 'example'], ...rows]),
    '\n',
    table([['network', 'kept', 'what may be made of it', 'with other networks', 'terms', 'read on'], ...terms]),
  ].join('');
}

const termsOf = ({ keepDays, derived, mixable, source, read }: Terms): string[] => [
  keepDays === null ? 'as --keep says' : `${keepDays} days at most`,
  derived,
  mixable ? 'yes' : 'no: --apart',
  source,
  read,
];

/** What programs get to know of a network. */
const described = (network: AnyNetwork) => ({
  network: network.id,
  title: network.title,
  closed: network.closed ?? null,
  token: (network.closed ? null : network.token) ?? null,
  terms: network.closed ? null : network.terms,
});

function readable({ token, terms, resourcesOnly }: Network): string {
  if (resourcesOnly) return `not read: ${resourcesOnly}; resources in follows.csv are examined`;
  const need = token
    ? `read ${token.needed ? 'with' : 'better with'} ${token.variable}: ${token.where}`
    : 'read without a token';
  return terms.consent === null ? need : `${need}; ${terms.consent}`;
}
