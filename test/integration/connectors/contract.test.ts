import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connector } from '#src/connector-port.ts'
import type { IntentValues, RecordRef, SafeRecord } from '#src/ports.ts'
import { createFakeCrm } from '#test/fakes/fake-connector.ts'
import { openSandboxPortal } from './hubspot/sandbox-portal.ts'
import { startOrg } from './salesforce/org.ts'

const PEOPLE = 230

interface Subject {
  readonly connector: Connector
  /** Epoch ms at the CRM when the test begins. */
  readonly startsAt: number
  readonly advance: (ms: number) => void
  readonly close: () => Promise<void>
}

/** The same promises, kept by the fake the jobs are tested with and by both real connectors. */
const SUBJECTS: Record<string, () => Promise<Subject>> = {
  'the fake': async () => {
    const crm = createFakeCrm()
    for (let id = 0; id < PEOPLE; id += 1) {
      crm.put({ object: 'contact', id: String(1000 + id) }, { facts: { inquiryType: 'self' } })
    }
    return {
      connector: crm.connector,
      startsAt: 0,
      advance: () => undefined,
      close: async () => undefined,
    }
  },
  'HubSpot on its sandbox': async () => {
    const portal = await openSandboxPortal(PEOPLE)
    return {
      connector: portal.connector,
      startsAt: portal.deps.now(),
      advance: (ms) => portal.advance(ms),
      close: () => portal.close(),
    }
  },
  'Salesforce on its sandbox': async () => {
    const org = await startOrg(PEOPLE)
    return {
      connector: org.connector,
      startsAt: org.now,
      advance: (ms) => void (org.now += ms),
      close: () => org.close(),
    }
  },
}

const VALUES: IntentValues = {
  score: 61,
  fit: 40,
  engagement: 21,
  grade: 'B2',
  tier: 'nurture',
  hold: null,
  audience: 'individual',
  topReason: 'Asked for a call (+20)',
  handoffNote: 'What happened.',
  nextAction: 'call',
  channels: ['phone', 'email'],
  respondBy: null,
  scoredAt: Date.UTC(2026, 10, 20),
  model: 'individual@1',
}

describe.each(Object.keys(SUBJECTS))('%s', (name) => {
  let subject: Subject
  let people: readonly SafeRecord[]

  beforeAll(async () => {
    subject = await (SUBJECTS[name] as () => Promise<Subject>)()
    await subject.connector.provision({ dryRun: false })
    people = await listPeople(subject.connector)
  })
  afterAll(() => subject.close())

  it('lists every person once', () => {
    expect(people).toHaveLength(PEOPLE)
    expect(new Set(people.map(keyOf)).size).toBe(PEOPLE)
  })

  it('reads the same of a record alone as in a list', async () => {
    const some = people.slice(0, 100)

    const { records, missing } = await subject.connector.read(some)

    expect(missing).toEqual([])
    expect(new Map(records.map((one) => [keyOf(one), one.fingerprint]))).toEqual(
      new Map(some.map((one) => [keyOf(one), one.fingerprint])),
    )
  })

  it('says what is not there', async () => {
    const [first] = people as [SafeRecord]
    const gone = { object: first.object, id: unknownIdLike(first.id) }

    const { records, missing } = await subject.connector.read([first, gone])

    expect(records.map(keyOf)).toEqual([keyOf(first)])
    expect(missing).toEqual([gone])
  })

  it('answers a write with one result for each intent, in order', async () => {
    const [first, second] = people as [SafeRecord, SafeRecord]
    const gone = { object: first.object, id: unknownIdLike(first.id) }
    const intents = [first, gone, second].map((ref) => ({ ref: refOf(ref), values: VALUES }))

    const results = await subject.connector.write(intents)

    expect(results.map(({ outcome }) => outcome)).toEqual(['written', 'gone', 'written'])
    expect(results.map(({ ref }) => refOf(ref))).toEqual(intents.map(({ ref }) => ref))
  })

  it('takes a segment on some records of a batch, and takes it off again', async () => {
    const [first, second] = people as [SafeRecord, SafeRecord]
    const write = async (segment: string | null) => {
      const intents = [
        { ref: refOf(first), values: VALUES },
        { ref: refOf(second), values: { ...VALUES, segment } },
      ]
      const results = await subject.connector.write(intents)
      return { results, edits: await subject.connector.edits(intents) }
    }

    const [named, emptied] = [await write('Benefits teams'), await write(null)]

    for (const { results, edits } of [named, emptied]) {
      expect(results.map(({ outcome }) => outcome)).toEqual(['written', 'written'])
      expect(edits).toEqual([])
    }
  })

  it('shows our own write as a change whose fingerprint is the one known before', async () => {
    const before = await subject.connector.changes(undefined, subject.startsAt)
    subject.advance(3_600_000)
    const written = people.slice(5, 8)

    await subject.connector.write(written.map((ref) => ({ ref: refOf(ref), values: VALUES })))
    const page = await subject.connector.changes(JSON.parse(JSON.stringify(before.cursor)), 0)

    const seen = new Map(page.changed.map(({ ref, fingerprint }) => [keyOf(ref), fingerprint]))
    for (const record of written) expect(seen.get(keyOf(record))).toBe(record.fingerprint)
    expect(page.touched).toEqual([])
  })

  it('provisions once: a second time there is nothing to make', async () => {
    const steps = await subject.connector.provision({ dryRun: true })

    expect(steps.filter(({ action }) => action !== 'keep')).toEqual([])
  })
})

async function listPeople(connector: Connector): Promise<readonly SafeRecord[]> {
  const found: SafeRecord[] = []
  for (const object of connector.objects.filter((one) => one !== 'company')) {
    let cursor: string | undefined
    do {
      const page = await connector.list(object, cursor)
      found.push(...page.records)
      cursor = page.next
    } while (cursor !== undefined)
  }
  return found
}

function keyOf({ object, id }: RecordRef): string {
  return `${object}:${id}`
}

function refOf({ object, id }: RecordRef): RecordRef {
  return { object, id }
}

/** Well-formed for the CRM, but nobody's. */
function unknownIdLike(id: string): string {
  if (/^\d+$/.test(id)) return '999999999'
  // The last three are a checksum over upper-case letters; "00Q" has one.
  return id.startsWith('00Q') ? '00Q5g00000zzzzzEAA' : `${id.slice(0, 3)}5g00000zzzzzAAA`
}
