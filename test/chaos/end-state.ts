import type { Sandbox } from '#sandbox/start-sandbox.ts'
import { readBackHubspot, readBackSalesforce, type Written } from '#test/e2e/read-back.ts'
import {
  accountsInHubspot,
  accountsInSalesforce,
  type WrittenAccount,
} from '#test/e2e/read-back-accounts.ts'

/**
 * What stands on every record of both CRMs, keyed by CRM and id. Two things are left out because they
 * tell by design what happened on the way: the version of the model, which is not written again when it
 * comes to the same values, and organisations in which nobody is engaged, which show that only if
 * somebody was when they were scored before.
 */
export type EndState = ReadonlyMap<string, unknown>

export async function endStateOf(sandbox: Sandbox): Promise<EndState> {
  const parts = {
    hubspot: withoutModel(await readBackHubspot(sandbox)),
    salesforce: withoutModel(await readBackSalesforce(sandbox)),
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

function withoutModel(records: ReadonlyMap<string, Written>): ReadonlyMap<string, Written> {
  const shown = (values: Written): Written =>
    Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'model'))
  return new Map([...records].map(([id, values]) => [id, shown(values)]))
}

function byId(accounts: readonly WrittenAccount[]): ReadonlyMap<string, WrittenAccount> {
  return new Map(accounts.filter(({ engaged }) => engaged > 0).map((one) => [one.id, one]))
}
