import { expect, test } from 'vitest'
import { createDispatchWork } from '#jobs/dispatch-work.ts'
import { clearTrouble, isResting, noteTrouble, troubleOf } from '#jobs/portal-trouble.ts'
import { PermanentError, TransientError } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import { SILENT_LOG } from '#test/test-store.ts'

const PORTAL: PortalId = 'hubspot:1'
const NOW = 1_800_000_000_000

/** A portal and its cursors in memory. */
function onePortal() {
  const cursors = new Map<string, unknown>()
  const portal = { status: 'connected', statusReason: undefined as string | undefined }
  const clock = { now: NOW }
  const store = {
    portals: {
      find: async () => portal,
      setStatus: async (_id: PortalId, status: string, statusReason?: string) =>
        void Object.assign(portal, { status, statusReason }),
    },
    cursors: {
      get: async (_id: PortalId, name: string) => cursors.get(name),
      set: async (_id: PortalId, name: string, value: unknown) => void cursors.set(name, value),
      remove: async (_id: PortalId, name: string) => void cursors.delete(name),
    },
  } as unknown as Store
  const deps = { store, log: SILENT_LOG, now: () => clock.now }
  return { deps, store, portal, clock }
}

test.each([
  'secret-key-wrong',
  'database-42P01',
  'database-permission-missing',
  'ledger-entry-invalid',
  'model-invalid',
  'allow-list-outdated',
  'write-batch-too-large',
  'salesforce-bad-id',
])('%s is a fault of ours, and no customer has to connect anew for it', async (code) => {
  const { deps, store, portal } = onePortal()

  await noteTrouble(deps, PORTAL, new PermanentError(code, 'Ours.'))

  expect(portal).toEqual({ status: 'connected', statusReason: undefined })
  expect(await troubleOf(store, PORTAL)).toMatchObject({ code, since: NOW, rests: true })
})

test.each(['hubspot-uninstalled', 'salesforce-grant-ended', 'wrong-credentials'])(
  '%s is what the CRM says, and stops the portal',
  async (code) => {
    const { deps, portal } = onePortal()

    await noteTrouble(deps, PORTAL, new PermanentError(code, 'Theirs.'))

    expect(portal).toEqual({ status: 'disconnected', statusReason: code })
  },
)

test('after a fault of ours no work is asked for until a minute went by, or something succeeded', async () => {
  const { deps, store, clock } = onePortal()
  const wrong = new PermanentError('secret-key-wrong', 'Ours.')

  await noteTrouble(deps, PORTAL, wrong)
  const before = await isResting(deps, PORTAL)
  clock.now += 61_000
  const later = await isResting(deps, PORTAL)
  await noteTrouble(deps, PORTAL, wrong)
  const again = await isResting(deps, PORTAL)
  await clearTrouble(store, PORTAL)

  expect([before, later, again]).toEqual([true, false, true])
  expect(await isResting(deps, PORTAL)).toBe(false)
})

test('a portal that rests is asked for nothing, for it would be read and lost again', async () => {
  const { deps } = onePortal()
  await noteTrouble(deps, PORTAL, new PermanentError('model-invalid', 'Ours.'))
  // Anything else it looked at or asked for would throw here.
  const dispatch = createDispatchWork(deps as never)

  await expect(
    dispatch({ portal: PORTAL }, { signal: new AbortController().signal }),
  ).resolves.toBeUndefined()
})

test('a CRM that is busy makes no portal rest', async () => {
  const { deps } = onePortal()

  await noteTrouble(deps, PORTAL, new TransientError('hubspot-daily-limit', 'Busy.', 3_600_000))

  expect(await isResting(deps, PORTAL)).toBe(false)
})
