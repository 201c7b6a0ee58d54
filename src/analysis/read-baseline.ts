import { z } from 'zod'
import type { DriftBaseline } from '../calibration/drift-baseline.ts'
import type { PortalId } from '../ports.ts'
import type { BaselineRepository, StoredBaseline } from '../store/drift-baselines.ts'

const Count = z.number()
const Counts = z.record(z.string(), Count)
const byTier = <Of extends z.ZodType>(of: Of) =>
  z.object({ 'sales-ready': of, nurture: of, unqualified: of })

const Baseline = z.object({
  ageMs: z.number().positive(),
  snapshot: z.object({
    records: Count,
    outcomes: byTier(z.object({ won: Count, 'not-won': Count, 'too-young': Count })),
    feedback: byTier(z.object({ useful: Count, 'not-useful': Count, none: Count })),
    scores: Counts,
    rules: z.record(z.string(), Counts),
    missing: Counts,
    incomplete: Count,
  }),
}) satisfies z.ZodType<DriftBaseline>

/** One that an older version took in another form is none: a new one is taken. */
export async function readBaseline(
  baselines: BaselineRepository,
  portal: PortalId,
  which: Pick<StoredBaseline, 'audience' | 'model'>,
): Promise<(DriftBaseline & { readonly at: number }) | undefined> {
  const stored = await baselines.find(portal, which)
  const { data } = Baseline.safeParse(stored?.snapshot)
  return stored === undefined || data === undefined ? undefined : { ...data, at: stored.at }
}
