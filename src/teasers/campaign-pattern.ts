import { UserError } from '../errors.ts';
import { setting } from '../types/instruction.ts';
import { lookup } from '../text/lookup.ts';
import { tagValue } from './utm.ts';

/** What a pattern may name of a placement. */
const patternFields = ['campaign', 'network', 'resource', 'placement', 'date', 'year', 'month'] as const;
export type PatternValues = Record<(typeof patternFields)[number], string>;

const field = /\{([^{}]*)\}/g;

/** @throws UserError setting, where the pattern names what is not known */
export function checkCampaignPattern(pattern: string): void {
  const unknown = [...pattern.matchAll(field)]
    .map(([, name = '']) => name)
    .find((name) => !(patternFields as readonly string[]).includes(name));
  if (unknown === undefined && !/[{}]/.test(pattern.replace(field, ''))) return;
  const fields = patternFields.map((name) => `{${name}}`).join(', ');
  throw new UserError('setting', setting('campaignPattern'), `"${pattern}" may hold ${fields}`);
}

/** A name such as `roses-bluesky-2026` from `{campaign}-{network}-{year}`: lower case, ASCII, without blanks. */
export const campaignFrom = (pattern: string, values: PatternValues): string =>
  tagValue(pattern.replace(field, (_, name: string) => lookup(values, name) ?? ''));
