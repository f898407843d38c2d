import type { ImportFile, ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import { normaliseHeading } from '../../text/normalise.ts';
import { fieldsOf, isFields, itemsOf, trimmedText } from './fields.ts';
import { type Entry, addressAmong, recognisedList } from './lists.ts';
import { type MetaList, listNamed } from './meta-headings.ts';
import { repairMojibake } from './mojibake.ts';

/**
 * Lists of Facebook and Instagram in the form that both use more and more since 2024: entries with `label_values`, whose
 * labels are in the person's language. The file's name, or the key around the list, says which list it is.
 */
export const metaLabels: ImportFormat = {
  id: 'meta-labels',
  recognise: (file, identify) => {
    const found = labelledIn(file.json());
    if (found === null) return null;
    const list = listNamed([found.key.replace(/_v\d+$/, '')], file.name);
    const what = list === null ? undefined : follows[list];
    if (what === undefined) return other(list);
    return listOf(found.items.map(leavesIn), what, file, identify);
  },
};

const follows: Partial<Record<MetaList, string>> = {
  following: 'accounts followed',
  pages: 'pages followed',
  likes: 'pages liked',
  groups: 'groups joined',
};

const whatToDo =
  'import the lists of the same export that show what the client reads, under their own names: following, ' +
  "who you've followed, pages you follow, pages you've liked, group membership activity";

const other = (list: MetaList | null): RecognisedFile => ({
  format: `Facebook or Instagram export: ${list ?? 'a list'}`,
  reason: list === null ? 'its name does not say that the client follows what it lists' : 'these are no follows',
  whatToDo,
  holds: 'other',
});

/** The list itself, or the only one in an object, under its key. */
function labelledIn(json: unknown): { key: string; items: unknown[] } | null {
  const lists = isFields(json)
    ? Object.entries(json).filter(([, value]) => Array.isArray(value))
    : [['', json] as const];
  const [[key, items] = ['', null], ...more] = lists;
  if (more.length > 0 || !Array.isArray(items) || items.length === 0) return null;
  return items.every((item) => Array.isArray(fieldsOf(item)['label_values'])) ? { key, items } : null;
}

interface Leaf {
  label: string;
  value: string;
  href: string;
}

/** Labels within labels that are read: a group, its owner and what is said of both. */
const deepest = 4;

function leavesIn(item: unknown): Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (values: unknown, depth: number): void => {
    for (const each of itemsOf(values).map(fieldsOf)) {
      const { label, title, value, href, dict, vec } = each;
      const said = normaliseHeading(repairMojibake(trimmedText(label) || trimmedText(title)));
      if (typeof value === 'string' || typeof href === 'string')
        leaves.push({ label: said, value: repairMojibake(trimmedText(value)), href: trimmedText(href) });
      if (depth < deepest) for (const inner of [dict, vec]) walk(inner, depth + 1);
    }
  };
  walk(fieldsOf(item)['label_values'], 0);
  return leaves;
}

const nameLabels = new Set(
  'name, group name, page name, username, title, nom, nombre, nome, naam, nazwa, ad, navn, namn, название, имя, назва, ім я, όνομα, titel, titre, título, titolo'.split(
    ', ',
  ),
);

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);

function listOf(entries: Leaf[][], what: string, file: ImportFile, identify: IdentifyResource): RecognisedFile {
  const network = networkOf(entries, identify);
  return recognisedList(
    {
      format: `${network === 'facebook' ? 'Facebook' : 'Instagram'} export: ${what}`,
      network,
      isPart: true,
      entries: entries.map((leaves) => entryOf(leaves, network, identify)),
      skipped: [],
      whatToDo: `ask for the export again, with all dates ("All time"), and import ${file.name} of it`,
    },
    identify,
  );
}

function entryOf(leaves: Leaf[], network: string, identify: IdentifyResource): Entry | null {
  const links = leaves.flatMap(({ value, href }) => [href, value]).filter(isAddress);
  const address = addressAmong(
    links.map((link) => link.replace('/_u/', '/')),
    network,
    identify,
  );
  const texts = leaves.filter(({ value }) => value !== '' && !isAddress(value));
  const title = texts.find(({ label }) => nameLabels.has(label))?.value ?? texts[0]?.value ?? '';
  if (address !== null || network === 'facebook')
    return title === '' && address === null ? null : { address, title: title || null };
  const account = /^[\w.]+$/.test(title)
    ? addressAmong([`https://www.instagram.com/${title}`], network, identify)
    : null;
  return account === null ? null : { address: account, title: null };
}

/** Both networks write this form: their addresses tell, or that accounts are listed by what only Instagram has. */
function networkOf(entries: Leaf[][], identify: IdentifyResource): 'facebook' | 'instagram' {
  const leaves = entries.flat();
  const linked = leaves.flatMap(({ value, href }) => [href, value]).filter(isAddress);
  const isInstagram = linked.some((link) => {
    const named = identify(link.replace('/_u/', '/'));
    return named !== null && 'network' in named && named.network === 'instagram';
  });
  return isInstagram || (linked.length === 0 && leaves.some(({ label }) => label === 'username'))
    ? 'instagram'
    : 'facebook';
}
