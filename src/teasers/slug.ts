import { createHash } from 'node:crypto';
import anyAscii from 'any-ascii';
import type { Row } from '../types/report.ts';

const maxSlugLength = 60;
const digitsAtOnce = 6;

/** Lower-case ASCII letters, digits and single hyphens; what is too long is cut at a hyphen, if one is near. */
export function slug(text: string, maxLength = maxSlugLength): string {
  const whole = anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (whole.length <= maxLength) return whole;
  const end = whole.lastIndexOf('-', maxLength);
  return whole.slice(0, end > maxLength / 2 ? end : maxLength);
}

/**
 * The name of each resource in `utm_content`, by `network:id`: network and handle, `bluesky-garden-weekly-example`.
 * Where the handle cannot be read back from its slug (it was cut, transliterated, held other signs than . _ @ -, or ends
 * like a variant), six
 * hex digits of a hash of `network:id` follow, whatever else is in the list. Otherwise they follow only where two handles
 * differ in nothing but . _ @ -, and then on both. The order of the rows plays no part.
 */
export function slugsFor(rows: Pick<Row, 'network' | 'resourceId' | 'resource'>[]): Map<string, string> {
  const names = new Map(rows.map((row) => [`${row.network}:${row.resourceId}`, `${row.network}-${row.resource}`]));
  const digits = new Map([...names].map(([key, name]) => [key, isReadable(name) ? 0 : digitsAtOnce]));
  for (;;) {
    const slugs = new Map([...names].map(([key, name]) => [key, withDigits(name, key, digits.get(key) ?? 0)]));
    const colliding = sameSlug(slugs);
    if (colliding.length === 0) return slugs;
    for (const key of colliding) digits.set(key, (digits.get(key) ?? 0) + digitsAtOnce);
  }
}

const isReadable = (name: string): boolean =>
  /^[a-z0-9._@-]+$/.test(name) && slug(name, Infinity).length <= maxSlugLength && !/-v\d$/.test(slug(name, Infinity));

/** The name of one of several wordings for a resource: the first has that of the resource, the second `…-v2`. */
export const variantSlug = (resource: string, variant: number): string =>
  variant === 1 ? resource : `${resource}-v${variant}`;

function withDigits(name: string, key: string, digits: number): string {
  if (digits === 0) return slug(name);
  const hash = createHash('sha256').update(key).digest('hex').slice(0, digits);
  return `${slug(name, maxSlugLength - digits - 1)}-${hash}`;
}

function sameSlug(slugs: Map<string, string>): string[] {
  const first = new Map<string, string>();
  const colliding = new Set<string>();
  for (const [key, text] of slugs) {
    const other = first.get(text);
    if (other === undefined) first.set(text, key);
    else colliding.add(other).add(key);
  }
  return [...colliding];
}
