import { PermanentError } from '#src/errors.ts'

export interface WholeRecordsOptions {
  readonly delimiter: string
  /** Told the line a broken record starts on, and what is wrong with it. */
  readonly onBroken: (line: number, what: string) => void
}

/** A quoted value longer than this was never meant to be one. */
const MOST_LINES = 500
const MOST_CHARACTERS = 1_000_000

const NEVER_CLOSED = 'has a quoted value that is never closed'
const MISPLACED = 'has a quote in the wrong place'

type Scan = 'closed' | 'open' | 'broken'

/** Text that ends where a record ends, and the number of its first line. */
export interface RecordsText {
  readonly text: string
  readonly line: number
}

/**
 * Passes on text in whole records, a broken one replaced by an empty line so that line numbers stay
 * true. Without it, one quote too many makes a parser swallow the rest of the file into one value.
 */
export async function* wholeRecords(
  chunks: AsyncIterable<string>,
  options: WholeRecordsOptions,
): AsyncGenerator<RecordsText> {
  const records = new Records(options)
  let rest = ''
  for await (const chunk of chunks) {
    const text = rest + chunk
    const end = text.lastIndexOf('\n') + 1
    rest = text.slice(end)
    if (rest.length > 16 * MOST_CHARACTERS) {
      throw new PermanentError('csv-line-too-long', 'A line is longer than any CSV row can be.')
    }
    if (end > 0) yield { line: records.nextLine, text: records.take(text.slice(0, end)) }
  }
  yield { line: records.nextLine, text: records.take(rest) + records.finish() }
}

class Records {
  readonly #options: WholeRecordsOptions
  /** Lines of the record whose quoted value is open. */
  #open: string[] = []
  #openLength = 0
  /** Lines handed out or broken so far. */
  #line = 0

  constructor(options: WholeRecordsOptions) {
    this.#options = options
  }

  get nextLine(): number {
    return this.#line + 1
  }

  take(text: string): string {
    if (this.#open.length === 0 && !text.includes('"')) {
      this.#line += countLines(text)
      return text
    }
    return this.#takeLines(text.split(/(?<=\n)/))
  }

  /** What is still open at the end of the file is broken where it began; the rest is tried again. */
  finish(): string {
    let out = ''
    while (this.#open.length > 0) {
      const again = this.#giveUp()
      out += `\n${this.#takeLines(again)}`
    }
    return out
  }

  #takeLines(lines: readonly string[]): string {
    let out = ''
    // Lines given up on go back in front, newest work first.
    const todo = lines.toReversed()
    for (let line = todo.pop(); line !== undefined; line = todo.pop()) {
      if (line === '') continue
      const scan = scanLine(line, this.#options.delimiter, this.#open.length > 0)
      if (scan === 'broken' && this.#open.length === 0) {
        out += this.#broken(MISPLACED)
        continue
      }
      this.#open.push(line)
      this.#openLength += line.length
      if (scan === 'closed') out += this.#close()
      else if (scan === 'broken' || this.#isTooLong()) {
        const again = this.#giveUp()
        out += '\n'
        todo.push(...again.toReversed())
      }
    }
    return out
  }

  #close(): string {
    const record = this.#open.join('')
    this.#line += this.#open.length
    this.#reset()
    return record
  }

  /** Reports the line the open record starts on; gives back the lines after it. */
  #giveUp(): readonly string[] {
    const after = this.#open.slice(1)
    this.#broken(NEVER_CLOSED)
    this.#reset()
    return after
  }

  #broken(what: string): string {
    this.#line += 1
    this.#options.onBroken(this.#line, what)
    return '\n'
  }

  #isTooLong(): boolean {
    return this.#open.length > MOST_LINES || this.#openLength > MOST_CHARACTERS
  }

  #reset(): void {
    this.#open = []
    this.#openLength = 0
  }
}

/** Whether a line ends outside quotes, inside them, or breaks the rules of RFC 4180. */
function scanLine(line: string, delimiter: string, startsOpen: boolean): Scan {
  let open = startsOpen
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at)) {
    if (!open) {
      if (at > 0 && line[at - 1] !== delimiter) return 'broken'
      open = true
      at += 1
      continue
    }
    const next = line[at + 1]
    if (next === '"') {
      at += 2
      continue
    }
    if (next !== undefined && next !== delimiter && next !== '\r' && next !== '\n') return 'broken'
    open = false
    at += 1
  }
  return open ? 'open' : 'closed'
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
