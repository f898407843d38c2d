const light = `
  --page: #f6f6f3; --card: #fff; --ink: #1b2023; --soft: #596066; --line: #dcdeda; --field: #858b90;
  --accent: #0b6b5f; --accent-ink: #fff; --tint: #e3f0ed; --warn: #9a5b00; --drop: #767b80;
  --h1: #e6f2ef; --h2: #c8e3dd; --h3: #9dcdc2; --h4: #6cb4a6; --h5: #0b6b5f; --h5-ink: #fff;
`;

const dark = `
  --page: #131618; --card: #1b1f22; --ink: #e8eaeb; --soft: #a4acb3; --line: #343a3f; --field: #7b838a;
  --accent: #5ecbb5; --accent-ink: #06231e; --tint: #1d302d; --warn: #e6a94c; --drop: #8a9197;
  --h1: #1d2f2c; --h2: #22453f; --h3: #275c53; --h4: #2c7468; --h5: #5ecbb5; --h5-ink: #06231e;
`;

/** What all pages look like: colours, text, fields. */
export const baseStyle = `:root { color-scheme: light; ${light} }
@media screen { :root[data-theme="dark"] { color-scheme: dark; ${dark} } }
@media screen and (prefers-color-scheme: dark) { :root[data-theme="system"] { color-scheme: dark; ${dark} } }

*, ::before, ::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 3.5rem }
body { margin: 0 auto; padding: 0 1.25rem 2rem; max-width: 76rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word }
h1, h2, h3 { line-height: 1.2; margin: 0; text-wrap: balance }
h1 { font-size: 1.9rem; letter-spacing: -.015em }
h2 { font-size: 1.3rem; margin-bottom: .75rem }
h3 { font-size: 1.05rem }
p { margin: .4rem 0 }
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: 1px }
a:hover { text-decoration-thickness: 2px }
small, .soft { color: var(--soft) }
small { font-size: .82rem }
ul { margin: .4rem 0; padding-left: 1.1rem }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px }
[hidden] { display: none !important }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; left: -99rem; padding: .75rem 1rem; background: var(--card); z-index: 3 }
.skip:focus { left: .5rem; top: .5rem }

header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: .75rem 2rem; padding: 1.75rem 0 .75rem }
header p { margin: .15rem 0 0 }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); font-size: .9rem }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.15rem; min-width: 0 }
form { margin: 0 }
label { display: grid; gap: .2rem; font-size: .85rem; color: var(--soft) }
input, select, button { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--field); border-radius: 6px;
  min-height: 2.75rem; padding: .35rem .6rem; max-width: 100% }
input, select { font-size: 1rem }
button { cursor: pointer }
button:hover { border-color: var(--accent) }
`;
