import { tokensFor } from '../settings.ts';
import { type CliCommand, clock, customersArgument, library, runSettings, settingsOf } from './command.ts';

export const mcpCommand: CliCommand = {
  name: 'mcp',
  summary: 'serve an assistant over standard input and output (Model Context Protocol)',
  args: [customersArgument],
  settings: runSettings,
  async run({ args: [customers], options, io }) {
    const settings = settingsOf(options, customers);
    const { networks } = await library();
    const { serveAssistant } = await import('../mcp/serve.ts');
    await serveAssistant(settings, { clock, tokens: tokensFor(networks, settings) }, io);
    return 0;
  },
};
