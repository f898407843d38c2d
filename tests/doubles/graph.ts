/** Who follows what on one network, before it takes a protocol's form. */
export interface Graph {
  people: Person[];
  media: Media[];
}

export interface Person {
  /** Letters and digits. */
  name: string;
  /** Names of media. */
  follows: string[];
  /** `hidden` shows its list to nobody, `gone` does not exist. */
  state: 'open' | 'hidden' | 'gone';
}

export interface Media {
  /** Letters and digits. */
  name: string;
  title: string;
  /** Null where the network does not tell. */
  subscribers: number | null;
  /** Posts of different outside authors, among the newest. */
  outside: number;
  /** Posts of its own, older ones. */
  own: number;
}

/** A request as a double gets it. */
export interface Question {
  method: string;
  host: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface DoubleAnswer {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

/** A network's servers, answering from a graph as the real ones do. */
export interface Double {
  /** Hosts that it answers for. */
  hosts: string[];
  answer(question: Question): DoubleAnswer | Promise<DoubleAnswer>;
  /** The address of a person or of media, as somebody would paste it. */
  addressOf(name: string): string;
  /** It hides nobody's list: whoever is hidden in the graph is open here. */
  hidesNobody?: true;
  /** The token that it wants, if it wants one. */
  token?: string;
}

/** Words of a crowd in which the first media are the most followed ones (Zipf's law, exponent 1). */
export function crowdGraph({ people, follows, media }: { people: number; follows: number; media: number }): Graph {
  const random = seeded(7);
  const names = Array.from({ length: media }, (_, index) => `media${index}`);
  const weights = names.map((_, index) => 1 / (index + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const draw = (): string => {
    let rest = random() * total;
    for (const [index, weight] of weights.entries()) {
      rest -= weight;
      if (rest <= 0) return names[index] ?? '';
    }
    return names[0] ?? '';
  };
  return {
    people: Array.from({ length: people }, (_, index): Person => {
      const followed = new Set<string>();
      while (followed.size < follows) followed.add(draw());
      return { name: `person${index}`, follows: [...followed], state: 'open' };
    }),
    media: names.map((name, index): Media => ({
      name,
      title: `Media ${index}`,
      subscribers: Math.round(10 ** (2 + 4 * random())),
      ...(random() < 0.5 ? { outside: 12, own: 48 } : { outside: 0, own: 60 }),
    })),
  };
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
