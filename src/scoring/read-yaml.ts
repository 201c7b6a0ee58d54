import type { Document, Node, Pair } from 'yaml'
import { isCollection, isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { PermanentError } from '../errors.ts'
import { describeIssues } from './describe-issues.ts'
import type { Problem } from './problem.ts'

export interface YamlSource<Schema extends z.ZodType> {
  readonly text: string
  /** As the person named it; every problem starts with it. */
  readonly file: string
  /** Code of the PermanentError thrown. */
  readonly code: string
  readonly schema: Schema
  /** What a schema cannot see, such as one part naming another; asked when the schema is content. */
  readonly check?: (value: z.output<Schema>) => readonly Problem[]
}

/** Throws PermanentError listing every problem as `file:line path what`, one a line. */
export function readYaml<Schema extends z.ZodType>(source: YamlSource<Schema>): z.output<Schema> {
  const lines = new LineCounter()
  const document = parseDocument(source.text, { lineCounter: lines })
  if (document.errors.length > 0) {
    throw invalid(
      source,
      document.errors.map((error) => {
        const line = error.linePos?.[0].line ?? 1
        return `${source.file}:${line} is not valid YAML: ${firstLineOf(error.message)}`
      }),
    )
  }
  const value = plainValue(document, source)
  const parsed = source.schema.safeParse(value)
  const problems = parsed.success
    ? (source.check?.(parsed.data) ?? [])
    : describeIssues(parsed.error.issues, source.schema, value)
  const located = problems.map((problem) => ({
    line: lines.linePos(offsetOf(document, problem.path)).line,
    problem,
  }))
  if (parsed.success && located.length === 0) return parsed.data
  throw invalid(
    source,
    located
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, problem }) => `${source.file}:${line} ${sentence(problem)}`),
  )
}

function plainValue(document: Document, source: YamlSource<z.ZodType>): unknown {
  try {
    return document.toJS()
  } catch {
    // Only aliases can fail here: unknown ones, or so many that they are an attack.
    throw invalid(source, [`${source.file}:1 has aliases (*name) that cannot be followed`])
  }
}

function invalid(source: YamlSource<z.ZodType>, lines: readonly string[]): PermanentError {
  const count = lines.length === 1 ? '1 problem' : `${lines.length} problems`
  return new PermanentError(source.code, `${count} in ${source.file}:\n${lines.join('\n')}`)
}

function sentence({ path, what }: Problem): string {
  return path.length === 0 ? `the file ${what}` : `${pathInWords(path)} ${what}`
}

/** `fit.groups[0].rules[2].points` */
function pathInWords(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
}

/** Where the path stands in the text, or the last part of it that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const key of path) {
    const child = childOf(node, key)
    if (child === undefined) return offset
    offset = startOf(isPair(child) ? child.key : child) ?? offset
    node = isPair(child) ? child.value : child
  }
  return offset
}

function childOf(node: unknown, key: PropertyKey): Node | Pair | undefined {
  if (!isCollection(node)) return undefined
  const items: readonly unknown[] = node.items
  const child = isMap(node)
    ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))
    : items[Number(key)]
  return child as Node | Pair | undefined
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isCollection(node) ? node.range?.[0] : undefined
}

function firstLineOf(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '')
}
