import { raw } from '../html/frame.ts';
import type { Markup } from '../html/markup.ts';

const picture = (drawing: string): Markup =>
  raw(`<svg class="picture" viewBox="0 0 96 64" aria-hidden="true" focusable="false">${drawing}</svg>`);

const window = '<rect class="sheet" x="8" y="6" width="80" height="52" rx="4"/><path class="line" d="M8 18h80"/>';
const rows =
  '<circle class="dot" cx="24" cy="28" r="4"/><circle class="dot" cx="24" cy="41" r="4"/><path class="line" d="M34 28h34M34 41h26M20 53h40"/>';

/** What is to be done, in the order in which it is. */
export const pictures = {
  open: picture(
    `${window}<rect class="field" x="22" y="9" width="56" height="6" rx="3"/><path class="mark" d="M30 12h26"/>${rows}`,
  ),
  scroll: picture(`${window}${rows}<path class="mark" d="M79 24v26M73 44l6 7 6-7"/>`),
  save: picture(
    '<path class="sheet" d="M10 16h24l6 7h46v33H10z"/><path class="mark" d="M48 4v34M38 29l10 11 10-11"/><path class="line" d="M30 48h36"/>',
  ),
  import: picture(
    '<rect class="sheet" x="8" y="8" width="80" height="48" rx="4"/><path class="mark" d="M18 22l9 8-9 8M34 40h22"/>',
  ),
} as const;
