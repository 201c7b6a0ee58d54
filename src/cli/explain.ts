import type { Config } from '#src/config.ts'
import type { Explanation } from '#src/decision/decide-intent.ts'
import { PermanentError } from '#src/errors.ts'
import type { FactValue, PortalId, RecordRef, SafeRecord } from '#src/ports.ts'
import type { Runtime } from '#src/runtime.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { withRuntime } from './with-runtime.ts'

const PEOPLE = ['contact', 'lead'] as const

/** `leadwell explain <portal> <record>`: what was read, what it led to, point by point. */
export function runExplain(
  config: Config,
  { portal, record: id }: { portal: PortalId; record: string },
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async (runtime) => {
    await runtime.store.portals.require(portal)
    const record = await findRecord(runtime, portal, id)
    const ref: RecordRef = { object: record.object, id: record.id }
    const [stored] = await runtime.store.intents.get(portal, [ref])
    const explanation = runtime.decider.explain({
      record,
      companyFacts: await companyFacts(runtime, portal, record),
      previous: stored?.values,
      now: runtime.now(),
    })
    show({ portal, ref, written: stored?.written ?? false, explanation }, output)
    return EXIT.ok
  })
}

async function findRecord({ store }: Runtime, portal: PortalId, id: string): Promise<SafeRecord> {
  const [record] = await store.records.get(
    portal,
    PEOPLE.map((object) => ({ object, id })),
  )
  if (record !== undefined) return record
  throw new PermanentError(
    'record-unknown',
    `No contact or lead with that id has been read from ${portal}.`,
    `Check the id, or read what is new with: leadwell sync ${portal} --wait`,
  )
}

async function companyFacts(
  { store }: Runtime,
  portal: PortalId,
  { companyId }: SafeRecord,
): Promise<SafeRecord['facts'] | undefined> {
  if (companyId === undefined) return undefined
  const [company] = await store.records.get(portal, [{ object: 'company', id: companyId }])
  return company?.facts
}

interface Shown {
  readonly portal: PortalId
  readonly ref: RecordRef
  readonly written: boolean
  readonly explanation: Explanation
}

function show({ portal, ref, written, explanation }: Shown, output: Output): void {
  const { decision, facts, reasons, because } = explanation
  const { values, nextChangeAt } = decision
  output.object({
    portal,
    record: ref,
    written,
    ...values,
    nextChangeAt: nextChangeAt ?? null,
    consent: because,
    facts,
    reasons,
  })
  output.line(output.colour.bold(`${ref.object} ${ref.id} in ${portal}`))
  output.table(
    ['fact', 'code'],
    Object.entries(facts).map(([fact, value]) => [fact, readable(fact, value)]),
  )
  if (reasons.length > 0) {
    output.table(
      ['points', 'axis', 'why', 'when'],
      reasons.map(({ points, axis, text, at }) => [signed(points), axis, text, dateOf(at)]),
    )
  }
  output.line(summary(values))
  if (because.length > 0) output.line(`Consent: ${because.join(', ')}`)
  output.line(`Next visible change if nothing happens: ${dateOf(nextChangeAt) || 'none'}`)
  output.line(written ? 'The CRM shows this.' : 'Not yet written to the CRM.')
  output.line()
  output.line(values.handoffNote ?? '')
}

function summary({ score, fit, engagement, grade, tier, hold }: Explanation['decision']['values']) {
  const held = hold === null ? '' : ` · hold ${hold}`
  if (score === null) return `Not scored${held}`
  return `Score ${score} = fit ${fit} + engagement ${engagement} · grade ${grade} · ${tier}${held}`
}

/** Facts that are instants are stored in milliseconds and read as dates. */
function readable(fact: string, value: FactValue): string {
  return fact.endsWith('At') && typeof value === 'number' ? dateOf(value) : String(value)
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points)
}

function dateOf(at: number | undefined): string {
  return at === undefined ? '' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
