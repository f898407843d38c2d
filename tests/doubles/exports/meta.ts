import { escaped } from './follows.ts';

// What Facebook and Instagram share: their JSON holds ASCII only, text as the single bytes of its UTF-8, and their HTML
// comes from one template. Shapes as parsers of real exports document them (d3i-infra/data-donation-task, 2026).

export const asBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

export const metaJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll(
    /[^\0-~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export const second = 1_735_732_800;

/** A page as exports of 2022 and later have it. `range` stands there where the person chose dates. */
export const metaPage = (heading: string, blocks: string[], range?: { from: string; to: string }): string =>
  `<html><head><meta charset="utf-8" /><title>${escaped(heading)}</title></head><body>
<div class="_a705"><header class="_as-_ _a70a"><div class="_a70d"><h1>${escaped(heading)}</h1>
<aside role="contentinfo" class="_aoaa">Created by Anna on <time datetime="2026-08-12T05:03Z">11 August 2026</time>
${range ? `<div>Data from <time datetime="${range.from}T04:52Z">then</time> to <time datetime="${range.to}T04:52Z">now</time></div>` : ''}
</aside></div></header><main class="_a706" role="main">${blocks.join('\n')}</main></div></body></html>`;
