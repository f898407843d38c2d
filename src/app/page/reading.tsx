import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { percent } from '../../outputs/html/phrase.ts';
import { type DecidedRow, type RowsPage, type RunState, routes } from '../api.ts';
import { ask, pathOf } from './ask.ts';
import { sayDuration } from './durations.ts';
import { type Word, say, sayTime, sayDecimal } from './language.ts';
import { Now, Outward } from './parts.tsx';
import { quoteText } from './quote.ts';
import { pauseReading, startReading } from './run.ts';
import { goTo } from './steps.ts';
import { loadRanking, provisional, ranking, rowsVersion, runState, workspace, networkTitle } from './things.ts';
import { attempt } from './told.ts';

/** How reading goes on, and what is seen already. */
export function ReadingStep(): JSX.Element {
  useEffect(() => {
    void runState.load();
    void provisional.load();
  }, []);
  useEffect(loadRanking, [workspace.value.value?.hasRanking]);
  const state = runState.value.value;
  if (state === null) return <p class="empty">{say('app.loading')}</p>;
  return (
    <>
      <Now action={<Action state={state} />}>
        {say(`app.reading.${state.phase}`)}
        {state.failure === null ? null : <> {quoteText(state.failure.message)}</>}
      </Now>
      {state.isForeign && isGoingOn(state) ? <p class="soft">{say('app.reading.foreign')}</p> : null}
      <Work state={state} />
      <Waits state={state} />
      <FirstPlaces isGoingOn={isGoingOn(state)} />
      <Unread />
    </>
  );
}

const isGoingOn = ({ phase }: RunState): boolean => phase === 'running' || phase === 'pausing';

function Action({ state }: { state: RunState }): JSX.Element {
  if (isGoingOn(state))
    return (
      <button type="button" disabled={state.phase === 'pausing'} onClick={() => void pauseReading()}>
        {say('app.pause')}
      </button>
    );
  const start = (
    <button type="button" class={state.phase === 'complete' ? '' : 'main'} onClick={() => void startReading()}>
      {say(state.phase === 'none' ? 'app.start' : state.phase === 'complete' ? 'app.again' : 'app.goOn')}
    </button>
  );
  return (
    <span class="actions">
      {start}
      {workspace.value.value?.hasRanking === true ? (
        <button type="button" class={state.phase === 'complete' ? 'main' : ''} onClick={() => goTo('deciding')}>
          {say('app.toDeciding')}
        </button>
      ) : null}
    </span>
  );
}

/** A bar for each network and stage. */
function Work({ state }: { state: RunState }): JSX.Element | null {
  const work = state.status?.work ?? [];
  if (work.length === 0) return isGoingOn(state) ? <p class="empty">{say('app.loading')}</p> : null;
  return (
    <section class="card" aria-labelledby="work-h">
      <h3 id="work-h">{say('app.work')}</h3>
      <ul class="work">
        {work.map(({ network, stage, done, read, total }) => {
          const left = isGoingOn(state) && done < total ? state.secondsLeft[network] : undefined;
          return (
            <li key={`${network} ${stage}`}>
              <span class="work-name">
                <strong>{networkTitle(network)}</strong> <span class="soft">{say(`app.stage.${stage}`)}</span>
              </span>
              <progress
                max={Math.max(1, total)}
                value={done}
                aria-label={`${networkTitle(network)}, ${say(`app.stage.${stage}`)}`}
              />
              <span class="work-far">
                {say('of', { k: done, n: total })}
                <small>
                  {say('app.answered', { n: read })}
                  {left === undefined ? '' : ` · ${say('app.left', { time: sayDuration(left) })}`}
                </small>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Hosts that asked for a rest. */
function Waits({ state }: { state: RunState }): JSX.Element | null {
  const waits = isGoingOn(state) ? (state.status?.waits ?? []) : [];
  if (waits.length === 0) return null;
  return (
    <section class="card" aria-labelledby="waits-h">
      <h3 id="waits-h">{say('app.waits')}</h3>
      <ul>
        {waits.map(({ host, until, why }) => (
          <li key={host}>
            <bdi>{host}</bdi>: {say('app.wait', { time: sayTime(until) })} <span class="soft">{quoteText(why)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What clients share so far, and once all is read, the first places. */
function FirstPlaces({ isGoingOn: isReading }: { isGoingOn: boolean }): JSX.Element | null {
  const rows = useSignal<DecidedRow[]>([]);
  const summary = ranking.value.value;
  const sofar = provisional.value.value?.ranking ?? null;
  useEffect(() => {
    if (summary === null) return;
    void attempt(async () => {
      const page = await ask<RowsPage>('GET', pathOf(routes.rows, {}, { limit: 10 }));
      rows.value = page.rows;
    });
  }, [summary?.version, rowsVersion.value]);
  if (sofar !== null && (isReading || summary === null)) {
    return (
      <Places heading="app.provisional" note="app.provisional.text">
        {sofar.rows.slice(0, 10).map(({ customers: k, ...row }) => ({ ...row, k, n: Math.round(k / row.share) }))}
      </Places>
    );
  }
  if (rows.value.length === 0) return null;
  return (
    <Places heading="first">
      {rows.value.map(({ customers: k, customersReadable: n, ...row }) => ({ ...row, k, n }))}
    </Places>
  );
}

interface FirstPlace {
  url: string;
  title: string | null;
  resource: string;
  network: string;
  share: number;
  k: number;
  n: number;
}

function Places({ heading, note, children }: { heading: Word; note?: Word; children: FirstPlace[] }): JSX.Element {
  return (
    <section class="card" aria-labelledby="first-h">
      <h3 id="first-h">{say(heading)}</h3>
      {note === undefined ? null : <p class="soft">{say(note)}</p>}
      <ol class="places">
        {children.map(({ url, title, resource, network, share, k, n }) => (
          <li key={url}>
            <Outward to={url}>{title ?? resource}</Outward>{' '}
            <small class="soft">
              {networkTitle(network)} · {say('lead.clients', { k, n })} · {sayDecimal(percent(share))}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Why something was not read, and what to do about it. */
function Unread(): JSX.Element | null {
  const reasons = ranking.value.value?.reasons ?? [];
  if (reasons.length === 0) return null;
  return (
    <section class="card" aria-labelledby="unread-h">
      <h3 id="unread-h">{say('unread.caption')}</h3>
      <ul class="reasons">
        {reasons.slice(0, 100).map(({ network, host, what, status, reason, count, remedy, retryAt }, index) => (
          <li key={index}>
            <p>
              <strong>
                {networkTitle(network)} <bdi class="soft">{host}</bdi>
              </strong>{' '}
              {count} {say(`unread.${what}`, { n: count })} · {say(`status.${status}`)}
            </p>
            <p class="sentence">{quoteText(reason)}</p>
            <p class="sentence soft">
              {say(`remedy.${remedy}`)}
              {retryAt === null ? null : (
                <small>
                  {' '}
                  {say('unread.retry')} {sayTime(retryAt)}
                </small>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
