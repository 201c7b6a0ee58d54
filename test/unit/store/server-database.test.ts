import { describe, expect, it } from 'vitest'
import { requireVersion } from '#src/store/server-database.ts'

describe('the version of a Postgres server', () => {
  it.each([140_000, 150_013, 180_001])('is good enough at %i', (version) => {
    expect(() => requireVersion(version, 'db:5432/leads')).not.toThrow()
  })

  it.each([90_624, 130_016])('is refused at %i with the one that is needed', (version) => {
    expect(() => requireVersion(version, 'db:5432/leads')).toThrow(
      expect.objectContaining({
        code: 'database-too-old',
        hint: expect.stringContaining('14'),
      }),
    )
  })
})
