import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A paragraph of the guide and the examples right below it. */
export interface Paragraph {
  readonly section: string
  readonly sentences: readonly string[]
  readonly examples: readonly Record<string, unknown>[]
}

const GUIDE = new URL('../../../docs/guides/model-language.md', import.meta.url)

/** The paragraphs of the guide in order; a paragraph without examples has none. */
export function readGuide(): readonly Paragraph[] {
  const text = readFileSync(GUIDE, 'utf8').replaceAll(/<!--.*?-->/gs, '')
  const blocks = text.match(/^```yaml\n[^]*?^```$|^(?!```)(?:.+\n?)+/gm) ?? []
  const paragraphs: Paragraph[] = []
  let section = ''
  for (const block of blocks.map((one) => one.trim())) {
    const last = paragraphs.at(-1)
    if (block.startsWith('#')) section = block.replace(/^#+ /, '')
    else if (!block.startsWith('```')) {
      paragraphs.push({ section, sentences: sentencesOf(block), examples: [] })
    } else if (last !== undefined) {
      const examples = parse(block.slice('```yaml'.length, -3), { merge: true })
      paragraphs[paragraphs.length - 1] = { ...last, examples }
    }
  }
  return paragraphs
}

/** What ends with a full stop outside of code. */
function sentencesOf(paragraph: string): readonly string[] {
  const flat = paragraph.replaceAll(/\s+/g, ' ')
  return (flat.match(/(?:`[^`]*`|[^`.]|\.(?=\S))+\.?/g) ?? []).map((one) => one.trim())
}
