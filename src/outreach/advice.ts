import type { Topic } from '../topic/topic.ts';
import type { Draft } from '../types/draft.ts';
import type { Row } from '../types/report.ts';
import type { Post } from '../types/resource.ts';
import { type AuthorRule, authorRules } from './author-rules.ts';
import { type CommentTip, commentTips } from './comments.ts';
import { interviewQuestions } from './interview.ts';
import { pageToWriteTo } from './page.ts';
import { type Pitch, type PitchTexts, writePitch } from './pitch.ts';
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
  /** A letter that the assistant drafted; null where it was not asked. */
  draft: Draft | null;
}

/** What a marketer says for all pages. */
export interface OutreachSettings extends PitchTexts {
  /** Working headlines. */
  headline: readonly string[];
}

/** @param now milliseconds */
export function adviseOn(
  row: Row,
  posts: readonly Post[],
  settings: OutreachSettings,
  topic: Topic | null,
  now: number,
  draft: Draft | null = null,
): Advice {
  const page = pageToWriteTo(row, posts);
  const terms = (topic ?? []).flatMap((line) =>
    line.language === page.code ? line.terms.map(({ text }) => text) : [],
  );
  const rules = authorRules(page);
  const topics = chooseTopics(page, settings.headline, terms);
  const noPitch = reasonAgainst(row);
  return {
    comments: commentTips(page, terms, now),
    questions: interviewQuestions(page, row.matchedTerms[0] ?? null),
    rules,
    topics,
    pitch: noPitch === null ? writePitch(page, settings, topics, rules) : null,
    noPitch,
    draft: noPitch === null ? draft : null,
  };
}

function reasonAgainst({ thirdParty: { kind, evidence } }: Row): string | null {
  const refusal = evidence.find(({ rule }) => rule === 'refuses_texts');
  if (refusal) return `it says that it takes no texts: “${refusal.quote}”`;
  return kind === 'paid_only' ? 'it sells places: ask for the price instead' : null;
}
