import { lookup } from '../text/lookup.ts';
import { Parser } from 'htmlparser2';

/** What a piece of XML turned out to be. Names are without their prefix; a text may come in several pieces. */
export interface XmlEvents {
  open?(name: string, attribute: (name: string) => string | null): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** What may stand between two tags, or in one: a cell holds 32,767 characters, and one may be written as `&#1046;`. */
const longest = 262_144;

/** A sheet needs some ten; the parser's time grows with the square of the depth. */
const deepest = 256;

/**
 * XML in UTF-8, chunk by chunk in bounded memory: no document types, hence no entities but the five of XML and numbered
 * ones. Both functions throw SyntaxError, or TypeError where the bytes are no UTF-8.
 */
export function createXmlReader(events: XmlEvents): { read(chunk: Uint8Array): void; end(): void } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let depth = 0;
  let written = 0;
  let lastTag = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        lastTag = parser.endIndex;
        if (++depth > deepest) throw new SyntaxError(`tags nested more than ${deepest} deep`);
        events.open?.(local(name), (wanted) => attributeOf(attributes, wanted));
      },
      onclosetag(name) {
        lastTag = parser.endIndex;
        depth--;
        events.close?.(local(name));
      },
      ontext: (text) => events.text?.(text),
      onprocessinginstruction(name) {
        if (/^!doctype$/i.test(name)) throw new SyntaxError('a document type');
      },
    },
    { xmlMode: true },
  );
  return {
    read(chunk) {
      const piece = decoder.decode(chunk, { stream: true });
      written += piece.length;
      parser.write(piece);
      if (written - lastTag > longest) throw new SyntaxError(`${longest} characters without a tag`);
    },
    // Not `parser.end()`: it would close what the file leaves open.
    end() {
      decoder.decode();
      if (depth > 0) throw new SyntaxError('it ends unexpectedly');
    },
  };
}

const attributeOf = (attributes: Record<string, string>, wanted: string): string | null =>
  lookup(attributes, wanted) ?? Object.entries(attributes).find(([name]) => local(name) === wanted)?.[1] ?? null;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
