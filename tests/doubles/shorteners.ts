import type { ShortenerName } from '../../src/types/short-link.ts';
import type { Double, DoubleAnswer, Question } from './graph.ts';

// Services for short links as their own descriptions and sources have them (Bitly's OpenAPI 4.0.0 of 2026-08, Shlink's
// swagger of 2026-06, Kutt's OpenAPI and handlers of 2026-02, YOURLS' functions of 2026-06, VK's API schema 5.199). None of
// the servers can be installed from npm or Debian (2026-11-28: the packages kutt and yourls of npm are clients), so that the
// suite of real servers has none.

export interface ShortenerOptions {
  /** Links that may still be made. */
  allowance?: number;
  /** What it stores for a link; the link as it came where nothing is said. */
  store?: (link: string) => string;
  /** Answers before anything else is looked at. */
  first?: (question: Question) => DoubleAnswer | null;
}

export interface ShortenerDouble extends Pick<Double, 'hosts' | 'answer'> {
  /** What it knows, by short link. */
  links: Map<string, MadeLink>;
}

interface MadeLink {
  long: string;
  title: string;
  tags: string[];
  domain: string | null;
}

export const shortenerTokens: Readonly<Record<ShortenerName, string>> = {
  bitly: 'bitly-secret-0123456789',
  shlink: 'shlink-secret-0123456789',
  yourls: 'yourls-secret-0123456789',
  kutt: 'kutt-secret-0123456789',
  vk: 'vk-secret-0123456789',
};

/** The fields of a request, as they should be. */
interface Fields {
  long_url: string;
  longUrl: string;
  target: string;
  title: string;
  description: string;
  tags: string[];
  domain?: string;
  findIfExists: boolean;
  reuse: boolean;
}

const json = (status: number, body: unknown, type = 'application/json'): DoubleAnswer => ({
  status,
  headers: { 'content-type': type },
  body: JSON.stringify(body),
});

const made = '2026-11-22T12:00:00+00:00';

type Maker = (question: Question, links: Links) => DoubleAnswer;

/** The links of one service. */
interface Links {
  /** The short link of a long one; null where no more may be made. */
  make(link: MadeLink, domain: string): { short: string; key: string; long: string; isNew: boolean } | null;
}

const bitly: Maker = ({ headers, body, path, method }, links) => {
  const trouble = (status: number, message: string) => json(status, { message, description: '', resource: 'bitlinks' });
  if (method !== 'POST' || path !== '/v4/bitlinks') return trouble(404, 'NOT_FOUND');
  if (headers['authorization'] !== `Bearer ${shortenerTokens.bitly}`) return trouble(403, 'FORBIDDEN');
  const { long_url: long, title, tags, domain } = JSON.parse(body) as Fields;
  if (!URL.canParse(long)) return trouble(400, 'INVALID_ARG_LONG_URL');
  const link = links.make({ long, title, tags, domain: domain ?? null }, domain ?? 'bit.ly');
  if (!link) return trouble(429, 'MONTHLY_LIMIT_EXCEEDED');
  return json(link.isNew ? 201 : 200, {
    created_at: made,
    id: link.short.replace('https://', ''),
    link: link.short,
    custom_bitlinks: [],
    long_url: link.long,
    title,
    archived: false,
    created_by: 'somebody',
    client_id: '0',
    tags,
    deeplinks: [],
    references: { group: 'https://api-ssl.bitly.com/v4/groups/Ba1' },
  });
};

const shlink: Maker = ({ headers, body, path, method }, links) => {
  const trouble = (status: number, title: string) =>
    json(status, { type: `https://shlink.io/api/error/x`, title, detail: title, status }, 'application/problem+json');
  if (method !== 'POST' || path !== '/rest/v3/short-urls') return trouble(404, 'Not found');
  if (headers['x-api-key'] !== shortenerTokens.shlink) return trouble(401, 'Invalid API key');
  const { longUrl, title, tags, domain, findIfExists } = JSON.parse(body) as Fields;
  if (!URL.canParse(longUrl) || !findIfExists) return trouble(400, 'Invalid data');
  const link = links.make({ long: longUrl, title, tags, domain: domain ?? null }, domain ?? 's.example');
  if (!link) return trouble(503, 'Busy');
  return json(200, {
    shortCode: link.key,
    shortUrl: link.short,
    longUrl: link.long,
    dateCreated: made,
    visitsSummary: { total: 0, nonBots: 0, bots: 0 },
    tags,
    meta: { validSince: null, validUntil: null, maxVisits: null },
    domain: domain ?? null,
    title,
    crawlable: false,
    forwardQuery: true,
    hasRedirectRules: false,
  });
};

const yourls: Maker = ({ body, path, method }, links) => {
  const form = new URLSearchParams(body);
  if (method !== 'POST' || path !== '/yourls-api.php' || form.get('format') !== 'json') {
    return { status: 404, body: '<html><title>Not found</title></html>' };
  }
  const trouble = (code: number, message: string) => json(code, { message, errorCode: String(code), callback: '' });
  if (form.get('signature') !== shortenerTokens.yourls) return trouble(403, 'Please log in');
  if (form.get('action') !== 'shorturl') return trouble(400, 'Unknown or missing "action" parameter');
  const link = links.make(
    { long: form.get('url') ?? '', title: form.get('title') ?? '', tags: [], domain: null },
    's.example',
  );
  if (!link) return trouble(503, 'Busy');
  const url = { keyword: link.key, url: link.long, title: form.get('title'), date: made, ip: '192.0.2.7' };
  const told = { url, title: form.get('title'), shorturl: link.short };
  return link.isNew
    ? json(200, { ...told, status: 'success', message: 'added to database', errorCode: '', statusCode: '200' })
    : json(400, { ...told, status: 'fail', code: 'error:url', message: 'already exists', statusCode: '400' });
};

const kutt: Maker = ({ headers, body, path, method }, links) => {
  if (method !== 'POST' || path !== '/api/v2/links') return json(404, { error: 'Not found.' });
  if (headers['x-api-key'] !== shortenerTokens.kutt) return json(401, { error: 'Unauthorized' });
  const { target, description, reuse, domain } = JSON.parse(body) as Fields;
  if (target.length > 2040) return json(400, { error: 'Maximum URL length is 2040.' });
  const link = links.make(
    { long: target, title: description, tags: [], domain: domain ?? null },
    domain ?? 's.example',
  );
  if (!link) return json(429, { error: 'Too many requests.' });
  if (!link.isNew && !reuse) throw new Error('a second link for one target');
  return json(link.isNew ? 201 : 200, {
    id: '00000000-0000-4000-8000-000000000000',
    address: link.key,
    target: link.long,
    link: link.short,
    description,
    banned: false,
    password: false,
    visit_count: 0,
    created_at: made,
    updated_at: made,
  });
};

const vk: Maker = ({ headers, body, path, method }, links) => {
  const trouble = (code: number) =>
    json(200, { error: { error_code: code, error_msg: 'no', request_params: [{ key: 'method', value: path }] } });
  if (method !== 'POST' || path !== '/method/utils.getShortLink') return trouble(3);
  if (headers['authorization'] !== `Bearer ${shortenerTokens.vk}`) return trouble(5);
  const form = new URLSearchParams(body);
  const long = form.get('url') ?? '';
  if (!URL.canParse(long)) return trouble(100);
  const link = links.make({ long, title: '', tags: [], domain: null }, 'vk.cc');
  if (!link) return trouble(29);
  return json(200, { response: { short_url: link.short, access_key: 'a1b2', key: link.key, url: link.long } });
};

const makers: Readonly<Record<ShortenerName, Maker>> = { bitly, shlink, yourls, kutt, vk };

const hosts: Readonly<Record<ShortenerName, string[]>> = {
  bitly: ['api-ssl.bitly.com'],
  shlink: ['s.example'],
  yourls: ['s.example'],
  kutt: ['kutt.to', 's.example'],
  vk: ['api.vk.ru'],
};

/** One service, which gives a long link the same short one again. */
export function shortenerDouble(
  name: ShortenerName,
  { allowance = Infinity, store = (link) => link, first = () => null }: ShortenerOptions = {},
): ShortenerDouble {
  const links = new Map<string, MadeLink>();
  const make: Links['make'] = (link, domain) => {
    const known = [...links].find(([, each]) => each.long === link.long);
    if (!known && links.size >= allowance) return null;
    const key = known ? (known[0].split('/').at(-1) ?? '') : `Ab${links.size + 1}`;
    const short = `https://${domain}/${key}`;
    if (!known) links.set(short, link);
    return { short, key, long: store(link.long), isNew: !known };
  };
  return { hosts: hosts[name], links, answer: (question) => first(question) ?? makers[name](question, { make }) };
}
