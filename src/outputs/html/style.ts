import { baseStyle } from './base-style.ts';
import { type Key, translations } from './words/index.ts';

/** A cell of a card says in the page's language what it is, where the column's heading is out of sight. */
const rowLabels: [cell: number, key: Key][] = [
  [4, 'column.clients'],
  [5, 'column.share'],
  [6, 'column.subscribers'],
  [7, 'column.kind'],
];

const stepLabels: [cell: number, key: Key][] = [
  [3, 'choice.adds'],
  [4, 'choice.covered'],
  [5, 'choice.new'],
];

const labelled = (table: string, labels: [cell: number, key: Key][]): string =>
  Object.entries(translations)
    .flatMap(([language, { words }]) =>
      labels.map(
        ([cell, key]) =>
          `${table} td:lang(${language}):nth-child(${cell})::before{content:${JSON.stringify(`${words[key]}: `)}}`,
      ),
    )
    .join('\n');

/** All the page's looks, with nothing loaded from anywhere. */
export const style = `
${baseStyle}
nav { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0 -1.25rem; padding: 0 1.25rem;
  background: var(--page); border-bottom: 1px solid var(--line) }
nav a { padding: .65rem 0; min-height: 2.75rem; text-decoration: none }
nav a:hover { text-decoration: underline }
main > section, .charts { margin-top: 2.25rem }
#first { margin-top: 1.25rem }
.lead > p { max-width: 48rem }
.lead > h2 + p { font-size: 1.1rem; line-height: 1.45 }
.places { margin: 0; padding-left: 1.75rem }
.places li { padding: .3rem 0 .3rem .15rem; line-height: 1.35 }
.places li + li { border-top: 1px solid var(--line) }
.places li::marker { color: var(--soft); font-variant-numeric: tabular-nums }
.places p { margin: .1rem 0 0; font-size: .9rem }
i { font-style: normal; padding: 0 .35rem; border: 1px solid currentColor; border-radius: 4px; font-size: .8rem; color: var(--warn); white-space: nowrap }

.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1px; margin: 1.1rem 0; background: var(--line);
  border: 1px solid var(--line); border-radius: 8px; overflow: hidden }
.figures div { background: var(--card); padding: .75rem 1rem; display: flex; flex-direction: column-reverse; justify-content: flex-end }
.figures dt { color: var(--soft); font-size: .88rem; line-height: 1.3 }
.figures dd { margin: 0; font-size: 1.75rem; font-weight: 650; line-height: 1.2 }
.figures .figure-keep dd { color: var(--accent) }
.figures small { font-weight: 400 }
.sides { display: grid; grid-template-columns: minmax(0, 13fr) minmax(0, 7fr); gap: 1rem; align-items: start }
.todo li { margin: .45rem 0; line-height: 1.4 }
.changes { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem; margin-top: .75rem }
.changes ul { list-style: none; padding: 0 }
.changes li { padding: .2rem 0 }

table { border-collapse: collapse; width: 100% }
.scroll caption > span { display: block; position: sticky; left: 0; width: fit-content; max-width: calc(100vw - 4rem) }
caption { text-align: left; color: var(--soft); font-size: .9rem; padding-bottom: .5rem; line-height: 1.4 }
th { font-weight: 600; text-align: left }
thead th { color: var(--soft); font-size: .82rem; line-height: 1.25; vertical-align: bottom }
.scroll { overflow-x: auto; position: relative; background:
  linear-gradient(to right, var(--card) 30%, transparent) left / 2rem 100% no-repeat local, linear-gradient(to left, var(--card) 30%, transparent) right / 2rem 100% no-repeat local,
  linear-gradient(to right, var(--line), transparent) left / .6rem 100% no-repeat scroll, linear-gradient(to left, var(--line), transparent) right / .6rem 100% no-repeat scroll }
.plain th, .plain td { padding: .4rem .45rem; border-top: 1px solid var(--line); vertical-align: top }
.plain thead th { border-top: 0 }
.plain :is(th, td):first-child { padding-left: 0 }
.numbers :is(th, td):not(:first-child) { text-align: right }
.choice :is(th, td):nth-child(2) { text-align: left }
td.day, .places p small { white-space: nowrap }
.zero { color: var(--soft) }

.charts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem }
.charts .wide { grid-column: 1 / -1 }
.stack { display: grid; gap: 1rem; align-content: start; min-width: 0 }
.charts h2 { font-size: 1.05rem; margin-bottom: .25rem }
.charts .soft { font-size: .9rem; line-height: 1.4; margin: 0 0 .5rem }
.bars { table-layout: fixed; font-size: .9rem }
.bars :is(th, td) { padding: .23rem .35rem; vertical-align: middle; line-height: 1.25 }
.bars :is(th, td):nth-child(1) { width: 2.4rem; padding-left: 0; color: var(--soft); text-align: right }
.bars :is(th, td):nth-child(2) { width: 34% }
.bars tbody th { font-weight: 400 }
.bars tbody th a, .heat th a { color: inherit; text-decoration-color: var(--line) }
.bars :is(th, td):nth-child(4) { width: 7.4rem; padding-right: 0; text-align: right }
.bars small { display: block }
.bars svg { display: block; width: 100%; height: 16px }
.ground { stroke: var(--line); fill: none; vector-effect: non-scaling-stroke }
.bar { fill: var(--accent); opacity: .85 }
.whisker { stroke: var(--ink); stroke-width: 1.25; fill: none; vector-effect: non-scaling-stroke }
.chart { display: block; width: 100%; height: auto; overflow: visible }
.chart text { font-size: 12px; fill: var(--soft); unicode-bidi: isolate }
.chart .end { text-anchor: end }
.chart .middle { text-anchor: middle }
.grid { stroke: var(--line); fill: none }
.floor { stroke: var(--warn); stroke-dasharray: 4 4; fill: none }
.others circle { fill: var(--drop); opacity: .55 }
.others .review { fill: var(--card); stroke: var(--warn); stroke-width: 1.5; opacity: 1; r: 4px }
.ranked circle { fill: var(--accent); stroke: var(--card); stroke-width: 1 }
.places text { fill: var(--ink); font-weight: 600; text-anchor: middle }
.area { fill: var(--tint) }
.curve { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round }
.curve.new { stroke: var(--ink); stroke-dasharray: 5 4 }
.legend { display: flex; flex-wrap: wrap; gap: .1rem 1rem; margin: .35rem 0; padding: 0; list-style: none; font-size: .85rem; color: var(--soft) }
.legend li::before { content: ""; display: inline-block; width: .65rem; height: .65rem; margin-right: .35rem; border-radius: 50%; background: var(--accent) }
.legend .review::before { background: none; border: 2px solid var(--warn) }
.legend .drop::before { background: var(--drop); opacity: .7 }
.legend .floor::before { width: 1.2rem; height: 0; border-radius: 0; background: none; border-top: 2px dashed var(--warn); vertical-align: middle }
summary { cursor: pointer; color: var(--accent); padding: .25rem 0; width: fit-content }
.heat { width: auto; font-size: .82rem; border-collapse: separate; border-spacing: 2px }
.heat caption { font-size: .9rem }
.heat td, .heat thead th { min-width: 2.35rem; height: 1.9rem; text-align: center; padding: 0; border-radius: 3px; vertical-align: middle }
.heat tbody th { position: sticky; left: 0; z-index: 1; background: var(--card); font-weight: 400; padding-right: .6rem;
  max-width: 15rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.place { display: inline-block; min-width: 1.5rem; text-align: right; color: var(--soft); margin-right: .25rem }
.h0, .few { color: var(--soft) }
.h1 { background: var(--h1) } .h2 { background: var(--h2) } .h3 { background: var(--h3) } .h4 { background: var(--h4) }
.h5 { background: var(--h5); color: var(--h5-ink) }
.own { border: 1px solid var(--line); font-weight: 600 }

#switches, .controls { display: flex; flex-wrap: wrap; gap: .6rem .75rem; align-items: end }
.controls { margin-bottom: .75rem }
.controls label:first-child { flex: 1 1 14rem }
.controls [name="least"] { width: 7rem }
#shown { flex-basis: 100%; margin: 0; color: var(--soft) }

#rows { font-size: .92rem; line-height: 1.35; background: var(--card); border: 1px solid var(--line); border-radius: 8px; border-collapse: separate; border-spacing: 0 }
#rows :is(th, td) { vertical-align: top; min-width: 0; overflow-wrap: anywhere }
#rows td:nth-child(1) { color: var(--soft) }
#rows td:nth-child(4) { font-weight: 600 }
#rows th[scope="row"] small { display: block; font-weight: 400; unicode-bidi: isolate }
#rows td:nth-child(7) small { white-space: nowrap }
#rows tbody tr:hover { background: var(--tint) }
:is(#rows, #table) b { display: inline-block; padding: 0 .45rem; border: 1px solid currentColor; border-radius: 99px; font-size: .8rem; font-weight: 600; line-height: 1.5 }
.keep b { color: var(--accent-ink); background: var(--accent); border-color: var(--accent) !important }
.review b { color: var(--warn) }
:is(.drop, .unexamined) b { color: var(--soft) }
#rows thead button { all: unset; cursor: pointer; display: inline-flex; align-items: end; min-height: 2.2rem }
#rows thead button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
#rows thead button::after { content: "↕" / ""; margin-left: .25rem; opacity: .55; font-weight: 400 }
#rows thead button:hover { color: var(--ink) }
#rows th[aria-sort] button { color: var(--ink) }
#rows th[aria-sort="ascending"] button::after { content: "↑" / ""; opacity: 1 }
#rows th[aria-sort="descending"] button::after { content: "↓" / ""; opacity: 1 }
details dl { display: grid; grid-template-columns: auto 1fr; gap: .2rem .7rem; margin: .35rem 0 }
dt { color: var(--soft) }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere }
pre { margin: .5rem 0; padding: .7rem .8rem; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; background: var(--page); border-radius: 6px }

@media (max-width: 60rem) {
  .sides, .charts { grid-template-columns: minmax(0, 1fr) }
}
/* A row is laid out only when it comes into sight, which a real table row cannot: that is what makes 1,000 of them quick. */
@media screen {
  #rows, #rows :is(thead, tbody, caption) { display: block }
  #rows tbody tr { content-visibility: auto }
}
@media screen and (min-width: 72.01rem) {
  #rows tr { display: grid; padding: 0 .4rem;
    --columns: 4.6rem minmax(9rem, 4fr) 5.6rem 6.6rem 5.8rem 7.8rem minmax(9.2rem, 2fr) minmax(12rem, 5fr); grid-template-columns: var(--columns) }
  #rows.compared tr { grid-template-columns: var(--columns) 6.6rem }
  #rows tbody tr { border-top: 1px solid var(--line); contain-intrinsic-size: auto 4.8rem }
  #rows :is(th, td) { padding: .5rem .45rem }
  #rows thead { position: sticky; top: 2.8rem; z-index: 1; background: var(--card); border-radius: 8px 8px 0 0; box-shadow: 0 1px var(--line) }
  #rows thead th { align-self: end; overflow-wrap: normal }
  #rows :is(th, td):is(:nth-child(1), :nth-child(4), :nth-child(5), :nth-child(6)) { text-align: right }
  #rows td:nth-child(5) small { display: block }
  nav { position: sticky; top: 0; z-index: 2; flex-wrap: nowrap }
  nav a { white-space: nowrap }
}
@media screen and (max-width: 72rem) {
  #rows { border: 0; background: none }
  #rows thead { display: none }
  #rows tbody tr { display: grid; grid-template-columns: minmax(1.6rem, auto) minmax(0, 1fr) auto; gap: .1rem .6rem; padding: .8rem .9rem; margin-bottom: .6rem;
    background: var(--card); border: 1px solid var(--line); border-radius: 8px; contain-intrinsic-size: auto 12rem }
  #rows tbody :is(th, td) { padding: 0 }
  #rows tbody td:is(:nth-child(4), :nth-child(5), :nth-child(6), :nth-child(7), :nth-child(8)) { grid-column: 2 / -1 }
  #rows tbody td:nth-child(3) { color: var(--soft); font-size: .85rem }
  #rows tbody td:nth-child(9) { grid-column: 1; grid-row: 2; color: var(--soft); font-size: .85rem }
  #rows tbody td:nth-child(8) { margin-top: .3rem }
  #rows td:nth-child(5) small { margin-left: .4rem }
  #rows td::before { color: var(--soft); font-weight: 400 }
  ${labelled('#rows', rowLabels)}
  #rows td:empty { display: none }
  .copy { width: 100% }
}
@media screen and (min-width: 48rem) and (max-width: 72rem) {
  #rows tbody { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 .6rem; align-items: start }
}
@media screen and (max-width: 40rem) {
  .choice, .choice tbody { display: block }
  .choice thead { display: none }
  .choice tr { display: grid; grid-template-columns: 1.4rem minmax(0, 1fr); padding: .4rem 0; border-top: 1px solid var(--line) }
  .choice tr > :is(th, td) { padding: 0; border: 0; text-align: left }
  .choice tr > :not(:first-child) { grid-column: 2; overflow-wrap: anywhere }
  .choice td::before { color: var(--soft) }
  .choice td:empty { display: none }
  ${labelled('.choice', stepLabels)}
}
@media (max-width: 40rem) {
  body { padding: 0 .9rem 2rem }
  nav { margin: 0 -.9rem; padding: 0 .9rem }
  h1 { font-size: 1.55rem }
  .figures { grid-template-columns: repeat(2, minmax(0, 1fr)) }
  .figures div:first-child:nth-last-child(odd) { grid-column: 1 / -1 }
  .card { padding: .85rem .9rem }
  .chart text { font-size: 17px }
  .bars :is(th, td):nth-child(1) { width: 1.6rem }
  .bars :is(th, td):nth-child(2) { width: 36% }
  .bars :is(th, td):nth-child(4) { width: 5.4rem }
  .heat tbody th { max-width: 8rem }
  details dl { grid-template-columns: minmax(0, 1fr); gap: 0 }
  dd + dt { margin-top: .35rem }
  .controls label { flex: 1 1 8rem }
  .controls label:first-child { flex-basis: 100% }
  .controls :is(input, select, [name="least"]), .controls button { width: 100% }
}
@media (pointer: coarse) {
  summary { padding: .75rem 0 }
  .changes li, .bars tbody th { padding-top: .45rem; padding-bottom: .45rem }
}
@media print {
  @page { size: A4 portrait; margin: 14mm }
  html { font-size: 9.5pt }
  body { max-width: none; padding: 0; background: none }
  nav, .skip, form, .copy, #rows thead button::after { display: none !important }
  a { color: inherit }
  .card, #rows, .figures { border-color: #bbb }
  .card, .changes div, #rows tr, .plain tr, .figures { break-inside: avoid }
  h2, h3, caption { break-after: avoid }
  .scroll { overflow: visible }
  .plain { font-size: .85rem }
  .plain th, .plain td { padding: .25rem .3rem }
  .plain:not(.numbers) td { overflow-wrap: anywhere }
  #unread :is(th, td):not(:nth-child(4), :nth-child(8)) { overflow-wrap: normal }
  #unread td:nth-child(2) { overflow-wrap: break-word; max-width: 8rem }
  #first .sides { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) }
  .charts .stack { grid-template-columns: repeat(2, minmax(0, 1fr)) }
  #rows { border: 0 }
  #rows, #rows :is(thead, tbody, caption) { display: block }
  #rows tr { display: grid; grid-template-columns: 3.7rem minmax(0, 1fr) 5rem 4.8rem 6.8rem 6.2rem 7.6rem; gap: .1rem .5rem; padding: .3rem 0; border-top: 1px solid #ccc }
  #rows.compared tr { grid-template-columns: 3.7rem minmax(0, 1fr) 5rem 4.8rem 6.8rem 6.2rem 7.6rem 5.4rem }
  #rows :is(th, td):nth-child(8) { grid-column: 2 / -1; grid-row: 2 }
  #rows thead :nth-child(8), #rows thead button::after { display: none }
  #rows thead th { overflow: hidden; text-overflow: ellipsis }
  #rows thead tr { border: 0 }
  #rows td:nth-child(5) small { display: block; white-space: nowrap }
  #rows :is(th, td):is(:nth-child(1), :nth-child(4), :nth-child(6)) { text-align: right }
  summary { display: none }
  pre { padding: 0 0 0 .6rem; background: none; border-left: 2px solid #ccc; border-radius: 0 }
  .heat td, .heat thead th { min-width: 1.5rem; height: 1.4rem }
  .heat { font-size: .75rem }
  .heat tbody th { position: static; max-width: 9rem }
  .heat td, .bar, .legend li::before, .keep b, .area, .ranked circle { -webkit-print-color-adjust: exact; print-color-adjust: exact }
}
`;
