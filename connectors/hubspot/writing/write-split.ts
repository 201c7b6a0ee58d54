import {
  failure,
  namedRows,
  type Outcome,
  type Outcomes,
  type Refusal,
  type Row,
  type Sent,
  sendRows,
  type Writing,
} from './write-batch.ts'

/** Further calls for one refused batch; what they do not settle comes again with the next batch. */
const MAX_CALLS = 32

/** A set of rows HubSpot refused together: at least one of them is at fault. */
interface Suspects {
  readonly rows: readonly Row[]
  readonly refusal: Refusal
}

/**
 * Writes rows, and of a batch refused whole all that can be written. Trace ids should keep rows apart but
 * are documented for creation only, so a refusal is looked into: the suspects are halved until one row is
 * left, which takes seven calls among a hundred, and what was set aside on the way goes in one more.
 */
export async function writeRows(writing: Writing, rows: readonly Row[]): Promise<Outcomes> {
  if (rows.length === 0) return new Map()
  const outcomes = new Map<string, Outcome>()
  const sent = await sendRows(writing, rows)
  const search = { writing, outcomes, left: MAX_CALLS }
  const suspects = keep(search, rows, sent)
  if (suspects !== undefined) await findFaults(search, suspects)
  return outcomes
}

interface Search {
  readonly writing: Writing
  readonly outcomes: Map<string, Outcome>
  left: number
}

async function findFaults(search: Search, refused: Suspects): Promise<void> {
  const blamed = refused.refusal.status === 400
  const isProperty = blamed ? await search.writing.onRefusal() : () => false
  let [suspects, aside] = await withoutNamed(search, refused)
  for (;;) {
    const [first] = suspects?.rows ?? []
    if (suspects !== undefined && suspects.rows.length === 1 && first !== undefined) {
      search.outcomes.set(first.id, failure(suspects.refusal, isProperty))
      suspects = undefined
    }
    if (suspects === undefined) {
      if (aside.length === 0) return
      ;[suspects, aside] = [await send(search, aside), []]
    } else {
      const middle = Math.ceil(suspects.rows.length / 2)
      const [some, others] = [suspects.rows.slice(0, middle), suspects.rows.slice(middle)]
      const refusedHalf: Suspects | undefined = await send(search, some)
      if (refusedHalf !== undefined) aside = [...aside, ...others]
      suspects = refusedHalf ?? { rows: others, refusal: suspects.refusal }
    }
    if (search.left <= 0) {
      leaveForLater(
        search,
        [...(suspects?.rows ?? []), ...aside],
        failure(refused.refusal, isProperty),
      )
      return
    }
  }
}

/** Rows the refusal names are settled; the others are free of suspicion until they are refused again. */
async function withoutNamed(
  { writing, outcomes }: Search,
  refused: Suspects,
): Promise<[Suspects | undefined, readonly Row[]]> {
  const named = await namedRows(writing, refused.refusal)
  const known = refused.rows.filter(({ id }) => named.has(id))
  if (known.length === 0) return [refused, []]
  for (const { id } of known)
    outcomes.set(id, named.get(id) ?? failure(refused.refusal, () => false))
  return [undefined, refused.rows.filter(({ id }) => !named.has(id))]
}

async function send(search: Search, rows: readonly Row[]): Promise<Suspects | undefined> {
  search.left -= 1
  return keep(search, rows, await sendRows(search.writing, rows))
}

function keep({ outcomes }: Search, rows: readonly Row[], sent: Sent): Suspects | undefined {
  if (sent.refusal !== undefined) return { rows, refusal: sent.refusal }
  for (const [id, outcome] of sent.outcomes) outcomes.set(id, outcome)
  return undefined
}

function leaveForLater({ outcomes }: Search, rows: readonly Row[], why: Outcome): void {
  const code = 'code' in why ? why.code : 'hubspot-batch-refused'
  for (const { id } of rows) outcomes.set(id, { outcome: 'retry', code })
}
