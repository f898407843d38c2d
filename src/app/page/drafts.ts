/** What a person is writing, as long as this browser keeps it: nothing leaves the page before it is copied. */
const nameOf = (url: string, part: string): string => `draft ${part} ${url}`;

export const draftOf = (url: string, part: string): string | null => localStorage.getItem(nameOf(url, part));

/** @param text null where the program's own wording is wanted back */
export function keepDraft(url: string, part: string, text: string | null): void {
  if (text === null) localStorage.removeItem(nameOf(url, part));
  else localStorage.setItem(nameOf(url, part), text);
}
