import { signal } from '@preact/signals';
import { Declined } from './ask.ts';
import { quoteText } from './quote.ts';
import { say } from './language.ts';

/** What is said aloud and stands at the foot of the page for a while; a failure stays until it is closed. */
export const told = signal<{ text: string; isFailure: boolean; undo: (() => void) | null } | null>(null);

/** The program does not answer. */
export const isSilent = signal(false);

export function tell(text: string, undo: (() => void) | null = null): void {
  told.value = { text, isFailure: false, undo };
}

/** Does something, and tells what went wrong. @returns null where it did */
export async function attempt<Result>(work: () => Promise<Result>): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    tellFailure(error);
    return null;
  }
}

export function tellFailure(error: unknown): void {
  if (!(error instanceof Declined)) throw error;
  if (error.code === 'silent') isSilent.value = true;
  else
    told.value = {
      text: error.code === 'run_goes_on' ? say('app.runGoesOn') : quoteText(error.message),
      isFailure: true,
      undo: null,
    };
}
