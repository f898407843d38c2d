// Numbers of people as pages show them, in the languages of those pages.

/**
 * The number of subscribers that a text shows, as `1,2 тыс.`, `12.5K followers`, `1 234 567`, `12,34,567`, `1.2 lakh` or
 * `3万`. Null where there is none, where it can be read in two ways (`1,234K`, `12B`), and where different numbers stand in
 * it of which none is beside a word for subscribers.
 */
export function countIn(text: string): number | null {
  return subscribersIn(text) ?? theOne(chunksOf(text).flatMap(numbersIn));
}

/**
 * The number beside a word for followers, subscribers or members in a longer text: 15,000 in `Public page · 12K likes ·
 * 15K followers`, 45 in `45 members · 3 online`. Followers go before members. Parts of the text that a reader sees apart
 * belong on lines of their own. Likes alone are no subscribers: see `likesIn`.
 */
export const subscribersIn = (text: string): number | null =>
  countBeside(text, followers()) ?? countBeside(text, members());

/** The number beside a word for those who like a page. */
export const likesIn = (text: string): number | null => countBeside(text, likes());

// ------------------------------------------------------------------ numbers

interface Count {
  /** Null where it can be read in two ways that differ. */
  value: number | null;
  /** By how much a shortened number may differ from the one it stands for. */
  slack: number;
  start: number;
  end: number;
}

const number =
  // oxlint-disable-next-line regexp/no-super-linear-move -- the last alternative takes all digits, and then ends
  /(?<whole>\d{1,3}(?:(?<by>[ .,'’])\d{3})(?:\k<by>\d{3})*|\d{1,2}(?:,\d{2}){1,6},\d{3}|\d+)(?:(?<point>[.,])(?<fraction>\d+))?(?!\d)/gu;
/** What stands before a digit that belongs to a name, a price, a date, a range or an address, and after it. */
const attachedBefore = /(?:[\p{L}\p{M}\d_@#№$€£¥₹₽/\\+−–-]|\d[.,:'’])$/u;
const attachedAfter = /^(?:[.,:/\\'’–−-]\d|[./\\_@-]\p{L}| ?[%‰°$€£¥₹₽★☆⭐]| [–−-] ?\d)/u;
/** Scripts that put no blanks between words. */
const unspaced = String.raw`[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}ー]`;
const unspacedBefore = new RegExp(`${unspaced}$`, 'u');
const unspacedAfter = new RegExp(`^${unspaced}`, 'u');

function numbersIn(chunk: string): Count[] {
  const found: Count[] = [];
  for (const match of chunk.matchAll(number)) {
    const { index: start, 0: shown } = match;
    const { whole = '', by = '', point = '', fraction = '' } = match.groups ?? {};
    const before = chunk.slice(Math.max(0, start - 4), start);
    const after = head(chunk, start + shown.length);
    if ((attachedBefore.test(before) && !unspacedBefore.test(before)) || attachedAfter.test(after)) continue;
    const digits = whole.replaceAll(/\D/g, '');
    const end = start + shown.length;
    const short = shortening(after, point);
    if (short === null) {
      // Tables write whole numbers as 12345.0; there are no other parts of a subscriber.
      if (/[^0]/.test(fraction) || (point !== '' && point === by) || isName(after)) continue;
      found.push({ value: Number(digits), slack: 0, start, end });
    } else {
      // Nothing in `1,234K` tells whether it is 1,234 or 1,234,000.
      const isSure = !/[.,]/.test(by + point) || /^\d{1,2}$/.test(fraction);
      const factor = isSure ? short.factor : null;
      const value = factor === null ? null : Math.round(Number(`${digits}.${fraction}`) * factor);
      found.push({ value, slack: (factor ?? 0) / 10 ** fraction.length, start, end: end + short.length });
    }
    joinLast(found, chunk);
  }
  return found;
}

/** `100roses` and `3D` are names; `12人` and `45members` are not. */
const isName = (after: string): boolean =>
  /^[\p{L}\p{M}]/u.test(after) && !unspacedAfter.test(after) && !people().starts.test(after);

/** `1万2345` and `1만 2,345` are one number in two parts. */
function joinLast(found: Count[], chunk: string): void {
  const [high, low] = found.slice(-2);
  if (!high || !low || high.value === null || low.value === null || low.value >= high.slack) return;
  if (!/[万萬만億亿억]/.test(chunk[high.end - 1] ?? '') || !/^ ?$/.test(chunk.slice(high.end, low.start))) return;
  found.splice(-2, 2, { ...low, value: high.value + low.value, start: high.start });
}

// Languages as Unicode's CLDR abbreviates them, 2026-11, and as people write the words out.
const factors: [RegExp, number][] = [
  [
    /^(?:k|к|t|т|тыс|тысяч\p{L}*|тис|тисяч\p{L}*|хил|хиляди|хиљ|хиљад\p{L}|илј|илјади|tsd|tausend|thousand|tys|tysi[ąę]c\p{L}*|tis|tis[íuo][cćč]\p{L}*|hilj|hiljad\p{L}|mila|mille|milliers?|milers?|mii|mie|mijë|χιλ|χιλιάδες|χιλιάδα|bin|ming|мың|tn|tusen|tusind|duizend|tuhatta|tuhat|tuh|tūkst\p{L}*|ezer|rb|ribu|nghìn|ngàn|þúsund|þ|ألف|آلاف|الف|هزار|אלף|אלפים|हज़ार|হা|হাজার|ათ|ათასი|հզր|հազար)$/u,
    1e3,
  ],
  [/^(?:lakhs?|la[ck]s?|लाख|লা|লাখ)$/u, 1e5],
  [
    /^(?:m|млн|мил|миллион\p{L}*|мільй?ён\p{L}*|мільйон\p{L}*|милион\p{L}*|mln|mio|mill|milj|mn|mi|mil[lijhy]*[oóõãu]\p{L}*|εκ|εκατ|εκατομμύρι\p{L}+|jt|juta|tr|triệu|مليون|ملايين|میلیون|מיליון|მლნ|მილიონი|մլն|միլիոն)$/u,
    1e6,
  ],
  [/^(?:crores?|cr|करोड़|क|কো|কোটি)$/u, 1e7],
  [/^(?:млрд|миллиард\p{L}*|мільярд\p{L}*|mrd|mld|bn|billion|mil[lij]*ard\p{L}*|milyar)$/u, 1e9],
];
const signFactors = {
  千: 1e3,
  천: 1e3,
  พัน: 1e3,
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  หมื่น: 1e4,
  แสน: 1e5,
  ล้าน: 1e6,
  億: 1e8,
  亿: 1e8,
  억: 1e8,
};
const signs = new Map(Object.entries(signFactors));
const sign = new RegExp(`^ ?(${[...signs.keys()].join('|')})`, 'u');

/** Letters that shorten a number only in this case, and with or without a blank before them. */
const strictLetters = new Map([
  ['e', { shown: /^ E/, factor: 1e3 }],
  ['n', { shown: /^ N/, factor: 1e3 }],
  ['l', { shown: /^L/, factor: 1e5 }],
  ['j', { shown: /^J/, factor: 1e6 }],
]);

/** What the text behind a number multiplies it with, null where that is not sure; null as a whole where it does not. */
function shortening(after: string, point: string): { factor: number | null; length: number } | null {
  const [sightly, character = ''] = sign.exec(after) ?? [];
  if (sightly !== undefined) return { factor: signs.get(character) ?? null, length: sightly.length };
  const [shown = '', blank = '', letters = '', dot = ''] =
    /^( ?)(?:de (?=mi))?([\p{L}\p{M}]+)(?![-'’]\p{L})([.॰]?)/u.exec(after) ?? [];
  const word = letters.toLowerCase();
  const next = after.slice(shown.length).trimStart().toLowerCase();
  const length = shown.length;
  const strict = strictLetters.get(word);
  if (strict) return strict.shown.test(shown) ? { factor: strict.factor, length } : null;
  if (word === 'b') return { factor: shortB(blank, point, next), length };
  // Spanish and Portuguese write thousands as a word, the Czech, Croats and Romanians shorten millions to `mil.`.
  if (word === 'mil') return { factor: next.startsWith('mil') ? null : dot === '' ? 1e3 : 1e6, length };
  if (word === 'mi' && next.startsWith('piace')) return null;
  const factor = factors.find(([form]) => form.test(word))?.[1];
  if (factor !== undefined) return { factor, length };
  // Minutes or an Azerbaijani thousand, a Kazakh thousand or a Macedonian million, an abbreviation nobody knows.
  return /^(?:min|м)$/.test(word) || dot !== '' ? { factor: null, length } : null;
}

/** A thousand in Turkish, `1,2 B`; an English billion, `1.2B`. */
function shortB(blank: string, point: string, next: string): number | null {
  if (blank !== '' || point === ',' || /^(?:takip|abone|üye|kişi|beğen)/.test(next)) return 1e3;
  return point === '.' ? 1e9 : null;
}

/** The number that all of these stand for, the most exact one; null where there is none or they differ. */
function theOne(numbers: Count[]): number | null {
  const [best] = numbers.toSorted((one, other) => one.slack - other.slack);
  if (!best || best.value === null) return null;
  const { value } = best;
  return numbers.every((each) => each.value !== null && Math.abs(each.value - value) <= each.slack) ? value : null;
}

// ------------------------------------------------------------------ words

/** Words for those who are counted, ready to be looked for beside a number. */
interface Words {
  /** At the start of what follows a number. */
  starts: RegExp;
  /** At the end of what goes before a number. */
  ends: RegExp;
  /** Alone. */
  alone: RegExp;
}

const followers = listed(
  String.raw`followers? subscribers? фолл?овер\p{L}* подпис(?:чи\p{L}+|ан[аоы]?) читател\p{L}+ отслеживающ\p{L}+ підписни\p{L}+ підписан[іо]
  читач\p{L}* падпісчы\p{L}+ абонат\p{L}* последовател\p{L}+ пратил\p{L}+ people_follow(?:_this)?
  follower[\p{L}:*]* abonnent[\p{L}:*]* abonné[\p{L}()]* suiv(?:ent|eurs?) seguid(?:or|ors|ores|ora|oras) suscriptor\p{L}*
  subscriptors? seguaci inscri(?:to|tos|ção) iscritt[io] assinantes? subscritor\p{L}* abbonati obserwując(?:y|ych|ymi)
  obserwator\p{L}* subskryben\p{L}+ ακόλουθο[ιςυ]? ακολούθ(?:ων|ους) συνδρομητ\p{L}+ εγγεγραμμέν\p{L}+
  takipçi\p{L}* abone(?:si|ler)? volgers? abonnees? följare prenumerant\p{L}* følgere abonnenter sleduj[íe]c\p{L}*
  sledovatel\p{L}* odb[ěe]rate[lľ]\p{L}* követő\p{L}* feliratkozó\p{L}* urmăritor\p{L}* abona[țt]i pratitel\p{L}* pratilac\p{L}*
  seuraaja\p{L}* tilaaja\p{L}* jälgija\p{L}* sekėj\p{L}+ sekotāj\p{L}* pengikut`,
  String.raw`フォロワー 登録者 粉丝 粉絲 关注者 關注者 追蹤者 订阅者 訂閱者 팔로워 구독자 ผู้ติดตาม متابع مشترك دنبال.?کننده עוקב फ़ॉलोअर फॉलोअर सब्सक्राइबर
  người_theo_dõi người_đăng_ký`,
);
const members = listed(
  String.raw`members? участни\p{L}+ учасни\p{L}+ удзельні\p{L}+ член(?:ове|а|ова)? mitglied\p{L}* membres? miembros? membros? membri(?:lor)?
  członk\p{L}+ członek μέλ(?:η|ος|ών) üye(?:si|ler)? lid leden medlem\p{L}* člen\p{L}* csoporttag\p{L}* članov[ai] člana jäsen\p{L}*
  liige\p{L}* nari\p{L}+ dalībniek\p{L}* anggota ahli`,
  String.raw`メンバー 成员 成員 멤버 회원 สมาชิก عضو أعضاء اعضا חבר सदस्य thành_viên`,
);
const likes = listed(
  String.raw`likes? people_like(?:_this)? лайк\p{L}* нравится вподоба\p{L}+ отмет\p{L}*_«?нравится gefällt j['’]aime
  mentions_j['’]aime me_gusta curtid\p{L}+ gostos? mi_piace polubi\p{L}+ lubi μου_αρέσει beğen\p{L}* vind-ik-leuks? gillar`,
  String.raw`いいね 赞 讚 좋아요 إعجاب`,
);
const people = compiled(() => [followers, members, likes].map((words) => words().alone.source).join('|'));

/** @param spaced words that end where their letters end @param others words of which more letters may follow */
function listed(spaced: string, others: string): () => Words {
  return compiled(() => String.raw`(?<![\p{L}\p{M}])(?:${either(spaced)})(?![\p{L}\p{M}])|(?:${either(others)})`);
}

function either(words: string): string {
  return words.normalize('NFKC').trim().split(/\s+/).join('|').replaceAll('_', ' ');
}

/** Compiled when they are first looked for, which takes some milliseconds. */
function compiled(source: () => string): () => Words {
  let known: Words | null = null;
  return () => (known ??= wordsOf(source()));
}

function wordsOf(words: string): Words {
  const filler = String.raw`(?:de|d['’]|di|ai|total|active|people|others?|человека?|чел\.?|людей|людини|personas?|pessoas?|personnes?|persone|osób|osoby|osoba|άτομα|kişi|personen|人|位|名|명|个|個|の)`;
  const quotes = String.raw`[\s"'«»„“”]*`;
  return {
    starts: new RegExp(String.raw`^\+?${quotes}(?:${filler}[\s.]*){0,2}${quotes}(?:${words})`, 'iu'),
    ends: new RegExp(String.raw`(?:${words})[^\p{L}\d]*$`, 'iu'),
    alone: new RegExp(words, 'iu'),
  };
}

function countBeside(text: string, words: Words): number | null {
  const chunks = chunksOf(text);
  const within = chunks.flatMap((chunk) => besideWithin(chunk, words));
  return theOne(within.length > 0 ? within : besideAcross(chunks, words));
}

/** The numbers of a chunk that count these words: `12 followers 3 following`, or `Followers 12 Following 3`. */
function besideWithin(chunk: string, { starts, ends }: Words): Count[] {
  const numbers = numbersIn(chunk);
  return chosen({
    before: numbers.filter(({ end }) => starts.test(head(chunk, end))),
    after: numbers.filter(({ start }) => ends.test(tail(chunk, start))),
    isFirst: numbers.some(({ start }) => start === 0),
    isLast: numbers.some(({ end }) => end === chunk.length),
  });
}

/** A number that has a chunk of its own counts what the next chunk says, or the one before. */
function besideAcross(chunks: string[], { starts, ends }: Words): Count[] {
  const numbers = chunks.flatMap((chunk, at) => {
    const [only, ...more] = numbersIn(chunk);
    return only && more.length === 0 && only.start === 0 && only.end === chunk.length ? [{ ...only, at }] : [];
  });
  return chosen({
    before: numbers.filter(({ at }) => starts.test(head(chunks[at + 1] ?? '', 0))),
    after: numbers.filter(({ at }) => ends.test(tail(chunks[at - 1] ?? '', Infinity))),
    isFirst: numbers.some(({ at }) => at === 0),
    isLast: numbers.some(({ at }) => at === chunks.length - 1),
  });
}

/**
 * Numbers that stand before their word and numbers that stand after it. Where a text can be read in both ways, the words
 * follow where a number comes first, and go before where a number comes last.
 */
function chosen(read: { before: Count[]; after: Count[]; isFirst: boolean; isLast: boolean }): Count[] {
  const { before, after, isFirst, isLast } = read;
  if (before.length === 0 || after.length === 0 || isFirst === isLast) return [...before, ...after];
  return isFirst ? before : after;
}

// ------------------------------------------------------------------ text

/** Characters of a text that are read: far more than any line that shows a count. */
const maxLength = 20_000;

/** How far from a number the words beside it are looked for, in characters, so that time grows with the text alone. */
const beside = 200;

/** What stands before `end` and behind the last digit there: no word for people holds one. */
function tail(chunk: string, end: number): string {
  const stop = Math.min(end, chunk.length);
  let start = stop;
  while (start > 0 && stop - start < beside && !/\d/.test(chunk[start - 1] ?? '')) start -= 1;
  return chunk.slice(start, stop);
}

const head = (chunk: string, start: number): string => chunk.slice(start, start + beside);

const zeros = ['٠', '۰', '०', '০', '๐'].map((zero) => zero.codePointAt(0) ?? 0);

/** The parts that a reader sees apart, in one spelling: digits are 0-9, blanks are spaces, marks of direction are gone. */
function chunksOf(text: string): string[] {
  return text
    .slice(0, maxLength)
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[٠-٩۰-۹०-९০-৯๐-๙]/g, westernDigit)
    .replaceAll('٬', ',')
    .replaceAll('٫', '.')
    .replaceAll(/[^\S\n\r\u2028\u2029]+/g, ' ')
    .split(/[\n\r\u2028\u2029·•∙⋅・|;()[\]—、。]|, | - | – /)
    .map((chunk) => chunk.trim())
    .filter(Boolean);
}

function westernDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  return String(code - (zeros.find((zero) => code >= zero && code < zero + 10) ?? code));
}
