import { type Block, type Inline, inlinesOf, type Table, type Text } from './blocks.ts'
import { PAGE_STYLE } from './page-style.ts'

/**
 * A page that stands by itself: no script, no request to anywhere, readable on a phone, by a screen
 * reader, in the dark and on paper.
 */
export function renderHtml(blocks: readonly Block[], title: string): string {
  const sections = blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.level === 2 ? [{ id: `s${index}`, text: block.text }] : [],
  )
  const contents = sections.map(({ id, text }) => `<li><a href="#${id}">${escaped(text)}</a></li>`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
${PAGE_STYLE}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<nav aria-label="Contents">
<ul>
${contents.join('\n')}
</ul>
</nav>
<main id="content">
${blocks.map((block, index) => renderBlock(block, `s${index}`)).join('\n')}
</main>
</body>
</html>
`
}

function renderBlock(block: Block, id: string): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="${id}">${escaped(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p>${renderText(block.text)}</p>`
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${renderText(item)}</li>`).join('\n')}\n</ul>`
    case 'table':
      return renderTable(block)
  }
}

function renderTable({ caption, head, rows, numeric }: Table): string {
  const cell = (text: Text, column: number): string =>
    `<td${numeric.includes(column) ? ' class="number"' : ''}>${renderText(text)}</td>`
  // A wide table scrolls by itself, so it must be reachable by keyboard and have a name.
  return [
    `<div class="table" role="region" tabindex="0" aria-label="${escaped(caption)}">`,
    '<table>',
    `<caption>${escaped(caption)}</caption>`,
    `<thead><tr>${head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`),
    '</tbody>',
    '</table>',
    '</div>',
  ].join('\n')
}

function renderText(text: Text): string {
  return inlinesOf(text).map(renderInline).join('')
}

function renderInline(inline: Inline): string {
  if (typeof inline === 'string') return escaped(inline)
  if ('code' in inline) return `<code>${escaped(inline.code)}</code>`
  return `<strong>${escaped(inline.strong)}</strong>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
