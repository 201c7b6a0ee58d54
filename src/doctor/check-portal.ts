import { isBackfilled } from '#jobs/backfill-portal.ts'
import { jobFaults } from '#jobs/job-faults.ts'
import { lastPollAt } from '#jobs/poll-changes.ts'
import { isSaidByCrm, troubleOf } from '#jobs/portal-trouble.ts'
import { pushSetting, pushTrouble } from '#jobs/push-setting.ts'
import type { Connector } from '../connector-port.ts'
import { errorCode } from '../errors.ts'
import { ourFaultWords, troubleWords } from '../portal-trouble-words.ts'
import type { Portal } from '../ports.ts'
import type { Store } from '../store/store.ts'
import type { Finding } from './finding.ts'

/** Polls come every minute; this many missed mean that nobody polls. */
const MOST_POLL_AGE_MS = 10 * 60_000

export interface PortalCheck {
  readonly store: Store
  readonly now: () => number
  readonly connector: () => Promise<Connector>
}

/** How one portal stands: connection, reading, parked work, properties, sources of signals. */
export async function checkPortal(deps: PortalCheck, portal: Portal): Promise<readonly Finding[]> {
  const stored = [
    ...(await checkConnection(deps, portal)),
    ...(await checkReading(deps, portal)),
    ...(await checkParked(deps, portal)),
    ...(await checkJobs(deps, portal)),
    ...(await checkPush(deps, portal)),
  ]
  return portal.status === 'connected' ? [...stored, ...(await askCrm(deps, portal))] : stored
}

async function checkConnection(
  { store }: PortalCheck,
  portal: Portal,
): Promise<readonly Finding[]> {
  const { id, statusReason } = portal
  const connection = { area: id, check: 'connection' } as const
  const words = troubleWords(portal)
  if (words !== undefined) {
    const says = `stopped: ${words.what} (${statusReason ?? 'no code'})`
    return [{ ...connection, level: 'problem', says, todo: `${words.todo}.` }]
  }
  const trouble = await troubleOf(store, id)
  if (trouble === undefined) return [{ ...connection, level: 'ok', says: 'connected' }]
  if (trouble.rests === true) {
    const { what, todo } = ourFaultWords(trouble.code)
    const says = `rests: ${what} (${trouble.code}) since ${timeOf(trouble.since)}, tried every minute`
    return [{ ...connection, level: 'problem', says, todo: `${todo}.` }]
  }
  const since = `${trouble.code} since ${timeOf(trouble.since)}`
  if (trouble.until === undefined) return [{ ...connection, level: 'problem', says: since }]
  const says = `${since}, goes on at ${timeOf(trouble.until)}`
  return [{ ...connection, level: 'note', says }]
}

async function checkReading(
  { store, now }: PortalCheck,
  { id, status }: Portal,
): Promise<readonly Finding[]> {
  const reading = { area: id, check: 'reading' } as const
  const { waiting } = await store.marks.pending(id)
  const pending = await store.intents.pending(id)
  const queue = `${waiting} to read, ${pending} to write`
  if (!(await isBackfilled(store, id))) {
    const todo = 'Wait, or start a worker: leadwell start'
    return [{ ...reading, level: 'note', says: `first reading under way; ${queue}`, todo }]
  }
  const ageMs = now() - (await lastPollAt(store, id))
  if (status === 'connected' && ageMs > MOST_POLL_AGE_MS) {
    const says = `not polled for ${Math.round(ageMs / 60_000)} minutes; ${queue}`
    return [{ ...reading, level: 'problem', says, todo: 'Start a worker: leadwell start' }]
  }
  return [{ ...reading, level: 'ok', says: `up to date; ${queue}` }]
}

async function checkParked({ store }: PortalCheck, { id }: Portal): Promise<readonly Finding[]> {
  const groups = await store.parked.groups(id)
  return groups.map(({ stage, code, count }) => ({
    area: id,
    check: `parked at ${stage}`,
    level: 'problem',
    says: `${count} with ${code}`,
    todo: `See who: leadwell parked ${id} --code ${code}`,
  }))
}

/** Work of ours beside reading and writing, where it failed the last time. */
async function checkJobs({ store }: PortalCheck, { id }: Portal): Promise<readonly Finding[]> {
  return (await jobFaults(store, id)).map(({ job, code, since }) => ({
    area: id,
    check: `job ${job}`,
    level: 'problem',
    says: `fails with ${code} since ${timeOf(since)}`,
    todo: isSaidByCrm(code)
      ? 'It is asked again at its next time; see what else is said here of the CRM.'
      : `${ourFaultWords(code).todo}.`,
  }))
}

/** Push is an option: off, everything is found by polling. */
async function checkPush({ store }: PortalCheck, { id }: Portal): Promise<readonly Finding[]> {
  const setting = await pushSetting(store, id)
  if (setting === undefined) return []
  const push = { area: id, check: 'push' } as const
  const trouble = await pushTrouble(store, id)
  if (trouble === undefined) return [{ ...push, level: 'ok', says: setting.channel }]
  const says = `${trouble.code} on ${setting.channel}; polled meanwhile`
  return [{ ...push, level: 'note', says, todo: 'See docs/guides/salesforce-push.md.' }]
}

/** What only the CRM can tell. Everything else is known by then, so a refusal is a finding like any. */
async function askCrm({ connector }: PortalCheck, { id }: Portal): Promise<readonly Finding[]> {
  try {
    const asked = await connector()
    const planned = await asked.provision({ dryRun: true })
    const steps = planned.filter(({ kind }) => kind !== 'manual')
    const missing = steps.filter(({ action }) => action !== 'keep')
    const notices = (await asked.notices?.()) ?? []
    return [
      missing.length === 0
        ? { area: id, check: 'properties', level: 'ok', says: `${steps.length} as they should be` }
        : {
            area: id,
            check: 'properties',
            level: 'problem',
            says: `${missing.length} of ${steps.length} missing or changed`,
            todo: `Run: leadwell provision ${id}`,
          },
      ...notices.map(({ source, code, needs }): Finding => {
        return { area: id, check: source, level: 'note', says: code, todo: needs }
      }),
    ]
  } catch (error) {
    return [{ area: id, check: 'CRM', level: 'problem', says: errorCode(error) }]
  }
}

function timeOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
