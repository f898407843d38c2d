import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Declined } from './ask.ts';
import { say } from './language.ts';
import { tellFailure } from './told.ts';

interface OpenConflict {
  theirs: string;
  mine: string;
  choose: (isMine: boolean) => void;
}

const open = signal<OpenConflict | null>(null);

interface Edit<Present> {
  /** @param over what stands there now, where it was asked whether to write over it */
  write: (over: Present | null) => Promise<Present>;
  /** Both as a person reads them. */
  describe: (state: Present) => string;
  mine: string;
}

/**
 * Writes an edit. Where another page or program was faster, it shows what that one wrote and asks which to keep.
 * @returns what stands there now; null where nothing could be written
 */
export async function writeEdit<Present>({ write, describe, mine }: Edit<Present>): Promise<Present | null> {
  let over: Present | null = null;
  for (;;) {
    try {
      return await write(over);
    } catch (error) {
      if (!(error instanceof Declined) || error.present === null) {
        tellFailure(error);
        return null;
      }
      const present = error.present as Present;
      if (!(await asked({ theirs: describe(present), mine }))) return present;
      over = present;
    }
  }
}

const asked = (texts: Pick<OpenConflict, 'theirs' | 'mine'>): Promise<boolean> =>
  new Promise((resolve) => {
    open.value = { ...texts, choose: resolve };
  });

/** The question which of two edits is to stay. */
export function ConflictDialog(): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const conflict = open.value;
  useEffect(() => {
    if (conflict !== null) dialog.current?.showModal();
  }, [conflict]);
  const choose = (isMine: boolean): void => {
    dialog.current?.close();
    open.value = null;
    conflict?.choose(isMine);
  };
  return (
    <dialog ref={dialog} aria-labelledby="conflict-h" onCancel={() => choose(false)}>
      {conflict === null ? null : (
        <>
          <h2 id="conflict-h">{say('app.conflict')}</h2>
          <p>{say('app.conflict.text')}</p>
          <div class="two">
            <section aria-label={say('app.conflict.theirs')}>
              <h3>{say('app.conflict.theirs')}</h3>
              <p class="cited">{conflict.theirs}</p>
              <button type="button" onClick={() => choose(false)}>
                {say('app.conflict.keepTheirs')}
              </button>
            </section>
            <section aria-label={say('app.conflict.mine')}>
              <h3>{say('app.conflict.mine')}</h3>
              <p class="cited">{conflict.mine}</p>
              <button type="button" class="main" onClick={() => choose(true)}>
                {say('app.conflict.keepMine')}
              </button>
            </section>
          </div>
        </>
      )}
    </dialog>
  );
}
