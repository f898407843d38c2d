import type { HandPage } from './network.ts';

/** A page that a person is to open and save. */
export interface HandTask extends Pick<HandPage, 'list' | 'way'> {
  network: string;
  title: string;
  address: string;
  /** `empty`: the page came in, and its list is hidden or holds nothing. */
  state: 'missing' | 'came' | 'empty';
  /** Enough clients are read on this network, or will be by the tasks before. */
  spare: boolean;
}

/** The pages of one client. */
export interface HandClient {
  /** As the client list calls them: the worksheet is the marketer's own, and no output to pass on. */
  name: string;
  /** No list of theirs can be read yet, on any network. */
  blank: boolean;
  tasks: HandTask[];
}

/** How far a network is. */
export interface HandNetwork {
  network: string;
  title: string;
  /** Clients with a profile there, those of them whose list is there, and after how many more would change little. */
  clients: number;
  read: number;
  enough: number;
}

/** What to open, save and drop into the intake folder, most useful first. */
export interface Worksheet {
  /** ISO 8601. */
  date: string;
  /** Clients of the list, and those of whom no list can be read yet. */
  clients: number;
  blank: number;
  networks: HandNetwork[];
  people: HandClient[];
  /** What the missing pages take that are not spare: blank clients that they bring, pages, minutes. */
  work: { clients: number; pages: number; minutes: number };
}
