import type { Sources } from '../sources/sources.ts'
import { AssociationBatch } from '../transport/answers.ts'
import { type HubspotType, PATHS } from '../transport/paths.ts'
import { type Call, parseAnswer, type Transport } from '../transport/transport.ts'

/** HubSpot docs, "Associations": inputs of one batch read. */
const BATCH = 1_000
const PRIMARY_COMPANY = 1

export interface Associated {
  readonly id: string
  readonly primary: boolean
}

/** Everything of type `to` hung on each id; ids with nothing are absent. Unreadable sources give nothing. */
export async function readAssociations(
  transport: Transport,
  sources: Sources,
  { from, to, ids }: { from: HubspotType; to: HubspotType; ids: readonly string[] },
): Promise<Map<string, Associated[]>> {
  const found = new Map<string, Associated[]>()
  let open: Input[] = ids.map((id) => ({ id }))
  while (open.length > 0) {
    const batch = open.slice(0, BATCH)
    open = open.slice(BATCH)
    const page = await readBatch(transport, sources, { from, to, inputs: batch })
    for (const { id, to: targets, after } of page) {
      found.set(id, [...(found.get(id) ?? []), ...targets])
      if (after !== undefined) open.push({ id, after })
    }
  }
  return found
}

interface Input {
  readonly id: string
  readonly after?: string
}

async function readBatch(
  transport: Transport,
  sources: Sources,
  { from, to, inputs }: { from: HubspotType; to: HubspotType; inputs: readonly Input[] },
): Promise<{ id: string; to: Associated[]; after: string | undefined }[]> {
  const call: Call = {
    method: 'POST',
    path: PATHS.associations(from, to),
    pool: 'associations',
    body: { inputs },
  }
  const asked = { part: 'associations' } as const
  const answer = await sources.attempt(from === 'contacts' ? to : from, transport, call, asked)
  if (answer === undefined) return []
  return parseAnswer(AssociationBatch, answer.body, call).results.map((row) => ({
    id: row.from.id,
    to: (row.to ?? []).flatMap(({ id, typeIds }) =>
      id === undefined ? [] : [{ id, primary: typeIds.includes(PRIMARY_COMPANY) }],
    ),
    after: row.paging?.next?.after,
  }))
}
