import { readFile } from 'node:fs/promises'
import { createDecider } from '#src/decision/decide-intent.ts'
import type { ModelSetDeps } from '#src/model-sets/model-set-deps.ts'
import { loadShippedModels } from '#src/models.ts'
import type { PortalId, PortalPolicy, SafeRecord } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import type { Store } from '#src/store/store.ts'

export const shipped = await loadShippedModels()
const LIST = shippedAllowList('hubspot')
const shippedText = await readFile(
  new URL('../../../models/individual.yaml', import.meta.url),
  'utf8',
)

/** The individual model as it ships, with some lines replaced and, where asked for, a later version. */
export function individual(
  changes: readonly (readonly [find: RegExp, put: string])[] = [],
  version?: number,
): string {
  const text = changes.reduce((so, [find, put]) => so.replace(find, put), shippedText)
  return version === undefined ? text : text.replace(/^version: \d+$/m, `version: ${version}`)
}

/** Asking for one's own care gives so many points. */
export const asksForSelf = (points: number) =>
  [/(id: asks-for-self\n\s+points:) \d+/, `$1 ${points}`] as const

export interface TestDeps extends ModelSetDeps {
  /** Portals whose run was asked to be worked on. */
  readonly worked: PortalId[]
}

export function depsWith(
  store: Store,
  now: () => number,
  policy: Partial<PortalPolicy> = {},
): TestDeps {
  const worked: PortalId[] = []
  return {
    store,
    shipped,
    now,
    worked,
    allowListFor: () => Promise.resolve({ ...LIST, policy: { ...LIST.policy, ...policy } }),
    workOnRun: (portal) => {
      worked.push(portal)
      return Promise.resolve()
    },
  }
}

/** Stores people and what the models that ship make of them. */
export async function score(
  store: Store,
  portal: PortalId,
  people: readonly SafeRecord[],
  now: number,
): Promise<void> {
  await store.records.put(portal, people)
  const decider = createDecider(shipped)
  const intents = people.map((record) => ({
    ref: { object: record.object, id: record.id },
    ...decider.decide({
      record,
      companyFacts: undefined,
      previous: undefined,
      policy: LIST.policy,
      now,
    }),
  }))
  await store.intents.intend(portal, intents, 'bulk')
}
