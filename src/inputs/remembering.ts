import { detach } from '../tables/detach.ts';

/**
 * What is found out about a text, kept for a while: tables repeat theirs in many rows, and equal texts share one answer.
 * @param most answers that are kept; when there are so many, all are forgotten
 * @param find given the text, and what else it may need that follows from it
 */
export function remembering<Answer, Given extends unknown[] = []>(
  most: number,
  find: (text: string, ...given: Given) => Answer,
): (text: string, ...given: Given) => Answer {
  const answers = new Map<string, Answer>();
  return (text, ...given) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= most) answers.clear();
    const own = detach(text);
    const answer = find(own, ...given);
    answers.set(own, answer);
    return answer;
  };
}
