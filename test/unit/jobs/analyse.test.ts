import { describe, expect, it } from 'vitest'
import { createAnalyse } from '#jobs/analyse.ts'
import { PermanentError, TransientError } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'
import type { AnalysisClaim, KeptResult } from '#src/store/analysis-repositories.ts'
import { SILENT_LOG } from '#test/test-store.ts'

const PORTAL: PortalId = 'hubspot:4242'
const CONTEXT = { signal: new AbortController().signal }
const claimOf = (id: number): AnalysisClaim => ({
  portal: PORTAL,
  id,
  request: { kind: 'report' },
  until: 1,
})

type Deps = Parameters<typeof createAnalyse>[0]

/** Analyses that wait, and what became of them. */
function world(waiting: number, workOutAnalysis: Deps['workOutAnalysis']) {
  const open = Array.from({ length: waiting }, (_, at) => claimOf(at + 1))
  const said: string[] = []
  const told = (what: string) => (claim: AnalysisClaim) => {
    said.push(`${what} ${claim.id}`)
    return Promise.resolve(true)
  }
  const analyses = {
    claim: () => Promise.resolve(open.shift()),
    waiting: () => Promise.resolve(open.length > 0),
    finish: told('finished'),
    fail: (claim: AnalysisClaim, code: string) => told(`failed as ${code}:`)(claim),
    release: (claim: AnalysisClaim) => told('released')(claim).then(() => undefined),
  }
  const queue = {
    add: (name: string, _payload: object, delayMs = 0) => {
      said.push(delayMs > 0 ? `${name} later` : `${name} again`)
      return Promise.resolve()
    },
  }
  // Only what this job uses.
  const deps = { store: { analyses }, queue, log: SILENT_LOG, now: () => 0, workOutAnalysis }
  return { said, analyse: createAnalyse(deps as unknown as Deps) }
}

const RESULT = { kind: 'report' } as unknown as KeptResult

describe('working out what was asked for', () => {
  it('keeps the result, and goes on with the next', async () => {
    const { said, analyse } = world(2, () => Promise.resolve(RESULT))

    await analyse({ portal: PORTAL }, CONTEXT)

    expect(said).toEqual(['finished 1', 'analyse again'])
  })

  it('says by its code why one failed, and does not try it again', async () => {
    const { said, analyse } = world(1, () =>
      Promise.reject(new PermanentError('model-invalid', 'No model.')),
    )

    await analyse({ portal: PORTAL }, CONTEXT)

    expect(said).toEqual(['failed as model-invalid: 1'])
  })

  it('leaves one to others when the database is away', async () => {
    const { said, analyse } = world(1, () =>
      Promise.reject(new TransientError('database-unreachable', 'No database.')),
    )

    await expect(analyse({ portal: PORTAL }, CONTEXT)).rejects.toThrow('No database.')

    expect(said).toEqual(['released 1'])
  })

  it('takes one at a time in a process, and holds up nobody else meanwhile', async () => {
    const done = Promise.withResolvers<KeptResult>()
    const { said, analyse } = world(2, () => done.promise)

    const first = analyse({ portal: PORTAL }, CONTEXT)
    await analyse({ portal: 'hubspot:4343' }, CONTEXT)
    done.resolve(RESULT)
    await first

    expect(said).toEqual(['analyse later', 'finished 1', 'analyse again'])
  })
})
