import type { CheerioAPI } from 'cheerio';
import type { NotIdentified, ResourceName } from './input.ts';

/** One follow that an exported or saved file tells of, before anybody knows which resource it is. */
export interface ParsedFollow {
  /** Who follows, where the file itself names several customers; null where the whole file is one customer's. */
  customer: string | null;
  /** Where the resource can be found: an address, or what its network's own address column may hold; null for a bare name. */
  address: string | null;
  /** Network of the resource; null where the address tells. Never null without an address. */
  network: string | null;
  title: string | null;
  subscribers: number | null;
}

/** A file, or an entry of an archive, as an import format gets to see it. */
export interface ImportFile {
  /** Base name, for messages and for formats that have no other mark of their own. Never used as a path. */
  name: string;
  text: string;
  /** The text as JSON; undefined where it is none. Parsed once. */
  json(): unknown;
  /** The text as an HTML page; null where it is none. Parsed once. */
  page(): CheerioAPI | null;
  /** Rows of the text or the sheet as a table, heading first, with their lines; null where it is none. Parsed once. */
  rows(): { line: number; cells: string[] }[] | null;
}

/** What a file turned out to be: follows, or something that holds none. */
export type RecognisedFile =
  | {
      /** What a person would call the file: `Instagram export: accounts followed`. */
      format: string;
      follows: ParsedFollow[];
      /** What else stood in it and was left, with its number: `12 hashtags`. */
      skipped: string[];
    }
  | { format: string; reason: string; whatToDo: string };

/** A kind of file that other programs write. It looks at the content; null where the file is of another kind. */
export interface ImportFormat {
  id: string;
  recognise(file: ImportFile, identify: IdentifyResource): RecognisedFile | null;
}

/** Which resource an address names; handed to formats that read pages of links. */
export type IdentifyResource = (address: string) => ResourceName | NotIdentified | null;
