/** The text of a form in one language. */
export interface Form {
  title: string;
  intro: string;
  /** Who answers. */
  name: string;
  email: string;
  /** What is read, by kind. Each is headed so that the answers are understood, and may stay empty. */
  questions: string[];
  /** How to answer them. */
  hint: string;
  /** For the marketer: what to heed before the form goes out. */
  notes: { heading: string; lines: string[] };
}
