import { z } from 'zod';
import { type RunContext, analyze, explain, planRun, writeReport } from '../index.ts';
import { type Settings, effectiveMinCustomers } from '../settings.ts';
import { draftsTold, explanationTold, mayTell, planTold, reasonsTold, rowTold, summaryTold } from './told.ts';
import { type Verdict, verdicts } from '../types/report.ts';

/** What a tool has beside its arguments. */
interface ToolCall {
  settings: Settings;
  context: RunContext;
  /** Asks the person before anything is asked of the networks. @returns null where they agree, else what to tell */
  confirm: (question: string, code: string | undefined) => Promise<string | null>;
}

/** One thing that an assistant may ask for. */
interface Tool {
  name: string;
  title: string;
  description: string;
  input: z.ZodObject;
  /** It sends nothing and writes nothing. */
  readOnly: boolean;
  run: (args: never, call: ToolCall) => Promise<object>;
}

/** Fewer clients than these are told of nowhere, whatever the settings say: an assistant may be anybody's. */
const fewest = 2;
const leastOf = (settings: Settings): number => Math.max(fewest, effectiveMinCustomers(settings));

const page = z.strictObject({
  verdict: z.enum(verdicts).optional().describe('only those with this verdict'),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(100).default(20),
});
const nothing = z.strictObject({});

/** The report as the state has it: no requests, no files. */
const stored = ({ settings, context }: ToolCall) => writeReport({ ...settings, output: null }, context);

const tool = <Input extends z.ZodObject>(
  given: Omit<Tool, 'input' | 'run'> & {
    input: Input;
    run: (args: z.output<Input>, call: ToolCall) => Promise<object>;
  },
): Tool => given;

export const tools: readonly Tool[] = [
  tool({
    name: 'plan',
    title: 'What a run would ask',
    description: 'Requests, minutes, tokens and money that analyze would take, by network. Asks nobody.',
    input: nothing,
    readOnly: true,
    run: async (_, { settings, context }) => planTold(await planRun(settings, context), leastOf(settings)),
  }),
  tool({
    name: 'analyze',
    title: 'Read the networks and rank',
    description:
      'Reads what the clients follow, counts, judges and ranks, and writes the files. Sends requests and may cost money: the person is asked first.',
    input: z.strictObject({
      confirmation: z.string().optional().describe('the code that the person saw, where one was asked for'),
    }),
    readOnly: false,
    async run({ confirmation }, { settings, context, confirm }) {
      const { networks } = planTold(await planRun(settings, context), leastOf(settings));
      const costs = networks.filter(({ requests }) => requests > 0).map(costText);
      const refused = await confirm(`Start the run? ${costs.join('; ') || 'It asks nobody'}.`, confirmation);
      if (refused !== null) return { started: false, what_to_do: refused };
      const { report, paths, complete } = await analyze(settings, context);
      return { started: true, complete, written: paths, ...summaryTold(report, leastOf(settings)) };
    },
  }),
  tool({
    name: 'report',
    title: 'The ranking in short',
    description: 'How many resources there are and the first ten of the ranking, from what was read already.',
    input: nothing,
    readOnly: true,
    run: async (_, call) => summaryTold((await stored(call)).report, leastOf(call.settings)),
  }),
  tool({
    name: 'candidates',
    title: 'Resources, page by page',
    description: 'Every resource that enough clients share, ranked or not, with its verdict and why.',
    input: page,
    readOnly: true,
    async run({ verdict, offset, limit }, call) {
      const { rows } = (await stored(call)).report;
      const mine = rows.filter((row) => mayTell(row, leastOf(call.settings)) && isOf(row.verdict, verdict));
      return { total: mine.length, offset, candidates: mine.slice(offset, offset + limit).map(rowTold) };
    },
  }),
  tool({
    name: 'explain',
    title: 'How a resource got its rank',
    description: 'The figures, the quotes that decided and what would change the verdict.',
    input: z.strictObject({ resource: z.string().max(2000).describe('an address, a name or an id') }),
    readOnly: true,
    async run({ resource }, { settings, context }) {
      const row = await explain(resource, settings, context);
      const least = leastOf(settings);
      return mayTell(row, least) ? explanationTold(row) : { not_told: `fewer than ${least} clients follow it` };
    },
  }),
  tool({
    name: 'reasons',
    title: 'What was not read, and why',
    description: 'By network and host: how many lists could be read, why not, since when and what to do.',
    input: nothing,
    readOnly: true,
    run: async (_, call) => reasonsTold((await stored(call)).report, leastOf(call.settings)),
  }),
  tool({
    name: 'drafts',
    title: 'Texts to publish',
    description:
      'Teasers with tagged links for the ranked resources. They are drafts: nothing is ever sent to anybody.',
    input: z.strictObject({ resource: z.string().max(2000).optional().describe('the address of one resource') }),
    readOnly: true,
    run: async ({ resource }, call) =>
      draftsTold((await stored(call)).report, leastOf(call.settings), resource ?? null),
  }),
];

const isOf = (verdict: Verdict, wanted: Verdict | undefined): boolean => wanted === undefined || verdict === wanted;

function costText({ title, requests, minutes, cost }: ReturnType<typeof planTold>['networks'][number]): string {
  const money = cost && cost.amount > 0 ? `, up to ${cost.amount} ${cost.unit} of ${cost.allowed} allowed` : '';
  return `${title}: about ${requests} requests, ${minutes} minutes${money}`;
}
