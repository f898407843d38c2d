import { baseStyle } from '../html/base-style.ts';

/** The looks of the worksheet, with nothing loaded from anywhere. */
export const worksheetStyle = `
${baseStyle}
main > section { margin-top: 2rem }
.lead { font-size: 1.1rem; max-width: 48rem }
.private { border-left: 4px solid var(--warn); padding: .5rem .9rem; background: var(--card) }
.steps { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; list-style: none; margin: 0; padding: 0; counter-reset: step }
.steps li { counter-increment: step }
.steps li::before { content: counter(step) "."; font-weight: 650; float: left; margin-right: .5rem }
.picture { display: block; width: 6rem; height: 4rem; margin-bottom: .5rem }
.picture :is(.sheet, .field) { fill: var(--page); stroke: var(--soft); stroke-width: 2 }
.picture .line { fill: none; stroke: var(--soft); stroke-width: 3; stroke-linecap: round }
.picture .dot { fill: var(--tint); stroke: var(--soft); stroke-width: 2 }
.picture .mark { fill: none; stroke: var(--accent); stroke-width: 4; stroke-linecap: round; stroke-linejoin: round }
code { display: inline-block; max-width: 100%; overflow-wrap: anywhere; padding: .1rem .4rem; background: var(--page); border: 1px solid var(--line); border-radius: 4px; font-size: .9rem }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; color: var(--soft); font-size: .9rem; padding-bottom: .5rem; line-height: 1.4 }
th { text-align: left; font-weight: 600 }
thead th { color: var(--soft); font-size: .82rem }
:is(th, td) { padding: .4rem .45rem; border-top: 1px solid var(--line) }
thead th { border-top: 0 }
:is(th, td):not(:first-child) { text-align: right }
#switches, #filters { display: flex; flex-wrap: wrap; gap: .6rem .75rem; align-items: end }
#filters { margin-bottom: .75rem }
#filters label:first-child { flex: 1 1 14rem }
#shown { flex-basis: 100%; margin: 0; color: var(--soft) }
.people { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem }
.people > li { content-visibility: auto; contain-intrinsic-size: auto 9rem }
.people h3 small { font-weight: 400; color: var(--warn); margin-left: .5rem }
.tasks { list-style: none; margin: .35rem 0 0; padding: 0 }
.tasks li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .1rem 1rem; padding: .45rem 0; border-top: 1px solid var(--line) }
.tasks p { margin: 0; overflow-wrap: anywhere }
.tasks .tick { display: flex; align-items: center; gap: .4rem; min-height: 1.75rem; white-space: nowrap }
.tick input { min-height: 0; width: 1.4rem; height: 1.4rem; margin: 0; accent-color: var(--accent) }
.tasks a { display: inline-block; padding: .2rem 0 }
.tasks .ticked a { color: var(--soft) }
:is(.came, .empty) b { color: var(--accent); font-weight: 600 }
.missing b { color: var(--warn); font-weight: 600 }
.spare b { color: var(--soft); font-weight: 400 }
@media (max-width: 40rem) {
  body { padding: 0 .9rem 2rem }
  h1 { font-size: 1.55rem }
  :is(th, td) { padding: .4rem .2rem; overflow-wrap: break-word }
  thead th { font-size: .68rem }
  tbody th { font-size: .9rem }
  .tasks li { grid-template-columns: minmax(0, 1fr) }
  #filters label { flex: 1 1 8rem }
  #filters label:first-child { flex-basis: 100% }
  #filters :is(input, select) { width: 100% }
}
@media (max-width: 21rem) {
  thead th { overflow-wrap: anywhere }
}
@media print {
  .skip, form { display: none !important }
  .card { border-color: #bbb; break-inside: avoid }
  .people > li { content-visibility: visible }
}
`;
