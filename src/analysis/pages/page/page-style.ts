import { PAGE_STYLE } from '#src/scoring/document/page-style.ts'

/**
 * The style of the other pages, and what charts need. Series colours are Okabe and Ito's, made
 * lighter or darker until they stand out 3:1; dashes, symbols and patterns tell the series apart too.
 */
export const ANALYSIS_STYLE = `${PAGE_STYLE}
:root {
  --one: #0b64a0; --two: #c2500a; --three: #00785a; --four: #9b4f86; --five: #6b6b6b;
  --good: #00664b; --notice: #0b4a8f; --alarm: #a8380a; --band: #0b64a0; --grid: #d9dee6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --one: #6cbcf0; --two: #f5a05a; --three: #3fcfa4; --four: #e3a3cf; --five: #a8b0bc;
    --good: #55d6ae; --notice: #9cc7ff; --alarm: #ffa677; --band: #6cbcf0; --grid: #2f3845;
  }
}
header { margin-bottom: 1.5rem; }
dl { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: .5rem 0 1.25rem; }
dl div { display: flex; gap: .5rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
.answer { border: 1px solid var(--line); border-left: .4rem solid var(--notice); background: var(--tint); padding: 1rem 1.25rem; }
.answer.good { border-left-color: var(--good); }
.answer.alarm { border-left-color: var(--alarm); }
nav { margin-top: 1.25rem; }
.answer h2 { border: 0; margin: 0; padding: 0; }
.answer ul { margin: .5rem 0 0; padding-left: 1.2rem; }
.note { color: var(--quiet); }
figure:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
figure { margin: 1rem 0 1.5rem; overflow-x: auto; }
figure > svg { display: block; width: 100%; min-width: 34rem; max-width: 46rem; height: auto; }
figure.square > svg { min-width: 26rem; max-width: 34rem; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0 0 .5rem; padding: 0; font-size: .94rem; }
.legend svg { vertical-align: -.1em; }
figcaption { font-weight: 600; margin-bottom: .35rem; }
tbody th { font-weight: 600; }
td, tbody th { overflow-wrap: break-word; }
.number small { display: block; color: var(--quiet); font-size: .88em; font-weight: 400; white-space: normal; }
thead th.number { white-space: normal; }
thead th:first-child { white-space: nowrap; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .75rem; color: var(--quiet); }
@media print {
  :root {
    --one: #004a7c; --two: #a33f00; --three: #005a43; --four: #7a2f66; --five: #555;
    --good: #000; --notice: #000; --alarm: #000; --band: #004a7c; --grid: #ccc;
  }
  html { font-size: 10pt; }
  * { print-color-adjust: exact; }
  figure { overflow: visible; break-inside: avoid; }
  figure > svg { max-width: 16cm; min-width: 0; }
  .answer { break-inside: avoid; }
}
`
