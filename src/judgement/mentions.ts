import { isQuestion } from './meanings.ts';
import { type WordClass, plainClasses } from './languages/language.ts';
import { type Named, type NameRules, isSamePerson, namesIn } from './names.ts';
import { type Framed, framesOf, numberBefore } from './series.ts';
import { type Segment, type Sentence, type Token, has } from './tokens.ts';

type MentionRule = 'byline' | 'guest_text' | 'letter' | 'takeover' | 'interview' | 'episode' | 'signature';

type Frames = Omit<Framed<unknown>, 'parts' | 'post' | 'where'>;

/** Somebody whom a post of the page itself presents. */
interface Mention {
  /** Null where a guest is announced without a name. */
  named: Named | null;
  rule: MentionRule;
  /** Said in so many words; otherwise only the place of the name says it. */
  sure: boolean;
  quote: string;
  /** Where only a series of such posts would tell more. */
  framed?: Frames;
}

export interface Mentions {
  mentions: Mention[];
  /** Names that nothing is said of; a series of them says something. */
  unplaced: Mention[];
  /** Who belongs to the page by what the post says. */
  house: Named[];
}

interface Place {
  segment: Segment;
  before: Segment | undefined;
  sentence: Sentence;
  named: Named;
  /** Tokens of the segment that lead to the name, back to a comma or another name; and those behind it. */
  label: Token[];
  pre: Token[];
  post: Token[];
  /** Tokens behind the name and its apposition: "Anna Berg, sailmaker from Oldtown, …". */
  after: Token[];
}

/** What a post says as a whole about the names in it. */
interface Occasion {
  guestText: boolean;
  hosting: boolean;
  numbered: boolean;
  event: boolean;
  /** It speaks of a text, besides in a title. */
  textual: boolean;
  /** Names in it are of winners, applicants, buyers. */
  otherNames: boolean;
  period: boolean;
  /** What is quoted in it are customers' words: a shop says no more of them. */
  praise: boolean;
  /** Names in it may be of whatever the page is about: it is priced, a saying, or the page's trade is no writing. */
  ofTrade: boolean;
  /** It is no text, and leads to none. */
  mereTitle: boolean;
  /** It belongs to a page of talks. */
  ofTalks: boolean;
}

const pictures =
  /[\u{1F3A5}\u{1F3A8}\u{1F3AC}\u{1F4F7}\u{1F4F8}\u{1F4F9}\u{1F39E}\u{1F3B5}\u{1F3B6}\u{1F3A4}\u{1F382}]/u;
/** Names that are looked at in one post. */
const mostNames = 8;

/** What is known of a page before a post of it is read. */
interface PageSigns {
  /** The post has a hashtag of guests. */
  guestTag: boolean;
  selling: boolean;
  /** It is of a trade in which people are named that write nothing for it. */
  ofTrade: boolean;
  /** It is of talks with people. */
  ofTalks: boolean;
  /** Folded words of its name. */
  brand: ReadonlySet<string>;
}

/** Who is presented by a post of the page itself. */
export function readMentions(
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  rules: NameRules,
  about: PageSigns,
): Mentions {
  const found = sentences.map(({ segments }) =>
    segments.map((segment) => ({ segment, names: namesIn(segment.tokens, rules) })),
  );
  for (const { segment, names } of found.flat()) clearNames(segment.tokens, names);
  const occasion = occasionOf(sentences, tokens, about);
  const mentions: Mention[] = [];
  const unplaced: Mention[] = [];
  const house: Named[] = [];
  let seen = 0;
  let before: Segment | undefined;
  for (const [at, sentence] of sentences.entries()) {
    for (const { segment, names } of found[at] ?? []) {
      for (const [k, named] of names.entries()) {
        if (++seen > mostNames) break;
        const place = placeOf(sentence, segment, before, named, names[k - 1]);
        if (isStaff(place) || isOfBrand(place, about.brand)) {
          house.push(named);
          continue;
        }
        const told = whatNameTells(place, occasion);
        // A crew, a cast, a jury.
        const isListed = names.length >= shortestList;
        if (told === null || (isListed && (told === 'nothing' || !told.sure || ofOne.has(told.rule)))) continue;
        const said = { named, rule: 'signature', sure: false, quote: sentence.text } as const;
        if (told === 'nothing') unplaced.push({ ...said, framed: framedBy(place, tokens, occasion) });
        else mentions.push({ ...said, ...told, framed: framedBy(place, tokens, occasion) });
      }
      before = segment;
    }
  }
  if (occasion.guestText && mentions.length === 0 && house.length === 0) {
    const said = sentences.find((sentence) => saysGuestText(sentence.tokens)) ?? sentences[0];
    mentions.push({ named: null, rule: 'guest_text', sure: true, quote: said?.text ?? '' });
  }
  return { mentions, unplaced, house };
}

/** Names in one breath from which on nobody of them is an author only because the place is one for authors. */
const shortestList = 3;

/** What is not said of three people at once. */
const ofOne: ReadonlySet<MentionRule> = new Set(['interview', 'takeover', 'signature']);

/** A name means nothing, whatever its words do. */
function clearNames(tokens: readonly Token[], names: readonly Named[]): void {
  for (const { from, to } of names)
    for (const token of tokens.slice(from, to + 1)) if (token.kind === 'word') token.classes = nothing;
}

const nothing: Token['classes'] = new Set();

function placeOf(
  sentence: Sentence,
  segment: Segment,
  before: Segment | undefined,
  named: Named,
  previous?: Named,
): Place {
  const pre = segment.tokens.slice(previous ? previous.to + 1 : 0, named.from);
  const clauses = clausesOf(pre);
  let label = clauses.at(-1) ?? [];
  // "Our correspondent in Riga, Anna Berg, …"
  if (words(label).length === 0 && clauses.length > 1) label = clauses.at(-2) ?? [];
  if (isJob(label) && pre.length === label.length && before && isLabel(before, segment)) label = before.tokens;
  const post = segment.tokens.slice(named.to + 1);
  return { sentence, segment, before, named, pre, label: withoutJob(label), post, after: withoutApposition(post) };
}

const longestApposition = 8;
/** Words of a place at most: "of Castle Nether End". */
const longestPlace = 4;

/** Without what tells who or from where somebody is: ", sailmaker from Oldtown,", "from Oldtown". */
function withoutApposition(post: Token[]): Token[] {
  if (post[0]?.text === ',') {
    const end = post.findIndex(({ text }, at) => at > 0 && text === ',');
    return end > 0 && end <= longestApposition ? post.slice(end + 1) : post;
  }
  if (post[0]?.kind !== 'word' || post[0].capital || !post[1]?.capital) return post;
  const end = post.findIndex(({ kind, capital }, at) => at > 0 && (kind !== 'word' || !capital));
  return end > 0 && end <= longestPlace ? post.slice(post[end]?.text === ',' ? end + 1 : end) : post;
}

function clausesOf(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [[]];
  for (const token of tokens) {
    if (token.text === ',') clauses.push([]);
    else clauses.at(-1)?.push(token);
  }
  return clauses;
}

/** Words of a job at most: "marine biologist Anna Berg". */
const longestJob = 3;

/** Whether only words that mean nothing to the rules stand there, as a job before a name does. */
const isJob = (tokens: readonly Token[]): boolean =>
  words(tokens).length <= longestJob &&
  tokens.every(
    ({ kind, classes }) =>
      kind !== 'word' || [...classes].every((each) => each === 'common' || each === 'person' || plainClasses.has(each)),
  );

/** "By marine biologist" is "by": up to a job's length of words that say nothing else. */
function withoutTitle(label: Token[]): Token[] {
  const at = label.findLastIndex(({ classes }) => classes.has('by'));
  return at >= 0 && at < label.length - 1 && isJob(label.slice(at + 1)) ? label.slice(0, at + 1) : label;
}

/** "Column: marine biologist Anna Berg" is "Column: Anna Berg". */
function withoutJob(label: Token[]): Token[] {
  const colon = label.findLastIndex(({ text }) => text === ':');
  return colon >= 0 && colon < label.length - 1 && isJob(label.slice(colon + 1)) ? label.slice(0, colon + 1) : label;
}

/** "Text — Anna Berg", "Guest column. Anna Berg": what stands before a colon elsewhere. */
function isLabel(before: Segment, { opened }: Segment): boolean {
  if (['—', '–', '-'].includes(opened)) return before.tokens.length <= 4;
  return (
    words(before.tokens).length <= 3 &&
    has(before.tokens, 'piece', 'byline', 'author', 'guest') &&
    !has(before.tokens, 'we', 'us', 'our')
  );
}

function occasionOf(
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  { guestTag, selling, ofTrade, ofTalks }: PageSigns,
): Occasion {
  const interviews = has(tokens, 'interview', 'piece', 'byline');
  const said = unquoted(sentences);
  const timed = tokens.some(({ kind, text }) => kind === 'number' && /^\d{1,2}[:.]\d\d$/.test(text));
  const dated = timed || has(tokens, 'weekday', 'month');
  const presented = interviews || has(tokens, 'guest', 'episode', 'author', 'text');
  const events = tokens.filter(({ classes }) => classes.has('event')).length;
  return {
    guestText: guestTag || sentences.some((sentence) => saysGuestText(sentence.tokens)),
    hosting: has(tokens, 'host'),
    numbered: isNumbered(tokens),
    event:
      events > 1 ||
      (events > 0 && dated && !interviews) ||
      (dated && has(tokens, 'with') && !interviews) ||
      (timed && !presented),
    textual: has(said, 'piece', 'byline'),
    otherNames: has(said, 'win', 'hire') || has(tokens, 'marked'),
    period: has(tokens, 'period'),
    praise:
      selling && !has(tokens, 'piece', 'interview', 'author', 'guest') && !tokens.some(({ kind }) => kind === 'link'),
    ofTrade: ofTrade || isPriced(tokens) || isSaying(tokens),
    mereTitle: isMereTitle(tokens),
    ofTalks,
  };
}

/** Words from which on a post is the text itself. */
const shortestPiece = 25;

/** "Anna Berg: Remember": neither a text nor a way to one, so that the name may be of whatever is shown. */
const isMereTitle = (tokens: readonly Token[]): boolean =>
  words(tokens).length < shortestPiece && !tokens.some(({ kind }) => kind === 'link');

const currencies: ReadonlySet<string> = new Set(
  '€ £ $ ₽ ₴ ₺ eur euro euros usd chf zl zlotych рублеи руб грн гривень ευρω lira tl'.split(' '),
);

/** "The Salt Road, novel, 19 €": a number with a currency. */
const isPriced = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ kind }, at) =>
      kind === 'number' &&
      [tokens[at - 1], tokens[at + 1]].some((each) => each !== undefined && currencies.has(each.word)),
  );

const quotes: ReadonlySet<string> = new Set(['«', '»', '“', '”', '„', '"']);
/** Words outside of the quotes at most: a name. */
const longestSource = 4;

/** “No man is an island.” John Donne: a post of nothing but what somebody said once. */
function isSaying(tokens: readonly Token[]): boolean {
  const [first] = tokens;
  if (first === undefined || !quotes.has(first.text)) return false;
  let isOutside = true;
  const outside: Token[] = [];
  for (const token of tokens) {
    if (quotes.has(token.text)) isOutside = !isOutside;
    else if (isOutside && token.kind !== 'mark') outside.push(token);
  }
  return outside.length <= longestSource && outside.every(({ kind, capital }) => kind === 'word' && capital);
}

const openingQuotes: ReadonlySet<string> = new Set(['«', '“', '„', '"']);

/** What a post says itself: titles are quoted and speak of anything. */
const unquoted = (sentences: readonly Sentence[]): Token[] =>
  sentences.flatMap(({ segments }) =>
    segments.filter(({ opened }) => !openingQuotes.has(opened)).flatMap(({ tokens }) => tokens),
  );

const numberSigns: ReadonlySet<string> = new Set(['#', '№', '°', 'º', '.', 'n', 'nº', 'no', 'nr', 'νο', 'num']);

/** "179: …", "#12 …", "№ 12 …", "Episode 4 …"; no time and no date. */
function isNumbered(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ word }) => !numberSigns.has(word));
  const first = tokens[Math.max(0, at)];
  if (first?.kind === 'hashtag' && /^#\d+$/.test(first.text)) return true;
  const isOrdinal = isWhole(first) && !isList(tokens);
  if (isOrdinal && (at > 0 || [':', '|', '/', '-', '–', '—', '.', ')'].includes(tokens[at + 1]?.text ?? '')))
    return true;
  return tokens.slice(0, 20).some(({ classes }, k) => classes.has('episode') && hasNumberNear(tokens, k));
}

const isWhole = (token: Token | undefined): boolean => token?.kind === 'number' && /^\d+$/.test(token.text);

/** "1. Anna Berg 2. Lena Hof" are results. */
const isList = (tokens: readonly Token[]): boolean =>
  tokens.filter((token, at) => isWhole(token) && ['.', ')'].includes(tokens[at + 1]?.text ?? '')).length > 1;

const hasNumberNear = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 2), at + 4).some(({ kind }) => kind === 'number');

/** "Guest article", «статья гостя», "artículo invitado" – not denied, and not guests of a house. */
function saysGuestText(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    if (!token.classes.has('guest')) return false;
    const own = token.classes.has('piece') || token.classes.has('author') || token.classes.has('text');
    const near =
      own ||
      has(tokens.slice(at + 1, at + 3), 'piece', 'author', 'text', 'writer') ||
      has(tokens.slice(Math.max(0, at - 2), at), 'piece', 'author', 'text', 'writer');
    return near && !has(tokens.slice(Math.max(0, at - 4), at + 6), 'not', 'receive', 'need', 'become', 'pitch');
  });
}

const words = (tokens: readonly Token[]): Token[] => tokens.filter(({ kind }) => kind === 'word');

const otherRoles: readonly WordClass[] = [
  'credit',
  'contact',
  'hire',
  'win',
  'life',
  'customer',
  'press',
  'event',
  'company',
];

function isStaff({ label, post, pre }: Place): boolean {
  if (has(label, 'guest', 'reader', 'outside')) return false;
  const apposition = post[0]?.text === ',' ? post.slice(1, 5) : [];
  return (
    isOurs(pre) ||
    has(words(label).slice(-4), 'staff') ||
    (has(words(pre).slice(-4), 'our') && has(apposition, 'staff')) ||
    (has(apposition, 'staff') && has(apposition, 'our'))
  );
}

/** Words of a job at most between "our" and a name. */
const longestOwnJob = 4;
/** What others may be to a page that calls them its own. */
const invited: readonly WordClass[] = [
  'guest',
  'reader',
  'outside',
  'author',
  'writer',
  'interview',
  'talk',
  'ask',
  'piece',
  'text',
  'by',
  'with',
  'about',
  'studio',
  'venue',
  'episode',
];

/** "Our driving instructor Anna Berg", "our new colleague, Anna Berg": whoever is ours is of the house. */
function isOurs(pre: readonly Token[]): boolean {
  const at = pre.findLastIndex(({ classes }) => classes.has('our') && !classes.has('us'));
  if (at < 0) return false;
  const job = pre.slice(at + 1);
  return (
    words(job).length <= longestOwnJob &&
    // "Opposite me, Anna Berg": the page's own people have a job there.
    (job.length === 0 || words(job).length > 0) &&
    job.every(({ kind, text }) => kind === 'word' || text === ',' || text === '.') &&
    !has(job, ...invited)
  );
}

/** Characters of a word of the page's name that tells whose somebody is, and tokens that it is away at most. */
const shortestBrand = 5;
const brandReach = 6;

/** "“Pulsar” reviewer Anna Berg", "Anna Berg of Pulsar's culture desk": the page's own people. */
function isOfBrand({ sentence, segment, named, label }: Place, brand: ReadonlySet<string>): boolean {
  if (!sentence.tokens.some((token) => isBrandWord(token, brand))) return false;
  const start = segment.tokens[named.from]?.start ?? 0;
  const end = segment.tokens[named.to]?.end ?? 0;
  const near = [
    ...sentence.tokens.filter((token) => token.end <= start).slice(-brandReach),
    ...sentence.tokens.filter((token) => token.start >= end).slice(0, brandReach),
  ];
  if (has(near, 'guest', 'reader', 'interview', 'ask', 'talk', 'episode')) return false;
  if (has(label.slice(-2), 'by', 'byline', 'piece')) return false;
  const quoted = new Set(
    sentence.segments.filter(({ opened }) => openingQuotes.has(opened)).flatMap(({ tokens }) => tokens),
  );
  return near.some(
    (token, at) =>
      (/[-’']/.test(token.text) || near[at - 1]?.classes.has('by') === true || quoted.has(token)) &&
      isBrandWord(token, brand),
  );
}

function isBrandWord({ kind, capital, word }: Token, brand: ReadonlySet<string>): boolean {
  if (kind !== 'word' || !capital || word.length < shortestBrand) return false;
  for (const own of brand) {
    if (own.length < shortestBrand || own.slice(0, 2) !== word.slice(0, 2)) continue;
    if (isSamePerson([own], [word.split(/['’-]/)[0] ?? ''])) return true;
  }
  return false;
}

/** "A coffee with" is said of talks, and a coffee bar is none there. */
const isOfRole = (token: Token, roles: readonly WordClass[]): boolean =>
  has([token], ...roles) && !has([token], 'talk', 'interview', 'piece', 'byline');

/** "Ms Berg, what does a pilot carry?" */
const isAddressed = ({ sentence, segment, named, post }: Place): boolean =>
  named.from === 0 && sentence.segments[0] === segment && post[0]?.text === ',' && isQuestion(sentence.tokens);

type Told = Pick<Mention, 'rule' | 'sure'>;

/** @returns null where the name is of something else, `nothing` where nothing tells what it is of */
function whatNameTells(place: Place, occasion: Occasion): Told | 'nothing' | null {
  const { label, pre, post, after, segment, sentence } = place;
  if (occasion.otherNames || pictures.test(segment.opened)) return null;
  const near = words(label).slice(-5);
  if (has(near.slice(-2), 'credit') && !has(near, 'guest', 'reader', 'text', 'byline')) return null;
  const isByline = has(near, 'byline', 'author', 'writer');
  const roles = occasion.numbered ? otherRoles.filter((each) => each !== 'event') : otherRoles;
  if (!isByline && near.some((token) => isOfRole(token, roles)) && !has(near, 'guest', 'reader', 'interview'))
    return null;
  if (isAddressed(place)) return { rule: 'interview', sure: true };
  if (isAboutThemselves(sentence)) return null;
  if ((occasion.hosting && !occasion.event && !occasion.ofTrade) || (occasion.period && isPresent(place)))
    return { rule: 'takeover', sure: true };
  if (!occasion.event && isPresent(place)) return { rule: 'takeover', sure: false };
  if (occasion.guestText) return { rule: 'guest_text', sure: true };
  const isTold =
    has(sentence.tokens, 'write', 'send', 'tell', 'piece', 'text', 'speak', 'by') ||
    has(words(post).slice(0, 1), 'about');
  const isLinked = sentence.tokens.some(({ kind }) => kind === 'link');
  if (has([...pre, ...post], 'reader') && (isTold || (isLinked && has(words(label).slice(-2), 'reader'))))
    return { rule: 'letter', sure: true };
  if (!occasion.event && (has(leading(place), 'guest') || has(post.slice(0, 3), 'guest')))
    return { rule: 'interview', sure: true };
  if (!occasion.event && isReceived(place)) return { rule: 'interview', sure: true };
  if (occasion.numbered) return { rule: 'episode', sure: true };
  if (occasion.event || has(words(post).slice(0, 5), 'customer', 'errand', 'event')) return null;
  if (occasion.ofTrade && !isByline && !has([...pre, ...post.slice(0, 6)], 'with', 'ask', 'we', 'us', 'reader'))
    return null;
  const byline = bylineOf(place, occasion.mereTitle && !occasion.textual);
  if (byline) return byline;
  if (sendsText(post) || sendsText(after) || isSentText(place)) return { rule: 'letter', sure: true };
  const around = [...pre, ...post.slice(0, 6)];
  const isAsked =
    has(around, 'ask') && (has(around, 'we', 'us', 'our', 'you') || around.some(({ kind }) => kind === 'number'));
  if (has([...around, ...near], 'interview') || isAsked) return { rule: 'interview', sure: true };
  if (has(pre, 'talk') && isAfterWith(place)) return { rule: 'interview', sure: true };
  if (has(post.slice(0, 8), 'talk') && has(post.slice(0, 8), 'us')) return { rule: 'interview', sure: true };
  // "At the kitchen table of Anna Berg we talked about darning"
  if (has(pre, 'studio') && has(post, 'talk')) return { rule: 'interview', sure: true };
  // "Anna Berg, potter, tells us why"
  if (has(words(after).slice(0, 2), 'speak') && has(words(after).slice(1, 4), 'us'))
    return { rule: 'interview', sure: true };
  // "Eight questions went to Anna Berg", and not "ask Anna Berg"
  if (has(near, 'ask') && !words(label)[0]?.classes.has('ask')) return { rule: 'interview', sure: false };
  if (occasion.praise && openingQuotes.has(place.before?.opened ?? '')) return null;
  if (isQuoted(place) && !isCalled(place)) return { rule: 'interview', sure: true };
  if (segment.opened === '[' || (segment.opened === '/' && segment.closed === '/')) return null;
  if (occasion.ofTrade) return null;
  const signed = signatureOf(place, occasion.mereTitle && !occasion.textual);
  if (!signed && occasion.textual && isBeginning(place)) return { rule: 'signature', sure: false };
  return signed ? { ...signed, sure: occasion.textual } : 'nothing';
}

/** Tokens of what a series would repeat, at most. */
const longestFrame = 12;

/** What a series would repeat, and whether the name is presented. */
function framedBy(
  { segment, named, post, label }: Place,
  tokens: readonly Token[],
  { mereTitle, ofTalks }: Occasion,
): Frames {
  const [first, last] = [segment.tokens[named.from], segment.tokens[named.to]];
  const from = first ? tokens.indexOf(first) : 0;
  const to = last ? tokens.indexOf(last, from) : 0;
  // What stands far from the name and from the beginning is not looked at.
  const before =
    from > 2 * longestFrame
      ? [...tokens.slice(0, longestFrame), ...tokens.slice(from - longestFrame, from)]
      : tokens.slice(0, from);
  const behind = tokens.slice(to + 1, to + 1 + longestFrame);
  const number = numberBefore(before);
  return {
    frames: framesOf(before, behind),
    number,
    described: isDescribed(post) || has(words(label).slice(-1), 'person'),
    leads: !mereTitle || ofTalks || number !== null,
  };
}

/** "Anna Berg, buoy tender", "Anna Berg, who picks locks". */
const isDescribed = (post: readonly Token[]): boolean =>
  post[0]?.text === ',' && post[1]?.kind === 'word' && !has(post.slice(1, 6), ...otherRoles);

/** "Our founder's interview with the Chronicle", "Radio X asked us": the page's own people, elsewhere. */
function isAboutThemselves({ tokens }: Sentence): boolean {
  if (has(tokens, 'guest', 'reader')) return false;
  const told = has(tokens, 'interview', 'ask', 'talk', 'speak', 'press');
  if (!told) return false;
  if (has(tokens, 'our') && has(tokens, 'staff')) return true;
  return (
    tokens.some(
      (token, at) =>
        token.classes.has('us') &&
        !token.classes.has('interview') &&
        has(tokens.slice(Math.max(0, at - 3), at), 'ask', 'interview', 'speak', 'about'),
    ) && has(tokens, 'press', 'interview', 'company')
  );
}

/** How far back a guest may be called one: "guest of the “Deck”: Anna Berg". */
const guestReach = 8;

const leading = ({ sentence, segment, named }: Place): Token[] => {
  const start = segment.tokens[named.from]?.start ?? 0;
  return sentence.tokens.filter((token) => token.start < start).slice(-guestReach);
};

/** "In our studio: Anna Berg", "today we welcome Anna Berg"; not to the staff. */
function isReceived({ pre, post }: Place): boolean {
  if (has(post.slice(0, 6), 'staff', 'hire')) return false;
  if (has(words(pre).slice(1), 'studio')) return true;
  // "With us today: Anna Berg", "we have Anna Berg with us"
  if (isWithUs(words(pre).slice(-3)) || isWithUs(words(post).slice(0, 2))) return true;
  return has(words(pre).slice(-3), 'receive') && has(pre, 'we', 'us', 'our');
}

const isWithUs = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, at) => token.classes.has('with') && (token.classes.has('us') || tokens[at + 1]?.classes.has('us') === true),
  );

/** "Anna Berg here", "I am Anna Berg". */
function isPresent({ label, post }: Place): boolean {
  return has(words(label).slice(-3), 'here') || has(words(post).slice(0, 2), 'here');
}

function bylineOf(place: Place, isTitle: boolean): Told | null {
  const { label, post, after, segment } = place;
  const written = withoutTitle(words(label));
  const last = written.at(-1);
  const beforeLast = written.at(-2);
  const near = written.slice(-4);
  const isAtEnd = post.every(({ kind }) => kind === 'link' || kind === 'hashtag');
  const isFollowed = isAtEnd || [':', ',', '.'].includes(post[0]?.text ?? '');
  if (has(near.slice(-3), 'byline', 'author', 'writer')) return { rule: 'byline', sure: true };
  if (has(near.slice(-2), 'piece') && !has(near.slice(-1), 'about')) return { rule: 'byline', sure: true };
  if (has(near.slice(-3), 'piece') && last?.classes.has('by')) return { rule: 'byline', sure: true };
  if (post[0]?.text === ',' || isAtEnd) {
    // "(Anna Berg, for us)"
    if (has(words(post).slice(0, 4), 'byline') && segment.opened === '(') return { rule: 'byline', sure: true };
  }
  if (
    has(words(after).slice(0, 3), 'byline') ||
    has(words(post).slice(0, 3), 'byline') ||
    has(words(post).slice(0, 5), 'piece')
  )
    return { rule: 'byline', sure: true };
  // "A lock-keeper wrote this, Anna Berg"
  if (isFollowed && has(near, 'write') && !has(written, 'we', 'you', 'us')) return { rule: 'byline', sure: true };
  if (last?.classes.has('by') && isFollowed && !isTitle) {
    const mark = label.at(-2);
    if (!beforeLast || mark?.kind !== 'word') return { rule: 'byline', sure: true };
    // "This one is by Anna Berg"
    if (written.every(({ classes }) => classes.has('common') || classes.has('by')))
      return { rule: 'byline', sure: true };
    if (has([beforeLast], 'text', 'piece', 'write', 'tell', 'speak') || has(written.slice(-7), 'piece'))
      return { rule: 'byline', sure: true };
  }
  return null;
}

/** "Anna Berg, baker, sent us a text", "Anna Berg from Oldtown wrote to us". */
function sendsText(post: readonly Token[]): boolean {
  const behind = post.slice(0, 9);
  return has(behind, 'send', 'write', 'tell') && has(behind, 'us', 'text', 'piece');
}

/** "From Anna Berg of Oldtown came these lines", "we received from Anna Berg the text below". */
const isSentText = ({ label, post, sentence }: Place): boolean =>
  words(label).at(-1)?.classes.has('by') === true &&
  has(post.slice(0, 10), 'text', 'piece', 'length') &&
  has(sentence.tokens, 'send', 'receive', 'us');

function isAfterWith({ label, post }: Place): boolean {
  return has(words(label).slice(-3), 'with', 'talk') || has(words(post).slice(0, 2), 'about', 'with');
}

/** “I never finish on time”: Anna Berg on translating. */
const isQuoted = ({ segment, pre, post }: Place): boolean =>
  ['”', '»', '"', '“'].includes(segment.opened) &&
  words(pre).length <= 2 &&
  ([':', ','].includes(pre[0]?.text ?? '') || has(words(post).slice(0, 1), 'about', 'speak'));

/** “Arrived in two days”, said in what customers say. */
const isCalled = ({ sentence, segment, named }: Place): boolean => {
  const start = segment.tokens[named.from]?.start ?? 0;
  return has(
    unquoted([sentence]).filter((token) => token.start < start),
    ...otherRoles,
  );
};

/** "Retired miner Anna Berg went back. Her report: https://…" */
const isBeginning = ({ sentence, pre, label, post }: Place): boolean =>
  sentence.tokens[0] === (pre[0] ?? sentence.tokens[0]) &&
  isJob(label) &&
  post[0]?.kind === 'word' &&
  !has(words(post).slice(0, 5), ...otherRoles);

/** Words from which on something quoted is no title. */
const shortestSaying = 4;

/** A name that stands where authors stand: alone before or behind a title, or before a colon. */
function signatureOf(place: Place, isTitle: boolean): Told | null {
  const { segment, before, sentence, pre, post, after, label } = place;
  const weak: Told = { rule: 'signature', sure: false };
  const rest = words(post);
  const lead = words(label);
  if (has(rest.slice(0, 3), ...otherRoles)) return null;
  const isAlone =
    words(pre).length === 0 && post.filter(({ kind }) => kind === 'word' || kind === 'number').length === 0;
  // “The sea cures everything” Isak Dinesen: a saying, unless it leads to a text.
  const isSaid =
    before !== undefined &&
    openingQuotes.has(before.opened) &&
    before === sentence.segments[0] &&
    words(before.tokens).length >= shortestSaying &&
    !sentence.tokens.some(({ kind }) => kind === 'link');
  if (isAlone && !isTitle && (before || segment.closed !== '')) return isSaid || isCalled(place) ? null : weak;
  // "Anna Berg: a letter", "Anna Berg, potter: “…”"
  const colon = post.slice(0, 6).findIndex(({ text }) => text === ':');
  const isTitled = words(post.slice(colon + 1)).length > 0 || openingQuotes.has(segment.closed);
  const isOfSomebody = !isTitle || colon > 0 || lead.length > 0;
  if (lead.length <= 4 && colon >= 0 && isTitled && isOfSomebody) return weak;
  // "What I learned: Anna Berg, potter" – with a job, a link or a title; a name alone may stand for anything.
  const hasMore =
    post[0]?.text === ',' || sentence.tokens.some(({ kind }) => kind === 'link') || sentence.segments.length > 1;
  if (label.at(-1)?.text === ':' && lead.length <= 4 && hasMore) return weak;
  // "Teacher Anna Berg on clay", "Anna Berg, potter from the coast, remembers"
  const isLed = words(pre).length <= 5;
  if (isLed && has(rest.slice(0, words(pre).length === 0 ? 3 : 1), 'speak')) return weak;
  if (isLed && has(words(after).slice(0, 2), 'speak')) return weak;
  // Verbs that come last: "Anna Berg kilden neler yaptığını anlatıyor"
  if (words(pre).length === 0 && has(rest.slice(-1), 'speak')) return weak;
  if (isLed && (isJob(label) || lead.length === 0) && has(words(after).slice(0, 1), 'about')) return weak;
  if (isLed && has(lead.slice(-2), 'speak')) return weak;
  // "The salt question, Anna Berg https://…"
  const isLinked = sentence.tokens.some(({ kind }) => kind === 'link');
  if (pre.at(-1)?.text === ',' && words(pre).length > 1 && rest.length === 0 && isLinked) return weak;
  // "This week's essay is from the desk of Anna Berg."
  const isOfPiece = has(pre, 'piece', 'byline') && !has(lead.slice(-2), 'about') && !has(pre, ...otherRoles, 'staff');
  return isOfPiece ? weak : null;
}
