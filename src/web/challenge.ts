import type { Reply } from './wire.ts';

/** What stands in the pages of bot checks alone: Cloudflare, Anubis, DDoS-Guard, Vercel, Imperva. */
const marks = [
  '<title>just a moment...',
  'id="anubis_',
  '<title>ddos-guard',
  '<title>vercel security checkpoint',
  'incapsula incident id',
];

/** Headers by which Cloudflare, Vercel and AWS say that they ask for a proof. */
const headers = ['cf-mitigated', 'x-vercel-mitigated', 'x-amzn-waf-action'];

/** What stands in other pages, too, but in no refusal of the server's own. */
const words = [
  '/cdn-cgi/challenge-platform/',
  'cf-chl-',
  'anubis',
  "you're not a bot",
  'ddos-guard',
  'checking your browser',
];

/** Where such words stand; what comes behind is the page's own text. */
const searched = 20_000;

/** Whether something in front of the server answered, to see whether a browser asks: nothing was learned of the server. */
export function isChallenge({ status, header, body }: Reply): boolean {
  if (headers.some((name) => ['challenge', 'captcha'].includes(header(name)?.toLowerCase() ?? ''))) return true;
  if (!('text' in body) || !body.text.trimStart().startsWith('<')) return false;
  const isGuarded = status >= 400 && /^ddos-guard/i.test(header('server') ?? '');
  const text = body.text.slice(0, searched).toLowerCase();
  return isGuarded || [...marks, ...(status >= 400 ? words : [])].some((each) => text.includes(each));
}
