import type { Sandbox } from '#sandbox/start-sandbox.ts'
import { readBackHubspot, readBackSalesforce, type Written } from '#test/e2e/read-back.ts'
import {
  accountsInHubspot,
  accountsInSalesforce,
  type WrittenAccount,
} from '#test/e2e/read-back-accounts.ts'

/**
 * What stands on every record of both CRMs, keyed by CRM and id. Three things are left out because they
 * tell by design what happened on the way: the version of the model, which is not written again when it
 * comes to the same values; by when to respond, which holds from the moment somebody was first ready,
 * though it is compared whether there is such a time; and organisations in which nobody is engaged, which
 * show that only if somebody was when they were scored before.
 */
export type EndState = ReadonlyMap<string, unknown>

export async function endStateOf(sandbox: Sandbox): Promise<EndState> {
  const parts = {
    hubspot: withoutHistory(await readBackHubspot(sandbox)),
    salesforce: withoutHistory(await readBackSalesforce(sandbox)),
    'hubspot account': byId(await accountsInHubspot(sandbox)),
    'salesforce account': byId(await accountsInSalesforce(sandbox)),
  }
  return new Map(
    Object.entries(parts).flatMap(([crm, records]) =>
      [...records].map(([id, values]) => [`${crm} ${id}`, values] as const),
    ),
  )
}

/** Records that did not end alike; empty when all did. */
export function differing(one: EndState, other: EndState): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (key) => JSON.stringify(one.get(key)) !== JSON.stringify(other.get(key)),
  )
}

/** The values in which a record differs, for whoever has to find out why. */
export function differences(one: unknown, other: unknown): readonly string[] {
  const [left, right] = [one, other].map((values) => new Map(Object.entries(values ?? {})))
  return [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])]
    .filter((name) => left?.get(name) !== right?.get(name))
    .map((name) => `${name}: ${String(left?.get(name))} | ${String(right?.get(name))}`)
}

function withoutHistory(records: ReadonlyMap<string, Written>): ReadonlyMap<string, Written> {
  const shown = ({ model: _model, respond_by: by, ...values }: Written): Written => ({
    ...values,
    respond_by: by === undefined || by === '' ? 'none' : 'some time',
  })
  return new Map([...records].map(([id, values]) => [id, shown(values)]))
}

function byId(accounts: readonly WrittenAccount[]): ReadonlyMap<string, WrittenAccount> {
  return new Map(accounts.filter(({ engaged }) => engaged > 0).map((one) => [one.id, one]))
}
