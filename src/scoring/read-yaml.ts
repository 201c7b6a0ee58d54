import type { Document, Node, Pair } from 'yaml'
import { isCollection, isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { PermanentError } from '../errors.ts'
import { describeIssues } from './describe-issues.ts'
import type { Problem } from './problem.ts'
import { describeAliases, describeYamlErrors, type YamlMistake } from './yaml-errors.ts'

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

/** A problem with its line (1-based) in the text. */
export interface LocatedProblem extends Problem {
  readonly line: number
  /** The problem as one sentence, path included, file and line not. */
  readonly sentence: string
}

/** Throws PermanentError listing every problem as `file:line path what`, one a line. */
export function readYaml<Schema extends z.ZodType>(source: YamlSource<Schema>): z.output<Schema> {
  const read = tryReadYaml(source)
  if ('value' in read) return read.value
  const { file, code } = source
  const count = read.problems.length === 1 ? '1 problem' : `${read.problems.length} problems`
  const told = read.problems.map(({ line, sentence }) => `${file}:${line} ${sentence}`)
  throw new PermanentError(code, `${count} in ${file}:\n${told.join('\n')}`)
}

/** The value, or every problem in the order of their lines. */
export function tryReadYaml<Schema extends z.ZodType>(
  source: YamlSource<Schema>,
): { readonly value: z.output<Schema> } | { readonly problems: readonly LocatedProblem[] } {
  if (source.text.length > MOST_CHARACTERS) return { problems: [TOO_LARGE] }
  const lines = new LineCounter()
  const document = parseDocument(source.text, { lineCounter: lines })
  if (document.errors.length > 0) {
    return { problems: describeYamlErrors(document.errors, source.text).map(aboutTheText) }
  }
  const plain = plainValue(document)
  if (plain === undefined) return { problems: [aboutTheText(describeAliases(document, lines))] }
  const parsed = source.schema.safeParse(plain.value)
  const problems = parsed.success
    ? (source.check?.(parsed.data) ?? [])
    : describeIssues(parsed.error.issues, source.schema, plain.value)
  if (parsed.success && problems.length === 0) return { value: parsed.data }
  const lineOf = lineFinderOf(document, lines)
  return {
    problems: problems
      .map(({ path, what }) => ({ path, what, line: lineOf(path), sentence: sentence(path, what) }))
      .toSorted((a, b) => a.line - b.line),
  }
}

/** Tells the line (1-based) of a path in a YAML text, or of the last part of it that is there. */
export function createLineFinder(text: string): (path: Problem['path']) => number {
  const lines = new LineCounter()
  return lineFinderOf(parseDocument(text, { lineCounter: lines }), lines)
}

function lineFinderOf(document: Document, lines: LineCounter): (path: Problem['path']) => number {
  return (path) => lines.linePos(offsetOf(document, path)).line
}

function aboutTheText({ line, sentence: what }: YamlMistake): LocatedProblem {
  return { path: [], what, line, sentence: what }
}

// Reading takes time and memory by size, and no model or list comes near.
const MOST_CHARACTERS = 1_000_000
const LARGE = 'is larger than 1 MB; a model or list is a few kilobytes'
const TOO_LARGE: LocatedProblem = { path: [], what: LARGE, line: 1, sentence: `the file ${LARGE}` }

/** Only aliases can fail once the text is parsed. */
function plainValue(document: Document): { readonly value: unknown } | undefined {
  try {
    return { value: document.toJS() }
  } catch {
    return undefined
  }
}

function sentence(path: Problem['path'], what: string): string {
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
