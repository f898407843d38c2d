import { tokensFor } from '../settings.ts';
import type { Plan, PlannedNetwork } from '../index.ts';
import { counted } from '../terminal/counted.ts';
import { byHandText } from '../terminal/by-hand.ts';
import { duration } from '../terminal/duration.ts';
import { sanitize } from '../text/sanitize.ts';
import { clientsText } from '../terminal/clients.ts';
import { tablesText } from '../terminal/input-tables.ts';
import { table } from '../terminal/table.ts';
import type { Problem } from '../types/input.ts';
import { flagOf } from '../types/instruction.ts';
import {
  type CliCommand,
  asJson,
  clock,
  customersArgument,
  library,
  outputOptions,
  runSettings,
  settingsOf,
} from './command.ts';

export const planCommand: CliCommand = {
  name: 'plan',
  summary: 'show what analyze would ask, how many requests and how long; sends none',
  args: [customersArgument],
  settings: runSettings,
  options: outputOptions,
  async run({ args: [customers], options, io }) {
    const { networks, planRun } = await library();
    const settings = settingsOf(options, customers);
    const planned = await planRun(settings, { clock, tokens: tokensFor(networks, settings) });
    if (options.json) {
      io.stdout.write(asJson(planned));
      return 0;
    }
    if (planned.clients) io.stdout.write(clientsText(planned.clients));
    io.stdout.write(sanitizedLines([...controlLines(planned), ...segmentLines(planned), ...topicLines(planned)]));
    const isAnyClosed = planned.networks.some(({ closed, profiles }) => closed !== null && profiles > 0);
    const byHand = isAnyClosed || planned.handWork ? byHandText(planned.handWork, settings.customers) : '';
    io.stdout.write(planTable(planned.networks, byHand));
    io.stdout.write(sanitizedLines([...shortLinkLines(planned), ...authorPageLines(planned, settings.authorPages)]));
    if (planned.excluded > 0)
      io.stderr.write(`${counted(planned.excluded, 'client')} left out, as the opt-out list says\n`);
    io.stderr.write(tablesText(planned.tables));
    io.stderr.write(planned.problems.map((each) => `${sanitize(problemLine(each))}\n`).join(''));
    return 0;
  },
};

const sanitizedLines = (lines: readonly string[]): string => lines.map((line) => `${sanitize(line)}\n`).join('');

const controlLines = ({ control }: Plan): string[] => (control > 0 ? [`${control} people on the control list`] : []);

function segmentLines({ segments, inNoSegment }: Plan): string[] {
  if (!segments) return [];
  const sizes = segments.map(({ segment, clients }) => `${segment} ${clients}`).join(', ');
  const rest = inNoSegment > 0 ? `; ${inNoSegment} clients in none of at least 5` : '';
  return [`segments: ${sizes || 'none'}${rest}`];
}

function shortLinkLines({ shortLinks }: Plan): string[] {
  if (!shortLinks) return [];
  const { service, at, requests, token } = shortLinks;
  return [
    `short links: at most ${requests} requests to ${service} (${at}), one for each wording of each resource, and none for links it has made before`,
    ...(token.present
      ? []
      : [
          `${service} is not asked without a token: set ${token.variable} in the environment or in .env; get it at ${token.where}`,
        ]),
  ];
}

const authorPageLines = ({ authorPages }: Plan, isSearched: boolean): string[] =>
  isSearched
    ? [
        `pages for authors: at most ${authorPages} requests, two on the own site of each ranked resource, and none for a month where they were read before`,
      ]
    : [];

/** More terms of a language are in the file that they come from. */
const maxTerms = 12;

function topicLines({ topic }: Plan): string[] {
  if (!topic) return [];
  return topic.map(({ language, terms, excluded }) => {
    const counts = `${terms.length} ${terms.length === 1 ? 'term' : 'terms'}, ${excluded.length} excluded`;
    const shown = [...terms, ...excluded.map((term) => `-${term}`)];
    const more = shown.length > maxTerms ? ', …' : '';
    return `topic, ${language}: ${counts}: ${shown.slice(0, maxTerms).join(', ')}${more}`;
  });
}

/** Enough of a cell to find it by. */
const maxValue = 120;

const problemLine = ({ file, line, value, problem }: Problem): string =>
  `${file}:${line}: ${value.length > maxValue ? `${value.slice(0, maxValue)}…` : value}: ${problem}`;

/** @param byHand what to do where no program may read */
function planTable(planned: PlannedNetwork[], byHand: string): string {
  const open = planned.filter(({ closed }) => closed === null);
  const heading = ['network', 'profiles', 'known', 'find', 'lists', 'identify', 'examine', 'requests', 'time'];
  const rows = open.map(({ title, profiles, fresh, requests, seconds }) => {
    const counts = Object.values(requests);
    const total = counts.reduce((sum, count) => sum + count, 0);
    return [title, profiles, fresh, ...counts, total, `about ${duration(seconds)}`].map(String);
  });
  const closed = planned.filter((each) => each.closed !== null);
  return [
    open.length > 0 ? table([heading, ...rows]) : '',
    open.length > 0
      ? 'The estimate assumes 250 follows per profile; the time is at the documented pace of the busiest host.\n'
      : '',
    ...open.map(tokenLine),
    ...open.map(costLine),
    ...closed.map(
      ({ title, profiles, closed: why, bring }) =>
        `${title}: ${profiles} profile${profiles === 1 ? '' : 's'} cannot be read: ${why}; ${bring}\n`,
    ),
    byHand,
  ].join('');
}

function tokenLine({ title, token }: PlannedNetwork): string {
  if (!token || token.present) return '';
  const without = token.needed ? 'is not asked without a token' : 'is asked more slowly without a token';
  return `${title} ${without}: set ${token.variable} in the environment or in .env; get it at ${token.where}\n`;
}

function costLine({ title, cost }: PlannedNetwork): string {
  if (!cost || cost.amount === 0) return '';
  const flag = flagOf(cost.setting);
  const allowed =
    cost.amount > cost.limit ? `more than ${flag} ${cost.limit} allows` : `${flag} ${cost.limit} allows it`;
  return `${title} would take up to ${cost.amount.toFixed(2)} ${cost.unit}: ${allowed}\n`;
}
