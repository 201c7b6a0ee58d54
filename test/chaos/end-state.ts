import type { Sandbox } from '#sandbox/start-sandbox.ts'
import { readBackHubspot, readBackSalesforce } from '#test/e2e/read-back.ts'
import { accountsInHubspot, accountsInSalesforce } from '#test/e2e/read-back-accounts.ts'

/** What stands on every record of both CRMs, keyed by CRM and id. */
export type EndState = ReadonlyMap<string, unknown>

export async function endStateOf(sandbox: Sandbox): Promise<EndState> {
  const parts = {
    hubspot: await readBackHubspot(sandbox),
    salesforce: await readBackSalesforce(sandbox),
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

function byId(records: readonly { readonly id: string }[]): ReadonlyMap<string, unknown> {
  return new Map(records.map((record) => [record.id, record]))
}
