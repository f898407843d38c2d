import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type PlanAnswer, type TokenState, routes } from '../api.ts';
import { ask, pathOf } from './ask.ts';
import { sayDuration } from './durations.ts';
import { isWord, say, sayAmount } from './language.ts';
import { Now, Outward } from './parts.tsx';
import { quoteText } from './quote.ts';
import { startReading } from './run.ts';
import { goTo } from './steps.ts';
import { planAnswer, networkTitle } from './things.ts';
import { attempt, tell } from './told.ts';

type Planned = PlanAnswer['networks'][number];

/** What reading would ask of each network, and what to do now. */
export function PlanCard(): JSX.Element | null {
  const planned = planAnswer.value.value;
  if (planAnswer.failure.value !== null) return <p class="failed">{quoteText(planAnswer.failure.value.message)}</p>;
  if (planned === null) return <p class="empty">{say('app.loading')}</p>;
  const missing = planned.tokens.filter(({ needed, isSet, of }) => needed && !isSet && profilesOn(planned, of) > 0);
  const readable = planned.networks.filter(({ closed, token }) => closed === null && !isBarred(token));
  return (
    <>
      <Now
        action={
          <button type="button" class="main" disabled={readable.length === 0} onClick={() => void startReading()}>
            {say('app.start')}
          </button>
        }
      >
        {readable.length === 0
          ? say('app.clients.nowNothing')
          : missing.length > 0
            ? say('app.clients.nowTokens', { n: missing.length })
            : say('app.clients.now', { time: sayDuration(Math.max(0, ...readable.map(({ seconds }) => seconds))) })}
      </Now>
      <section class="card" aria-labelledby="plan-h">
        <h3 id="plan-h">{say('app.plan')}</h3>
        <ul class="networks">
          {planned.networks
            .filter(({ profiles }) => profiles > 0)
            .map((each) => (
              <Network key={each.network} planned={each} token={planned.tokens.find(({ of }) => of === each.network)} />
            ))}
        </ul>
        {planned.handWork === null || planned.handWork.brings === 0 ? null : (
          <p>
            {say('app.plan.byHand', { minutes: planned.handWork.minutes, n: planned.handWork.brings })}{' '}
            <button type="button" class="link" onClick={() => goTo('hand')}>
              {say('app.step.hand')}
            </button>
          </p>
        )}
      </section>
    </>
  );
}

const isBarred = (token: Planned['token']): boolean => token !== null && token.needed && !token.present;
const profilesOn = ({ networks }: PlanAnswer, id: string): number =>
  networks.find(({ network }) => network === id)?.profiles ?? 0;

function Network({ planned, token }: { planned: Planned; token: TokenState | undefined }): JSX.Element {
  const { network, profiles, fresh, requests, seconds, cost, closed } = planned;
  const asked = requests.find + requests.lists + requests.identify + requests.examine;
  const isWaiting = isBarred(planned.token);
  return (
    <li>
      <p class="network-name">
        <strong>{networkTitle(network)}</strong> <small>{say('app.profiles', { n: profiles })}</small>
      </p>
      <div>
        {closed !== null ? (
          <p>
            <b class="mark hand">{say('app.plan.hand')}</b> {say('app.plan.closed')}
          </p>
        ) : (
          <p>
            <b class={isWaiting ? 'mark wanted' : 'mark open'}>
              {isWaiting ? say('app.plan.wantsToken') : say('app.plan.open')}
            </b>{' '}
            {say('app.plan.requests', { n: asked, time: sayDuration(seconds) })}
            {fresh > 0 ? ` ${say('app.plan.fresh', { n: fresh })}` : ''}
            {cost === null
              ? ''
              : ` ${say('app.plan.cost', { amount: sayAmount(cost.amount), unit: cost.unit, limit: sayAmount(cost.limit) })}`}
          </p>
        )}
        {token === undefined ? null : <Token token={token} />}
      </div>
    </li>
  );
}

function stepsFor(variable: string, network: string): string {
  const key = `app.token.make.${variable}`;
  return isWord(key) ? say(key) : say('app.token.make', { network });
}

/** How to get a token, and where to put it. What was put in is never shown. */
function Token({ token }: { token: TokenState }): JSX.Element {
  const text = useSignal('');
  const { variable, where, title, isSet, isFromEnvironment, needed } = token;
  const [page = ''] = where.split(' ');
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const entered = text.value.trim();
    text.value = '';
    if (entered === '') return;
    await attempt(async () => {
      await ask<TokenState>('PUT', pathOf(routes.token, { variable }), { token: entered });
      tell(say('app.token.kept', { network: title }));
      await planAnswer.load();
    });
  };
  const remove = async (): Promise<void> => {
    await attempt(async () => {
      await ask<TokenState>('DELETE', pathOf(routes.token, { variable }));
      await planAnswer.load();
    });
  };
  return (
    <details open={needed && !isSet}>
      <summary>{isSet ? say('app.token.set') : say('app.token.how')}</summary>
      {isSet ? (
        <p class="soft">
          {isFromEnvironment ? (
            say('app.token.environment', { variable })
          ) : (
            <>
              {say('app.token.inFile', { variable })}{' '}
              <button type="button" class="link" onClick={() => void remove()}>
                {say('app.token.remove')}
              </button>
            </>
          )}
        </p>
      ) : (
        <ol class="token-steps">
          <li>
            {say('app.token.open')} <Outward to={page}>{page}</Outward>
          </li>
          <li>{stepsFor(variable, title)}</li>
          <li>
            <form onSubmit={(event) => void send(event)}>
              <label>
                {say('app.token.paste')}
                <input
                  type="password"
                  autocomplete="off"
                  spellcheck={false}
                  value={text.value}
                  onInput={({ currentTarget: { value } }) => (text.value = value)}
                />
              </label>
              <button type="submit">{say('app.token.keep')}</button>
            </form>
            <p class="soft">{say('app.token.private')}</p>
          </li>
        </ol>
      )}
    </details>
  );
}
