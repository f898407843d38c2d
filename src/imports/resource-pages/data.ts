import type { SavedResource } from '../../types/import.ts';
import type { Post } from '../../types/resource.ts';

/** What data that a page carries for its scripts tells of the resource. */
export interface Told {
  told: SavedResource['told'];
  posts: Post[];
}

type Holder = Record<string, unknown> | null;

// Fields of data whose shape nobody documents; null, or nothing, where they are of another kind.

const fieldOf = (holder: Holder, name: string): unknown =>
  holder !== null && Object.hasOwn(holder, name) ? holder[name] : undefined;

export function textIn(holder: Holder, name: string): string | null {
  const value = fieldOf(holder, name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A whole number of 0 or more, also where it stands as text. */
export function wholeIn(holder: Holder, name: string): number | null {
  const value = fieldOf(holder, name);
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

export function objectIn(holder: Holder, name: string): Holder {
  const value = fieldOf(holder, name);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

export function arrayIn(holder: Holder, name: string): unknown[] {
  const value = fieldOf(holder, name);
  return Array.isArray(value) ? value : [];
}
