import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { say } from './language.ts';
import { isSilent, told } from './told.ts';

const shownMs = 8000;

/** What was said last, also to screen readers. */
export function ToldLine(): JSX.Element {
  const { value } = told;
  useEffect(() => {
    if (value === null || value.isFailure || value.undo !== null) return undefined;
    const end = setTimeout(() => told.value === value && (told.value = null), shownMs);
    return () => clearTimeout(end);
  }, [value]);
  return (
    <>
      <div class="told-place" role="status">
        {value === null || value.isFailure ? null : (
          <p class="told">
            <span>{value.text}</span>
            {value.undo === null ? null : (
              <button type="button" onClick={undo}>
                {say('app.undo')}
              </button>
            )}
          </p>
        )}
      </div>
      <div class="told-place" role="alert">
        {value?.isFailure === true ? (
          <p class="told failure">
            <span>{value.text}</span>
            <button type="button" onClick={() => (told.value = null)}>
              {say('app.close')}
            </button>
          </p>
        ) : null}
        {isSilent.value ? <p class="told failure">{say('app.silent')}</p> : null}
      </div>
    </>
  );
}

function undo(): void {
  const action = told.value?.undo;
  told.value = null;
  action?.();
}
