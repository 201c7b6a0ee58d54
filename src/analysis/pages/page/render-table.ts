import { cellInWords } from '../cell-words.ts'
import type { Cell, SectionTable } from '../document.ts'
import { typeset } from '../plain-text.ts'
import { type Html, html } from './html.ts'

/** A wide table scrolls by itself, so it can be reached by keyboard and has a name. */
export function tableOf({ head, rows }: SectionTable, caption: string): Html {
  const isNumber = head.map((_, column) => rows.some((row) => isQuantity(row[column])))
  const names = head.map((name, column) =>
    isNumber[column] === true
      ? html`<th scope="col" class="number">${name}</th>`
      : html`<th scope="col">${name}</th>`,
  )
  const lines = rows.map(
    (row) => html`<tr>${row.map((cell, column) => renderCell(cell, column, isNumber))}</tr>`,
  )
  return html`<div class="table" role="region" tabindex="0" aria-label="${caption}">
<table>
<caption>${caption}</caption>
<thead><tr>${names}</tr></thead>
<tbody>
${lines}
</tbody>
</table>
</div>`
}

function renderCell(cell: Cell, column: number, isNumber: readonly boolean[]): Html {
  const { main, aside } = cell === '' ? { main: '', aside: '' } : cellInWords(cell)
  if (column === 0) return html`<th scope="row">${typeset(main)}</th>`
  if (isNumber[column] !== true) return html`<td>${typeset(main)}</td>`
  const more = aside === '' ? undefined : html` <small>${typeset(aside)}</small>`
  return html`<td class="number">${typeset(main)}${more}</td>`
}

function isQuantity(cell: Cell): boolean {
  return typeof cell === 'object'
}
