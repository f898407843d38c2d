import {
  type Tokens,
  hasPair,
  isErrand,
  isGuestNear,
  isOf,
  isOfNobody,
  isQuestion,
  meansNothing,
  positionsOf,
  works,
} from './meanings.ts';
import { has } from './tokens.ts';

/** A sentence that may invite, with what follows it: an invitation often takes two. */
interface Saying {
  tokens: Tokens;
  next: Tokens;
  both: Tokens;
  asks: boolean;
  /** It or what follows says where to send: to us, an address, a handle. */
  reached: boolean;
}

/** Whether a sentence asks others for texts, or to be guests. */
export function invites(tokens: Tokens, next: Tokens): boolean {
  if ((isErrand(tokens) && !isPublished([...tokens, ...next])) || isVacancy(tokens) || has(tokens, 'win')) return false;
  if (has(tokens, 'need') && isVacancy(next)) return false;
  if (has(tokens, 'customer') && !hasPair(tokens, ['send'], works)) return false;
  if (has(tokens, 'goods') && !has(tokens, 'piece', 'author', 'guest')) return false;
  const both = [...tokens, ...next];
  const saying = {
    tokens,
    next,
    both,
    asks: isQuestion(tokens),
    reached: has(both, 'us') || isOf(both, 'mail', 'handle'),
  };
  return invitations.some((isSaid) => isSaid(saying));
}

/** What is handed in to be printed with a name is no errand: "send your report, we run it under your name". */
const isPublished = (tokens: Tokens): boolean => has(tokens, 'publish') && has(tokens, 'sign');

/** The ways to invite: who gives, what is given, what is done with it. */
const invitations: readonly ((saying: Saying) => boolean)[] = [
  // "Send us your story", "poems by the end of May, please"
  ({ tokens }) => hasPair(tokens, ['send'], ['piece']),
  ({ tokens }) => hasPair(tokens, ['send'], ['text']) && isAddressed(tokens),
  // "Essays, tales, notes: desk@page.example", "For submissions: @desk"
  ({ tokens }) =>
    tokens.length <= 14 && isOf(tokens, 'mail') && has(tokens, ...works, 'pitch', 'tell') && !has(tokens, 'sell'),
  // "Drafts by the first of May to desk@page.example"
  ({ tokens }) => isOf(tokens, 'mail') && hasPair(tokens, works, ['month'], 6),
  // "Unpublished, up to two thousand words"
  ({ tokens, both }) => has(tokens, 'rules') && isMeasured(tokens) && has(both, ...works),
  ({ tokens }) => isSignpost(tokens),
  ({ tokens }) => isBid(tokens),
  // "Publish with us"
  ({ tokens }) =>
    tokens.length <= 6 &&
    has(tokens, 'publish') &&
    has(tokens, 'us') &&
    !has(tokens, 'piece', 'text') &&
    tokens.every(({ classes }) => !classes.has('we') || classes.has('us')),
  // "Made of what you send", "letters, notes: we print everything"
  ({ tokens, both }) => has(tokens, 'what') && has(tokens, 'send') && has(both, 'you', 'us', 'sign'),
  // "Who tells us about the swifts? 500 words, a picture if you like"
  ({ tokens, both, asks }) => isMeasured(both) && (asks ? has(tokens, 'you', 'what', 'us', 'tell') : has(both, 'you')),
  ({ tokens }) =>
    hasPair(tokens, ['publish'], ['only', 'what']) && has(tokens, 'text', 'piece') && !has(tokens, 'ourselves'),
  // "We print what you send", "write to us, and we publish it", "tag us, and we share the best"
  ({ tokens }) =>
    hasPair(tokens, ['publish'], ['send', 'write', 'pitch', 'tell', 'tag']) && has(tokens, 'us', 'you', 'what'),
  ({ tokens }) =>
    has(tokens, 'publish') && has(tokens, 'reader', 'you', 'outside', 'anyone') && has(tokens, 'text', 'piece'),
  ({ tokens, both }) =>
    has(tokens, 'publish') && has(tokens, 'author', 'person', 'reader', 'what') && has(both, 'rules'),
  // "Texts from outside are read"
  ({ tokens }) => hasPair(tokens, ['text', 'piece'], ['outside'], 2) && has(tokens, 'accept', 'publish'),
  // "Then write an article for us"
  ({ tokens }) =>
    tokens.length <= 12 &&
    hasPair(tokens, ['write'], ['piece'], 5) &&
    hasPair(tokens, ['us'], ['write', 'piece'], 5) &&
    isOfNobody(tokens.slice(1)) &&
    !has(tokens, 'we', 'our', 'staff', 'press', 'customer'),
  // "Write with us", "texts to the desk, please"
  ({ tokens }) =>
    tokens.length <= 5 && hasPair(tokens, ['write'], ['us'], 2) && has(tokens, 'with') && isOfNobody(tokens),
  ({ tokens }) =>
    tokens.length <= 7 &&
    works.some((work) => tokens[0]?.classes.has(work)) &&
    hasPair(tokens, works, ['us'], 3) &&
    isOfNobody(tokens) &&
    !has(tokens, 'we', 'our', 'about', 'by', 'press', 'here'),
  // "Dare to write with us"
  ({ tokens }) => tokens.length <= 9 && wantsToWrite(tokens) && has(tokens, 'us'),
  // "The next column is yours", "the next story could carry your name"
  ({ tokens }) => hasPair(tokens, ['sign'], ['piece', 'text'], 4),
  ({ tokens }) =>
    hasPair(tokens, ['other'], ['piece', 'text'], 2) && has(tokens, 'you', 'sign') && !has(tokens, 'consume'),
  // "Our pages are open to all who sew"
  ({ tokens }) => hasPair(tokens, ['venue'], ['open'], 4) && has(tokens, 'we', 'our', 'you') && !has(tokens, 'event'),
  // "Storytellers, get in touch", "somebody wanted who writes about glaze", "we gladly print beginners"
  ({ tokens }) => hasPair(tokens, ['author'], ['send']) && isOfNobody(tokens) && !has(tokens, 'our'),
  ({ tokens }) => isSought(tokens),
  ({ tokens }) => hasPair(tokens, ['publish'], ['author'], 4) && isOfNobody(tokens) && !has(tokens, 'our', 'ourselves'),
  // "Your name could stand here"
  ({ tokens, both }) =>
    hasPair(tokens, ['you'], ['sign'], 3) && (has(tokens, 'publish', 'want') || has(both, 'here', 'us')),
  // "Authors wanted", "open to people who write"
  ({ tokens }) => hasPair(tokens, ['author'], ['need', 'receive', 'become', 'call'], 6),
  ({ tokens }) => hasPair(tokens, ['author', 'write'], ['open'], 5) && has(tokens, 'we', 'our', 'us', 'author'),
  ({ tokens }) => tokens.length <= 4 && hasPair(tokens, ['write'], ['receive'], 2),
  // "Essays wanted for May", "we take articles"
  ({ tokens, both }) =>
    hasPair(tokens, ['text', 'piece'], ['need']) &&
    (has(both, 'month', 'rules', 'we', 'us', 'our', 'you') || isOf(both, 'number')),
  ({ tokens }) => hasPair(tokens, ['receive'], ['piece', 'text', 'pitch'], 4),
  ({ tokens }) => hasPair(tokens, ['open'], ['pitch', 'call'], 4),
  ({ tokens }) => hasPair(tokens, ['call'], ['piece', 'text', 'author'], 5),
  ({ tokens }) => isGuestNear(tokens) && hasPair(tokens, ['guest'], ['open', 'need', 'become', 'pitch', 'receive']),
  ({ tokens }) => hasPair(tokens, ['pitch'], ['text', 'piece', 'author', 'guest', 'us']),
  ({ tokens }) => hasPair(tokens, ['rules'], ['text', 'piece', 'author', 'pitch']),
  // "Tell us your story"
  ({ tokens, both }) => hasPair(tokens, ['tell'], ['text', 'piece']) && has(both, 'us', 'publish', 'reader'),
  // "Beekeepers write here, you could, too", "a reader's article every Monday; the next could be yours"
  ({ tokens }) =>
    hasPair(tokens, ['here'], ['write'], 4) && has(tokens, 'you', 'outside') && !has(tokens, 'ourselves', 'staff'),
  ({ tokens, both }) => hasPair(tokens, ['reader'], ['piece'], 3) && has(both, 'sign'),
  // "If you would like to contribute: https://…", "suggestions for interviews"
  ({ tokens }) => tokens.length <= 12 && hasPair(tokens, ['want'], ['write']) && isOf(tokens, 'link', 'mail', 'handle'),
  ({ tokens }) => hasPair(tokens, ['pitch'], ['interview'], 4),
  // "Guest articles: desk@page.example"
  ({ tokens }) =>
    tokens.length <= 14 && isGuestNear(tokens) && isOf(tokens, 'link', 'mail', 'handle') && isOfNobody(tokens),
  // "Our readers write", "your stories make this page"
  ({ tokens, asks }) => hasPair(tokens, ['reader'], ['write']) && !asks,
  ({ tokens, both }) =>
    hasPair(tokens, ['you'], ['piece', 'text'], 3) &&
    has(both, 'send', 'tell', 'publish', 'pitch', 'receive', 'need', 'write'),
  ({ tokens, both }) =>
    hasPair(tokens, ['piece'], ['want']) &&
    has(tokens, 'you', 'us') &&
    (has(both, 'month', 'rules') || isOf(both, 'number')),
  // "Be a guest on our show", "whom shall we talk to? Name somebody"
  ({ tokens, asks, reached }) =>
    has(tokens, 'guest') &&
    (asks || hasPair(tokens, ['guest'], ['become', 'want', 'need'])) &&
    (reached || has(tokens, 'episode', 'interview')),
  ({ tokens, next, both, asks }) =>
    asks && hasPair(tokens, ['want'], ['guest', 'episode']) && (has(next, 'errand') || isOf(both, 'link')),
  ({ tokens, both, reached }) => hasPair(tokens, ['become'], ['episode']) && (reached || has(both, 'you', 'tell')),
  ({ tokens, next, both, asks }) =>
    asks &&
    has(tokens, 'interview', 'talk', 'guest') &&
    (has([...tokens, ...next.slice(0, 6)], 'pitch') || (has(tokens, 'want') && isOf(both, 'link', 'mail', 'handle'))),
  // "We would love a page from you about how it went"
  ({ tokens }) =>
    hasPair(tokens, ['venue', 'text', 'piece'], ['you', 'sign'], 3) &&
    has(tokens, 'want', 'hear') &&
    has(tokens, 'we', 'us', 'our') &&
    !has(tokens, 'consume', 'react', 'released', 'goods', 'customer'),
  // "Write up the steps and send them in", "describe it for us, and it goes on the first page"
  ({ tokens }) =>
    isWrittenAndSent(tokens) &&
    has(tokens, 'us', 'venue', 'publish') &&
    !has(tokens, 'contact', 'goods', 'react', 'company'),
  // "Villagers' news and pictures: post@page.example"
  ({ tokens }) =>
    tokens.length <= 14 &&
    isOf(tokens, 'mail', 'handle') &&
    hasPair(tokens, ['reader'], ['text', 'piece'], 6) &&
    !has(tokens, 'sell', 'ask', 'react'),
  // "Who reviews two books a month for us?"
  ({ tokens, asks }) =>
    asks &&
    has(tokens.slice(0, 3), 'what') &&
    tokens.some(({ classes }) => classes.has('byline') && classes.has('us')) &&
    !has(tokens, 'ask', 'interview', 'press'),
  // "If you have something to share, write to the editor: @editor"
  ({ tokens }) =>
    isOf(tokens, 'mail', 'handle') &&
    hasPair(tokens, ['want', 'what'], ['tell', 'publish'], 8) &&
    hasPair(tokens, ['tell', 'publish'], ['send', 'us', 'write', 'pitch'], 14) &&
    has(tokens, 'you', 'want') &&
    !has(tokens, 'contact', 'goods', 'react', 'company', 'ask'),
  (saying) => saying.asks && !isErrand(saying.next.slice(0, nearby)) && isAsked(saying),
];

/** Tokens behind a question in which its answer is asked for. */
const nearby = 10;

/** "If you want to write", and not "write to us if you want a jar". */
export const wantsToWrite = (tokens: Tokens): boolean =>
  positionsOf(tokens, ['write']).some((at) => {
    const before = tokens.slice(Math.max(0, at - 4), at);
    return (
      has(tokens.slice(at + 1, at + 2), 'want') ||
      (has(before, 'want') && !has(before.slice(before.findLastIndex(({ classes }) => classes.has('want'))), 'us'))
    );
  });

/** "Write it up and send it": two things to do, and not "write to us". */
const isWrittenAndSent = (tokens: Tokens): boolean =>
  tokens.some(
    ({ classes }, at) =>
      (classes.has('write') || classes.has('tell')) &&
      !classes.has('send') &&
      tokens
        .slice(at + 1, at + 1 + nearby)
        .some(
          (other) =>
            (other.classes.has('send') || other.classes.has('pitch')) &&
            !other.classes.has('write') &&
            !other.classes.has('us'),
        ),
  );

/** "Eight hundred words": a text is asked for. */
const isMeasured = (tokens: Tokens): boolean =>
  tokens.some(
    (token, at) =>
      token.classes.has('length') &&
      tokens.slice(Math.max(0, at - 2), at).some(({ kind, classes }) => kind === 'number' || classes.has('count')),
  );

const isAddressed = (tokens: Tokens): boolean =>
  has(tokens, 'us', 'you', 'staff') || isOf(tokens, 'mail', 'link', 'handle');

/** What is sent with an application: a vacancy is no place for texts, even where it is one for writers. */
const isVacancy = (tokens: Tokens): boolean =>
  tokens.some((token, at) => token.classes.has('hire') && !isTopic(tokens.slice(0, at)));

/** What is before a word tells that it is what a text is about: "essays on hiring". */
const isTopic = (before: Tokens): boolean => has(before.slice(-3), 'about') && has(before, 'piece', 'text');

/** "Wanted: somebody who writes about glaze." */
const isSought = (tokens: Tokens): boolean => {
  const [need = Infinity] = positionsOf(tokens, ['need']);
  const after = tokens.slice(need + 1, need + 9);
  return has(after, 'write', 'tell') && has(after, 'person', 'author', 'anyone', 'what');
};

/** "Guest authors, this way: https://…": a few words, no names, and where to turn to. */
function isSignpost(tokens: Tokens): boolean {
  const said = tokens.filter(({ kind }) => kind === 'word');
  const unknown = said.slice(1).filter(meansNothing);
  return (
    said.length <= 7 &&
    unknown.length <= 1 &&
    unknown.every(({ capital }) => !capital) &&
    isOf(tokens.slice(-2), 'mail', 'link', 'handle') &&
    !has(tokens, 'sell', 'event', 'credit', 'contact', 'press', 'by') &&
    (isGuestNear(tokens) || has(tokens, 'author', 'pitch'))
  );
}

/** "Write for us!" – and not "Anna Berg writes for us". */
const isBid = (tokens: Tokens): boolean =>
  tokens.length <= 8 &&
  tokens.slice(1).every(({ capital }) => !capital) &&
  has(tokens.slice(0, 4), 'write') &&
  tokens.some(({ classes }) => classes.has('byline') && classes.has('us'));

/** "Who wants to write?", "Got a story? Tell us.", "Something to say? Our inbox is open." */
function isAsked({ tokens, next, both, reached }: Saying): boolean {
  if (has(tokens, 'write') && (has(tokens, 'want', 'anyone', 'what', 'you') || has(next, 'send', 'us', 'publish')))
    return true;
  if (has(tokens, 'write', 'tell') && has(tokens, 'you', 'piece', 'about') && isOf(both, 'link')) return true;
  if (hasPair(tokens, ['tell'], ['what']) && (isOf(both, 'mail', 'handle') || has(next, 'send', 'us'))) return true;
  if (hasPair(tokens, ['want', 'need'], ['publish']) && (has(both, 'rules', 'send') || isOf(both, 'link', 'mail')))
    return true;
  // "Know something of wax? Write it up, and we post it", "want to be shown here? Write to us"
  if (has(next, 'publish') && has(next, 'write', 'tell', 'send')) return true;
  if (has(tokens, 'want') && has(tokens, 'you') && has(tokens, 'tell', 'publish') && has(next, 'us', 'send'))
    return true;
  // "Would you read your piece on our programme?"
  if (hasPair(tokens, ['you'], ['piece', 'text'], 2) && has(tokens, 'our', 'us', 'we')) return true;
  const isLinked = has(tokens, 'you', 'want') && isOf(both, 'link');
  return (
    has(tokens, 'piece', 'text') &&
    (reached || isLinked || has(next, 'send', 'tell', 'publish', 'rules', 'pitch', 'receive', 'open'))
  );
}
