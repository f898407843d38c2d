import { UserError } from '../errors.ts';
import { instruct, setting } from '../types/instruction.ts';
import type { InputFiles } from '../inputs/read-input.ts';
import type { TableInput } from '../inputs/read-rows.ts';
import { type Settings, inputFiles, parseSettings } from '../settings.ts';
import { shortenerIn } from '../short-links/index.ts';
import { tagsFor } from '../teasers/analytics-tools.ts';
import { checkCampaignPattern } from '../teasers/campaign-pattern.ts';
import { checkLink } from '../teasers/utm.ts';
import type { RowsInput } from '../tables/read-table.ts';

/** Any of the settings that the README lists, in camel case; what is left out has its default. */
type AnySettings = { [Name in keyof Settings]?: Settings[Name] | undefined };

/**
 * What a program asks for: any of the settings of the command line, in camel case. The default of `output` is that no
 * files are written, and that of `state` a state in memory, which ends with the call; nothing is read from the current
 * folder that is not named.
 */
export interface RunSettings extends Omit<
  AnySettings,
  'customers' | 'follows' | 'verdicts' | 'wordings' | 'exclude' | 'paid' | 'baseline' | 'connectTo' | 'topic'
> {
  /** The client list: the path of a file, or its rows. */
  customers?: string | RowsInput | null | undefined;
  /** What clients told: the path of a file, several paths, or rows of one table. */
  follows?: string | readonly string[] | RowsInput | undefined;
  /** A person's decisions: the path of a file, or its rows. */
  verdicts?: string | RowsInput | null | undefined;
  /** A person's own texts of teasers: the path of a file, or its rows. */
  wordings?: string | RowsInput | null | undefined;
  /** The opt-out list: the path of a file, or its rows. */
  exclude?: string | RowsInput | null | undefined;
  /** Placements that are paid for: the path of a file, or its rows. */
  paid?: string | RowsInput | null | undefined;
  /** The control list: the path of a file, or its rows. */
  baseline?: string | RowsInput | null | undefined;
  /** The field that pages must be of: words or the path of a file of them, or several. */
  topic?: string | readonly string[] | undefined;
  /** Origins to ask instead of hosts, as a table or as `host=origin`. */
  connectTo?: Readonly<Record<string, string>> | readonly string[] | undefined;
}

/** The settings checked and completed, and what is to be read. @throws UserError setting, link, link_tags */
export function completeSettings(given: RunSettings, where: string): { settings: Settings; files: InputFiles } {
  const rows = {
    customers: rowsIn('customers', given.customers),
    follows: rowsIn('follows', arePaths(given.follows) ? null : given.follows),
    verdicts: rowsIn('verdicts', given.verdicts),
    wordings: rowsIn('wordings', given.wordings),
    exclude: rowsIn('exclude', given.exclude),
    paid: rowsIn('paid', given.paid),
    baseline: rowsIn('baseline', given.baseline),
  };
  const { customers, follows, verdicts, wordings, exclude, paid, baseline, ...others } = given;
  const paths = {
    ...(!rows.customers && { customers }),
    ...(!rows.follows && { follows }),
    ...(!rows.verdicts && { verdicts }),
    ...(!rows.wordings && { wordings }),
    ...(!rows.exclude && { exclude }),
    ...(!rows.paid && { paid }),
    ...(!rows.baseline && { baseline }),
  };
  const settings = parseSettings({ ...others, ...paths }, where);
  if (settings.link !== null) checkLink(settings.link, settings.utm, tagsFor(settings.analytics));
  checkCampaignPattern(settings.campaignPattern);
  shortenerIn(settings);
  if (settings.drafts && settings.assistant === null && where === 'analyze') {
    throw new UserError(
      'setting',
      setting('drafts'),
      instruct`name the assistant that makes them with ${setting('assistant')}`,
    );
  }
  const files = inputFiles(settings);
  return {
    settings,
    files: {
      ...files,
      customers: rows.customers ?? files.customers,
      follows: rows.follows ? [rows.follows] : files.follows,
      verdicts: rows.verdicts ?? files.verdicts,
      wordings: rows.wordings ?? files.wordings ?? null,
      exclude: rows.exclude ?? files.exclude ?? null,
      paid: rows.paid ?? files.paid ?? null,
      baseline: rows.baseline ?? files.baseline ?? null,
    },
  };
}

const arePaths = (follows: RunSettings['follows']): follows is readonly string[] =>
  Array.isArray(follows) && follows.every((each) => typeof each === 'string');

/** Rows, and what messages call them; null where a table is named by its path, or not at all. */
const rowsIn = (name: string, table: string | RowsInput | null | undefined): Exclude<TableInput, string> | null =>
  typeof table === 'object' && table !== null ? { name, rows: table } : null;
