import { createHash } from 'node:crypto';
import { lookup } from '../../text/lookup.ts';
import type { Markup } from './markup.ts';

// What every page that is written here has: it acts by its own style and script alone, and loads nothing.

export const raw = (source: string): Markup => ({ markup: source });

const hashOf = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/** Some tools that compile TypeScript mark functions with a helper of this name, also inside of those that are printed. */
const helper = 'const __name = (value) => value;';

/** A call of a function whose source goes into the page, with data and with other such functions. */
export const pageScriptOf = (run: (...given: never[]) => void, given: readonly unknown[]): string => `${helper}
(${run.toString()})(${given.map((each) => (typeof each === 'function' ? each.toString() : data(each))).join(', ')});`;

export const policyFor = (style: string, script: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** JSON that is a JavaScript expression and ends no `script` element. */
function data(value: unknown): string {
  const signs: Record<string, string> = { '<': '\\u003c', '\u2028': '\\u2028', '\u2029': '\\u2029' };
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (sign) => lookup(signs, sign) ?? '');
}

export const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%230b6b5f' d='M1 2h14v3H1zm0 5h9v3H1zm0 5h5v3H1z'/%3E%3C/svg%3E";
