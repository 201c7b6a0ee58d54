import { z } from 'zod'
import type { FormsPosition } from '../changes/cursor.ts'
import type { ReadDeps } from '../reading/activity-reader.ts'
import { contactsByAddress } from '../reading/contacts-by-address.ts'
import { epochMs, Id, Paging } from '../transport/answers.ts'
import { PATHS } from '../transport/paths.ts'
import type { Call } from '../transport/transport.ts'

/** A page of forms or of submissions (HubSpot docs, "Forms"). */
const PAGE = 50
const FORMS_A_ROUND = 20
const ROUND_MS = 5 * 60_000
const MAX_PAGES = 40

const FormPage = z.object({ results: z.array(z.object({ id: Id })), paging: Paging })

/** Of what somebody typed in, only the address is looked at, and nothing else is kept. */
const Submission = z.object({
  submittedAt: z.unknown(),
  values: z
    .array(z.object({ name: z.string(), value: z.string() }).nullable().catch(null))
    .nullish()
    .catch(undefined),
})
type Submission = z.infer<typeof Submission>
const SubmissionPage = z.object({ results: z.array(Submission), paging: Paging })

/**
 * The contacts who sent a form since. The act itself is told by the contact's own history, so it cannot
 * count twice; a submission only says early whom to look at. It names nobody but by address, which is
 * used to find the contact and forgotten.
 */
export async function readSubmitters(
  deps: ReadDeps & { readonly now: () => number },
  position: FormsPosition,
): Promise<{ contactIds: readonly string[]; position: FormsPosition }> {
  if (deps.now() - position.readAt < ROUND_MS) return { contactIds: [], position }
  const forms = await readForms(deps)
  const first = position.next < forms.length ? position.next : 0
  const since: Record<string, number> = {}
  for (const form of forms) since[form] = position.since[form] ?? position.from
  const addresses = new Set<string>()
  for (const form of forms.slice(first, first + FORMS_A_ROUND)) {
    const submissions = await readSubmissions(deps, form, since[form] ?? position.from)
    for (const { at, address } of submissions) {
      since[form] = Math.max(since[form] ?? 0, at)
      if (address !== undefined) addresses.add(address)
    }
  }
  const contactIds = await contactsByAddress(deps, [...addresses])
  const next = first + FORMS_A_ROUND < forms.length ? first + FORMS_A_ROUND : 0
  return { contactIds, position: { ...position, readAt: deps.now(), next, since } }
}

async function readForms(deps: ReadDeps): Promise<readonly string[]> {
  for (const path of PATHS.forms) {
    const found = await readFormsAt(deps, path)
    if (found !== undefined) return found
  }
  return []
}

/** `undefined` where the portal has no such path. */
async function readFormsAt(deps: ReadDeps, path: string): Promise<readonly string[] | undefined> {
  const ids: string[] = []
  let after: string | undefined
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = { limit: String(PAGE), ...(after !== undefined && { after }) }
    const call: Call = { method: 'GET', path, pool: 'general', query, accept: [404] }
    const answer = await deps.sources.attempt('form-submissions', deps.transport, call)
    if (answer === undefined) return ids
    if (answer.status === 404) return undefined
    const found = FormPage.safeParse(answer.body).data
    if (found === undefined) deps.sources.giveUp('form-submissions')
    ids.push(...(found?.results ?? []).map(({ id }) => id))
    after = found?.paging?.next?.after
    if (after === undefined) break
  }
  return ids
}

interface Submitted {
  readonly at: number
  readonly address: string | undefined
}

/** Newest first, so reading ends at the first that was seen before. */
async function readSubmissions(
  deps: ReadDeps,
  form: string,
  since: number,
): Promise<readonly Submitted[]> {
  const fresh: Submitted[] = []
  let after: string | undefined
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = { limit: String(PAGE), ...(after !== undefined && { after }) }
    const path = PATHS.submissions(form)
    const call: Call = { method: 'GET', path, pool: 'general', query, accept: [404] }
    const answer = await deps.sources.attempt('form-submissions', deps.transport, call)
    if (answer === undefined || answer.status === 404) break
    const found = SubmissionPage.safeParse(answer.body).data
    if (found === undefined) deps.sources.giveUp('form-submissions')
    const all = (found?.results ?? []).map(submitted)
    const read = all.filter(({ at }) => at > since)
    fresh.push(...read)
    after = found?.paging?.next?.after
    if (after === undefined || read.length < all.length) break
  }
  return fresh
}

function submitted({ submittedAt, values }: Submission): Submitted {
  const email = values
    ?.find((value) => value?.name === 'email')
    ?.value.trim()
    .toLowerCase()
  return { at: epochMs(submittedAt) ?? 0, address: email || undefined }
}
