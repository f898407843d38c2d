import { baseStyle } from '../../outputs/html/base-style.ts';

/** The looks of the app's page, in the colours of the report. */
export const appStyle = `
${baseStyle}
body { max-width: 80rem; min-height: 100dvh }
header { padding: 1rem 0 .5rem }
h1 { font-size: 1.5rem }
:is(h3) + * { margin-top: .5rem }
h4 { margin: 1.1rem 0 .35rem; font-size: .95rem }
textarea { font: inherit; width: 100%; color: var(--ink); background: var(--card); border: 1px solid var(--field); border-radius: 6px; padding: .5rem .6rem; resize: vertical }
textarea::placeholder, input::placeholder { color: var(--soft); opacity: 1 }
button.main, .button.main { color: var(--accent-ink); background: var(--accent); border-color: var(--accent); font-weight: 600 }
button.main:hover, .button.main:hover { filter: brightness(1.08) }
button:disabled { color: var(--soft); background: none; border-color: var(--line); cursor: default }
.button { display: inline-flex; align-items: center; justify-content: center; min-height: 2.75rem; padding: .35rem 1rem; border: 1px solid var(--field); border-radius: 6px;
  color: var(--ink); background: var(--card); font-size: 1rem; text-decoration: none; cursor: pointer; position: relative }
.button:hover { border-color: var(--accent) }
.button:focus-within { outline: 3px solid var(--accent); outline-offset: 2px }
button.link { border: 0; background: none; color: var(--accent); padding: 0 .15rem; text-decoration: underline; text-underline-offset: .15em; text-decoration-thickness: 1px; min-height: 1.75rem; text-align: left }
.actions { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center }
.empty { color: var(--soft); padding: 1.5rem 0 }
.failed { border-left: 4px solid var(--warn); padding: .5rem .9rem; background: var(--card); white-space: pre-line }
.cited { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--page); border-radius: 6px; padding: .5rem .7rem }
.large { font-size: 1.5rem; font-weight: 650; letter-spacing: -.01em; text-wrap: balance }
.one-line { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.two { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem }
#switches { display: flex; gap: .6rem .75rem; align-items: end }

.steps { position: sticky; top: 0; z-index: 2; background: var(--page); margin: 0 -1.25rem; padding: .35rem 1.25rem; border-bottom: 1px solid var(--line) }
.steps ol { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: .35rem; list-style: none; margin: 0; padding: 0 }
.step { display: flex; align-items: center; gap: .5rem; min-height: 3rem; padding: .3rem .6rem; border-radius: 8px; color: var(--ink); text-decoration: none; line-height: 1.15 }
a.step:hover { background: var(--tint) }
.step small { color: var(--soft); font-weight: 400; font-size: .75rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; min-width: 0 }
.step-number { flex: none; display: grid; place-items: center; width: 1.6rem; height: 1.6rem; border: 1.5px solid currentColor; border-radius: 50%; font-size: .82rem; font-weight: 600 }
.step[aria-current] { background: var(--card); box-shadow: inset 0 0 0 1.5px var(--accent); font-weight: 600 }
.step[aria-current] .step-number { background: var(--accent); border-color: var(--accent); color: var(--accent-ink) }
.step.closed { color: var(--soft) }

.opening { margin: 1.25rem 0; font-size: 1.3rem; font-weight: 700 }
main { padding-top: 1.25rem; outline: 0 }
main > * + *, .welcome > * + * { margin-top: 1rem }
main > .unseen + * { margin-top: 0 }
.now { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center; justify-content: space-between; padding: .9rem 1.15rem; border-radius: 8px;
  background: var(--tint); border: 1px solid var(--h3) }
.now p { margin: 0; max-width: 48rem; font-size: 1.05rem; flex: 1 1 20rem }
.mark { display: inline-block; padding: 0 .45rem; border: 1px solid currentColor; border-radius: 99px; font-size: .8rem; font-weight: 600; line-height: 1.5; white-space: nowrap; color: var(--soft) }
.mark.open { color: var(--accent) }
.mark.wanted { color: var(--warn) }

.drop { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: .5rem; padding: 1.25rem; border: 2px dashed var(--field); border-radius: 12px; text-align: center; background: var(--card) }
.drop p { margin: 0; max-width: 40rem }
.card .drop { border-width: 1.5px; background: none; padding: .9rem; flex-direction: row; flex-wrap: wrap; gap: .5rem 1rem }
.welcome > .drop { padding: 3.5rem 1.25rem }
.dropping { position: fixed; inset: 0; z-index: 5; display: grid; place-items: center; padding: 2rem; background: color-mix(in srgb, var(--page) 85%, transparent); pointer-events: none }
.dropping p { padding: 2rem 2.5rem; border: 3px dashed var(--accent); border-radius: 16px; background: var(--card); font-size: 1.4rem; font-weight: 600; text-align: center; max-width: 36rem }
.sending:empty { display: none }
.sending { position: fixed; left: 50%; bottom: 1rem; transform: translateX(-50%); z-index: 4; margin: 0; padding: .6rem 1rem; border-radius: 99px; background: var(--ink); color: var(--page) }
.lines { display: grid; gap: .6rem; justify-items: start; margin-top: .75rem }
.lines label { width: 100% }

.figures { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0 0 .5rem }
.figures div { display: flex; flex-direction: row-reverse; gap: .45rem; align-items: baseline }
.figures dt { color: var(--soft) }
.figures dd { margin: 0; font-size: 1.5rem; font-weight: 650 }
.columns { list-style: none; margin: .75rem 0 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .75rem }
.columns li { border: 1px solid var(--line); border-radius: 8px; padding: .6rem .7rem; min-width: 0 }
.columns .heading { color: var(--ink); font-weight: 600; font-size: .95rem; overflow-wrap: anywhere }
.columns .unused { border-style: dashed }
.columns select { width: 100% }
.columns .samples { margin: .25rem 0 0; font-size: .82rem; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; overflow-wrap: anywhere }
.problems { list-style: none; padding: 0 }
.problems li { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: .25rem 1rem; padding: .6rem 0; border-top: 1px solid var(--line) }
.problems p { margin: .1rem 0 }
.problems .line { color: var(--warn); font-weight: 600; padding-top: .1rem }
.problems .cited { display: inline-block; padding: .1rem .4rem; border-radius: 4px }
.networks, .work, .reasons, .brought, .downloads, .checklist { list-style: none; margin: .5rem 0; padding: 0 }
.networks > li { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: .1rem 1rem; padding: .7rem 0; border-top: 1px solid var(--line) }
.networks > li:first-child { border-top: 0 }
.networks p { margin: 0 }
.network-name small { display: block }
.token-steps { padding-left: 1.2rem }
.token-steps li { padding: .25rem 0 }
.token-steps form { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end }
summary { cursor: pointer; color: var(--accent); padding: .4rem 0; width: fit-content }
details.card > summary { padding: 0; max-width: 100%; overflow-wrap: anywhere }
details.card[open] > summary { margin-bottom: .6rem }

.work li { display: grid; grid-template-columns: 14rem minmax(4rem, 1fr) 14rem; gap: .25rem 1rem; align-items: center; padding: .45rem 0 }
.work-name .soft { display: block; font-size: .9rem }
.work-far small { display: block }
progress { appearance: none; width: 100%; height: .6rem; border: 0; border-radius: 99px; overflow: hidden; background: var(--line) }
progress::-webkit-progress-bar { background: var(--line) }
progress::-webkit-progress-value { background: var(--accent) }
progress::-moz-progress-bar { background: var(--accent) }
.places { margin: .5rem 0 0; padding-left: 1.75rem }
.places li { padding: .3rem 0 .3rem .15rem; line-height: 1.35 }
.places li + li { border-top: 1px solid var(--line) }
.reasons li { padding: .5rem 0; border-top: 1px solid var(--line) }
.reasons p { margin: .1rem 0 }

.filters { display: flex; flex-wrap: wrap; gap: .6rem .75rem; align-items: end }
.filters label { flex: 0 1 11rem }
.filters label.wide, .filters label:has([type="search"]) { flex: 1 1 14rem }
.filters p { flex-basis: 100%; margin: 0 }
.filters :is(input, select) { width: 100% }
.field { display: grid; gap: .2rem; font-size: .85rem; color: var(--soft); flex: 0 1 11rem }
.shows { display: flex; flex-wrap: wrap; gap: .35rem; border: 0; margin-inline: 0; margin-bottom: 0; padding: 0; flex-basis: 100% }
.shows button { border-radius: 99px; padding: .25rem .9rem; min-height: 2.5rem }
.shows button[aria-pressed="true"] { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); font-weight: 600 }
.filters .count { flex: 0 0 auto; margin-left: auto; align-self: center }
.sentence::first-letter { text-transform: uppercase }
.chip { border-radius: 99px; min-height: 2rem; padding: 0 .7rem; font-size: .88rem; margin: .15rem }
.topic form { display: grid; gap: .6rem; justify-items: start }
.topic form label { width: 100% }

.sides { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 1rem; align-items: start }
.windowed { overflow: auto; position: relative; max-height: calc(100dvh - 6.5rem); background: var(--card); border: 1px solid var(--line); border-radius: 8px; overscroll-behavior: contain; contain: strict }
.windowed-all { position: relative; overflow: hidden }
.windowed-drawn { position: absolute; inset: 0 0 auto; will-change: transform }
.windowed-row { display: flex; align-items: center; padding: 0 .75rem; border-bottom: 1px solid var(--line); overflow: hidden }
.windowed-row > * { flex: 1; min-width: 0 }
[role="option"] { cursor: pointer }
[role="option"]:hover { background: var(--tint) }
[role="option"][aria-selected="true"] { background: var(--tint); box-shadow: inset 4px 0 var(--accent) }
.row { display: flex; align-items: center; gap: .6rem; line-height: 1.3 }
.row-name { flex: 1; min-width: 0 }
.rank { flex: none; min-width: 1.9rem; color: var(--soft); text-align: right; font-weight: 400 }
.verdict { flex: none; padding: 0 .5rem; border: 1px solid currentColor; border-radius: 99px; font-size: .78rem; font-weight: 600; line-height: 1.55; max-width: 9rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--soft) }
.row.keep .verdict { color: var(--accent-ink); background: var(--accent); border-color: var(--accent) }
.row.review .verdict { color: var(--warn) }
.detail { position: sticky; top: 4.75rem; max-height: calc(100dvh - 5.5rem); overflow: auto; border-radius: 8px }
.detail .close { display: none }
.detail h3 { font-size: 1.3rem }
.detail h3 .rank { min-width: 0; margin-right: .25rem }
.verdicts { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .5rem; border: 0; margin: .75rem 0; padding: 0 }
.verdicts .link { grid-column: 1 / -1; justify-self: start }
.verdicts button[aria-pressed="true"] { font-weight: 650; background: var(--accent); color: var(--accent-ink); border-color: var(--accent) }
.evidence blockquote { margin: .5rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--h3) }
.evidence blockquote p { margin: 0; overflow-wrap: anywhere }
.evidence footer { margin: 0; border: 0; color: var(--soft); font-size: .85rem }
.facts { margin: .75rem 0 0 }
.facts > div { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: .1rem .9rem; padding: .35rem 0; border-top: 1px solid var(--line) }
.facts dt { color: var(--soft) }
.facts dd { margin: 0; overflow-wrap: anywhere }
.facts dd p { margin: 0 }

.task p { margin: 0 }
.task { line-height: 1.35 }
.task .mark { font-size: .72rem }
.missing .mark { color: var(--warn) }
:is(.came, .empty) .mark { color: var(--accent) }
.brought li { padding: .4rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere }
.brought li::before { content: "✓" / ""; color: var(--accent); font-weight: 700; margin-right: .5rem }
.brought .unread::before { content: "–" / ""; color: var(--warn) }
.asked { border-color: var(--warn) }
.question { padding: .5rem 0; border-top: 1px solid var(--line) }
.question label { color: var(--ink) }
.question input { width: min(24rem, 100%) }

.with-copy { display: flex; gap: .6rem; align-items: center; justify-content: space-between; margin: .2rem 0 }
.with-copy > :first-child { min-width: 0; overflow-wrap: anywhere }
.copy { flex: none }
.copy.done::after { content: " ✓" / "" }
.checklist li { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; justify-content: space-between; min-height: 2.75rem; border-top: 1px solid var(--line) }
.checklist li:first-child { border-top: 0 }
.check { display: flex; gap: .6rem; align-items: center; color: var(--ink); font-size: 1rem; flex: 1 1 14rem; min-height: 2.75rem }
.check input { width: 1.3rem; height: 1.3rem; min-height: 0; flex: none; accent-color: var(--accent); margin: 0 }
.checklist input[type="date"] { min-height: 2.25rem }
.next { padding: .5rem .75rem; background: var(--tint); border-radius: 6px }
.edited textarea { min-height: 6rem }
.edited .actions { margin: .4rem 0 }
.length { margin-left: auto; color: var(--soft); font-size: .9rem }
.long .length { color: var(--warn) }
.long textarea { border-color: var(--warn); border-width: 2px }
meter { width: 5rem; vertical-align: middle }
.teaser + .teaser { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line) }
.warned { color: var(--warn); font-size: .9rem }
.board { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(13rem, 1fr); gap: .75rem; overflow-x: auto; padding: .25rem; align-items: start }
.column { border-radius: 8px; padding: .6rem; background: color-mix(in srgb, var(--line) 45%, transparent); min-height: 12rem }
.column.over { box-shadow: inset 0 0 0 2px var(--accent) }
.column h3 { font-size: .95rem }
.column ul { list-style: none; margin: .5rem 0 0; padding: 0; display: grid; gap: .5rem }
.column .card { padding: .6rem .7rem; display: grid; gap: .25rem; cursor: grab }
.column .card select { width: 100%; min-height: 2.25rem; font-size: .88rem }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th { text-align: left; font-weight: 600 }
thead th { color: var(--soft); font-size: .82rem }
.plain :is(th, td) { padding: .45rem; border-top: 1px solid var(--line); vertical-align: top }
.numbers :is(th, td):not(:first-child) { text-align: right }

.downloads li { display: grid; grid-template-columns: 14rem 5.5rem minmax(0, 1fr); gap: .1rem 1rem; padding: .45rem 0; border-top: 1px solid var(--line); align-items: baseline }
.downloads small { text-align: right }
.audit { border-left: 4px solid var(--accent); padding: .4rem .8rem; background: var(--tint) }

.told-place { position: fixed; right: 1rem; bottom: 1rem; z-index: 4; display: grid; gap: .5rem; justify-items: end; max-width: calc(100vw - 2rem); pointer-events: none }
.told-place + .told-place { bottom: 5rem }
.told { pointer-events: auto; margin: 0; display: flex; gap: 1rem; align-items: center; padding: .55rem .6rem .55rem 1rem; border-radius: 8px; background: var(--ink); color: var(--page); box-shadow: 0 4px 16px rgb(0 0 0 / .25); max-width: 36rem; white-space: pre-line }
.told button { min-height: 2.25rem; background: none; color: inherit; border-color: currentColor }
.told.failure { background: var(--card); color: var(--ink); border: 2px solid var(--warn); padding-right: 1rem }
dialog { border: 1px solid var(--line); border-radius: 12px; background: var(--card); color: var(--ink); padding: 1.25rem 1.5rem; width: min(44rem, calc(100vw - 2rem)) }
dialog::backdrop { background: rgb(0 0 0 / .45) }
dialog section { display: grid; gap: .5rem; align-content: start }

@media (max-width: 60rem) {
  .step { flex-direction: column; gap: .1rem; padding: .3rem .2rem; text-align: center; font-size: .85rem; justify-content: start }
  .step small { margin: 0; max-width: 100% }
  .sides { grid-template-columns: minmax(0, 1fr) }
  .detail { position: static; max-height: none }
  .sides .detail { display: none }
  .sides.with-detail .detail { display: block }
  .sides.with-detail .windowed, main:has(.with-detail) > :is(.now, .filters, .shows, details) { display: none }
  .detail .close { display: inline-block; margin-bottom: .75rem }
  .work li { grid-template-columns: minmax(0, 1fr) }
}
@media (max-width: 40rem) {
  body { padding: 0 .9rem 2rem }
  h1 { font-size: 1.25rem }
  #switches { width: 100% }
  #switches label { flex: 1 }
  #switches select { width: 100% }
  .steps { margin: 0 -.9rem; padding: .25rem .5rem }
  .steps ol { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .15rem }
  .step { flex-direction: row; min-height: 2.6rem; gap: .3rem; padding: .3rem .25rem; justify-content: start; font-size: .82rem; text-align: left }
  .step[aria-current] { font-weight: 500 }
  .step small { display: none }
  .step-number { width: 1.35rem; height: 1.35rem; font-size: .75rem }
  .two { grid-template-columns: minmax(0, 1fr) }
  .card { padding: .85rem .9rem }
  .large { font-size: 1.25rem }
  .welcome > .drop { padding: 2rem 1rem }
  .now > :is(button, .button, .actions), .now .actions button { width: 100% }
  .networks > li, .problems li { grid-template-columns: minmax(0, 1fr) }
  .filters label, .field { flex: 1 1 8.5rem }
  .facts > div { grid-template-columns: minmax(0, 1fr) }
  .downloads li { grid-template-columns: minmax(0, 1fr) auto }
  .downloads li > :last-child { grid-column: 1 / -1 }
  .board { grid-auto-columns: 80% }
  .length { margin-left: 0; flex-basis: 100% }
  .verdicts button { padding: .35rem .25rem; font-size: .92rem }
}
@media (max-width: 23rem) {
  .step-number { display: none }
  .step { justify-content: center; text-align: center }
}
`;
