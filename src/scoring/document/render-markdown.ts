import { type Block, type Inline, inlinesOf, type Table, type Text } from './blocks.ts'

/** GitHub-flavoured Markdown, one block after the other, ending in a newline. */
export function renderMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(renderBlock).join('\n\n')}\n`
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`
    case 'paragraph':
      return notABlock(renderText(block.text))
    case 'list':
      return block.items.map((item) => `- ${notABlock(renderText(item))}`).join('\n')
    case 'table':
      return renderTable(block)
  }
}

function renderTable({ head, rows, numeric }: Table): string {
  const rule = head.map((_name, column) => (numeric.includes(column) ? '---:' : '---'))
  return [head.map(escaped), rule, ...rows.map((row) => row.map(renderText))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function renderText(text: Text): string {
  return inlinesOf(text).map(renderInline).join('')
}

function renderInline(inline: Inline): string {
  if (typeof inline === 'string') return escaped(inline)
  // A pipe ends a table cell even inside a code span, and a code span cannot hold a backtick.
  if ('code' in inline)
    return `\`${oneLine(inline.code).replaceAll('`', "'").replaceAll('|', '\\|')}\``
  return `**${escaped(inline.strong)}**`
}

/** Text of a model is text: nothing in it becomes a link, a tag or a table cell of its own. */
function escaped(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>|~]/g, '\\$&')
}

/** Text that only looks like the start of a heading or list. */
function notABlock(line: string): string {
  return line.replace(/^(?:[#+-]+|\d+(?=[.)]))/, (start) =>
    /^\d/.test(start) ? `${start}\\` : `\\${start}`,
  )
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
