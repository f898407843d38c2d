import type { Topic } from '../topic/topic.ts';
import type { AuthorPage } from '../types/author-page.ts';
import type { Draft } from '../types/draft.ts';
import type { Row } from '../types/report.ts';
import type { Post } from '../types/resource.ts';
import { type AuthorRule, authorRules, refusalOn } from './author-rules.ts';
import { type CommentTip, commentTips } from './comments.ts';
import { interviewQuestions } from './interview.ts';
import { pageToWriteTo } from './page.ts';
import { type Pitch, type PitchTexts, type StrangerAmong, writePitch } from './pitch.ts';
import { type ChosenTopics, chooseTopics } from './topics.ts';

/** What the latest posts and the description of a page tell whoever wants to be published there. */
export interface Advice {
  comments: CommentTip[];
  /** In the language of the page. */
  questions: string[];
  rules: AuthorRule[];
  topics: ChosenTopics;
  /** Null where none should be sent; then `noPitch` says why, in English. */
  pitch: Pitch | null;
  noPitch: string | null;
  /** Where it tells authors its rules; null where that was not found. */
  authorPage: string | null;
  /** A letter that the assistant drafted; null where it was not asked. */
  draft: Draft | null;
}

/** What a marketer says for all pages. */
export interface OutreachSettings extends PitchTexts {
  /** Working headlines. */
  headline: readonly string[];
}

/** What is known besides the page and its posts. */
interface AdviceContext {
  topic: Topic | null;
  /** Milliseconds. */
  now: number;
  draft?: Draft | null;
  authorPage?: AuthorPage | null;
  strangerAmong?: StrangerAmong;
}

export function adviseOn(
  row: Row,
  posts: readonly Post[],
  settings: OutreachSettings,
  { topic, now, draft = null, authorPage = null, strangerAmong = () => () => null }: AdviceContext,
): Advice {
  const page = pageToWriteTo(row, posts, authorPage?.texts);
  const terms = (topic ?? []).flatMap((line) =>
    line.language === page.code ? line.terms.map(({ text }) => text) : [],
  );
  const rules = authorRules(page, authorPage);
  const topics = chooseTopics(page, settings.headline, terms);
  const refusal = authorPage ? refusalOn(authorPage, page) : null;
  const noPitch = reasonAgainst(row) ?? (refusal && `its page for authors takes no texts: “${refusal}”`);
  return {
    comments: commentTips(page, terms, now),
    questions: interviewQuestions(page, row.matchedTerms[0] ?? null),
    rules,
    topics,
    pitch: noPitch === null ? writePitch(page, settings, { topics, rules, strangerAmong }) : null,
    noPitch,
    draft: noPitch === null ? obedient(draft, rules) : null,
    authorPage: authorPage?.url ?? null,
  };
}

/** One to a line, in a cell as in Markdown. */
export const numbered = (texts: readonly string[]): string =>
  texts.map((text, index) => `${index + 1}. ${text}`).join('\n');

/** Where a page has rules on artificial writing, a person writes. */
const obedient = (draft: Draft | null, rules: readonly AuthorRule[]): Draft | null =>
  draft && rules.some(({ kinds }) => kinds.includes('artificial'))
    ? { text: null, why: 'the page says something of artificial writing, so write yourself' }
    : draft;

function reasonAgainst({ thirdParty: { kind, evidence } }: Row): string | null {
  const refusal = evidence.find(({ rule }) => rule === 'refuses_texts');
  if (refusal) return `it says that it takes no texts: “${refusal.quote}”`;
  return kind === 'paid_only' ? 'it sells places: ask for the price instead' : null;
}
