import { analyzeCommand } from './analyze.ts';
import { appCommand } from './app.ts';
import type { CliCommand } from './command.ts';
import { demoCommand } from './demo.ts';
import { explainCommand } from './explain.ts';
import { forgetCommand } from './forget.ts';
import { importCommand } from './import.ts';
import { mcpCommand } from './mcp.ts';
import { mergeCommand } from './merge.ts';
import { networksCommand } from './networks.ts';
import { planCommand } from './plan.ts';
import { reportCommand } from './report.ts';
import { resultsCommand } from './results.ts';
import { sitesCommand } from './sites.ts';
import { statusCommand } from './status.ts';
import { surveyCommand } from './survey.ts';
import { workCommand } from './work.ts';
import { worksheetCommand } from './worksheet.ts';

/** Every command, in the order of the help. */
export const commands: readonly CliCommand[] = [
  appCommand,
  analyzeCommand,
  reportCommand,
  demoCommand,
  planCommand,
  explainCommand,
  statusCommand,
  workCommand,
  mergeCommand,
  networksCommand,
  worksheetCommand,
  importCommand,
  surveyCommand,
  resultsCommand,
  sitesCommand,
  forgetCommand,
  mcpCommand,
];
