import { afterEach, describe, expect, it } from 'vitest'
import type { PortalId } from '#src/ports.ts'
import { createTestDatabase } from '#test/services.ts'
import { openPortals, type Portals } from './portals/open-portals.ts'
import { bringUpToDate, factsOf, personOf, settlePeople } from './portals/people.ts'

const NOW = Date.UTC(2026, 10, 20, 15)
const QUIET: PortalId = 'hubspot:2000'
const NOISY: readonly PortalId[] = ['hubspot:1000', 'hubspot:1001', 'hubspot:1002']
const BULK_MARKS = 600
/** Of the noisy portals' work, what may go on while a quiet portal's change is on its way. */
const MEANWHILE = 300
const LOOK_EVERY_MS = 200

describe('a portal with little to do beside one with very much', () => {
  let portals: Portals | undefined
  afterEach(() => portals?.close())

  const open = async (noisy: readonly PortalId[], concurrency: number): Promise<Portals> => {
    const ids = [QUIET, ...noisy]
    const opened = await openPortals(await createTestDatabase(), {
      startMs: NOW,
      ids,
      concurrency,
    })
    portals = opened
    settlePeople(opened.crm(QUIET), 20, NOW)
    await bringUpToDate(opened, QUIET)
    for (const id of noisy) settlePeople(opened.crm(id), BULK_MARKS, NOW)
    opened.work()
    const people = Array.from({ length: BULK_MARKS }, (_, index) => personOf(index))
    for (const id of noisy) await opened.store.marks.mark(id, people, 'bulk')
    // Read whole, read again and written, all at once.
    await opened.queue.add('sweep', {})
    await until(opened, () => noisy.some((id) => opened.crm(id).readInBulk() > 0))
    return opened
  }
  const changeOne = async (opened: Portals): Promise<void> => {
    const crm = opened.crm(QUIET)
    crm.change(personOf(7), factsOf(7))
    await opened.store.marks.mark(QUIET, [personOf(7)], 'event')
    await opened.queue.kick(QUIET)
    await until(opened, () => crm.open.size === 0)
  }

  // A busy portal holds three slots for as long as its bulk work takes: reading whole, reading again, writing.
  it.each([
    { count: 1, concurrency: 6 },
    { count: 3, concurrency: 12 },
  ])(
    'has its change written while bulk work goes on in $count others, $concurrency jobs at once',
    async ({ count, concurrency }) => {
      const noisy = NOISY.slice(0, count)
      const opened = await open(noisy, concurrency)
      const doneBy = (): number => noisy.reduce((sum, id) => sum + opened.crm(id).readInBulk(), 0)
      const before = doneBy()

      await changeOne(opened)

      expect(doneBy() - before).toBeLessThan(MEANWHILE * count)
      for (const id of noisy) {
        expect((await opened.store.marks.pending(id)).waiting).toBeGreaterThan(BULK_MARKS / 2)
      }
      const person = opened.crm(QUIET).fake.valuesOf(personOf(7))
      expect(person?.hold).toBe('crisis')
    },
  )
})

async function until({ clock }: Portals, isSo: () => boolean): Promise<void> {
  while (!isSo()) await clock.sleep(LOOK_EVERY_MS)
}
