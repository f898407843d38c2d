import { Option } from 'commander';
import { UserError } from '../errors.ts';
import { type CliCommand, clock, library, settingsOf } from './command.ts';

export const forgetCommand: CliCommand = {
  name: 'forget',
  summary: 'remove a customer, or everything, from the state',
  args: [['[customer]', 'the customer as in your client list']],
  settings: ['state'],
  options: [new Option('--all', 'remove everything')],
  async run({ args: [customer], options, io }) {
    const { forget, forgetAll } = await library();
    if (options['all'] === true) forgetAll(settingsOf(options), { clock });
    else if (customer) forget(customer, settingsOf(options), { clock });
    else throw new UserError('setting', 'forget', 'name a customer, or use --all');
    io.stdout.write('removed from the state; the files in the output folder stay until the next run\n');
    return 0;
  },
};
