import type { Log } from '../ports.ts'
import type { Store } from '../store/store.ts'
import type { DriftResult } from './results.ts'

interface Alarm {
  readonly model: string
  readonly code: string
}

/** An alarm is told once, where it was not there at the check before: in the log and in the ledger. */
export async function tellAlarms(
  { store, log }: { readonly store: Pick<Store, 'ledger'>; readonly log: Log },
  before: DriftResult | undefined,
  after: DriftResult,
): Promise<void> {
  const { portal } = after
  for (const { model, code } of newAlarms(before, after)) {
    log.warn('drift alarm', { portal, model, code })
    const [name = model, version = '0'] = model.split('@')
    const detail = { model: name, version: Number(version), code }
    await store.ledger.append(portal, { kind: 'admin', action: 'drift-alarm', detail })
  }
}

/** Of a model and a code more than before: figures in the words change with every check. */
function newAlarms(before: DriftResult | undefined, after: DriftResult): readonly Alarm[] {
  const had = Map.groupBy(before === undefined ? [] : alarmsOf(before), keyOf)
  const has = Map.groupBy(alarmsOf(after), keyOf)
  return [...has].flatMap(([key, alarms]) =>
    alarms.length > (had.get(key)?.length ?? 0) ? alarms.slice(0, 1) : [],
  )
}

function alarmsOf({ models }: DriftResult): readonly Alarm[] {
  return models.flatMap(({ model, findings }) =>
    findings.filter(({ level }) => level === 'alarm').map(({ code }) => ({ model, code })),
  )
}

function keyOf({ model, code }: Alarm): string {
  return `${model} ${code}`
}
