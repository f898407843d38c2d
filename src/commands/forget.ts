import { Option } from 'commander';
import { UserError } from '../errors.ts';
import { tokensFor } from '../settings.ts';
import { type CliCommand, clock, library, settingsOf } from './command.ts';

export const forgetCommand: CliCommand = {
  name: 'forget',
  summary: 'remove a customer, or everything, from the state',
  args: [['[customer]', 'the customer as in your client list']],
  settings: ['state', 'stateFile', 'statePasswordFile'],
  options: [new Option('--all', 'remove everything')],
  async run({ args: [customer], options, io }) {
    const { forget, forgetAll, forgetShared, networks } = await library();
    const { all, ...others } = options;
    const settings = settingsOf(others);
    if (all === true) forgetAll(settings, { clock });
    else if (customer) forget(customer, settings, { clock });
    else throw new UserError('setting', 'forget', 'name a customer, or use --all');
    await forgetShared(settings, { clock, tokens: tokensFor(networks, settings) }, all === true);
    io.stdout.write('removed from the state; the files in the output folder stay until the next run\n');
    return 0;
  },
};
