import { load } from 'cheerio/slim';

const breaks =
  'br, hr, p, div, li, ul, ol, dl, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, pre, tr, td, th, table, caption, ' +
  'section, article, header, footer, main, nav, aside, figure, figcaption, address, form, details, summary, option';

/** The text a reader of this HTML sees, on one line: ends of blocks and lines become a space. */
export function textOf(html: string): string {
  const page = load(html, null, false);
  page('script, style, template, noscript').remove();
  page(breaks).before(' ').after(' ');
  return page.text().replaceAll(/\s+/g, ' ').trim();
}
