import type { TakenList } from '../imports/taken-files.ts';
import type { Whose } from '../imports/whose.ts';
import type { ClientDirectory } from '../inputs/client-directory.ts';
import type { AskedRow } from '../imports/follows-file.ts';
import { toldKey } from '../imports/told-follows.ts';
import { resolveAddress, oneLine } from '../imports/resolve-address.ts';
import { identifyResource, networkCalled, titleIn } from '../inputs/identify.ts';
import { customerKey } from '../inputs/customer-key.ts';
import type { ParsedFollow, SavedResource } from '../types/import.ts';
import type { NotIdentified, ResourceName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { Gathered } from './gather-follows.ts';
import { type ImportedFile, mostNamed, nothing } from './imported.ts';
import type { WithFollows, WithoutFollows } from './look-at-files.ts';

/** What one file, archive or folder brought. */
export interface Brought {
  rows: ImportedFile[];
  /** Whose follows, or answers, by key. */
  customers: Map<string, string>;
  /** Lists that it showed as a saved page. */
  lists: TakenList[];
  /** Follows of people whom the client list does not have are asked about, and not taken. */
  onlyListed: boolean;
}

/** Takes up the follows of one file. */
export function take(
  { format, follows: parsed, skipped, customersUnsure = false, via, asked = [] }: WithFollows,
  file: string,
  whose: Whose,
  gathered: Gathered,
  brought: Brought,
): ImportedFile {
  const { customer: said, ...nobody } = whose;
  const strangers = new Set<string>();
  const isStranger = (name: string, email: string | null | undefined): boolean =>
    brought.onlyListed && name !== said && !isListed(gathered.directory, [name, email ?? '']);
  const follows = customersUnsure && said !== null ? parsed.map(asTitle) : parsed;
  const named = new Map(
    follows.flatMap((told) => (nameIn(told) === null ? [] : [[customerKey(nameIn(told) ?? ''), nameIn(told) ?? '']])),
  );
  const reasons = new Map<string, string[]>();
  const taken = new Map<string, string>();
  let added = 0;
  let out = 0;
  for (const told of follows) {
    const customer = named.size > 1 ? (nameIn(told) ?? said) : (said ?? nameIn(told));
    if (customer !== null && gathered.isOut(customer)) {
      out += 1;
      continue;
    }
    if (customer !== null && isStranger(customer, told.email)) {
      strangers.add(customer);
      continue;
    }
    const resource = customer === null ? nobody : writable(told, gathered.reading.networks);
    if (customer === null || 'reason' in resource) {
      const { reason: why } = 'reason' in resource ? resource : nobody;
      const values = reasons.get(why) ?? [];
      values.push(oneLine(told.address ?? told.title ?? ''));
      reasons.set(why, values);
      continue;
    }
    const title = oneLine(told.title ?? '');
    const row = {
      customer,
      email: oneLine(told.email ?? '') || null,
      via: via ?? told.via ?? null,
      resource,
      title: resource.url === '' ? null : titleIn(title, gathered.reading.networks),
      subscribers: whole(told),
    };
    taken.set(toldKey.follow(customer, resource), customer);
    if (gathered.add(row)) added += 1;
  }
  const silent = asked.flatMap((each) => {
    const row = askedRow(each, via ?? each.via ?? null, gathered.reading.networks);
    if (row === null || gathered.isOut(row.customer)) return [];
    if (!isStranger(row.customer, row.email)) return [row];
    strangers.add(row.customer);
    return [];
  });
  for (const row of silent) gathered.ask(row);
  const customers = new Map([...taken.values()].map((name) => [customerKey(name), name]));
  for (const name of [...customers.values(), ...silent.map((each) => each.customer)])
    brought.customers.set(customerKey(name), name);
  const [customer = null] = customers.size === 1 ? customers.values() : [out > 0 ? null : said];
  const left = [
    ...(silent.length > 0
      ? [
          `who was asked and named nothing, and counts as asked: ${new Set(silent.map((each) => customerKey(each.customer))).size}`,
        ]
      : []),
    ...skipped,
    ...(out > 0 ? [`follows of clients on the opt-out list: ${out}`] : whoElse(named, said)),
    ...[...reasons].map(reasonLine),
  ];
  const row = { file, ...nothing, customer, what: format, read: taken.size, added, left };
  if (strangers.size > 0) return { ...row, ...asksAbout(strangers, gathered.directory) };
  if (taken.size > 0 || follows.length === 0 || out > 0) return row;
  return reasons.has(nobody.reason)
    ? {
        ...row,
        left: skipped,
        problem: nobody.reason,
        whatToDo: nobody.whatToDo,
        asks: 'whose',
      }
    : { ...row, problem: 'none of its follows could be used', whatToDo: 'see what was skipped, and why' };
}

export function takeShown(saved: SavedResource, file: string, gathered: Gathered): ImportedFile {
  const row = { ...nothing, file, what: saved.format };
  gathered.shown.set(row, saved);
  return row;
}

const isListed = (directory: ClientDirectory | null, names: string[]): boolean =>
  names.some((name) => {
    const found = directory?.called(name);
    return found != null && 'client' in found;
  });

const asksAbout = (strangers: ReadonlySet<string>, directory: ClientDirectory | null) => ({
  problem: `nobody in ${directory?.file} is called ${[...strangers].slice(0, mostNamed).join(', ')}${strangers.size > mostNamed ? ' …' : ''}`,
  whatToDo: 'add them to the client list, or import the file by its own name if they are clients beside it',
});

function askedRow(
  { customer, email, network }: NonNullable<WithFollows['asked']>[number],
  via: 'survey' | null,
  networks: readonly AnyNetwork[],
): AskedRow | null {
  const of = network === null ? null : networkCalled(network, networks);
  return of === undefined ? null : { customer: oneLine(customer), email, via, network: of?.id ?? null };
}

/** Notes that a customer follows nothing on a network: their list is there, and nothing is on it. */
export function takeEmpty(
  { format, whatToDo }: WithoutFollows,
  { customer, network }: { customer: string; network: string },
  file: string,
  gathered: Gathered,
  brought: Brought,
): ImportedFile {
  const row = { file, ...nothing, what: `${format}, an empty list` };
  if (gathered.isOut(customer)) return { ...row, left: ['the list of a client on the opt-out list'] };
  gathered.ask({ customer, email: null, via: null, network });
  brought.customers.set(customerKey(customer), customer);
  return { ...row, customer, whatToDo: `if the client does follow something there, ${whatToDo}` };
}

/** What seemed to be who follows is what the page is called. */
function asTitle(follow: ParsedFollow): ParsedFollow {
  const name = follow.customer !== null && /\p{L}/u.test(follow.customer) ? follow.customer : null;
  return { ...follow, customer: null, title: follow.title ?? name };
}

const nameIn = ({ customer }: ParsedFollow): string | null => oneLine(customer ?? '') || null;

/** What a file says of its customers where a person said otherwise. One name is taken for a handle of the customer's. */
function whoElse(named: Map<string, string>, said: string | null): string[] {
  if (said === null || named.size === 0 || (named.size === 1 && named.has(customerKey(said)))) return [];
  if (named.size > 1) return [`the name ${said}: the file itself names ${named.size} customers`];
  return [`the name ${[...named.values()].join()} in the file: it was taken for ${said}`];
}

/** The resource, with an address that says the same when it is read from the follows file. */
function writable(told: ParsedFollow, networks: readonly AnyNetwork[]): ResourceName | NotIdentified {
  const resource = resolveAddress(told, networks);
  if ('reason' in resource || resource.url === '') return resource;
  const url = [resource.url, oneLine(told.address ?? '')].find((text) => {
    const again = identifyResource(text, networks);
    return again && 'network' in again && toldKey.resource(again) === toldKey.resource(resource);
  });
  return url === undefined
    ? { reason: 'its address cannot be written in a form that can be read back' }
    : { ...resource, url };
}

const whole = ({ subscribers }: ParsedFollow): number | null =>
  subscribers !== null && Number.isSafeInteger(subscribers) && subscribers >= 0 ? subscribers : null;

function reasonLine([why, values]: [string, string[]]): string {
  const shown = [...new Set(values.filter(Boolean))].slice(0, 3).join(', ');
  return `${why}: ${values.length}${shown && ` (${shown}${values.length > 3 ? ' …' : ''})`}`;
}
