/** What a person is writing and has not kept yet: this browser alone has it. */
export interface TextDraft {
  text: string;
  /** Of what it is to take the place of. */
  version: string;
}

const nameOf = (url: string, part: string): string => `draft ${part} ${url}`;

export function draftOf(url: string, part: string): TextDraft | null {
  try {
    const { text, version } = JSON.parse(localStorage.getItem(nameOf(url, part)) ?? '{}') as Partial<TextDraft>;
    return typeof text === 'string' && typeof version === 'string' ? { text, version } : null;
  } catch {
    return null;
  }
}

/** @param draft null where nothing is being written any more */
export function keepDraft(url: string, part: string, draft: TextDraft | null): void {
  if (draft === null) localStorage.removeItem(nameOf(url, part));
  else localStorage.setItem(nameOf(url, part), JSON.stringify(draft));
}
