import { troubleOf } from '#jobs/portal-trouble.ts'
import type { IntentValues, PortalId, RecordRef } from './ports.ts'
import { hashIntentValues } from './store/hash-intent-values.ts'
import type { ParkedWork } from './store/parked-work.ts'
import type { Store } from './store/store.ts'

/** How far what was decided has come. Times are epoch ms, codes those of `leadwell doctor`. */
export type Standing =
  /** The CRM took it; `null`: when is not kept. */
  | { readonly state: 'written'; readonly at: number | null }
  /** `code`: what keeps going wrong with the portal just now. */
  | { readonly state: 'waiting'; readonly since: number; readonly code: string | null }
  | { readonly state: 'parked'; readonly stage: ParkedWork['stage']; readonly code: string }
  /** Nothing of the portal is written before a person acts. */
  | { readonly state: 'portal-stopped'; readonly code: string }
  /** Decided from what is kept now, while what is stored, and perhaps shown, is an earlier result. */
  | { readonly state: 'not-stored' }

export async function standingOf(
  store: Store,
  portal: PortalId,
  { ref, values }: { readonly ref: RecordRef; readonly values: IntentValues },
): Promise<Standing> {
  const [stored] = await store.intents.get(portal, [ref])
  const isStored =
    stored !== undefined && hashIntentValues(stored.values) === hashIntentValues(values)
  if (isStored && stored.written) return { state: 'written', at: stored.writtenAt ?? null }
  const { status, statusReason } = await store.portals.require(portal)
  if (status !== 'connected') return { state: 'portal-stopped', code: statusReason ?? 'unknown' }
  const trouble = await troubleOf(store, portal)
  if (trouble?.rests === true) return { state: 'portal-stopped', code: trouble.code }
  const [parked] = await store.parked.of(portal, ref)
  if (parked?.stage === 'read') return parkedAt(parked)
  if (!isStored) return { state: 'not-stored' }
  if (parked !== undefined) return parkedAt(parked)
  return { state: 'waiting', since: stored.intendedAt, code: trouble?.code ?? null }
}

function parkedAt({ stage, code }: ParkedWork): Standing {
  return { state: 'parked', stage, code }
}

/** For people, with what to do. */
export function standingWords(portal: PortalId, standing: Standing): string {
  switch (standing.state) {
    case 'written':
      return standing.at === null
        ? 'The CRM shows this.'
        : `The CRM shows this; written at ${timeOf(standing.at)}.`
    case 'waiting': {
      const why =
        standing.code === null ? '' : ` (${standing.code}; see: leadwell doctor ${portal})`
      return `Waiting to be written since ${timeOf(standing.since)}${why}.`
    }
    case 'parked':
      return `Parked at ${standing.stage}: ${standing.code}. Put that right, then: leadwell parked ${portal} --code ${standing.code} --retry`
    case 'portal-stopped':
      return `Nothing is written: the portal is stopped with ${standing.code}. What to do: leadwell doctor ${portal}`
    case 'not-stored':
      return `Decided now from what is kept, and not stored yet: the CRM shows an earlier result or none. What waits: leadwell doctor ${portal}`
  }
}

function timeOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
