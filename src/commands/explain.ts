import { baseText, hintWords, reasons, remedies } from '../errors.ts';
import type { ExplainedRow } from '../index.ts';
import { table } from '../terminal/table.ts';
import type { ChoiceStep, Row } from '../types/report.ts';
import { countText, rateText } from './rate-text.ts';
import {
  type CliCommand,
  asJson,
  clock,
  library,
  outputOptions,
  reportSettings,
  settingsOf,
  withProgress,
} from './command.ts';

export const explainCommand: CliCommand = {
  name: 'explain',
  summary: 'show how a resource got its rank, or why it has none',
  args: [['<resource>', 'an address, a name or an id from candidates.csv']],
  settings: reportSettings,
  options: outputOptions,
  async run(call) {
    const [resource = ''] = call.args;
    const { options, io } = call;
    const row = await withProgress(call, async (progress) =>
      (await library()).explain(resource, settingsOf(options), { clock, progress }),
    );
    io.stdout.write(options.json ? asJson(row) : explanation(row));
    return 0;
  },
};

/** Why a resource stands where it stands. */
function explanation(row: ExplainedRow): string {
  const { thirdParty, share, shareLow, shareHigh } = row;
  return table(
    [
      ['resource', row.title ? `${row.title} (${row.resource})` : row.resource],
      ['address', row.url],
      ['verdict', `${row.verdict}: ${reasons[row.reason]}${row.note && ` (${row.note})`}`],
      ['rank', row.rank === null ? 'none' : String(row.rank)],
      [
        'clients',
        `${row.customers} of ${row.customersReadable} readable: ${percent(share)} (${percent(shareLow)} to ${percent(shareHigh)})`,
      ],
      ['subscribers', row.subscribers === null ? 'unknown' : String(row.subscribers)],
      ...sourceLine(row),
      [
        'by chance',
        row.expectedByChance === null
          ? 'unknown'
          : `${row.expectedByChance.toFixed(4)} clients expected${row.lift === null ? '' : `; lift ${row.lift.toFixed(1)}`}`,
      ],
      ...(row.base === null || row.expectedByChance === null ? [] : [['chance is', baseText(row.base)]]),
      ...(row.strength === null ? [] : [['strength', strengthOf(row)]]),
      [
        'outside authors',
        thirdParty.authors === null
          ? thirdParty.kind
          : `${thirdParty.kind}: ${thirdParty.authors} in ${percent(thirdParty.share ?? 0)} of the latest ${thirdParty.postsRead ?? 0} posts`,
      ],
      ...evidenceLines(row),
      ...topicLines(row),
      ...familyLines(row),
      ...stepLine(row.step),
      ...resultsLine(row),
      ...(row.ruleVerdict ? [['the rules say', row.ruleVerdict]] : []),
      ['what would change it', remedies[row.reason]],
    ].map(([label = '', value = '']) => [label, value]),
  );
}

/** Who told of it, where that was not its network. */
function sourceLine({ factsFrom, retrievedAt }: Row): string[][] {
  if (factsFrom === null || factsFrom === 'network') return [];
  const day = retrievedAt ?? '';
  return [['facts from', factsFrom === 'hand' ? `a count by hand of ${day}` : `a page saved by hand on ${day}`]];
}

/** The word with the figures that it comes from. */
function strengthOf({ strength, customers, customersReadable, expectedByChance, qValue }: Row): string {
  const chance = expectedByChance === null ? '' : ` where chance would give ${expectedByChance.toPrecision(2)}`;
  const rate = qValue === null ? '' : ` (q ${qValue.toPrecision(2)})`;
  return `${(strength ?? '').replaceAll('_', ' ')}: ${customers} of ${customersReadable} clients${chance}${rate}`;
}

/** What decided, in the words that stand there. */
function evidenceLines({ thirdParty: { evidence } }: Row): string[][] {
  if (evidence.length === 0) return [['evidence', 'none']];
  return evidence.map(({ rule, author, quote, at, url }) => {
    const said = [author, quote && `“${quote}”`].filter(Boolean).join(': ');
    return ['evidence', [rule.replaceAll('_', ' '), said, at, url].filter(Boolean).join(' – ')];
  });
}

/** What came of its links. */
function resultsLine({ results }: Row): string[][] {
  if (!results) return [];
  const { file, measure, visits, conversions, clicks } = results;
  const parts = [
    visits === null || measure === null ? null : countText(visits, measure),
    file === null ? null : countText(conversions, 'conversions'),
    rateText(results),
    clicks === null ? null : countText(clicks, 'clicks'),
  ].filter(Boolean);
  return [['its links brought', `${parts.join(', ')}${file === null ? '' : ` (${file})`}`]];
}

/** How much of it is of the topic, and what it shows of its readers. */
function topicLines({ relevance, matchedTerms, sensitive }: Row): string[][] {
  const share = relevance === null ? 'no text' : `${percent(relevance)} of the latest posts`;
  const isAsked = relevance !== null || matchedTerms.length > 0;
  return [
    ...(isAsked ? [['topic', [share, matchedTerms.join('; ')].filter(Boolean).join(': ')]] : []),
    ...sensitive.map(({ subject, quote, url }) => [
      'sensitive',
      `${subject.replaceAll('_', ' ')} – “${quote}” – ${url}`,
    ]),
  ];
}

/** Its step in the plan of what to choose. */
function stepLine(step: ChoiceStep | null): string[][] {
  if (step === null) return [];
  const won = step.new_customers === null ? null : `${step.new_customers} clients whom no step before reaches`;
  const fresh = step.reach_new_clients === null ? null : `${percent(step.reach_new_clients)} of new ones by then`;
  return [['to choose', [`step ${step.step} of choice.csv`, won, fresh].filter(Boolean).join(', ')]];
}

/** The publisher's other pages, and those that may be. */
function familyLines({ family, familyPages, familyCustomers, familyHints }: Row): string[][] {
  const told = familyCustomers === null ? '' : `: ${familyCustomers} clients follow at least one of its pages`;
  return [
    ...(family === null ? [] : [['family', `${familyPages.join(', ')}${told}`]]),
    ...familyHints.map(({ how, url }) => ['the same publisher?', `${hintWords[how]} ${url}`]),
  ];
}

const percent = (value: number): string => `${Math.round(value * 100)} %`;
