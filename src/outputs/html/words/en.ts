import { lawTexts, notices, reasons, remedyTexts } from '../../../errors.ts';

/**
 * Every heading and sentence of the page. `{n}` is a value, `{n|client|clients}` the form of the word that stands with
 * that number: one and many in English and Greek; one, few and many in Russian.
 */
export const en = {
  title: 'Where your clients read',
  documentTitle: 'Where your clients read, {date}',
  skip: 'Skip to the table',
  language: 'Language',
  theme: 'Theme',
  'theme.system': 'system',
  'theme.light': 'light',
  'theme.dark': 'dark',
  contents: 'Contents',
  footer: 'Aggregates only: this page does not show who follows what. The CSV files beside it hold the same numbers.',

  'lead.asked':
    'You asked about {clients} {clients|client|clients}. {read} of {profiles} {profiles|profile|profiles} could be read, on {networks} {networks|network|networks}.',
  'lead.imported': 'You asked about {clients} {clients|client|clients}, all from imported follows.',
  'lead.kept':
    'Of {counted} {counted|resource that they follow|resources that they follow}, {kept} {kept|is worth|are worth} getting published in, and {review} {review|is waiting|are waiting} for your decision.',
  'lead.first': 'At the top:',
  'lead.clients': '{k} of {n} {n|client|clients}',
  'lead.small':
    'With so few clients the intervals are wide: {k} of {n} may stand for anything between {low} and {high} of all people like them. Treat neighbours in the ranking as equals.',
  'criteria.require':
    'A resource is kept if it has at least {floor} subscribers and publishes outside authors. The search stops once {top} are kept.',
  'criteria.ignore':
    'A resource is kept if it has at least {floor} subscribers; outside authors were not checked. The search stops once {top} are kept.',
  'criteria.agreed': 'Where you decided yourself, the rules say the same in {k} of {n} cases.',
  'criteria.least': 'Resources that fewer than {least} clients share are left out.',

  'notice.shareable': notices.shareable,

  'notice.excluded': notices.excluded,
  'notice.excluded_some': notices.excluded_some,
  'notice.apart': notices.apart,
  'notice.notes_kept': notices.notes_kept,
  'notice.mixed': notices.mixed,
  'notice.segments_none': notices.segments_none,
  'notice.segments_left': notices.segments_left,
  'notice.segments_private': notices.segments_private,
  'notice.segments_some': notices.segments_some,

  'notice.article_missing': notices.article_missing,
  'notice.article_moved': notices.article_moved,
  'notice.article_drops_tags': notices.article_drops_tags,
  'notice.article_unread': notices.article_unread,
  'notice.article_proposed': notices.article_proposed,

  lawful: 'Before you publish',
  'law.placements': '{n} {n|resource|resources}',
  'law.ru_banned': lawTexts.ru_banned,
  'law.ru_blocked': lawTexts.ru_blocked,
  'law.ru_disputed': lawTexts.ru_disputed,
  'law.ru_check': lawTexts.ru_check,
  'law.ru_erid': lawTexts.ru_erid,
  'law.gr_paid': lawTexts.gr_paid,
  'law.cy_paid': lawTexts.cy_paid,
  'law.eu_paid': lawTexts.eu_paid,
  'law.eu_draft': lawTexts.eu_draft,
  'law.unknown': lawTexts.unknown,

  'figure.clients': 'clients',
  'figure.read': 'profiles read',
  'figure.counted': 'resources counted',
  'figure.keep': 'worth publishing in',
  'figure.review': 'waiting for your decision',

  first: 'Where to go first',
  'first.subscribers': '{n|subscriber|subscribers}',
  next: 'What to do next',
  'next.read':
    'Open these pages, read their latest posts, and comment where you have something to add: their admins should know you before you write to them.',
  'next.offer':
    'Offer something useful first: an interview, an answer, free work. Then write who you are, propose two or three topics, and say what the readers gain.',
  'next.teasers':
    'Announce your article: each resource has a teaser with a link of its own, which tells where visitors came from.',
  'next.warnings': 'Look at the column warnings of teasers.csv: {n} {n|link has|links have} something to know of.',
  'next.noTeasers': 'No teasers yet: name the article you want to announce with --link URL --campaign NAME.',
  'next.review':
    '{n} {n|resource is|resources are} waiting for your decision: fill in review.csv, and run again with --verdicts.',
  'next.missing': '{n} {n|profile was|profiles were} not read in full: see what to do about it.',

  summary: 'Summary',
  coverage: 'Coverage',
  'coverage.caption': 'What happened to the profiles, by network',
  'coverage.readable': 'clients with a readable list',
  'coverage.profiles': 'profiles',
  'coverage.excluded': 'excluded',
  'coverage.imported': 'clients imported',
  'status.read': 'read',
  'status.hidden': 'hidden',
  'status.not_found': 'not found',
  'status.needs_login': 'behind a login',
  'status.truncated': 'cut short',
  'status.not_reached': 'not reached',
  'status.not_asked': 'not asked',
  'coverage.kept': 'earlier answers',
  missing: 'What is missing and what to do about it',
  'missing.hidden':
    '{n} {n|profile hides|profiles hide} what {n|it follows|they follow}. That is their choice; a survey in follows.csv can fill the gap.',
  'missing.not_found':
    '{n} {n|profile was|profiles were} not found: check the spelling in your client list; some may have been renamed or deleted.',
  'missing.needs_login':
    '{n} {n|profile shows|profiles show} follows only to the account owner: ask the client for an export and import it, or enter their survey answers in follows.csv.',
  'missing.truncated':
    '{n} {n|list is|lists are} longer than the network will hand out: shares there may be slightly too low.',
  'missing.not_reached': '{n} {n|profile|profiles} could not be reached: run again.',
  'missing.not_asked':
    '{n} {n|profile was|profiles were} not asked for: write yes into the consent column of the clients who agreed.',
  'missing.kept':
    '{n} {n|list|lists} could not be read again: the last answer counts, up to {days} {days|day|days} old. Run again.',
  'missing.problems': '{n} {n|item|items} in your input files could not be used: see Problems.',
  'missing.nothing': 'Nothing: everything you asked for could be read.',

  unread: 'Reasons',
  'unread.caption': 'Why something could not be read, by host',
  'unread.cut': 'The first {shown} of {all}. All of them are in reasons.csv.',
  'unread.host': 'Host',
  'unread.status': 'Status',
  'unread.why': 'Reason',
  'unread.count': 'How many',
  'unread.since': 'Since',
  'unread.retry': 'Try again after',
  'unread.profile': '{n|profile|profiles}',
  'unread.kept': 'of {kept} an earlier answer counts, up to {days} {days|day|days} old',
  'unread.resource': '{n|resource|resources}',
  ...prefixed('remedy', remedyTexts),

  changes: 'What changed',
  'changes.since':
    'Compared with the run of {date}, the last one of comparable coverage under the same rules. A difference of one client is noise.',
  'changes.none': 'No resource appeared, disappeared, rose or fell.',
  'changes.first': 'There is no earlier run of comparable coverage. The next one will show what changed.',
  'changes.new': 'New',
  'changes.up': 'Up',
  'changes.down': 'Down',
  'changes.gone': 'Gone',
  'changes.more': 'and {n} more',
  'changes.was': 'was number {rank}',
  'change.new': 'new',

  bars: 'Shared clients',
  'bars.caption':
    'The top {n} by number of clients. The bar is the share of clients with a readable list, from 0 to {max}; the thin line is the 95 % Wilson interval.',
  'bars.resource': 'resource',
  'bars.share': 'share',
  'bars.clients': 'clients, interval',
  scatter: 'Size and share',
  'scatter.caption':
    'Each point is a resource. Top left: popular with your clients and still small. Numbers are places in the ranking.',
  'scatter.description':
    'A scatter plot of {n} resources: subscribers along a logarithmic axis, share of clients upwards. The table of all resources has the same numbers.',
  'scatter.hidden': '{n} {n|resource|resources} with an unknown number of subscribers {n|is|are} not shown.',
  'scatter.floor': 'floor {floor}',
  overlap: 'Overlap',
  'overlap.caption':
    'Clients who follow both: strongly coloured cells mean the same readers, pale ones bring new readers. The diagonal shows each resource’s own clients.',
  'overlap.least': '<{least} means fewer than {least} clients, which are not shown.',
  'overlap.region': 'Overlap table, scrolls sideways',
  reach: 'Reach',
  'reach.caption':
    'How many of the readable clients see you at least once if you appear in the first resources of the ranking.',
  'reach.description': 'A curve that rises with the number of resources. The table below it has the numbers.',
  'reach.resources': 'resources',
  'reach.share': 'reached',
  'reach.numbers': 'reach in figures',
  nothingRanked: 'Nothing has been ranked yet.',

  table: 'Resources',
  'table.caption': 'Resources that clients share: the ranking first, then the rest by number of clients',
  'table.left':
    'Not on this page: {dropped} dropped {dropped|resource|resources}, and {single} that a single client follows. They are in candidates.csv, each with its reason.',
  'table.lift':
    'The sign × says how many times more clients follow a resource than would by chance, given its size in the network. A mass page is so large that some of your clients would follow it anyway: that they share it says little about them.',
  'strength.strong': 'strong',
  'strength.likely': 'likely',
  'strength.by_chance': 'by chance',
  'strength.anecdote': 'one client',
  'strength.too_few': 'too few to tell',
  'chance.expected': 'chance would give {expected}',
  'table.strength':
    'Strong and likely: more clients follow it than chance would give, at most 1 % and 5 % of such calls being false. By chance: no more than chance gives. One client is an anecdote, and with fewer than 5 readable clients nothing can be told.',
  'table.activity':
    'On {network} your clients follow {factor} times as much as an average account: chance is reckoned with that.',
  mass: 'mass page',
  'table.cut': 'The table shows the first {shown} of {all} resources. All of them are in candidates.csv.',
  shown: '{n} of {all} {all|resource|resources}',
  'shown.none': 'No resource matches. Relax the search or the filters.',
  of: '{k} of {n}',
  search: 'Search',
  everything: 'all',
  least: 'Minimum clients',
  order: 'Sort by',
  clear: 'Clear',
  'column.rank': 'Rank',
  'column.name': 'Resource',
  'column.network': 'Network',
  'column.clients': 'Clients',
  'column.share': 'Share',
  'column.subscribers': 'Subscribers',
  'column.kind': 'Outside authors',
  'column.verdict': 'Verdict',
  'column.change': 'Change',
  more: 'details',
  moreTeaser: 'details and teaser',
  description: 'About',
  evidence: 'What decided',
  topic: 'Your topic',
  'topic.share': '{share} of its latest posts',
  sensitive: 'Sensitive',
  'subject.health': 'health',
  'subject.religion': 'religion',
  'subject.politics': 'politics',
  'subject.sexuality': 'sexuality',
  'subject.trade_unions': 'trade unions',
  'subject.ethnic_origin': 'ethnic origin',
  worked: 'What came of the links',
  'worked.caption':
    'Visits and conversions of the links you published, as {file} tells them. Each table adds up the same links in another way.',
  'worked.network': 'by network',
  'worked.class': 'by way of publishing outsiders',
  'worked.size': 'by subscribers',
  'worked.resources': 'resources',
  'worked.visits': 'visits',
  'worked.visitors': 'visitors',
  'worked.views': 'views',
  'worked.conversions': 'conversions',
  'worked.rate': 'conversions for each',
  'worked.few': 'not enough data',
  'came.visits': '{n} {n|visit|visits}',
  'came.visitors': '{n} {n|visitor|visitors}',
  'came.views': '{n} {n|view|views}',
  'came.conversions': '{n} {n|conversion|conversions}',
  'came.clicks': '{n} {n|click|clicks}',

  proposals: 'Words for your topic',
  'proposals.caption':
    'Words that tell the kept pages from the others, with the pages that have them, here and elsewhere. Add those that are of your field; exclude those that show that a word means something else.',
  'proposals.add': 'to add',
  'proposals.exclude': 'to exclude',
  note: 'Note',
  contact: 'Contact',
  family: 'Same publisher',
  'family.customers': '({n} {n|client follows|clients follow} at least one of these pages)',
  familyHint: 'The same publisher?',
  'hint.names': 'names',
  'hint.named_by': 'is named by',
  'hint.each_other': 'names, and is named by,',
  lastPost: 'Last post',
  age: 'Oldest answer',
  ageDays: '{days} {days|day|days} old',
  wishes: 'Asks for',
  teaser: 'Teaser',
  teaserLength: '{length} of {limit} characters',
  teaserFree: '{length} characters; no limit is known here',
  teaserLong: 'too long for this network',
  copy: 'Copy teaser',
  copied: 'Copied',
  copyFailed: 'Selected: press Ctrl+C or ⌘C',

  problems: 'Problems',
  'problems.caption': 'Items in your input files that could not be used',
  'problems.none': 'None: every row of your files could be used.',
  'problems.cut': 'The first {shown} of {all}. All of them are in problems.csv.',
  'problem.where': 'Where',
  'problem.value': 'Value',
  'problem.problem': 'Problem',
  'problem.whatToDo': 'What to do',

  'verdict.keep': 'Keep',
  'verdict.review': 'Review',
  'verdict.drop': 'Drop',
  'verdict.unexamined': 'Unexamined',
  'kind.guest_posts': 'guest posts',
  'kind.open_wall': 'open wall',
  'kind.suggest_box': 'takes suggestions',
  'kind.reposts': 'reposts',
  'kind.interviews': 'interviews',
  'kind.paid_only': 'paid only',
  'kind.own_only': 'own posts only',
  'kind.unknown': 'unknown',
  ...prefixed('reason', reasons),
};

function prefixed<Prefix extends string, Name extends string>(
  prefix: Prefix,
  sentences: Record<Name, string>,
): Record<`${Prefix}.${Name}`, string> {
  return Object.fromEntries(
    Object.entries(sentences).map(([name, sentence]) => [`${prefix}.${name}`, sentence]),
  ) as Record<`${Prefix}.${Name}`, string>;
}

export type Key = keyof typeof en;
export type Words = Record<Key, string>;
