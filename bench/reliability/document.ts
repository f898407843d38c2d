import * as hostile from '../../tests/browser/hostile.ts';
import { catalogue } from '../../tests/faults/catalogue.ts';
import { hostFaults, networksWithHosts } from '../../tests/faults/hosts.ts';
import { modes } from '../../tests/faults/run.ts';
import { type SceneName, scenes } from '../../tests/faults/scenes.ts';
import { pieces } from '../../tests/fuzz/parsers.ts';
import { type Results, keptResults } from './results.ts';
import {
  type EndedRuns,
  type Growth,
  type Tried,
  type Work,
  signals,
  suspectMegabytes,
  tooMuchGrowth,
} from './works.ts';

const cell = (results: string[]): string => results.join(', ');
const count = (tried: Tried[], word: string): number =>
  tried.flatMap(({ results }) => results.flat()).filter((result) => result.startsWith(word)).length;
const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());
const positions = (scene: SceneName): string[] => scenes[scene].pairs.flat();
const most = (tried: Tried[]): number => Math.max(...tried.map(({ megabytes }) => megabytes));

const table = (heads: string[], rows: (string | number)[][]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const placeOf = ({ kind, name }: Tried): number =>
  catalogue.findIndex((fault) => fault.kind === kind && fault.name === name);

/** Fault by fault; each cell: once, always. */
const faultTable = (scene: SceneName, tried: Tried[]): string =>
  table(
    ['Kind', 'Fault', ...positions(scene).map(capital)],
    tried
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map(({ kind, name, results }) => [kind, name, ...results.map(cell)]),
  );

const endedTable = (ended: EndedRuns[]): string =>
  table(
    ['Signal', 'Runs', 'Ended in time', 'Wrong'],
    signals.map((signal) => {
      const those = ended.filter((each) => each.signal === signal);
      const sum = (of: 'runs' | 'inTime' | 'wrong'): number => those.reduce((all, each) => all + each[of], 0);
      return [signal, sum('runs'), sum('inTime'), sum('wrong')];
    }),
  );

/** The three ways in which a network reads an address are one row. */
function growthTable(measured: Growth[]): string {
  const rows = new Map<string, Growth>();
  for (const each of measured) {
    const parser = each.parser.replace(/^(?:profiles|handles|resources) of /, 'addresses of ');
    if (each.growth >= (rows.get(parser)?.growth ?? 0)) rows.set(parser, { ...each, parser });
  }
  return table(
    ['Read', 'Growth', 'of'],
    [...rows.values()]
      .toSorted((a, b) => b.growth - a.growth)
      .map(({ parser, growth, piece }) => [parser, growth.toFixed(1), `\`${piece === ' ' ? 'a blank' : piece}\``]),
  );
}

const dayOf = ({ day, machine }: Results<Work>): string => `${day}, ${machine}`;

/** The document, of what was kept last of each kind of work, and how much of it is wrong. */
export function reliability(): { text: string; wrong: number } {
  const protocols = keptResults('protocols');
  const hosts = keptResults('hosts');
  const drawn = keptResults('drawn');
  const ended = keptResults('ended');
  const growth = keptResults('growth');
  const suites = keptResults('suites');
  const tried = [...protocols.results, ...drawn.results];
  const attacks = [hostile.clobbers, hostile.oddHosts, hostile.nuisances, hostile.endless].flat().length;
  const runs = protocols.results.length * scenes.protocols.pairs.length * modes.length;
  const text = `# Reliability

Written by \`npm run reliability\`; do not edit it. \`npm run reliability -- ended\` does one part anew and leaves the others
as they were: ${Object.entries({ protocols, hosts, drawn, ended, growth, suites })
    .map(([work, results]) => `${work} (${dayOf(results)})`)
    .join('; ')}.

${catalogue.length} faults of servers, each tried once and always, at ${positions('protocols').length} positions: the request for one
client's profile, for that client's list, for the facts of one page, and for its posts. In every run the fault acts on
three protocols together (Bluesky's, Mastodon's, and pages of a forum that a recipe reads) and at two positions, one of
a profile and one of a page: ${runs} runs of \`analyze\` against servers on this machine.
${drawn.results.length * modes.length} further runs try every fourth of them on a site whose pages a browser draws. Of each run it is checked that

- it ends by itself, and nothing is thrown;
- every other profile is read, and every other page has its clients and its verdict, as without the fault (Bluesky is
  asked for many profiles, and for the facts of many pages, in one request: these share what comes of it;
  a server that wants to be left alone for longer than a run waits is, with all that it holds);
- every profile is told of, and a run that did not reach one does not call itself complete (exit code 3);
- no address of this machine or of a network at home was asked.

${table(
  ['Result', 'Times', 'Meaning'],
  [
    ['right', count(tried, 'right'), 'nothing was lost: the same report as without the fault'],
    ['told', count(tried, 'told'), 'the profile or the page is missing or in doubt, and the report says so'],
    ['believed', count(tried, 'believed'), 'an answer that cannot be told from a true one is in the report'],
    ['wrong', count(tried, 'WRONG'), 'anything else'],
  ],
)}

The most memory that one of these runs took, the program without the servers (what tries it is in the same process; from
${suspectMegabytes} MB on, the built program was measured alone):
${most(protocols.results)} MB. With the browser, the servers and all else that was started: ${drawn.megabytesInAll} MB.

## Hosts that fail before they are asked

${hostFaults.length} faults of names, connections and certificates, each at all hosts of one network. Every profile there is
not reached, with its reason; the ranking of the other networks is as without the fault. The most memory of a run, its
servers in the same process: ${most(hosts.results)} MB.

${table(
  ['Kind', 'Fault', ...networksWithHosts.map(capital)],
  hosts.results.map(({ kind, name, results }) => [kind, name, ...results.map(cell)]),
)}

## Runs that are ended from outside

Ended at moments from the first request to the last and started again. Wrong are runs that then wrote other bytes than
an undisturbed run, asked again for a list that the state held, or ended with another code than 0.

${endedTable(ended.results)}

## What else is tried, and where

${table(
  ['Kind', 'What is right', 'Right', 'Wrong', 'Skipped', 'Tests'],
  suites.results.map(({ kind, right, passed, failed, skipped, files }) => [
    kind,
    right,
    passed,
    failed,
    skipped,
    files.map((file) => `\`${file}\``).join(' '),
  ]),
)}

Attacks by drawn pages: ${attacks}. A sample of the faults and of the ended runs is part of the tests, too
(\`tests/pipeline/faults.test.ts\`, \`tests/pipeline/killed.test.ts\`).

## Time in proportion to length

Processor time for 20,000 characters against that for 5,000, of the worst of ${pieces.length} repeated pieces: some 4 is in
proportion, less has a limit or is quickly known to be nothing, 16 would be a square. ${tooMuchGrowth} and more is refused.

${growthTable(growth.results)}

## Faults

Each cell: once, always.

${faultTable('protocols', protocols.results)}

## Faults of pages that a browser draws

Each cell: once, always.

${faultTable('drawn', drawn.results)}
`;
  const wrong =
    count([...tried, ...hosts.results], 'WRONG') +
    ended.results.reduce((sum, each) => sum + each.wrong, 0) +
    suites.results.reduce((sum, { failed }) => sum + failed, 0) +
    growth.results.filter((each) => each.growth >= tooMuchGrowth).length;
  return { text, wrong };
}
