import { crmOf } from '../crm-of.ts'
import type { DecisionKind, Metrics } from '../metrics-port.ts'
import type { Intent, PortalId } from '../ports.ts'
import type { IntentRepository, MarkRepository, Store } from '../store/store.ts'

/** Told of what became durable. */
type Tell = (say: () => void) => void

/**
 * The same store, which counts what passes through it: marks, decisions and writes of every job, run and
 * route, without any of them knowing. What a transaction did is counted when it has ended well.
 */
export function observeStore(store: Store, metrics: Metrics, now: () => number): Store {
  return observed(store, { metrics, now, tell: (say) => say() })
}

interface Watch {
  readonly metrics: Metrics
  readonly now: () => number
  readonly tell: Tell
}

function observed(store: Store, watch: Watch): Store {
  return {
    ...store,
    marks: observeMarks(store.marks, watch),
    intents: observeIntents(store.intents, watch),
    transaction: async (work) => {
      const said: (() => void)[] = []
      const tell: Tell = (say) => said.push(say)
      const result = await store.transaction((inner) => work(observed(inner, { ...watch, tell })))
      for (const say of said) watch.tell(say)
      return result
    },
  }
}

function observeMarks(marks: MarkRepository, { metrics, now, tell }: Watch): MarkRepository {
  return {
    ...marks,
    mark: async (portal, refs, lane) => {
      await marks.mark(portal, refs, lane)
      tell(() => metrics.marks(crmOf(portal), 'marked', lane, refs.length))
    },
    settle: async (portal, settled) => {
      await marks.settle(portal, settled)
      const crm = crmOf(portal)
      const at = now()
      tell(() => {
        for (const mark of settled) {
          metrics.marks(crm, 'settled', mark.lane, 1)
          const since = timeIn(mark, 'markedAt')
          if (since !== undefined) metrics.markAge(crm, mark.lane, (at - since) / 1_000)
        }
      })
    },
    fail: async (portal, failed, options) => {
      await marks.fail(portal, failed, options)
      tell(() => {
        for (const { lane } of failed) metrics.marks(crmOf(portal), 'failed', lane, 1)
      })
    },
  }
}

function observeIntents(intents: IntentRepository, { metrics, now, tell }: Watch) {
  const observedIntents: IntentRepository = {
    ...intents,
    intend: async (portal, decisions, lane) => {
      const answer = await intents.intend(portal, decisions, lane)
      tell(() => countDecisions(metrics, portal, decisions))
      return answer
    },
    written: async (portal, written) => {
      await intents.written(portal, written)
      const crm = crmOf(portal)
      const at = now()
      tell(() => {
        metrics.writes(crm, 'written', written.length)
        for (const intent of written) {
          const since = timeIn(intent, 'intendedAt')
          if (since !== undefined) metrics.writeLag(crm, (at - since) / 1_000)
        }
      })
    },
    park: async (portal, refs, code) => {
      await intents.park(portal, refs, code)
      tell(() => metrics.writes(crmOf(portal), 'parked', refs.length))
    },
    fail: async (portal, refs, options) => {
      await intents.fail(portal, refs, options)
      tell(() => metrics.writes(crmOf(portal), 'failed', refs.length))
    },
  }
  return observedIntents
}

function countDecisions(metrics: Metrics, portal: PortalId, decisions: readonly Intent[]): void {
  const kinds = decisions.flatMap(({ values }) =>
    'engagedContacts' in values
      ? []
      : [{ tier: values.tier ?? 'none', hold: values.hold ?? 'none' } as const],
  )
  const byKind = Map.groupBy(kinds, ({ tier, hold }: DecisionKind) => `${tier}/${hold}`)
  for (const [kind, ...more] of byKind.values()) {
    if (kind !== undefined) metrics.decided(crmOf(portal), kind, more.length + 1)
  }
}

/** Claims carry the time they began to wait where the store tells it. */
function timeIn(claimed: object, name: 'markedAt' | 'intendedAt'): number | undefined {
  const value: unknown = Reflect.get(claimed, name)
  return typeof value === 'number' ? value : undefined
}
