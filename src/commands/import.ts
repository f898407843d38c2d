import { Option } from 'commander';
import type { Imported, ImportedFile, ShownResource, WatchListener } from '../index.ts';
import { fileOfState, inputFiles, settingHelp } from '../settings.ts';
import { counted } from '../terminal/counted.ts';
import { table } from '../terminal/table.ts';
import { typedPath } from '../text/typed.ts';
import { jsonText, sanitize, sanitizeLines } from '../text/sanitize.ts';
import { type CliCommand, type Io, type Options, asJson, clock, library, settingsOf } from './command.ts';

export const importCommand: CliCommand = {
  name: 'import',
  summary: 'add follows from what clients handed over: exports, saved pages, tables; files, ZIPs, folders',
  args: [['<files...>', 'files, a folder of anything or with one folder per client, or - for text on standard input']],
  options: [
    new Option('--customer <name>', 'the client the files belong to, as named in the client list'),
    new Option(
      '--customers <file>',
      'the client list, by which saved pages and exports are known for whose they are (default: input/customers.csv)',
    ),
    new Option('--follows <file>', 'the file to add to').default('input/follows.csv'),
    new Option('--exclude <file>', settingHelp('exclude').description),
    new Option('--watch', 'take files as they appear in these folders, until Ctrl-C'),
    new Option('--path <keys>', 'where in a JSON file the list is, e.g. data.items'),
    new Option('--json', 'print the result as JSON'),
  ],
  settings: ['encoding', 'delimiter', 'column', 'state', 'stateFile', 'keep'],
  async run({ args: files, options, io }) {
    // The setting of this name is what a run reads, and several files.
    const { customer = null, follows, path = null, watch = false, ...others } = options as ImportFlags;
    const settings = settingsOf(others);
    const state = fileOfState(settings);
    const { keep } = settings;
    const { customers, exclude, encoding, delimiter, columns } = inputFiles(settings);
    const given = { customer, customers, follows, exclude, path, encoding, delimiter, columns, state, keep };
    const { importFiles, watchFolders } = await library();
    if (watch) {
      await watchFolders(files, given, listenerOn(io, files, options.json === true), { clock });
      return 0;
    }
    const imported = await importFiles(files, { ...given, input: io.stdin });
    io.stdout.write(options.json ? asJson(imported) : importedText(imported, customers));
    return exitCodeOf(imported);
  },
};

/** Tells in a line what each file was. */
const listenerOn = ({ stdout, stderr }: Io, folders: string[], json: boolean): WatchListener => ({
  began(there) {
    const before =
      there > 0 ? `; ${counted(there, 'file')} there already: \`import\` without --watch reads a folder` : '';
    stderr.write(`watching ${sanitize(folders.join(', '))}${before}; Ctrl-C ends it\n`);
  },
  imported(imported) {
    stdout.write(json ? `${jsonText(imported)}\n` : imported.files.map(watchedLine).join(''));
  },
  failed(error) {
    stderr.write(sanitizeLines(`${error.typed.message}\nit is tried again\n`));
  },
});

function watchedLine({ file, customer, what, read, added, problem, whatToDo, shows }: ImportedFile): string {
  const whose = customer === null ? '' : ` of ${customer}`;
  const brought = shows ? 'a resource, kept in the state' : `${counted(read, 'follow')}${whose}, ${added} new`;
  const told = problem === null || read > 0 ? [what, brought, problem] : [what, problem, 'left as it is', whatToDo];
  return `${sanitize([file, ...told].filter((text) => text !== null).join(': '))}\n`;
}

type ImportFlags = Options & { customer?: string; follows: string; path?: string; watch?: boolean };

/** Complete, or something is left to be mended; 2 where nothing came of it at all. */
export const exitCodeOf = ({ complete, read, asked, before, resources }: Imported): number =>
  complete ? 0 : read + asked + before + resources > 0 ? 3 : 2;

/** What came of an import, file by file and client by client. */
export function importedText(
  { files, customers, follows, read, added, asked, before, resources }: Imported,
  list: string | null = null,
): string {
  const perCustomer = customers.map(({ customer, read: all, added: fresh }) => [
    `  ${customer}`,
    counted(all, 'follow'),
    fresh === all ? '' : `${fresh} of them new`,
  ]);
  const total = `${counted(read, 'follow')} of ${counted(customers.length, 'client')}, ${added} of them new`;
  const next =
    list === null
      ? `${follows} can now be read with \`target-resources analyze\`; if you name a client list, add --follows ${follows}`
      : `next: target-resources analyze ${typedPath(list)} --follows ${typedPath(follows)}`;
  return [
    ...files.map((file) => fileText(file, follows)),
    before > 0 ? `${counted(before, 'file')} read before, and not again\n` : '',
    ...(customers.length > 0 ? [`${total}\n`, table(perCustomer)] : []),
    asked > 0 ? `${counted(asked, 'client')} who named nothing ${asked === 1 ? 'counts' : 'count'} as asked\n` : '',
    resources > 0
      ? `${counted(resources, 'saved page')} kept in the state: \`target-resources analyze\` judges by them\n`
      : '',
    read + asked > 0 ? `${sanitize(next)}\n` : resources > 0 ? '' : 'nothing was written\n',
  ].join('');
}

function fileText(imported: ImportedFile, into: string): string {
  const { file, customer, what, contents, read, added, left, problem, whatToDo, shows } = imported;
  const whose = customer === null ? '' : ` of ${customer}`;
  const follows =
    what !== null && (problem === null || read > 0)
      ? `${what}: ${counted(read, 'follow')}${whose}, ${added} new`
      : null;
  const lines = [
    (shows && problem === null ? shownText({ ...imported, shows }) : follows) ??
      (problem === null ? what : [what, problem].filter((text) => text !== null).join(': ')),
    follows === null ? null : problem,
    contents === null
      ? null
      : `${counted(contents.files, 'file')}, ${contents.follows} ${contents.follows === 1 ? 'tells' : 'tell'} of follows`,
    whatToDo === null ? null : `what to do: ${whatToDo}`,
    shows && problem === null && !shows.isFollowed ? unfollowed(into) : null,
    ...left.map((each) => `skipped: ${each}`),
  ];
  const shown = lines.filter((line) => line !== null).map((line) => `  ${sanitize(line)}\n`);
  return `${sanitize(file)}\n${shown.join('')}`;
}

/** What a saved page of a resource tells. */
function shownText({ what, shows }: ImportedFile & { shows: ShownResource }): string {
  const { title, resource, subscribers, posts, authors, savedOn, isNew } = shows;
  const name = title === null ? resource : `${title} (${resource})`;
  const people = subscribers === null ? 'subscribers not shown' : `${subscribers.toLocaleString('en')} subscribers`;
  const shown = posts === 0 ? 'no posts' : `${counted(posts, 'post')} with ${counted(authors, 'outside author')}`;
  return `${what}: ${name}, ${people}, ${shown}, saved on ${savedOn}${isNew ? '' : ', known already'}`;
}

const unfollowed = (follows: string): string =>
  `no client in ${follows} follows it; if it is a client's own page, save the list of what it follows instead`;
