import { z } from 'zod'
import { TransientError } from '#src/errors.ts'
import { entriesOf } from '#src/privacy/allow-list.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { isEmpty } from '#src/privacy/code-value.ts'
import type { CrmObject } from '../transport/answers.ts'
import { passes } from '../transport/errors.ts'
import { chunksOf, inParallel } from '../transport/in-parallel.ts'
import { PATHS } from '../transport/paths.ts'
import type { Call } from '../transport/transport.ts'
import type { ReadDeps } from './activity-reader.ts'
import { type Halved, readHalved } from './read-halved.ts'

/** The field of the allow-list the statuses are read for. */
const FIELD = 'email_subscription_status'
const ADDRESS = 'email'
const BATCH = 100

const Statuses = z.object({
  results: z.array(
    z.object({
      subscriberIdString: z.string(),
      statuses: z
        .array(z.object({ status: z.string().optional().catch(undefined) }))
        .nullish()
        .catch(undefined),
    }),
  ),
  errors: z.array(z.unknown()).nullish().catch(undefined),
})
type Subscriber = z.infer<typeof Statuses>['results'][number]

/** Already coded: a portal's list may know its own words only. */
type Status = 'opt-out' | 'opt-in'

/**
 * Adds to each contact whether it left a kind of email or agreed to one, where the portal's tier tells.
 * HubSpot knows subscribers by address only: addresses travel in bodies and are forgotten here.
 */
export async function withSubscriptions(
  deps: Pick<ReadDeps, 'transport' | 'sources' | 'allowList'>,
  contacts: readonly CrmObject[],
): Promise<readonly CrmObject[]> {
  if (!isWanted(deps.allowList)) return contacts
  const addresses = new Set(contacts.flatMap((contact) => addressOf(contact) ?? []))
  const read = async (batch: readonly string[]): Promise<readonly Subscriber[]> =>
    await readHalved(batch, async (part) => await readStatuses(deps, part))
  if (addresses.size === 0 || !(await isGranted(deps))) return contacts
  const found = await inParallel(chunksOf([...addresses], BATCH), read)
  const told = new Map(
    found.flat().map((one) => [one.subscriberIdString.toLowerCase(), strictestOf(one)]),
  )
  return contacts.map((contact) => {
    const status = told.get(addressOf(contact) ?? '')
    if (status === undefined || staysAsItIs(contact, status)) return contact
    return { ...contact, properties: { ...contact.properties, [FIELD]: status } }
  })
}

/**
 * A portal may keep a property of that name of its own, by hand or from another system. Beside it HubSpot's
 * `opt-in` is never the stricter answer and its `opt-out` never the milder one.
 */
function staysAsItIs({ properties }: CrmObject, status: Status): boolean {
  return status === 'opt-in' && !isEmpty(properties?.[FIELD])
}

/** Asked without anybody's address, so that none is sent where the answer would be no. */
export const SUBSCRIPTIONS_PROBE: Call = {
  method: 'POST',
  path: PATHS.subscriptionStatuses,
  pool: 'general',
  query: { channel: 'EMAIL' },
  accept: [400],
  body: { inputs: [] },
}

async function isGranted({
  transport,
  sources,
}: Pick<ReadDeps, 'transport' | 'sources'>): Promise<boolean> {
  if (sources.isOpen('subscription-statuses')) return true
  const answer = await sources.attempt('subscription-statuses', transport, SUBSCRIPTIONS_PROBE)
  return answer !== undefined
}

function isWanted(allowList: AllowList): boolean {
  return entriesOf(allowList, 'contact').some(({ field }) => field === FIELD)
}

function addressOf({ properties }: CrmObject): string | undefined {
  const address = properties?.[ADDRESS]
  return typeof address === 'string' && address.includes('@') ? address.toLowerCase() : undefined
}

async function readStatuses(
  { transport, sources }: Pick<ReadDeps, 'transport' | 'sources'>,
  addresses: readonly string[],
): Promise<Halved<Subscriber>> {
  const call: Call = { ...SUBSCRIPTIONS_PROBE, body: { inputs: addresses } }
  const answer = await sources.attempt('subscription-statuses', transport, call)
  if (answer === undefined) return []
  if (answer.status === 400) return 'refused'
  const found = Statuses.safeParse(answer.body).data
  if (found === undefined) sources.giveUp('subscription-statuses')
  const { results = [], errors } = found ?? {}
  if (errors?.some(passes)) {
    throw new TransientError('hubspot-batch-incomplete', `${call.path} left rows out`)
  }
  return results
}

/**
 * Whoever left one kind of email is not written to: which kind a rep's email would be, nobody says. The
 * same as of the opt-outs by kind among the contact's own properties.
 */
function strictestOf({ statuses }: Subscriber): Status | undefined {
  const all = new Set((statuses ?? []).map(({ status }) => status))
  if (all.has('UNSUBSCRIBED')) return 'opt-out'
  return all.has('SUBSCRIBED') ? 'opt-in' : undefined
}
