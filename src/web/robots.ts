import parser from 'robots-parser';
import type { Reply } from './wire.ts';

/**
 * What a site's robots.txt allows (RFC 9309, 2.3.1): a 4xx means that there are no rules, anything else that is not a
 * readable file means that nothing may be asked.
 */
export function robotsRule(origin: string, { status, body }: Reply, userAgent: string): (url: string) => boolean {
  if (status >= 400 && status < 500) return () => true;
  if (status !== 200 || !('text' in body)) return () => false;
  const rules = parser.default(`${origin}/robots.txt`, body.text);
  return (url) => rules.isAllowed(url, userAgent) ?? true;
}
