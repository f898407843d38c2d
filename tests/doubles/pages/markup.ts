import { escaped, randomFollows } from '../exports/follows.ts';
import type { Language } from './languages.ts';

/** A follow that a page shows. */
export interface Shown {
  handle: string;
  number: string;
  title: string;
  subscribers: number | null;
}

/** A page before it is saved: its address and what stands in it. */
export interface Page {
  url: string;
  html: string;
}

export interface Scene {
  follows: Shown[];
  language: Language;
  seed: number;
  /** How many follows the page says there are; as many as it shows, where nothing is said. */
  stated?: number;
}

/** Follows with numbers of subscribers that a shortened form gives back exactly; some show none. */
export function shownFollows(seed: number, count: number): Shown[] {
  const numbers = [7, 45, 345, 1200, 12_300, 45_000, 123_000, 1_200_000, 4_560_000];
  return randomFollows(seed, count).map(({ title, handle, number }, at) => ({
    title: title.replaceAll(/\s+/g, ' ').trim(),
    handle,
    number,
    subscribers: at % 5 === 4 ? null : (numbers[(at * 7 + seed) % numbers.length] ?? null),
  }));
}

/** Randomness of one page: class names, depth of elements. */
export class Markup {
  #state: number;
  readonly language: Language;

  constructor(seed: number, language: Language) {
    this.#state = seed >>> 0;
    this.language = language;
  }

  random(below: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * below);
  }

  /** As build tools make them: new with each version. */
  classes(): string {
    return Array.from({ length: 1 + this.random(4) }, () => `x${this.random(36 ** 6).toString(36)}`).join(' ');
  }

  tag(name: string, content: string, attributes = ''): string {
    return `<${name} class="${this.classes()}"${attributes && ` ${attributes}`}>${content}</${name}>`;
  }

  /** `depth` elements around the content. */
  wrapped(depth: number, content: string, name = 'div'): string {
    let html = content;
    for (let level = 0; level < depth; level += 1) html = this.tag(name, html);
    return html;
  }

  link(href: string, content: string, attributes = ''): string {
    return this.tag('a', content, `href="${escaped(href)}"${attributes && ` ${attributes}`}`);
  }

  picture(alt = ''): string {
    return `<img alt="${escaped(alt)}" src="https://cdn.example/${this.random(1e9)}.jpg">`;
  }

  text(text: string, name = 'span'): string {
    return this.tag(name, escaped(text));
  }

  /** A number as the language shortens it, or in full. */
  number(count: number): string {
    const format = new Intl.NumberFormat(
      this.language.code,
      this.random(2) === 0 ? { notation: 'compact', maximumSignificantDigits: 3 } : {},
    );
    return format.format(count);
  }

  document(title: string, body: string, head = ''): string {
    return (
      `<!DOCTYPE html>\n<html lang="${this.language.code}" class="${this.classes()}"><head><meta charset="utf-8">` +
      `<title>${escaped(title)}</title>${head}<style>.${this.classes().split(' ')[0]}{color:red}</style></head>` +
      `<body class="${this.classes()}"><script>document.write('<a href="/from.a.script">no</a>')</script>${body}` +
      `<noscript><a href="/without.scripts">no</a></noscript></body></html>`
    );
  }
}

export { escaped };
