import type { Config } from '#src/config.ts'
import type { Explanation } from '#src/decision/decide-intent.ts'
import {
  explainedObject,
  explainRecord,
  findPerson,
  type RecordExplained,
} from '#src/explain-record.ts'
import type { FactValue, PortalId } from '#src/ports.ts'
import type { Role } from '#src/privacy/allowed-field.ts'
import { standingWords } from '#src/standing-of.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { showOutlook } from './explain-score.ts'
import type { Output } from './output.ts'
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
    const refs = PEOPLE.map((object) => ({ object, id }))
    const person = await findPerson(runtime, portal, refs)
    const explained = await explainRecord(runtime, portal, person, { role, suppose })
    output.object(explainedObject(explained))
    factTable(explained, output)
    if (explained.scored !== undefined) show(explained.scored, portal, output)
    return EXIT.ok
  })
}

function factTable({ portal, ref, facts }: RecordExplained, output: Output): void {
  output.line(output.colour.bold(`${ref.object} ${ref.id} in ${portal}`))
  output.table(
    ['fact', 'code'],
    Object.entries(facts).map(([fact, value]) => [fact, readable(fact, value)]),
  )
}

function show(
  { standing, explanation, consent, outlook }: NonNullable<RecordExplained['scored']>,
  portal: PortalId,
  output: Output,
): void {
  const { decision, reasons } = explanation
  const { values, nextChangeAt } = decision
  const lines = outlook?.explanation.lines ?? reasons
  if (lines.length > 0) {
    output.table(
      ['points', 'axis', 'why', 'when'],
      lines.map(({ points, axis, text, at }) => [signed(points), axis, text, dateOf(at)]),
    )
  }
  output.line(summary(values))
  if (consent.length > 0) output.line(`Consent: ${consent.join(', ')}`)
  output.line(`Next visible change if nothing happens: ${dateOf(nextChangeAt) || 'none'}`)
  output.line(standingWords(portal, standing))
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
