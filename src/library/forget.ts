import { fileOfState } from '../settings.ts';
import { UserError } from '../errors.ts';
import { customerKey } from '../inputs/customer-key.ts';
import { openStore } from '../state/store.ts';
import type { RunContext } from '../types/run.ts';
import type { Store } from '../types/store.ts';
import { completeContext } from './context.ts';
import { removeProvisional } from './publish-provisional.ts';
import { type RunSettings, completeSettings } from './run-settings.ts';

/**
 * Removes a customer and whatever only that customer's profiles brought from the `state`.
 * @param customer as in the client list
 * @throws UserError customer_unknown, state_locked, setting
 */
export function forget(customer: string, settings: RunSettings, context: RunContext = {}): void {
  inState(settings, context, (store, state) => {
    if (!store.forget(customerKey(customer))) throw new UserError('customer_unknown', state, customer);
  });
}

/** Removes everything from the `state`. @throws UserError state_locked, setting */
export function forgetAll(settings: RunSettings, context: RunContext = {}): void {
  inState(settings, context, (store) => store.forgetAll());
}

function inState(given: RunSettings, context: RunContext, work: (store: Store, state: string) => void): void {
  const state = fileOfState(completeSettings(given, 'forget').settings);
  const store = openStore(state, completeContext(context).clock);
  try {
    work(store, state);
    removeProvisional(state);
  } finally {
    store.close();
  }
}
