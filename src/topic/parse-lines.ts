import { type Script, scriptOf } from './spelling.ts';
import { scriptOfLanguage } from './page-language.ts';
import type { Topic, TopicLine, TopicTerm } from './topic.ts';
import { topicLanguage } from './stems.ts';
import { spell } from './spelling.ts';

/** One term as it stands in a text or a table. */
export interface WrittenTerm {
  text: string;
  /** Null where nobody said it. */
  language: string | null;
  isExcluded: boolean;
  isQuery: boolean;
}

const prefix = /^\s*([a-z]{2})(?:[-_][a-z]{2,4})?\s*:/i;
const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Whether two letters are the code of a language. */
export const isLanguage = (code: string): boolean => /^[a-z]{2}$/.test(code) && names.of(code) !== undefined;

const closing: ReadonlyMap<string, readonly string[]> = new Map([
  ['"', ['"']],
  ['“', ['”', '“']],
  ['„', ['“', '”', '"']],
  ['«', ['»']],
  ['”', ['”']],
]);
const separators = new Set([',', ';', '،', '、', '，', '\t']);
const minus = /^[-–—−]\s*/;

/** The terms of a text: a line a language, `en: vat, "late invoice", -band`. */
export function termsIn(text: string): WrittenTerm[] {
  return text.split(/\r\n|[\n\r]/).flatMap((line) => {
    const [said = '', code = ''] = prefix.exec(line) ?? [];
    const language = isLanguage(code.toLowerCase()) ? code.toLowerCase() : null;
    return itemsOf(language === null ? line : line.slice(said.length)).flatMap((item) => {
      const isExcluded = minus.test(item);
      const term = item
        .replace(minus, '')
        .replaceAll(/["“”„«»]/g, '')
        .trim();
      return term === '' ? [] : [{ text: term, language, isExcluded, isQuery: false }];
    });
  });
}

/** What commas part, quotes heeded. */
function itemsOf(line: string): string[] {
  const items: string[] = [];
  let item = '';
  let ends: readonly string[] | null = null;
  for (const sign of line) {
    if (ends?.includes(sign)) ends = null;
    else if (ends === null && /^[\s\-–—−]*$/.test(item) && closing.has(sign)) ends = closing.get(sign) ?? null;
    else if (ends === null && separators.has(sign)) {
      items.push(item.trim());
      item = '';
      continue;
    }
    item += sign;
  }
  return [...items, item.trim()];
}

/**
 * Terms by language. Where nobody said it, the script tells the language, else it is the fallback.
 * @param fallback the language that a person named for all words; null where nobody did
 */
export function topicOf(written: readonly WrittenTerm[], fallback: string | null): Topic {
  const lines = new Map<string, TopicLine>();
  const known = new Set<string>();
  for (const { text, language, isExcluded, isQuery } of written) {
    const code = language ?? languageByScript(text, fallback);
    const term = termOf(text, code, isQuery);
    if (!term) continue;
    const key = JSON.stringify([code, isExcluded, isQuery && term.words.length > 1, term.words]);
    if (known.has(key)) continue;
    known.add(key);
    const line = lines.get(code) ?? { language: code, terms: [], excluded: [] };
    lines.set(code, line);
    (isExcluded ? line.excluded : line.terms).push(term);
  }
  return [...lines.values()];
}

function termOf(text: string, language: string, isQuery: boolean): TopicTerm | null {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’ʼ](?=[\p{L}\p{M}])[\p{L}\p{M}\p{N}]+)*/gu)].flatMap(
    ([word]) => (/\p{Script=Cyrillic}/u.test(word) ? [word] : word.split(/['’ʼ]/)),
  );
  const content = isQuery ? words.filter((word) => !isParticle(spell(word), language)) : words;
  const chosen = content.length > 0 ? content : words;
  return chosen.length === 0 ? null : { text: text.replace(/^#/, ''), words: chosen, together: !isQuery };
}

const particles = new Map<string, ReadonlySet<string>>();

function isParticle(spelled: string, code: string): boolean {
  const known = particles.get(code) ?? new Set((topicLanguage(code)?.particles ?? '').split(/\s+/).map(spell));
  particles.set(code, known);
  return known.has(spelled);
}

const byScript: Readonly<Partial<Record<Script, string>>> = { Cyrillic: 'ru', Greek: 'el' };

function languageByScript(text: string, fallback: string | null): string {
  const script = scriptOf(text);
  const said = fallback ?? 'en';
  if (script === null || scriptOfLanguage(said) === script || script === 'other') return said;
  if (script === 'Cyrillic' && /[іїєґ]/i.test(text)) return 'uk';
  // oxlint-disable-next-line own/lookup -- a script is one of four words
  return byScript[script] ?? 'en';
}
