/** What a piece of XML turned out to be. Names are without their prefix. */
export interface XmlEvents {
  open?(name: string, attributes: (name: string) => string | null): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** What may stand between two tags, or in one: a cell holds 32,767 characters, and one may be written as `&#1046;`. */
const longest = 262_144;

/**
 * The tags and texts of XML that programs write, piece by piece: no document types, hence no entities but the five of
 * XML and numbered ones.
 * @returns takes the next piece; throws SyntaxError on what it does not read
 */
export function createXmlReader(events: XmlEvents): (piece: string) => void {
  let rest = '';
  return (piece) => {
    const text = rest + piece;
    let at = 0;
    for (;;) {
      const opens = text.indexOf('<', at);
      if (opens === -1) break;
      if (opens > at) events.text?.(decoded(text.slice(at, opens)));
      at = opens;
      const closes = tagEnd(text, opens);
      if (closes === -1) break;
      const tag = text.slice(opens + 1, closes);
      at = closes + 1;
      if (tag.startsWith('!DOCTYPE')) throw new SyntaxError('a document type');
      if (tag.startsWith('![CDATA[')) events.text?.(tag.slice(8, -2));
      else if (tag.startsWith('/')) events.close?.(local(tag.slice(1).trim()));
      else if (!tag.startsWith('!') && !tag.startsWith('?')) openTag(tag, events);
    }
    rest = text.slice(at);
    if (rest.length > longest) throw new SyntaxError(`${longest} characters without a tag`);
  };
}

function openTag(tag: string, events: XmlEvents): void {
  const empty = tag.endsWith('/');
  const [, name = '', rest = ''] = /^([^\s/]+)([\s\S]*)$/.exec(tag) ?? [];
  events.open?.(local(name), (wanted) => attributeOf(rest, wanted));
  if (empty) events.close?.(local(name));
}

function attributeOf(attributes: string, wanted: string): string | null {
  for (const [, name = '', double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name === wanted || local(name) === wanted) return decoded(double ?? single ?? '');
  }
  return null;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The place of the `>` that ends what begins here; -1 where it has not come yet. */
function tagEnd(text: string, start: number): number {
  if (text.startsWith('<!--', start)) return lastOf(text, '-->', start + 4);
  if (text.startsWith('<![CDATA[', start)) return lastOf(text, ']]>', start + 9);
  if (text.startsWith('<!', start) && text.length - start < 9) return -1;
  let quote = '';
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  return -1;
}

function lastOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length - 1;
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, digits?: string, name = '') => {
      if (hex === undefined && digits === undefined) return entities[name as string] ?? whole;
      const code = Number.parseInt(hex ?? digits ?? '', hex === undefined ? 10 : 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
