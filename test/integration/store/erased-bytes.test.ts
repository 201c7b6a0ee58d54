import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { RecordRef } from '#src/ports.ts'
import { onDatabase } from './on-database.ts'
import { intent, openTestStore, PORTAL, person } from './open-stores.ts'

const PEOPLE = Array.from({ length: 400 }, (_, index) => `7310${String(index).padStart(6, '0')}`)
const GONE = PEOPLE.filter((_, index) => index % 7 === 0)

/** Those of these ids that stand in a file of the folder, the log's included. */
function foundIn(folder: string, ids: readonly string[]): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  const texts = files
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
  return ids.filter((id) => texts.some((text) => text.includes(id)))
}

it('leaves no byte of a forgotten id in any file of the embedded store', async () => {
  const { store, place } = await openTestStore('embedded', [PORTAL])
  const people = PEOPLE.map((id) => person(id))
  await store.records.put(PORTAL, people)
  await store.intents.intend(
    PORTAL,
    PEOPLE.map((id) => intent(id, { handoffNote: `About ${id}. `.repeat(20) })),
    'bulk',
  )
  await store.marks.mark(PORTAL, people, 'bulk')
  await onDatabase(place, 'checkpoint')
  const before = foundIn(join(place.dataDir, 'postgres'), PEOPLE)

  const refs = GONE.map((id): RecordRef => ({ object: 'contact', id }))
  await store.erasure.forget(PORTAL, refs.slice(0, 9), 'privacy-deletion')
  // Within the quiet time: cleared later, at the latest when the store is closed.
  await store.erasure.forget(PORTAL, refs, 'privacy-deletion')
  await store.close()
  const after = foundIn(join(place.dataDir, 'postgres'), PEOPLE)
  await place.remove()

  expect(before).toEqual(PEOPLE)
  expect(after).toEqual(PEOPLE.filter((id) => !GONE.includes(id)))
})
