import type { CheckedPage, CheckedSite, ShippedRecipe } from '../index.ts';
import { table } from '../terminal/table.ts';
import { sanitize } from '../text/sanitize.ts';
import { type CliCommand, asJson, clock, library, outputOptions, settingsOf, withProgress } from './command.ts';

const checkCommand: CliCommand = {
  name: 'check',
  summary: 'try each recipe in a file on a profile and show what it found',
  args: [
    ['<file>', 'recipes, like input/sites.json'],
    ['[profile]', 'the address of a profile on one of the sites (default: the one each recipe names)'],
  ],
  settings: ['browser', 'connectTo', 'contact'],
  options: outputOptions,
  async run(call) {
    const [file = '', profile] = call.args;
    const { checkSites } = await library();
    const checked = await withProgress(call, (progress) =>
      checkSites(file, settingsOf(call.options), { clock, progress }, profile),
    );
    call.io.stdout.write(call.options.json ? asJson(checked) : checkedSitesText(checked));
    return checked.some(({ problems }) => problems.length > 0) ? 3 : 0;
  },
};

export const sitesCommand: CliCommand = {
  name: 'sites',
  summary: 'list the kinds of software whose sites can be read with two lines in input/sites.json',
  subcommands: [checkCommand],
  async run({ io }) {
    io.stdout.write(softwareText((await library()).shippedRecipes()));
    return 0;
  },
};

/** What each part of each recipe found on the pages of the profile that was tried. */
const checkedSitesText = (sites: CheckedSite[]): string => sites.map(siteText).join('\n');

function siteText({ id, title, host, profile, pages, problems }: CheckedSite): string {
  const heading = `${title} (${id}) on ${host}${profile === null ? '' : `, tried on ${profile}`}`;
  const told = problems.map((problem) => `  ! ${sanitize(problem)}\n`);
  return [
    `${sanitize(heading)}\n`,
    ...pages.map(pageText),
    ...(told.length > 0 ? told : ['  every part of the recipe found something\n']),
  ].join('');
}

function pageText({ part, address, result, selectors, resources, next, facts, posts }: CheckedPage): string {
  const found = selectors.map(({ field, selector, count, samples }) => [
    `    ${field}`,
    selector,
    `${count} found`,
    samples.map((sample) => `"${sample}"`).join(', '),
  ]);
  const shown = [
    ...resources.slice(0, 3).map(({ url, title, subscribers }) => [url, title ?? '', counted(subscribers)]),
    ...(facts ? [[facts.url, facts.title ?? '', counted(facts.subscribers)]] : []),
    ...posts.slice(0, 3).map(({ at, kind, author }) => [at ?? 'no date', kind, `by ${author}`]),
  ];
  const more = resources.length > 3 ? `    … ${resources.length} resources in all on this page\n` : '';
  return [
    `  ${part}: ${result}${address === null ? '' : ` ${sanitize(address)}`}\n`,
    table(found),
    table(shown.map((cells) => ['    ->', ...cells])),
    more,
    next === null ? '' : `    goes on at ${sanitize(next)}\n`,
  ].join('');
}

const counted = (subscribers: number | null): string =>
  subscribers === null ? 'subscribers unknown' : `${subscribers} subscribers`;

/** The kinds of software whose recipes are shipped, for the field `like`. */
const softwareText = (recipes: ShippedRecipe[]): string =>
  table([
    ['like', 'profiles', 'pages'],
    ...recipes.map(({ like, profile, rendered }) => [like, profile, rendered ? 'rendered in a browser' : 'plain HTML']),
  ]);
