import { lexiconFor } from '../judgement/detect.ts';
import { type WordTable, compileWords } from '../judgement/lexicon.ts';
import { stancesIn } from '../judgement/stance.ts';
import { type Sentence, type Token, sentencesOf, tokensOf } from '../judgement/tokens.ts';
import { trimEnd } from '../text/trim.ts';
import { longestPost } from '../types/resource.ts';
import { pageLanguagesOf } from '../topic/page-language.ts';
import { pitchLanguageOf } from './languages/index.ts';
import { type PitchLanguage, type RuleKind, ruleKinds } from './languages/language.ts';
import type { AuthorPage } from '../types/author-page.ts';
import type { ReadPage } from './page.ts';

/** What a page says to those who would write for it, in its own words. */
export interface AuthorRule {
  quote: string;
  url: string;
  /** What the sentence is about; none where it only invites. */
  kinds: RuleKind[];
  /** Where it asks texts to be sent: an address, a handle, a mail. */
  sendTo: string | null;
}

/** Sentences behind an invitation that belong to it. */
const reach = 4;
const mostRules = 6;
const longestQuote = 240;

const inviting = new Set(['asks_for_texts', 'open_to_all', 'changing_hosts', 'refuses_texts', 'sells_places']);

/** The rules that a page writes on its page for authors, in its description, and in posts that call for texts. */
export function authorRules(page: ReadPage, authorPage: AuthorPage | null = null): AuthorRule[] {
  const { row, posts } = page;
  const calls = new Set(row.thirdParty.evidence.flatMap(({ rule, url }) => (inviting.has(rule) ? [url] : [])));
  const description = (row.description ?? '').slice(0, longestPost);
  const texts = [
    { sentences: sentencesOf(tokensOf(description, page.lexicon), description), url: row.url },
    ...posts.flatMap(({ post: { url, kind }, sentences }) =>
      kind === 'own' && calls.has(url) ? [{ sentences, url }] : [],
    ),
  ];
  const found = [
    ...(authorPage ? rulesOnPage(authorPage, page) : []),
    ...texts.flatMap(({ sentences, url }) => rulesIn(sentences, url, page)),
  ];
  return [...new Map(found.map((rule) => [rule.quote, rule])).values()].slice(0, mostRules);
}

/** Of a page for authors every sentence that is about something a rule is about, or says where texts go. */
function rulesOnPage({ url, texts, form }: AuthorPage, resource: ReadPage): AuthorRule[] {
  if (url === null) return [];
  const page = inItsLanguage(texts, resource);
  const sentences = texts.flatMap((text) => sentencesOf(tokensOf(text, page.lexicon), text));
  const calls = new Set(stancesIn(sentences, false).map(({ quote }) => quote));
  const rules = sentences.flatMap((sentence) => {
    const kinds = kindsOf(sentence, page);
    const mail = sentence.tokens.find(({ kind }) => kind === 'mail');
    if ((kinds.length === 0 && !mail && !calls.has(sentence.text)) || sentence.text.length > longestQuote) return [];
    return [{ quote: sentence.text, url, kinds, sendTo: mail ? trimEnd(mail.text, /[.,:;]/) : null }];
  });
  const ordered = rules.toSorted((a, b) => Number(b.kinds.length > 0) - Number(a.kinds.length > 0));
  const [first] = ordered;
  return first && form !== null && ordered.every(({ sendTo }) => sendTo === null)
    ? [{ ...first, sendTo: form }, ...ordered.slice(1)]
    : ordered;
}

/** A site may write to its authors in another language than a page of it to its readers. */
function inItsLanguage(texts: readonly string[], resource: ReadPage): ReadPage {
  const all = texts.join('\n');
  const language = pitchLanguageOf(pageLanguagesOf(all).own);
  return { ...resource, ...(language && { language }), lexicon: lexiconFor(all) ?? resource.lexicon };
}

/** The sentence with which a page for authors says that it takes nothing; null where it does not, or asks for texts, too. */
export function refusalOn({ texts }: AuthorPage, resource: ReadPage): string | null {
  const { lexicon } = inItsLanguage(texts, resource);
  const stances = texts.flatMap((text) => stancesIn(sentencesOf(tokensOf(text, lexicon), text), false));
  const refusal = stances.find(({ rule }) => rule === 'refuses_texts');
  const asks = stances.some(({ rule }) => rule === 'asks_for_texts' || rule === 'open_to_all');
  return refusal && !asks ? refusal.quote : null;
}

function rulesIn(sentences: readonly Sentence[], url: string, page: ReadPage): AuthorRule[] {
  const said = new Set(stancesIn(sentences, url === page.row.url).map(({ quote }) => quote));
  return sentences.flatMap((sentence, at) => {
    const isCall = said.has(sentence.text);
    const isNear = sentences.slice(Math.max(0, at - reach), at).some((before) => said.has(before.text));
    const kinds = isCall || isNear ? kindsOf(sentence, page) : [];
    if ((!isCall && kinds.length === 0) || sentence.text.length > longestQuote) return [];
    const sendTo = isCall || isNear ? addressIn(sentence.tokens) : null;
    return [{ quote: sentence.text, url, kinds, sendTo }];
  });
}

const compiled = new Map<PitchLanguage, WordTable<RuleKind>>();

function ruleWords(language: PitchLanguage): WordTable<RuleKind> {
  const known = compiled.get(language) ?? compileWords(ruleKinds.map((kind) => [kind, language.rules[kind]] as const));
  compiled.set(language, known);
  return known;
}

function kindsOf({ tokens }: Sentence, { language }: ReadPage): RuleKind[] {
  const table = ruleWords(language);
  const found = new Set(tokens.flatMap(({ word }) => [...table.classesOf(word)]));
  if (!tokens.some(({ kind }) => kind === 'number')) found.delete('length');
  return ruleKinds.filter((kind) => found.has(kind));
}

function addressIn(tokens: readonly Token[]): string | null {
  const mail = tokens.find(({ kind }) => kind === 'mail');
  const place = mail ?? tokens.find(({ kind }) => kind === 'link' || kind === 'handle');
  return place ? trimEnd(place.text, /[.,:;]/) : null;
}

const meanings: Readonly<Record<RuleKind, string>> = {
  length: 'it says how long a text is to be: keep to it',
  exclusive:
    'it asks for new texts: do not publish yours before, your own channels included, and do not offer a teaser',
  links: 'it says something of links: keep to it, and use no short link',
  artificial: 'it says something of artificial writing: write yourself',
  advertising: 'it wants no advertising: name neither product nor company',
  about_author: 'it wants to know who writes: have a biography and a photo ready',
};

/** What follows from the rules for whoever writes, one sentence for each kind. */
export const consequences = (rules: readonly AuthorRule[]): string[] =>
  ruleKinds.filter((kind) => rules.some(({ kinds }) => kinds.includes(kind))).map((kind) => meanings[kind]);
