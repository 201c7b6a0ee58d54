import { type Document, isAlias, type LineCounter, visit, type YAMLError } from 'yaml'

/** Something wrong with the YAML itself, as a sentence about a line (1-based). */
export interface YamlMistake {
  readonly line: number
  readonly sentence: string
}

const NOT_YAML = 'is not valid YAML'

/**
 * What is wrong with the YAML, in words for somebody who never read its grammar. Only the first
 * mistake is told, since a parser that lost its way finds many more that are none; keys written twice
 * are told all.
 */
export function describeYamlErrors(
  errors: readonly YAMLError[],
  text: string,
): readonly YamlMistake[] {
  const lines = text.split('\n')
  const conflict = lines.findIndex((line) => /^(<{7}|={7}|>{7})( |$)/.test(line))
  if (conflict !== -1) {
    const what = 'has a merge conflict; keep one side and remove the lines with <<<, === and >>>'
    return [{ line: conflict + 1, sentence: what }]
  }
  const twice = errors.filter(({ code }) => code === 'DUPLICATE_KEY')
  const told = twice.length === errors.length ? twice : errors.slice(0, 1)
  return told.map((error) => mistakeOf(error, lines))
}

function mistakeOf(error: YAMLError, lines: readonly string[]): YamlMistake {
  const line = lineOf(error, lines)
  const words =
    WORDS[error.code]?.(lines[line - 1] ?? '', error.message) ?? firstLineOf(error.message)
  return { line, sentence: `${NOT_YAML}: ${words}` }
}

type Words = (line: string, message: string) => string

/** The mistakes people make; for all others the parser's own words. */
const WORDS: Partial<Record<YAMLError['code'], Words>> = {
  TAB_AS_INDENT: () => 'the line is indented with a tab; use spaces',
  DUPLICATE_KEY: (line) => `the key "${keyOf(line)}" is written twice; keep one`,
  MULTIPLE_DOCS: () => 'a second document starts after "---"; remove that line, or make two files',
  BLOCK_AS_IMPLICIT_KEY: (line) =>
    /: .*: /.test(line)
      ? 'a text with a colon in it needs quotes around it'
      : 'the lines below are indented too far; the keys of one entry start in one column',
  MULTILINE_IMPLICIT_KEY: (line) =>
    /^\s*(- )?[\w-]+:\S/.test(line)
      ? 'there is no space after the colon'
      : 'there is no ": " between key and value',
  MISSING_CHAR: wordsForOpen,
  BAD_INDENT: wordsForOpen,
  BAD_SCALAR_START: (_line, message) =>
    `a value that starts with ${firstLineOf(message).slice(-1)} needs quotes around it`,
}

function wordsForOpen(line: string, message: string): string {
  if (isQuoteOpen(line)) return 'a quote is opened and not closed'
  if (countOf(line, '{') > countOf(line, '}')) return 'a { is opened and not closed with }'
  if (countOf(line, '[') > countOf(line, ']')) return 'a [ is opened and not closed with ]'
  if (message.startsWith('All mapping items')) {
    return 'the line does not start in the column of the keys above it'
  }
  return firstLineOf(message)
}

/** What is left open is found at the end of the file; the line to look at is where it was opened. */
function lineOf({ code, message, linePos }: YAMLError, lines: readonly string[]): number {
  const found = linePos?.[0].line ?? 1
  if (code !== 'MISSING_CHAR' && code !== 'BAD_INDENT') return found
  const isOpen = (line: string): boolean =>
    message.includes('quote')
      ? isQuoteOpen(line)
      : countOf(line, '{') + countOf(line, '[') > countOf(line, '}') + countOf(line, ']')
  const opened = lines.slice(0, found).findLastIndex(isOpen)
  return opened === -1 ? found : opened + 1
}

const countOf = (line: string, char: string): number => line.split(char).length - 1
const isQuoteOpen = (line: string): boolean => countOf(line, '"') % 2 === 1
const keyOf = (line: string): string => /^\s*(?:- )?"?([^":]+)"?:/.exec(line)?.[1] ?? ''

function firstLineOf(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '')
}

/**
 * Why aliases could not be followed once the text is parsed: one has no anchor, or there are so many
 * that following them would fill the memory.
 */
export function describeAliases(document: Document, lines: LineCounter): YamlMistake {
  let lost: YamlMistake | undefined
  visit(document, {
    Alias(_key, node) {
      if (!isAlias(node) || node.resolve(document) !== undefined) return undefined
      const line = lines.linePos(node.range?.[0] ?? 0).line
      lost = { line, sentence: `has *${node.source}, but nothing is named &${node.source}` }
      return visit.BREAK
    },
  })
  const sentence = 'the file repeats parts by aliases (*name) too often; write them out'
  return lost ?? { line: 1, sentence }
}
