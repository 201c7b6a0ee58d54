import Table from 'cli-table3'
import pc from 'picocolors'

/** What a command says: to a person, or with `--json` one object a line on stdout and nothing else. */
export interface Output {
  readonly json: boolean
  /** For people; silent with --json. */
  line(text?: string): void
  table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void
  /** For programs; silent without --json. */
  object(value: object): void
  /** Always on stderr. */
  problem(text: string): void
  readonly colour: ReturnType<typeof pc.createColors>
  /** Whether a progress bar can be drawn. */
  readonly interactive: boolean
  readonly stderr: NodeJS.WriteStream
}

export interface OutputStreams {
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
}

/** Colours only on a terminal, and never where NO_COLOR is set (no-color.org). */
export function createOutput(
  { json, noColor }: { json: boolean; noColor: boolean },
  { stdout, stderr }: OutputStreams,
): Output {
  const colour = pc.createColors(stdout.isTTY === true && !noColor && !json)
  return {
    json,
    colour,
    interactive: stderr.isTTY === true && !json,
    stderr,
    line: (text = '') => {
      if (!json) stdout.write(`${text}\n`)
    },
    table: (head, rows) => {
      if (json) return
      const table = new Table({ head: [...head], style: { head: [], border: [], compact: true } })
      table.push(...rows.map((row) => [...row]))
      stdout.write(`${table.toString()}\n`)
    },
    object: (value) => {
      if (json) stdout.write(`${JSON.stringify(value)}\n`)
    },
    problem: (text) => {
      stderr.write(`${text}\n`)
    },
  }
}
