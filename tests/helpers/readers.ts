/** People who read pages of very different sizes, each of one of several interests. */
export interface Readership {
  /** Draws another one of the same people: the pages that they follow, by number. */
  draw: () => number[];
  pages: number;
}

const interests = 6;

/**
 * Popularity falls with the power 0.8 of the rank, people follow three times as much of their own interest as of another,
 * and some follow several times as much as others.
 */
export function readership(random: () => number, pages = 300): Readership {
  const popularity = Array.from({ length: pages }, (_, at) => 0.3 / (at + 1) ** 0.8);
  const interestOf = popularity.map(() => Math.floor(random() * interests));
  const draw = (): number[] => {
    const own = Math.floor(random() * interests);
    const activity = Math.exp((random() + random() + random() - 1.5) * 1.2);
    return popularity.flatMap((rate, at) =>
      random() < Math.min(0.9, rate * activity * (interestOf[at] === own ? 1.8 : 0.6)) ? [at] : [],
    );
  };
  return { draw, pages };
}
