import { cell, type Followed } from './follows.ts';

const date = 'Mon Apr 06 16:33:17 UTC 2026';

/** `Company Follows.csv`, under the headings of any language, with or without notes above them. */
export function companyFollows(
  follows: Followed[],
  { headings = ['Organization', 'Followed On'], notes = false, newline = '\n' } = {},
): string {
  const preamble = notes ? ['Notes:', '"Some of these pages, may no longer exist."', ''] : [];
  const rows = follows.map(({ title }) => `${cell(title)},${date}`);
  return [...preamble, headings.map(cell).join(','), ...rows, ''].join(newline);
}
