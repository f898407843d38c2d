import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Described } from '../../src/judgement/judge-resource.ts';
import type { Post } from '../../src/types/resource.ts';

const folder = join(import.meta.dirname, '../judgement');

/** Folders of labelled resources that were written in other wordings than the rules before them knew. */
export const blindSets = [
  'blind-1',
  'blind-2',
  'blind-3',
  'blind-4',
  'blind-5',
  'blind-6',
  'blind-7',
  'blind-8',
  'blind-9',
  'blind-10',
  'blind-11',
  'blind-12',
  'blind-13',
  'blind-14',
  'blind-15',
  'blind-16',
  'blind-17',
  'blind-18',
] as const;
/** Those of them that were measured and that the weights are fitted on since. */
export const spentSets: readonly (typeof blindSets)[number][] = blindSets.slice(0, 15);
type CorpusSet = 'corpus' | 'unseen-corpus' | (typeof blindSets)[number];

/** The blind sets that have pages in a language: Turkish came last. */
export const blindSetsIn = (language: string): (typeof blindSets)[number][] =>
  blindSets.filter((set) => existsSync(join(folder, set, `${language}.txt`)));

/** A resource of the labelled corpus. */
export interface Labelled {
  id: string;
  language: string;
  verdict: 'keep' | 'drop' | 'review';
  class: string;
  about: Described;
  posts: Post[] | null;
}

export const corpusLanguages = ['en', 'ru', 'uk', 'de', 'fr', 'es', 'el', 'pl', 'tr'];
/** Those of the sets that were written last and that no rule was tuned on. */
export const unseenLanguages = corpusLanguages.filter((language) => language !== 'pl' && language !== 'tr');

/** Three people whose names stand for `{N}` in a phrase. */
const names = new Map([
  ['en', ['Tamsin Okoye', 'Edwin Larch', 'Petra Vance']],
  ['ru', ['Фрол Кедров', 'Зоя Пташкина', 'Эмма Лунёва']],
  ['uk', ['Фрол Кедренко', 'Зоя Пташко', 'Емма Луненко']],
  ['de', ['Tamme Oltmanns', 'Edwin Lerche', 'Petra Wanka']],
  ['fr', ['Tancrède Olier', 'Édith Larcher', 'Petra Vanel']],
  ['es', ['Tadea Olmedo', 'Edwin Larche', 'Petra Vasco']],
  ['el', ['Ταμάρα Ολύμπου', 'Έντουιν Λάρκος', 'Πέτρα Βάνου']],
  ['pl', ['Tamara Olszycka', 'Edwin Larski', 'Petra Wanek']],
  ['tr', ['Tamer Okyay', 'Edibe Lale', 'Petek Van']],
]);
export const corpusNow = Date.UTC(2026, 5, 1);
const dayMs = 86_400_000;

/**
 * A file holds own posts that every resource has between its others (`~`), and resources: `# verdict class | network |
 * title | description`, then a post a line. `> name (bio): text` is a repost, `^ handle: text` a post of a visitor,
 * `* text` one of a moderator; `[300d]` is its age.
 */
export function readCorpus(language: string, set: CorpusSet = 'corpus'): Labelled[] {
  const lines = linesOf(set, language);
  const filler = fillerIn(lines);
  const found: Labelled[] = [];
  let body: string[] = [];
  let head: string | undefined;
  const close = (): void => {
    if (head !== undefined) found.push(resourceOf(head, body, filler, `${language}${found.length + 1}`, language));
    body = [];
  };
  for (const line of lines) {
    if (line.startsWith('# ')) {
      close();
      head = line.slice(2);
    } else if (line.trim() !== '' && !line.startsWith('~')) body.push(line);
  }
  close();
  return found;
}

function resourceOf(head: string, body: string[], filler: string[], id: string, language: string): Labelled {
  const [label = '', network = '', title = '', ...rest] = head.split('|').map((part) => part.trim());
  const [verdict, cls = ''] = label.split(' ');
  if (verdict !== 'keep' && verdict !== 'drop' && verdict !== 'review') throw new Error(`no verdict in ${head}`);
  const text = rest.join('|');
  const description = text.replace(/\{[^}]*\}/g, '').trim();
  const facts = /\{([^}]*)\}/.exec(text)?.[1] ?? '';
  const isVisited = body.some((line) => line.startsWith('^ '));
  const handle = /handle=(\w+)/.exec(facts)?.[1] ?? title.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const own = facts.includes('closed') ? [] : network === 'lemmy' ? [] : filler;
  const lines = body.flatMap((line, at) => [line, ...own.slice((at * 2) % 6, ((at * 2) % 6) + 2)]);
  const posts = [...lines, ...(body.length === 0 ? own : [])].map((line, at) => postOf(line, at, handle, id));
  return {
    id,
    language,
    verdict,
    class: cls,
    about: {
      title,
      name: handle,
      url: `https://${network}.example/${handle}`,
      description,
      open: facts.includes('wall=1') || (network === 'lemmy' && isVisited),
    },
    posts: facts.includes('closed') ? null : posts,
  };
}

function postOf(line: string, at: number, handle: string, id: string): Post {
  const age = Number(/\[(\d+)d\]/.exec(line)?.[1] ?? 1 + at * 3);
  const collected = line.includes('{playlist}');
  const plain = line.replace(/\[\d+d\] ?/, '').replace('{playlist} ', '');
  const [, name = '', bio = '', shared] = /^> ([^(:]+) \(([^)]*)\): (.*)$/.exec(plain) ?? [];
  const [, visitor = '', written] = /^\^ (\w+): (.*)$/.exec(plain) ?? [];
  const others = shared ?? written;
  const by = name || visitor;
  return {
    url: `https://page.example/${id}/${at}`,
    at: new Date(corpusNow - age * dayMs).toISOString(),
    kind: others === undefined ? 'own' : 'repost',
    author: others === undefined ? handle : by,
    text: others ?? plain.replace(/^\* /, ''),
    ...(others !== undefined && { by: { name: by, handle: by.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''), bio } }),
    ...(visitor !== '' && { place: 'wall' as const }),
    ...(collected && { place: 'collection' as const }),
  };
}

const linesOf = (set: string, language: string): string[] =>
  readFileSync(join(folder, set, `${language}.txt`), 'utf8').split('\n');

const fillerIn = (lines: string[]): string[] =>
  lines.filter((line) => line.startsWith('~ ')).map((line) => line.slice(2));

/** What a phrase is: an invitation, an open wall, changing hosts, a refusal or none of these; names of authors or others. */
type PhraseKind = 'I' | 'O' | 'H' | 'R' | 'N' | 'B' | 'X';

export interface Phrase extends Labelled {
  kind: PhraseKind;
  phrase: string;
}

/** A phrase a line: in the description of a page, or with each of three names in a post of it. */
export function readPhrases(language: string, set: 'phrases' | 'unseen-phrases' = 'phrases'): Phrase[] {
  const filler = fillerIn(linesOf('corpus', language));
  return linesOf(set, language)
    .filter(Boolean)
    .map((line, at) => {
      const kind = line.slice(0, 1) as PhraseKind;
      const phrase = line.slice(2);
      const isNamed = phrase.includes('{N}');
      const said = isNamed ? (names.get(language) ?? []).map((name) => phrase.replace('{N}', name)) : [];
      const head = `${'RNX'.includes(kind) ? 'drop own_only' : 'keep'} | mastodon | Zq Vx | ${isNamed ? '' : phrase}`;
      return { ...resourceOf(head, said, filler, `${language}-${at + 1}`, language), kind, phrase };
    });
}
