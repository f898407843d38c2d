import { Parser } from 'htmlparser2';

const breaks = new Set(
  (
    'br hr p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre tr td th table caption section article header ' +
    'footer main nav aside figure figcaption address form details summary option'
  ).split(' '),
);

const unseen = new Set(['script', 'style', 'template', 'noscript']);

/** Browsers nest no more than 512 elements; what stands deeper than this was made to cost time. */
const maxDepth = 1000;

const pieceLength = 16_384;

/** What stands for a link in a text, by where it leads and what it shows. */
export type LinkText = (href: string, shown: string) => string;

/**
 * The text a reader of this HTML sees, on one line: ends of blocks and lines become a space. The time it takes grows with
 * the length alone; text behind elements nested more than 1,000 deep is left out.
 * @param linkText without it a link is what it shows
 */
export function textOf(html: string, linkText?: LinkText): string {
  const texts: string[] = [];
  const open = { all: 0, hidden: 0 };
  let link: { href: string; start: number } | null = null;
  const closeLink = (): void => {
    if (!link || !linkText) return;
    const shown = texts.splice(link.start).join('');
    texts.push(open.hidden > 0 ? shown : linkText(link.href, shown.trim()));
    link = null;
  };
  const parser = new Parser(
    {
      onopentagname(name) {
        open.all += 1;
        if (unseen.has(name)) open.hidden += 1;
        if (breaks.has(name)) texts.push(' ');
      },
      onopentag(name, { href }) {
        if (name !== 'a') return;
        closeLink();
        if (href !== undefined) link = { href, start: texts.length };
      },
      ontext(text) {
        if (open.hidden === 0) texts.push(text);
      },
      onclosetag(name) {
        if (name === 'a') closeLink();
        open.all -= 1;
        if (unseen.has(name)) open.hidden -= 1;
        if (breaks.has(name)) texts.push(' ');
      },
    },
    { decodeEntities: true },
  );
  for (let start = 0; start < html.length && open.all <= maxDepth; start += pieceLength) {
    parser.write(html.slice(start, start + pieceLength));
  }
  parser.end();
  closeLink();
  return texts.join('').replaceAll(/\s+/g, ' ').trim();
}
