import { signal, useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useCallback, useEffect } from 'preact/hooks';
import { percent } from '../../outputs/html/phrase.ts';
import type { DecidedRow, RankingSummary } from '../api.ts';
import { decide } from './decide.ts';
import { RowDetail } from './row-detail.tsx';
import { say, sayDecimal } from './language.ts';
import { Now } from './parts.tsx';
import { quoteText } from './quote.ts';
import { fetchRow, indexOfRow, readySight, rowAt, rowCount, showRows } from './row-pages.ts';
import { goTo } from './steps.ts';
import { isRanking, ranking, rowsVersion, networkTitle } from './things.ts';
import { TopicCard } from './topic.tsx';
import { Windowed } from './windowed.tsx';

const rowHeight = 68;

/** The row that is looked at, by its address. */
const chosen = signal<DecidedRow | null>(null);

type Show = 'first' | 'review' | 'keep' | 'drop' | '';

interface Filter {
  show: Show;
  network: string;
  strength: string;
  block: string;
  segment: string;
  text: string;
}

/** What of the ranking is shown. */
const filters = signal<Filter>({ show: 'first', network: '', strength: '', block: '', segment: '', text: '' });

const mostPlaces = 10;

/** Looks at the row at a place. */
async function choose(index: number): Promise<void> {
  chosen.value = (await fetchRow(index)) ?? chosen.value;
}

/** The ranking, to be decided row by row. */
export function DecidingStep(): JSX.Element {
  useEffect(() => void ranking.load(), []);
  const summary = ranking.value.value;
  if (ranking.failure.value !== null) return <p class="failed">{quoteText(ranking.failure.value.message)}</p>;
  if (summary === null) return <p class="empty">{say('app.loading')}</p>;
  return <Ranking summary={summary} />;
}

function Ranking({ summary }: { summary: RankingSummary }): JSX.Element {
  const { show, ...narrowed } = filters.value;
  useEffect(() => {
    void showRows({ ...narrowed, verdict: show === 'first' ? 'keep' : show });
  }, [filters.value, summary.version, rowsVersion.value]);
  const all = rowCount.value ?? 0;
  const count = show === 'first' ? Math.min(mostPlaces, all) : all;
  const selected = useComputed(() => indexOfRow(chosen.value?.url ?? null));
  const present = selected.value >= 0 ? rowAt(selected.value) : chosen.value;
  const onSight = useCallback(readySight, []);
  const review = summary.counts.verdict['review'] ?? 0;
  return (
    <>
      <Now
        action={
          review > 0 && show !== 'review' ? (
            <button type="button" class="main" onClick={() => (filters.value = { ...filters.value, show: 'review' })}>
              {say('app.deciding.open')}
            </button>
          ) : (
            <button type="button" class={review > 0 ? '' : 'main'} onClick={() => goTo('placing')}>
              {say('app.toPlacing')}
            </button>
          )
        }
      >
        {summary.isProvisional ? `${say('app.provisional.text')} ` : ''}
        {say(review > 0 ? 'app.deciding.now' : 'app.deciding.done', {
          keep: summary.counts.verdict['keep'] ?? 0,
          review,
        })}
      </Now>
      <TopicCard />
      <Filters summary={summary} count={count} />
      <div class={chosen.value === null ? 'sides' : 'sides with-detail'}>
        <Windowed
          id="rows"
          role="listbox"
          label={say('table')}
          count={count}
          height={rowHeight}
          selected={selected.value}
          onSight={onSight}
          onSelect={(index) => void choose(index)}
          rowAt={(index) => {
            const row = rowAt(index);
            return row === null ? <span class="soft">…</span> : <RowLine row={row} />;
          }}
        />
        <div class="detail" id="detail">
          {present === null ? (
            <p class="soft empty">{say('app.deciding.choose')}</p>
          ) : (
            <RowDetail key={present.url} row={present} onClose={() => (chosen.value = null)} onDecide={decide} />
          )}
        </div>
      </div>
    </>
  );
}

function RowLine({ row }: { row: DecidedRow }): JSX.Element {
  const { rank, title, resource, network, customers: k, customersReadable: n, share, strength, verdict } = row;
  return (
    <div class={`row ${verdict}`}>
      <span class="rank">{rank ?? '–'}</span>
      <span class="row-name">
        <strong class="one-line">
          <bdi>{title ?? resource}</bdi>
        </strong>
        <small class="soft one-line">
          {networkTitle(network)} · {say('of', { k, n })} · {sayDecimal(percent(share))}
          {strength === null ? '' : ` · ${say(`strength.${strength}`)}`}
        </small>
      </span>
      <b class="verdict">{say(`verdict.${verdict}`)}</b>
    </div>
  );
}

/** Which rows are shown: the first places first. */
function Filters({ summary, count }: { summary: RankingSummary; count: number }): JSX.Element {
  const { counts, segments } = summary;
  const { show } = filters.value;
  const typed = useSignal(filters.value.text);
  const set = (change: Partial<Filter>): void => {
    filters.value = { ...filters.value, ...change };
  };
  useEffect(() => {
    const later = setTimeout(() => typed.value !== filters.value.text && set({ text: typed.value }), 150);
    return () => clearTimeout(later);
  }, [typed.value]);
  const shows: [Show, string][] = [
    ['first', say('app.show.first')],
    ['review', `${say('app.show.review')} ${counts.verdict['review'] ?? 0}`],
    ['keep', `${say('app.show.keep')} ${counts.verdict['keep'] ?? 0}`],
    ['drop', `${say('app.show.drop')} ${counts.verdict['drop'] ?? 0}`],
    ['', say('app.show.all')],
  ];
  return (
    <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <fieldset class="shows">
        <legend class="unseen">{say('app.show')}</legend>
        {shows.map(([value, text]) => (
          <button key={value} type="button" aria-pressed={show === value} onClick={() => set({ show: value })}>
            {text}
          </button>
        ))}
        <p class="soft count" role="status">
          {isRanking.value ? say('app.ranking.busy') : say('shown', { n: count, all: summary.totals.resources })}
        </p>
      </fieldset>
      <label>
        {say('search')}
        <input
          type="search"
          value={typed.value}
          spellcheck={false}
          autocomplete="off"
          onInput={({ currentTarget: { value } }) => (typed.value = value)}
        />
      </label>
      <Choice label={say('column.network')} value={filters.value.network} onChange={(network) => set({ network })}>
        {Object.keys(counts.network).map((id) => [id, networkTitle(id)])}
      </Choice>
      <Choice label={say('app.strength')} value={filters.value.strength} onChange={(strength) => set({ strength })}>
        {strengths.filter((each) => counts.strength[each] !== undefined).map((each) => [each, say(`strength.${each}`)])}
      </Choice>
      <Choice label={say('app.block')} value={filters.value.block} onChange={(block) => set({ block })}>
        {blocks.filter((each) => counts.block[each] !== undefined).map((each) => [each, say(`app.block.${each}`)])}
      </Choice>
      {segments.length === 0 ? null : (
        <Choice label={say('app.segment')} value={filters.value.segment} onChange={(segment) => set({ segment })}>
          {segments.map(({ segment }) => [segment, segment])}
        </Choice>
      )}
    </form>
  );
}

const strengths = ['strong', 'likely', 'by_chance', 'anecdote', 'too_few'] as const;
const blocks = ['main', 'mass'] as const;

function Choice({
  label,
  value,
  onChange,
  children,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: [value: string, text: string][];
}): JSX.Element {
  return (
    <label>
      {label}
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">{say('everything')}</option>
        {children.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
