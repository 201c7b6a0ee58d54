import type { Sandbox } from '#sandbox/start-sandbox.ts'

const HUBSPOT_FIELDS = [
  'score',
  'fit',
  'engagement',
  'grade',
  'tier',
  'hold',
  'audience',
  'top_reason',
  'handoff_note',
  'next_action',
  'channels',
  'respond_by',
  'scored_at',
  'model',
]

type FieldValue = string | number | null | undefined

/** What stands on one CRM record, by our field names in snake case; empty is absent. */
export type Written = Readonly<Record<string, string>>

/** Reads every contact back through HubSpot's API, not through our store. */
export async function readBackHubspot({ hubspot }: Sandbox): Promise<ReadonlyMap<string, Written>> {
  const found = new Map<string, Written>()
  let after: string | undefined
  do {
    const query = new URLSearchParams({
      limit: '100',
      properties: HUBSPOT_FIELDS.map((name) => `leadwell_${name}`).join(','),
      ...(after === undefined ? {} : { after }),
    })
    const response = await fetch(
      `${hubspot.url}/crm/objects/2026-09/contacts?${query.toString()}`,
      {
        headers: { authorization: `Bearer ${hubspot.accessToken}` },
      },
    )
    if (response.status === 429) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      continue
    }
    const page = (await response.json()) as {
      results: { id: string; properties: Record<string, FieldValue> }[]
      paging?: { next?: { after: string } }
    }
    for (const { id, properties } of page.results) {
      found.set(
        id,
        pick(HUBSPOT_FIELDS, (name) => properties[`leadwell_${name}`]),
      )
    }
    after = page.paging?.next?.after
  } while (after !== undefined)
  return found
}

/** Reads every open lead and contact back through Salesforce's query API. */
export async function readBackSalesforce({
  salesforce,
}: Sandbox): Promise<ReadonlyMap<string, Written>> {
  const token = await salesforceToken(salesforce)
  const columns = HUBSPOT_FIELDS.map(salesforceName)
  const found = new Map<string, Written>()
  for (const from of ['Lead WHERE IsConverted = false', 'Contact']) {
    const soql = `SELECT Id, ${columns.join(', ')} FROM ${from} ORDER BY Id`
    let path: string | undefined = `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`
    while (path !== undefined) {
      const response: Response = await fetch(`${salesforce.url}${path}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      const page = (await response.json()) as {
        records: Record<string, FieldValue>[]
        nextRecordsUrl?: string
      }
      for (const record of page.records) {
        found.set(
          String(record.Id),
          pick(HUBSPOT_FIELDS, (name) => record[salesforceName(name)]),
        )
      }
      path = page.nextRecordsUrl
    }
  }
  return found
}

async function salesforceToken({ url, sandbox }: Sandbox['salesforce']): Promise<string> {
  const response = await fetch(`${url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: sandbox.clientId,
      client_secret: sandbox.clientSecret,
    }),
  })
  const { access_token: token } = (await response.json()) as { access_token: string }
  return token
}

function salesforceName(name: string): string {
  const words = name.split('_').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
  return `Leadwell_${words.join('_')}__c`
}

function pick(names: readonly string[], valueOf: (name: string) => FieldValue): Written {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = valueOf(name)
      return value === null || value === undefined || value === '' ? [] : [[name, String(value)]]
    }),
  )
}
