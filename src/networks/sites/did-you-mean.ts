/** The word that a mistyped one means: at most a third of its letters are wrong. Null where none is so near. */
export function closest(word: string, words: readonly string[]): string | null {
  const far = Math.max(1, Math.floor(word.length / 3));
  const distances = words.map((each) => ({ each, distance: distanceOf(word.toLowerCase(), each.toLowerCase()) }));
  const [best] = distances.toSorted((a, b) => a.distance - b.distance);
  return best && best.distance <= far ? best.each : null;
}

/** Letters to add, leave out, change or swap with the next one (Damerau and Levenshtein). */
function distanceOf(from: string, to: string): number {
  let above: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let at = 0; at < from.length; at += 1) {
    const next = [at + 1];
    for (let column = 0; column < to.length; column += 1) {
      const changed = (row[column] ?? 0) + (from[at] === to[column] ? 0 : 1);
      const isSwapped = at > 0 && column > 0 && from[at] === to[column - 1] && from[at - 1] === to[column];
      const swapped = isSwapped ? (above[column - 1] ?? 0) + 1 : Infinity;
      next.push(Math.min(changed, swapped, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    above = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
