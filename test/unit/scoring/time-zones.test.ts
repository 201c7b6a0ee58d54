import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const SCRIPT = fileURLToPath(new URL('print-scores.ts', import.meta.url))

function readUnder(zone: string): { readonly zone: string; readonly read: string } {
  const env = { ...process.env, TZ: zone }
  const [used, read] = execFileSync(process.execPath, [SCRIPT], { env, encoding: 'utf8' }).split(
    '\n',
  )
  return { zone: used ?? '', read: read ?? '' }
}

test('a score is the same in every time zone, on days when clocks change too', () => {
  const zones = ['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Tokyo', 'Pacific/Apia']

  const results = zones.map(readUnder)

  expect(results.map(({ zone }) => zone)).toEqual(zones)
  expect(new Set(results.map(({ read }) => read)).size).toBe(1)
  expect(new Set(results[0]?.read.match(/\d+(?=@)/g)).size).toBeGreaterThan(10)
})
