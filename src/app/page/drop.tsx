import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { type Zone, sending, takeFiles } from './intake.ts';
import { say } from './language.ts';
import { workspace } from './things.ts';

/** What becomes of what is being dragged over the page; null where nothing is. */
const over = signal<Zone | null>(null);

/** Without a client list, everything is one; with it, what lands outside of a zone was handed over. */
function zoneOf(event: DragEvent): Zone {
  if (workspace.value.value?.clients == null) return 'clients';
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-zone]') : null;
  const named = target?.dataset['zone'];
  return named === 'clients' || named === 'results' ? named : 'intake';
}

/** Takes files that are dropped anywhere, and says what will become of them before they are let go. */
export function DropAnywhere(): JSX.Element {
  useEffect(() => {
    const ending = new AbortController();
    const { signal: until } = ending;
    const isFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    addEventListener(
      'dragover',
      (event) => {
        if (!isFiles(event)) return;
        event.preventDefault();
        over.value = zoneOf(event);
      },
      { signal: until },
    );
    addEventListener('dragleave', (event) => event.relatedTarget === null && (over.value = null), { signal: until });
    addEventListener(
      'drop',
      (event) => {
        if (!isFiles(event)) return;
        event.preventDefault();
        const zone = zoneOf(event);
        over.value = null;
        void takeFiles(zone, [...(event.dataTransfer?.files ?? [])]);
      },
      { signal: until },
    );
    return () => ending.abort();
  }, []);
  return (
    <>
      {over.value === null ? null : (
        <div class="dropping" aria-hidden="true">
          <p>{say(`app.drop.${over.value}`)}</p>
        </div>
      )}
      <p class="sending" role="status">
        {sending.value > 0 ? say('app.sending', { n: sending.value }) : ''}
      </p>
    </>
  );
}
