import type { Sandbox } from '#sandbox/start-sandbox.ts'

/** What stands on one organisation in a CRM. */
export interface WrittenAccount {
  readonly id: string
  readonly score: number
  readonly tier: string
  readonly engaged: number
}

/** Organisations with an account score, read through HubSpot's API. */
export async function accountsInHubspot({ hubspot }: Sandbox): Promise<readonly WrittenAccount[]> {
  const found: WrittenAccount[] = []
  let after = ''
  do {
    const query = new URLSearchParams({
      limit: '100',
      properties: 'leadwell_account_score,leadwell_account_tier,leadwell_engaged_contacts',
      ...(after === '' ? {} : { after }),
    })
    const response = await fetch(
      `${hubspot.url}/crm/objects/2026-09/companies?${query.toString()}`,
      {
        headers: { authorization: `Bearer ${hubspot.accessToken}` },
      },
    )
    const page = (await response.json()) as {
      results: { id: string; properties: Record<string, string | null> }[]
      paging?: { next?: { after: string } }
    }
    for (const { id, properties } of page.results) {
      const score = properties['leadwell_account_score'] ?? ''
      if (score === '') continue
      const tier = properties['leadwell_account_tier'] ?? ''
      const engaged = Number(properties['leadwell_engaged_contacts'])
      found.push({ id, score: Number(score), tier, engaged })
    }
    after = page.paging?.next?.after ?? ''
  } while (after !== '')
  return found
}

/** Accounts with an account score, read through Salesforce's query API. */
export async function accountsInSalesforce({
  salesforce: { url, sandbox },
}: Sandbox): Promise<readonly WrittenAccount[]> {
  const granted = await fetch(`${url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: sandbox.clientId,
      client_secret: sandbox.clientSecret,
    }),
  })
  const { access_token: token } = (await granted.json()) as { access_token: string }
  const soql =
    'SELECT Id, Leadwell_Account_Score__c, Leadwell_Account_Tier__c, Leadwell_Engaged_Contacts__c FROM Account'
  const answer = await fetch(`${url}/services/data/v67.0/query?q=${encodeURIComponent(soql)}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { records } = (await answer.json()) as { records: Record<string, unknown>[] }
  return records.flatMap((row) =>
    row['Leadwell_Account_Score__c'] === null
      ? []
      : [
          {
            id: String(row['Id']),
            score: Number(row['Leadwell_Account_Score__c']),
            tier: String(row['Leadwell_Account_Tier__c']),
            engaged: Number(row['Leadwell_Engaged_Contacts__c']),
          },
        ],
  )
}
