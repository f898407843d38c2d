import type { Hono } from 'hono';
import { z } from 'zod';
import { keepToken, networks } from '../../index.ts';
import { settingsFrom, tokenSources, wantedTokens } from '../../settings.ts';
import { type PlanAnswer, type TokenState, routes } from '../api.ts';
import { jsonOf } from '../body.ts';
import type { Desk } from '../desk.ts';
import { Refusal } from '../failure.ts';
import { askingPage } from '../asking-page.ts';

const tokenGiven = z.object({ token: z.string().trim().min(1).max(4096) });

export function addPlan(app: Hono, { ask, events }: Desk): void {
  app.get(routes.plan, async (context) =>
    context.json({ ...(await ask('plan')), tokens: tokenStates() } satisfies PlanAnswer),
  );
  app.put(routes.token, async (context) => {
    const variable = context.req.param('variable');
    stateOf(variable);
    const { token } = await jsonOf(context, tokenGiven);
    keepToken(variable, token, settingsFrom({}));
    events.changed(['plan'], askingPage(context));
    return context.json(stateOf(variable));
  });
  app.delete(routes.token, (context) => {
    const variable = context.req.param('variable');
    stateOf(variable);
    keepToken(variable, null, settingsFrom({}));
    events.changed(['plan'], askingPage(context));
    return context.json(stateOf(variable));
  });
}

/** Every token that is wanted, one state a variable. */
function tokenStates(): TokenState[] {
  const sourceOf = tokenSources(settingsFrom({}));
  const byVariable = new Map(
    wantedTokens(networks)
      .toReversed()
      .map((token) => [token.variable, token]),
  );
  return [...byVariable.values()].toReversed().map((token) => {
    const source = sourceOf(token.variable);
    return { ...token, isSet: source !== null, isFromEnvironment: source === 'environment' };
  });
}

/** No other variable can be set: `.env` is read by more than this program. @throws Refusal not_found */
function stateOf(variable: string): TokenState {
  const state = tokenStates().find((each) => each.variable === variable);
  if (!state) throw new Refusal(404, 'not_found', 'no network wants such a token');
  return state;
}
