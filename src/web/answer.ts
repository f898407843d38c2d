import type { CheerioAPI } from 'cheerio';
import type { ZodType } from 'zod';
import { Refused, UnexpectedAnswer, Unreachable } from '../errors.ts';
import { loadMarkup } from '../text/markup.ts';
import type { Answer } from '../types/web.ts';
import { isChallenge } from './challenge.ts';
import type { Reply } from './wire.ts';

const withoutContent = (status: number): string =>
  status === 304
    ? 'the server says that the answer has not changed, but nobody asked whether it has'
    : `the server answered ${status}, a redirect that cannot be followed`;

/** More than a page shows in one list. */
const maxSiblings = 10_000;

const botCheck = 'something in front of the server checks for bots: run again later';

/**
 * The answer in the shape its reader expects.
 * @throws Refused (4xx), Unreachable (a bot check, a gateway's refusal), UnexpectedAnswer (anything else but JSON of that
 * shape)
 */
export function answerIn<Body>(url: string, reply: Reply, shape: ZodType<Body>): Answer<Body> {
  const { status, header, body } = reply;
  const text = 'text' in body ? body.text : null;
  const json = text === null ? null : parseJson(text);
  if (!json && isChallenge(reply)) throw new Unreachable(url, botCheck);
  if (!json && (status === 401 || status === 403) && text?.trim()) {
    throw new Unreachable(url, `a gateway answered ${status}, not the server itself: run again later`);
  }
  if (status >= 400) throw new Refused(url, status, json?.value ?? null);
  if (status >= 300) throw new UnexpectedAnswer(url, withoutContent(status));
  if ('unusable' in body) throw new UnexpectedAnswer(url, `the answer is ${body.unusable}`);
  if (!json) throw new UnexpectedAnswer(url, `the answer is ${kindOf(text ?? '', header('content-type'))}, not JSON`);

  const parsed = shape.safeParse(json.value);
  if (parsed.success) return { body: parsed.data, header, url };
  const [issue] = parsed.error.issues;
  const field = issue?.path.map(String).join('.') || 'the answer as a whole';
  throw new UnexpectedAnswer(
    url,
    `the answer does not have the documented shape, at ${field}: ${issue?.message ?? ''}`,
  );
}

/**
 * The page, to be read with selectors.
 * @throws like `markupIn`
 */
export function pageIn(url: string, reply: Reply, kind: 'html' | 'xml'): Answer<CheerioAPI> {
  return { body: loaded(url, markupIn(url, reply, kind), kind), header: reply.header, url };
}

/** A page after its scripts ran, with the headers that its document came with. @throws UnexpectedAnswer */
export const renderedIn = (url: string, html: string, { header }: Reply): Answer<CheerioAPI> => ({
  body: loaded(url, html, 'html'),
  header,
  url,
});

/**
 * The text of an answer that holds a page.
 * @throws Refused (4xx), Unreachable (a bot check), UnexpectedAnswer (no markup, HTML where XML belongs, XML without its end)
 */
export function markupIn(url: string, reply: Reply, kind: 'html' | 'xml'): string {
  const { status, body } = reply;
  if (isChallenge(reply)) throw new Unreachable(url, botCheck);
  if (status >= 400) throw new Refused(url, status, null);
  if (status >= 300) throw new UnexpectedAnswer(url, withoutContent(status));
  if ('unusable' in body) throw new UnexpectedAnswer(url, `the answer is ${body.unusable}`);
  const { text } = body;
  const isMarkup = text.trimStart().startsWith('<');
  if (!isMarkup || (kind === 'xml' && isHtml(text))) {
    const what = parseJson(text) ? 'JSON' : kindOf(text, null);
    throw new UnexpectedAnswer(url, `the answer is ${what}, not ${kind.toUpperCase()}`);
  }
  if (kind === 'xml' && !isWhole(text)) throw new UnexpectedAnswer(url, 'the answer is incomplete XML');
  return text;
}

function loaded(url: string, text: string, kind: 'html' | 'xml'): CheerioAPI {
  const page = loadMarkup(text, kind, maxSiblings);
  if (!page)
    throw new UnexpectedAnswer(url, 'the answer is a page whose elements are nested or strung together without end');
  return page;
}

/** Whether XML ends as it began: the parser would take half a list for a whole one. */
function isWhole(xml: string): boolean {
  const document = xml.slice(xml.search(/<[\p{L}_]/u)).trimEnd();
  const root = /^<([^\s/>]+)/.exec(document)?.[1] ?? '';
  const isOneTag = document.endsWith('/>') && document.indexOf('>') === document.length - 1;
  return isOneTag || document.endsWith(`</${root}>`);
}

/** Null where the text is not JSON. */
export function parseJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

const htmlStart = /^<(?:!doctype\s+html|html|head|body)\b/i;

/** Whether the text begins as HTML, behind blanks and comments. */
function isHtml(text: string): boolean {
  let rest = text.trimStart();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    if (end === -1) return false;
    rest = rest.slice(end + 3).trimStart();
  }
  return htmlStart.test(rest);
}

function kindOf(text: string, contentType: string | null): string {
  if (text.trim() === '') return 'empty';
  return /html/i.test(contentType ?? '') || isHtml(text) ? 'HTML' : 'text';
}
