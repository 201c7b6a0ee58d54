import {
  type Document,
  isMap,
  isNode,
  isSeq,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'

export type YamlPath = readonly PropertyKey[]

/** Edits of one YAML text; every path is that of the text as it was. */
export interface YamlEdits {
  readonly set: readonly { readonly path: YamlPath; readonly value: number }[]
  /** Entries of lists and maps. Comments above them stay, those within them go. */
  readonly remove: readonly YamlPath[]
  /** Items for the end of a list, or pairs for the end of a map. */
  readonly append: readonly { readonly path: YamlPath; readonly entries: Entries }[]
}

type Entries = readonly object[] | Readonly<Record<string, string>>

/** What stands from `start` to below `end` gives way to `text`. */
interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

const WIDTH = 100

/**
 * The parsed document tells where things stand, and only there the text is changed: written out again
 * as a whole it would wrap long lines anew, and nobody could see in a diff what became other.
 */
export function editYaml(text: string, { set, remove, append }: YamlEdits): string {
  const document = parseDocument(text)
  const splices = [
    ...set.flatMap(({ path, value }) => replaced(document, path, String(value))),
    ...append.flatMap(({ path, entries }) => appended(text, document, path, entries)),
    ...remove.flatMap((path) => removed(text, document, path)),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end)
  let edited = ''
  let at = 0
  for (const { start, end, text: put } of splices) {
    edited += text.slice(at, Math.max(at, start)) + put
    at = Math.max(at, end)
  }
  return edited + text.slice(at)
}

function replaced(document: Document, path: YamlPath, text: string): readonly Splice[] {
  const [start, end] = rangeOf(document.getIn(path, true))
  return [{ start, end, text }]
}

function removed(text: string, document: Document, path: YamlPath): readonly Splice[] {
  const parent = collectionAt(document, path.slice(0, -1))
  const ranges = entryRanges(parent)
  const at = isSeq(parent)
    ? Number(path.at(-1))
    : parent.items.findIndex(({ key }) => String(key) === String(path.at(-1)))
  const own = ranges[at]
  if (own === undefined) return []
  if (parent.flow !== true) return [{ ...linesOf(text, own, isSeq(parent)), text: '' }]
  const [next, before] = [ranges[at + 1], ranges[at - 1]]
  if (next !== undefined) return [{ start: own[0], end: next[0], text: '' }]
  return [{ start: before?.[1] ?? own[0], end: own[1], text: '' }]
}

function appended(
  text: string,
  document: Document,
  path: YamlPath,
  entries: Entries,
): readonly Splice[] {
  const parent = collectionAt(document, path)
  if (parent.flow === true) {
    const at = rangeOf(parent)[0] + 1
    return [{ start: at, end: at, text: `${JSON.stringify(entries).slice(1, -1)}, ` }]
  }
  const [first, last] = [entryRanges(parent).at(0), entryRanges(parent).at(-1)]
  if (first === undefined || last === undefined) return []
  const lines = linesOf(text, first, isSeq(parent))
  const indent = /^ */.exec(text.slice(lines.start))?.[0] ?? ''
  const written = stringify(entries, { lineWidth: WIDTH - indent.length, indentSeq: true })
  const block = written.trimEnd().replaceAll(/^(?=.)/gm, indent)
  const { end } = linesOf(text, last, isSeq(parent))
  const before = text.slice(0, end).endsWith('\n') ? '' : '\n'
  const apart = isSeq(parent) ? '\n' : ''
  return [{ start: end, end, text: `${before}${apart}${block}\n` }]
}

type Range = readonly [start: number, end: number]

/** The whole lines an entry of a block stands on, its dash and a comment behind it included. */
function linesOf(text: string, [from, to]: Range, isItem: boolean): Omit<Splice, 'text'> {
  // The dash may stand on a line of its own.
  const mark = isItem ? text.lastIndexOf('-', from - 1) : from
  const start = text.lastIndexOf('\n', mark - 1) + 1
  const lastLine = text.indexOf('\n', from + text.slice(from, to).trimEnd().length)
  return { start, end: lastLine === -1 ? text.length : lastLine + 1 }
}

function entryRanges(parent: YAMLMap | YAMLSeq): readonly Range[] {
  if (isSeq(parent)) return parent.items.map(rangeOf)
  return parent.items.map(({ key, value }) => {
    const [start, end] = rangeOf(key)
    return [start, isNode(value) ? rangeOf(value)[1] : end]
  })
}

function collectionAt(document: Document, path: YamlPath): YAMLMap | YAMLSeq {
  const node = document.getIn(path, true)
  if (isMap(node) || isSeq(node)) return node
  throw new TypeError(`${path.join('.')} is no list or map`)
}

function rangeOf(node: unknown): Range {
  if (!isNode(node) || !node.range) throw new TypeError('Stands nowhere in the text')
  return [node.range[0], node.range[1]]
}
