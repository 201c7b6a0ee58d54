import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepingFaults } from '#jobs/job-faults.ts'
import { noteTrouble } from '#jobs/portal-trouble.ts'
import type { Connector, ProvisionStep } from '#src/connector-port.ts'
import { checkPortal } from '#src/doctor/check-portal.ts'
import type { Finding } from '#src/doctor/finding.ts'
import { PermanentError, TransientError } from '#src/errors.ts'
import { createLog } from '#src/log.ts'
import type { RecordRef } from '#src/ports.ts'
import { type Pipeline, PORTAL, startPipeline } from '#test/integration/jobs/pipeline.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const contact = (id: number): RecordRef => ({ object: 'contact', id: String(id) })
const log = createLog({ level: 'silent' })

let pipeline: Pipeline
let now: number
beforeEach(async () => {
  now = NOW
  pipeline = await startPipeline(() => now)
})
afterEach(() => pipeline.close())

async function look(crm: Partial<Connector> = {}): Promise<readonly Finding[]> {
  const { store } = pipeline
  const connector = async (): Promise<Connector> => ({ ...pipeline.crm.connector, ...crm })
  return await checkPortal(
    { store, now: () => now, connector },
    await store.portals.require(PORTAL),
  )
}

const about = (findings: readonly Finding[], check: string): Finding | undefined =>
  findings.find((finding) => finding.check === check)

it('has nothing to say of a portal that is well', async () => {
  await pipeline.settle()

  expect((await look()).map(({ level }) => level)).toEqual(['ok', 'ok', 'ok'])
})

it('names what is parked with its reason, lists who it is, and tries again when told to', async () => {
  pipeline.crm.put(contact(1), { facts: { inquiryType: 'self' } })
  pipeline.crm.put(contact(2), { facts: { inquiryType: 'self' } })
  pipeline.crm.refuse(contact(1), 'VALIDATION_ERROR/REQUIRED_FIELD/lifecyclestage')
  await pipeline.settle()
  const { parked } = pipeline.store

  const finding = about(await look(), 'parked at write')
  expect(finding).toMatchObject({
    level: 'problem',
    says: '1 with VALIDATION_ERROR/REQUIRED_FIELD/lifecyclestage',
  })
  const which = { code: undefined, limit: 10 }
  expect((await parked.list(PORTAL, which)).map(({ id }) => id)).toEqual(['1'])

  pipeline.crm.refuse(contact(1), undefined)
  expect(await parked.retry(PORTAL, 'another-code')).toBe(0)
  expect(await parked.retry(PORTAL, undefined)).toBe(1)
  await pipeline.settle()
  expect(about(await look(), 'parked at write')).toBeUndefined()
  expect((await pipeline.store.intents.tally(PORTAL)).written).toBe(2)
})

it('says since when a portal does not answer, and when work goes on', async () => {
  const error = new TransientError('hubspot-daily-limit', 'The day is used up', 3_600_000)
  await noteTrouble({ store: pipeline.store, log, now: () => now }, PORTAL, error)

  expect(about(await look(), 'connection')).toMatchObject({
    level: 'note',
    says: 'hubspot-daily-limit since 2026-11-20 12:00 UTC, goes on at 2026-11-20 13:00 UTC',
  })
})

it('says of a fault of ours what to do here, not that somebody has to connect anew', async () => {
  const error = new PermanentError('secret-key-wrong', 'No key opens it.')
  await noteTrouble({ store: pipeline.store, log, now: () => now }, PORTAL, error)

  const finding = about(await look(), 'connection')
  expect(finding).toMatchObject({ level: 'problem' })
  expect(finding?.todo).toContain('LEADWELL_SECRET_KEY')
  expect(finding?.todo).not.toContain('connect')
})

it('sees a job that keeps failing, though the CRM answers', async () => {
  const failing = keepingFaults({ store: pipeline.store, now: () => now }, 'rescore-due', () =>
    Promise.reject(new PermanentError('model-invalid', 'No model.')),
  )
  await failing({ portal: PORTAL }, { signal: new AbortController().signal }).catch(() => undefined)

  expect(about(await look(), 'job rescore-due')).toMatchObject({
    level: 'problem',
    says: 'fails with model-invalid since 2026-11-20 12:00 UTC',
  })
})

it('asks a portal that was stopped nothing, and says how to go on', async () => {
  await pipeline.store.portals.setStatus(PORTAL, 'disconnected', 'hubspot-token-refused')
  const provision = async (): Promise<readonly ProvisionStep[]> => {
    throw new Error('asked')
  }

  const findings = await look({ provision })

  expect(about(findings, 'connection')).toMatchObject({
    level: 'problem',
    says: 'stopped: HubSpot no longer takes the access token (hubspot-token-refused)',
  })
  expect(about(findings, 'connection')?.todo).toContain('leadwell connect hubspot')
  expect(about(findings, 'CRM')).toBeUndefined()
})

it('finds properties that are missing and sources that may not be read', async () => {
  const findings = await look({
    provision: async () => [
      { object: 'contact', kind: 'property', name: 'leadwell_score', action: 'create' },
      { object: 'contact', kind: 'property', name: 'leadwell_tier', action: 'keep' },
    ],
    notices: async () => [{ source: 'deals', code: 'source-refused', needs: 'The scope.' }],
  })

  expect(about(findings, 'properties')).toMatchObject({ says: '1 of 2 missing or changed' })
  expect(about(findings, 'deals')).toMatchObject({ level: 'note', todo: 'The scope.' })
})

it('makes a finding of a CRM that refuses us', async () => {
  const provision = async (): Promise<readonly ProvisionStep[]> => {
    throw new PermanentError('hubspot-missing-scope', 'A scope is missing')
  }

  expect(about(await look({ provision }), 'CRM')).toMatchObject({
    level: 'problem',
    says: 'hubspot-missing-scope',
  })
})

it('notices when nobody has polled for a while', async () => {
  await pipeline.settle()
  now += 11 * 60_000

  expect(about(await look(), 'reading')).toMatchObject({ level: 'problem' })
})
