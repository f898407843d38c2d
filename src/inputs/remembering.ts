import { detach } from '../tables/detach.ts';

/**
 * What is found out about a text, kept for a while: tables repeat theirs in many rows, and equal texts share one answer.
 * @param most answers that are kept; when there are so many, all are forgotten
 */
export function remembering<Answer>(most: number, find: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= most) answers.clear();
    const own = detach(text);
    const answer = find(own);
    answers.set(own, answer);
    return answer;
  };
}
