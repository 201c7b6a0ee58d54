import { expect, it } from 'vitest'
import { findEdits } from '#jobs/find-edits.ts'
import type { RecordEdit } from '#src/connector-port.ts'
import type { RecordRef } from '#src/ports.ts'
import type { WrittenIntent } from '#src/store/store.ts'

const WRITTEN_AT = Date.UTC(2026, 10, 20, 12)
const VALUES = { accountScore: 64, accountTier: 'sales-ready', engagedContacts: 3 } as const
const company = (id: string): RecordRef => ({ object: 'company', id })
const written = (id: string, writtenAt = WRITTEN_AT): WrittenIntent => {
  return { ref: company(id), values: VALUES, writtenAt }
}

it('takes nothing for an edit that we wrote, or are writing, while the records were looked at', async () => {
  const edits = ['1', '2', '3'].map((id): RecordEdit => {
    return { ref: company(id), fields: ['accountScore'], byPerson: false }
  })
  // 1 is as it was, 2 was written anew meanwhile, and what is pending, such as 3, is not told.
  const since = [written('1'), written('2', WRITTEN_AT + 5_000)]

  const found = await findEdits(
    {
      connector: { edits: async () => edits },
      store: { intents: { lastWritten: async () => since } },
    },
    'salesforce:1',
    ['1', '2', '3', '4'].map((id) => written(id)),
  )

  expect(found.map(({ ref }) => ref.id)).toEqual(['1'])
})
