import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { syntheticPortal } from './synthetic-portal.ts'

const run = promisify(execFile)
const bench = (...args: readonly string[]) =>
  run(process.execPath, ['bench/run.ts', 'calibrate', ...args])
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadwell-calibrate-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

/** A portal's records as a spreadsheet in Europe exports them: semicolons, quotes, byte order mark. */
async function exported(rows: number): Promise<string> {
  const { data } = syntheticPortal({ rows, seed: 21 })
  const cells = (row: number): readonly string[] =>
    data.columns.map((column) => {
      if (column.kind === 'code') return `"${column.levels[column.codes[row] ?? -1] ?? ''}"`
      const value = column.values[row] ?? NaN
      return Number.isNaN(value) ? '' : String(value)
    })
  const lines = Array.from({ length: rows }, (_, row) =>
    [String(row), ...cells(row), data.outcome[row] === 1 ? 'Won' : 'Lost'].join(';'),
  )
  const header = ['Record', ...data.columns.map(({ name }) => name), 'Stage'].join(';')
  const file = join(folder, 'portal.csv')
  await writeFile(file, `\uFEFF${[header, ...lines].join('\r\n')}\r\n`)
  return file
}

describe('npm run bench -- calibrate', () => {
  it('answers in one JSON object on its last line, for any file', async () => {
    const file = await exported(2_000)

    const { stdout } = await bench('--csv', file, '--outcome', 'Stage', '--exclude', 'noise,height')

    const answer: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
    const figures = {
      auc: expect.any(Number),
      ap: expect.any(Number),
      lift: expect.any(Number),
      brier: expect.any(Number),
      rules: expect.any(Number),
    }
    expect(answer).toMatchObject({
      card: figures,
      short_card: figures,
      time_order: figures,
      recommend: true,
      rows: 2_000,
      columns: 4,
    })
    expect(stdout).toContain('left out: Record (identifier)')
    expect(stdout).toContain('left out: noise (excluded)')
  })

  it('says what to do when the outcome is not named', async () => {
    const file = await exported(20)

    await expect(bench('--csv', file)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--outcome COLUMN'),
    })
  })
})
