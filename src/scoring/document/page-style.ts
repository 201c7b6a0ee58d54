/** The style of a model's page. System fonts and colours of at least 7:1 contrast, light and dark. */
export const PAGE_STYLE = `:root {
  --ink: #1b2230; --quiet: #454f60; --paper: #ffffff; --line: #c9d0da; --tint: #f3f5f8; --link: #0b4a8f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #eef1f6; --quiet: #bcc5d3; --paper: #14181f; --line: #3b4554; --tint: #1d232d; --link: #9cc7ff;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem; max-width: 68rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { font-size: 1.1rem; margin: 1.75rem 0 .25rem; }
p, li { max-width: 46rem; }
a { color: var(--link); }
a:focus-visible, .table:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; }
nav ul { list-style: none; margin: 0 0 1.5rem; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.table { overflow-x: auto; margin: .75rem 0 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
caption { text-align: left; color: var(--quiet); padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .7rem; border-bottom: 1px solid var(--line); }
thead th { background: var(--tint); }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; font-weight: 600; }
code { font: .92em ui-monospace, SFMono-Regular, Menlo, monospace; background: var(--tint); padding: 0 .2em; }
@media print {
  :root { --ink: #000; --quiet: #333; --paper: #fff; --line: #999; --tint: #f0f0f0; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, .skip { display: none; }
  .table { overflow: visible; }
  h2, h3 { break-after: avoid; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
}
`
