import type { IdentifyResource, SavedResource } from '../../types/import.ts';
import type { ResourceName } from '../../types/input.ts';
import type { ImportFile } from '../import-format.ts';
import type { SavedPage } from '../pages/page.ts';
import type { Element } from '../pages/tree.ts';

/** A page of a resource, before it is read. */
export interface ShownPage extends SavedPage {
  file: ImportFile;
  identify: IdentifyResource;
  resource: ResourceName;
  /** The part of the page that is about the resource. */
  region: Element;
}

/** What one network's pages need to be read with. */
export interface Reading {
  /** Whether an address can be that of an account and of nothing below it. */
  isAccount: (url: URL) => boolean;
  /** The address of a post without what tells how a visitor came; null where a link leads to none. */
  postAt: (url: URL) => string | null;
  /** When a post was written, as its address or the id in its markup tells, in milliseconds since the epoch. */
  momentOf?: (address: string) => number | null;
  /** The address of the post that an id in its markup names. */
  addressOfId?: (id: string) => string | null;
  /** Posts stand side by side as pictures, each known by its address. */
  isGrid?: true;
  /** Headings of such pages hold other things than the title. */
  titleElsewhere?: true;
  /** What data that the page carries for its scripts tells; it comes before what is shown. */
  told?: SavedResource['told'];
  /** Posts that data of the page tells; they come before what is shown. */
  posts?: SavedResource['posts'];
  /** Those who like a page count where it shows no followers. */
  countsLikes?: true;
  /** Everybody who belongs to it may post. */
  group?: boolean;
  /** Whoever comes may propose a post. */
  suggestions?: boolean;
  otherIds?: string[];
  otherName?: ResourceName | null;
}
