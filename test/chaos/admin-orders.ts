import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Order } from './plan-inputs.ts'

const RETRY_IN_MS = 200
const Sets = z.object({
  items: z.array(z.object({ version: z.number(), note: z.string(), status: z.string() })),
})
type ModelSet = z.infer<typeof Sets>['items'][number]

export interface AdminOptions {
  /** Where the web process answers. */
  readonly url: string
  /** One may draft, the other approves. */
  readonly tokens: { readonly author: string; readonly approver: string }
}

/** Carries out an order through `/api/v1`, as often as it takes until the answer has come. */
export function createAdmin({
  url,
  tokens,
}: AdminOptions): (order: Order, at: number) => Promise<void> {
  /** Undefined when the web or what stands behind it was away: nobody knows what became of it. */
  const ask = async (
    [method, token]: readonly ['GET' | 'POST', string],
    path: string,
    body?: object,
  ): Promise<unknown> => {
    try {
      const answer = await fetch(`${url}/api/v1/portals/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
      })
      const said: unknown = await answer.json()
      // A step done before, though its answer was lost, is refused the second time.
      return answer.ok ? said : undefined
    } catch {
      return undefined
    }
  }
  const until = async <T>(step: () => Promise<T | undefined>): Promise<T> => {
    for (;;) {
      const done = await step()
      if (done !== undefined) return done
      await sleep(RETRY_IN_MS)
    }
  }
  const setOf = async (portal: string, note: string): Promise<ModelSet | undefined> => {
    const said = await until(() => ask(['GET', tokens.author], `${portal}/models?limit=100`))
    return Sets.parse(said).items.find((set) => set.note === note)
  }
  const publish = async (portal: string, note: string, points: number, version: number) => {
    const models = [await individual(points, version)]
    await until(async () => {
      const set = await setOf(portal, note)
      if (set === undefined)
        await ask(['POST', tokens.author], `${portal}/models`, { models, note })
      const step = set?.status === 'draft' ? 'approve' : 'publish'
      if (set?.status === 'draft' || set?.status === 'approved') {
        await ask(['POST', tokens.approver], `${portal}/models/${set.version}/${step}`)
      }
      return set?.status === 'published' ? set : undefined
    })
  }
  return async (order, at) => {
    const { portal } = order
    const note = `Order ${at}`
    if (order.kind === 'publish') return publish(portal, note, order.points, 100 + at)
    if (order.kind === 'rollback') {
      return void (await until(async () => {
        const set = await setOf(portal, note)
        if (set === undefined) await ask(['POST', tokens.approver], `${portal}/rollback`, { note })
        return set
      }))
    }
    const post = ['POST', tokens.approver] as const
    if (order.kind === 'sync') return void (await until(() => ask(post, `${portal}/sync`, {})))
    const { object, id } = order.ref
    await until(() => ask(post, `${portal}/records/${object}/${id}/erase`))
  }
}

/** The individual model with other points for who asks for their own care. */
async function individual(points: number, version: number): Promise<string> {
  const text = await readFile(new URL('../../models/individual.yaml', import.meta.url), 'utf8')
  return text
    .replace(/(id: asks-for-self\n\s+points:) \d+/, `$1 ${points}`)
    .replace(/^version: \d+$/m, `version: ${version}`)
}
