import type { Token } from '../judgement/tokens.ts';
import { type SensitiveRow, type SensitiveSubject, sensitiveSubjects } from '../types/judgement.ts';
import type { Post } from '../types/resource.ts';
import { longestPost } from '../types/resource.ts';
import { type TopicMatcher, compileTopic } from './matcher.ts';
import { type PageLanguages, kinOf, pageLanguagesOf } from './page-language.ts';
import { type SubjectSigns, signsIn, subjectsOf } from './sensitive.ts';
import { tokensIn, wordsOf } from './text-words.ts';
import type { Topic } from './topic.ts';

/** What a page says of itself. */
export interface AboutPage {
  title: string | null;
  description: string | null;
  url: string;
}

type TopicFinding = 'relevant' | 'off_topic' | 'topic_doubtful' | 'topic_few_texts' | 'topic_language';

export interface TopicReading {
  /** Null where no topic was named. */
  finding: TopicFinding | null;
  /** Share of the latest posts with a text that are of the topic; null where there are none, or no topic. */
  relevance: number | null;
  /** At most ten, those of most texts first. */
  matchedTerms: string[];
  sensitive: SensitiveRow[];
}

/** Latest posts that are looked at. */
export const latestTexts = 50;
/** From so many on the posts tell what a page is about. */
const enoughTexts = 10;
/** Posts of the topic, and their share of all, that a page of the field has at least; fewer are mentions. */
const fewestPosts = 3;
const leastShare = 0.08;
/** Different ideas in the posts that show that words mean the same as in the topic: with two, others share them. */
const enoughIdeas = 3;
/** Of so few posts two different ideas are as many as can be expected. */
const fewPosts = 5;
/** A description names its field with two. */
const enoughDescribed = 2;
const mostTerms = 10;

/** Texts that show a sensitive subject, and their share, that make it the page's. */
const sureTexts = 3;
const sureShare = 0.1;
const likelyTexts = 4;
const likelyShare = 0.2;
const longestQuote = 240;

/** Reads pages for a topic, if there is one, and for what they show of their readers. Linear in the length of the texts. */
export function createPageReader(topic: Topic | null): (about: AboutPage, posts: readonly Post[]) => TopicReading {
  const matcher = topic && compileTopic(topic);
  const own = topic ? subjectsOf(topic) : new Set<SensitiveSubject>();
  return (about, posts) => {
    const described = [about.title, about.description].filter(Boolean).join('\n').slice(0, longestPost);
    const texts = posts
      .slice(0, latestTexts)
      .map(({ text, quoted, url }) => ({ text: [text, quoted].filter(Boolean).join('\n').slice(0, longestPost), url }));
    const all = [described, ...texts.map(({ text }) => text)].join('\n');
    const languages = pageLanguagesOf(all);
    const description = readText(described, about.url, matcher, languages);
    const read = texts.map(({ text, url }) => readText(text, url, matcher, languages)).filter(({ isText }) => isText);
    return {
      ...(matcher ? judge(matcher, languages, description, read) : noTopic),
      sensitive: sensitiveRows(description, read, own),
    };
  };
}

const noTopic = { finding: null, relevance: null, matchedTerms: [] };

interface ReadText {
  text: string;
  url: string;
  isText: boolean;
  /** Terms of the topic by their place; none where an excluded word stands there, too. */
  terms: ReadonlySet<number>;
  signs: SubjectSigns[];
}

const none: ReadonlySet<number> = new Set();

function readText(text: string, url: string, matcher: TopicMatcher | null, { some }: PageLanguages): ReadText {
  const tokens = tokensIn(text);
  return {
    text,
    url,
    isText: tokens.some(isContent),
    terms: matcher?.find(wordsOf(tokens), some) ?? none,
    signs: signsIn(tokens, some),
  };
}

const isContent = ({ kind }: Token): boolean => kind === 'word' || kind === 'hashtag' || kind === 'link';

function judge(
  matcher: TopicMatcher,
  languages: PageLanguages,
  description: ReadText,
  texts: readonly ReadText[],
): Omit<TopicReading, 'sensitive'> {
  const matching = texts.filter(({ terms }) => terms.size > 0);
  const relevance = texts.length > 0 ? matching.length / texts.length : null;
  const finding = findingOf(matcher, languages, description, texts.length, matching);
  return { finding, relevance, matchedTerms: weightiest(matcher, [description, ...matching]) };
}

function findingOf(
  matcher: TopicMatcher,
  languages: PageLanguages,
  description: ReadText,
  count: number,
  matching: readonly ReadText[],
): TopicFinding {
  const all = matcher.ideasIn(null);
  const ideasOf = (texts: readonly ReadText[]): Set<number> =>
    new Set(texts.flatMap(({ terms }) => [...terms].flatMap((term) => matcher.terms[term]?.ideas ?? [])));
  const described = ideasOf([description]).size;
  if (described >= Math.min(enoughDescribed, all)) return 'relevant';
  if (isForeign(matcher, languages)) return 'topic_language';
  if (count < enoughTexts) return 'topic_few_texts';
  const isOften = matching.length >= fewestPosts && matching.length / count >= leastShare;
  const together = ideasOf([description, ...matching]).size;
  const inLanguage = languages.some ? matcher.ideasIn(languages.some) || all : all;
  const needed = Math.min(inLanguage, matching.length <= fewPosts || inLanguage <= enoughIdeas ? 2 : enoughIdeas);
  if (isOften && together >= needed) return 'relevant';
  if (isOften && together === 2) return 'topic_doubtful';
  // Where the language cannot be told, words of another may be lacking.
  return languages.own.size === 0 || isPartlyForeign(matcher, languages) ? 'topic_language' : 'off_topic';
}

/** Whether the topic has no line for any language that a page is surely in. */
function isForeign({ languages: known }: TopicMatcher, { own, script }: PageLanguages): boolean {
  if (own.size > 0) return ![...own].some((language) => known.has(language));
  return script === 'other';
}

/** Whether a page is also in a language without a line, which is no neighbour of one that has: they share many words. */
const isPartlyForeign = ({ languages: known }: TopicMatcher, { own }: PageLanguages): boolean =>
  [...own].some(
    (language) =>
      !known.has(language) && ![...own].some((other) => known.has(other) && kinOf(other) === kinOf(language)),
  );

/** Terms by the number of texts that they stand in. */
function weightiest({ terms }: TopicMatcher, texts: readonly ReadText[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const shown of new Set([...text.terms].flatMap((term) => terms[term]?.text ?? [])))
      counts.set(shown, (counts.get(shown) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, mostTerms)
    .map(([text]) => text);
}

/** By the description first, else by several posts. */
function sensitiveRows(
  description: ReadText,
  texts: readonly ReadText[],
  own: ReadonlySet<SensitiveSubject>,
): SensitiveRow[] {
  return sensitiveSubjects.flatMap((subject) => {
    const isOwn = own.has(subject);
    const showing = texts.flatMap((text) => {
      const signs = text.signs.find((each) => each.subject === subject);
      return signs && !(isOwn && text.terms.size > 0) ? { text, signs } : [];
    });
    const said = description.signs.find((each) => each.subject === subject);
    if (!isOwn && said && isStrong(said)) return { subject, ...placeOf(description) };
    const sure = showing.filter(({ signs }) => (isOwn ? signs.isSure : isStrong(signs)));
    const words = new Set(showing.flatMap(({ signs }) => [...signs.likely]));
    const isSure = sure.length >= sureTexts && sure.length >= texts.length * sureShare;
    const isLikely =
      showing.length >= likelyTexts &&
      showing.length >= texts.length * likelyShare &&
      words.size + Math.min(1, sure.length) >= 2;
    const [first] = sure.length > 0 ? sure : showing;
    return first && (isSure || (isLikely && !isOwn)) ? { subject, ...placeOf(first.text) } : [];
  });
}

const isStrong = ({ isSure, likely }: SubjectSigns): boolean => isSure || likely.size >= 2;

const placeOf = ({ text, url }: ReadText) => ({
  quote: text.replaceAll(/\s+/g, ' ').trim().slice(0, longestQuote),
  url,
});
