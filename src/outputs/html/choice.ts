import type { ChoicePlan, ChoiceStep, Report } from '../../types/report.ts';
import { curves } from './curves.ts';
import { type Markup, anchor, isolate, markup } from './markup.ts';
import { interval, percent } from './phrase.ts';
import { type Translator, region } from './i18n.ts';

/** Which resources to choose, and how many clients they reach: those they were chosen by, and new ones. */
export function choice(report: Report, translator: Translator): Markup {
  const { mark, text, say } = translator;
  const plans = plansOn(report);
  if (plans.length === 0) return markup``;
  return markup`<section id="choice" aria-labelledby="choice-h">
<h2 id="choice-h"${mark('choice')}>${text('choice')}</h2>
<p class="soft">${say('choice.caption')}</p>
<div class="stack">${plans.map((plan) => card(plan, plan === plans[0], translator))}</div>
</section>
`;
}

/** The plans that have a step. */
export const plansOn = ({ choice: { apart, ...first } }: Report): ChoicePlan[] =>
  [first, ...apart].filter(({ resources }) => resources.length > 0);

function card(plan: ChoicePlan, isFirst: boolean, translator: Translator): Markup {
  const { say, mark, text } = translator;
  const { network, order, resources } = plan;
  const heads = (['step', 'adds', 'covered', 'new'] as const).map((name) => `choice.${name}` as const);
  const [stepHead, ...numbers] = heads.map((key) => markup`<th scope="col"${mark(key)}>${text(key)}</th>`);
  const table = markup`<table class="plain numbers choice">
<thead><tr>${stepHead ?? null}<th scope="col"${mark('column.name')}>${text('column.name')}</th>${numbers}</tr></thead>
<tbody>
${resources.map((each) => line(each, plan, translator))}</tbody>
</table>`;
  return markup`<div class="card">${network === null ? null : markup`<h3>${network}</h3>`}<p><strong>${sum(plan, translator)}</strong></p>
${order === 'rank' ? markup`<p class="soft">${say('choice.rank')}</p>` : null}
<div class="sides">${region(translator, 'choice', table)}${isFirst && resources.length > 1 ? picture(resources, translator) : null}</div></div>
`;
}

/** Where a step may not tell its own, those before it reach as far. */
function picture(resources: readonly ChoiceStep[], translator: Translator): Markup {
  const highest = (share: (step: ChoiceStep) => number | null): number[] => {
    let last = 0;
    return resources.map((step) => (last = share(step) ?? last));
  };
  return curves('choice', [highest(({ reach }) => reach), highest((step) => step.reach_new_clients)], translator);
}

/** `40 of 40 of yours, 36 of 40 of new ones` */
function sum({ resources, customers_readable: n, tested }: ChoicePlan, { say }: Translator): Markup {
  const { covered = null, reach_new_clients: share = null } = resources.at(-1) ?? {};
  const own = covered === null ? null : say('choice.own', { k: covered, n });
  const fresh = share === null ? null : say('choice.fresh', { k: Math.round(share * tested), n: tested });
  return markup`${own}${own && fresh ? ', ' : null}${fresh}`;
}

function line(each: ChoiceStep, { customers_readable: n }: ChoicePlan, { text, mark, number }: Translator): Markup {
  const { step, title, resource, url, new_customers: won, covered, reach_new_clients: share } = each;
  const sofar = { k: covered ?? 0, n };
  const fresh =
    share === null
      ? null
      : markup`${number(percent(share))} <small>${number(interval(each.reach_new_low ?? 0, each.reach_new_high ?? 1))}</small>`;
  return markup`<tr><td>${step}<th scope="row">${anchor(url, isolate(title ?? resource, 60))}<td>${won === null ? '–' : `+${won}`}<td>${
    covered === null ? '–' : markup`<span${mark('of', sofar)}>${text('of', sofar)}</span>`
  }<td>${fresh}\n`;
}
