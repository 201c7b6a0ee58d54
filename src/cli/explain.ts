import type { Config } from '#src/config.ts'
import type { Explanation } from '#src/decision/decide-intent.ts'
import { PermanentError } from '#src/errors.ts'
import type { Facts, FactValue, PortalId, RecordRef, SafeRecord } from '#src/ports.ts'
import type { AllowList, Role } from '#src/privacy/allowed-field.ts'
import { maySeeScore, visibleTo } from '#src/privacy/role-view.ts'
import type { Runtime } from '#src/runtime.ts'
import { compileModel } from '#src/scoring/compile-model.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { type Outlook, outlookObject, outlookOf, showOutlook } from './explain-score.ts'
import type { Output } from './output.ts'
import { readModel } from './read-model.ts'
import { readSupposition } from './what-if-argument.ts'
import { withRuntime } from './with-runtime.ts'

const PEOPLE = ['contact', 'lead'] as const

export interface ExplainRequest {
  readonly portal: PortalId
  readonly record: string
  /** What-ifs as given, such as `webinar-attended`; all of them come true at once. */
  readonly suppose: readonly string[]
  /** Whose view of the record is shown. */
  readonly role: Role
}

/** `leadwell explain <portal> <record>`: what was read, what it led to, point by point. */
export function runExplain(
  config: Config,
  { portal, record: id, suppose, role }: ExplainRequest,
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async (runtime) => {
    await runtime.store.portals.require(portal)
    const record = await findRecord(runtime, portal, id)
    const ref: RecordRef = { object: record.object, id: record.id }
    const [stored] = await runtime.store.intents.get(portal, [ref])
    const previous = await runtime.store.intents.values(portal, [ref])
    const allowList = await runtime.allowListFor(portal)
    const now = runtime.now()
    const explanation = runtime.decider.explain({
      record,
      companyFacts: await companyFacts(runtime, portal, record),
      previous: previous.get(`${ref.object}:${ref.id}`),
      policy: allowList.policy,
      now,
    })
    const outlook = await lookAhead({ record, explanation, suppose, now })
    const facts = factsFor(role, allowList, explanation)
    if (!maySeeScore(role)) showFacts({ portal, ref, facts }, output)
    else
      show({ portal, ref, written: stored?.written ?? false, explanation, outlook, facts }, output)
    return EXIT.ok
  })
}

interface Asked {
  readonly record: SafeRecord
  readonly explanation: Explanation
  readonly suppose: readonly string[]
  readonly now: number
}

/** Nothing for who may not be scored: a score that must not be is not guessed at either. */
async function lookAhead({
  record,
  explanation,
  suppose,
  now,
}: Asked): Promise<Outlook | undefined> {
  const { audience, score } = explanation.decision.values
  if (audience === null || score === null) return undefined
  const model = compileModel(await readModel(audience))
  const subject = { facts: explanation.facts, activities: record.activities }
  const suppositions = suppose.map((text) => readSupposition(text, model.source))
  return outlookOf(model, subject, { suppositions, now })
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

interface ShownFacts {
  readonly portal: PortalId
  readonly ref: RecordRef
  /** Those the role may see. */
  readonly facts: Facts
}

interface Shown extends ShownFacts {
  readonly written: boolean
  readonly explanation: Explanation
  readonly outlook: Outlook | undefined
}

function factsFor(role: Role, allowList: AllowList, { facts, consent }: Explanation): Facts {
  const part2Consented = consent.part2 && !consent.because.includes('part2-consent-missing')
  return visibleTo(role, allowList, facts, { part2Consented })
}

function showFacts(shown: ShownFacts, output: Output): void {
  const { portal, ref, facts } = shown
  output.object({ portal, record: ref, facts })
  factTable(shown, output)
}

function factTable({ portal, ref, facts }: ShownFacts, output: Output): void {
  output.line(output.colour.bold(`${ref.object} ${ref.id} in ${portal}`))
  output.table(
    ['fact', 'code'],
    Object.entries(facts).map(([fact, value]) => [fact, readable(fact, value)]),
  )
}

function show({ portal, ref, written, explanation, outlook, facts }: Shown, output: Output): void {
  const { decision, reasons } = explanation
  const { because } = explanation.consent
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
    ...(outlook === undefined ? {} : outlookObject(outlook)),
  })
  factTable({ portal, ref, facts }, output)
  const lines = outlook?.explanation.lines ?? reasons
  if (lines.length > 0) {
    output.table(
      ['points', 'axis', 'why', 'when'],
      lines.map(({ points, axis, text, at }) => [signed(points), axis, text, dateOf(at)]),
    )
  }
  output.line(summary(values))
  if (because.length > 0) output.line(`Consent: ${because.join(', ')}`)
  output.line(`Next visible change if nothing happens: ${dateOf(nextChangeAt) || 'none'}`)
  output.line(written ? 'The CRM shows this.' : 'Not yet written to the CRM.')
  if (outlook !== undefined) showOutlook(outlook, output)
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
