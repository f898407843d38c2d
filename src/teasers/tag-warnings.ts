import type { AnalyticsTool } from '../types/report.ts';
import { lossIn } from './analytics-tools.ts';
import { ga4Channel } from './channel.ts';
import { sourceCategory } from './ga4-sources.ts';
import type { UtmTags } from './utm.ts';

/** A tagged link, and what is known of where it is published. */
export interface TaggedPlacement {
  tagged: UtmTags & { url: string };
  paid: boolean;
  tool: AnalyticsTool | null;
}

/** What analytics will count otherwise than one would think, and what should not stand in an address. */
export function tagWarnings({ tagged, paid, tool }: TaggedPlacement): string[] {
  const { searchParams } = new URL(tagged.url);
  const tags = [...searchParams].filter(([name]) => /^utm_[a-z]+$/.test(name));
  return [
    ...(tool === null || tool === 'ga4' ? channelWarning(tagged, paid) : []),
    ...tags.flatMap(([name, value]) => spellingWarnings(name, value)),
    ...personalData(tagged.url),
    ...(tool === null ? [] : [lossIn(tagged.url, tool) ?? []].flat()),
  ];
}

/** Placements in networks are to be found in the one channel or the other. */
function channelWarning(tags: UtmTags, paid: boolean): string[] {
  const wanted = paid ? 'Paid Social' : 'Organic Social';
  const channel = ga4Channel(tags);
  if (channel === wanted) return [];
  return [`Google Analytics will count these visits as ${channel}, not as ${wanted}: ${reasonOf(tags, channel)}.`];
}

function reasonOf({ source, medium, campaign }: UtmTags, channel: string): string {
  const isShopping = channel.endsWith('Shopping');
  if (isShopping && sourceCategory(source) === 'shopping') return `utm_source=${source} is on its list of shops`;
  if (isShopping) return `utm_campaign=${campaign} holds a word for shops`;
  if (channel === 'Cross-network') return `utm_campaign=${campaign} says so`;
  const category = sourceCategory(source);
  if (channel.startsWith('Paid') && category === null)
    return `utm_medium=${medium} is paid, and utm_source=${source} is not on its list of social sources`;
  if (category !== null && category !== 'social' && channel.toLowerCase().endsWith(category))
    return `utm_source=${source} is on its list of ${category} sources`;
  return `its rules read utm_medium=${medium} and utm_source=${source} so`;
}

function spellingWarnings(name: string, value: string): string[] {
  const upper = value !== value.toLowerCase();
  const blank = /\s/.test(value);
  if (!upper && !blank) return [];
  const what = [...(upper ? ['upper case'] : []), ...(blank ? ['blanks'] : [])].join(' and ');
  return [`${name}=${value} has ${what}: analytics count another spelling as something else.`];
}

/** Names of parameters that hold data of a person. */
const personal =
  /^(?:e-?mail|mail|phone|tel|telephone|mobile|(?:first|last|full|sur|family|user|client|customer)[-_]?name|fio|birth(?:day|date)|dob)$/i;

/** Google forbids it, and others keep what they should not: https://support.google.com/analytics/answer/6366371 (2026-11). */
function personalData(url: string): string[] {
  const { pathname, searchParams } = new URL(url);
  const inPath = hasAddress(decoded(pathname)) ? ['the path'] : [];
  const inQuery = [...searchParams].flatMap(([name, value]) =>
    value !== '' && (personal.test(name) || hasAddress(value) || (name.startsWith('utm_') && hasPhone(value)))
      ? [name]
      : [],
  );
  return [...inPath, ...new Set(inQuery)].map(
    (where) => `The link seems to hold personal data (${where}): whoever runs the analytics must not receive it.`,
  );
}

/** Whether an e-mail address stands in a text. */
function hasAddress(text: string): boolean {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const before = text.slice(Math.max(0, at - 64), at);
    const after = text.slice(at + 1, at + 256);
    if (/[\w.+-]$/.test(before) && /^[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})*\.[a-z]{2,}/i.test(after)) return true;
  }
  return false;
}

/** `+7 916 123-45-67`, `89161234567`. */
const hasPhone = (text: string): boolean => {
  const digits = text.replace(/\D/g, '').length;
  return digits >= 10 && digits <= 15 && /^\+?\d[\d\s().-]*$/.test(text.trim());
};

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
