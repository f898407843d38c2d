import { readFile } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { lookup } from '../text/lookup.ts';

/** Paragraphs of an announcement with `{fields}` in them. */
export interface Template {
  /** The language whose resources it is for; null for all. */
  language: string | null;
  paragraphs: readonly string[];
  /** The same with fewer words of its own, where these cost room that the marketer's need; the fullest first. */
  shorter?: readonly (readonly string[])[];
}

/** What the marketer says of the article, and its link. */
const articleFields = ['problem', 'solution', 'upgrade', 'link'] as const;
/** What is known of the resource. */
const resourceFields = ['title', 'resource', 'network', 'url', 'subscribers', 'date'] as const;
export type ResourceFields = Record<(typeof resourceFields)[number], string>;

const allFields: readonly string[] = [...articleFields, ...resourceFields];

export const fieldPattern = /\{([a-z]+)\}/g;

/** The words around the marketer's own, by language: before the link, before the problem, before the upgrade. */
const wordsOf: Record<string, { read: string; familiar: string; bonus: string }> = {
  en: { read: 'Read:', familiar: 'Sound familiar?', bonus: 'For readers:' },
  ru: { read: 'Читать:', familiar: 'Знакомо?', bonus: 'Читателям:' },
  uk: { read: 'Читати:', familiar: 'Знайомо?', bonus: 'Читачам:' },
  el: { read: 'Διαβάστε:', familiar: 'Σας θυμίζει κάτι;', bonus: 'Για τους αναγνώστες:' },
  de: { read: 'Lesen:', familiar: 'Kommt Ihnen das bekannt vor?', bonus: 'Für Leser:' },
  fr: { read: 'À lire :', familiar: 'Ça vous parle ?', bonus: 'Pour les lecteurs :' },
  es: { read: 'Leer:', familiar: '¿Le suena?', bonus: 'Para los lectores:' },
};

export const templateLanguages = Object.keys(wordsOf);

/** Three ways to say it: the problem first, with a question, and the solution first. */
export function builtInTemplates(language: string | null): Template[] {
  const words = language === null ? undefined : lookup(wordsOf, language);
  // Without words of their own the first two differ by where the link stands.
  const bare = [
    ['{problem}', '{solution}', '{link}', '{upgrade}'],
    ['{problem}', '{link}', '{solution}', '{upgrade}'],
    ['{solution}', '{problem}', '{link}', '{upgrade}'],
  ];
  if (!words) return bare.map((paragraphs) => ({ language: null, paragraphs }));
  const link = `${words.read} {link}`;
  const problem = `${words.familiar}\n{problem}`;
  const upgrade = `${words.bonus}\n{upgrade}`;
  const worded = [
    [['{problem}', '{solution}', link, '{upgrade}']],
    [
      [problem, '{solution}', link, upgrade],
      [problem, '{solution}', link, '{upgrade}'],
      [problem, '{solution}', '{link}', '{upgrade}'],
    ],
    [
      ['{solution}', '{problem}', link, upgrade],
      ['{solution}', '{problem}', link, '{upgrade}'],
    ],
  ];
  return worded.map(([paragraphs = [], ...shorter], at) => ({
    language,
    paragraphs,
    shorter: [...shorter, bare[at] ?? paragraphs],
  }));
}

/** At most so many variants a resource; more would tell nothing apart. */
const mostVariants = 3;

/** The templates of the marketer's own for a language; else the built-in ones. */
export function templatesFor(language: string | null, own: readonly Template[]): Template[] {
  const fitting = own.filter((template) => template.language === language && language !== null);
  const general = own.filter((template) => template.language === null);
  const chosen = [fitting, general].find((each) => each.length > 0) ?? builtInTemplates(language);
  return chosen.slice(0, mostVariants);
}

/**
 * Templates from a file: paragraphs with blank lines between, templates with a line `---` between; one that starts with
 * a line such as `language: de` is for resources in this language.
 * @throws UserError template
 */
export function parseTemplates(text: string, where: string): Template[] {
  const templates = text
    .replace(/^\ufeff/, '')
    .split(/^-{3,}[ \t]*\r?$/m)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => parseTemplate(each, where));
  if (templates.length === 0) throw new UserError('template', where, 'it holds no template');
  return templates;
}

function parseTemplate(text: string, where: string): Template {
  const [, language = null] = /^language:[ \t]*([a-z]{2})[ \t]*(?:\r?\n|$)/i.exec(text) ?? [];
  const body = language === null ? text : text.slice(text.indexOf('\n') + 1);
  const paragraphs = body
    .split(/\r?\n[ \t]*\r?\n/)
    .map((each) => each.trim().replaceAll('\r', ''))
    .filter((each) => each !== '');
  const fields = paragraphs.flatMap((each) => [...each.matchAll(fieldPattern)].map(([, name = '']) => name));
  const unknown = fields.find((name) => !allFields.includes(name));
  if (unknown !== undefined) {
    throw new UserError('template', where, `there is no field {${unknown}}; there are ${allFields.join(', ')}`);
  }
  if (fields.filter((name) => name === 'link').length !== 1) {
    throw new UserError('template', where, 'each template needs {link}, once');
  }
  return { language: language?.toLowerCase() ?? null, paragraphs };
}

/** The marketer's own templates; none where no file is named. @throws UserError template, file_missing, file_unreadable */
export async function readTemplates(path: string | null): Promise<Template[]> {
  if (path === null) return [];
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UserError(isMissing ? 'file_missing' : 'file_unreadable', path, '', { cause: error });
  }
  return parseTemplates(text, path);
}
