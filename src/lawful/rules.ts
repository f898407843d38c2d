import type { LawCode } from '../types/report.ts';

/** One cell of the table: what holds in these countries, on these networks, for this kind of placement. */
export interface LawRule {
  code: LawCode;
  /** ISO 3166-1, two letters. */
  countries: readonly string[];
  networks: { only: readonly string[] } | { allBut: readonly string[] };
  /** Whether the placement is paid for; `draft` is about texts that a machine wrote, wherever they stand. */
  placement: 'paid' | 'unpaid' | 'any' | 'draft';
  /** Since when it holds, ISO 8601. */
  since: string;
  source: string;
  /** The day on which the source was read, ISO 8601. */
  read: string;
}

/** When the table was last compared with its sources. */
export const lawsAsOf = '2026-11-28';

const read = lawsAsOf;

/** Members of the European Union. */
export const members = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** Networks of a company that Russian courts banned. */
const banned = ['facebook', 'instagram', 'threads'];
/** Networks that Russia has blocked. */
const blocked = ['x', 'linkedin'];
/** Networks whose access Russia slows down; whether that forbids advertising there is disputed. */
const slowed = ['telegram', 'youtube'];
const russian = ['vk', 'odnoklassniki'];

const all = { allBut: [] };

/** The cells of one law for a placement that is paid for and one that is not. */
const both = (law: 'gr' | 'cy' | 'eu', cell: Omit<LawRule, 'code' | 'placement'>): LawRule[] => [
  { ...cell, code: `${law}_paid`, placement: 'paid' },
  { ...cell, code: `${law}_unpaid`, placement: 'unpaid' },
];

/** Who may publish where, as far as a source was found; no law is advice, and what is missing here is no permission. */
export const lawRules: readonly LawRule[] = [
  {
    code: 'ru_banned',
    countries: ['RU'],
    networks: { only: banned },
    placement: 'any',
    since: '2025-09-01',
    source: 'https://tass.ru/obschestvo/24918975',
    read,
  },
  {
    code: 'ru_blocked',
    countries: ['RU'],
    networks: { only: blocked },
    placement: 'any',
    since: '2025-09-01',
    source: 'https://dept.one/memo/zapret-reklama',
    read,
  },
  {
    code: 'ru_disputed',
    countries: ['RU'],
    networks: { only: slowed },
    placement: 'any',
    since: '2026-03-06',
    source: 'https://www.kommersant.ru/doc/8497726',
    read,
  },
  {
    code: 'ru_check',
    countries: ['RU'],
    networks: { allBut: [...banned, ...blocked, ...slowed, ...russian] },
    placement: 'any',
    since: '2025-09-01',
    source: 'https://runetlex.ru/knowledge/-/zakon-o-zaprete-izmenenia-v-zakone-o-reklame-s-1-sentabra-2025-goda',
    read,
  },
  {
    code: 'ru_erid',
    countries: ['RU'],
    networks: all,
    placement: 'paid',
    since: '2022-09-01',
    source: 'https://timeweb.com/ru/docs/partnerskie-programmy/programma-webmaster/pravila-markirovki-reklamy/',
    read,
  },
  {
    code: 'ru_unpaid',
    countries: ['RU'],
    networks: all,
    placement: 'unpaid',
    since: '2022-09-01',
    source: 'https://m.garant.ru/article/1660666/',
    read,
  },
  // Articles 9e and 9f of law 2251/1994 came with this one, which transposes Directive 2005/29/EC; in force on its publication.
  ...both('gr', {
    countries: ['GR'],
    networks: all,
    since: '2007-07-10',
    source: 'http://legislation.di.uoa.gr/eli/law/2007/3587',
    read,
  }),
  // Law 112(I)/2021, which took the place of the one on unfair practices of 2007.
  ...both('cy', {
    countries: ['CY'],
    networks: all,
    since: '2021-05-12',
    source: 'http://www.cylaw.org/nomoi/enop/non-ind/2021_1_112/full.html',
    read,
  }),
  ...both('eu', {
    countries: members.filter((country) => country !== 'GR' && country !== 'CY'),
    networks: all,
    since: '2007-12-12',
    source: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:02005L0029-20220528',
    read,
  }),
  {
    code: 'eu_draft',
    countries: members,
    networks: all,
    placement: 'draft',
    since: '2026-08-02',
    source: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
    read,
  },
];
