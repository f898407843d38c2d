import type { ImportFile, ImportFormat } from '../import-format.ts';
import { allRows } from '../import-format.ts';
import { normaliseHeading } from '../../text/normalise.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import { namedFollowers, saysFollowers } from '../tables/scraped.ts';
import { type Entry, addressAmong, recognisedList } from './lists.ts';

const format = 'Mastodon export: accounts followed';
const again =
  'export the follows again ("Import and export", "Data export"), or ask the client which accounts they follow';

/**
 * What Mastodon and its kin export of follows: since Mastodon 2.8 a table (`Account address, Show boosts`, later with
 * `Notify on new posts, Languages`); before, and from Pleroma, Akkoma and Misskey, an account a line without a heading.
 */
export const fediverseExport: ImportFormat = {
  id: 'fediverse-export',
  recognise: (file, identify) => inTable(file, identify) ?? inLines(file, identify),
};

function inTable({ name, table }: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  const [heading = [], ...rows] = allRows(table);
  const headings = heading.map(normaliseHeading);
  const accounts = headings.indexOf('account address');
  if (accounts === -1 || headings.includes('hide notifications')) return null;
  if (saysFollowers(name)) return namedFollowers;
  return listOf(
    rows.map((cells) => cells[accounts] ?? ''),
    identify,
  );
}

/** `anna@social.example`, from Misskey with options behind: `anna@social.example,withReplies=false`. */
const line = /^@?([\w.-]+@[\w.-]+\.[\p{L}\d-]+)(?:,\w+=\w+)*$/u;

const followed = /^(?:follow(?:s|ing|ings|ed)?|abonnements|folge ich|siguiendo|подписки)(?![a-z])(?!.*(?:er|request))/i;
const notFollowed = /^(?:block|mut|list|bookmark|domain|follower)/i;

/** Accounts without a heading look like e-mail addresses, and like each other: only their name tells what they are. */
function inLines({ name, text }: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  const lines = text.split(/[\r\n]+/).filter((each) => each.trim() !== '');
  const [first, ...others] = lines.map((each) => line.exec(each.trim())?.[1]);
  if (first === undefined || others.includes(undefined) || lines.every((each) => each.startsWith('@'))) return null;
  if (followed.test(name)) return listOf([first, ...others.filter((each) => each !== undefined)], identify);
  if (notFollowed.test(name)) return null;
  return {
    format: 'list of accounts or e-mail addresses',
    reason: `nothing says whether "${first}" is an account on a server such as Mastodon, and whether the client follows it`,
    whatToDo:
      'if these are accounts that the client follows, name the file follows.csv, or write @ before each of them',
  };
}

function listOf(accounts: string[], identify: IdentifyResource): RecognisedFile {
  const entries = accounts.map((account): Entry | null => {
    const address = addressAmong([`@${account.replace(/^@/, '')}`], 'mastodon', identify);
    return address === null ? null : { address, title: null };
  });
  return recognisedList({ format, network: 'mastodon', entries, skipped: [], whatToDo: again }, identify);
}
