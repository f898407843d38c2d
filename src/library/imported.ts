import type { ShownResource } from './keep-resources.ts';

/** What one file, or one archive or unpacked export as a whole, brought. */
export interface ImportedFile {
  /** The path as it was given; behind a colon the file within it. */
  file: string;
  /** Whose follows it tells of; null where it names several customers, or nobody. */
  customer: string | null;
  /** What it is; null where it was not recognised. */
  what: string | null;
  /** Of an archive or an unpacked export as a whole: its files, and those of them that tell of follows. */
  contents: { files: number; follows: number } | null;
  /** Follows read, and those of them that the follows file did not have. */
  read: number;
  added: number;
  /** What stood in it and was left, with its number and the reason. */
  left: string[];
  problem: string | null;
  whatToDo: string | null;
  /** What a person is asked: whose the file is, which nothing tells. */
  asks?: 'whose';
  /** The page, group or account that it shows, where it is no list but a saved page of one. */
  shows: ShownResource | null;
}

/** What an import brought, file by file and customer by customer, in numbers of follows. */
export interface Imported {
  /** The follows file. */
  follows: string;
  files: ImportedFile[];
  customers: { customer: string; read: number; added: number }[];
  read: number;
  added: number;
  /** Clients who were asked and named nothing, and of whom the follows file did not tell. */
  asked: number;
  /** Pages, groups and accounts whose facts and posts went into the state. */
  resources: number;
  /** Files of folders that an earlier import has read and that have not changed: they were not read again. */
  before: number;
  /** Whether no file had a problem. */
  complete: boolean;
}

/** What is told of a file that brought nothing. */
export const nothing = {
  customer: null,
  what: null,
  contents: null,
  read: 0,
  added: 0,
  left: [],
  problem: null,
  whatToDo: null,
  shows: null,
};

export const emptyFolder = { problem: 'it is empty', whatToDo: 'put the files of the customer in it' };

/** Names of files or people that are told; of more only how many. */
export const mostNamed = 5;
