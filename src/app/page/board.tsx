import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Placing, PlacingAnswer } from '../api.ts';
import { say, sayDay } from './language.ts';
import { sayNext, sayStatus } from './next-words.ts';
import { writeOutreach } from './outreach.ts';

/** Cards shown in a column before the rest is unfolded. */
const mostCards = 50;

/** A column for each status; a card is moved by dragging it, or by its own list of statuses. */
export function StatusBoard({
  answer,
  onChoose,
}: {
  answer: PlacingAnswer;
  onChoose: (url: string) => void;
}): JSX.Element {
  const dragged = useSignal<Placing | null>(null);
  const over = useSignal<string | null>(null);
  const { statuses } = answer;
  const known = new Set(statuses);
  const columns = [
    ...statuses,
    ...new Set(answer.places.map(({ outreach }) => outreach.status).filter((each) => !known.has(each))),
  ];
  return (
    <div class="board" role="region" tabIndex={0} aria-label={say('app.view.board')}>
      {columns.map((status) => {
        const places = answer.places.filter(({ outreach }) => outreach.status === status);
        return (
          <section
            key={status}
            class={over.value === status ? 'column over' : 'column'}
            aria-label={sayStatus(status)}
            onDragOver={(event) => {
              if (dragged.value === null) return;
              event.preventDefault();
              over.value = status;
            }}
            onDrop={(event) => {
              event.preventDefault();
              const { value: place } = dragged;
              if (place !== null && place.outreach.status !== status) void writeOutreach(place, { status });
              dragged.value = over.value = null;
            }}
          >
            <h3>
              {sayStatus(status)} <small>{places.length}</small>
            </h3>
            <ul>
              {places.slice(0, mostCards).map((place) => (
                <li
                  key={place.url}
                  class="card"
                  draggable
                  onDragStart={() => (dragged.value = place)}
                  onDragEnd={() => (dragged.value = over.value = null)}
                >
                  <button type="button" class="link" onClick={() => onChoose(place.url)}>
                    <bdi>{place.title ?? place.resource}</bdi>
                  </button>
                  <small class="soft">
                    {sayNext(place.next.text)}
                    {place.next.date === null ? '' : ` · ${sayDay(place.next.date)}`}
                  </small>
                  <StatusChoice place={place} statuses={statuses} />
                </li>
              ))}
            </ul>
            {places.length > mostCards ? (
              <p class="soft">{say('changes.more', { n: places.length - mostCards })}</p>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}

/** Where the contact stands. */
export function StatusChoice({ place, statuses }: { place: Placing; statuses: string[] }): JSX.Element {
  const { status } = place.outreach;
  return (
    <label>
      <span class="unseen">{say('app.status')}</span>
      <select value={status} onChange={({ currentTarget: { value } }) => void writeOutreach(place, { status: value })}>
        {[...new Set([...statuses, status])].map((each) => (
          <option key={each} value={each}>
            {sayStatus(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
