import { normaliseName } from './normalise.ts';

/** What stands for the id of a resource of which only the name is known: equal for equal names. */
export const bareNameId = (name: string): string => `name:${normaliseName(name)}`;

/** Only the resource's name is known: an export gave it without address and id. */
export const isUnresolved = ({ id }: { id: string }): boolean => id.startsWith('name:');
