/** One record in a request that writes values of ours. */
export interface CrmWrite {
  readonly id: string
  /** Something of ours is to stand on it; false when it is emptied. */
  readonly shows: boolean
}

const OURS = /^leadwell_/i

/** Records a request writes values of ours on, in HubSpot's batches or Salesforce's collections. */
export function writesIn(path: string, body: Buffer): readonly CrmWrite[] {
  const text = body.toString('utf8')
  // What Leadwell asks for is named in queries and searches as well, though never as a key.
  if (!/"leadwell_/i.test(text) || !text.startsWith('{')) return []
  return found(JSON.parse(text), path.split('/').at(-1) ?? '')
}

function found(value: unknown, idOfPath: string): readonly CrmWrite[] {
  if (Array.isArray(value)) return value.flatMap((one) => found(one, idOfPath))
  if (typeof value !== 'object' || value === null) return []
  const fields: Record<string, unknown> = { ...value }
  const within = { ...fields, ...asObject(fields['properties']) }
  const ours = Object.entries(within).filter(([name]) => OURS.test(name))
  if (ours.length === 0) return Object.values(fields).flatMap((one) => found(one, idOfPath))
  const named = fields['id'] ?? fields['Id']
  const id = typeof named === 'string' ? named : idOfPath
  return [{ id, shows: ours.some(([, one]) => one !== null && one !== '') }]
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
