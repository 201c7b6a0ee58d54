import { z } from 'zod'
import { AUDIENCES, type PortalId } from '../ports.ts'
import type { Store } from '../store/store.ts'
import type { DriftResult } from './results.ts'

const CURSOR = 'drift'

const FindingSchema = z.object({
  code: z.string(),
  level: z.enum(['ok', 'note', 'alarm']),
  what: z.string(),
  figures: z.record(z.string(), z.number()),
  todo: z.string().exactOptional(),
})
const ModelDriftSchema = z.object({
  model: z.string(),
  audience: z.enum(AUDIENCES),
  baselineAt: z.number().optional(),
  records: z.number(),
  findings: z.array(FindingSchema),
})
const Kept = z.object({ at: z.number(), models: z.array(ModelDriftSchema) })

/**
 * The latest check of a portal; `undefined` before the first, or where it cannot be read any more. No
 * other is kept: two checks over nearly the same people, one subtracted from the other, would tell what
 * became of single ones.
 */
export async function keptDrift(
  store: Pick<Store, 'cursors'>,
  portal: PortalId,
): Promise<DriftResult | undefined> {
  const { data } = Kept.safeParse(await store.cursors.get(portal, CURSOR))
  if (data === undefined) return undefined
  const models = data.models.map((one) => ({ ...one, baselineAt: one.baselineAt }))
  return { kind: 'drift', portal, at: data.at, models }
}

export async function keepDrift(
  store: Pick<Store, 'cursors'>,
  { portal, at, models }: DriftResult,
): Promise<void> {
  await store.cursors.set(portal, CURSOR, { at, models })
}
