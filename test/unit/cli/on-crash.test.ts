import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

describe('what nobody caught', () => {
  it.each(['exception', 'rejection'])('ends the process with a code and no message: %s', (kind) => {
    const child = spawnSync(process.execPath, ['test/unit/cli/crash-child.ts', kind], {
      encoding: 'utf8',
    })

    expect(child.status).toBe(1)
    expect(child.stderr).toBe('leadwell: something unexpected went wrong [ECONNRESET]\n')
  })
})
