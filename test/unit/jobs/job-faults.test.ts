import { expect, test } from 'vitest'
import { jobFaults, keepingFaults } from '#jobs/job-faults.ts'
import { PermanentError } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'

const PORTAL: PortalId = 'hubspot:1'

test('a job that fails is seen from its first failure until it ends well', async () => {
  const kept = new Map<string, unknown>()
  const store = {
    portals: { find: async () => undefined },
    cursors: {
      get: async (_id: PortalId, name: string) => kept.get(name),
      set: async (_id: PortalId, name: string, value: unknown) => void kept.set(name, value),
      remove: async (_id: PortalId, name: string) => void kept.delete(name),
    },
  } as unknown as Store
  let now = 1
  let fails = true
  const job = keepingFaults({ store, now: () => now }, 'rescore-due', async () => {
    if (fails) throw new PermanentError('model-invalid', 'No model.')
  })
  const run = () => job({ portal: PORTAL }, { signal: new AbortController().signal })

  await expect(run()).rejects.toMatchObject({ code: 'model-invalid' })
  now = 2
  await expect(run()).rejects.toMatchObject({ code: 'model-invalid' })
  const failing = await jobFaults(store, PORTAL)
  fails = false
  await run()

  expect(failing).toEqual([{ job: 'rescore-due', code: 'model-invalid', since: 1 }])
  expect(await jobFaults(store, PORTAL)).toEqual([])
})
