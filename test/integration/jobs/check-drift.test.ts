import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDrift } from '#jobs/check-drift.ts'
import { checkDrift } from '#src/analysis/check-drift.ts'
import { keepDrift, keptDrift } from '#src/analysis/kept-drift.ts'
import type { DriftResult } from '#src/analysis/results.ts'
import { tellAlarms } from '#src/analysis/tell-alarms.ts'
import type { Finding } from '#src/calibration/figures.ts'
import { checkDrift as examineDrift } from '#src/doctor/check-drift.ts'
import { createLog } from '#src/log.ts'
import { gatherFigures } from '#src/metrics/portal-figures.ts'
import { loadShippedModels } from '#src/models.ts'
import type { PortalId } from '#src/ports.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'
import { createTestDatabase } from '#test/services.ts'

const DAY_MS = 24 * 3_600_000
const NOW = Date.UTC(2026, 10, 20, 12)
const PORTAL: PortalId = 'hubspot:42'
const OTHER: PortalId = 'hubspot:43'

let store: Store
let nowMs = NOW
const now = (): number => nowMs
const lines: string[] = []
const log = createLog({ level: 'warn', destination: { write: (line) => void lines.push(line) } })
const shipped = await loadShippedModels()

beforeAll(async () => {
  const keys = createKeyring(Buffer.alloc(32, 1).toString('base64'))
  const databaseUrl = await createTestDatabase()
  store = await openStore({ databaseUrl, dataDir: '/nonexistent', keys, now, log })
  const rest = { name: 'Test', timeZone: 'UTC', apiUrl: 'http://x', sandbox: false } as const
  for (const id of [PORTAL, OTHER]) {
    const portal = { ...rest, id, crm: 'hubspot' } as const
    await store.portals.save(portal, { kind: 'hubspot-token', accessToken: 'none' })
  }
})
afterAll(() => store.close())
beforeEach(async () => {
  nowMs = NOW
  lines.length = 0
  for (const id of [PORTAL, OTHER]) await store.cursors.remove(id, 'drift')
})

const finding = (level: Finding['level'], code: string, what: string): Finding => {
  const todo = level === 'alarm' ? { todo: 'Look.' } : {}
  return { code, level, what, figures: {}, ...todo }
}
const FELL = finding('alarm', 'close-rate-moved', 'The close rate of nurture moved.')
const SHIFTED = finding('note', 'score-shifted', 'The score shifted somewhat.')
const WAITING = finding('note', 'baseline-waiting', 'Nothing to compare with yet.')

function found(...findings: readonly Finding[]): DriftResult {
  const one = { model: 'employer@2', audience: 'employer', baselineAt: 1, records: 300 } as const
  return { kind: 'drift', portal: PORTAL, at: nowMs, models: [{ ...one, findings }] }
}

describe('the daily check', () => {
  it('is asked for once a day in each portal, and not again before', async () => {
    const asked: string[] = []
    const queue = {
      add: async (name: string, payload: object) => {
        asked.push(`${name} ${JSON.stringify(payload)}`)
      },
    }
    const look = () =>
      createDrift({ store, queue, now })({}, { signal: new AbortController().signal })
    await look()
    expect(asked).toEqual([PORTAL, OTHER].map((portal) => `check-drift {"portal":"${portal}"}`))

    for (const portal of [PORTAL, OTHER]) await keepDrift(store, { ...found(), portal })
    await look()
    expect(asked).toHaveLength(2)

    nowMs = NOW + DAY_MS
    await look()
    expect(asked).toHaveLength(4)
  })

  it('keeps what it found as the latest', async () => {
    const deps = { store, now, log, modelsFor: async () => shipped }

    const result = await checkDrift(deps, PORTAL)

    expect(await keptDrift(store, PORTAL)).toEqual(result)
    expect(result.models.map(({ findings: [first] }) => first?.code)).toEqual(
      [...shipped.models].map(() => 'baseline-waiting'),
    )
  })

  it('tells of an alarm once, in the log and in the ledger', async () => {
    const looks = [found(SHIFTED), found(FELL), found(FELL), found(FELL, FELL), found()]
    let before: DriftResult | undefined
    for (const after of looks) {
      await tellAlarms({ store, log }, before, after)
      before = after
    }

    const entries = await store.ledger.list({ portal: PORTAL, limit: 10 })
    const alarms = entries.filter(({ detail }) => detail['action'] === 'drift-alarm')
    expect(alarms.map(({ detail }) => detail)).toEqual([
      { action: 'drift-alarm', model: 'employer', version: 2, code: 'close-rate-moved' },
      { action: 'drift-alarm', model: 'employer', version: 2, code: 'close-rate-moved' },
    ])
    expect(lines.filter((line) => line.includes('drift alarm'))).toHaveLength(2)
  })
})

describe('the doctor', () => {
  const look = () => examineDrift({ store, now }, PORTAL)

  it('has nothing to say before the first check, and no complaint while it is too early', async () => {
    expect(await look()).toEqual([])

    await keepDrift(store, found(WAITING))

    expect(await look()).toMatchObject([
      { level: 'ok', says: expect.stringContaining('too early to tell of 1 of 1 models') },
    ])
  })

  it('calls an alarm a problem and says what to do, and notes what else moved', async () => {
    await keepDrift(store, found(FELL, SHIFTED))

    expect(await look()).toEqual([
      {
        area: PORTAL,
        check: 'drift of employer@2',
        level: 'problem',
        says: FELL.what,
        todo: `Look. See all: leadwell drift ${PORTAL}`,
      },
      expect.objectContaining({ level: 'note', says: SHIFTED.what }),
    ])
  })

  it('complains where nobody has looked for days', async () => {
    await keepDrift(store, found())
    nowMs = NOW + 4 * DAY_MS

    expect(await look()).toMatchObject([{ level: 'problem', says: 'not checked since 2026-11-20' }])
  })
})

it('metrics count the alarms of the latest check by model, and say how long ago it was', async () => {
  await keepDrift(store, found(FELL, FELL, SHIFTED))
  nowMs = NOW + 5_000
  const queue = { counts: async () => ({}) }
  const unknown = { allowed: undefined, account: undefined, stoppedBy: undefined, until: undefined }
  const callsOf = async () => ({
    made: {},
    pools: [],
    day: { usedByUs: 0, share: 100, ...unknown },
  })

  const { portals } = await gatherFigures({ store, queue, callsOf, now })

  const drifts = new Map(portals.map(({ portal, drift }) => [portal, drift]))
  expect(drifts.get(PORTAL)).toEqual({ agoMs: 5_000, alarms: { 'employer@2': 2 } })
  expect(drifts.get(OTHER)).toBeUndefined()
})

it('a baseline is kept for each model, replaced by a later one, and goes with its portal', async () => {
  const which = { audience: 'employer', model: 'employer@2' } as const
  await store.baselines.keep(OTHER, { ...which, at: 1, snapshot: { records: 1 } })
  await store.baselines.keep(OTHER, { ...which, at: 2, snapshot: { records: 2 } })

  expect(await store.baselines.find(OTHER, which)).toEqual({
    ...which,
    at: 2,
    snapshot: { records: 2 },
  })
  expect(await store.baselines.find(OTHER, { ...which, model: 'employer@3' })).toBeUndefined()
  expect(await store.baselines.find(PORTAL, which)).toBeUndefined()

  await store.erasure.portal(OTHER)
  expect(await store.baselines.find(OTHER, which)).toBeUndefined()
})
