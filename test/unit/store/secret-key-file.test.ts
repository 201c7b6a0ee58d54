import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readOrMakeSecretKey } from '#src/store/secret-key-file.ts'
import { createKeyring } from '#src/store/secrets.ts'

describe('the key kept in the data folder', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leadwell-key-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is made once, usable, and readable by its owner only', async () => {
    const dataDir = join(folder, 'data with space')

    const first = await readOrMakeSecretKey(dataDir)
    const second = await readOrMakeSecretKey(dataDir)

    expect(second).toBe(first)
    expect(() => createKeyring(first)).not.toThrow()
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600)
  })

  it('is the same for processes that start at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => readOrMakeSecretKey(folder)))

    expect(new Set(keys).size).toBe(1)
  })
})
