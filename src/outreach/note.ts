import { createHash } from 'node:crypto';
import { markdownText, pageText } from '../text/sanitize.ts';
import { type Advice, numbered } from './advice.ts';
import { consequences } from './author-rules.ts';
import { fenced } from '../text/letter.ts';
import type { OutreachRow } from './row.ts';
import { isDone } from './status-words.ts';
import { type Step, steps } from './steps.ts';

const stepTexts: Readonly<Record<Step, string>> = {
  subscribe: 'Subscribe, and read along for a week',
  comment_1: 'Comment on a post',
  comment_2: 'Comment on another post, some days later',
  interview_or_help: 'Ask for an interview, or offer a useful piece of work for free',
  pitch: 'Send the pitch',
  follow_up: 'Follow up once, after 5 to 7 working days',
  thank: 'Thank them',
};

/** The key under which a note belongs to a resource. */
export const noteKey = ({ network, resourceId }: Pick<OutreachRow, 'network' | 'resourceId'>): string =>
  `${network}:${resourceId}`;

/**
 * A note in Markdown about one resource, with a front matter that Obsidian reads as properties; Notion and Evernote take
 * it as text. Its `digest` is that of all the rest, so that an edited note is known.
 */
export function noteOf(row: OutreachRow, advice: Advice): string {
  const body = [
    `# ${markdownText(row.title ?? row.resource)}`,
    factsOf(row),
    section('Steps', stepsOf(row)),
    section('Posts worth a comment', commentsOf(advice)),
    section('Questions for an interview', numbered(advice.questions.map(markdownText))),
    section('What the page asks of authors', rulesOf(advice)),
    section('Pitch', pitchOf(advice)),
    section('Draft by the assistant', draftOf(advice)),
  ].filter((part) => part !== '');
  const properties = [
    ['title', row.title ?? row.resource],
    ['resource', noteKey(row)],
    ['url', row.url],
    ['network', row.network],
    ['status', row.person.status || 'open'],
    ['tags', ['outreach']],
  ] as const;
  const head = properties.map(([name, value]) => `${name}: ${yaml(value)}`).join('\n');
  const rest = `${head}\n---\n\n${body.join('\n\n')}\n`;
  return `---\ndigest: ${digestOf(rest)}\n${rest}`;
}

/** What is known of a file in the folder of notes. */
export interface NoteFile {
  /** Of the resource that it is about; null where the program has not written it. */
  key: string | null;
  /** Somebody changed it. */
  isEdited: boolean;
}

/** The text of a note without what programs put around it: a byte order mark, and CR before the ends of lines. */
export const plainNote = (text: string): string => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');

/** Reads a note back. */
export function readNote(text: string): NoteFile {
  const plain = plainNote(text);
  const [, digest, rest = ''] = /^---\ndigest: ([0-9a-f]{64})\n(.*)$/s.exec(plain) ?? [];
  const [, front = ''] = /^---\n(.*?)\n---\n/s.exec(plain) ?? [];
  const [, written] = /^resource: ("(?:[^"\\]|\\.)*")$/m.exec(front) ?? [];
  return { key: written === undefined ? null : unquoted(written), isEdited: digest !== digestOf(rest) };
}

function unquoted(json: string): string | null {
  try {
    return String(JSON.parse(json));
  } catch {
    return null;
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A value of a front matter: strings of JSON are strings of YAML. */
const yaml = (value: string | readonly string[]): string =>
  JSON.stringify(typeof value === 'string' ? pageText(value) : value);

const section = (title: string, text: string): string => (text === '' ? '' : `## ${title}\n\n${text}`);

function factsOf({ url, subscribers, thirdParty, contact, next }: OutreachRow): string {
  const facts = [
    linked(url),
    ...(subscribers === null ? [] : [`${subscribers.toLocaleString('en-US')} subscribers`]),
    `outsiders: ${thirdParty.replaceAll('_', ' ')}`,
    ...(contact === null ? [] : [`contact: ${markdownText(contact)}`]),
  ];
  return `${facts.join(' · ')}\n\nNext: ${markdownText(next.text)}`;
}

/** An address as a link, where it is one. */
const linked = (url: string): string => (/^https?:\/\/[^\s<>]+$/i.test(url) ? `<${url}>` : markdownText(url));

const stepsOf = ({ person }: OutreachRow): string =>
  [
    ...steps.map((step) => {
      const cells = person.steps[step];
      const said = [cells.state, cells.date].filter((text) => text !== '').join(', ');
      return `- [${isDone(cells) ? 'x' : ' '}] ${stepTexts[step]}${said && ` (${markdownText(said)})`}`;
    }),
    '',
    'Fill them in in outreach.csv: this list is made from it.',
  ].join('\n');

const commentsOf = ({ comments }: Advice): string =>
  comments
    .map(({ post, why }) => `- ${linked(post.url)}: ${markdownText(why)}\n  > ${markdownText(shorten(post.text))}`)
    .join('\n') || 'No recent post of its own could be read, or none that a comment would fit.';

const longestShown = 200;

const shorten = (text: string): string =>
  text.length <= longestShown ? text : `${text.slice(0, longestShown).trimEnd()}…`;

function rulesOf({ rules, authorPage }: Advice): string {
  if (rules.length === 0 && authorPage !== null) return `Read its page for authors: ${linked(authorPage)}`;
  if (rules.length === 0)
    return 'None were found in its description and its latest posts: look for a page for authors, or say --author-pages.';
  const quotes = rules.map(({ quote, url }) => `- “${markdownText(quote)}” ${linked(url)}`);
  const sendTo = [...new Set(rules.flatMap((rule) => rule.sendTo ?? []))].map((to) => `it wants texts sent to ${to}`);
  const follows = [...sendTo, ...consequences(rules)].map((text) => `- ${markdownText(text)}`);
  return [...quotes, ...(follows.length > 0 ? ['', 'So:', ...follows] : [])].join('\n');
}

function pitchOf({ pitch, noPitch, topics }: Advice): string {
  if (!pitch) return `None: ${markdownText(noPitch ?? '')}.`;
  const notes = [
    ...pitch.missing.map((what) => `- To be filled in: ${markdownText(what)}`),
    ...topics.covered.map(
      ({ topic, url }) => `- Left out, since the page had it: ${markdownText(topic)} (${linked(url)})`,
    ),
    ...(topics.unused.length > 0
      ? [`- Words of your field that its latest posts do not have: ${markdownText(topics.unused.join(', '))}`]
      : []),
  ];
  return [
    `A draft of ${pitch.words} words. Add why you write to them and not to others, and send it yourself.`,
    '',
    fenced(pitch.text),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n');
}

function draftOf({ draft }: Advice): string {
  if (!draft) return '';
  if (draft.text === null) return `None is shown: ${markdownText(draft.why)}.`;
  return `A machine wrote this. Its numbers, names, quotations and addresses are of the page or yours; check all the rest, make it your own, and say how it came about where the page asks for that.\n\n${fenced(draft.text)}`;
}
