import { reasons } from '../src/errors.ts';
import { networks } from '../src/networks/index.ts';
import {
  candidateColumns,
  choiceColumns,
  coverageColumns,
  reasonColumns,
  problemColumns,
  resourceColumns,
  resultColumns,
  reviewColumns,
  segmentColumns,
  wordColumns,
  teaserColumns,
} from '../src/outputs/columns.ts';
import { en } from '../src/outputs/html/words/en.ts';
import { acceptanceColumns } from '../src/outreach/acceptance.ts';
import { outreachColumns } from '../src/outreach/columns.ts';
import { type SettingName, commandDefaults, settingHelp, settingsSchema } from '../src/settings.ts';
import { flagOf } from '../src/types/instruction.ts';
import type { AnyNetwork, Network } from '../src/types/network.ts';
import { listStatuses } from '../src/types/resource.ts';

/** The README with its generated parts, which stand between `<!-- name -->` and `<!-- /name -->`, as they are today. */
export function withParts(readme: string): string {
  return Object.entries(parts()).reduce((text, [name, part]) => {
    const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`the README has no part ${start.trim()} … ${end}`);
    return text.slice(0, from + start.length) + part + text.slice(to);
  }, readme);
}

const parts = (): Record<string, string> => ({
  columns: columnLists(),
  statuses: table(
    ['column', 'profiles that were'],
    listStatuses.map((status) => [code(status), en[`status.${status}`]]),
  ),
  reasons: table(
    ['reason', 'the resource …'],
    Object.entries(reasons).map(([reason, sentence]) => [code(reason), sentence]),
  ),
  settings: table(
    ['setting', 'default', 'what it is for'],
    (Object.keys(settingsSchema.shape) as SettingName[]).filter((name) => name !== 'customers').map(settingRow),
  ),
  networks: table(['network', 'follows', 'profile', 'example'], networks.map(networkRow)),
});

const code = (text: string): string => `\`${text}\``;

const line = (cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;

const table = (heading: string[], rows: string[][]): string =>
  [heading, heading.map(() => '---'), ...rows].map(line).join('');

function columnLists(): string {
  const files = {
    'resources.csv': resourceColumns,
    'candidates.csv': candidateColumns,
    'choice.csv': choiceColumns,
    'segments.csv': segmentColumns,
    'words.csv': wordColumns,
    'coverage.csv': coverageColumns,
    'reasons.csv': reasonColumns,
    'problems.csv': problemColumns,
    'teasers.csv': teaserColumns,
    'review.csv': reviewColumns,
    'results.csv': resultColumns,
    'outreach.csv': outreachColumns,
    'acceptance.csv': acceptanceColumns,
  };
  return Object.entries(files)
    .map(([file, columns]) => `- ${code(file)}: ${code(columns.map(({ name }) => name).join(', '))}\n`)
    .join('');
}

function settingRow(name: SettingName): string[] {
  const { value, description } = settingHelp(name);
  const flag = flagOf(name);
  const standard = { ...settingsSchema.parse({}), ...commandDefaults }[name];
  const isSaid = typeof standard === 'number' || (typeof standard === 'string' && standard !== '');
  return [code(value ? `${flag} <${value}>` : flag), isSaid ? code(String(standard)) : '', description];
}

function networkRow(network: AnyNetwork): string[] {
  const example = network.examples.find(({ profile }) => profile !== null) ?? network.examples[0];
  return [
    `${network.title} (${code(network.id)})`,
    network.closed ? `no: ${network.closed.reason}` : howRead(network),
    example?.profile ? code(example.profile) : '',
    example ? code(example.input) : '',
  ];
}

function howRead({ token, terms, resourcesOnly }: Network): string {
  if (resourcesOnly) return `no: ${resourcesOnly}; resources in follows.csv are examined`;
  const [where = '', ...hint] = token?.where.split(' ') ?? [];
  const named = token && [`[${code(token.variable)}](${where})`, ...hint].join(' ');
  const how = !named ? 'without a token' : token.needed ? `with ${named}` : `without a token, more with ${named}`;
  return terms.consent === null ? `yes, ${how}` : `yes, ${how}, where the client agreed`;
}
