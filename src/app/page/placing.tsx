import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Placing } from '../api.ts';
import { StatusBoard } from './board.tsx';
import { say, sayDay } from './language.ts';
import { LinkCard } from './link-card.tsx';
import { sayNext, sayStatus } from './next-words.ts';
import { Empty, Now } from './parts.tsx';
import { PlaceCard } from './place-card.tsx';
import { ResultsCard } from './results.tsx';
import { placing, settings } from './things.ts';
import { Windowed } from './windowed.tsx';

const rowHeight = 72;

/** The place that is worked on, by its address. */
const chosenPlace = signal<string | null>(null);

const view = signal<'list' | 'board'>('list');

/** The kept resources, each with what there is to write and to do. */
export function PlacingStep(): JSX.Element {
  useEffect(() => {
    void placing.load();
    void settings.load();
  }, []);
  const answer = placing.value.value;
  if (answer === null) return <p class="empty">{say('app.loading')}</p>;
  const { places } = answer;
  if (places.length === 0) return <Empty>{say('app.placing.none')}</Empty>;
  const today = new Date().toISOString().slice(0, 10);
  const due = places.filter(({ next, outreach }) => next.date !== null && next.date <= today && outreach.status !== '');
  const open = places.filter(({ outreach }) => outreach.status === '');
  const first = due[0] ?? open[0];
  return (
    <>
      <Now
        action={
          chosenPlace.value === null && first !== undefined ? (
            <button type="button" class="main" onClick={() => choose(first.url)}>
              {say('app.placing.begin')}
            </button>
          ) : null
        }
      >
        {due.length > 0
          ? say('app.placing.due', { n: due.length, title: nameOf(due[0]) })
          : open.length > 0
            ? say('app.placing.now', { n: open.length, title: nameOf(open[0]) })
            : say('app.placing.all')}
      </Now>
      <LinkCard />
      <fieldset class="shows">
        <legend class="unseen">{say('app.view')}</legend>
        {(['list', 'board'] as const).map((each) => (
          <button key={each} type="button" aria-pressed={view.value === each} onClick={() => (view.value = each)}>
            {say(`app.view.${each}`)}
          </button>
        ))}
      </fieldset>
      {view.value === 'board' ? <StatusBoard answer={answer} onChoose={choose} /> : <List places={places} />}
      <ResultsCard />
    </>
  );
}

const nameOf = (place: Placing | undefined): string => place?.title ?? place?.resource ?? '';

function choose(url: string): void {
  chosenPlace.value = url;
  view.value = 'list';
}

function List({ places }: { places: Placing[] }): JSX.Element {
  const text = useSignal('');
  const wanted = text.value.toLocaleLowerCase();
  const shown = places.filter((place) => nameOf(place).toLocaleLowerCase().includes(wanted));
  const selected = shown.findIndex(({ url }) => url === chosenPlace.value);
  const place = places.find(({ url }) => url === chosenPlace.value);
  return (
    <>
      <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <label>
          {say('search')}
          <input type="search" value={text.value} onInput={({ currentTarget: { value } }) => (text.value = value)} />
        </label>
      </form>
      <div class={place === undefined ? 'sides' : 'sides with-detail'}>
        <Windowed
          id="places"
          role="listbox"
          label={say('app.step.placing')}
          count={shown.length}
          height={rowHeight}
          selected={selected}
          onSelect={(index) => (chosenPlace.value = shown[index]?.url ?? null)}
          rowAt={(index) => {
            const each = shown[index];
            return each === undefined ? null : <PlaceLine place={each} />;
          }}
        />
        <div class="detail" id="detail">
          {place === undefined ? (
            <Empty>{say('app.placing.choose')}</Empty>
          ) : (
            <PlaceCard key={place.url} url={place.url} onClose={() => (chosenPlace.value = null)} />
          )}
        </div>
      </div>
    </>
  );
}

function PlaceLine({ place }: { place: Placing }): JSX.Element {
  const { rank, outreach, next } = place;
  return (
    <div class="row">
      <span class="rank">{rank ?? '–'}</span>
      <span class="row-name">
        <strong class="one-line">
          <bdi>{nameOf(place)}</bdi>
        </strong>
        <small class="soft one-line">
          {sayNext(next.text)}
          {next.date === null ? '' : ` · ${sayDay(next.date)}`}
        </small>
      </span>
      <b class="verdict">{sayStatus(outreach.status)}</b>
    </div>
  );
}
