import { Option } from 'commander';
import { tokensFor, withFollowsThere } from '../settings.ts';
import { counted } from '../terminal/counted.ts';
import { sanitize } from '../text/sanitize.ts';
import type { Worksheet } from '../types/worksheet.ts';
import { type CliCommand, asJson, clock, customersArgument, library, runSettings, settingsOf } from './command.ts';

export const worksheetCommand: CliCommand = {
  name: 'worksheet',
  summary: 'write a page that says which profiles to open and save by hand, and make the folder for what comes in',
  args: [customersArgument],
  settings: runSettings,
  options: [
    new Option('--intake <folder>', 'the folder for saved pages, exports and answers').default('intake'),
    new Option('--json', 'print what is to be opened as JSON'),
  ],
  async run({ args: [customers], options, io }) {
    const { intake, ...others } = options as typeof options & { intake: string };
    const { makeWorksheet, networks } = await library();
    const settings = withFollowsThere(settingsOf(others, customers));
    const tokens = tokensFor(networks, settings);
    const { worksheet, written, next, problems } = await makeWorksheet({ ...settings, intake }, { clock, tokens });
    io.stdout.write(
      options.json ? asJson({ ...worksheet, written, intake, next }) : worksheetText(worksheet, written, intake, next),
    );
    if (problems.length > 0)
      io.stderr.write(
        `${counted(problems.length, 'row')} of the input cannot be used: \`target-resources plan\` names them\n`,
      );
    return 0;
  },
};

function worksheetText(
  { clients, blank, networks, work }: Worksheet,
  written: string[],
  intake: string,
  next: string,
): string {
  const { pages, minutes, clients: brought } = work;
  return [
    `${blank} of ${clients} clients have no list that can be read`,
    pages > 0
      ? `${counted(pages, 'page')} to open and save, about ${counted(minutes, 'minute')}, would bring ${brought} of them`
      : 'nothing is left to be opened that would change much',
    ...networks.map(
      ({ title, clients: all, read, enough }) =>
        `${title}: ${read} of ${all} clients have a list; more than ${enough} would change little`,
    ),
    ...written,
    `save the pages into ${intake}, then: target-resources ${next}`,
  ]
    .map((line) => `${sanitize(line)}\n`)
    .join('');
}
