import type { ClientDirectory, SoughtClient } from '../inputs/client-directory.ts';
import type { ToldOwner } from '../types/import.ts';

/** Whose a file is; where that is null, why nobody knows, and what to do about it. */
export interface Whose {
  customer: string | null;
  reason: string;
  whatToDo: string;
}

const nobodySaid: Whose = {
  customer: null,
  reason: 'it does not say whose follows these are',
  whatToDo: "name the customer with --customer, or put the file into a folder with the customer's name",
};

/**
 * Whose a file is: as a person said, else as its folder is called, else as it says itself. With a client list nobody
 * becomes a client whom the list does not have, unless a person says so.
 * @param label the path as it was given: with a client list the name of an archive or of its folder may be a client's
 */
export function whoseIs(
  {
    said,
    folder,
    owner,
    label,
  }: { said: string | null; folder: string | null; owner: ToldOwner | null; label: string },
  directory: ClientDirectory | null,
): Whose {
  if (said !== null) return { ...nobodySaid, customer: said };
  if (directory === null) return { ...nobodySaid, customer: folder };
  const asFolder = folder === null ? null : directory.called(folder);
  if (asFolder && 'client' in asFolder) return { ...nobodySaid, customer: asFolder.client.name };
  const marks = owner === null ? [] : [...owner.profiles, ...owner.names];
  const asOwner = owner === null ? null : directory.ownerIs(owner);
  if (asOwner && 'client' in asOwner) return { ...nobodySaid, customer: asOwner.client.name };
  const asNamed = marks.length > 0 ? [] : namesIn(label).map((name) => directory.called(name));
  const named = asNamed.find((found) => found !== null && 'client' in found);
  if (named && 'client' in named) return { ...nobodySaid, customer: named.client.name };
  const known = marks.length > 0 ? marks.slice(0, mostShown).join(', ') : folder;
  if (known === null) return nobodySaid;
  return {
    customer: null,
    reason: `${howMany(marks.length > 0 ? asOwner : asFolder)} in ${directory.file} is known as ${known}`,
    whatToDo: `add that to the row of the client whose it is in ${directory.file}, or name the client with --customer`,
  };
}

/** What a file is called, and the folder it lies in. */
function namesIn(label: string): string[] {
  const parts = label.split(/[/\\]/).filter((part) => part !== '' && !/^\.{1,2}$/.test(part));
  return parts
    .slice(-2)
    .toReversed()
    .map((part) => part.replace(/\.(?:zip|tgz|tar\.gz|tar|json|csv|xlsx|html?|mhtml|opml|txt)$/i, ''));
}

const mostShown = 3;

const howMany = (found: SoughtClient): string => (found && 'among' in found ? `more than one client` : 'nobody');

/** All that several files of one export say of whose it is; null where they say nothing. */
export function joinOwners(owners: readonly (ToldOwner | null)[]): ToldOwner | null {
  const told = owners.filter((owner) => owner !== null);
  if (told.length === 0) return null;
  return {
    profiles: [...new Set(told.flatMap(({ profiles }) => profiles))],
    names: [...new Set(told.flatMap(({ names }) => names))],
  };
}
