/** An input row, or a part of one, that could not be used. One row of `problems.csv`. */
export interface Problem {
  file: string;
  /** 1-based line of the file; 0 where the file as a whole is meant. */
  line: number;
  value: string;
  problem: string;
  whatToDo: string;
}

/** A profile as it was written, before anybody was asked. */
export interface ProfileName {
  network: string;
  /** Canonical spelling of what was written: lower case, no `@`, the network's id where the address held one. */
  name: string;
  /** The host that knows the profile. */
  host: string;
}

/** A resource as it was written, before anybody was asked. */
export interface ResourceName extends ProfileName {
  /** The network's stable id where the address itself holds it; `name:` and the name where nothing else is known. */
  id: string | null;
  /** The address as a person would open it; empty where only the name is known. */
  url: string;
  /** The address may be any site's: only its server can tell that it is this network's. Else it is `otherwise`. */
  unsure?: true;
  otherwise?: ResourceName;
}

/** How texts name pages. */
export interface PageFinder {
  /** The page at an address. */
  byAddress(text: string): ResourceName | null;
  /** The page that has this handle on a network. */
  byHandle(text: string, network: string): ResourceName | null;
  /** The network that a word means. */
  networkCalled(word: string): string | null;
}

/** Why an address of a known network is neither a profile nor a resource. */
export interface NotIdentified {
  reason: string;
}

/** One client of the marketer. */
export interface Customer {
  /** Normalised text of the column that names the customer. */
  key: string;
  profiles: ProfileName[];
  /** The row says that the customer agreed to have the profiles read. */
  consents?: boolean;
}

/** One row of `follows.csv`. */
export interface ImportedFollow {
  customer: string;
  resource: ResourceName;
  title: string | null;
  subscribers: number | null;
  /** Learned by asking the customer, who may not remember well. */
  via?: 'survey';
}

/** A customer who was asked and follows nothing: on this network, or, where it is null, on any. */
export interface EmptyAnswer {
  customer: string;
  network: string | null;
  /** The answer was given in a survey. */
  via?: 'survey';
}

/** What a person, or a rule, decides of a resource. */
export const decisionVerdicts = ['keep', 'review', 'drop'] as const;

/** One row of `verdicts.csv`: what a person decided. */
export interface Decision {
  resource: ResourceName;
  /** Null where the row only tells which resource a name means. */
  verdict: (typeof decisionVerdicts)[number] | null;
  note: string;
  /** The resource that an unresolved name means. */
  means: ResourceName | null;
  /** Another page, and whether it is the same publisher's. */
  sister?: { page: ResourceName; isSame: boolean };
  /** What a person counted and saw there. */
  counted?: HandCount;
}

/** What a person counted and saw on a page. */
export interface HandCount {
  subscribers: number | null;
  /** Distinct outside authors; `some` where it is only known that there are any; null where nobody looked. */
  outside: number | 'some' | null;
  /** Where outside authors can be seen, and their words. */
  link: string | null;
  quote: string;
  /** The day of it, ISO 8601; null where nobody knows. */
  on: string | null;
}

/** A placement that is paid for; what the table does not say is null. */
export interface PaidPlacement {
  resource: ResourceName;
  price: number | null;
  /** ISO 4217. */
  currency: string | null;
  /** The day of publication, ISO 8601. */
  day: string | null;
  clicks: number | null;
  /** The token by which Russia marks an advertisement. */
  erid: string | null;
}

/** A person's own text of one teaser. */
export interface OwnWording {
  resource: ResourceName;
  /** Which of the resource's teasers, from 1 on. */
  variant: number;
  /** `{link}` stands where its tagged link goes. */
  text: string;
}

/** Whom the opt-out list names. A customer is left out by a key or a profile alike. */
export interface Exclusions {
  /** Names, ids and e-mails as customer keys. */
  keys: Set<string>;
  /** Profiles by network and name. */
  names: Map<string, ProfileName>;
  /** Profiles whose address holds the network's own id. */
  profiles: { network: string; id: string }[];
}

/** How many customers were left out as the opt-out list says, and how many profiles of theirs on each network. */
export interface ExcludedCounts {
  customers: number;
  profiles: Record<string, number>;
}

/** How one input file was read. */
export interface InputTable {
  file: string;
  /** Null for a workbook. */
  encoding: string | null;
  delimiter: string | null;
  /** Null for a text file. */
  sheet: string | null;
  /** The line of the heading; null where the table has none, and its columns were told by what stands in them. */
  headingLine: number | null;
  /** Every column in the order of the file. A role of null is a column that is not read. */
  columns: { heading: string; role: string | null; by: 'heading' | 'content' | 'you' | null }[];
}

/** How the clients of a list were told apart. Names of clients: for the terminal, and for no file. */
export interface ClientsTold {
  file: string;
  clients: number;
  /** What clients were counted by, with the headings of these columns; most clients first. */
  by: { basis: 'customer' | 'name' | 'email' | 'profile' | 'company'; headings: string[]; clients: number }[];
  doubts: ClientDoubt[];
}

/** Rows of which nobody can tell for sure whether they are about one person. */
export interface ClientDoubt {
  client: string;
  /** 1-based lines of the rows. */
  lines: number[];
  /** The rows count as one client; else as so many. */
  together: boolean;
  /** What is different in the rows. */
  differs: 'name' | 'email' | 'company' | 'profile';
}

export interface Input {
  customers: Customer[];
  follows: ImportedFollow[];
  /** The segment of each customer, by customer key, of which enough are in the same. */
  segments?: ReadonlyMap<string, string>;
  /** Rows of `follows.csv` that name a customer and no resource. */
  emptyAnswers?: EmptyAnswer[];
  decisions: Decision[];
  problems: Problem[];
  /** People of the control list, whose follows tell what is usual. */
  control?: Customer[];
  /** Where the client list first names a profile, by `network:name`. */
  written?: undefined | { file: string; lines: ReadonlyMap<string, number> };
}
