/** What the program notes of a resource, in English; the page has each in every language. */
export const rowNotes = {
  movedFrom: (name: string) => `moved here from ${name}`,
  movedTo: (url: string) => `moved to ${url}`,
  otherAddress: (id: string) => `counted with its other address ${id}`,
  nameMeant: (name: string) => `counted with the name "${name}", as verdicts.csv says`,
  nameFound: (name: string, network: string) =>
    `counted with the name "${name}" from an export: no other ${network} resource here has that name`,
  namesakes: (addresses: readonly string[]) => `${addresses.length} resources have that name: ${addresses.join(', ')}`,
  rankedTogether: () => 'ranked together with other networks, which the terms do not allow: see --apart',
  countedElsewhere: (subscribers: number) => `another server knows of ${subscribers} subscribers`,
  sisterFacts: (url: string) => `facts and posts are those of another page of the same publisher, as you said: ${url}`,
  sisterCount: (url: string) =>
    `subscribers, facts and posts are those of another page of the same publisher, as you said: ${url}`,
  countedByHand: (day: string | null) => `outside authors as somebody saw them${day === null ? '' : ` on ${day}`}`,
  byAssistant: (posts: number, because: string) =>
    `by assistant (sent: its name, its description and ${posts} posts): ${because}`,
} as const;

const between = '; ';

/** Several notes as one; empty where there is none. */
export const joinNotes = (notes: readonly (string | undefined)[]): string => notes.filter(Boolean).join(between);

/** The notes that were joined; one that holds the joint itself is in pieces. */
export const notesIn = (joined: string): string[] => joined.split(between);
