import { type Markup, markup } from './markup.ts';
import type { Translator } from './i18n.ts';
import type { Key } from './words/index.ts';

/** What is wider than a phone scrolls by itself, also with the keyboard. */
export const region = ({ label }: Translator, name: Key, content: Markup): Markup =>
  markup`<div class="scroll" role="region" tabindex="0"${label(name)}>${content}</div>`;
