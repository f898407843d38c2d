import type { AboutPage, TopicReading } from '../../src/topic/read-page.ts';
import type { Post } from '../../src/types/resource.ts';
import { type FieldCase, fieldCases, smallTalk } from './topic-fields.ts';

export interface LabelledPage {
  kind: string;
  field: string;
  language: string;
  topic: string;
  about: AboutPage;
  posts: Post[];
  label: 'relevant' | 'not' | 'cannot-tell';
}

const url = 'https://page.example';

const posts = (texts: readonly string[]): Post[] =>
  texts.map((text, index) => ({ url: `${url}/${index}`, at: null, kind: 'own', author: 'page', text }));

/** Texts of a page: every so many of its field, the rest small talk. */
function mixed(own: readonly string[], talk: readonly string[], count: number, every: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const from = at % every === 0 ? own : talk;
    return from[Math.floor(at / every + at * Number(from === talk)) % from.length] ?? '';
  });
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/[\u0300-\u036F]/g, '');
const termsOf = (topic: string): string[] =>
  topic
    .slice(topic.indexOf(':') + 1)
    .split(',')
    .map((term) => term.trim().replaceAll('"', ''))
    .filter((term) => !term.startsWith('-'));
const joined = (term: string): string =>
  `#${term
    .split(/[\s']+/)
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')}`;

/** Pages of every kind for one field in one language. */
function pagesOf(one: FieldCase): LabelledPage[] {
  const { field, language, topic, own, homonyms, excluded, neighbours, alike } = one;
  const talk = smallTalk[language] ?? [];
  const terms = termsOf(topic);
  const tags = own.map((_, at) => `${talk[at % talk.length]} ${joined(terms[at % terms.length] ?? '')}`);
  const describing = `${talk[0]} ${terms.slice(0, 3).join(', ')}.`;
  const page = (
    kind: string,
    label: LabelledPage['label'],
    texts: string[],
    description = talk[1] ?? '',
  ): LabelledPage => ({
    kind,
    field,
    language,
    topic,
    about: { title: 'Elder Lane', description, url },
    posts: posts(texts),
    label,
  });
  return [
    page('core', 'relevant', mixed(own, talk, 40, 2)),
    page('quarter', 'relevant', mixed(own, talk, 24, 4)),
    page('sparse', 'relevant', mixed(own, talk, 42, 6)),
    page(
      'capitals',
      'relevant',
      mixed(
        own.map((text) => plain(text.toUpperCase())),
        talk,
        24,
        3,
      ),
    ),
    page('hashtags', 'relevant', mixed(tags, talk, 24, 3)),
    page('described', 'relevant', mixed(talk, talk, 20, 2), describing),
    page('described, few posts', 'relevant', talk.slice(0, 3), describing),
    page('excluded once', 'relevant', [...mixed(own, talk, 24, 2), ...excluded.slice(0, 1)]),
    page('neutral', 'not', mixed(talk, talk, 30, 2)),
    page('homonym', 'not', mixed(homonyms, talk, 24, 2)),
    page('mentioned', 'not', [...mixed(talk, talk, 40, 2), ...own.slice(0, 2)]),
    page('excluded', 'not', mixed(excluded, talk, 24, 2)),
    page('neighbour', 'not', mixed(neighbours, talk, 30, 1)),
    page('alike', 'not', mixed(alike, talk, 24, 2)),
    page('few posts', 'cannot-tell', talk.slice(0, 3)),
  ];
}

/** Pages in a language that a topic has no words for. */
function foreignTo(one: FieldCase): LabelledPage[] {
  const other = fieldCases.find(({ field, language }) => field === one.field && language !== one.language);
  if (!other) return [];
  const talk = smallTalk[other.language] ?? [];
  return [
    {
      kind: 'foreign',
      field: one.field,
      language: one.language,
      topic: one.topic,
      about: { title: 'Elder Lane', description: talk[0] ?? null, url },
      posts: posts(mixed(other.own, talk, 30, 2)),
      label: 'cannot-tell',
    },
  ];
}

export const topicPages: readonly LabelledPage[] = fieldCases.flatMap((one) => [...pagesOf(one), ...foreignTo(one)]);

/** What a reading says in the words of the labels. */
export function saidOf({ finding }: TopicReading): LabelledPage['label'] {
  if (finding === 'relevant') return 'relevant';
  return finding === 'off_topic' ? 'not' : 'cannot-tell';
}

export interface Score {
  precision: number;
  recall: number;
}

export function scoreOf(judged: readonly { label: LabelledPage['label']; said: LabelledPage['label'] }[]): Score {
  const count = (label: boolean, said: boolean): number =>
    judged.filter((each) => (each.label === 'relevant') === label && (each.said === 'relevant') === said).length;
  const right = count(true, true);
  const share = (of: number): number => (of === 0 ? 1 : right / of);
  return { precision: share(right + count(false, true)), recall: share(right + count(true, false)) };
}
