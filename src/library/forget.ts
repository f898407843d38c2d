import { UserError } from '../errors.ts';
import { customerKey } from '../inputs/read-input.ts';
import type { Settings } from '../settings.ts';
import { openStore } from '../state/store.ts';
import type { RunContext } from '../types/run.ts';

/** Removes a customer and whatever only that customer's profiles brought. @throws UserError customer_unknown */
export function forget(customer: string, settings: Settings, { clock }: Pick<RunContext, 'clock'>): void {
  const store = openStore(settings.state, clock);
  try {
    if (!store.forget(customerKey(customer))) throw new UserError('customer_unknown', settings.state, customer);
  } finally {
    store.close();
  }
}

/** Removes everything from the state. */
export function forgetAll(settings: Settings, { clock }: Pick<RunContext, 'clock'>): void {
  const store = openStore(settings.state, clock);
  try {
    store.forgetAll();
  } finally {
    store.close();
  }
}
