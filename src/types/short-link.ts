/** Services that make short links. */
export const shortenerNames = ['bitly', 'shlink', 'yourls', 'kutt', 'vk'] as const;
export type ShortenerName = (typeof shortenerNames)[number];

/** The environment variable that holds the token of each. */
export const shortenerVariables: Readonly<Record<ShortenerName, string>> = {
  bitly: 'BITLY_TOKEN',
  shlink: 'SHLINK_API_KEY',
  yourls: 'YOURLS_SIGNATURE',
  kutt: 'KUTT_API_KEY',
  vk: 'VK_TOKEN',
};

/** A tagged link, and by what a person finds it again at the service. */
export interface LongLink {
  url: string;
  /** The resource that it is for. */
  title: string;
  campaign: string;
}

/** What became of a link at a service. */
export interface ShortLink {
  /** Null where the long one has to stand. */
  url: string | null;
  /** What whoever publishes it must know, in English: why there is none, or what the service made of the long one. */
  note: string;
  /** Whether asking once more would give the same. */
  final: boolean;
}
