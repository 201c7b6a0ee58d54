import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readTable } from '#src/cli/csv/read-table.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadwell table '))
})
afterEach(() => rm(folder, { recursive: true }))

test('learns nothing from people who may not be scored, nor from who said no', async () => {
  const file = join(folder, 'leads.csv')
  const rows = ['source,Do Not Profile,crisis,Email Opt Out,won']
  for (let row = 0; row < 40; row += 1)
    rows.push(`${row % 2 ? 'web' : 'ads'},no,,yes,${row % 4 ? 'no' : 'yes'}`)
  rows.push(
    'web,yes,,no,yes',
    'web,whatever,,no,yes',
    'web,,I want to die,no,yes',
    'web,n/a,no,,yes',
  )
  await writeFile(file, rows.join('\n'))
  const told: string[] = []

  const { data, leftOut } = await readTable(
    file,
    { outcome: 'won', positive: 'yes' },
    { warn: (text) => void told.push(text) },
  )

  expect(data.rows).toBe(41)
  expect(data.columns.map(({ name }) => name)).toEqual(['source'])
  expect(leftOut.map(({ column }) => column)).toEqual(['Do Not Profile', 'crisis', 'Email Opt Out'])
  expect(told).toEqual(['3 rows left out: of people who may not be scored\n'])
})
