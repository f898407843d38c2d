import robotsParser from 'robots-parser';
import { type Clock, dayMs } from '../types/run.ts';
import type { Reply } from './wire.ts';

/** Why an address of the site must not be asked, or null where it may be. */
export type RobotsRule = (url: string) => string | null;

// The package declares a default export and exports the function itself (robots-parser 3.0.1).
const parse = robotsParser as unknown as typeof robotsParser.default;

/** Of a group's first line the product's name counts, not a `*`, a version or words behind it (RFC 9309, 2.2.1). */
const agentLine = /^([ \t]*user-agent[ \t]*:[ \t]*)([\w-]+)[^\r\n]*/gim;

/**
 * What a site's robots.txt allows (RFC 9309, 2.3.1): a 4xx means that there are no rules, anything else that is not a
 * readable file means that nothing may be asked.
 */
export function robotsRule(origin: string, { status, body }: Reply, userAgent: string): RobotsRule {
  if (status >= 400 && status < 500) return () => null;
  if (status >= 300) return unreadableRobots(`the server answered ${status}`);
  if (!('text' in body)) return unreadableRobots(`it is ${body.unusable}`);
  const rules = parse(`${origin}/robots.txt`, body.text.replaceAll(agentLine, '$1$2'));
  return (url) => (rules.isAllowed(url, userAgent) === false ? "the site's robots.txt does not allow it" : null);
}

/** The rule of a site whose robots.txt cannot be had. */
export function unreadableRobots(what: string): RobotsRule {
  return () => `a site whose robots.txt cannot be read is not asked: ${what}`;
}

/** Asks for a site's rule where none is known that is younger than a day (RFC 9309, 2.4); a rule that failed to come is not kept. */
export function rememberRobots(clock: Clock): (origin: string, ask: () => Promise<RobotsRule>) => Promise<RobotsRule> {
  const known = new Map<string, { rule: Promise<RobotsRule>; until: number }>();
  return async (origin, ask) => {
    const now = clock.now();
    let entry = known.get(origin);
    if (!entry || entry.until <= now) {
      entry = { rule: ask(), until: now + dayMs };
      known.set(origin, entry);
    }
    try {
      return await entry.rule;
    } catch (error) {
      if (known.get(origin) === entry) known.delete(origin);
      throw error;
    }
  };
}
