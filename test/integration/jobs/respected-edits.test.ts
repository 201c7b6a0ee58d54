import { afterAll, beforeAll, expect, it } from 'vitest'
import { settleEdits } from '#jobs/answer-edits.ts'
import type { RecordEdit } from '#src/connector-port.ts'
import type { IntentValues, RecordRef } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { hashIntentValues } from '#src/store/hash-intent-values.ts'
import { SILENT_LOG } from '#test/test-store.ts'
import { openTestStore, PORTAL, type TestStore, values } from '../store/open-stores.ts'

const FREE: RecordRef = { object: 'contact', id: '300000001' }
const HELD: RecordRef = { object: 'contact', id: '300000002' }

let test: TestStore
beforeAll(async () => {
  test = await openTestStore('server')
  const list = shippedAllowList('hubspot')
  const policy = { ...list.policy, repEdits: 'respect' } as const
  await test.store.allowLists.approve(PORTAL, { ...list, policy }, 'owner')
  await write(FREE, values())
  await write(HELD, values({ score: null, tier: null, hold: 'crisis', channels: [] }))
})
afterAll(() => test.close())

it.each([
  ['score', 'fit', 'grade', 'topReason'],
  ['audience', 'segment'],
])('leaves what a person changed of the score: %s', async (...fields) => {
  expect(await staysAsEdited({ ref: FREE, fields, byPerson: true })).toBe(true)
})

it.each(['hold', 'channels', 'nextAction', 'handoffNote', 'tier', 'respondBy', 'accountTier'])(
  'puts right what a person changed of who may be reached and what to do: %s',
  async (field) => {
    expect(await staysAsEdited({ ref: FREE, fields: ['score', field], byPerson: true })).toBe(false)
  },
)

it('puts right every edit of a record that is held', async () => {
  expect(await staysAsEdited({ ref: HELD, fields: ['score'], byPerson: true })).toBe(false)
})

it('puts right what a program changed', async () => {
  expect(await staysAsEdited({ ref: FREE, fields: ['score'], byPerson: false })).toBe(false)
})

async function write(ref: RecordRef, wanted: IntentValues): Promise<void> {
  const { intents } = test.store
  await intents.intend(PORTAL, [{ ref, values: wanted, nextChangeAt: undefined }], 'event')
  await intents.written(PORTAL, [{ ref, hash: hashIntentValues(wanted) }])
}

/** Whether nothing is to be written on the record though it shows something else than we wrote. */
async function staysAsEdited(edit: RecordEdit): Promise<boolean> {
  const { store } = test
  await settleEdits({ store, log: SILENT_LOG }, PORTAL, [edit])
  const [intent] = await store.intents.get(PORTAL, [edit.ref])
  if (intent === undefined) throw new Error('no intent')
  await store.intents.written(PORTAL, [{ ...intent, hash: hashIntentValues(intent.values) }])
  return intent.written
}
