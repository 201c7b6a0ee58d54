import type { RecordObject, RecordRef } from '#src/ports.ts'
import type { TestOrg } from './org.ts'

/** A REST call below `/services/data/v67.0` as the integration user, past the connector. */
export async function callApi(
  { url, sandbox }: Pick<TestOrg, 'url' | 'sandbox'>,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const login = await fetch(`${url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: sandbox.clientId,
      client_secret: sandbox.clientSecret,
    }),
  })
  const { access_token: token } = (await login.json()) as { access_token: string }
  const answer = await fetch(`${url}/services/data/v67.0${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  return await answer.json()
}

/** Rows of a query that fits one page. */
export async function queryRows(org: TestOrg, soql: string): Promise<Record<string, unknown>[]> {
  const answer = await callApi(org, 'GET', `/query?q=${encodeURIComponent(soql)}`)
  return (answer as { records: Record<string, unknown>[] }).records
}

/** Every record of an object, without the activities a listing brings. */
export async function refsIn(org: TestOrg, object: RecordObject): Promise<RecordRef[]> {
  const sobject = object === 'company' ? 'Account' : object
  const found: RecordRef[] = []
  let page: Record<string, unknown>[]
  do {
    const after = found.at(-1)?.id ?? '000000000000000'
    const soql = `SELECT Id FROM ${sobject} WHERE Id > '${after}' ORDER BY Id LIMIT 2000`
    page = await queryRows(org, soql)
    found.push(...page.map(({ Id }) => ({ object, id: String(Id) })))
  } while (page.length > 0)
  return found
}
